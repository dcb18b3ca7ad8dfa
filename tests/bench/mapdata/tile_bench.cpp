#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "mapdata/gazetteer.h"
#include "mapdata/map_data.h"

namespace {

using cordon::mapdata::MapData;
using cordon::mapdata::TileKey;

const MapData& map() {
  static const auto opened = MapData::open(CORDON_GEODATA);
  return opened.value();
}

// A level's tiles that touch a box of degrees.
std::vector<TileKey> tilesIn(int level, double west, double south, double east, double north) {
  const double side = 180.0 / (1 << level);
  std::vector<TileKey> keys;
  for (int y = static_cast<int>((90.0 - north) / side); y <= static_cast<int>((90.0 - south) / side); ++y) {
    for (int x = static_cast<int>((west + 180.0) / side); x <= static_cast<int>((east + 180.0) / side); ++x) {
      keys.push_back({level, x, y});
    }
  }
  return keys;
}

// Time per tile, averaged over a picture's worth of them, with the relief's blocks already decoded.
void buildTiles(benchmark::State& state, const std::vector<TileKey>& keys) {
  for (const TileKey key : keys) benchmark::DoNotOptimize(map().buildTile(key));
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(map().buildTile(keys[next]));
    next = (next + 1) % keys.size();
  }
}

void overview(benchmark::State& state) {
  buildTiles(state, tilesIn(static_cast<int>(state.range(0)), 130.0, 40.0, 170.0, 60.0));
}
BENCHMARK(overview)->DenseRange(2, 6)->Unit(benchmark::kMicrosecond);

void kurilStraits(benchmark::State& state) {
  buildTiles(state, tilesIn(static_cast<int>(state.range(0)), 145.2, 43.3, 146.2, 44.4));
}
BENCHMARK(kurilStraits)->DenseRange(7, 11, 2)->Unit(benchmark::kMicrosecond);

void openOcean(benchmark::State& state) {
  buildTiles(state, tilesIn(static_cast<int>(state.range(0)), 160.0, 40.0, 168.0, 47.0));
}
BENCHMARK(openOcean)->Arg(5)->Unit(benchmark::kMicrosecond);

// A fresh process's first picture: every block is decoded.
void firstPicture(benchmark::State& state) {
  const std::vector<TileKey> keys = tilesIn(5, 130.0, 40.0, 170.0, 60.0);
  for (auto _ : state) {
    const auto opened = MapData::open(CORDON_GEODATA);
    for (const TileKey key : keys) benchmark::DoNotOptimize(opened->buildTile(key));
  }
  state.counters["tiles"] = static_cast<double>(keys.size());
}
BENCHMARK(firstPicture)->Unit(benchmark::kMillisecond);

void openMapData(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(MapData::open(CORDON_GEODATA));
}
BENCHMARK(openMapData)->Unit(benchmark::kMillisecond);

void gazetteer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(cordon::mapdata::loadGazetteer(CORDON_GEODATA));
}
BENCHMARK(gazetteer)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
