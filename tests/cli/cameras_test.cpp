#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/scenario_files.h"

namespace cordon::test {
namespace {

using nlohmann::json;
using testing::IsEmpty;

class Cameras : public WithFolder {
 protected:
  CommandResult render(std::vector<std::string> more) const {
    std::vector<std::string> words{"render",       "--output",     file("a.png"), "--stats",
                                   file("a.json"), "--resolution", "480,270"};
    words.insert(words.end(), more.begin(), more.end());
    return runCordon(words);
  }
  json statistics() const { return json::parse(read("a.json")); }
};

TEST_F(Cameras, NoPlaceMakesTheSceneGraphComplain) {
  for (const char* camera : {"-30,-60,3000", "-85,15,2000", "90,0,500", "-90,0,20000,0,85", "0,180,2", "45,60,26000"}) {
    const CommandResult run = render({"--camera", camera});
    EXPECT_EQ(run.exitCode, 0) << camera;
    EXPECT_THAT(run.err, IsEmpty()) << camera;
  }
}

TEST_F(Cameras, TheEyeNeverStandsInsideAMountain) {
  for (const char* camera : {"56.06,160.64,5,0,60", "27.99,86.92,9,0,80", "27.99,86.92,5", "32,88,4"}) {
    const CommandResult run = render({"--camera", camera});
    EXPECT_EQ(run.exitCode, 0) << camera;
    EXPECT_LT(statistics()["tiles"].get<int>(), 1600) << camera;
    EXPECT_LT(statistics()["peak_rss_bytes"].get<double>(), 1.5e9) << camera;
  }
}

TEST_F(Cameras, ManyRingsAtOnePlaceStaySmall) {
  json systems = json::array();
  json assignments = json::array();
  for (int i = 0; i < 40; ++i) {
    const std::string id = std::string("s").append(std::to_string(i));
    systems.push_back({{"id", id}, {"minimum_range_km", 20}, {"ranges", {{{"km", 150 + i}}}}});
    assignments.push_back({{"system", id}, {"status", "deployed"}});
  }
  json features = json::array();
  features.push_back({{"type", "Feature"},
                      {"id", "crowd"},
                      {"geometry", {{"type", "Point"}, {"coordinates", {150.0, 46.0}}}},
                      {"properties", {{"kind", "site"}, {"systems", assignments}}}});
  for (int i = 0; i < 60; ++i) {
    features.push_back(
        {{"type", "Feature"},
         {"id", std::string("same").append(std::to_string(i))},
         {"geometry", {{"type", "Point"}, {"coordinates", {146.0 + 0.02 * i, 46.0}}}},
         {"properties", {{"kind", "site"}, {"systems", {{{"system", "bal"}, {"status", "deployed"}}}}}}});
  }
  std::ofstream(file("crowd.geojson")) << json{{"type", "FeatureCollection"},
                                               {"cordon", {{"version", 1}, {"title", "Crowd"}, {"systems", systems}}},
                                               {"features", features}};
  const CommandResult run = render({file("crowd.geojson"), "--camera", "46,148,1200"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_LT(statistics()["tiles"].get<int>(), 400);
  EXPECT_LT(statistics()["peak_rss_bytes"].get<double>(), 1.0e9);
}

}  // namespace
}  // namespace cordon::test
