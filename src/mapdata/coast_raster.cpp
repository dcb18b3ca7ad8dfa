#include "mapdata/coast_raster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "mapdata/cell_walk.h"
#include "mapdata/segment_distance.h"

namespace cordon::mapdata {

namespace {

// A texel on a cell's side may round into either neighbour: both are visited, and only the one that owns it fills it.
constexpr double kSlack = 1e-7;  // degrees

// The texels of one cell: half-open towards north and east, so that every texel has one cell.
struct TexelRange {
  int first = 0;
  int end = 0;
};

// Fills one cell: which shores lie around each texel. The path from the reference point to a texel runs north (or
// south) along the cell's west side, then east; each shore it crosses toggles its bit.
class CellFill {
 public:
  CellFill(const TileGrid& grid, std::vector<std::uint8_t>& parity) : grid_(grid), parity_(parity) {}

  void fill(const VectorPack& pack, int column, int row) {
    const double side = pack.cellMicrodegrees();
    const double west = column * side - kHalfTurnMicrodegrees;
    const double south = row * side - kQuarterTurnMicrodegrees;
    columns_ = columnsIn(west, west + side, column + 1 == pack.columns());
    rows_ = rowsIn(south, south + side, row + 1 == pack.rows());
    if (columns_.first >= columns_.end || rows_.first >= rows_.end) return;
    referenceLon_ = west + 0.5;
    referenceLat_ = south + 0.5;
    const auto start = static_cast<std::uint8_t>(pack.parity(column, row));
    for (int j = rows_.first; j < rows_.end; ++j) *texel(columns_.first, j) ^= start;
    pack.forEachChain(column, row, [&](const VectorPack::Chain& chain) {
      for (std::uint32_t i = 0; i + 1 < chain.count; ++i) {
        cross(chain.points[i], chain.points[i + 1], static_cast<std::uint8_t>(chain.chainClass));
      }
    });
    for (int j = rows_.first; j < rows_.end; ++j) {
      std::uint8_t* at = texel(columns_.first, j);
      for (int i = columns_.first + 1; i < columns_.end; ++i, ++at) at[1] ^= at[0];
    }
  }

 private:
  TexelRange columnsIn(double west, double east, bool last) const {
    const auto& lons = grid_.lonDegrees;
    const auto first = std::partition_point(lons.begin(), lons.end(), [&](double lon) { return lon * 1e6 < west; });
    const auto end = std::partition_point(lons.begin(), lons.end(),
                                          [&](double lon) { return lon * 1e6 < east || (last && lon * 1e6 <= east); });
    return {static_cast<int>(first - lons.begin()), static_cast<int>(end - lons.begin())};
  }

  TexelRange rowsIn(double south, double north, bool last) const {
    const auto& lats = grid_.latDegrees;
    const auto first = std::partition_point(lats.begin(), lats.end(),
                                            [&](double lat) { return last ? lat * 1e6 > north : lat * 1e6 >= north; });
    const auto end = std::partition_point(lats.begin(), lats.end(), [&](double lat) { return lat * 1e6 >= south; });
    return {static_cast<int>(first - lats.begin()), static_cast<int>(end - lats.begin())};
  }

  std::uint8_t* texel(int column, int row) {
    return parity_.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.width()) +
           static_cast<std::size_t>(column);
  }

  double latOf(int row) const { return grid_.latDegrees[static_cast<std::size_t>(row)] * 1e6; }

  // The first row that lies south of a latitude or on it, within the cell's rows.
  int firstRowFrom(double lat) const {
    const double guess = (grid_.latDegrees.front() * 1e6 - lat) / (grid_.texelDegrees * 1e6);
    int row = std::clamp(static_cast<int>(std::clamp(guess, -1.0, 1e6)), rows_.first, rows_.end);
    while (row > rows_.first && latOf(row - 1) < lat) --row;
    while (row < rows_.end && latOf(row) >= lat) ++row;
    return row;
  }

  void cross(PackPoint a, PackPoint b, std::uint8_t bit) {
    const bool aSouth = a.lat < b.lat;
    const PackPoint low = aSouth ? a : b;
    const PackPoint high = aSouth ? b : a;
    const bool aWest = a.lon < b.lon;
    const double westLon = aWest ? a.lon : b.lon;
    const double eastLon = aWest ? b.lon : a.lon;
    const bool meetsWestSide = westLon < referenceLon_ && eastLon > referenceLon_;
    // Rows with low.lat <= lat < high.lat meet the segment; a vertex counts as south of its own row.
    const int northEnd = firstRowFrom(high.lat);
    const int southEnd = firstRowFrom(low.lat);
    const bool rising = (high.lon > low.lon);
    const double slope = high.lat == low.lat
                             ? 0.0
                             : (static_cast<double>(high.lon) - low.lon) / (static_cast<double>(high.lat) - low.lat);
    // Where the segment leaves the reference point's level: the path's first leg starts there.
    bool referenceNorth = false;
    if (meetsWestSide) referenceNorth = isNorthOf(low, high, slope, rising, referenceLat_);
    for (int j = northEnd; j < southEnd; ++j) {
      const double lon = low.lon + (latOf(j) - low.lat) * slope;
      const bool eastward = lon > referenceLon_;
      if (meetsWestSide && (rising ? eastward : !eastward) != referenceNorth) *texel(columns_.first, j) ^= bit;
      if (!eastward) continue;
      const int column = firstColumnFrom(lon);
      if (column < columns_.end) *texel(column, j) ^= bit;
    }
    if (!meetsWestSide) return;
    // Rows wholly north of the segment lie beyond its crossing with the west side, those wholly south before it.
    if (!referenceNorth) {
      for (int j = rows_.first; j < northEnd; ++j) *texel(columns_.first, j) ^= bit;
    } else {
      for (int j = southEnd; j < rows_.end; ++j) *texel(columns_.first, j) ^= bit;
    }
  }

  // Whether a point of the west side at a latitude lies north of where the segment meets that side.
  bool isNorthOf(PackPoint low, PackPoint high, double slope, bool rising, double lat) const {
    if (lat >= high.lat) return true;
    if (lat < low.lat) return false;
    const bool eastward = low.lon + (lat - low.lat) * slope > referenceLon_;
    return rising ? eastward : !eastward;
  }

  // The first column east of a longitude.
  int firstColumnFrom(double lon) const {
    const double guess = (lon * 1e-6 - grid_.lonDegrees.front()) / grid_.columnDegrees;
    int column = std::clamp(static_cast<int>(std::clamp(guess, -1.0, 1e6)), columns_.first, columns_.end);
    while (column > columns_.first && lonOf(column - 1) > lon) --column;
    while (column < columns_.end && lonOf(column) <= lon) ++column;
    return column;
  }

  double lonOf(int column) const { return grid_.lonDegrees[static_cast<std::size_t>(column)] * 1e6; }

  const TileGrid& grid_;
  std::vector<std::uint8_t>& parity_;
  TexelRange columns_;
  TexelRange rows_;
  double referenceLon_ = 0.0;
  double referenceLat_ = 0.0;
};

// Near a shore every bend counts; farther out, where only soft rims depend on the distance, a coarser line does. The
// reach of each segment costs its square, so most of the time would go into the far field.
constexpr float kNearReachTexels = 2.0F;
constexpr double kNearVertexStepTexels = 0.3;
constexpr double kFarVertexStepTexels = 1.75;

// Distances to one kind of shore.
class ShoreDistance {
 public:
  explicit ShoreDistance(const TileGrid& grid)
      : near_(grid, kNearReachTexels, kNearVertexStepTexels), far_(grid, kShoreReachTexels, kFarVertexStepTexels) {}

  void add(const VectorPack::Chain& chain, double shift) {
    near_.add(chain, shift, 0);
    far_.add(chain, shift, 0);
  }

  bool touched() const { return near_.touched() || far_.touched(); }

  // Positive where the parity has the bit.
  std::vector<float> signedTexels(const std::vector<std::uint8_t>& parity, std::uint8_t bit) const {
    std::vector<float> distance(parity.size());
    constexpr float kNearSquared = kNearReachTexels * kNearReachTexels;
    // Either may have met nothing: there is a shore in reach, yet none so near, or only a bend that the far line cuts.
    const std::vector<float> noneNear(near_.touched() ? 0 : parity.size(), kNearSquared);
    const float* nearSquared = near_.touched() ? near_.squaredTexels().data() : noneNear.data();
    const std::vector<float> noneFar(far_.touched() ? 0 : parity.size(), kShoreReachTexels * kShoreReachTexels);
    const float* farSquared = far_.touched() ? far_.squaredTexels().data() : noneFar.data();
    for (std::size_t i = 0; i < parity.size(); ++i) {
      const float outer = farSquared[i] > kNearSquared ? farSquared[i] : kNearSquared;
      const float root = std::sqrt(nearSquared[i] < kNearSquared ? nearSquared[i] : outer);
      distance[i] = (parity[i] & bit) != 0 ? root : -root;
    }
    return distance;
  }

 private:
  SegmentDistance near_;
  SegmentDistance far_;
};

}  // namespace

bool isOnLand(const VectorPack& pack, geo::LatLon position) {
  TileGrid grid;
  grid.texelDegrees = 1.0;
  grid.columnDegrees = 1.0;
  const double lonDegrees = position.lonDegrees();
  grid.lonDegrees = {lonDegrees - 360.0 * std::floor((lonDegrees + 180.0) / 360.0)};
  grid.latDegrees = {std::clamp(position.latDegrees(), -90.0, 90.0)};
  std::vector<std::uint8_t> parity(1, 0);
  CellFill fill(grid, parity);
  const double lon = grid.lonDegrees.front();
  const double lat = grid.latDegrees.front();
  forEachCell(pack, lon - kSlack, lat - kSlack, lon + kSlack, lat + kSlack,
              [&](int column, int row, double) { fill.fill(pack, column, row); });
  return (parity.front() & kSeaShore) != 0;
}

CoastRaster rasterizeCoast(const VectorPack& pack, const TileGrid& grid) {
  const std::size_t texels = grid.lonDegrees.size() * grid.latDegrees.size();
  std::vector<std::uint8_t> parity(texels, 0);
  CellFill fill(grid, parity);
  const double west = grid.lonDegrees.front();
  const double east = grid.lonDegrees.back();
  const double south = grid.latDegrees.back();
  const double north = grid.latDegrees.front();
  forEachCell(pack, west - kSlack, south - kSlack, east + kSlack, north + kSlack,
              [&](int column, int row, double) { fill.fill(pack, column, row); });

  const double reachLat = static_cast<double>(kShoreReachTexels + 0.5F) * grid.texelDegrees;
  const double reachLon = std::min(reachLat / std::min(convergenceAt(south), convergenceAt(north)), 180.0);
  std::optional<ShoreDistance> sea;
  std::optional<ShoreDistance> lake;
  forEachCell(pack, west - reachLon, south - reachLat, east + reachLon, north + reachLat,
              [&](int column, int row, double shift) {
                pack.forEachChain(column, row, [&](const VectorPack::Chain& chain) {
                  std::optional<ShoreDistance>& shore = chain.chainClass == kSeaShore ? sea : lake;
                  if (!shore) shore.emplace(grid);
                  shore->add(chain, shift);
                });
              });

  CoastRaster raster;
  if (sea && sea->touched()) {
    raster.sea = sea->signedTexels(parity, kSeaShore);
  } else {
    raster.sea.assign(texels, (parity.front() & kSeaShore) != 0 ? kShoreReachTexels : -kShoreReachTexels);
  }
  const bool anyLake = lake && lake->touched();
  const bool allLake = !anyLake && (parity.front() & kLakeShore) != 0;
  if (anyLake) raster.lake = lake->signedTexels(parity, kLakeShore);
  if (allLake) raster.lake.assign(texels, kShoreReachTexels);
  return raster;
}

}  // namespace cordon::mapdata
