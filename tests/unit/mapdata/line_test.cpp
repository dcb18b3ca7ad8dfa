#include <cmath>

#include "mapdata/coast_raster.h"
#include "mapdata/line_raster.h"
#include "mapdata/pack/pack_builder.h"
#include "test_files.h"

namespace cordon::mapdata {
namespace {

VectorPack linesPack(const std::filesystem::path& path, const std::vector<PackLine>& lines) {
  PackBuilder builder(PackKind::Lines, 1'000'000, 100.0);
  builder.setLayer(lines);
  EXPECT_TRUE(builder.write(path).ok());
  return VectorPack::open(path, PackKind::Lines).value();
}

TEST(Lines, HoldDistancesAndClassesOfRiversAndBorders) {
  const TestFolder folder;
  // Level 8: about 306 m a texel, where the least rivers are not drawn.
  const TileGrid grid({8, 300, 60});
  const auto micro = [](double degrees) { return static_cast<std::int32_t>(std::lround(degrees * 1e6)); };
  const int north = micro(grid.latDegrees.front());
  const int south = micro(grid.latDegrees.back());
  const int great = micro(grid.lonDegrees[40]);
  const int small = micro(grid.lonDegrees[80]);
  const VectorPack rivers = linesPack(
      folder.path() / "rivers.pack", {{{{great, south}, {great, north}}, 255}, {{{small, south}, {small, north}}, 15}});
  const int row = 100;
  const int border = micro(grid.latDegrees[row]);
  const VectorPack borders =
      linesPack(folder.path() / "borders.pack",
                {{{{micro(grid.lonDegrees.front()), border}, {micro(grid.lonDegrees.back()), border}}, 255}});
  ASSERT_GT(leastRiverClass(grid.texelMeters), 15U);
  ASSERT_LE(leastRiverClass(grid.texelMeters), 255U);

  const std::vector<std::uint8_t> lines = rasterizeLines(rivers, borders, grid);
  ASSERT_EQ(lines.size(), static_cast<std::size_t>(grid.width() * grid.height() * 4));
  const auto texel = [&](int column, int atRow, int channel) {
    return static_cast<int>(lines[static_cast<std::size_t>((atRow * grid.width() + column) * 4 + channel)]);
  };
  const double texelsPerColumn =
      grid.columnDegrees / grid.texelDegrees * std::cos(geo::degreesToRadians(grid.latDegrees[row]));
  for (int away = -3; away <= 3; ++away) {
    EXPECT_NEAR(texel(40 + away, row, 0), 255.0 - 16.0 * std::abs(away) * texelsPerColumn, 1.0);
    EXPECT_EQ(texel(40 + away, row, 2), 255);
    EXPECT_NEAR(texel(120, row + away, 1), 255.0 - 16.0 * std::abs(away), 1.0);
  }
  EXPECT_EQ(texel(46, row, 0), 0);
  EXPECT_EQ(texel(46, row, 2), 0);
  EXPECT_EQ(texel(80, row, 0), 0);
  EXPECT_EQ(texel(120, row + 5, 1), 0);
}

TEST(Lines, FewerRiversTheFartherAndNoneFromTheGlobe) {
  unsigned before = 0;
  for (double texelMeters = 10.0; texelMeters < 40000.0; texelMeters *= 1.5) {
    EXPECT_GE(leastRiverClass(texelMeters), before);
    before = leastRiverClass(texelMeters);
  }
  EXPECT_EQ(leastRiverClass(10.0), 1U);
  EXPECT_GT(leastRiverClass(40000.0), 255U);
}

TEST(PackBuilder, ALaterLayerReplacesTheOneBeforeInItsBoxOnly) {
  const TestFolder folder;
  const auto square = [](std::int32_t west, std::int32_t south, std::int32_t side) {
    return PackLine{
        {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}},
        kSeaShore};
  };
  PackBuilder builder(PackKind::Coast, 10'000'000, 100.0);
  builder.setLayer({square(2'000'000, 2'000'000, 5'000'000), square(22'000'000, 2'000'000, 5'000'000)});
  // In the box of one cell another island takes the first one's place; what the layer has outside of it does not count.
  builder.setLayer({square(8'000'000, 8'000'000, 1'000'000), square(32'000'000, 2'000'000, 5'000'000)},
                   {0, 0, 10'000'000, 10'000'000});
  ASSERT_TRUE(builder.write(folder.path() / "coast.pack").ok());
  const auto pack = VectorPack::open(folder.path() / "coast.pack", PackKind::Coast);
  ASSERT_TRUE(pack.ok());
  EXPECT_FALSE(isOnLand(*pack, geo::LatLon::fromDegrees(4.0, 4.0)));
  EXPECT_TRUE(isOnLand(*pack, geo::LatLon::fromDegrees(8.5, 8.5)));
  EXPECT_TRUE(isOnLand(*pack, geo::LatLon::fromDegrees(4.0, 24.0)));
  EXPECT_FALSE(isOnLand(*pack, geo::LatLon::fromDegrees(4.0, 34.0)));
}

}  // namespace
}  // namespace cordon::mapdata
