#include "app/view/script_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

namespace cordon::app {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A runner whose lines are only written down; a line "wrong" fails.
class ScriptRunnerTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(file_); }

  void start(const std::string& text) {
    std::ofstream(file_) << text;
    auto script = Script::read(file_);
    ASSERT_TRUE(script);
    runner_.start(std::move(script).value());
  }
  /// A turn of the loop in which nothing holds the script up, but for what is given.
  int step(ScriptRunner::Situation situation = {0.0, true, false, false, true}) {
    situation.nowSeconds = now_ += 0.1;
    return runner_.step(situation);
  }
  std::string told() const { return reported_.empty() ? "" : toString(reported_.back()); }

  std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("cordon-script-" + std::to_string(::getpid()) + ".txt");
  std::vector<std::string> ran_;
  Diagnostics reported_;
  double now_ = 0.0;
  ScriptRunner runner_{[this](const std::string& line) -> std::optional<Diagnostic> {
                         ran_.push_back(line);
                         if (line == "wrong") return plainError("there is no such thing.");
                         return std::nullopt;
                       },
                       [this](const Diagnostics& problems) { reported_ = problems; }};
};

TEST_F(ScriptRunnerTest, RunsALineATurnAndEnds) {
  EXPECT_FALSE(runner_.isRunning());
  EXPECT_EQ(step(), 0);
  start("# a remark\none\n\n  two\n");
  EXPECT_TRUE(runner_.isRunning());
  EXPECT_GT(step(), 0);
  EXPECT_THAT(ran_, ElementsAre("one"));
  step();
  EXPECT_THAT(ran_, ElementsAre("one", "two"));
  EXPECT_FALSE(runner_.ended());
  step();
  EXPECT_EQ(runner_.ended(), ExitCode::Ok);
  EXPECT_FALSE(runner_.isRunning());
  EXPECT_THAT(reported_, IsEmpty());
}

TEST_F(ScriptRunnerTest, WaitsUntilTheWindowIsDoneWithALine) {
  start("one\ntwo");
  step({0.0, false, false, false, false});
  EXPECT_THAT(ran_, IsEmpty()) << "no scenario is open yet";
  step();
  step({0.0, true, true, false, true});
  step({0.0, true, false, true, false});
  EXPECT_THAT(ran_, SizeIs(1));
  step({0.0, true, false, false, false});
  EXPECT_THAT(ran_, SizeIs(2)) << "only settle waits for the picture";
}

TEST_F(ScriptRunnerTest, WaitsForWhatALineAskedFor) {
  start("one\ntwo\nthree\nfour");
  step();
  runner_.waitForSettled();
  step({0.0, true, false, false, false});
  EXPECT_THAT(ran_, SizeIs(1));
  step();
  ASSERT_THAT(ran_, SizeIs(2));
  runner_.waitUntil(now_ + 0.25);
  step();
  step();
  EXPECT_THAT(ran_, SizeIs(2));
  step();
  ASSERT_THAT(ran_, SizeIs(3));
  int done = 0;
  runner_.addStep([&] { ++done; });
  runner_.addStep([&] { ++done; });
  step({0.0, true, true, false, false});
  EXPECT_EQ(done, 0) << "one a frame";
  EXPECT_EQ(step(), 1);
  EXPECT_EQ(done, 1);
  step();
  EXPECT_EQ(done, 2);
  EXPECT_THAT(ran_, SizeIs(3));
  step();
  EXPECT_THAT(ran_, SizeIs(4));
}

TEST_F(ScriptRunnerTest, WaitsForTheScreenshot) {
  start("one\ntwo");
  step();
  runner_.askForScreenshot("a.png");
  EXPECT_EQ(step({0.0, true, false, false, false}), 0);
  EXPECT_EQ(step(), 1) << "the frame that takes it";
  EXPECT_THAT(ran_, SizeIs(1));
  EXPECT_EQ(runner_.takeScreenshot(), "a.png");
  EXPECT_EQ(runner_.takeScreenshot(), std::nullopt);
  step();
  EXPECT_THAT(ran_, SizeIs(2));
}

TEST_F(ScriptRunnerTest, EndsWithTheLineThatFails) {
  start("one\nwrong\nthree");
  for (int i = 0; i < 5; ++i) step();
  EXPECT_THAT(ran_, ElementsAre("one", "wrong"));
  EXPECT_EQ(runner_.ended(), ExitCode::WrongUse);
  EXPECT_THAT(told(), AllOf(HasSubstr(file_.string() + ":2:"), HasSubstr("\"wrong\": there is no such thing.")));
}

TEST_F(ScriptRunnerTest, EndsWithWhatFailsLater) {
  start("\npicture a.png\nthree");
  step();
  runner_.fail({plainError("a.png cannot be written: No space left on device.")}, ExitCode::FileError);
  EXPECT_EQ(step(), 0);
  EXPECT_THAT(ran_, SizeIs(1));
  EXPECT_EQ(runner_.ended(), ExitCode::FileError);
  EXPECT_THAT(told(), AllOf(HasSubstr(file_.string() + ":2:"), HasSubstr("\"picture a.png\": a.png cannot")));
  reported_.clear();
  runner_.fail({plainError("once more")}, ExitCode::WrongUse);
  EXPECT_EQ(runner_.ended(), ExitCode::FileError) << "the first failure counts";
  EXPECT_THAT(reported_, IsEmpty());
}

TEST_F(ScriptRunnerTest, KeepsThePlaceInAnotherFile) {
  start("open mine.geojson");
  step();
  Diagnostic syntax = plainError("a comma is missing.");
  syntax.file = "mine.geojson";
  syntax.position = TextPosition{7, 3};
  runner_.fail({syntax}, ExitCode::FileError);
  EXPECT_THAT(told(), AllOf(HasSubstr(file_.string() + ":1:"), HasSubstr("mine.geojson: line 7, column 3: a comma")));
}

TEST_F(ScriptRunnerTest, GivesUpAPictureThatNeverSettles) {
  start("settle\ntwo");
  step();
  runner_.waitForSettled();
  now_ += 119.0;
  step({0.0, true, false, false, false});
  EXPECT_FALSE(runner_.ended());
  now_ += 2.0;
  step({0.0, true, false, false, false});
  EXPECT_EQ(runner_.ended(), ExitCode::Environment);
  EXPECT_THAT(told(), HasSubstr("did not settle"));
}

}  // namespace
}  // namespace cordon::app
