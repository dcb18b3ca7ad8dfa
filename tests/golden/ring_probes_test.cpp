#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <mutex>
#include <numbers>
#include <optional>

#include "base/data_paths.h"
#include "geo/geodesic.h"
#include "gl/headless_context.h"
#include "mapdata/map_data.h"
#include "render/renderer.h"

namespace cordon::render {
namespace {

using geo::LatLon;
using mapdata::TileRaster;
using scene::Camera;
using scene::Projector;
using typography::Point;

constexpr int kWidth = 1080;
constexpr int kHeight = 1080;
constexpr double kAllowedPixels = 1.0;

TileRaster openSea(mapdata::TileKey key) {
  TileRaster raster;
  raster.key = key;
  raster.width = 9;
  raster.height = 9;
  raster.texelMeters = std::numbers::pi / (1 << key.level) / 8.0 * geo::kSemiMajorMeters;
  for (int i = 0; i < raster.width * raster.height; ++i) {
    for (const int value : {128, 100, 0, 0}) raster.surface.push_back(static_cast<std::uint8_t>(value));
  }
  raster.meshHeightMeters.assign((TileRaster::kMeshCells + 1) * (TileRaster::kMeshCells + 1), 0.0F);
  return raster;
}

// Heights as the mesh's triangles have them.
class DrawnHeights {
 public:
  void add(const TileRaster& tile) {
    const std::lock_guard lock(mutex_);
    tiles_[tile.key] = tile.meshHeightMeters;
  }
  double at(LatLon p, const std::vector<mapdata::TileKey>& drawn) const {
    constexpr int n = TileRaster::kMeshCells;
    const double lon = geo::wrapLongitude(p.lonRadians);
    for (const mapdata::TileKey key : drawn) {
      const mapdata::TileBounds b = mapdata::bounds(key);
      if (lon < b.westRadians || lon >= b.eastRadians || p.latRadians <= b.southRadians ||
          p.latRadians > b.northRadians)
        continue;
      const double x = (lon - b.westRadians) / (b.eastRadians - b.westRadians) * n;
      const double y = (b.northRadians - p.latRadians) / (b.northRadians - b.southRadians) * n;
      const int column = std::min(static_cast<int>(x), n - 1);
      const int row = std::min(static_cast<int>(y), n - 1);
      const std::vector<float>& mesh = tiles_.at(key);
      const auto height = [&](int r, int c) {
        return static_cast<double>(mesh[static_cast<std::size_t>(r * (n + 1) + c)]);
      };
      const double u = x - column;
      const double v = y - row;
      if (u + v <= 1.0) {
        return height(row, column) + u * (height(row, column + 1) - height(row, column)) +
               v * (height(row + 1, column) - height(row, column));
      }
      return height(row + 1, column + 1) + (1.0 - u) * (height(row + 1, column) - height(row + 1, column + 1)) +
             (1.0 - v) * (height(row, column + 1) - height(row + 1, column + 1));
    }
    return 0.0;
  }

 private:
  mutable std::mutex mutex_;
  std::map<mapdata::TileKey, std::vector<float>> tiles_;
};

scene::Ring makeRing(LatLon centre, double radiusMeters) {
  scene::Ring ring;
  ring.id = "probe";
  ring.centre = centre;
  ring.radiusMeters = radiusMeters;
  ring.profile = geo::ringProfile(centre, radiusMeters);
  ring.color = {0.55, 0.0, 0.1, 1.0};
  return ring;
}

scene::RenderModel flatModel(const scene::Ring& ring) {
  scene::RenderModel model;
  model.layers.assign(scene::kLayerCount, false);
  model.layers[static_cast<std::size_t>(scene::Layer::Rings)] = true;
  model.exaggeration = 0.0;
  model.rings = {ring};
  return model;
}

// 1 in the stroke's colour, 0 in anything paler: casing, tint, sea and land.
double strokeWeight(const typography::Image& image, Point pixel) {
  const double x = pixel.x - 0.5;
  const double y = pixel.y - 0.5;
  const int left = static_cast<int>(std::floor(x));
  const int top = static_cast<int>(std::floor(y));
  double green = 0.0;
  for (int dy = 0; dy < 2; ++dy) {
    for (int dx = 0; dx < 2; ++dx) {
      const int column = std::clamp(left + dx, 0, image.width - 1);
      const int row = std::clamp(top + dy, 0, image.height - 1);
      const double share = (dx == 1 ? x - left : 1.0 - (x - left)) * (dy == 1 ? y - top : 1.0 - (y - top));
      green += share * image.rgba[static_cast<std::size_t>(row * image.width + column) * 4 + 1] / 255.0;
    }
  }
  return std::clamp((0.5 - green) / 0.5, 0.0, 1.0);
}

struct Findings {
  int probes = 0;
  int missing = 0;
  int stained = 0;  // stroke's colour beyond the line
  double worstPixels = 0.0;
};

using HeightOf = std::function<double(LatLon)>;

// Follows one circle at some azimuths: where the line's centre lies across its normal, against where it should.
void probe(const typography::Image& image, const Projector& projector, LatLon centre, double radiusMeters,
           const std::vector<double>& azimuths, const HeightOf& heightOf, Findings& findings) {
  for (const double azimuth : azimuths) {
    const auto pixelAt = [&](double radius) {
      const LatLon p = geo::geodesicDirect(centre, azimuth, radius).position;
      return projector.visiblePixel(p, heightOf(p));
    };
    const LatLon truth = geo::geodesicDirect(centre, azimuth, radiusMeters).position;
    const geo::Ecef toEye = projector.eye() - geo::toEcef(truth);
    const double distance = geo::norm(toEye);
    if (geo::dot(toEye, geo::localFrame(truth).up) < 0.2 * distance) continue;  // grazing: haze, and no room for a line
    const auto pixel = pixelAt(radiusMeters);
    const double step = 3.0 * projector.metersPerPixel(distance);
    const LatLon beyond = geo::geodesicDirect(centre, azimuth, radiusMeters + step).position;
    const LatLon before = geo::geodesicDirect(centre, azimuth, radiusMeters - step).position;
    // The normal of the line on the picture is across its tangent; on sloping views not the image of the radius.
    const LatLon along =
        geo::geodesicDirect(
            truth, geo::geodesicDirect(centre, azimuth, radiusMeters).azimuthRadians + std::numbers::pi / 2.0, step)
            .position;
    const auto outer = projector.visiblePixel(beyond, heightOf(beyond));
    const auto inner = projector.visiblePixel(before, heightOf(before));
    const auto beside = projector.visiblePixel(along, heightOf(along));
    constexpr double kMargin = 14.0;
    if (!pixel || !outer || !inner || !beside || pixel->x < kMargin || pixel->y < kMargin ||
        pixel->x > kWidth - kMargin || pixel->y > kHeight - kMargin)
      continue;
    const Point tangent{beside->x - pixel->x, beside->y - pixel->y};
    const double length = std::hypot(tangent.x, tangent.y);
    Point normal{tangent.y / length, -tangent.x / length};
    if (normal.x * (outer->x - inner->x) + normal.y * (outer->y - inner->y) < 0.0) normal = {-normal.x, -normal.y};
    const auto weightAt = [&](double t) {
      return strokeWeight(image, {pixel->x + normal.x * t, pixel->y + normal.y * t});
    };
    ++findings.probes;
    double sum = 0.0;
    double moment = 0.0;
    constexpr double kSpacing = 0.25;
    for (double t = -5.0; t <= 5.0; t += kSpacing) {
      sum += weightAt(t) * kSpacing;
      moment += weightAt(t) * t * kSpacing;
    }
    if (sum < 0.5) {
      ++findings.missing;
      continue;
    }
    findings.worstPixels = std::max(findings.worstPixels, std::abs(moment / sum));
    if (weightAt(-6.0) > 0.02 || weightAt(6.0) > 0.02) ++findings.stained;
  }
}

std::vector<double> allRound(double fromDegrees = 0.0, double toDegrees = 360.0) {
  std::vector<double> azimuths;
  for (double degrees = fromDegrees; degrees < toDegrees; degrees += 0.5)
    azimuths.push_back(geo::degreesToRadians(degrees));
  return azimuths;
}

class RingProbes : public testing::Test {
 protected:
  void SetUp() override {
    auto context = gl::HeadlessContext::create();
    ASSERT_TRUE(context.ok());
    context_ = std::move(context).value();
  }

  // The software lane is named, since its pixels are what the other tests' tolerances were set for.
  void useTiles(TileStore::Builder build) {
    renderer_.reset();
    tiles_ = std::make_unique<TileStore>(std::move(build), 2);
    auto renderer = Renderer::create(*tiles_, {});
    ASSERT_TRUE(renderer.ok());
    renderer_ = std::move(renderer).value();
    const char* lane = std::getenv("CORDON_GPU_LANE");
    if (lane == nullptr || std::string(lane) != "1") {
      ASSERT_THAT(renderer_->driver(), testing::HasSubstr("llvmpipe"));
    }
  }

  typography::Image draw(const scene::RenderModel& model, const Projector& projector) {
    renderer_->setModel(std::make_shared<const PreparedModel>(std::make_shared<const scene::RenderModel>(model)));
    renderer_->draw(projector, nullptr);
    return renderer_->readPixels();
  }

  void checkAt(const std::string& what, const scene::Ring& ring, const Camera& camera,
               const std::vector<double>& azimuths, int leastProbes) {
    const Projector projector(camera, kWidth, kHeight);
    const typography::Image image = draw(flatModel(ring), projector);
    const HeightOf flat = [](LatLon) { return 0.0; };
    Findings findings;
    probe(image, projector, ring.centre, ring.radiusMeters, azimuths, flat, findings);
    if (ring.innerProfile) probe(image, projector, ring.centre, ring.innerRadiusMeters, azimuths, flat, findings);
    std::printf("%-44s %4d probes, greatest error %.2f px\n", what.c_str(), findings.probes, findings.worstPixels);
    EXPECT_GE(findings.probes, leastProbes) << what;
    EXPECT_EQ(findings.missing, 0) << what;
    EXPECT_EQ(findings.stained, 0) << what;
    EXPECT_LE(findings.worstPixels, kAllowedPixels) << what;
  }

  // The globe, a region, an oblique look, and 2 km across on the ring's edge.
  void checkEverywhere(const std::string& what, const scene::Ring& ring, double fromDegrees = 0.0,
                       double toDegrees = 360.0) {
    useTiles(openSea);
    const double middle = geo::degreesToRadians(0.5 * (fromDegrees + toDegrees) + 17.0);
    const auto edge = [&](double azimuth) {
      return geo::geodesicDirect(ring.centre, azimuth, ring.radiusMeters).position;
    };
    const std::vector<double> azimuths = allRound(fromDegrees, toDegrees);
    const bool seenWhole = ring.radiusMeters < 3.0e6;
    checkAt(what + ", globe", ring, {seenWhole ? ring.centre : edge(middle), 14.0e6, 0.3, 0.0}, azimuths, 100);
    checkAt(what + ", 4600 km", ring, {ring.radiusMeters < 1.0e6 ? ring.centre : edge(middle), 4.6e6, 0.0, 0.0},
            azimuths, 40);
    const std::vector<double> near = [&] {
      std::vector<double> result;
      const double step = 4000.0 / (geo::kSemiMajorMeters * std::sin(ring.radiusMeters / geo::kSemiMajorMeters));
      for (int i = -60; i <= 60; ++i) result.push_back(middle + i * step);
      return result;
    }();
    checkAt(what + ", 900 km, tilt 55", ring, {edge(middle), 900.0e3, 0.9, geo::degreesToRadians(55.0)}, near, 20);
    const double acrossMeters = 2000.0;
    const double range = 0.5 * acrossMeters / std::tan(0.5 * scene::kFieldOfViewRadians);
    for (const double turn : {-40.0, 0.0, 40.0}) {
      const double azimuth = middle + geo::degreesToRadians(turn * (toDegrees - fromDegrees) / 360.0);
      const double step = 15.0 / (geo::kSemiMajorMeters * std::sin(ring.radiusMeters / geo::kSemiMajorMeters));
      std::vector<double> fine;
      for (int i = -60; i <= 60; ++i) fine.push_back(azimuth + i * step);
      checkAt(what + ", 2 km across", ring, {edge(azimuth), range, 0.4, 0.0}, fine, 80);
    }
  }

  std::unique_ptr<gl::HeadlessContext> context_;
  std::unique_ptr<TileStore> tiles_;
  std::unique_ptr<Renderer> renderer_;
};

const LatLon kMatua = LatLon::fromDegrees(48.08, 153.23);

TEST_F(RingProbes, Radius130Km) {
  checkEverywhere("130 km", makeRing(kMatua, 130.0e3));
}
TEST_F(RingProbes, Radius300Km) {
  checkEverywhere("300 km", makeRing(kMatua, 300.0e3));
}
TEST_F(RingProbes, Radius2500Km) {
  checkEverywhere("2500 km", makeRing(kMatua, 2500.0e3));
}
TEST_F(RingProbes, Radius9000Km) {
  checkEverywhere("9000 km", makeRing(kMatua, 9000.0e3));
}
TEST_F(RingProbes, OverThePole) {
  checkEverywhere("over the pole", makeRing(LatLon::fromDegrees(80.0, 100.0), 1500.0e3));
}
TEST_F(RingProbes, OverTheDateline) {
  checkEverywhere("over the dateline", makeRing(LatLon::fromDegrees(58.0, 179.0), 800.0e3));
}

TEST_F(RingProbes, Donut) {
  scene::Ring ring = makeRing(kMatua, 600.0e3);
  ring.innerRadiusMeters = 250.0e3;
  ring.innerProfile = geo::ringProfile(kMatua, ring.innerRadiusMeters);
  checkEverywhere("donut", ring);
}

TEST_F(RingProbes, Sector) {
  scene::Ring ring = makeRing(kMatua, 1000.0e3);
  ring.sector = scene::Sector{geo::degreesToRadians(20.0), geo::degreesToRadians(160.0)};
  checkEverywhere("sector", ring, 24.0, 156.0);
}

TEST_F(RingProbes, LiesOnTheReliefAsItIsDrawn) {
  const auto paths = findDataPaths();
  ASSERT_TRUE(paths.ok());
  const auto map = mapdata::MapData::open(paths->geodata);
  ASSERT_TRUE(map.ok());
  DrawnHeights heights;
  useTiles([&](mapdata::TileKey key) {
    TileRaster tile = map->buildTile(key);
    heights.add(tile);
    return tile;
  });
  const LatLon kamchatka = LatLon::fromDegrees(55.0, 159.5);
  const scene::Ring ring = makeRing(kamchatka, 180.0e3);
  scene::RenderModel model = flatModel(ring);
  model.exaggeration = 10.0;
  const Projector projector({LatLon::fromDegrees(54.2, 159.0), 900.0e3, 0.0, 0.0}, kWidth, kHeight);
  const typography::Image image = draw(model, projector);
  const std::vector<mapdata::TileKey> drawn = selectTiles(projector, 1.0, TileDetail{});
  const HeightOf exaggerated = [&](LatLon p) { return 10.0 * heights.at(p, drawn); };
  Findings findings;
  probe(image, projector, ring.centre, ring.radiusMeters, allRound(), exaggerated, findings);
  double moved = 0.0;
  for (const double azimuth : allRound()) {
    const LatLon p = geo::geodesicDirect(ring.centre, azimuth, ring.radiusMeters).position;
    const auto low = projector.toPixel(geo::toEcef(p));
    const auto high = projector.toPixel(geo::toEcef(p, exaggerated(p)));
    moved = std::max(moved, std::hypot(high->x - low->x, high->y - low->y));
  }
  std::printf("on relief, 10 times: %d probes, moved up to %.1f px by the relief, greatest error %.2f px\n",
              findings.probes, moved, findings.worstPixels);
  EXPECT_GE(findings.probes, 500);
  EXPECT_GT(moved, 4.0);
  EXPECT_EQ(findings.missing, 0);
  EXPECT_LE(findings.worstPixels, kAllowedPixels);
}

}  // namespace
}  // namespace cordon::render
