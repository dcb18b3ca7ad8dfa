#include "render/tile_selection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "mapdata/map_data.h"

namespace cordon::render {

namespace {

using geo::Ecef;
using mapdata::TileKey;

constexpr double kHighestGroundMeters = 9000.0;
constexpr int kCoarsestLevel = 3;
// A picture's size bounds the tiles that it needs; this only guards against an eye pressed to a cliff.
constexpr std::size_t kMaxTiles = 1500;
// Above this level a tile is so wide that its heights do not count.
constexpr int kSampledLevel = 7;
// A tile that is narrower on the picture is not divided: meridians meet at the poles, and so would endless tiles.
constexpr double kNarrowPixels = 64.0;

// The half spaces left, right, below and above that the picture's pyramid is made of, normals pointing inward.
struct Frustum {
  std::array<Ecef, 4> normals;
  Ecef eye;

  explicit Frustum(const scene::Projector& projector) : eye(projector.eye()) {
    const scene::Matrix4 m = projector.ecefToClip();
    const auto plane = [&m](std::size_t row, double sign) {
      return geo::normalized({m[12] + sign * m[row * 4], m[13] + sign * m[row * 4 + 1], m[14] + sign * m[row * 4 + 2]});
    };
    normals = {plane(0, 1.0), plane(0, -1.0), plane(1, 1.0), plane(1, -1.0)};
  }

  bool touches(const TileSphere& sphere) const {
    return std::all_of(normals.begin(), normals.end(),
                       [&](Ecef n) { return geo::dot(n, sphere.centre - eye) > -sphere.radiusMeters; });
  }
};

class Selection {
 public:
  Selection(const scene::Projector& projector, double exaggeration, const TileDetail& detail)
      : projector_(projector),
        frustum_(projector),
        detail_(detail),
        heightMeters_(kHighestGroundMeters * exaggeration) {
    const double eyeRadius = geo::norm(projector.eye());
    const double horizon =
        std::sqrt(std::max(0.0, eyeRadius * eyeRadius - geo::kSemiMinorMeters * geo::kSemiMinorMeters));
    const double beyond = std::sqrt(heightMeters_ * (2.0 * geo::kSemiMajorMeters + heightMeters_));
    visibleMeters_ = horizon + beyond;
    eyeAbove_ = geo::toGeodetic(projector.eye()).latLon;
  }

  void visit(TileKey key) {
    const GroundSpan ground = groundSpan(key);
    const TileSphere flat = tileSphere(key, 0.0);
    const double halfSpan = 0.5 * (ground.highestMeters - ground.lowestMeters);
    const geo::LatLon middle = geo::toGeodetic(flat.centre).latLon;
    const TileSphere sphere{geo::toEcef(middle, ground.lowestMeters + halfSpan), flat.radiusMeters + halfSpan};
    const double distance = geo::norm(sphere.centre - projector_.eye());
    if (distance - sphere.radiusMeters > visibleMeters_ || !frustum_.touches(sphere)) return;
    // The middle between the tile's nearest point and its centre: a tile is seldom seen along its diagonal.
    const double nearest = std::max(distance - 0.7 * flat.radiusMeters - halfSpan, projector_.nearMeters());
    const double texelMeters = std::numbers::pi / (1 << key.level) / (detail_.rasterSize - 1) * geo::kSemiMajorMeters;
    const bool fineEnough =
        texelMeters <= detail_.maxTexelPixels * projector_.metersPerPixel(nearest) || keys_.size() >= kMaxTiles;
    // The coarsest tiles bend too much to be drawn as they are.
    if (key.level >= mapdata::MapData::kMaxLevel || (key.level >= kCoarsestLevel && (fineEnough || isNarrow(key)))) {
      keys_.push_back(key);
      return;
    }
    for (int child = 0; child < 4; ++child) visit({key.level + 1, key.x * 2 + child % 2, key.y * 2 + child / 2});
  }

  // Whether a tile's parallels are short on the picture, wherever the eye is near to them: only near the poles, since
  // elsewhere a tile that is not fine enough is hundreds of pixels wide.
  bool isNarrow(TileKey key) const {
    const mapdata::TileBounds b = mapdata::bounds(key);
    const double halfWidth = 0.5 * (b.eastRadians - b.westRadians);
    const double fromMiddle = std::remainder(eyeAbove_.lonRadians - b.westRadians - halfWidth, 2.0 * std::numbers::pi);
    const double lon = b.westRadians + halfWidth + std::clamp(fromMiddle, -halfWidth, halfWidth);
    const bool north = b.northRadians + b.southRadians > 0.0;
    const auto widthPixels = [&](double lat) {
      const double distance = geo::norm(geo::toEcef({lat, lon}) - projector_.eye());
      return 2.0 * halfWidth * std::cos(lat) * geo::kSemiMajorMeters /
             projector_.metersPerPixel(std::max(distance, projector_.nearMeters()));
    };
    return widthPixels(std::clamp(eyeAbove_.latRadians, b.southRadians, b.northRadians)) < kNarrowPixels &&
           widthPixels(north ? b.southRadians : b.northRadians) < kNarrowPixels;
  }

  // Heights, exaggerated, between which all of a tile's ground lies.
  struct GroundSpan {
    double lowestMeters = 0.0;
    double highestMeters = 0.0;
  };

  // Between samples the ground changes by at most the steepest slope.
  GroundSpan groundSpan(TileKey key) const {
    if (key.level < kSampledLevel) return {0.0, heightMeters_};
    if (!detail_.groundHeightMeters) return {};
    const mapdata::TileBounds b = mapdata::bounds(key);
    constexpr int kSamples = 2;
    constexpr double kSteepestSlope = 0.7;
    double lowest = kHighestGroundMeters;
    double highest = 0.0;
    for (int i = 0; i <= kSamples; ++i) {
      for (int j = 0; j <= kSamples; ++j) {
        const double height =
            detail_.groundHeightMeters({b.southRadians + (b.northRadians - b.southRadians) * i / kSamples,
                                        b.westRadians + (b.eastRadians - b.westRadians) * j / kSamples});
        lowest = std::min(lowest, height);
        highest = std::max(highest, height);
      }
    }
    const double spacing = (b.northRadians - b.southRadians) / kSamples * geo::kSemiMajorMeters;
    const double between = 0.7 * spacing * kSteepestSlope;
    const double exaggeration = heightMeters_ / kHighestGroundMeters;
    return {std::max(0.0, lowest - between) * exaggeration,
            std::min(heightMeters_, (highest + between) * exaggeration)};
  }

  std::vector<TileKey> take() && { return std::move(keys_); }

 private:
  const scene::Projector& projector_;
  Frustum frustum_;
  TileDetail detail_;
  double heightMeters_;
  double visibleMeters_;
  geo::LatLon eyeAbove_;
  std::vector<TileKey> keys_;
};

}  // namespace

TileSphere tileSphere(TileKey key, double maxHeightMeters) {
  const mapdata::TileBounds b = mapdata::bounds(key);
  const geo::LatLon middle{0.5 * (b.southRadians + b.northRadians), 0.5 * (b.westRadians + b.eastRadians)};
  TileSphere sphere{geo::toEcef(middle), 0.0};
  for (const double lat : {b.southRadians, middle.latRadians, b.northRadians}) {
    for (const double lon : {b.westRadians, middle.lonRadians, b.eastRadians}) {
      sphere.radiusMeters = std::max(sphere.radiusMeters, geo::norm(geo::toEcef({lat, lon}) - sphere.centre));
    }
  }
  sphere.radiusMeters += maxHeightMeters;
  return sphere;
}

std::vector<TileKey> selectTiles(const scene::Projector& projector, double exaggeration, const TileDetail& detail) {
  Selection selection(projector, exaggeration, detail);
  for (int x = 0; x < 2; ++x) selection.visit({0, x, 0});
  std::vector<TileKey> keys = std::move(selection).take();
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace cordon::render
