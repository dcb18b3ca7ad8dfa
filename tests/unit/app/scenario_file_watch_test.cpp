#include "app/view/scenario_file_watch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string>

namespace cordon::app {
namespace {

namespace fs = std::filesystem;
using Change = ScenarioFileWatch::Change;

/// A file of which the scenario was read, and a watch that looks at it every two seconds.
class ScenarioFileWatchTest : public testing::Test {
 protected:
  void SetUp() override {
    write();
    watch_.noteTaken(lastWritten(file_));
  }
  void TearDown() override { fs::remove(file_); }

  /// Another program writes the file, a minute later each time.
  void write() {
    std::ofstream(file_) << "x";
    fs::last_write_time(file_, written_ += std::chrono::minutes(1));
  }
  Change look(bool isModified = false) { return watch_.look(file_, isModified, now_ += 2.0); }

  fs::path file_ = fs::temp_directory_path() /
                   (std::string("cordon-watch-") + testing::UnitTest::GetInstance()->current_test_info()->name() +
                    std::to_string(::getpid()));
  fs::file_time_type written_ = fs::file_time_type::clock::now();
  ScenarioFileWatch watch_;
  double now_ = 0.0;
};

TEST_F(ScenarioFileWatchTest, AsksForEachVersionOnce) {
  EXPECT_EQ(look(), Change::None);
  EXPECT_FALSE(watch_.isChanged(file_));
  write();
  EXPECT_TRUE(watch_.isChanged(file_));
  EXPECT_EQ(look(), Change::Reread);
  EXPECT_EQ(look(), Change::None);
  watch_.noteTaken(lastWritten(file_));
  EXPECT_FALSE(watch_.isChanged(file_));
  EXPECT_EQ(look(), Change::None);
  write();
  EXPECT_EQ(look(), Change::Reread);
}

TEST_F(ScenarioFileWatchTest, DoesNotTakeAnUnreadableVersionForRead) {
  write();
  ASSERT_EQ(look(), Change::Reread);
  // It could not be read: nothing is taken. Its error is not told again and again, but it is not to be overwritten.
  EXPECT_EQ(look(), Change::None);
  EXPECT_TRUE(watch_.isChanged(file_));
  EXPECT_EQ(look(true), Change::Tell);
  EXPECT_TRUE(watch_.isChanged(file_));
  write();
  EXPECT_EQ(look(), Change::Reread) << "the next version is asked for";
}

TEST_F(ScenarioFileWatchTest, AsksAgainForAVersionThatWasDropped) {
  write();
  ASSERT_EQ(look(), Change::Reread);
  // Meanwhile the scenario was changed, so what was read is thrown away.
  watch_.noteDropped();
  EXPECT_TRUE(watch_.isChanged(file_));
  EXPECT_EQ(look(true), Change::Tell);
  EXPECT_EQ(look(true), Change::None) << "it is told once";
  EXPECT_EQ(look(false), Change::Reread) << "the changes were undone";
}

TEST_F(ScenarioFileWatchTest, TellsOfEachTakenVersionAnew) {
  write();
  EXPECT_EQ(look(true), Change::Tell);
  watch_.noteTaken(lastWritten(file_));
  EXPECT_EQ(look(true), Change::None);
  write();
  EXPECT_EQ(look(true), Change::Tell);
}

TEST_F(ScenarioFileWatchTest, LooksOnceASecond) {
  EXPECT_EQ(watch_.look(file_, false, 10.0), Change::None);
  write();
  EXPECT_EQ(watch_.look(file_, false, 10.9), Change::None);
  EXPECT_EQ(watch_.look(file_, false, 11.0), Change::Reread);
}

TEST_F(ScenarioFileWatchTest, LeavesMissingFilesAlone) {
  fs::remove(file_);
  EXPECT_EQ(look(), Change::None);
  EXPECT_TRUE(watch_.isChanged(file_));
  write();
  EXPECT_EQ(look(), Change::Reread) << "it came back as another one";

  ScenarioFileWatch builtIn;
  builtIn.noteTaken(std::nullopt);
  EXPECT_EQ(builtIn.look({}, false, 1.0), Change::None);
  EXPECT_FALSE(builtIn.isChanged(file_));
}

}  // namespace
}  // namespace cordon::app
