#include "render/tile_selection.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>

#include "geo/geodesic.h"
#include "mapdata/map_data.h"

namespace cordon::render {
namespace {

using geo::LatLon;
using mapdata::TileKey;
using scene::Camera;
using scene::Projector;

constexpr int kWidth = 1920;
constexpr int kHeight = 1080;

struct Look {
  std::string name;
  Camera camera;
};

std::vector<Look> looks() {
  const std::vector<std::pair<std::string, LatLon>> targets{
      {"Okhotsk", LatLon::fromDegrees(50.0, 151.0)},       {"Null Island", LatLon::fromDegrees(0.0, 0.0)},
      {"North Pole", LatLon::fromDegrees(90.0, 0.0)},      {"South Pole", LatLon::fromDegrees(-90.0, 30.0)},
      {"near the pole", LatLon::fromDegrees(89.9, 100.0)}, {"dateline", LatLon::fromDegrees(60.0, 180.0)},
      {"west of it", LatLon::fromDegrees(-45.0, -179.99)}};
  std::vector<Look> result;
  for (const auto& [place, target] : targets) {
    for (const double rangeKm : {0.5, 2.0, 30.0, 400.0, 4600.0, 14000.0, 40000.0}) {
      for (const double tiltDegrees : {0.0, 35.0, 60.0, 80.0}) {
        result.push_back({place + ", " + std::to_string(rangeKm) + " km, tilt " + std::to_string(tiltDegrees),
                          {target, rangeKm * 1000.0, geo::degreesToRadians(40.0), geo::degreesToRadians(tiltDegrees)}});
      }
    }
  }
  return result;
}

bool contains(TileKey key, LatLon p) {
  const mapdata::TileBounds b = mapdata::bounds(key);
  const double lon = geo::wrapLongitude(p.lonRadians);
  return lon >= b.westRadians && lon < b.eastRadians && p.latRadians > b.southRadians && p.latRadians <= b.northRadians;
}

double texelMeters(TileKey key, const TileDetail& detail) {
  return std::numbers::pi / (1 << key.level) / (detail.rasterSize - 1) * geo::kSemiMajorMeters;
}

TEST(TileSelection, CoversEveryVisiblePixelExactlyOnce) {
  int pixels = 0;
  for (const Look& look : looks()) {
    const Projector projector(look.camera, kWidth, kHeight);
    const std::vector<TileKey> keys = selectTiles(projector, 1.0, {});
    // The corners and edges are where a frustum test would fail first.
    for (int row = 0; row <= 12; ++row) {
      for (int column = 0; column <= 20; ++column) {
        const auto ground = projector.toGround({0.3 + (kWidth - 1) * column / 20.0, 0.6 + (kHeight - 1) * row / 12.0});
        if (!ground) continue;
        ++pixels;
        const auto count = std::count_if(keys.begin(), keys.end(), [&](TileKey key) { return contains(key, *ground); });
        ASSERT_EQ(count, 1) << look.name << ", column " << column << ", row " << row << ", " << ground->latDegrees()
                            << " " << ground->lonDegrees();
      }
    }
  }
  EXPECT_GT(pixels, 20000);
}

TEST(TileSelection, NoTileLiesOverAnother) {
  for (const Look& look : looks()) {
    const std::vector<TileKey> keys = selectTiles(Projector(look.camera, kWidth, kHeight), 1.0, {});
    const std::set<TileKey> set(keys.begin(), keys.end());
    EXPECT_EQ(set.size(), keys.size()) << look.name;
    EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end())) << look.name;
    for (TileKey key : keys) {
      while (key.level > 0) {
        key = {key.level - 1, key.x / 2, key.y / 2};
        ASSERT_FALSE(set.contains(key)) << look.name;
      }
    }
  }
}

TEST(TileSelection, NumberIsBoundedByThePictureNotByTheZoom) {
  std::size_t mostNear = 0;
  std::size_t mostTilted = 0;
  for (const Look& look : looks()) {
    const std::size_t count = selectTiles(Projector(look.camera, kWidth, kHeight), 1.0, {}).size();
    EXPECT_GE(count, 1U) << look.name;
    const bool grazing = look.camera.tiltRadians > geo::degreesToRadians(61.0);
    // A grazing look from low down sees every level from the finest to the horizon's.
    EXPECT_LE(count, grazing ? 2000U : 1000U) << look.name;
    std::size_t& most = grazing ? mostTilted : mostNear;
    most = std::max(most, count);
  }
  RecordProperty("mostTiles", std::to_string(mostNear));
  RecordProperty("mostTilesAtTilt80", std::to_string(mostTilted));
}

TEST(TileSelection, TexelsAreAsFineAsAskedForWherePixelsSeeThem) {
  const TileDetail detail;
  double worst = 0.0;
  std::string where;
  for (const Look& look : looks()) {
    const Projector projector(look.camera, kWidth, kHeight);
    const std::vector<TileKey> keys = selectTiles(projector, 1.0, detail);
    for (int row = 0; row <= 6; ++row) {
      for (int column = 0; column <= 10; ++column) {
        const auto ground = projector.toGround({kWidth * column / 10.0, kHeight * row / 6.0});
        if (!ground || std::abs(ground->latDegrees()) > 79.0) continue;  // at the poles tiles are too narrow to divide
        const double pixelMeters = projector.metersPerPixel(geo::norm(geo::toEcef(*ground) - projector.eye()));
        for (const TileKey key : keys) {
          if (!contains(key, *ground) || key.level == mapdata::MapData::kMaxLevel) continue;
          const double texels = texelMeters(key, detail) / pixelMeters;
          if (texels > worst) {
            worst = texels;
            where = look.name;
          }
        }
      }
    }
  }
  RecordProperty("coarsestTexelPixels", std::to_string(worst) + " at " + where);
  EXPECT_LE(worst, 2.0 * detail.maxTexelPixels) << where;
}

TEST(TileSelection, FollowsTheDetailThatIsAskedFor) {
  const Projector projector({LatLon::fromDegrees(50.0, 151.0), 4.6e6, 0.0, 0.0}, kWidth, kHeight);
  TileDetail fine;
  fine.maxTexelPixels = 0.6;
  EXPECT_GT(selectTiles(projector, 1.0, fine).size(), selectTiles(projector, 1.0, {}).size());
}

TEST(TileSelection, HighGroundBeyondTheSeasHorizonIsTaken) {
  // From 100 m up the sea ends at 36 km; a summit of 8 km is seen from 300 km.
  const Camera camera{LatLon::fromDegrees(50.0, 151.0), 600.0, 0.0, geo::degreesToRadians(80.0)};
  const Projector projector(camera, kWidth, kHeight);
  TileDetail detail;
  detail.groundHeightMeters = [](LatLon) { return 8000.0; };
  const LatLon summit = geo::geodesicDirect(camera.target, 0.0, 200.0e3).position;
  const auto holdsSummit = [&](const std::vector<TileKey>& keys) {
    return std::any_of(keys.begin(), keys.end(), [&](TileKey key) { return contains(key, summit); });
  };
  EXPECT_TRUE(holdsSummit(selectTiles(projector, 1.0, detail)));
}

TEST(TileSphere, HoldsEveryPointOfItsTile) {
  for (const TileKey key : {TileKey{0, 0, 0}, TileKey{1, 3, 0}, TileKey{3, 0, 0}, TileKey{3, 7, 3}, TileKey{6, 100, 20},
                            TileKey{12, 5000, 4095}, TileKey{18, 400000, 60000}}) {
    const TileSphere sphere = tileSphere(key, 0.0);
    const TileSphere high = tileSphere(key, 500.0);
    const mapdata::TileBounds b = mapdata::bounds(key);
    for (int i = 0; i <= 20; ++i) {
      for (int j = 0; j <= 20; ++j) {
        const LatLon p{b.southRadians + (b.northRadians - b.southRadians) * i / 20.0,
                       b.westRadians + (b.eastRadians - b.westRadians) * j / 20.0};
        ASSERT_LE(geo::norm(geo::toEcef(p) - sphere.centre), sphere.radiusMeters * (1.0 + 1e-9) + 1e-6) << key.level;
        ASSERT_LE(geo::norm(geo::toEcef(p, 500.0) - high.centre), high.radiusMeters * (1.0 + 1e-4)) << key.level;
      }
    }
  }
}

}  // namespace
}  // namespace cordon::render
