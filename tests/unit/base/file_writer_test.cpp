#include "base/file_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace cordon {
namespace {

namespace fs = std::filesystem;

class FileWriter : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "cordon-file-writer-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder_)) found.push_back(entry.path().filename().string());
    return found;
  }
  static std::string content(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
  }
  static std::vector<std::uint8_t> bytes(const std::string& text) { return {text.begin(), text.end()}; }

  fs::path folder_;
};

TEST_F(FileWriter, WritesAFileAndNothingElse) {
  ASSERT_FALSE(writeFile(folder_ / "a.png", bytes("one")));
  EXPECT_EQ(content(folder_ / "a.png"), "one");
  EXPECT_THAT(names(), testing::ElementsAre("a.png"));
}

TEST_F(FileWriter, ReplacesAnOlderFileAndKeepsItsPermissions) {
  ASSERT_FALSE(writeFile(folder_ / "a.png", bytes("a longer text")));
  fs::permissions(folder_ / "a.png", fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_FALSE(writeFile(folder_ / "a.png", bytes("new")));
  EXPECT_EQ(content(folder_ / "a.png"), "new");
  EXPECT_EQ(fs::status(folder_ / "a.png").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_THAT(names(), testing::ElementsAre("a.png"));
}

TEST_F(FileWriter, WritesThroughASymbolicLink) {
  fs::create_directory(folder_ / "real");
  fs::create_symlink("real/a.png", folder_ / "link.png");
  ASSERT_FALSE(writeFile(folder_ / "link.png", bytes("x")));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.png"));
  EXPECT_EQ(content(folder_ / "real/a.png"), "x");
}

TEST_F(FileWriter, WritesThroughALinkToNothingYet) {
  fs::create_symlink("later.json", folder_ / "link.json");
  ASSERT_FALSE(writeFile(folder_ / "link.json", "text", Readers::OwnerOnly));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.json"));
  EXPECT_EQ(content(folder_ / "later.json"), "text");
  EXPECT_EQ(fs::status(folder_ / "later.json").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(FileWriter, LeavesNothingWhereItFails) {
  fs::create_directory(folder_ / "a.png");
  const auto isFolder = writeFile(folder_ / "a.png", "text");
  ASSERT_TRUE(isFolder);
  EXPECT_THAT(isFolder->message,
              testing::AllOf(testing::HasSubstr((folder_ / "a.png").string()), testing::HasSubstr("it is a folder")));
  const auto missing = writeFile(folder_ / "none" / "a.png", "text");
  ASSERT_TRUE(missing);
  EXPECT_THAT(missing->message, testing::HasSubstr("No such file or directory"));
  EXPECT_THAT(names(), testing::ElementsAre("a.png"));
}

TEST_F(FileWriter, SaysWhatIsWrongWithAPlace) {
  const auto missing = whyNotWritable(folder_ / "none" / "a.png");
  ASSERT_TRUE(missing);
  EXPECT_THAT(missing->message, testing::AllOf(testing::HasSubstr((folder_ / "none").string()),
                                               testing::HasSubstr("No such file or directory")));
  const auto isFolder = whyNotWritable(folder_);
  ASSERT_TRUE(isFolder);
  EXPECT_THAT(isFolder->message, testing::HasSubstr("it is a folder"));
  ASSERT_FALSE(writeFile(folder_ / "file", bytes("x")));
  EXPECT_TRUE(whyNotWritable(folder_ / "file" / "a.png"));
  EXPECT_TRUE(whyNotWritable(""));
  EXPECT_FALSE(whyNotWritable(folder_ / "a.png"));
  EXPECT_FALSE(whyNotWritable("/dev/null"));
}

TEST_F(FileWriter, AFullDeviceIsAnError) {
  EXPECT_FALSE(writeFile("/dev/null", bytes("x")));
  const auto full = writeFile("/dev/full", bytes("x"));
  ASSERT_TRUE(full);
  EXPECT_THAT(full->message, testing::HasSubstr("No space left on device"));
}

/// Runs something in a child process and returns the child's wait status.
template <typename Body>
int inChild(Body body) {
  const pid_t child = fork();
  if (child == 0) _exit(body());
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

TEST_F(FileWriter, AFileThatMayNotGrowLeavesTheOlderOne) {
  ASSERT_FALSE(writeFile(folder_ / "a.png", bytes("old")));
  const int status = inChild([this] {
    const rlimit limit{1000, 1000};
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto failure = writeFile(folder_ / "a.png", std::vector<std::uint8_t>(5000));
    return failure && failure->message.find("File too large") != std::string::npos ? 7 : 8;
  });
  ASSERT_TRUE(WIFEXITED(status)) << "the signal SIGXFSZ must not end the process";
  EXPECT_EQ(WEXITSTATUS(status), 7);
  EXPECT_EQ(content(folder_ / "a.png"), "old");
  EXPECT_THAT(names(), testing::ElementsAre("a.png"));
}

TEST_F(FileWriter, AnInterruptLeavesNoTemporaryFile) {
  // A pipe that nobody reads holds the writer in the midst of its work.
  ASSERT_EQ(mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  const pid_t child = fork();
  if (child == 0) {
    writeFile(folder_ / "pipe", std::vector<std::uint8_t>(1 << 20));
    // With the default disposition back, the interrupt noted meanwhile has ended the process before this.
    _exit(0);
  }
  std::ifstream reader(folder_ / "pipe", std::ios::binary);
  char first = 1;
  reader.read(&first, 1);
  kill(child, SIGTERM);
  int status = 0;
  while (reader.get(first)) {
  }
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGTERM);
  EXPECT_THAT(names(), testing::ElementsAre("pipe"));
}

}  // namespace
}  // namespace cordon
