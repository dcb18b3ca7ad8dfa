#include "ui/map_decorations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <vector>

#include "geo/geodesic.h"
#include "scene/ground_projection.h"
#include "ui/box_placement.h"
#include "ui/ground_curve.h"
#include "ui/laser_trail.h"
#include "ui/navigation_cluster.h"
#include "ui/rest_timer.h"
#include "ui/tool_text.h"
#include "ui/tooltip_text.h"

namespace cordon::ui {
namespace {

using geo::LatLon;
using typography::Point;
using typography::Rect;

scene::Projector projectorAt(LatLon target, double rangeMeters, double tiltDegrees = 0.0) {
  scene::Camera camera;
  camera.target = target;
  camera.rangeMeters = rangeMeters;
  camera.tiltRadians = geo::degreesToRadians(tiltDegrees);
  return scene::Projector(camera, 1280, 800);
}

double distanceToSegment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t = length > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Every point of the true circle that is on the picture must lie on the traced line.
void expectFollowsCircle(LatLon centre, double radiusMeters, const scene::Projector& projector) {
  const scene::GroundProjection ground(projector, {}, 0.0);
  GroundCurve curve(circleSweep(centre, radiusMeters));
  std::vector<scene::Polyline> lines;
  for (const auto& piece : curve.trace(projector, 0.0)) {
    for (const scene::Polyline& line : ground.line(piece)) lines.push_back(line);
  }
  int seen = 0;
  double worst = 0.0;
  for (int i = 0; i < 3'000; ++i) {
    const double azimuth = 2.0 * std::numbers::pi * (i + 0.37) / 3'000;
    const LatLon place = geo::geodesicDirect(centre, azimuth, radiusMeters).position;
    const std::optional<Point> pixel = ground.pixel(place);
    if (!pixel) continue;
    ++seen;
    double nearest = 1.0e9;
    for (const scene::Polyline& line : lines) {
      for (std::size_t k = 1; k < line.size(); ++k) {
        nearest = std::min(nearest, distanceToSegment(*pixel, line[k - 1], line[k]));
      }
    }
    worst = std::max(worst, nearest);
  }
  EXPECT_GT(seen, 3);
  EXPECT_LT(worst, 0.5);
}

TEST(GroundCurve, FollowsTheTrueCircleToHalfAPixel) {
  const LatLon iturup = LatLon::fromDegrees(45.0, 147.9);
  expectFollowsCircle(iturup, 300.0e3, projectorAt(iturup, 2.0e6));
  expectFollowsCircle(iturup, 300.0e3, projectorAt(iturup, 2.0e6, 70.0));
  expectFollowsCircle(iturup, 300.0e3, projectorAt(iturup, 2.0e7));
}

TEST(GroundCurve, FollowsItFromCloseBy) {
  const LatLon iturup = LatLon::fromDegrees(45.0, 147.9);
  const LatLon rim = geo::geodesicDirect(iturup, 1.0, 300.0e3).position;
  expectFollowsCircle(iturup, 300.0e3, projectorAt(rim, 20.0e3));
}

TEST(GroundCurve, FollowsItOverThePoleAndTheDateline) {
  const LatLon north = LatLon::fromDegrees(88.0, 179.9);
  expectFollowsCircle(north, 500.0e3, projectorAt(north, 3.0e6));
  expectFollowsCircle(north, 8.0e6, projectorAt(north, 3.0e7));
}

TEST(GroundCurve, ComputesLittleOfWhatIsNotSeen) {
  const LatLon iturup = LatLon::fromDegrees(45.0, 147.9);
  const LatLon rim = geo::geodesicDirect(iturup, 1.0, 300.0e3).position;
  GroundCurve curve(circleSweep(iturup, 300.0e3));
  std::size_t points = 0;
  for (const auto& piece : curve.trace(projectorAt(rim, 2.0e3), 1.0e3)) points += piece.size();
  EXPECT_GT(points, 50U);
  EXPECT_LT(points, 3000U);
}

TEST(RingSweeps, BoundASectorWithAMinimumRangeByArcsAndSides) {
  scene::Ring ring;
  ring.centre = LatLon::fromDegrees(50.0, 150.0);
  ring.radiusMeters = 300.0e3;
  EXPECT_EQ(ringSweeps(ring).size(), 1U);
  ring.innerRadiusMeters = 20.0e3;
  EXPECT_EQ(ringSweeps(ring).size(), 2U);
  ring.sector = scene::Sector{geo::degreesToRadians(350.0), geo::degreesToRadians(20.0)};
  const std::vector<GeodesicSweep> sweeps = ringSweeps(ring);
  ASSERT_EQ(sweeps.size(), 4U);
  EXPECT_NEAR(sweeps[0].toAzimuthRadians - sweeps[0].fromAzimuthRadians, geo::degreesToRadians(30.0), 1e-12);
  EXPECT_EQ(sweeps[2].fromMeters, 20.0e3);
  EXPECT_EQ(sweeps[2].toMeters, 300.0e3);
  ring.radiusMeters = 20'037.0e3;  // covers the whole Earth: no rim
  EXPECT_EQ(ringSweeps(ring).size(), 3U);
}

TEST(CurveCache, ForgetsWhatIsNoLongerAskedFor) {
  CurveCache cache;
  GroundCurve* first = &cache.curve("a", circleSweep({}, 1000.0));
  cache.endFrame();
  EXPECT_EQ(first, &cache.curve("a", circleSweep({}, 1000.0)));
  EXPECT_EQ(cache.curve("a", circleSweep({}, 2000.0)).sweep().toMeters, 2000.0);
}

TEST(NavigationCluster, StandsWithinTheRoomAndShrinksWithIt) {
  const Rect room{0.0, 30.0, 900.0, 660.0};
  const auto whole = navigationClusterRect(room, 46.0, 1.0);
  ASSERT_TRUE(whole);
  for (const double height : {660.0, 300.0, 150.0}) {
    const auto rect = navigationClusterRect({0.0, 30.0, 900.0, height}, 46.0, 1.0);
    ASSERT_TRUE(rect) << height;
    EXPECT_LE(rect->y + rect->height, 30.0 + height);
    EXPECT_LT(rect->x + rect->width, 900.0);
    EXPECT_LE(rect->height, whole->height);
  }
  EXPECT_FALSE(navigationClusterRect({0.0, 30.0, 900.0, 40.0}, 46.0, 1.0));
  EXPECT_FALSE(navigationClusterRect({0.0, 30.0, 100.0, 660.0}, 46.0, 1.0));
  // What it covers is told in the map's own pixels.
  const auto covered = coveredByDecorations(room, 1.0, {});
  ASSERT_EQ(covered.size(), 1U);
  EXPECT_DOUBLE_EQ(covered.front().y, whole->y - room.y);
  EXPECT_DOUBLE_EQ(covered.front().height, whole->height);
}

TEST(PlaceBeside, StaysInTheWindowAndOffThePointerEverywhere) {
  const Rect window{20.0, 30.0, 640.0, 400.0};
  for (double x = 20.0; x <= 660.0; x += 16.0) {
    for (double y = 30.0; y <= 430.0; y += 16.0) {
      const auto box = placeBeside({x, y, 0.0, 0.0}, 200.0, 120.0, window, 12.0);
      ASSERT_TRUE(box);
      EXPECT_GE(box->x, window.x);
      EXPECT_GE(box->y, window.y);
      EXPECT_LE(box->x + box->width, window.x + window.width);
      EXPECT_LE(box->y + box->height, window.y + window.height);
      EXPECT_FALSE(x > box->x - 12.0 && x < box->x + 212.0 && y > box->y - 12.0 && y < box->y + 132.0);
    }
  }
}

TEST(PlaceBeside, KeepsClearOfTheWholeThing) {
  const Rect window{0.0, 0.0, 400.0, 300.0};
  EXPECT_EQ(placeBeside({100.0, 100.0, 40.0, 20.0}, 100.0, 50.0, window, 10.0)->x, 150.0);
  // No room at the right: its right edge stands off the thing's left one.
  EXPECT_EQ(placeBeside({280.0, 100.0, 40.0, 20.0}, 100.0, 50.0, window, 10.0)->x, 170.0);
  // As wide as the window: below the thing, above it at the window's foot.
  EXPECT_EQ(placeBeside({100.0, 100.0, 40.0, 20.0}, 380.0, 50.0, window, 10.0)->y, 130.0);
  EXPECT_EQ(placeBeside({100.0, 250.0, 40.0, 20.0}, 380.0, 50.0, window, 10.0)->y, 190.0);
}

TEST(PlaceBeside, GivesNothingWhereThereIsNoRoom) {
  EXPECT_FALSE(placeBeside({50.0, 50.0, 0.0, 0.0}, 200.0, 20.0, {0.0, 0.0, 100.0, 100.0}, 4.0));
  EXPECT_FALSE(placeBeside({50.0, 50.0, 0.0, 0.0}, 80.0, 80.0, {0.0, 0.0, 100.0, 100.0}, 4.0));
}

TEST(RestTimer, WaitsOverOneThingAndThenFollowsIt) {
  RestTimer rest;
  EXPECT_FALSE(rest.update("a", {10.0, 10.0}, 2.0, 1.0));
  EXPECT_TRUE(rest.isWaiting());
  EXPECT_FALSE(rest.update("a", {11.0, 10.0}, 2.0, 1.2));
  EXPECT_FALSE(rest.update("a", {20.0, 10.0}, 2.0, 1.3)) << "a move starts it anew";
  EXPECT_TRUE(rest.update("a", {20.0, 10.0}, 2.0, 1.56));
  EXPECT_FALSE(rest.isWaiting());
  EXPECT_TRUE(rest.update("a", {60.0, 10.0}, 2.0, 1.6));
  EXPECT_FALSE(rest.update("b", {60.0, 10.0}, 2.0, 1.7));
  EXPECT_FALSE(rest.update("", {60.0, 10.0}, 2.0, 5.0));
  EXPECT_FALSE(rest.isWaiting());
}

TEST(LaserTrail, FadesAndThenRests) {
  LaserTrail trail;
  trail.update(Point{0.0, 0.0}, 1.0);
  EXPECT_FALSE(trail.isFading()) << "a pointer at rest needs no frames";
  trail.update(Point{10.0, 0.0}, 1.1);
  EXPECT_TRUE(trail.isFading());
  ASSERT_EQ(trail.marks(1.2).size(), 2U);
  EXPECT_LT(trail.marks(1.2)[0].strength, trail.marks(1.2)[1].strength);
  trail.update(Point{10.0, 0.0}, 1.5);
  EXPECT_FALSE(trail.isFading());
  trail.update(std::nullopt, 1.55);
  EXPECT_TRUE(trail.isFading());
  trail.update(std::nullopt, 2.1);
  EXPECT_FALSE(trail.isFading());
}

TEST(ToolText, MeasuresTheLegAndTheWhole) {
  // A degree of the equator is 111.3195 km.
  const std::vector<LatLon> path{LatLon::fromDegrees(0.0, 10.0), LatLon::fromDegrees(0.0, 11.0)};
  const auto lines = pathText(path, false, LatLon::fromDegrees(0.0, 12.0), scene::LengthUnit::Kilometers);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], "111.3 km, 090.0°");
  EXPECT_EQ(lines[1], "total 222.6 km");
}

TEST(ToolText, BearsThereAndBack) {
  const auto lines =
      bearingText(LatLon::fromDegrees(0.0, 10.0), LatLon::fromDegrees(0.0, 9.0), scene::LengthUnit::Kilometers);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1], "there 270.0°");
  EXPECT_EQ(lines[2], "back 090.0°");
}

struct TwoRings {
  scenario::Document document;
  scene::RenderModel model;
  scenario::Date date = *scenario::Date::parse("2018-12-30");

  TwoRings() {
    scenario::System system;
    system.id = "bal";
    system.name = "Bal";
    document.systems.push_back(system);
    scenario::Feature site;
    site.id = "iturup";
    site.geometry = LatLon::fromDegrees(0.0, 10.0);
    site.name = "Iturup";
    site.altNames["ja"] = "Etorofu";
    scenario::SystemAssignment state;
    state.systemId = "bal";
    state.status = scenario::Status::Deployed;
    state.from = scenario::Date::parse("2016-11-18");
    state.lastConfirmed = scenario::Date::parse("2020-01-01");
    site.systems.push_back(state);
    document.features.push_back(site);
    for (const char* id : {"iturup/bal", "iturup/other"}) {
      scene::Ring ring;
      ring.id = id;
      ring.siteId = "iturup";
      ring.systemId = "bal";
      ring.centre = LatLon::fromDegrees(0.0, 10.0);
      ring.radiusMeters = 130.0e3;
      ring.label = "Bal ≥ 130 km";
      model.rings.push_back(ring);
    }
  }

  /// What is told of things under a pointer at 11 E on the equator, 111.3195 km from the rings' centre.
  std::optional<TooltipText> tell(const std::vector<scene::Pick>& under, std::optional<std::size_t> turn = {},
                                  double metersPerPixel = 0.0, std::size_t mostRows = 8) const {
    const std::optional<LatLon> cursor = LatLon::fromDegrees(0.0, 11.0);
    return tooltipText(
        {document, date, model, under, cursor, turn, "en", scene::LengthUnit::Kilometers, metersPerPixel, mostRows});
  }
};

const scene::Pick kSite{{scene::ItemKind::Site, "iturup"}, 0.0};
const scene::Pick kBal{{scene::ItemKind::Ring, "iturup/bal"}, 0.0};
const scene::Pick kOther{{scene::ItemKind::Ring, "iturup/other"}, 0.0};

TEST(TooltipText, TellsASitesNamesAndStateAsOfTheDay) {
  const auto text = TwoRings().tell({kSite});
  ASSERT_TRUE(text);
  EXPECT_EQ(text->title, "Iturup");
  EXPECT_EQ(text->secondTitle, "/ Etorofu");
  ASSERT_EQ(text->details.size(), 1U);
  EXPECT_EQ(text->details[0], "Bal: deployed since 18 Nov 2016") << "what was confirmed later is not known yet";
  EXPECT_TRUE(text->hint.empty());
  EXPECT_TRUE(text->rows.empty());
}

TEST(TooltipText, ListsWhatLiesOverEachOtherWithMargins) {
  const auto text = TwoRings().tell({kSite, kBal, kOther});
  ASSERT_TRUE(text);
  ASSERT_EQ(text->rows.size(), 3U);
  EXPECT_EQ(text->rows[0].name, "Iturup");
  EXPECT_EQ(text->rows[0].margin, "site");
  EXPECT_FALSE(text->rows[0].color);
  EXPECT_EQ(text->rows[1].name, "Bal ≥ 130 km, Iturup");
  EXPECT_EQ(text->rows[1].margin, "19 km inside");  // 130 - 111.3195: no metres of what is published in kilometres
  EXPECT_TRUE(text->rows[1].color);
  EXPECT_TRUE(text->rows[0].isTold);
  EXPECT_FALSE(text->rows[1].isTold);
  EXPECT_EQ(text->hint, "3 things here: click selects, again the next");
}

TEST(TooltipText, FollowsTheClicks) {
  const TwoRings map;
  const auto second = map.tell({kSite, kBal, kOther}, 1);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->title, "Bal ≥ 130 km");
  EXPECT_TRUE(second->rows[1].isTold);
  EXPECT_FALSE(second->rows[0].isTold);
  EXPECT_EQ(second->hint, "2 of 3; click again for the next");
  EXPECT_EQ(map.tell({kSite, kBal, kOther}, 2)->hint, "3 of 3; click again for the first");
}

TEST(TooltipText, ListsNoMoreThanIsWantedAndAlwaysWhatIsTold) {
  const TwoRings map;
  const std::vector<scene::Pick> under{kSite, kBal, kOther, kBal, kOther};
  const auto first = map.tell(under, 0, 0.0, 2);
  EXPECT_EQ(first->rowsBefore, 0U);
  EXPECT_EQ(first->rowsAfter, 3U);
  for (std::size_t turn = 0; turn < under.size(); ++turn) {
    const auto text = map.tell(under, turn, 0.0, 2);
    ASSERT_EQ(text->rows.size(), 2U);
    EXPECT_TRUE(text->rows[0].isTold || text->rows[1].isTold) << turn;
    EXPECT_EQ(text->rowsBefore + 2 + text->rowsAfter, under.size());
  }
}

TEST(TooltipText, RoundsToWhatIsKnown) {
  TwoRings map;
  map.model.rings[0].accuracyMeters = 102.0e3;
  // 111.3195 km from the centre and 18.68 km inside, each to 10 km.
  EXPECT_EQ(map.tell({kBal})->details.back(), "110 km from its centre, 20 km inside");
  // A pixel of 20 km.
  EXPECT_EQ(map.tell({kOther}, {}, 20.0e3)->details.back(), "120 km from its centre, 20 km inside");
  EXPECT_EQ(map.tell({kOther}, {}, 60.0e3)->details.back(), "100 km from its centre, on the rim");
}

TEST(TooltipText, KeepsQuietOfWhatAReaderLaidAllOver) {
  TwoRings map;
  map.model.rings[0].isFree = true;
  scene::Pick own = kBal;
  own.isBackground = true;
  EXPECT_FALSE(map.tell({own}));
  EXPECT_TRUE(map.tell({own}, 0)) << "it was clicked";
  const auto text = map.tell({kOther, own});
  ASSERT_TRUE(text);
  EXPECT_EQ(text->title, "Bal ≥ 130 km");
  EXPECT_EQ(text->rows[1].name, "Bal ≥ 130 km, your ring");
}

TEST(TooltipText, SaysNothingOfWhatIsGone) {
  EXPECT_FALSE(TwoRings().tell({{{scene::ItemKind::Ring, "gone"}, 0.0}}));
}

}  // namespace
}  // namespace cordon::ui
