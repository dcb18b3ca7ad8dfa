#include <gmock/gmock.h>

#include "cli/scenario_files.h"

namespace cordon::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Arguments, HelpIsEverywhereWithExamplesAndExitCodes) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"--help"}, {"render", "--help"}, {"check", "--help"}, {"systems", "--help"}}) {
    const CommandResult run = runCordon(words);
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_THAT(run.out, AllOf(HasSubstr("Example"), HasSubstr("Exit codes:")));
    EXPECT_THAT(run.err, IsEmpty());
  }
}

TEST(Arguments, VersionNamesTheLibraries) {
  const CommandResult run = runCordon({"--version"});
  EXPECT_EQ(run.exitCode, 0);
  EXPECT_THAT(run.out, AllOf(StartsWith("Cordon "), HasSubstr("OpenSceneGraph 3"), HasSubstr("PROJ ")));
}

TEST(Arguments, WithoutAVerbTheWindowIsOpenedWhichNeedsADisplay) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{}, {"view"}}) {
    const CommandResult run = runCordon(words, {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}});
    EXPECT_EQ(run.exitCode, 4);
    EXPECT_THAT(run.err, AllOf(StartsWith("cordon: error: "), HasSubstr("cordon render")));
  }
}

TEST(Arguments, UnknownVerbsAreWrongUse) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{"draw"}, {"render", "-q"}}) {
    const CommandResult run = runCordon(words);
    EXPECT_EQ(run.exitCode, 2);
    EXPECT_THAT(run.err, StartsWith("cordon: error: "));
  }
}

struct WrongUse {
  std::vector<std::string> words;
  std::string message;
};

class WrongArguments : public WithFolder, public testing::WithParamInterface<WrongUse> {};

TEST_P(WrongArguments, AreRefusedWithTheReasonBeforeAnythingIsDrawn) {
  std::vector<std::string> words{"render", "--output", file("out.png")};
  words.insert(words.end(), GetParam().words.begin(), GetParam().words.end());
  const CommandResult run = runCordon(words);
  EXPECT_EQ(run.exitCode, 2) << run.err;
  EXPECT_THAT(run.err, AllOf(StartsWith("cordon: error: "), HasSubstr(GetParam().message)));
  EXPECT_THAT(names(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    EachOption, WrongArguments,
    testing::Values(WrongUse{{"--resolution", "63,64"}, "W 63 must be a whole number from 64 to 16384"},
                    WrongUse{{"--resolution", "1920,16385"}, "H 16385 must be a whole number from 64 to 16384"},
                    WrongUse{{"--resolution", "1920"}, "\"1920\" is not W,H"},
                    WrongUse{{"--resolution", "1920.5,1080"}, "whole number"},
                    WrongUse{{"--camera", "91,0,900"}, "LAT 91 must be from -90 to 90"},
                    WrongUse{{"--camera", "nan,0,900"}, "LAT \"nan\" is not a number"},
                    WrongUse{{"--camera", "45,inf,900"}, "LON \"inf\" is not a number"},
                    WrongUse{{"--camera", "45,150,0"}, "RANGE_KM 0 must be from 0.1 to 100000"},
                    WrongUse{{"--camera", "45,150,1e999"}, "RANGE_KM \"1e999\" is not a number"},
                    WrongUse{{"--camera", "45,150,900,0,90"}, "TILT 90 must be from 0 to less than 90"},
                    WrongUse{{"--camera", "45,150"}, "is not LAT,LON,RANGE_KM[,HEADING[,TILT]]"},
                    WrongUse{{"--camera", "45,150,9x"}, "\"9x\" is not a number"},
                    WrongUse{{"--extent", "140,50,150,40"}, "N (40) must be north of S (50)"},
                    WrongUse{{"--extent", "140,40,140,50"}, "the same meridian"},
                    WrongUse{{"--camera", "45,150,900", "--extent", "140,40,150,50"}, "exclude each other"},
                    WrongUse{{"--camera", "45,150,900", "--view", "overview"}, "exclude each other"},
                    WrongUse{{"--view", "no-such-view"}, "no view \"no-such-view\""},
                    WrongUse{{"--date", "2018-02-30"}, "\"2018-02-30\" is no day"},
                    WrongUse{{"--date", "2018-11"}, "YYYY-MM-DD"}, WrongUse{{"--date", "2018"}, "\"2018\" is no day"},
                    WrongUse{{"--layers", "coat"}, "Did you mean coast?"},
                    WrongUse{{"--layers", "relief,-coast"}, "cannot be mixed"},
                    WrongUse{{"--range-claim", "median"}, "none of default, min, max"},
                    WrongUse{{"--exaggeration", "-1"}, "X -1 must be from 0 to 100"},
                    WrongUse{{"--rendering-backend", "metal"}, "none of auto, egl"},
                    WrongUse{{"--language", "fr"}, "none of en, ru, ja"},
                    WrongUse{{"--stats", "--verbose"}, "file's name"}));

class ArgumentsWithFolder : public WithFolder {};

TEST_F(ArgumentsWithFolder, AllThatIsWrongIsToldAtOnce) {
  const CommandResult run =
      runCordon({"render", "--output", file("out.jpg"), "--camera", "91,999,1", "--date", "soon"});
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("PNG"), HasSubstr("LAT"), HasSubstr("LON"), HasSubstr("--date")));
}

TEST_F(ArgumentsWithFolder, StatisticsNeverOverwriteThePictureHoweverItIsSpelt) {
  const auto expectRefused = [this](const std::string& statistics) {
    const CommandResult run = runCordon({"render", "--output", file("out.png"), "--stats", statistics});
    EXPECT_EQ(run.exitCode, 2) << statistics;
    EXPECT_THAT(run.err, HasSubstr("the same file")) << statistics;
  };
  expectRefused(file("out.png"));
  expectRefused(file("./out.png"));
  expectRefused(file("no/../out.png"));
  write("out.png", "older picture");
  std::filesystem::create_hard_link(file("out.png"), file("link.json"));
  expectRefused(file("link.json"));
  EXPECT_EQ(read("out.png"), "older picture");
}

TEST_F(ArgumentsWithFolder, OutputIsNeeded) {
  const CommandResult run = runCordon({"render"});
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_THAT(run.err, HasSubstr("--output"));
}

}  // namespace
}  // namespace cordon::test
