#include "scene/camera.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "geo/geodesic.h"

namespace cordon::scene {
namespace {

using geo::LatLon;

constexpr int kWidth = 1280;
constexpr int kHeight = 720;

std::vector<Camera> cameras() {
  return {{LatLon::fromDegrees(50.0, 150.0), 4.0e6, 0.0, 0.0},
          {LatLon::fromDegrees(48.0, 153.2), 4.0e4, 0.6, 1.1},
          {LatLon::fromDegrees(0.0, 180.0), 2.0e3, 3.0, 0.2},
          {LatLon::fromDegrees(89.9, -20.0), 2.0e7, 5.0, 0.0},
          {LatLon::fromDegrees(-90.0, 0.0), 5.0e5, 1.0, 0.7}};
}

TEST(Camera, LooksAtItsTargetInTheMiddleOfThePicture) {
  for (const Camera& camera : cameras()) {
    const Projector projector(camera, kWidth, kHeight);
    const auto pixel = projector.visiblePixel(camera.target);
    ASSERT_TRUE(pixel.has_value());
    EXPECT_NEAR(pixel->x, kWidth / 2.0, 1e-3);
    EXPECT_NEAR(pixel->y, kHeight / 2.0, 1e-3);
    EXPECT_NEAR(geo::norm(projector.eye() - geo::toEcef(camera.target)), camera.rangeMeters, 1e-3);
  }
}

TEST(Camera, HeadingIsUpAndEastIsToTheRightOfNorth) {
  const LatLon target = LatLon::fromDegrees(50.0, 150.0);
  const double heading = 0.7;
  const Projector projector({target, 1.0e6, heading, 0.0}, kWidth, kHeight);
  const auto ahead = projector.visiblePixel(geo::geodesicDirect(target, heading, 1.0e4).position);
  EXPECT_NEAR(ahead->x, kWidth / 2.0, 0.1);
  EXPECT_LT(ahead->y, kHeight / 2.0);
  const auto right =
      projector.visiblePixel(geo::geodesicDirect(target, heading + std::numbers::pi / 2.0, 1.0e4).position);
  EXPECT_GT(right->x, kWidth / 2.0);
}

TEST(Camera, GroundUnderAPixelProjectsBackToIt) {
  for (const Camera& camera : cameras()) {
    const Projector projector(camera, kWidth, kHeight);
    int onGround = 0;
    for (int x = 10; x < kWidth; x += 90) {
      for (int y = 10; y < kHeight; y += 90) {
        const typography::Point pixel{static_cast<double>(x), static_cast<double>(y)};
        const auto ground = projector.toGround(pixel);
        if (!ground) continue;
        ++onGround;
        const auto back = projector.visiblePixel(*ground);
        ASSERT_TRUE(back.has_value());
        EXPECT_NEAR(back->x, pixel.x, 0.01);
        EXPECT_NEAR(back->y, pixel.y, 0.01);
      }
    }
    EXPECT_GT(onGround, 20);
  }
}

TEST(Camera, ClipMatrixAgreesWithThePixelsAndThePlanesHoldWhatIsSeen) {
  for (const Camera& camera : cameras()) {
    const Projector projector(camera, kWidth, kHeight);
    const Matrix4 m = projector.ecefToClip();
    for (int x = 5; x < kWidth; x += 150) {
      for (int y = 5; y < kHeight; y += 120) {
        const auto ground = projector.toGround({static_cast<double>(x), static_cast<double>(y)});
        if (!ground) continue;
        const geo::Ecef p = geo::toEcef(*ground);
        const auto row = [&](std::size_t i) {
          return m[i * 4] * p.x + m[i * 4 + 1] * p.y + m[i * 4 + 2] * p.z + m[i * 4 + 3];
        };
        const double w = row(3);
        EXPECT_NEAR((row(0) / w + 1.0) * 0.5 * kWidth, x, 0.02);
        EXPECT_NEAR((1.0 - row(1) / w) * 0.5 * kHeight, y, 0.02);
        EXPECT_LE(std::abs(row(2) / w), 1.0);
      }
    }
  }
}

TEST(Camera, TheFarSideIsBelowTheHorizon) {
  const Projector projector({LatLon::fromDegrees(50.0, 150.0), 4.0e6, 0.0, 0.0}, kWidth, kHeight);
  EXPECT_FALSE(projector.visiblePixel(LatLon::fromDegrees(-50.0, -30.0)).has_value());
  EXPECT_TRUE(projector.isAboveHorizon(geo::toEcef(LatLon::fromDegrees(50.0, 150.0))));
  EXPECT_FALSE(projector.toGround({-20000.0, -20000.0}).has_value());
}

TEST(Camera, AnExtentIsWhollyShownAndFillsThePicture) {
  const double rad = std::numbers::pi / 180.0;
  struct Extent {
    double west, south, east, north;
  };
  for (const Extent& e : {Extent{128, 36, 176, 66}, Extent{170, 40, -170, 60}, Extent{153, 47.9, 153.4, 48.2}}) {
    const Camera camera = cameraForExtent(e.west * rad, e.south * rad, e.east * rad, e.north * rad, kWidth, kHeight);
    const Projector projector(camera, kWidth, kHeight);
    double nearestEdge = 1e9;
    const double width = e.east < e.west ? e.east + 360.0 - e.west : e.east - e.west;
    for (int i = 0; i <= 20; ++i) {
      for (const LatLon& p : {LatLon::fromDegrees(e.south, e.west + width * i / 20),
                              LatLon::fromDegrees(e.north, e.west + width * i / 20),
                              LatLon::fromDegrees(e.south + (e.north - e.south) * i / 20, e.west),
                              LatLon::fromDegrees(e.south + (e.north - e.south) * i / 20, e.east)}) {
        const auto pixel = projector.visiblePixel(p);
        ASSERT_TRUE(pixel.has_value());
        EXPECT_GE(pixel->x, -2.0);
        EXPECT_LE(pixel->x, kWidth + 2.0);
        EXPECT_GE(pixel->y, -2.0);
        EXPECT_LE(pixel->y, kHeight + 2.0);
        nearestEdge = std::min({nearestEdge, pixel->x, pixel->y, kWidth - pixel->x, kHeight - pixel->y});
      }
    }
    EXPECT_LT(nearestEdge, 5.0);
  }
}

TEST(Camera, TheEyeStaysAboveTheGround) {
  // A cone of 5 km under the target, and a wall behind which the eye would stand.
  const LatLon summit = LatLon::fromDegrees(56.06, 160.64);
  const auto cone = [&](LatLon p) { return std::max(0.0, 5000.0 - 0.4 * geo::geodesicDistanceMeters(summit, p)); };
  for (const double tilt : {0.0, 0.5, 1.0, 1.4}) {
    for (const double range : {100.0, 5.0e3, 5.0e4, 4.0e6}) {
      for (const LatLon& target : {summit, LatLon::fromDegrees(56.10, 160.64)}) {
        const Camera camera = aboveGround({target, range, 0.0, tilt}, cone);
        const geo::Geodetic eye = geo::toGeodetic(Projector(camera, kWidth, kHeight).eye());
        EXPECT_GT(eye.heightMeters, cone(eye.latLon));
        EXPECT_GE(camera.targetHeightMeters, cone(target));
        EXPECT_LT(camera.targetHeightMeters, 6000.0);
        EXPECT_EQ(camera.rangeMeters, range);
      }
    }
  }
  const Camera atSea = aboveGround({summit, 4.0e6, 0.0, 0.0}, [](LatLon) { return 0.0; });
  EXPECT_EQ(atSea.targetHeightMeters, 0.0);
}

}  // namespace
}  // namespace cordon::scene
