#include <gtest/gtest.h>

#include <cmath>

#include "geo/geodesic.h"
#include "scene/contrast.h"
#include "scene/graticule.h"
#include "scene/ground_projection.h"
#include "scene/occupancy.h"
#include "scene/palette.h"
#include "scene/place_style.h"
#include "scene/ring_style.h"
#include "scene/scale_bar.h"

namespace cordon::scene {
namespace {

using geo::LatLon;
using typography::Rect;

TEST(Occupancy, SeesOverlapsAcrossCellsAndNotTouchingEdges) {
  Occupancy taken(500, 500);
  taken.add({40, 40, 100, 20});
  EXPECT_FALSE(taken.isFree({130, 50, 5, 5}));
  EXPECT_TRUE(taken.isFree({140, 40, 10, 10}));
  EXPECT_TRUE(taken.isFree({40, 60, 10, 10}));
}

TEST(LineMask, CountsOnlyWhereALineRuns) {
  LineMask mask(400, 400, 4);
  mask.add({{0, 100}, {400, 100}});
  EXPECT_GE(mask.crossings(Rect{100, 90, 40, 20}), 10);
  EXPECT_EQ(mask.crossings(Rect{100, 120, 40, 20}), 0);
}

TEST(GroundProjection, CutsALineAtTheHorizon) {
  const Projector projector({LatLon::fromDegrees(0.0, 0.0), 2.0e7, 0.0, 0.0}, 800, 800);
  const GroundProjection ground(projector, {}, 50.0);
  std::vector<LatLon> equator;
  for (int lon = -180; lon <= 180; lon += 2) equator.push_back(LatLon::fromDegrees(0.0, lon));
  const std::vector<Polyline> pieces = ground.line(equator);
  ASSERT_EQ(pieces.size(), 1U);
  // The limb of a sphere at distance d: the tangent's angle is asin(R / d).
  const double distance = geo::norm(projector.eye());
  const double focal = 400.0 / std::tan(0.5 * kFieldOfViewRadians);
  const double limb = focal * std::tan(std::asin(geo::kSemiMajorMeters / distance));
  EXPECT_NEAR(pieces.front().front().x, 400.0 - limb, 0.2);
  EXPECT_NEAR(pieces.front().back().x, 400.0 + limb, 0.2);
}

TEST(GroundProjection, ThinsLinesNearThePoleAsElsewhere) {
  const auto vertexCount = [](double latDegrees) {
    const Projector projector({LatLon::fromDegrees(latDegrees, 0.0), 1.0e4, 0.0, 0.0}, 800, 800);
    std::vector<LatLon> line;
    for (int i = 0; i <= 20'000; ++i) line.push_back(LatLon::fromDegrees(latDegrees - 1e-6 * i, 0.0));
    std::size_t count = 0;
    for (const Polyline& piece : GroundProjection(projector, {}, 0.0).line(line)) count += piece.size();
    return count;
  };
  EXPECT_NEAR(static_cast<double>(vertexCount(89.0)), static_cast<double>(vertexCount(0.0)), 100.0);
}

TEST(GroundProjection, AnAreaBeyondTheHorizonFollowsIt) {
  const Projector projector({LatLon::fromDegrees(0.0, 0.0), 2.0e7, 0.0, 0.0}, 800, 800);
  const GroundProjection ground(projector, {}, 50.0);
  std::vector<LatLon> cap;
  for (int azimuth = 0; azimuth < 360; azimuth += 2) {
    cap.push_back(
        geo::geodesicDirect({0.0, geo::degreesToRadians(80.0)}, geo::degreesToRadians(azimuth), 2.0e6).position);
  }
  const std::vector<Polyline> areas = ground.area({cap});
  ASSERT_EQ(areas.size(), 1U);
  const double distance = geo::norm(projector.eye());
  const double focal = 400.0 / std::tan(0.5 * kFieldOfViewRadians);
  const double limb = focal * std::tan(std::asin(geo::kSemiMajorMeters / distance));
  double farthest = 0.0;
  for (const auto& p : areas.front()) farthest = std::max(farthest, std::hypot(p.x - 400.0, p.y - 400.0));
  EXPECT_NEAR(farthest, limb, 0.5);
  EXPECT_TRUE(
      ground.area({{LatLon::fromDegrees(0, 170), LatLon::fromDegrees(5, 175), LatLon::fromDegrees(-5, 175)}}).empty());
}

TEST(Graticule, HasSomeLinesOnEveryPicture) {
  for (const double range : {2.0e3, 5.0e4, 1.0e6, 5.0e6, 3.0e7}) {
    const Projector projector({LatLon::fromDegrees(50.0, 150.0), range, 0.0, 0.0}, 1920, 1080);
    const double step = graticuleStepDegrees(projector);
    const double heightDegrees = projector.metersPerPixel(range) * 1080 / 111.2e3;
    EXPECT_LE(step, 30.0);
    if (range > 2.0e5 && range < 1.0e7) {
      EXPECT_GE(heightDegrees / step, 2.0);
      EXPECT_LE(heightDegrees / step, 8.0);
    }
  }
}

TEST(Graticule, NamesMeridiansOnBothSidesOfTheDateline) {
  const Projector projector({LatLon::fromDegrees(50.0, 180.0), 3.0e6, 0.0, 0.0}, 1920, 1080);
  std::vector<std::string> texts;
  for (const GraticuleTick& tick : graticuleTicks(projector, {0, 0, 1920, 1080})) texts.push_back(tick.text);
  for (const char* expected : {"180°", "175°E", "175°W", "50°N"}) {
    EXPECT_NE(std::find(texts.begin(), texts.end(), expected), texts.end()) << expected;
  }
}

TEST(Graticule, TicksLieOnTheirLines) {
  const Projector projector({LatLon::fromDegrees(50.0, 150.0), 3.0e6, 0.4, 0.5}, 1920, 1080);
  const double step = graticuleStepDegrees(projector);
  const auto ticks = graticuleTicks(projector, {0, 0, 1920, 1080});
  ASSERT_GE(ticks.size(), 6U);
  for (const GraticuleTick& tick : ticks) {
    const auto ground = projector.toGround(tick.position);
    ASSERT_TRUE(ground);
    const bool meridian = tick.edge == GraticuleTick::Edge::Top || tick.edge == GraticuleTick::Edge::Bottom;
    const double degrees = meridian ? ground->lonDegrees() : ground->latDegrees();
    EXPECT_NEAR(std::remainder(degrees, step), 0.0, 0.01) << tick.text;
  }
}

TEST(ScaleBar, ChoosesRoundLengths) {
  EXPECT_DOUBLE_EQ(roundLength(999.0), 500.0);
  EXPECT_DOUBLE_EQ(roundLength(1000.0), 1000.0);
  EXPECT_DOUBLE_EQ(roundLength(0.37), 0.2);
}

TEST(Contrast, TypeOnBadgesIsReadable) {
  EXPECT_NEAR(contrast(palette::rgb(0x000000), palette::rgb(0xFFFFFF)), 21.0, 1e-9);
  for (const std::uint32_t hex : {0xE69F00U, 0xC8102EU, 0x2C5F9EU, 0xF0E442U, 0x000000U, 0xFFFFFFU}) {
    const typography::Color color = palette::rgb(hex);
    for (const PaletteName name : {PaletteName::Standard, PaletteName::Print, PaletteName::Dark}) {
      const Palette& colors = paletteOf(name);
      EXPECT_GE(contrast(inkOrPaperOn(color, colors), color), 4.2) << hex;
      EXPECT_GE(contrast(readableOnPaper(color, colors), colors.symbolPaper), 4.5) << hex;
    }
  }
}

TEST(RingStyle, TheLegendsDashesAreTheGlobes) {
  const LineStyle planned = ringLineStyle(Status::Planned, palette::rgb(0xC8102E));
  const RingStyle drawn = ringStyle(Status::Planned);
  ASSERT_EQ(planned.dashPixels.size(), 2U);
  EXPECT_DOUBLE_EQ(planned.dashPixels[0] + planned.dashPixels[1], drawn.dashPixels);
  EXPECT_DOUBLE_EQ(planned.dashPixels[0], drawn.dashPixels * drawn.dashShare);
  EXPECT_TRUE(ringLineStyle(Status::Deployed, palette::rgb(0xC8102E)).dashPixels.empty());
}

TEST(PlaceStyle, CapitalisesLatinAndCyrillic) {
  EXPECT_EQ(toCapitals("Sea of Okhotsk"), "SEA OF OKHOTSK");
  EXPECT_EQ(toCapitals("Охотское море, ёж"), "ОХОТСКОЕ МОРЕ, ЁЖ");
  EXPECT_EQ(toCapitals("île 択捉島 ÷"), "ÎLE 択捉島 ÷");
}

}  // namespace
}  // namespace cordon::scene
