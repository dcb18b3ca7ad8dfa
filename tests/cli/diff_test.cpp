#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/scenario_files.h"

namespace cordon::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Diff : public WithFolder {
 protected:
  std::string before() const { return write("a.geojson", smallScenario()); }
  std::string after(const std::string& from, const std::string& to) const {
    return write("b.geojson", replaced(smallScenario(), from, to));
  }
};

TEST_F(Diff, EqualScenariosGiveNothingAndZero) {
  const CommandResult run = runCordon({"diff", before(), after("\"km\": 300", "\"km\": 3e2")});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_EQ(runCordon({"diff", "okhotsk", "okhotsk"}).exitCode, 0);
}

TEST_F(Diff, TellsWhatMovedAndChangedInWords) {
  const std::string path = after("145.96, 44.18", "145.96, 44.28");
  write("b.geojson", replaced(read("b.geojson"), "\"km\": 300", "\"km\": 450"));
  const CommandResult run = runCordon({"diff", before(), path});
  EXPECT_EQ(run.exitCode, 1) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("~ site kunashir \"Kunashir\"\n    moved 11.11 km: 44.18000°N 145.96000°E -> "
                                       "44.28000°N 145.96000°E\n"),
                             HasSubstr("~ system test-missile"), HasSubstr("450"),
                             HasSubstr("0 added, 0 removed, 2 changed (1 moved)\n")));
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_F(Diff, TellsWhatWasAddedAndRemoved) {
  const CommandResult run = runCordon({"diff", before(), after("\"id\": \"kunashir\"", "\"id\": \"new\"")});
  EXPECT_EQ(run.exitCode, 1) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("+ site new \"Kunashir\" at 44.18000°N 145.96000°E\n"),
                             HasSubstr("- site kunashir"), HasSubstr("1 added, 1 removed, 0 changed (0 moved)")));
}

TEST_F(Diff, WritesJsonForPrograms) {
  const CommandResult run = runCordon({"diff", "--json", before(), after("145.96, 44.18", "145.96, 44.28")});
  EXPECT_EQ(run.exitCode, 1) << run.err;
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["equal"], false);
  EXPECT_EQ(json["moved"], 1);
  const auto& difference = json["differences"].at(0);
  EXPECT_EQ(difference["change"], "changed");
  EXPECT_EQ(difference["part"], "feature");
  EXPECT_EQ(difference["kind"], "site");
  EXPECT_EQ(difference["id"], "kunashir");
  EXPECT_NEAR(difference["moved_km"].get<double>(), 11.11, 0.01);
  EXPECT_EQ(difference["geometry"]["coordinates"], nlohmann::json({145.96, 44.28}));
  EXPECT_EQ(difference["geometry_before"]["coordinates"], nlohmann::json({145.96, 44.18}));

  const CommandResult equal = runCordon({"diff", "--json", before(), before()});
  EXPECT_EQ(equal.exitCode, 0);
  EXPECT_EQ(nlohmann::json::parse(equal.out)["equal"], true);
}

TEST_F(Diff, ComparesTwoDatesOfOneScenario) {
  const CommandResult run = runCordon({"diff", before(), "--at", "2016-01", "--against", "2020"});
  EXPECT_EQ(run.exitCode, 1) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("+ site kunashir"), HasSubstr("+ test-missile: deployed, from 2016-11-18")));
  EXPECT_EQ(runCordon({"diff", before(), "--at", "2018", "--against", "2020"}).exitCode, 0);
  EXPECT_EQ(runCordon({"diff", "okhotsk", "--at", "2016-01-01", "--against", "2024-01-01"}).exitCode, 1);
}

TEST_F(Diff, ControlCharactersOfAFileDoNotReachTheTerminal) {
  const CommandResult run =
      runCordon({"diff", before(), after("\"name\": \"Kunashir\"", "\"name\": \"\\u001b[2J\\u0007\"")});
  EXPECT_EQ(run.exitCode, 1) << run.err;
  EXPECT_THAT(run.out, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\a"))));
}

TEST_F(Diff, AllTroubleIsTwo) {
  const std::string good = before();
  const std::string broken = write("broken.geojson", "[");
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"diff"},
                                             {"diff", good},
                                             {"diff", good, good, good},
                                             {"diff", good, file("none.geojson")},
                                             {"diff", broken, good},
                                             {"diff", good, "--at", "2016"},
                                             {"diff", good, "--at", "2016", "--against", "soon"},
                                             {"diff", good, good, "--at", "2016", "--against", "2017"}}) {
    const CommandResult run = runCordon(arguments);
    EXPECT_EQ(run.exitCode, 2) << testing::PrintToString(arguments);
    EXPECT_THAT(run.err, Not(IsEmpty())) << testing::PrintToString(arguments);
    EXPECT_THAT(run.out, IsEmpty());
  }
}

}  // namespace
}  // namespace cordon::test
