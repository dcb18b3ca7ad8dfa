#include "scene/picking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <optional>
#include <random>
#include <set>

#include "geo/geodesic.h"
#include "geo/ring.h"
#include "scene/symbols.h"
#include "unit/geo/reference_tool.h"

namespace cordon::scene {
namespace {

using geo::LatLon;
using testing::ElementsAre;
using testing::IsEmpty;
using typography::Point;

constexpr double kReach = 5.0;

Ring ringAt(const std::string& id, LatLon centre, double radiusMeters) {
  Ring ring;
  ring.id = id;
  ring.centre = centre;
  ring.radiusMeters = radiusMeters;
  return ring;
}

SiteSymbol siteAt(const std::string& id, LatLon position, std::size_t parts = 1) {
  SiteSymbol site;
  site.id = id;
  site.position = position;
  site.parts.resize(parts);
  return site;
}

Place placeAt(const std::string& name, LatLon position) {
  Place place;
  place.name = name;
  place.position = position;
  return place;
}

/// A model, a camera and a pointer; what is picked as ids, in order.
class Scene {
 public:
  explicit Scene(const Camera& camera, HeightFunction height = {})
      : projector_(camera, 1920, 1080), ground_(projector_, std::move(height), 64.0) {}

  RenderModel model;

  const Projector& projector() const { return projector_; }
  const GroundProjection& ground() const { return ground_; }
  double unit() const { return projector_.unit(); }

  std::vector<Pick> picksAt(Point pixel, const std::vector<PlacedSign>* signs = nullptr) const {
    return pickAt(model, ground_, pixel, kReach, kSymbolRadius * unit(), signs);
  }
  std::vector<std::string> at(Point pixel, const std::vector<PlacedSign>* signs = nullptr) const {
    std::vector<std::string> ids;
    for (const Pick& pick : picksAt(pixel, signs)) ids.push_back(pick.item.id);
    return ids;
  }
  std::vector<std::string> at(LatLon position) const { return at(pixel(position)); }
  Point pixel(LatLon position) const {
    const std::optional<Point> p = ground_.pixel(position);
    EXPECT_TRUE(p.has_value()) << "not in the picture";
    return p.value_or(Point{});
  }

 private:
  Projector projector_;
  GroundProjection ground_;
};

LatLon from(LatLon centre, double azimuthDegrees, double meters) {
  return geo::geodesicDirect(centre, geo::degreesToRadians(azimuthDegrees), meters).position;
}

const LatLon kCentre = LatLon::fromDegrees(50.0, 150.0);
const Camera kOkhotsk{kCentre, 2.5e6, 0.0, 0.0};

TEST(Picking, ListsSignsThenRimsThenLinesThenInsidesBySizeThenPlaces) {
  Scene scene(kOkhotsk);
  const LatLon spot = from(kCentre, 90.0, 200e3);
  scene.model.rings = {ringAt("great", kCentre, 600e3), ringAt("small", from(spot, 0.0, 80e3), 100e3),
                       ringAt("middle", kCentre, 300e3), ringAt("rim", kCentre, 200e3),
                       ringAt("elsewhere", from(kCentre, 270.0, 500e3), 100e3)};
  scene.model.sites = {siteAt("far site", kCentre), siteAt("site", spot)};
  GroundLine line;
  line.id = "line";
  line.points = geo::geodesicLine(from(spot, 0.0, 100e3), from(spot, 180.0, 100e3), 10e3);
  scene.model.lines = {line};
  GroundArea area;
  area.id = "area";
  area.contours = {geo::disc(spot, 150e3).loops.front().vertices};
  scene.model.areas = {area};
  scene.model.places = {placeAt("place", spot)};
  EXPECT_THAT(scene.at(spot), ElementsAre("site", "rim", "line", "small", "area", "middle", "great", "place"));
  const std::vector<Pick> picks = scene.picksAt(scene.pixel(spot));
  EXPECT_EQ(picks[0].item, (Item{ItemKind::Site, "site"}));
  EXPECT_EQ(picks[1].item, (Item{ItemKind::Ring, "rim"}));
  EXPECT_EQ(picks[2].item, (Item{ItemKind::Line, "line"}));
  EXPECT_EQ(picks[4].item, (Item{ItemKind::Area, "area"}));
  EXPECT_EQ(picks[7].item, (Item{ItemKind::Place, "place"}));
  for (const Pick& pick : picks) EXPECT_NEAR(pick.distancePixels, 0.0, 0.05) << pick.item.id;
}

TEST(Picking, WhatAReaderLaidAllOverComesLastUnlessItsEdgeIsNear) {
  Camera camera;
  camera.target = LatLon::fromDegrees(45.0, 148.0);
  camera.rangeMeters = 3.0e6;
  Scene scene(camera);
  const LatLon centre = camera.target;
  scene.model.rings = {ringAt("own", centre, 100e3), ringAt("published", centre, 300e3)};
  scene.model.rings[0].isFree = true;
  scene.model.places = {placeAt("place", centre)};
  EXPECT_THAT(scene.at(centre), ElementsAre("published", "place", "own"));
  const std::vector<Pick> picks = scene.picksAt(scene.pixel(centre));
  EXPECT_FALSE(picks.front().isBackground);
  EXPECT_TRUE(picks.back().isBackground);
  const LatLon rim = geo::geodesicDirect(centre, 1.0, 100e3).position;
  EXPECT_THAT(scene.at(rim), ElementsAre("own", "published"));
  EXPECT_FALSE(scene.picksAt(scene.pixel(rim)).front().isBackground);
}

TEST(Picking, LayersThatAreOffHideTheirs) {
  Scene scene(kOkhotsk);
  scene.model.rings = {ringAt("ring", kCentre, 600e3)};
  scene.model.sites = {siteAt("site", kCentre)};
  GroundLine line;
  line.id = "line";
  line.points = geo::geodesicLine(kCentre, from(kCentre, 180.0, 100e3), 10e3);
  scene.model.lines = {line};
  GroundArea area;
  area.id = "area";
  area.contours = {geo::disc(kCentre, 150e3).loops.front().vertices};
  scene.model.areas = {area};
  scene.model.places = {placeAt("place", kCentre)};
  const std::vector<std::string> all{"site", "line", "area", "ring", "place"};
  EXPECT_EQ(scene.at(kCentre), all);
  const auto without = [&](Layer layer) {
    Scene copy(kOkhotsk);
    copy.model = scene.model;
    copy.model.layers[static_cast<std::size_t>(layer)] = false;
    return copy.at(kCentre);
  };
  EXPECT_THAT(without(Layer::Sites), ElementsAre("line", "area", "ring", "place"));
  EXPECT_THAT(without(Layer::Lines), ElementsAre("site", "area", "ring", "place"));
  EXPECT_THAT(without(Layer::Areas), ElementsAre("site", "line", "ring", "place"));
  EXPECT_THAT(without(Layer::Rings), ElementsAre("site", "line", "area", "place"));
  EXPECT_THAT(without(Layer::Places), ElementsAre("site", "line", "area", "ring"));
  EXPECT_THAT(without(Layer::Labels), ElementsAre("site", "line", "area", "ring"));
  EXPECT_EQ(without(Layer::Graticule), all);
  scene.model.layers[static_cast<std::size_t>(Layer::Sites)] = false;
  EXPECT_THAT(sitesIn(scene.model, scene.ground(), {0, 0, 1920, 1080}), IsEmpty());
}

TEST(Picking, ReachesSignsFromTheirEdgeAndNearestFirst) {
  Scene scene(kOkhotsk);
  scene.model.sites = {siteAt("a", kCentre), siteAt("b", from(kCentre, 90.0, 12e3))};
  const Point a = scene.pixel(kCentre);
  const Point b = scene.pixel(scene.model.sites[1].position);
  ASSERT_GT(b.x - a.x, 4.0);
  ASSERT_LT(b.x - a.x, 2.0 * kSymbolRadius * scene.unit());
  EXPECT_THAT(scene.at(a), ElementsAre("a", "b"));
  EXPECT_THAT(scene.at(b), ElementsAre("b", "a"));
  const double edge = kSymbolRadius * scene.unit();
  EXPECT_THAT(scene.at(Point{a.x - edge - kReach + 0.1, a.y}), ElementsAre("a"));
  EXPECT_THAT(scene.at(Point{a.x - edge - kReach - 0.1, a.y}), IsEmpty());
  EXPECT_NEAR(scene.picksAt({a.x - edge - 3.0, a.y}).front().distancePixels, 3.0, 1e-9);
}

TEST(Picking, HitsEachOfASitesSigns) {
  Scene scene(kOkhotsk);
  scene.model.sites = {siteAt("three", kCentre, 3)};
  const Point middle = scene.pixel(kCentre);
  for (const double step : {-1.0, 0.0, 1.0}) {
    const Point sign{middle.x + step * kSymbolStep * scene.unit(), middle.y};
    EXPECT_THAT(scene.at(sign), ElementsAre("three")) << step;
    EXPECT_EQ(scene.picksAt(sign).front().distancePixels, 0.0);
  }
  EXPECT_THAT(scene.at(Point{middle.x + 2.0 * kSymbolStep * scene.unit(), middle.y}), IsEmpty());
  EXPECT_THAT(scene.at(Point{middle.x, middle.y + kSymbolStep * scene.unit()}), IsEmpty());
}

// The signs as the overlay sets them: moved off one another, or one for many.
TEST(Picking, FollowsTheSignsThatTheOverlayMoved) {
  const std::unique_ptr<typography::Typesetter> typesetter =
      std::move(typography::Typesetter::open(CORDON_SOURCE_DIR "/assets/fonts")).value();
  Scene scene(kOkhotsk);
  for (int i = 0; i < 2; ++i) scene.model.sites.push_back(siteAt("near" + std::to_string(i), kCentre));
  const LatLon crowd = from(kCentre, 180.0, 300e3);
  for (int i = 0; i < 5; ++i) scene.model.sites.push_back(siteAt("crowd" + std::to_string(i), crowd));
  const Overlay overlay = layoutOverlay(scene.model, scene.projector(), *typesetter);
  ASSERT_EQ(overlay.signs.size(), 3U);
  std::set<std::string> alone;
  for (const PlacedSign& sign : overlay.signs) {
    const Point middle{sign.rect.x + 0.5 * sign.rect.width, sign.rect.y + 0.5 * sign.rect.height};
    const std::vector<std::string> ids = scene.at(middle, &overlay.signs);
    EXPECT_EQ(ids, sign.siteIds);
    if (ids.size() == 1) alone.insert(ids.front());
    EXPECT_EQ(sitesIn(scene.model, scene.ground(), {middle.x - 1, middle.y - 1, 2, 2}, &overlay.signs), ids);
  }
  EXPECT_THAT(alone, ElementsAre("near0", "near1"));
  const std::vector<PlacedSign> none;
  EXPECT_THAT(scene.at(scene.pixel(kCentre), &none), IsEmpty());
}

TEST(Picking, RimsAreWithinReachOnTheirWholeLengthUnderAnyTilt) {
  for (const double tiltDegrees : {0.0, 60.0, 80.0}) {
    const LatLon target = from(kCentre, 0.0, 100e3);
    Scene scene({target, 9e5, 0.6, geo::degreesToRadians(tiltDegrees)});
    scene.model.rings = {ringAt("ring", kCentre, 130e3)};
    std::vector<Point> rim;
    for (int i = 0; i < 7200; ++i) {
      const auto p = scene.ground().pixel(from(kCentre, 0.05 * i, 130e3));
      if (p) rim.push_back(*p);
    }
    ASSERT_GT(rim.size(), 1000U);
    std::mt19937 generator(91);
    int near = 0;
    for (int i = 0; i < 3000; ++i) {
      const Point& by = rim[std::uniform_int_distribution<std::size_t>(0, rim.size() - 1)(generator)];
      const Point pixel{by.x + geo::reference::uniform(generator, -12.0, 12.0),
                        by.y + geo::reference::uniform(generator, -12.0, 12.0)};
      if (!scene.projector().toGround(pixel)) continue;
      double distance = 1e9;
      for (const Point& p : rim) distance = std::min(distance, std::hypot(p.x - pixel.x, p.y - pixel.y));
      // The dense points stand for the line to a fraction of a pixel.
      if (std::abs(distance - kReach) < 0.4) continue;
      const std::vector<Pick> picks = scene.picksAt(pixel);
      const bool isRim = !picks.empty() && picks.front().distancePixels > 0.0;
      EXPECT_EQ(isRim, distance < kReach) << tiltDegrees << ": " << pixel.x << ' ' << pixel.y << ' ' << distance;
      if (isRim) {
        EXPECT_NEAR(picks.front().distancePixels, distance, 0.4);
      }
      near += isRim ? 1 : 0;
    }
    EXPECT_GT(near, 500);
  }
}

TEST(Picking, AHoleIsNotInsideButItsRimIsThere) {
  Scene scene(kOkhotsk);
  scene.model.rings = {ringAt("donut", kCentre, 400e3)};
  scene.model.rings[0].innerRadiusMeters = 100e3;
  EXPECT_THAT(scene.at(kCentre), IsEmpty());
  EXPECT_THAT(scene.at(from(kCentre, 70.0, 50e3)), IsEmpty());
  EXPECT_THAT(scene.at(from(kCentre, 70.0, 200e3)), ElementsAre("donut"));
  EXPECT_THAT(scene.at(from(kCentre, 70.0, 450e3)), IsEmpty());
  // A little within the hole, but near its rim: the order shows that it is a rim.
  scene.model.rings.push_back(ringAt("small", kCentre, 300e3));
  EXPECT_THAT(scene.at(from(kCentre, 70.0, 97e3)), ElementsAre("donut", "small"));
  EXPECT_THAT(scene.at(from(kCentre, 70.0, 200e3)), ElementsAre("small", "donut"));
  EXPECT_THAT(scene.at(from(kCentre, 70.0, 50e3)), ElementsAre("small"));
}

TEST(Picking, ASectorHasItsSides) {
  Scene scene(kOkhotsk);
  scene.model.rings = {ringAt("sector", kCentre, 400e3)};
  scene.model.rings[0].sector = Sector{geo::degreesToRadians(300.0), geo::degreesToRadians(45.0)};
  EXPECT_THAT(scene.at(from(kCentre, 0.0, 200e3)), ElementsAre("sector"));
  EXPECT_EQ(scene.picksAt(scene.pixel(from(kCentre, 0.0, 200e3))).front().distancePixels, 0.0);
  EXPECT_THAT(scene.at(from(kCentre, 90.0, 200e3)), IsEmpty());
  EXPECT_THAT(scene.at(from(kCentre, 180.0, 399e3)), IsEmpty());  // no rim where there is no sector
  const double pixelMeters = scene.projector().metersPerPixel(2.5e6);
  for (const double side : {300.0, 45.0}) {
    const LatLon edge = from(kCentre, side, 250e3);
    for (const double across : {-90.0, 90.0}) {
      const std::vector<Pick> picks = scene.picksAt(scene.pixel(from(edge, side + across, 3.0 * pixelMeters)));
      ASSERT_EQ(picks.size(), 1U) << side << across;
      EXPECT_NEAR(picks.front().distancePixels, 3.0, 0.3);
      const bool isInward = (side == 300.0) == (across > 0.0);
      EXPECT_EQ(scene.at(from(edge, side + across, 9.0 * pixelMeters)).size(), isInward ? 1U : 0U);
    }
  }
  // The centre is a corner.
  EXPECT_THAT(scene.at(from(kCentre, 172.0, 2.0 * pixelMeters)), ElementsAre("sector"));
  EXPECT_THAT(scene.at(from(kCentre, 172.0, 9.0 * pixelMeters)), IsEmpty());
}

TEST(Picking, RingsGoOverTheDatelineAndThePole) {
  Scene dateline({LatLon::fromDegrees(52.0, 180.0), 2.5e6, 0.0, 0.0});
  dateline.model.rings = {ringAt("ring", LatLon::fromDegrees(52.0, 179.0), 300e3)};
  EXPECT_THAT(dateline.at(LatLon::fromDegrees(52.0, -178.0)), ElementsAre("ring"));
  EXPECT_THAT(dateline.at(LatLon::fromDegrees(52.0, 178.0)), ElementsAre("ring"));
  EXPECT_THAT(dateline.at(LatLon::fromDegrees(52.0, -176.0)), IsEmpty());
  GroundArea area;
  area.id = "area";
  area.contours = {{LatLon::fromDegrees(50, 178), LatLon::fromDegrees(50, -178), LatLon::fromDegrees(54, 182),
                    LatLon::fromDegrees(54, 178)}};
  dateline.model.areas = {area};
  dateline.model.rings.clear();
  EXPECT_THAT(dateline.at(LatLon::fromDegrees(52.0, 179.5)), ElementsAre("area"));
  EXPECT_THAT(dateline.at(LatLon::fromDegrees(52.0, -179.5)), ElementsAre("area"));
  EXPECT_THAT(dateline.at(LatLon::fromDegrees(52.0, 176.0)), IsEmpty());
  EXPECT_THAT(dateline.at(LatLon::fromDegrees(52.0, -176.0)), IsEmpty());

  for (const double pole : {90.0, -90.0}) {
    Scene scene({LatLon::fromDegrees(pole, 0.0), 6e6, 0.0, 0.0});
    const double sign = pole > 0.0 ? 1.0 : -1.0;
    scene.model.rings = {ringAt("ring", LatLon::fromDegrees(sign * 85.0, 30.0), 1000e3)};
    GroundArea cap;
    cap.id = "cap";
    cap.contours = {geo::disc(scene.model.rings[0].centre, 1100e3).loops.front().vertices};
    GroundArea hole = cap;
    hole.id = "holed";
    hole.contours.push_back(geo::disc({geo::degreesToRadians(pole), 0.0}, 200e3).loops.front().vertices);
    scene.model.areas = {cap, hole};
    EXPECT_THAT(scene.at(LatLon::fromDegrees(sign * 87.0, -150.0)), ElementsAre("ring", "cap", "holed"));
    EXPECT_THAT(scene.at(LatLon::fromDegrees(sign * 89.5, 100.0)), ElementsAre("ring", "cap"));
    EXPECT_THAT(scene.at(LatLon::fromDegrees(sign * 80.0, -150.0)), IsEmpty());
    EXPECT_THAT(scene.at(LatLon::fromDegrees(sign * 80.0, 30.0)), ElementsAre("ring", "cap", "holed"));
  }
}

TEST(Picking, TheHorizonHides) {
  Scene scene({LatLon::fromDegrees(0.0, 0.0), 2.0e7, 0.0, 0.0});
  const LatLon behind = LatLon::fromDegrees(0.0, 180.0);
  scene.model.rings = {ringAt("behind", behind, 3000e3), ringAt("before", LatLon::fromDegrees(0.0, 0.0), 3000e3)};
  scene.model.sites = {siteAt("behind", behind), siteAt("before", LatLon::fromDegrees(0.0, 0.0))};
  scene.model.places = {placeAt("behind", behind)};
  GroundLine line;
  line.id = "behind";
  line.points = geo::geodesicLine(behind, LatLon::fromDegrees(20.0, 180.0), 50e3);
  scene.model.lines = {line};
  GroundArea area;
  area.id = "behind";
  area.contours = {geo::disc(behind, 2000e3).loops.front().vertices};
  scene.model.areas = {area};
  EXPECT_THAT(scene.at(Point{960.0, 540.0}), ElementsAre("before", "before"));
  EXPECT_THAT(sitesIn(scene.model, scene.ground(), {0, 0, 1920, 1080}), ElementsAre("before"));
  EXPECT_THAT(scene.at(Point{3.0, 3.0}), IsEmpty());  // the sky
  EXPECT_THAT(scene.at(Point{-500.0, -500.0}), IsEmpty());
}

TEST(Picking, HoldsWhatGeodesicDistancesSay) {
  std::mt19937 generator(92);
  Scene scene({LatLon::fromDegrees(40.0, 170.0), 2.0e7, 0.4, 0.2});
  for (int i = 0; i < 1500; ++i) {
    scene.model.rings.push_back(ringAt(std::to_string(i), geo::reference::randomPosition(generator),
                                       std::pow(10.0, geo::reference::uniform(generator, 5.0, 7.31))));
  }
  for (int i = 0; i < 40; ++i) {
    const Point pixel{geo::reference::uniform(generator, 600.0, 1300.0),
                      geo::reference::uniform(generator, 250.0, 850.0)};
    const std::optional<LatLon> place = scene.projector().toGround(pixel);
    ASSERT_TRUE(place);
    std::set<std::string> picked;
    for (const Pick& pick : scene.picksAt(pixel)) {
      if (pick.distancePixels == 0.0) picked.insert(pick.item.id);
    }
    std::set<std::string> near;
    for (const Pick& pick : scene.picksAt(pixel)) {
      if (pick.distancePixels > 0.0) near.insert(pick.item.id);
    }
    std::vector<geo::reference::Pair> pairs;
    for (const Ring& ring : scene.model.rings) pairs.push_back({ring.centre, *place});
    const std::vector<geo::reference::Inverse> truth = geo::reference::exactInverse(pairs);
    for (std::size_t k = 0; k < truth.size(); ++k) {
      const Ring& ring = scene.model.rings[k];
      if (near.contains(ring.id)) {
        EXPECT_LT(std::abs(truth[k].distanceMeters - ring.radiusMeters), 500e3);
        continue;
      }
      EXPECT_EQ(picked.contains(ring.id), truth[k].distanceMeters <= ring.radiusMeters) << ring.id;
    }
  }
}

TEST(Picking, PointsAtTheGroundThatIsSeenNotAtTheEllipsoid) {
  // A plateau 8 km high under a slanting look: the ellipsoid under the pixel is kilometres behind.
  Scene scene({kCentre, 60e3, 0.0, geo::degreesToRadians(60.0), 8000.0}, [](LatLon) { return 8000.0; });
  scene.model.rings = {ringAt("ring", kCentre, 1500.0)};
  scene.model.sites = {siteAt("site", from(kCentre, 0.0, 800.0))};
  const Point middle = scene.pixel(kCentre);
  const LatLon onEllipsoid = *scene.projector().toGround(middle);
  ASSERT_GT(geo::geodesicDistanceMeters(onEllipsoid, kCentre), 8e3);
  EXPECT_EQ(scene.picksAt(middle).back().item.id, "ring");
  EXPECT_EQ(scene.picksAt(scene.pixel(from(kCentre, 90.0, 1000.0))).back().item.id, "ring");
  const std::vector<Pick> rim = scene.picksAt(scene.pixel(from(kCentre, 90.0, 1500.0)));
  ASSERT_FALSE(rim.empty());
  EXPECT_NEAR(rim.back().distancePixels, 0.0, 0.3);
  EXPECT_THAT(scene.at(from(kCentre, 90.0, 3000.0)), IsEmpty());
}

TEST(Picking, LinesAreHitAlongTheirLengthAndOnlyAtTheirScale) {
  Scene scene(kOkhotsk);
  GroundLine line;
  line.id = "line";
  line.points = geo::geodesicLine(from(kCentre, 270.0, 600e3), from(kCentre, 80.0, 600e3), 20e3);
  scene.model.lines = {line};
  for (const double share : {0.01, 0.333, 0.5, 0.77}) {
    const Point on = scene.pixel(geo::geodesicInterpolate(line.points.front(), line.points.back(), share));
    EXPECT_THAT(scene.at(on), ElementsAre("line"));
    EXPECT_THAT(scene.at(Point{on.x, on.y + 4.0}), ElementsAre("line"));
    EXPECT_THAT(scene.at(Point{on.x, on.y - 8.0}), IsEmpty());
  }
  const Point on = scene.pixel(geo::geodesicInterpolate(line.points.front(), line.points.back(), 0.4));
  const double metersPerPixel = scene.projector().metersPerPixel(2.5e6) * scene.unit();
  scene.model.lines[0].coarsestMetersPerPixel = 0.9 * metersPerPixel;
  EXPECT_THAT(scene.at(on), IsEmpty());
  scene.model.lines[0].coarsestMetersPerPixel = 1.1 * metersPerPixel;
  EXPECT_THAT(scene.at(on), ElementsAre("line"));
  scene.model.lines[0].finestMetersPerPixel = 1.05 * metersPerPixel;
  EXPECT_THAT(scene.at(on), IsEmpty());
}

TEST(Picking, AreasAreEvenOdd) {
  Scene scene(kOkhotsk);
  GroundArea area;
  area.id = "area";
  area.contours = {geo::disc(kCentre, 400e3).loops.front().vertices, geo::disc(kCentre, 200e3).loops.front().vertices,
                   geo::disc(from(kCentre, 90.0, 600e3), 50e3).loops.front().vertices};
  std::reverse(area.contours[1].begin(), area.contours[1].end());
  scene.model.areas = {area};
  EXPECT_THAT(scene.at(kCentre), IsEmpty());
  for (int azimuth = 0; azimuth < 360; azimuth += 30) {
    EXPECT_THAT(scene.at(from(kCentre, azimuth, 195e3)), IsEmpty()) << azimuth;
    EXPECT_THAT(scene.at(from(kCentre, azimuth, 205e3)), ElementsAre("area")) << azimuth;
    EXPECT_THAT(scene.at(from(kCentre, azimuth, 395e3)), ElementsAre("area")) << azimuth;
    EXPECT_THAT(scene.at(from(kCentre, azimuth, 405e3)), IsEmpty()) << azimuth;
  }
  EXPECT_THAT(scene.at(from(kCentre, 90.0, 600e3)), ElementsAre("area"));
}

TEST(Picking, BoxesHoldSignsWhicheverWayTheyWereDragged) {
  Scene scene(kOkhotsk);
  scene.model.sites = {siteAt("b", from(kCentre, 90.0, 100e3)), siteAt("a", kCentre),
                       siteAt("out", from(kCentre, 270.0, 100e3))};
  const Point a = scene.pixel(kCentre);
  const Point b = scene.pixel(scene.model.sites[0].position);
  const double width = b.x - a.x + 4.0;
  for (const typography::Rect& rect :
       {typography::Rect{a.x - 2.0, a.y - 9.0, width, 18.0}, typography::Rect{b.x + 2.0, a.y + 9.0, -width, -18.0}}) {
    EXPECT_THAT(sitesIn(scene.model, scene.ground(), rect), ElementsAre("b", "a"));
  }
  EXPECT_THAT(sitesIn(scene.model, scene.ground(), {a.x - 1.0, a.y - 1.0, 2.0, 2.0}), ElementsAre("a"));
}

}  // namespace
}  // namespace cordon::scene
