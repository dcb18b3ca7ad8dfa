#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "cli/command.h"

namespace cordon::test {
namespace {

namespace fs = std::filesystem;

TEST(Install, GivesATreeThatCanBeMoved) {
  const TemporaryFolder folder;
  const fs::path prefix = folder.path() / "installed";
  const CommandResult install = runCommand(CORDON_CMAKE, {"--install", CORDON_BINARY_DIR, "--prefix", prefix.string()});
  ASSERT_EQ(install.exitCode, 0) << install.err;
  const fs::path moved = folder.path() / "elsewhere";
  fs::rename(prefix, moved);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(moved)) {
    EXPECT_FALSE(entry.is_symlink()) << entry.path() << " points out of the installed tree";
  }
  const fs::path picture = folder.path() / "okhotsk.png";

  const CommandResult render =
      runCommand(moved / "bin/cordon", {"render", "okhotsk", "--resolution", "320,200", "--output", picture.string()},
                 {{"CORDON_DATA", ""}});

  EXPECT_EQ(render.exitCode, 0) << render.err;
  EXPECT_TRUE(fs::exists(picture));
  EXPECT_TRUE(fs::exists(moved / "share/cordon/geodata/SOURCES.md"));
}

TEST(Install, FindsItsDataThroughTheEnvironmentToo) {
  const CommandResult missing = runCordon({"check", "okhotsk"}, {{"CORDON_DATA", "/nowhere"}});
  EXPECT_NE(missing.exitCode, 0);
  EXPECT_NE(missing.err.find("/nowhere/assets"), std::string::npos) << missing.err;

  const std::string data = CORDON_BINARY_DIR "/share/cordon";
  EXPECT_EQ(runCordon({"check", "okhotsk"}, {{"CORDON_DATA", data}}).exitCode, 0);
}

}  // namespace
}  // namespace cordon::test
