#include <gmock/gmock.h>

#include <algorithm>

#include "cli/scenario_files.h"

namespace cordon::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

class Scenarios : public WithFolder {};

TEST_F(Scenarios, GoodFilesAndBuiltInOnesPassTheCheck) {
  const CommandResult run = runCordon({"check", write("good.geojson", smallScenario()), "okhotsk", "vladivostok-2019"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("good.geojson: no errors; 1 features"));
}

TEST_F(Scenarios, SyntaxErrorsHaveLineAndColumn) {
  const std::string path = write("bad.geojson", "{\n  \"type\": \"FeatureCollection\",\n  oops\n}\n");
  for (const CommandResult& run :
       {runCordon({"check", path}), runCordon({"render", path, "--output", file("out.png")})}) {
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_THAT(run.err, HasSubstr("bad.geojson:3:"));
  }
  EXPECT_THAT(names(), testing::ElementsAre("bad.geojson"));
}

TEST_F(Scenarios, AllErrorsAreToldOneALineWithTheirPlaces) {
  std::string text = replaced(smallScenario(), "145.96, 44.18", "145.96, 94.18");
  text = replaced(text, "\"system\": \"test-missile\"", "\"system\": \"no-such-system\"");
  text = replaced(text, "2016-11-18", "2016-13-45");
  const CommandResult run = runCordon({"check", write("bad.geojson", text)});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, AllOf(HasSubstr("/features/0/geometry/coordinates"), HasSubstr("no-such-system"),
                             HasSubstr("2016-13-45")));
  EXPECT_GE(std::count(run.err.begin(), run.err.end(), '\n'), 3);
}

TEST_F(Scenarios, AbsurdRadiiAreRefused) {
  for (const char* km : {"0", "-5", "50000", "1e400", "\"far\""}) {
    const std::string text = replaced(smallScenario(), "\"km\": 300", std::string("\"km\": ") + km);
    const CommandResult run = runCordon({"check", write("bad.geojson", text)});
    EXPECT_EQ(run.exitCode, 1) << km << ": " << run.err;
  }
}

TEST_F(Scenarios, OneMissingFileDoesNotHideTheOthersErrors) {
  const CommandResult run = runCordon({"check", file("none.geojson"), write("bad.geojson", "[")});
  EXPECT_EQ(run.exitCode, 3);
  EXPECT_THAT(run.err, AllOf(HasSubstr("none.geojson"), HasSubstr("bad.geojson:1:")));
}

TEST(Systems, ListsEverySystemWithItsRanges) {
  const CommandResult run = runCordon({"systems"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("bastion"), HasSubstr("* ≥ 300 km"), HasSubstr("bal"), HasSubstr("Kyodo")));
  EXPECT_THAT(run.err, IsEmpty());
}

}  // namespace
}  // namespace cordon::test
