#include <gdal_priv.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "mapdata/map_data.h"
#include "mapdata/relief_raster.h"

namespace cordon::mapdata {
namespace {

std::string packs() {
  return std::string(CORDON_BINARY_DIR) + "/share/cordon/geodata";
}

// Lakes are left out: a tile without any has no distances to them.
void expectSameTexel(const TileRaster& a, int rowA, int columnA, const TileRaster& b, int rowB, int columnB) {
  for (int channel = 0; channel < 3; ++channel) {
    const int left = a.surface[static_cast<std::size_t>(4 * (rowA * a.width + columnA) + channel)];
    const int right = b.surface[static_cast<std::size_t>(4 * (rowB * b.width + columnB) + channel)];
    ASSERT_NEAR(left, right, 1) << "level " << a.key.level << " x " << a.key.x << " y " << a.key.y << " row " << rowA
                                << " column " << columnA << " channel " << channel;
  }
}

TEST(CommittedMap, NeighboursAgreeOnEveryEdge) {
  const auto map = MapData::open(packs());
  ASSERT_TRUE(map.ok());
  // Inside the region of finer relief, on each of its sides, and where the Kurils' tiles meet the open sea's.
  const geo::LatLon places[] = {geo::LatLon::fromDegrees(45.0, 151.9), geo::LatLon::fromDegrees(43.9, 145.7),
                                geo::LatLon::fromDegrees(50.0, 128.5), geo::LatLon::fromDegrees(36.4, 140.6),
                                geo::LatLon::fromDegrees(52.0, 175.6), geo::LatLon::fromDegrees(65.6, 170.2)};
  for (int level = 2; level <= 10; level += 2) {
    for (const geo::LatLon place : places) {
      const double side = 180.0 / (1 << level);
      const int x = static_cast<int>((place.lonDegrees() + 180.0) / side);
      const int y = static_cast<int>((90.0 - place.latDegrees()) / side);
      const TileRaster tile = map->buildTile({level, x, y});
      const TileRaster east = map->buildTile({level, (x + 1) % (2 << level), y});
      const TileRaster south = map->buildTile({level, x, y + 1});
      for (int row = 0; row < tile.height; ++row) expectSameTexel(tile, row, tile.width - 1, east, row, 0);
      // Rows of tiles have different numbers of columns, but share these.
      for (int k = 0; k <= TileRaster::kMeshCells; ++k) {
        expectSameTexel(tile, tile.height - 1, k * (tile.width - 1) / TileRaster::kMeshCells, south, 0,
                        k * (south.width - 1) / TileRaster::kMeshCells);
      }
    }
  }
}

TEST(CommittedMap, ReliefPacksHoldTheRastersPixels) {
  GDALRegister_GTiff();
  for (const char* name : {"relief_world", "relief_okhotsk"}) {
    const auto pack = ReliefRaster::open(packs() + "/" + name + ".pack");
    ASSERT_TRUE(pack.ok());
    const std::unique_ptr<GDALDataset> source(
        GDALDataset::Open((std::string(CORDON_SOURCE_DIR) + "/geodata/" + name + ".tif").c_str()));
    ASSERT_NE(source, nullptr);
    ASSERT_EQ(pack->levels().front().widthPixels, source->GetRasterXSize());
    ASSERT_EQ(pack->levels().front().heightPixels, source->GetRasterYSize());
    constexpr int kSide = 150;  // over several blocks
    const int column = source->GetRasterXSize() / 3;
    const int row = source->GetRasterYSize() / 3;
    std::vector<float> expected(kSide * kSide);
    std::vector<float> found(kSide * kSide);
    ASSERT_EQ(source->GetRasterBand(1)->RasterIO(GF_Read, column, row, kSide, kSide, expected.data(), kSide, kSide,
                                                 GDT_Float32, 0, 0, nullptr),
              CE_None);
    pack->read(0, column, row, kSide, kSide, found.data());
    EXPECT_EQ(found, expected);
  }
}

TEST(CommittedMap, HeightsAreThoseOfTheSourcesAtKnownPlaces) {
  const auto map = MapData::open(packs());
  ASSERT_TRUE(map.ok());
  // The Kuril-Kamchatka Trench, the Kuril Basin, and the volcanoes of Kamchatka.
  EXPECT_LT(map->elevationMeters(geo::LatLon::fromDegrees(44.2, 150.4)), -7000.0);
  EXPECT_NEAR(map->elevationMeters(geo::LatLon::fromDegrees(46.0, 147.0)), -3250.0, 150.0);
  EXPECT_GT(map->groundHeightMeters(geo::LatLon::fromDegrees(56.06, 160.64)), 2500.0);
  EXPECT_EQ(map->groundHeightMeters(geo::LatLon::fromDegrees(46.0, 147.0)), 0.0);
}

}  // namespace
}  // namespace cordon::mapdata
