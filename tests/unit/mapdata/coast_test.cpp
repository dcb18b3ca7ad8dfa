#include <cmath>
#include <random>

#include "mapdata/coast_raster.h"
#include "mapdata/pack/pack_builder.h"
#include "test_files.h"

namespace cordon::mapdata {
namespace {

// A star of many corners, counter-clockwise.
PackLine star(double lonDegrees, double latDegrees, double radiusDegrees, unsigned seed, unsigned lineClass) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> share(0.4, 1.0);
  PackLine line;
  line.lineClass = lineClass;
  for (int i = 0; i < 400; ++i) {
    const double angle = i * 2.0 * 3.14159265358979 / 400.0;
    const double radius = radiusDegrees * share(random);
    line.points.push_back({static_cast<std::int32_t>(std::lround((lonDegrees + radius * std::cos(angle)) * 1e6)),
                           static_cast<std::int32_t>(std::lround((latDegrees + radius * std::sin(angle)) * 1e6))});
  }
  line.points.push_back(line.points.front());
  return line;
}

bool inside(const PackLine& line, double lon, double lat) {
  bool in = false;
  for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
    const PackPoint a = line.points[i];
    const PackPoint b = line.points[i + 1];
    if ((a.lat > lat) == (b.lat > lat)) continue;
    if (lon < a.lon + (lat - a.lat) * (static_cast<double>(b.lon) - a.lon) / (static_cast<double>(b.lat) - a.lat))
      in = !in;
  }
  return in;
}

double distanceTexels(const PackLine& line, double lon, double lat, double texelMicrodegrees) {
  const double c = std::cos(lat * 1e-6 * 3.14159265358979 / 180.0);
  double best = 1e9;
  for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
    const double ax = (line.points[i].lon - lon) * c;
    const double ay = line.points[i].lat - lat;
    const double dx = (static_cast<double>(line.points[i + 1].lon) - line.points[i].lon) * c;
    const double dy = static_cast<double>(line.points[i + 1].lat) - line.points[i].lat;
    const double t = std::clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    best = std::min(best, std::hypot(ax + t * dx, ay + t * dy));
  }
  return best / texelMicrodegrees;
}

VectorPack packOf(const TestFolder& folder, const std::vector<PackLine>& lines) {
  PackBuilder builder(PackKind::Coast, 1'000'000, 0.0);
  builder.setLayer(lines);
  EXPECT_TRUE(builder.write(folder.path() / "coast.pack").ok());
  return VectorPack::open(folder.path() / "coast.pack", PackKind::Coast).value();
}

TileKey tileAt(int level, double lon, double lat) {
  const double span = 180.0 / (1 << level);
  return {level, static_cast<int>((lon + 180.0) / span), static_cast<int>((90.0 - lat) / span)};
}

TEST(Coast, SignAndDistanceAgreeWithBruteForceAtEveryScale) {
  const TestFolder folder;
  const PackLine island = star(146.0, 44.5, 2.7, 1, kSeaShore);
  const PackLine lake = star(146.0, 44.5, 0.8, 2, kLakeShore);
  const VectorPack pack = packOf(folder, {island, lake});
  std::mt19937 random(3);
  for (const int level : {2, 4, 6, 8, 10, 13, 16, 18}) {
    const PackPoint corner = island.points[static_cast<std::size_t>(level) * 7];
    const TileGrid grid(tileAt(level, corner.lon * 1e-6 + 1e-4, corner.lat * 1e-6 + 1e-4));
    const CoastRaster raster = rasterizeCoast(pack, grid);
    for (int i = 0; i < 300; ++i) {
      const auto column = random() % grid.lonDegrees.size();
      const auto row = random() % grid.latDegrees.size();
      const double lon = grid.lonDegrees[column] * 1e6;
      const double lat = grid.latDegrees[row] * 1e6;
      const double actual = static_cast<double>(raster.sea[row * grid.lonDegrees.size() + column]);
      const double distance = distanceTexels(island, lon, lat, grid.texelDegrees * 1e6);
      const double expected = std::min(distance, 8.0) * (inside(island, lon, lat) ? 1.0 : -1.0);
      // At small scales vertices nearer than a fifth of a texel are passed over.
      if (distance > 0.3) {
        EXPECT_EQ(actual > 0.0, expected > 0.0) << level << ' ' << column << ' ' << row;
      }
      EXPECT_NEAR(std::abs(actual), std::abs(expected), 0.25) << level << ' ' << column << ' ' << row;
    }
  }
}

TEST(Coast, PointsOnLandAgreeWithThePolygon) {
  const TestFolder folder;
  const PackLine island = star(146.0, 44.5, 2.7, 1, kSeaShore);
  const PackLine dateline = star(180.0, -17.0, 2.0, 4, kSeaShore);
  const VectorPack pack = packOf(folder, {island, dateline});
  std::mt19937 random(7);
  std::uniform_real_distribution<double> offset(-3.0, 3.0);
  int land = 0;
  for (int i = 0; i < 5000; ++i) {
    const double x = offset(random);
    const double y = offset(random);
    const bool expected = inside(island, (146.0 + x) * 1e6, (44.5 + y) * 1e6);
    land += expected ? 1 : 0;
    EXPECT_EQ(isOnLand(pack, geo::LatLon::fromDegrees(44.5 + y, 146.0 + x)), expected);
    EXPECT_EQ(isOnLand(pack, geo::LatLon::fromDegrees(-17.0 + y, 180.0 + x)),
              inside(dateline, (180.0 + x) * 1e6, (-17.0 + y) * 1e6));
  }
  EXPECT_GT(land, 500);
}

TEST(Coast, NeighboursShareTheirEdges) {
  const TestFolder folder;
  const VectorPack pack = packOf(folder, {star(146.0, 44.5, 2.7, 1, kSeaShore), star(180.0, 45.0, 2.0, 4, kSeaShore)});
  for (const int level : {4, 6, 9}) {
    for (const double lon : {146.0, 179.999}) {
      const TileKey key = tileAt(level, lon, 44.5);
      const int around = 2 << level;
      const CoastRaster left = rasterizeCoast(pack, TileGrid(key));
      const CoastRaster right = rasterizeCoast(pack, TileGrid({level, (key.x + 1) % around, key.y}));
      const std::size_t width = TileGrid(key).lonDegrees.size();
      for (std::size_t row = 0; row <= 256; ++row) {
        EXPECT_FLOAT_EQ(left.sea[row * width + width - 1], right.sea[row * width]) << level << ' ' << row;
      }
    }
  }
}

}  // namespace
}  // namespace cordon::mapdata
