#include <benchmark/benchmark.h>

#include <chrono>
#include <cmath>
#include <memory>
#include <random>
#include <stdexcept>

#include "geo/geodesic.h"
#include "gl/headless_context.h"
#include "mapdata/map_data.h"
#include "render/renderer.h"

namespace {

using namespace cordon;
using geo::LatLon;

// One context, map and renderer for all benchmarks, as one run of the program has.
class Bench {
 public:
  Bench()
      : context_(require(gl::HeadlessContext::create())),
        map_(require(mapdata::MapData::open(CORDON_GEODATA))),
        tiles_([this](mapdata::TileKey key) { return map_.buildTile(key); }, 2),
        renderer_(require(render::Renderer::create(tiles_, {}))) {}

  render::Renderer& renderer() { return *renderer_; }

 private:
  template <typename T>
  static T require(Result<T> result) {
    if (!result.ok()) throw std::runtime_error("no map data or no OpenGL driver");
    return std::move(result).value();
  }

  std::unique_ptr<gl::HeadlessContext> context_;
  mapdata::MapData map_;
  render::TileStore tiles_;
  std::unique_ptr<render::Renderer> renderer_;
};

Bench& bench() {
  static Bench instance;
  return instance;
}

scene::Projector okhotsk() {
  return {{LatLon::fromDegrees(50.0, 151.0), 3.9e6, 0.0, 0.0}, 1920, 1080};
}

scene::RenderModel modelOf(std::vector<scene::Ring> rings) {
  scene::RenderModel model;
  model.rings = std::move(rings);
  return model;
}

scene::Ring ringAt(LatLon centre, double radiusMeters, int group) {
  scene::Ring ring;
  ring.centre = centre;
  ring.radiusMeters = radiusMeters;
  ring.profile = geo::ringProfile(centre, radiusMeters);
  ring.color = {0.7, 0.1, 0.2 + 0.2 * group, 1.0};
  ring.fillGroup = group;
  return ring;
}

// Along the Kurils, two systems a site, as the built-in scenario has them.
std::vector<scene::Ring> kurils(int count) {
  std::vector<scene::Ring> rings;
  for (int i = 0; i < count; ++i) {
    const double along = (i / 2) / std::max(1.0, (count - 1) / 2.0);
    rings.push_back(
        ringAt(LatLon::fromDegrees(43.5 + 9.5 * along, 145.5 + 13.0 * along), i % 2 == 0 ? 300.0e3 : 130.0e3, i % 2));
  }
  return rings;
}

std::shared_ptr<const render::PreparedModel> prepared(scene::RenderModel model) {
  return std::make_shared<const render::PreparedModel>(std::make_shared<const scene::RenderModel>(std::move(model)));
}

void steadyFrame(benchmark::State& state) {
  render::Renderer& renderer = bench().renderer();
  renderer.setModel(prepared(modelOf(kurils(static_cast<int>(state.range(0))))));
  renderer.draw(okhotsk(), nullptr);
  for (auto _ : state) renderer.redraw();
  state.SetLabel(renderer.driver());
}
BENCHMARK(steadyFrame)->Arg(0)->Arg(14)->Unit(benchmark::kMillisecond)->UseRealTime();

// Lines of all rings lie within a few pixels of each other all round: every pixel near one tests all of them, so that
// time over the frame with no ring, divided by their number, is the cost of a ring within a tile's reach.
void ringsThatCross(benchmark::State& state) {
  render::Renderer& renderer = bench().renderer();
  const int count = static_cast<int>(state.range(0));
  std::vector<scene::Ring> rings;
  for (int i = 0; i < count; ++i) {
    rings.push_back(ringAt(LatLon::fromDegrees(50.0 + 0.02 * i, 151.0 - 0.02 * i), 800.0e3 + 2.0e3 * i, i % 2));
  }
  const auto frame = [&](std::vector<scene::Ring> shown) {
    renderer.setModel(prepared(modelOf(std::move(shown))));
    renderer.draw(okhotsk(), nullptr);
    const auto start = std::chrono::steady_clock::now();
    constexpr int kFrames = 5;
    for (int i = 0; i < kFrames; ++i) renderer.redraw();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / kFrames;
  };
  const double empty = frame({});
  const double full = frame(rings);
  for (auto _ : state) renderer.redraw();
  if (count > 0) state.counters["ms_per_ring"] = (full - empty) / count;
}
BENCHMARK(ringsThatCross)->Arg(0)->Arg(7)->Arg(14)->Arg(28)->Unit(benchmark::kMillisecond)->UseRealTime();

// Rings into regions, tiles and uniforms: what a still of very many sites costs before and while it is drawn.
void tenThousandSites(benchmark::State& state) {
  std::mt19937 engine(1);
  std::uniform_real_distribution<double> lat(40.0, 62.0);
  std::uniform_real_distribution<double> lon(130.0, 172.0);
  std::vector<LatLon> sites;
  for (int i = 0; i < 10000; ++i) sites.push_back(LatLon::fromDegrees(lat(engine), lon(engine)));
  render::Renderer& renderer = bench().renderer();
  for (auto _ : state) {
    std::vector<scene::Ring> rings;
    for (std::size_t i = 0; i < sites.size(); ++i) rings.push_back(ringAt(sites[i], 130.0e3, static_cast<int>(i % 2)));
    renderer.setModel(prepared(modelOf(std::move(rings))));
    renderer.draw(okhotsk(), nullptr);
  }
}
BENCHMARK(tenThousandSites)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

}  // namespace

BENCHMARK_MAIN();
