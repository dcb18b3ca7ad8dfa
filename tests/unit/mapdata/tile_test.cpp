#include "mapdata/tile.h"

#include <gdal_priv.h>

#include <cmath>
#include <thread>

#include "mapdata/map_data.h"
#include "mapdata/pack/pack_builder.h"
#include "mapdata/pack/relief_packer.h"
#include "test_files.h"

namespace cordon::mapdata {
namespace {

// A world of one ridge that runs east and west, with a square continent over the dateline.
void writeWorld(const TestFolder& folder) {
  GDALRegister_GTiff();
  constexpr int kColumns = 360;
  constexpr int kRows = 181;
  std::vector<std::int16_t> pixels(kColumns * kRows);
  for (int y = 0; y < kRows; ++y) {
    for (int x = 0; x < kColumns; ++x) {
      pixels[static_cast<std::size_t>(y * kColumns + x)] =
          static_cast<std::int16_t>(1000.0 * std::cos((x - 180) * 3.14159265358979 / 45.0) - 10 * std::abs(y - 45));
    }
  }
  GDALDataset* file = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
      (folder.path() / "relief_world.tif").c_str(), kColumns, kRows, 1, GDT_Int16, nullptr);
  double transform[6] = {-180.5, 1.0, 0.0, 90.5, 0.0, -1.0};
  ASSERT_EQ(file->SetGeoTransform(transform), CE_None);
  ASSERT_EQ(file->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, kColumns, kRows, pixels.data(), kColumns, kRows, GDT_Int16,
                                             0, 0, nullptr),
            CE_None);
  GDALClose(file);
  ASSERT_TRUE(packRelief(folder.path() / "relief_world.tif", folder.path() / "relief_world.pack").ok());
  PackBuilder coast(PackKind::Coast, 5'000'000, 1000.0);
  coast.setLayer({{{{160000000, 20000000},
                    {200000000, 20000000},
                    {200000000, 60000000},
                    {160000000, 60000000},
                    {160000000, 20000000}},
                   kSeaShore}});
  ASSERT_TRUE(coast.write(folder.path() / "coast_0.pack").ok());
  PackBuilder river(PackKind::Lines, 10'000'000, 1000.0);
  river.setLayer({{{{170000000, 30000000}, {171000000, 45000000}}, 255}});
  ASSERT_TRUE(river.write(folder.path() / "rivers.pack").ok());
  ASSERT_TRUE(PackBuilder(PackKind::Lines, 10'000'000, 1000.0).write(folder.path() / "borders.pack").ok());
}

TEST(TileCodes, RiseFromTheDeepestToTheHighest) {
  EXPECT_EQ(decodeMeters(0), -kDeepestMeters);
  EXPECT_EQ(decodeMeters(kSeaTop), 0.0);
  EXPECT_EQ(decodeMeters(kLandBottom), 0.0);
  EXPECT_EQ(decodeMeters(255), kHighestMeters);
  for (int code = 1; code < 256; ++code) {
    if (code == kLandBottom) continue;
    EXPECT_GT(decodeMeters(code), decodeMeters(code - 1)) << code;
  }
}

TEST(TileCodes, BoundsAreThoseOfTheGeodeticGrid) {
  const TileBounds all = bounds({0, 1, 0});
  EXPECT_DOUBLE_EQ(all.westRadians, 0.0);
  EXPECT_DOUBLE_EQ(all.eastRadians, 3.14159265358979323846);
  EXPECT_DOUBLE_EQ(all.southRadians, -all.northRadians);
}

TEST(MapData, EveryLevelHasSoundTilesAndSharedEdges) {
  const TestFolder folder;
  writeWorld(folder);
  const auto map = MapData::open(folder.path());
  ASSERT_TRUE(map.ok());
  for (int level = 0; level <= MapData::kMaxLevel; ++level) {
    const int around = 2 << level;
    // The last column before the dateline, at 45 N and at both poles.
    for (const int y : {(1 << level) / 4, 0, (1 << level) - 1}) {
      const TileRaster left = map->buildTile({level, around - 1, y});
      const TileRaster right = map->buildTile({level, 0, y});
      ASSERT_EQ(left.surface.size(), static_cast<std::size_t>(left.width * left.height * 4));
      ASSERT_EQ(left.meshHeightMeters.size(), 289U);
      ASSERT_EQ(left.width, right.width);
      for (int row = 0; row < left.height; ++row) {
        for (int channel = 0; channel < 3; ++channel) {
          const auto a = left.surface[static_cast<std::size_t>(((row + 1) * left.width - 1) * 4 + channel)];
          const auto b = right.surface[static_cast<std::size_t>(row * left.width * 4 + channel)];
          ASSERT_NEAR(a, b, channel == 2 ? 1 : 0) << "level " << level << " row " << row << " channel " << channel;
        }
      }
      for (std::size_t i = 0; i < left.surface.size(); i += 4) {
        ASSERT_EQ(left.surface[i + 1] >= kLandBottom,
                  left.surface[i + 2] > 128 || (left.surface[i + 2] == 128 && left.surface[i + 1] >= kLandBottom));
      }
    }
  }
}

TEST(MapData, ThreadsBuildTheSameBytes) {
  const TestFolder folder;
  writeWorld(folder);
  const auto map = MapData::open(folder.path());
  ASSERT_TRUE(map.ok());
  const std::vector<TileKey> keys = {{3, 15, 2}, {4, 31, 4}, {4, 30, 4}, {6, 125, 16}};
  std::vector<std::vector<TileRaster>> built(4);
  std::vector<std::thread> threads;
  for (auto& own : built) {
    threads.emplace_back([&] {
      for (const TileKey key : keys) own.push_back(map->buildTile(key));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& own : built) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      EXPECT_EQ(own[i].surface, built[0][i].surface);
      EXPECT_EQ(own[i].lines, built[0][i].lines);
    }
  }
}

TEST(MapData, HeightsAreTheRastersAndTheSeaIsLevel) {
  const TestFolder folder;
  writeWorld(folder);
  const auto map = MapData::open(folder.path());
  ASSERT_TRUE(map.ok());
  // The spline softens the crest of a 90-pixel wave by about 0.1 % of it.
  EXPECT_NEAR(map->elevationMeters(geo::LatLon::fromDegrees(30.0, 180.0)), 1000.0 - 150.0, 4.0);
  EXPECT_NEAR(map->elevationMeters(geo::LatLon::fromDegrees(30.0, -180.0)), 1000.0 - 150.0, 4.0);
  EXPECT_NEAR(map->groundHeightMeters(geo::LatLon::fromDegrees(30.0, 180.0)), 850.0, 4.0);
  EXPECT_EQ(map->groundHeightMeters(geo::LatLon::fromDegrees(30.0, 0.0)), 0.0);
  EXPECT_GT(map->elevationMeters(geo::LatLon::fromDegrees(30.0, 0.0)), 800.0);
}

TEST(MapData, CodesOfATileStandForItsHeights) {
  const TestFolder folder;
  writeWorld(folder);
  const auto map = MapData::open(folder.path());
  ASSERT_TRUE(map.ok());
  const TileRaster tile = map->buildTile({3, 0, 2});  // 45 to 22.5 N, from 180 W
  for (int row = 0; row < tile.height; row += 8) {
    const double meters = map->elevationMeters(geo::LatLon::fromDegrees(45.0 - 22.5 * row / (tile.height - 1), -180.0));
    const int code = tile.surface[static_cast<std::size_t>(row * tile.width * 4 + 1)];
    // Within a code of the truth; a coarser level of the relief may have been taken.
    EXPECT_LE(decodeMeters(code - 1) - 5.0, meters) << row;
    EXPECT_GE(decodeMeters(code + 1) + 5.0, meters) << row;
  }
}

TEST(MapData, MissingAndBrokenFilesAreNamed) {
  const TestFolder folder;
  const auto nothing = MapData::open(folder.path());
  ASSERT_FALSE(nothing.ok());
  EXPECT_NE(toString(nothing.diagnostics().front()).find("relief_world.pack"), std::string::npos);
  writeWorld(folder);
  folder.write("rivers.pack", "no pack");
  const auto broken = MapData::open(folder.path());
  ASSERT_FALSE(broken.ok());
  EXPECT_NE(toString(broken.diagnostics().front()).find("rivers.pack"), std::string::npos);
  writeWorld(folder);
  folder.write("relief_world.pack", "II*");
  EXPECT_FALSE(MapData::open(folder.path()).ok());
}

}  // namespace
}  // namespace cordon::mapdata
