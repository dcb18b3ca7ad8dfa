#include "base/data_paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace cordon {
namespace {

namespace fs = std::filesystem;

class DataPathsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("cordon-data-" + std::to_string(getpid()));
    fs::create_directories(folder_);
    unsetenv("CORDON_DATA");
  }
  void TearDown() override {
    unsetenv("CORDON_DATA");
    fs::remove_all(folder_);
  }

  fs::path folder_;
};

TEST_F(DataPathsTest, FindsTheBuildFoldersData) {
  const Result<DataPaths> paths = findDataPaths();

  ASSERT_TRUE(paths.ok());
  EXPECT_EQ(paths->assets, fs::path(CORDON_BINARY_DIR) / "share/cordon/assets");
  EXPECT_TRUE(fs::exists(paths->assets / "fonts/NotoSans-Regular.ttf"));
  EXPECT_TRUE(fs::is_directory(paths->geodata));
}

TEST_F(DataPathsTest, PrefersTheEnvironmentsFolder) {
  fs::create_directories(folder_ / "assets");
  fs::create_directories(folder_ / "geodata");
  setenv("CORDON_DATA", folder_.c_str(), 1);

  const Result<DataPaths> paths = findDataPaths();

  ASSERT_TRUE(paths.ok());
  EXPECT_EQ(paths->assets, folder_ / "assets");
  EXPECT_EQ(paths->geodata, folder_ / "geodata");
}

TEST_F(DataPathsTest, DoesNotFallBackWhereTheEnvironmentsFolderIsIncomplete) {
  fs::create_directories(folder_ / "assets");
  setenv("CORDON_DATA", folder_.c_str(), 1);

  const Result<DataPaths> paths = findDataPaths();

  ASSERT_FALSE(paths.ok());
  ASSERT_EQ(paths.diagnostics().size(), 1U);
  const std::string text = toString(paths.diagnostics().front());
  EXPECT_THAT(text, testing::HasSubstr((folder_ / "geodata").string() + " is missing"));
  EXPECT_THAT(text, testing::Not(testing::HasSubstr((folder_ / "assets").string())));
  EXPECT_THAT(text, testing::HasSubstr("CORDON_DATA"));
}

TEST_F(DataPathsTest, NamesEveryMissingFolder) {
  setenv("CORDON_DATA", (folder_ / "nowhere").c_str(), 1);

  const Result<DataPaths> paths = findDataPaths();

  ASSERT_FALSE(paths.ok());
  const std::string text = toString(paths.diagnostics().front());
  EXPECT_THAT(text, testing::HasSubstr((folder_ / "nowhere/assets").string()));
  EXPECT_THAT(text, testing::HasSubstr((folder_ / "nowhere/geodata").string()));
}

TEST_F(DataPathsTest, TakesAnEmptyVariableForAnUnsetOne) {
  setenv("CORDON_DATA", "", 1);

  EXPECT_TRUE(findDataPaths().ok());
}

}  // namespace
}  // namespace cordon
