#include "base/fingerprint.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

/// The vectors of draft-eastlake-fnv for 64-bit FNV-1a.
TEST(Fingerprint, IsFnv1a) {
  EXPECT_EQ(fingerprint(""), 0xcbf29ce484222325U);
  EXPECT_EQ(fingerprint("a"), 0xaf63dc4c8601ec8cU);
  EXPECT_EQ(fingerprint("foobar"), 0x85944171f73967e8U);
}

TEST(Fingerprint, DependsOnWhatWentBefore) {
  EXPECT_NE(fingerprint("a", 1), fingerprint("a", 2));
}

TEST(Fingerprint, HasSixteenDigits) {
  EXPECT_EQ(fingerprintText(0xabcU), "0000000000000abc");
}

}  // namespace
}  // namespace cordon
