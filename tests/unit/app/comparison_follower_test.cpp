#include "app/view/comparison_follower.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "mapdata/gazetteer.h"

namespace cordon::app {
namespace {

constexpr const char* kText = R"({"type":"FeatureCollection","cordon":{"version":1},"features":[
  {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[146,44]},
   "properties":{"kind":"site","name":"A","from":"2015"}},
  {"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":[148,45]},
   "properties":{"kind":"site","name":"B","from":"2018"}}]})";

class ComparisonFollowerTest : public testing::Test {
 protected:
  ComparisonFollowerTest() { workspace_.open(document(), {}, "islands", {}); }

  static scenario::Document document() { return scenario::readDocument(kText, "islands", {}).value(); }

  /// Follows until the comparison is made or given up.
  Diagnostics follow() {
    Diagnostics told;
    do {
      for (const Diagnostic& problem : follower_.follow()) told.push_back(problem);
      std::this_thread::yield();
    } while (follower_.isBusy());
    return told;
  }

  std::string counts() const {
    const auto& changes = workspace_.shown().changes;
    return changes ? scene::countsText(changes->comparison) : "none";
  }

  void editOnce() {
    scenario::Document changed = workspace_.document();
    changed.features.edit(0).name = "Another";
    workspace_.apply("rename", std::move(changed));
  }

  mapdata::Gazetteer gazetteer_;
  scenario::Catalogue catalogue_;
  std::filesystem::path assets_ = CORDON_SOURCE_DIR "/assets";
  edit::Workspace workspace_{gazetteer_};
  ComparisonFollower follower_{workspace_, assets_, catalogue_, {}};
};

TEST_F(ComparisonFollowerTest, ComparesWithWhatWasSavedAfterEachChange) {
  follower_.begin({Baseline::Kind::Saved, "islands", kText, {}});
  EXPECT_TRUE(follow().empty());
  EXPECT_EQ(counts(), "0 added, 0 removed, 0 moved, 0 changed");
  EXPECT_EQ(workspace_.shown().changes->title, "islands as saved");
  editOnce();
  follow();
  EXPECT_EQ(counts(), "0 added, 0 removed, 0 moved, 1 changed");
  EXPECT_EQ(workspace_.history().position(), 1U) << "a comparison is no step";
  workspace_.undo();
  follow();
  EXPECT_EQ(counts(), "0 added, 0 removed, 0 moved, 0 changed");
  editOnce();
  follower_.noteSaved(scenario::writeDocument(workspace_.document()));
  follow();
  EXPECT_EQ(counts(), "0 added, 0 removed, 0 moved, 0 changed") << "it was saved";
}

TEST_F(ComparisonFollowerTest, ComparesTheDateThatIsShown) {
  workspace_.shown().date = scenario::Date::parse("2019-01-01");
  follower_.begin({Baseline::Kind::Date, {}, {}, *scenario::Date::parse("2015-06-01")});
  follow();
  EXPECT_EQ(counts(), "1 added, 0 removed, 0 moved, 0 changed");
  EXPECT_EQ(workspace_.shown().changes->title, "1 June 2015");
  workspace_.shown().date = scenario::Date::parse("2014-01-01");
  follow();
  EXPECT_EQ(counts(), "0 added, 1 removed, 0 moved, 0 changed");
}

TEST_F(ComparisonFollowerTest, EndsWhenItIsTakenAwayAndWithTheScenario) {
  const Baseline saved{Baseline::Kind::Saved, "islands", kText, {}};
  follower_.begin(saved);
  follow();
  workspace_.endTool(false);
  EXPECT_EQ(counts(), "none");
  editOnce();
  follow();
  EXPECT_EQ(counts(), "none");
  follower_.begin(saved);
  follow();
  EXPECT_EQ(counts(), "0 added, 0 removed, 0 moved, 1 changed");
  workspace_.open(document(), {}, "another", {});
  follow();
  EXPECT_EQ(counts(), "none");
}

TEST_F(ComparisonFollowerTest, TellsWhyAFileCannotBeComparedWith) {
  follower_.begin({Baseline::Kind::File, "no-such-scenario", {}, {}});
  const Diagnostics told = follow();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front().severity, Severity::Error);
  EXPECT_EQ(counts(), "none");
}

}  // namespace
}  // namespace cordon::app
