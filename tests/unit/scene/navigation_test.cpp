#include "scene/navigation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

#include "geo/geodesic.h"

namespace cordon::scene {
namespace {

using geo::LatLon;
using typography::Point;

constexpr int kWidth = 1280;
constexpr int kHeight = 720;
constexpr Point kMiddle{kWidth / 2.0, kHeight / 2.0};
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTurn = 2.0 * std::numbers::pi;

Projector projector(const Camera& camera) {
  return {camera, kWidth, kHeight};
}

/// Cameras of every kind, half of them at or near the poles or the dateline.
class RandomCameras {
 public:
  explicit RandomCameras(unsigned seed) : generator_(seed) {}

  double between(double low, double high) { return std::uniform_real_distribution<>(low, high)(generator_); }
  bool chance(double p) { return between(0.0, 1.0) < p; }
  double sign() { return chance(0.5) ? 1.0 : -1.0; }

  LatLon place() {
    const double kind = between(0.0, 6.0);
    const double lon = between(-180.0, 180.0);
    if (kind < 1.0) return LatLon::fromDegrees(90.0 * sign(), lon);
    if (kind < 2.0) return LatLon::fromDegrees(sign() * (90.0 - std::pow(10.0, between(-8.0, 1.3))), lon);
    if (kind < 3.0)
      return LatLon::fromDegrees(between(-90.0, 90.0), 180.0 + sign() * std::pow(10.0, between(-8.0, 1.0)));
    return LatLon::fromDegrees(between(-90.0, 90.0), lon);
  }

  Camera camera() {
    Camera camera;
    camera.target = place();
    camera.rangeMeters = std::exp(between(std::log(kNearestRangeMeters), std::log(kFarthestRangeMeters)));
    camera.headingRadians = between(0.0, kTurn);
    camera.tiltRadians = chance(0.25) ? 0.0 : between(0.0, kGreatestTiltRadians);
    if (chance(0.3)) camera.targetHeightMeters = between(0.0, 6000.0);
    return camera;
  }

  Point pixel() { return {between(0.0, kWidth), between(0.0, kHeight)}; }

  Point near(Point pixel) {
    const double distance = std::pow(10.0, between(0.0, 2.7));
    const double angle = between(0.0, kTurn);
    return {pixel.x + distance * std::cos(angle), pixel.y + distance * std::sin(angle)};
  }

 private:
  std::mt19937 generator_;
};

bool isSound(const Camera& camera) {
  return std::abs(camera.target.latRadians) <= std::numbers::pi / 2.0 && std::isfinite(camera.target.lonRadians) &&
         std::isfinite(camera.headingRadians) && camera.rangeMeters > 0.0 && std::isfinite(camera.rangeMeters) &&
         std::isfinite(camera.tiltRadians) && std::isfinite(camera.targetHeightMeters);
}

/// Sine of the angle at which a camera looks at a place of the ground.
double grazingSine(const Camera& camera, LatLon place) {
  const geo::Ecef ray = projector(camera).eye() - geo::toEcef(place);
  return geo::dot(ray, geo::localFrame(place).up) / geo::norm(ray);
}

double pixelError(const Camera& camera, LatLon place, Point pixel) {
  const auto shown = projector(camera).visiblePixel(place);
  return shown ? std::hypot(shown->x - pixel.x, shown->y - pixel.y) : kInfinity;
}

/// How far anything on the ground moves on the picture from one camera to another; grazing looks do not count.
double pictureStep(const Camera& from, const Camera& to) {
  double farthest = 0.0;
  int seen = 0;
  for (int x = 0; x <= kWidth; x += kWidth / 4) {
    for (int y = 0; y <= kHeight; y += kHeight / 4) {
      const auto place = projector(from).toGround({static_cast<double>(x), static_cast<double>(y)});
      if (!place || grazingSine(from, *place) < 0.3) continue;
      farthest = std::max(farthest, pixelError(to, *place, {static_cast<double>(x), static_cast<double>(y)}));
      ++seen;
    }
  }
  EXPECT_GT(seen, 0);
  return farthest;
}

double headingDifference(const Camera& a, const Camera& b) {
  return std::abs(std::remainder(a.headingRadians - b.headingRadians, kTurn));
}

TEST(NavigationLimited, PutsEveryMemberWithinItsRange) {
  const Camera fallback{LatLon::fromDegrees(50.0, 150.0), 4.0e6, 1.0, 0.5, 10.0};
  const Camera wild = limited({{2.0, 4.0}, 1.0, -0.5, 3.0, 7.0}, fallback);
  EXPECT_EQ(wild.target.latRadians, std::numbers::pi / 2.0);
  EXPECT_NEAR(wild.target.lonRadians, 4.0 - kTurn, 1e-15);
  EXPECT_EQ(wild.rangeMeters, kNearestRangeMeters);
  EXPECT_NEAR(wild.headingRadians, kTurn - 0.5, 1e-15);
  EXPECT_EQ(wild.tiltRadians, kGreatestTiltRadians);
  EXPECT_EQ(wild.targetHeightMeters, 7.0);
  EXPECT_EQ(limited({{-2.0, 0.0}, kInfinity, 0.0, -1.0}, fallback).rangeMeters, kFarthestRangeMeters);
  EXPECT_EQ(limited({{-2.0, 0.0}, kInfinity, 0.0, -1.0}, fallback).tiltRadians, 0.0);
  EXPECT_EQ(limited({{0.0, 0.0}, 1e6, -1e-20, 0.0}, fallback).headingRadians, 0.0);
  EXPECT_EQ(limited(fallback, {}), fallback);
}

TEST(NavigationLimited, TakesWhatIsNotANumberFromTheFallback) {
  const Camera fallback{LatLon::fromDegrees(50.0, 150.0), 4.0e6, 1.0, 0.5, 10.0};
  EXPECT_EQ(limited({{kNan, kNan}, kNan, kNan, kNan, kNan}, fallback), fallback);
  const Camera partly = limited({{0.1, kInfinity}, 1e6, kInfinity, 0.2, kInfinity}, fallback);
  EXPECT_EQ(partly, (Camera{{0.1, fallback.target.lonRadians}, 1e6, 1.0, 0.2, 10.0}));
}

TEST(NavigationGrabbed, ThePointLiesUnderThePixel) {
  RandomCameras random(1);
  int tried = 0;
  for (int i = 0; i < 6000; ++i) {
    const Camera from = random.camera();
    const Projector before = projector(from);
    const Point start = random.pixel();
    const Point end = random.near(start);
    const auto point = before.toGround(start);
    const auto under = before.toGround(end);
    // At the very horizon the ellipsoid's shape decides whether a pixel shows ground at all.
    if (!point || !under || grazingSine(from, *under) < 0.05) continue;
    if (geo::geodesicDistanceMeters(*point, *under) > 3.9 * from.rangeMeters) continue;
    const Camera moved = grabbed(before, *point, end);
    ++tried;
    ASSERT_TRUE(isSound(moved));
    ASSERT_LT(pixelError(moved, *point, end), 1e-3) << i;
    EXPECT_EQ(moved.rangeMeters, from.rangeMeters);
    EXPECT_EQ(moved.tiltRadians, from.tiltRadians);
    EXPECT_EQ(moved.targetHeightMeters, from.targetHeightMeters);
  }
  EXPECT_GT(tried, 4000);
}

TEST(NavigationGrabbed, NorthStaysAwayFromThePoles) {
  RandomCameras random(2);
  for (int i = 0; i < 1000; ++i) {
    Camera from = random.camera();
    from.target = LatLon::fromDegrees(random.between(-66.0, 66.0), random.between(-180.0, 180.0));
    from.rangeMeters = std::min(from.rangeMeters, 4.0e5);
    from.tiltRadians = std::min(from.tiltRadians, 1.0);
    const Projector before = projector(from);
    const Point start = random.pixel();
    const auto point = before.toGround(start);
    if (!point) continue;
    const Camera moved = grabbed(before, *point, {start.x + random.between(-200.0, 200.0), start.y});
    EXPECT_EQ(moved.headingRadians, from.headingRadians);
  }
}

TEST(NavigationGrabbed, AGrabThatGoesNowhereChangesNothing) {
  RandomCameras random(3);
  for (int i = 0; i < 1000; ++i) {
    const Camera from = random.camera();
    const Point pixel = random.pixel();
    const auto point = projector(from).toGround(pixel);
    if (!point || grazingSine(from, *point) < 0.05) continue;
    EXPECT_LT(pictureStep(from, grabbed(projector(from), *point, pixel)), 1e-3);
  }
}

TEST(NavigationGrabbed, ASlowDragAcrossOrBesideAPoleNeverJumps) {
  struct Drag {
    double rangeMeters;
    double tiltRadians;
    double asidePixels;
    double bound;
  };
  for (const double pole : {90.0, -90.0}) {
    for (const double heading : {0.0, 1.0, std::numbers::pi}) {
      for (const Drag& drag : {Drag{2.0e7, 0.0, 0.0, 14.0}, Drag{2.0e7, 0.0, 5.0, 14.0}, Drag{4.0e6, 0.5, 0.0, 14.0},
                               Drag{4.0e6, 0.0, 60.0, 14.0}, Drag{2.0e5, 0.9, 3.0, 14.0}, Drag{500.0, 0.0, 1.0, 14.0},
                               Drag{500.0, 1.2, 20.0, 60.0}}) {
        // From short of the pole, the picture's up pointing over it, down across the picture.
        const double shortBy = geo::radiansToDegrees(std::min(0.5, 0.3 * drag.rangeMeters / geo::kSemiMajorMeters));
        Camera camera{LatLon::fromDegrees(pole > 0 ? pole - shortBy : pole + shortBy, 170.0), drag.rangeMeters, heading,
                      drag.tiltRadians};
        const auto polePixel = projector(camera).toPixel(geo::toEcef(LatLon::fromDegrees(pole, 0.0)));
        ASSERT_TRUE(polePixel.has_value());
        const double length = std::hypot(polePixel->x - kMiddle.x, polePixel->y - kMiddle.y);
        const Point way{(kMiddle.x - polePixel->x) / length, (kMiddle.y - polePixel->y) / length};
        const Point start{kMiddle.x - way.y * drag.asidePixels, kMiddle.y + way.x * drag.asidePixels};
        const LatLon point = *projector(camera).toGround(start);
        double nearestPole = 1.0;
        for (int i = 1; i <= 330; ++i) {
          const Point pixel{start.x + way.x * i, start.y + way.y * i};
          const Camera next = grabbed(projector(camera), point, pixel);
          ASSERT_LT(pixelError(next, point, pixel), 1e-3);
          ASSERT_LT(pictureStep(camera, next), drag.bound)
              << drag.rangeMeters << " step " << i << " heading " << heading;
          camera = next;
          nearestPole = std::min(nearestPole, std::cos(camera.target.latRadians));
        }
        EXPECT_LT(nearestPole * geo::kSemiMajorMeters, 0.2 * drag.rangeMeters);
      }
    }
  }
}

TEST(NavigationGrabbed, ADragOverTheDatelineIsLikeAnyOther) {
  for (const double range : {500.0, 1.0e5, 4.0e6, 2.0e7}) {
    const Camera here{LatLon::fromDegrees(50.0, 180.0), range, 0.4, 0.6};
    Camera there = here;
    there.target.lonRadians = 1.0;
    for (const double dx : {-150.0, 150.0}) {
      const Camera a = grabbed(projector(here), here.target, {kMiddle.x + dx, kMiddle.y + 30.0});
      const Camera b = grabbed(projector(there), there.target, {kMiddle.x + dx, kMiddle.y + 30.0});
      const double shift = std::numbers::pi - 1.0;
      EXPECT_NEAR(a.target.latRadians, b.target.latRadians, 1e-9);
      EXPECT_NEAR(std::remainder(a.target.lonRadians - b.target.lonRadians - shift, kTurn), 0.0, 1e-9);
    }
  }
}

TEST(NavigationGrabbed, ADragThereAndBackReturns) {
  RandomCameras random(4);
  for (int i = 0; i < 300; ++i) {
    Camera from = random.camera();
    from.tiltRadians = std::min(from.tiltRadians, 0.8);
    from.rangeMeters = std::min(from.rangeMeters, 5.0e6);
    from.target.latRadians *= 0.7;
    Camera camera = from;
    const LatLon point = from.target;
    const auto start = projector(from).toPixel(geo::toEcef(point));
    ASSERT_TRUE(start.has_value());
    for (int step = 1; step <= 20; ++step) {
      const double offset = 15.0 * std::min(step, 20 - step);
      camera = grabbed(projector(camera), point, {start->x + offset, start->y + 0.5 * offset});
    }
    EXPECT_LT(pictureStep(from, camera), 0.1);
  }
}

TEST(NavigationGrabbed, TheHorizonDoesNotFlingTheCamera) {
  RandomCameras random(5);
  int nearHorizon = 0;
  for (int i = 0; i < 3000; ++i) {
    Camera from = random.camera();
    from.tiltRadians = random.between(1.2, kGreatestTiltRadians);
    from.rangeMeters = std::min(from.rangeMeters, 1.0e6);
    from.targetHeightMeters = 0.0;
    const Point start = random.pixel();
    const auto point = projector(from).toGround(start);
    if (!point) continue;
    nearHorizon += grazingSine(from, *point) < 0.02 ? 1 : 0;
    // Anywhere, the sky included.
    const Camera moved = grabbed(projector(from), *point, random.pixel());
    ASSERT_TRUE(isSound(moved));
    EXPECT_LT(geo::geodesicDistanceMeters(from.target, moved.target), 4.5 * from.rangeMeters);
  }
  EXPECT_GT(nearHorizon, 20);
}

TEST(NavigationGrabbed, InTheSkyTheGlobeTurnsOnSteadily) {
  // Across the globe's edge and out, pixel by pixel.
  for (const double tilt : {0.0, 0.4}) {
    Camera camera{LatLon::fromDegrees(20.0, 100.0), 3.0e7, 0.3, tilt};
    const LatLon point = *projector(camera).toGround({kMiddle.x, kMiddle.y + 20.0});
    double travelled = 0.0;
    for (int i = 0; i < 600; ++i) {
      const Camera next = grabbed(projector(camera), point, {kMiddle.x + i, kMiddle.y + 20.0});
      ASSERT_TRUE(isSound(next));
      const double step = geo::geodesicDistanceMeters(camera.target, next.target);
      ASSERT_LT(step, 1.5e6) << i;
      travelled += step;
      camera = next;
    }
    EXPECT_GT(travelled, 1.0e7);
  }
}

TEST(NavigationGrabbed, SurvivesAnything) {
  RandomCameras random(6);
  for (int i = 0; i < 1000; ++i) {
    const Camera from = random.camera();
    const Point pixel{random.between(-3000.0, 4000.0), random.between(-3000.0, 4000.0)};
    ASSERT_TRUE(isSound(grabbed(projector(from), random.place(), pixel)));
  }
  const Camera camera{LatLon::fromDegrees(50.0, 150.0), 1e6};
  const LatLon antipode = LatLon::fromDegrees(-50.0, -30.0);
  EXPECT_TRUE(isSound(grabbed(projector(camera), antipode, kMiddle)));
  EXPECT_EQ(grabbed(projector(camera), {kNan, 0.0}, kMiddle), camera);
  EXPECT_EQ(grabbed(projector(camera), camera.target, {kNan, 0.0}), camera);
  const Camera below{LatLon::fromDegrees(50.0, 150.0), 600.0, 0.0, 1.0, -3000.0};
  EXPECT_EQ(grabbed(projector(below), below.target, {10.0, 10.0}), below);
}

TEST(NavigationZoomed, KeepsTheGroundUnderThePixel) {
  RandomCameras random(7);
  int tried = 0;
  for (int i = 0; i < 6000; ++i) {
    const Camera from = random.camera();
    const Point pixel = random.pixel();
    const double factor = std::exp(random.between(-0.5, 0.5));
    const auto point = projector(from).toGround(pixel);
    if (!point || geo::geodesicDistanceMeters(*point, from.target) > 4.0 * from.rangeMeters) continue;
    const Camera moved = zoomed(projector(from), factor, pixel);
    ASSERT_TRUE(isSound(moved));
    EXPECT_GE(moved.rangeMeters, kNearestRangeMeters);
    EXPECT_LE(moved.rangeMeters, kFarthestRangeMeters);
    const auto under = projector(moved).toGround(pixel);
    if (!under || grazingSine(moved, *under) < 0.05 || grazingSine(from, *point) < 0.05) continue;
    ++tried;
    ASSERT_LT(pixelError(moved, *point, pixel), 1e-3) << i;
  }
  EXPECT_GT(tried, 3500);
}

TEST(NavigationZoomed, InAndOutAgainReturns) {
  RandomCameras random(8);
  for (int i = 0; i < 300; ++i) {
    Camera from = random.camera();
    from.rangeMeters = std::clamp(from.rangeMeters, 1.0e4, 3.0e6);
    from.tiltRadians = std::min(from.tiltRadians, 1.0);
    const Point pixel = random.pixel();
    Camera camera = from;
    for (int step = 0; step < 10; ++step) camera = zoomed(projector(camera), 1.2, pixel);
    EXPECT_NEAR(camera.rangeMeters, from.rangeMeters / std::pow(1.2, 10), 1e-6 * from.rangeMeters);
    for (int step = 0; step < 10; ++step) camera = zoomed(projector(camera), 1.0 / 1.2, pixel);
    // Near a pole the picture turns a little on the way.
    EXPECT_LT(pictureStep(from, camera), std::abs(from.target.latRadians) < 1.0 ? 0.05 : 30.0) << i;
  }
}

TEST(NavigationZoomed, StopsAtTheLimits) {
  const Camera nearest{LatLon::fromDegrees(50.0, 150.0), kNearestRangeMeters, 0.3, 0.7};
  EXPECT_EQ(zoomed(projector(nearest), 1.5, {200.0, 300.0}), nearest);
  const Camera farthest{LatLon::fromDegrees(50.0, 150.0), kFarthestRangeMeters, 0.3, 0.0};
  EXPECT_EQ(zoomed(projector(farthest), 0.5, {600.0, 300.0}), farthest);
  const Camera near{LatLon::fromDegrees(50.0, 150.0), 1.5 * kNearestRangeMeters};
  EXPECT_EQ(zoomed(projector(near), 10.0, {200.0, 300.0}).rangeMeters, kNearestRangeMeters);
  EXPECT_EQ(zoomed(projector(near), kNan, kMiddle), near);
  EXPECT_EQ(zoomed(projector(near), 0.0, kMiddle), near);
  const Camera beyond{LatLon::fromDegrees(50.0, 150.0), 100.0};
  EXPECT_EQ(zoomed(projector(beyond), 1.2, kMiddle).rangeMeters, 100.0);
}

TEST(NavigationZoomed, InTheSkyZoomsAboutTheMiddle) {
  const Camera camera{LatLon::fromDegrees(50.0, 150.0), 1.0e5, 0.3, 1.45};
  ASSERT_FALSE(projector(camera).toGround({600.0, 5.0}).has_value());
  const Camera moved = zoomed(projector(camera), 2.0, {600.0, 5.0});
  EXPECT_EQ(moved.rangeMeters, 5.0e4);
  EXPECT_EQ(moved.target.latRadians, camera.target.latRadians);
  EXPECT_EQ(moved.target.lonRadians, camera.target.lonRadians);
}

TEST(NavigationTurned, KeepsThePivotUnderItsPixelAndItsDistance) {
  RandomCameras random(9);
  int tried = 0;
  int tilted = 0;
  for (int i = 0; i < 4000; ++i) {
    const Camera from = random.camera();
    const Point pixel = random.pixel();
    const auto pivot = projector(from).toGround(pixel);
    if (!pivot || grazingSine(from, *pivot) < 0.05) continue;
    const double tiltChange = random.chance(0.3) ? 0.0 : random.between(-0.4, 0.4);
    const Camera moved = turned(projector(from), pivot, random.between(-1.0, 1.0), tiltChange);
    ++tried;
    ASSERT_TRUE(isSound(moved));
    ASSERT_LT(pixelError(moved, *pivot, pixel), 1e-3) << i;
    EXPECT_GE(moved.tiltRadians, 0.0);
    EXPECT_LE(moved.tiltRadians, kGreatestTiltRadians);
    if (tiltChange == 0.0) {
      EXPECT_EQ(moved.rangeMeters, from.rangeMeters);
    } else if (moved.rangeMeters > kNearestRangeMeters && moved.rangeMeters < kFarthestRangeMeters) {
      const double before = geo::norm(projector(from).eye() - geo::toEcef(*pivot));
      const double after = geo::norm(projector(moved).eye() - geo::toEcef(*pivot));
      EXPECT_NEAR(after / before, 1.0, 0.02);
      tilted += moved.tiltRadians == from.tiltRadians + tiltChange ? 1 : 0;
    }
  }
  EXPECT_GT(tried, 2500);
  EXPECT_GT(tilted, 800);
}

TEST(NavigationTurned, WithoutAPivotTurnsAboutTheTarget) {
  const Camera from{LatLon::fromDegrees(50.0, 150.0), 1.0e5, 6.0, 0.3, 400.0};
  const Camera moved = turned(projector(from), std::nullopt, 0.5, 0.2);
  EXPECT_EQ(moved, (Camera{from.target, 1.0e5, 6.5 - kTurn, 0.5, 400.0}));
  EXPECT_EQ(turned(projector(from), std::nullopt, 0.0, 9.0).tiltRadians, kGreatestTiltRadians);
  EXPECT_EQ(turned(projector(from), std::nullopt, 0.0, -9.0).tiltRadians, 0.0);
  EXPECT_EQ(turned(projector(from), from.target, kNan, 0.0), from);
}

TEST(NavigationTurned, AllTheWayRoundReturns) {
  const Camera from{LatLon::fromDegrees(50.0, 150.0), 1.0e5, 0.2, 0.9};
  const auto pivot = projector(from).toGround({300.0, 500.0});
  Camera camera = from;
  for (int i = 0; i < 36; ++i) {
    const Camera next = turned(projector(camera), pivot, kTurn / 36, 0.0);
    EXPECT_NEAR(headingDifference(camera, next), kTurn / 36, 1e-9);
    camera = next;
  }
  EXPECT_LT(pictureStep(from, camera), 0.5);
}

TEST(NavigationPanned, MovesTheMiddleOfThePictureByThePixels) {
  for (const double range : {500.0, 1.0e5, 2.0e6}) {
    for (const double lat : {0.0, 50.0, 89.9999, 90.0}) {
      const Camera from{LatLon::fromDegrees(lat, 179.99), range, 1.1, 0.0};
      const Camera moved = panned(projector(from), 30.0, -20.0);
      EXPECT_LT(pixelError(from, moved.target, {kMiddle.x + 30.0, kMiddle.y - 20.0}), 1.5);
      EXPECT_EQ(moved.rangeMeters, range);
      EXPECT_LT(pictureStep(from, panned(projector(moved), -30.0, 20.0)), 1.0);
    }
  }
  const Camera from{LatLon::fromDegrees(90.0, 10.0), 6.0e7};
  EXPECT_EQ(panned(projector(from), 0.0, 0.0), from);
  EXPECT_EQ(panned(projector(from), kNan, 0.0), from);
  EXPECT_TRUE(isSound(panned(projector(from), 1e9, 1e9)));
}

std::vector<std::pair<Camera, Camera>> journeys() {
  const auto at = [](double lat, double lon, double range, double heading = 0.0, double tilt = 0.0) {
    return Camera{LatLon::fromDegrees(lat, lon), range, heading, tilt};
  };
  return {{at(44.0, 146.0, 3.0e5), at(53.0, 158.6, 5.0e4, 5.9, 1.0)},
          {at(44.0, 146.0, 500.0), at(44.0, 146.0, 6.0e7)},
          {at(44.0, 146.0, 500.0), at(44.0, 146.00001, 2.0e7, 3.0)},
          {at(44.0, 146.0, 4.0e6), at(44.0, 146.0, 4.0e6, 3.1, 1.2)},
          {at(0.0, 10.0, 1.0e6), at(0.0, -170.0, 1.0e6)},
          {at(35.0, 10.0, 1.0e4), at(-35.0, -170.0, 2.0e4, 2.0)},
          {at(90.0, 0.0, 1.0e6), at(-90.0, 0.0, 1.0e6, 1.0)},
          {at(90.0, 0.0, 1.0e6), at(90.0, 90.0, 1.0e5)},
          {at(90.0, 77.0, 1.0e6, 1.0), at(20.0, -60.0, 1.0e6)},
          {at(80.0, 0.0, 1.0e6), at(80.0, 180.0, 1.0e6)},
          {at(80.0, 0.0, 5.0e5), at(80.0, 179.0, 5.0e5, 3.0)},
          {at(-20.0, 175.0, 2.0e6, 0.1), at(-25.0, -160.0, 2.0e6, 6.2)},
          {at(60.0, 0.0, 500.0, 0.0, 1.48), at(-60.0, 90.0, 500.0, 2.0, 1.48)}};
}

TEST(Flight, EndsExactlyAndTakesAReasonableTime) {
  auto all = journeys();
  RandomCameras random(10);
  for (int i = 0; i < 300; ++i) all.emplace_back(random.camera(), random.camera());
  for (const auto& [from, to] : all) {
    const Flight flight(from, to);
    EXPECT_GE(flight.seconds(), 0.4);
    EXPECT_LE(flight.seconds(), 2.5);
    EXPECT_EQ(flight.at(0.0), from);
    EXPECT_EQ(flight.at(-1.0), from);
    EXPECT_EQ(flight.at(flight.seconds()), to);
    EXPECT_EQ(flight.at(1e9), to);
    for (int i = 0; i <= 50; ++i) ASSERT_TRUE(isSound(flight.at(flight.seconds() * i / 50)));
  }
  const Camera camera{LatLon::fromDegrees(90.0, 3.0), 1e6, 1.0, 0.4};
  EXPECT_EQ(Flight(camera, camera).seconds(), 0.0);
  EXPECT_EQ(Flight(camera, camera).at(0.0), camera);
}

TEST(Flight, ThePictureMovesWithoutJumps) {
  RandomCameras random(11);
  auto all = journeys();
  for (int i = 0; i < 100; ++i) all.emplace_back(random.camera(), random.camera());
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Flight flight(all[k].first, all[k].second);
    constexpr int kSteps = 2000;
    Camera before = all[k].first;
    double mostTurned = 0.0;
    double mostMoved = 0.0;
    for (int i = 1; i <= kSteps; ++i) {
      const Camera next = flight.at(flight.seconds() * i / kSteps);
      const Matrix4 a = projector(before).ecefToEye();
      const Matrix4 b = projector(next).ecefToEye();
      double turned = 0.0;
      for (const std::size_t j : {0U, 1U, 2U, 4U, 5U, 6U, 8U, 9U, 10U}) turned += (a[j] - b[j]) * (a[j] - b[j]);
      mostTurned = std::max(mostTurned, std::sqrt(turned));
      mostMoved = std::max(mostMoved, geo::norm(projector(next).eye() - projector(before).eye()) / before.rangeMeters);
      before = next;
    }
    // A jump would be a turn of whole radians, or a leap of whole ranges; at the ends the given cameras take over.
    EXPECT_LT(mostTurned, 0.1) << k;
    EXPECT_LT(mostMoved, 0.03) << k;
    EXPECT_LT(pictureStep(all[k].first, flight.at(flight.seconds() * 1e-5)), 0.01) << k;
    EXPECT_LT(pictureStep(flight.at(flight.seconds() * (1.0 - 1e-5)), all[k].second), 0.01) << k;
  }
}

TEST(Flight, GoesSteadilyAlongTheGeodesic) {
  for (const auto& [from, to] : journeys()) {
    const Flight flight(from, to);
    const double whole = geo::geodesicDistanceMeters(from.target, to.target);
    double before = 0.0;
    for (int i = 0; i <= 100; ++i) {
      const Camera camera = flight.at(flight.seconds() * i / 100);
      const double done = geo::geodesicDistanceMeters(from.target, camera.target);
      EXPECT_GE(done, before - 1e-6);
      EXPECT_NEAR(done + geo::geodesicDistanceMeters(camera.target, to.target), whole, 1e-6 * whole + 1e-6);
      before = done;
    }
  }
}

TEST(Flight, RisesOnLongWaysAndOnlyZoomsOnNone) {
  const Flight far({LatLon::fromDegrees(44.0, 146.0), 1.0e5}, {LatLon::fromDegrees(60.0, 170.0), 1.0e5});
  EXPECT_GT(far.at(far.seconds() / 2).rangeMeters, 1.0e6);
  EXPECT_LT(far.at(far.seconds() / 2).rangeMeters, 1.0e7);
  EXPECT_EQ(far.at(far.seconds() / 3).headingRadians, 0.0);
  const Flight still({LatLon::fromDegrees(44.0, 146.0), 1.0e5}, {LatLon::fromDegrees(44.0, 146.0), 1.0e7});
  EXPECT_NEAR(still.at(still.seconds() / 2).rangeMeters, 1.0e6, 1.0);
  const Flight slow({LatLon::fromDegrees(44.0, 146.0), 1.0e5}, {LatLon::fromDegrees(44.01, 146.0), 1.0e5});
  EXPECT_LT(slow.seconds(), far.seconds());
}

TEST(Flight, TurnsTheShorterWay) {
  const Flight flight({LatLon::fromDegrees(44.0, 146.0), 1.0e5, 0.2}, {LatLon::fromDegrees(45.0, 147.0), 1.0e5, 6.2});
  for (int i = 0; i <= 20; ++i) {
    const double heading = std::remainder(flight.at(flight.seconds() * i / 20).headingRadians, kTurn);
    EXPECT_LE(std::abs(heading), 0.2 + 1e-9);
  }
}

}  // namespace
}  // namespace cordon::scene
