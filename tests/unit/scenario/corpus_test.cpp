#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "../../fuzz/scenario_target.h"
#include "sample.h"

namespace cordon::scenario {
namespace {

/// Replays what the fuzzer starts from and what it found: nothing may crash, and what reads must survive a save.
TEST(ScenarioCorpus, EveryFileIsReadOrRefused) {
  const auto folder = std::filesystem::path(CORDON_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / "scenario";
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_TRUE(survivesRoundTrip(text.str(), test::catalogue())) << entry.path();
    ++count;
  }
  EXPECT_GE(count, 12);
}

}  // namespace
}  // namespace cordon::scenario
