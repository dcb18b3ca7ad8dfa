#include "app/view/view_statistics.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace cordon::app {
namespace {

nlohmann::json written(const ViewStatistics& statistics) {
  ViewStatistics::Facts facts;
  facts.camera = {geo::LatLon::fromDegrees(45.0, 150.0), 1.2e6, 0.0, 0.0};
  facts.selected = {"a"};
  return nlohmann::json::parse(statistics.json(facts));
}

TEST(ViewStatistics, TellWhenTheFirstPicturesStood) {
  ViewStatistics statistics;
  statistics.noteFrame(0.25, false, false);
  statistics.noteFrame(0.5, true, false);
  EXPECT_FALSE(statistics.hasCompletePicture());
  statistics.noteFrame(0.75, true, true);
  EXPECT_TRUE(statistics.hasCompletePicture());
  statistics.noteFrame(9.0, true, true);
  const auto json = written(statistics);
  EXPECT_EQ(json["milliseconds"]["first_picture"], 250.0);
  EXPECT_EQ(json["milliseconds"]["first_complete_picture"], 750.0);
  EXPECT_EQ(json["frames"], 4);
  EXPECT_NEAR(json["camera"]["lat"], 45.0, 1e-9);
  EXPECT_EQ(json["camera"]["range_km"], 1200.0);
  EXPECT_EQ(json["selected"], nlohmann::json({"a"}));
  EXPECT_GT(json["peak_rss_bytes"], 0);
}

TEST(ViewStatistics, CountChangesFromTheFirstToTheirPicture) {
  ViewStatistics statistics;
  // What came before the first complete picture is the program's start.
  statistics.noteShownChange(0.0);
  statistics.noteFrame(5.0, true, false);
  statistics.noteFrame(6.0, true, true);
  statistics.noteShownChange(10.0);
  statistics.noteShownChange(10.5);
  statistics.noteFrame(10.6, false, false);
  statistics.noteFrame(11.0, true, false);
  statistics.noteShownChange(20.0);
  statistics.noteFrame(20.25, true, true);
  const auto times = written(statistics)["milliseconds"];
  EXPECT_EQ(times["last_change_shown"], 250.0);
  EXPECT_EQ(times["slowest_change_shown"], 1000.0);
}

TEST(ViewStatistics, CountFromRestToTheWholePicture) {
  ViewStatistics statistics;
  statistics.noteSettled(1.0);
  statistics.noteRest(2.0);
  statistics.noteSettled(2.5);
  statistics.noteSettled(7.0);
  statistics.noteRest(8.0);
  statistics.noteSettled(8.25);
  const auto times = written(statistics)["milliseconds"];
  EXPECT_EQ(times["last_settle"], 250.0);
  EXPECT_EQ(times["slowest_settle"], 500.0);
}

TEST(ViewStatistics, KeepTheLongestTurnAndMovingPicture) {
  ViewStatistics statistics;
  EXPECT_EQ(written(statistics)["milliseconds"]["moving_frame_mean"], 0.0);
  for (const double seconds : {0.25, 0.75, 0.5}) {
    statistics.noteTurn(seconds);
    statistics.noteMovingPicture(seconds);
  }
  const auto json = written(statistics);
  EXPECT_EQ(json["milliseconds"]["slowest_turn_while_opening"], 750.0);
  EXPECT_EQ(json["milliseconds"]["slowest_turn_of_the_loop"], 0.0);
  EXPECT_EQ(json["milliseconds"]["moving_frame_slowest"], 750.0);
  EXPECT_EQ(json["milliseconds"]["moving_frame_mean"], 500.0);
  EXPECT_EQ(json["moving_frames"], 3);
  statistics.noteFrame(1.0, true, true);
  statistics.noteTurn(0.125);
  EXPECT_EQ(written(statistics)["milliseconds"]["slowest_turn_while_opening"], 750.0);
  EXPECT_EQ(written(statistics)["milliseconds"]["slowest_turn_of_the_loop"], 125.0);
}

}  // namespace
}  // namespace cordon::app
