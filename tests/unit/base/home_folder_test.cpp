#include "base/home_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace cordon {
namespace {

/// HOME as a test wants it; as it was afterwards.
class HomeFolder : public testing::Test {
 protected:
  void SetUp() override {
    if (const char* home = std::getenv("HOME")) before_ = home;
  }
  void TearDown() override {
    if (before_) {
      setenv("HOME", before_->c_str(), 1);
    } else {
      unsetenv("HOME");
    }
  }

  std::optional<std::string> before_;
};

TEST_F(HomeFolder, StandsForTheTilde) {
  setenv("HOME", "/users/anna", 1);
  EXPECT_EQ(homeFolder(), "/users/anna");
  EXPECT_EQ(expandedHome("~"), "/users/anna");
  EXPECT_EQ(expandedHome("~/"), "/users/anna/");
  EXPECT_EQ(expandedHome("~/maps/a.geojson"), "/users/anna/maps/a.geojson");
  EXPECT_EQ(expandedHome("~//maps"), "/users/anna/maps") << "no second root";
}

TEST_F(HomeFolder, LeavesAllElseAsItIs) {
  setenv("HOME", "/users/anna", 1);
  for (const char* text : {"", "a/~", "~anna/a", "/a", "./~/a"}) EXPECT_EQ(expandedHome(text), text);
}

TEST_F(HomeFolder, MayBeMissing) {
  for (const bool isEmpty : {true, false}) {
    if (isEmpty) {
      setenv("HOME", "", 1);
    } else {
      unsetenv("HOME");
    }
    EXPECT_FALSE(homeFolder());
    EXPECT_EQ(expandedHome("~/a"), "~/a");
  }
}

}  // namespace
}  // namespace cordon
