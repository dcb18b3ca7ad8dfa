#include "edit/scenario_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "scenario/io.h"

namespace cordon::edit {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Outcome = SaveResult::Outcome;

constexpr const char* kText =
    "{ \"type\": \"FeatureCollection\",\n\t\"cordon\": { \"version\": 1,   \"title\": \"Before\",\n"
    "\t\t\"x-own\": 1.50 },\n\t\"features\": [ ] }\n";

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  return text.replace(text.find(before), before.size(), after);
}

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

class ScenarioFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "cordon-save-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    file_ = folder_ / "a.geojson";
    put(file_, kText);
    read_ = {file_, kText};
    document_ = scenario::readDocument(kText, "test", {}).value();
  }
  void TearDown() override {
    fs::permissions(folder_, fs::perms::owner_all);
    fs::remove_all(folder_);
  }

  static void put(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  /// Saves in a child process that lives under other rules; whether what came of it has this in its message.
  template <typename Rules>
  bool failsInChild(Rules rules, const std::string& words) {
    const pid_t child = fork();
    if (child == 0) {
      if (!rules()) _exit(1);
      const SaveResult result = saveScenario(document_, file_, read_);
      const bool isTold = !result.problems.empty() && result.problems[0].message.find(words) != std::string::npos;
      _exit(result.outcome == Outcome::Failed && isTold ? 7 : 8);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 7;
  }

  fs::path folder_;
  fs::path file_;
  FileVersion read_;
  scenario::Document document_;
};

TEST_F(ScenarioFile, ChangesItsLineAndKeepsTheVersionBefore) {
  document_.title = "After";
  const SaveResult result = saveScenario(document_, file_, read_);
  EXPECT_EQ(result.outcome, Outcome::Saved);
  EXPECT_TRUE(result.problems.empty());
  EXPECT_EQ(content(file_), replaced(kText, "Before", "After"));
  EXPECT_EQ(result.text, content(file_));
  EXPECT_EQ(content(folder_ / "a.geojson~"), kText);
  EXPECT_THAT(names(), testing::ElementsAre("a.geojson", "a.geojson~"));

  document_.title = "Later";
  EXPECT_EQ(saveScenario(document_, file_, {file_, result.text}).outcome, Outcome::Saved);
  EXPECT_EQ(content(folder_ / "a.geojson~"), result.text);
}

TEST_F(ScenarioFile, LeavesAFileThatWouldNotChange) {
  put(folder_ / "a.geojson~", "older");
  EXPECT_EQ(saveScenario(document_, file_, read_).outcome, Outcome::Saved);
  EXPECT_EQ(content(file_), kText);
  EXPECT_EQ(content(folder_ / "a.geojson~"), "older");
}

TEST_F(ScenarioFile, AsksWhereTheFileChangedMeanwhile) {
  const auto time = fs::last_write_time(file_);
  const std::string theirs = replaced(kText, "1.50", "1.75");
  put(file_, theirs);
  fs::last_write_time(file_, time);  // neither time nor length tell it
  document_.title = "Mine";
  const SaveResult asked = saveScenario(document_, file_, read_);
  EXPECT_EQ(asked.outcome, Outcome::ChangedOnDisk);
  EXPECT_EQ(asked.text, theirs);
  EXPECT_EQ(content(file_), theirs);
  EXPECT_THAT(names(), testing::ElementsAre("a.geojson"));

  const SaveResult mine = saveScenario(document_, file_, read_, OnChange::Overwrite);
  EXPECT_EQ(mine.outcome, Outcome::Saved);
  EXPECT_EQ(scenario::readDocument(content(file_), "test", {}).value(), document_);
  EXPECT_EQ(content(folder_ / "a.geojson~"), theirs) << "theirs is not lost";
}

TEST_F(ScenarioFile, MineIsWrittenEvenOverWhatIsNoScenario) {
  put(file_, "no JSON");
  EXPECT_EQ(saveScenario(document_, file_, read_, OnChange::Overwrite).outcome, Outcome::Saved);
  EXPECT_EQ(scenario::readDocument(content(file_), "test", {}).value(), document_);
}

TEST_F(ScenarioFile, ATouchedFileIsNotChanged) {
  fs::last_write_time(file_, fs::file_time_type::clock::now() + std::chrono::hours(1));
  document_.title = "After";
  EXPECT_EQ(saveScenario(document_, file_, read_).outcome, Outcome::Saved);
}

TEST_F(ScenarioFile, ARemovedFileIsMadeAgain) {
  fs::remove(file_);
  EXPECT_EQ(saveScenario(document_, file_, read_).outcome, Outcome::Saved);
  EXPECT_EQ(content(file_), kText);
}

TEST_F(ScenarioFile, SavedElsewhereKeepsItsLayout) {
  const fs::path other = folder_ / "b.geojson";
  EXPECT_EQ(saveScenario(document_, other, read_).outcome, Outcome::Saved);
  EXPECT_EQ(content(other), kText);
  put(other, "another");
  EXPECT_EQ(saveScenario(document_, other, read_).outcome, Outcome::Saved);
  EXPECT_EQ(content(folder_ / "b.geojson~"), "another");
}

TEST_F(ScenarioFile, ANewScenarioIsPrinted) {
  const fs::path other = folder_ / "b.geojson";
  EXPECT_EQ(saveScenario(document_, other, {}).outcome, Outcome::Saved);
  EXPECT_EQ(content(other), scenario::writeDocument(document_));
}

TEST_F(ScenarioFile, WritesThroughALinkAndKeepsPermissions) {
  fs::create_directory(folder_ / "deep");
  fs::rename(file_, folder_ / "deep" / "real.geojson");
  fs::permissions(folder_ / "deep" / "real.geojson", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("deep/real.geojson", file_);
  document_.title = "After";
  EXPECT_EQ(saveScenario(document_, file_, read_).outcome, Outcome::Saved);
  EXPECT_TRUE(fs::is_symlink(file_));
  EXPECT_EQ(content(folder_ / "deep" / "real.geojson"), replaced(kText, "Before", "After"));
  EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(content(folder_ / "deep" / "real.geojson~"), kText);
  EXPECT_EQ(previousVersionOf(file_), fs::canonical(folder_ / "deep") / "real.geojson~");
}

TEST_F(ScenarioFile, KnowsItsFileByAnotherPath) {
  fs::create_symlink(file_, folder_ / "link.geojson");
  put(file_, replaced(kText, "Before", "Theirs"));
  EXPECT_EQ(saveScenario(document_, folder_ / "link.geojson", read_).outcome, Outcome::ChangedOnDisk);
}

TEST_F(ScenarioFile, ALongNameIsSavedAndSaysThatTheVersionBeforeIsNotKept) {
  const fs::path other = folder_ / (std::string(247, 'x') + ".geojson");
  ASSERT_EQ(other.filename().string().size(), 255U);
  put(other, "before");
  const SaveResult result = saveScenario(document_, other, read_);
  EXPECT_EQ(result.outcome, Outcome::Saved);
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].severity, Severity::Warning);
  EXPECT_THAT(result.problems[0].message, HasSubstr("name too long"));
  EXPECT_EQ(content(other), kText);

  const SaveResult tooLong = saveScenario(document_, folder_ / std::string(256, 'x'), read_);
  EXPECT_EQ(tooLong.outcome, Outcome::Failed);
  EXPECT_THAT(tooLong.problems.at(0).message, HasSubstr("name too long"));
}

TEST_F(ScenarioFile, AFullDiskLeavesTheFileAndItsVersionBefore) {
  put(folder_ / "a.geojson~", "older");
  document_.title = "After";
  const auto limited = [] {
    const rlimit limit{50, 50};
    return setrlimit(RLIMIT_FSIZE, &limit) == 0;
  };
  EXPECT_TRUE(failsInChild(limited, "File too large"));
  EXPECT_EQ(content(file_), kText);
  EXPECT_EQ(content(folder_ / "a.geojson~"), "older");
  EXPECT_THAT(names(), testing::ElementsAre("a.geojson", "a.geojson~"));
  EXPECT_EQ(fs::hard_link_count(file_), 1U);
}

TEST_F(ScenarioFile, AReadOnlyFolderLeavesTheFile) {
  document_.title = "After";
  fs::permissions(file_, fs::perms::owner_read | fs::perms::others_read);
  fs::permissions(folder_,
                  fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  // Permissions are nothing to root.
  EXPECT_TRUE(failsInChild([] { return geteuid() != 0 || setuid(65534) == 0; }, "Permission denied"));
  EXPECT_EQ(content(file_), kText);
  EXPECT_THAT(names(), testing::ElementsAre("a.geojson"));
}

TEST_F(ScenarioFile, AMissingFolderIsTold) {
  const SaveResult result = saveScenario(document_, folder_ / "none" / "a.geojson", read_);
  EXPECT_EQ(result.outcome, Outcome::Failed);
  EXPECT_THAT(result.problems.at(0).message, HasSubstr("No such file or directory"));
}

}  // namespace
}  // namespace cordon::edit
