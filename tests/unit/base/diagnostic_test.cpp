#include "base/diagnostic.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

TEST(Diagnostic, PrintsEveryPartItHas) {
  Diagnostic diagnostic;
  diagnostic.message = "'km' is negative";
  diagnostic.file = "map.geojson";
  diagnostic.position = TextPosition{3, 14};
  diagnostic.pointer = "/cordon/systems/0";
  diagnostic.mend = "Give a distance above 0.";

  EXPECT_EQ(toString(diagnostic),
            "map.geojson:3:14: error: 'km' is negative (at /cordon/systems/0) Give a distance above 0.");
}

TEST(Diagnostic, LeavesOutWhatItHasNot) {
  Diagnostic diagnostic;
  diagnostic.severity = Severity::Warning;
  diagnostic.message = "unknown member";
  diagnostic.position = TextPosition{3, 14};

  EXPECT_EQ(toString(diagnostic), "warning: unknown member");

  diagnostic.severity = Severity::Note;
  diagnostic.file = "map.geojson";
  diagnostic.position.reset();
  EXPECT_EQ(toString(diagnostic), "map.geojson: note: unknown member");
}

TEST(Diagnostic, OnlyErrorsAreErrors) {
  const Diagnostic error{Severity::Error, "e", {}, {}, {}, {}};
  const Diagnostic warning{Severity::Warning, "w", {}, {}, {}, {}};
  const Diagnostic note{Severity::Note, "n", {}, {}, {}, {}};

  EXPECT_FALSE(hasErrors({}));
  EXPECT_FALSE(hasErrors({warning, note}));
  EXPECT_TRUE(hasErrors({warning, error, note}));
}

}  // namespace
}  // namespace cordon
