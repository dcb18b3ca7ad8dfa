#include "edit/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "base/fingerprint.h"

namespace cordon::edit {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class JournalFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "cordon-journal-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
    folder_ = root_ / "cordon" / "journal";
  }
  void TearDown() override { fs::remove_all(root_); }

  static JournalBase base(const std::string& text = "{}") { return {"/a.geojson", "a", text, fingerprint(text)}; }

  std::vector<fs::path> files() const {
    std::vector<fs::path> files;
    if (fs::exists(folder_)) {
      for (const auto& entry : fs::directory_iterator(folder_)) files.push_back(entry.path());
    }
    return files;
  }

  static std::vector<std::string> payloads(const AbandonedJournal& journal) {
    std::vector<std::string> payloads;
    for (const JournalEntry& entry : journal.content.entries) payloads.push_back(entry.payload);
    return payloads;
  }

  /// Leaves a journal behind as a program that crashed does.
  void abandon(const std::vector<std::string>& payloads) const {
    Journal journal(folder_, base());
    for (const std::string& payload : payloads) journal.add(JournalMove::Do, "Step", payload);
  }

  fs::path root_;
  fs::path folder_;
};

TEST_F(JournalFolder, HoldsNothingBeforeTheFirstChange) {
  { Journal journal(folder_, base()); }
  EXPECT_FALSE(fs::exists(folder_));
}

TEST_F(JournalFolder, HoldsWhatWasDone) {
  {
    Journal journal(folder_, base());
    journal.add(JournalMove::Do, "Move", "one");
    journal.add(JournalMove::Undo, "Move", "two");
    EXPECT_TRUE(journal.flush());
    ASSERT_EQ(files().size(), 1U);
    struct stat status = {};
    ASSERT_EQ(stat(files().front().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    EXPECT_FALSE(journal.takeWarning());
  }
  const auto found = findAbandoned(folder_);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.base, base());
  ASSERT_EQ(found[0].content.entries.size(), 2U);
  EXPECT_EQ(found[0].content.entries[1].move, JournalMove::Undo);
  EXPECT_EQ(found[0].content.entries[1].step, "Move");
  EXPECT_EQ(found[0].lastChange, found[0].content.entries[1].when);
  EXPECT_FALSE(found[0].isDamaged);
}

TEST_F(JournalFolder, IsEmptyAfterASave) {
  {
    Journal journal(folder_, base());
    journal.add(JournalMove::Do, "Move", "one");
    ASSERT_TRUE(journal.flush());
    journal.restart(base("{ }"));
    ASSERT_TRUE(journal.flush());
    EXPECT_TRUE(files().empty());
    journal.add(JournalMove::Do, "Move", "two");
  }
  const auto found = findAbandoned(folder_);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.base.text, "{ }");
  EXPECT_EQ(payloads(found[0]), std::vector<std::string>{"two"});
}

TEST_F(JournalFolder, ALivingOwnerKeepsItsJournal) {
  Journal journal(folder_, base());
  journal.add(JournalMove::Do, "Move", "one");
  ASSERT_TRUE(journal.flush());
  EXPECT_TRUE(findAbandoned(folder_).empty());
  journal.compact([] { return "[1]"; });
  journal.add(JournalMove::Do, "Move", "two");
  ASSERT_TRUE(journal.flush());
  EXPECT_TRUE(findAbandoned(folder_).empty());
}

TEST_F(JournalFolder, TwoProgramsHaveTwoJournals) {
  Journal journal(folder_, base());
  abandon({"other"});
  journal.add(JournalMove::Do, "Move", "mine");
  ASSERT_TRUE(journal.flush());
  const auto found = findAbandoned(folder_);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(payloads(found[0]), std::vector<std::string>{"other"});
  EXPECT_TRUE(findAbandoned(folder_).empty()) << "what one program offers another one must not offer too";
}

TEST_F(JournalFolder, IsFoundAgainWhereItWasNotTaken) {
  abandon({"one"});
  EXPECT_EQ(findAbandoned(folder_).size(), 1U);
  EXPECT_EQ(findAbandoned(folder_).size(), 1U);
  EXPECT_TRUE(findAbandoned(folder_)[0].discard());
  EXPECT_TRUE(findAbandoned(folder_).empty());
  EXPECT_TRUE(files().empty());
}

TEST_F(JournalFolder, GoesOnAfterATornLine) {
  abandon({"one", "two"});
  fs::resize_file(files().front(), fs::file_size(files().front()) - 3);
  {
    auto found = findAbandoned(folder_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].isDamaged);
    Journal journal(std::move(found[0]));
    journal.add(JournalMove::Do, "Step", "three");
  }
  const auto found = findAbandoned(folder_);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].isDamaged);
  EXPECT_EQ(payloads(found[0]), (std::vector<std::string>{"one", "three"}));
}

TEST_F(JournalFolder, ACompactedOneIsOfTheSameFile) {
  {
    Journal journal(folder_, base());
    for (int i = 0; i < 70; ++i) journal.add(JournalMove::Do, "Step", std::string(1U << 20U, 'x'));
    EXPECT_TRUE(journal.isLarge());
    journal.compact([] { return "[1]"; });
    EXPECT_FALSE(journal.isLarge());
  }
  ASSERT_EQ(files().size(), 1U);
  EXPECT_LT(fs::file_size(files().front()), 1000U);
  const auto found = findAbandoned(folder_);
  ASSERT_EQ(found.size(), 1U) << "no step, but the base is not what the file holds";
  EXPECT_EQ(found[0].content.base.text, "[1]");
  EXPECT_EQ(found[0].content.base.file, "/a.geojson");
  EXPECT_EQ(found[0].content.base.savedFingerprint, fingerprint("{}"));
}

TEST_F(JournalFolder, AnythingElseInTheFolderIsLeft) {
  abandon({"one"});
  std::ofstream(folder_ / "garbage.journal") << "0123456789abcdef\tcordon-journal-1\tno";
  std::ofstream(folder_ / "empty.journal");
  std::ofstream(folder_ / "new.journal.part") << "x";
  ASSERT_EQ(mkfifo((folder_ / "pipe.journal").c_str(), 0600), 0);
  fs::create_directory(folder_ / "folder.journal");
  fs::create_symlink(files().front(), folder_ / "link.journal");
  EXPECT_EQ(findAbandoned(folder_).size(), 1U);
  EXPECT_EQ(files().size(), 7U);
  EXPECT_TRUE(findAbandoned(root_ / "nowhere").empty());
}

TEST_F(JournalFolder, RemovesWhatWasNeverGivenItsNameAfterADay) {
  fs::create_directories(folder_);
  std::ofstream(folder_ / "old.journal.part") << "x";
  fs::last_write_time(folder_ / "old.journal.part", fs::file_time_type::clock::now() - std::chrono::hours(30));
  findAbandoned(folder_);
  EXPECT_TRUE(files().empty());
}

TEST_F(JournalFolder, OneThatCannotBeMadeIsToldOnceAndTriedAgain) {
  std::ofstream(root_ / "cordon") << "a file where the folder should be";
  Journal journal(folder_, base());
  journal.add(JournalMove::Do, "Step", "one");
  EXPECT_FALSE(journal.flush());
  const auto warning = journal.takeWarning();
  ASSERT_TRUE(warning);
  EXPECT_EQ(warning->severity, Severity::Warning);
  EXPECT_THAT(warning->message, HasSubstr("Not a directory"));
  journal.add(JournalMove::Do, "Step", "two");
  EXPECT_FALSE(journal.flush());
  EXPECT_FALSE(journal.takeWarning());
  fs::remove(root_ / "cordon");
  while (!journal.flush()) usleep(10'000);
  ASSERT_EQ(files().size(), 1U);
  std::ostringstream text;
  text << std::ifstream(files().front()).rdbuf();
  EXPECT_EQ(readJournal(text.str())->entries.size(), 2U);
}

TEST_F(JournalFolder, AFolderThatTakesNoFilesIsTold) {
  fs::create_directories(folder_);
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  fs::permissions(root_, fs::perms::owner_all | fs::perms::others_all);
  const pid_t child = fork();
  if (child == 0) {
    // Permissions are nothing to root.
    if (geteuid() == 0 && setuid(65534) != 0) _exit(1);
    Journal journal(folder_, base());
    journal.add(JournalMove::Do, "Step", "one");
    const bool isWritten = journal.flush();
    const auto warning = journal.takeWarning();
    _exit(!isWritten && warning && warning->message.find("Permission denied") != std::string::npos ? 7 : 8);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 7);
  fs::permissions(folder_, fs::perms::owner_all);
}

TEST(JournalFolderName, FollowsTheXdgSpecification) {
  const char* before = std::getenv("HOME");
  const std::string home = before == nullptr ? "" : before;
  setenv("XDG_STATE_HOME", "/state", 1);
  EXPECT_EQ(journalFolder(), "/state/cordon/journal");
  setenv("XDG_STATE_HOME", "relative", 1);
  setenv("HOME", "/user", 1);
  EXPECT_EQ(journalFolder(), "/user/.local/state/cordon/journal");
  unsetenv("XDG_STATE_HOME");
  EXPECT_EQ(journalFolder(), "/user/.local/state/cordon/journal");
  unsetenv("HOME");
  EXPECT_FALSE(journalFolder());
  setenv("HOME", home.c_str(), 1);
}

}  // namespace
}  // namespace cordon::edit
