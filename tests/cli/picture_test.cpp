#include <gmock/gmock.h>
#include <png.h>

#include <array>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "cli/scenario_files.h"
#include "geo/geodesic.h"

namespace cordon::test {
namespace {

using nlohmann::json;
using testing::ElementsAre;

class Picture : public WithFolder {
 protected:
  CommandResult render(const std::string& name, std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"render", "--output", file(name), "--resolution", "480,270"};
    words.insert(words.end(), more.begin(), more.end());
    return runCordon(words);
  }
};

/// Width, height and whether there is an alpha channel, as libpng reads the file.
std::array<int, 3> pictureSize(const std::string& path) {
  png_image png;
  std::memset(&png, 0, sizeof png);
  png.version = PNG_IMAGE_VERSION;
  EXPECT_TRUE(png_image_begin_read_from_file(&png, path.c_str())) << png.message;
  const std::array<int, 3> size{static_cast<int>(png.width), static_cast<int>(png.height),
                                (png.format & PNG_FORMAT_FLAG_ALPHA) != 0U ? 1 : 0};
  png_image_free(&png);
  return size;
}

TEST_F(Picture, TwoRunsGiveTheSameBytes) {
  ASSERT_EQ(render("a.png").exitCode, 0);
  ASSERT_EQ(render("b.png").exitCode, 0);
  EXPECT_TRUE(read("a.png") == read("b.png"));
  EXPECT_EQ(pictureSize(file("a.png")), (std::array<int, 3>{480, 270, 0}));
  EXPECT_THAT(names(), ElementsAre("a.png", "b.png"));
}

TEST_F(Picture, WithoutBackgroundItHasAnAlphaChannel) {
  const CommandResult run = render("a.png", {"--no-background"});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_EQ(pictureSize(file("a.png")), (std::array<int, 3>{480, 270, 1}));
}

TEST_F(Picture, NegativeNumbersAndHiddenLayersAreNoOptions) {
  const CommandResult run = render("a.png", {"--camera", "-44.2,170,900", "--layers", "-places"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  const CommandResult west = render("b.png", {"--extent", "-180,50,-150,65", "--layers", "relief,coast"});
  EXPECT_EQ(west.exitCode, 0) << west.err;
  EXPECT_THAT(names(), ElementsAre("a.png", "b.png"));
}

TEST_F(Picture, LayersRangesAndDatesChangeThePicture) {
  ASSERT_EQ(render("all.png").exitCode, 0);
  const std::string all = read("all.png");
  ASSERT_EQ(render("rings.png", {"--layers", "-rings"}).exitCode, 0);
  EXPECT_FALSE(read("rings.png") == all);
  ASSERT_EQ(render("max.png", {"--range-claim", "max"}).exitCode, 0);
  EXPECT_FALSE(read("max.png") == all);
  ASSERT_EQ(render("early.png", {"--date", "2015-01-01"}).exitCode, 0);
  EXPECT_FALSE(read("early.png") == all);
}

TEST_F(Picture, StatisticsCanBeCheckedFromOutside) {
  const CommandResult run = render("a.png", {"--stats", file("s.json")});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const json stats = json::parse(read("s.json"));
  EXPECT_EQ(stats["picture"]["width"], 480);
  EXPECT_GT(stats["milliseconds"]["steady_frame"], 0.0);
  EXPECT_GT(stats["tiles"], 0);
  EXPECT_GT(stats["peak_rss_bytes"], 1'000'000);
  const std::vector<double> matrix = stats["ecefToClip"];
  ASSERT_EQ(matrix.size(), 16U);
  ASSERT_FALSE(stats["sites"].empty());
  ASSERT_FALSE(stats["rings"].empty());

  int checked = 0;
  for (const json& ring : stats["rings"]) {
    const auto centre = geo::LatLon::fromDegrees(ring["centre"][0], ring["centre"][1]);
    EXPECT_THAT(ring["color"].get<std::string>(), testing::MatchesRegex("#[0-9a-f]+"));
    for (const json& probe : ring["probes"]) {
      const auto point = geo::LatLon::fromDegrees(probe["lat"], probe["lon"]);
      ASSERT_NEAR(geo::geodesicDistanceMeters(centre, point), ring["radius_m"], 0.001);
      if (!probe["visible"].get<bool>()) continue;
      const geo::Ecef ecef = geo::toEcef(point, probe["ground_m"]);
      std::array<double, 4> clip{};
      for (std::size_t row = 0; row < 4; ++row) {
        clip[row] = matrix[row * 4] * ecef.x + matrix[row * 4 + 1] * ecef.y + matrix[row * 4 + 2] * ecef.z +
                    matrix[row * 4 + 3];
      }
      EXPECT_NEAR((clip[0] / clip[3] + 1.0) * 240.0, probe["pixel"][0].get<double>(), 1e-3);
      EXPECT_NEAR((1.0 - clip[1] / clip[3]) * 135.0, probe["pixel"][1].get<double>(), 1e-3);
      ++checked;
    }
  }
  EXPECT_GT(checked, 50);
}

TEST_F(Picture, AScenarioWithoutViewsIsShownWhole) {
  const std::string path = write("one.geojson", smallScenario());
  const CommandResult run =
      runCordon({"render", path, "--output", file("a.png"), "--resolution", "480,270", "--stats", file("s.json")});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const json stats = json::parse(read("s.json"));
  ASSERT_EQ(stats["rings"].size(), 1U);
  EXPECT_EQ(stats["rings"][0]["bound"], "at_least");
  ASSERT_EQ(stats["rings"][0]["probes"].size(), 72U);
  for (const json& probe : stats["rings"][0]["probes"]) EXPECT_TRUE(probe["visible"]);
}

}  // namespace
}  // namespace cordon::test
