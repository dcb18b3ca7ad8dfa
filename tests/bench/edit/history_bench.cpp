// What an editing step of a scenario of 10,000 sites costs: a drag must stay within 33 ms a step, undo within 50 ms.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "edit/workspace.h"
#include "scenario/change.h"
#include "scenario/io.h"

namespace cordon::edit {
namespace {

constexpr std::size_t kSites = 10'000;

/// As it is read from a file, so that parts have origins.
const scenario::Document& largeDocument() {
  static const scenario::Document document = [] {
    scenario::Document made;
    scenario::System& system = made.systems.emplace_back();
    system.id = system.name = "bal";
    scenario::RangeClaim& range = system.ranges.emplace_back();
    range.minKm = range.maxKm = 130.0;
    for (std::size_t i = 0; i < kSites; ++i) {
      scenario::Feature& site = made.features.emplace_back();
      site.id = fmt::format("site-{}", i);
      site.name = fmt::format("The battery of number {}", i);
      site.names = {{"ru", site.name}};
      site.geometry =
          geo::LatLon::fromDegrees(0.01 * static_cast<double>(i % 5'000), 0.02 * static_cast<double>(i) - 100.0);
      scenario::SystemAssignment& statement = site.systems.emplace_back();
      statement.systemId = "bal";
      statement.from = scenario::Date::parse("2016-11-18");
      statement.remarks = "Reported by a newspaper, which names the place but not the day.";
    }
    return scenario::readDocument(scenario::writeDocument(made), "bench", {}).value();
  }();
  return document;
}

/// The document with a site in its midst elsewhere.
scenario::Document moved(const scenario::Document& document, double byDegrees) {
  scenario::Document changed = document;
  std::get<geo::LatLon>(changed.features.edit(kSites / 2).geometry).latRadians += geo::degreesToRadians(byDegrees);
  return changed;
}

void changeOfOneSite(benchmark::State& state) {
  const scenario::Document& before = largeDocument();
  const scenario::Document after = moved(before, 0.1);
  for (auto _ : state) benchmark::DoNotOptimize(scenario::changeBetween(before, after));
}
BENCHMARK(changeOfOneSite)->Unit(benchmark::kMillisecond);

void changeOfOneSiteToText(benchmark::State& state) {
  const scenario::Change change = scenario::changeBetween(largeDocument(), moved(largeDocument(), 0.1));
  for (auto _ : state) benchmark::DoNotOptimize(scenario::writeChange(change));
}
BENCHMARK(changeOfOneSiteToText)->Unit(benchmark::kMillisecond);

void dragStep(benchmark::State& state) {
  const mapdata::Gazetteer none;
  Workspace workspace(none);
  workspace.open(largeDocument(), {}, "bench", {});
  for (auto _ : state) workspace.apply("Move", moved(workspace.document(), 1e-4), "drag");
}
BENCHMARK(dragStep)->Unit(benchmark::kMillisecond);

void undoAndRedo(benchmark::State& state) {
  const mapdata::Gazetteer none;
  Workspace workspace(none);
  workspace.open(largeDocument(), {}, "bench", {});
  workspace.apply("Move", moved(workspace.document(), 1e-4));
  for (auto _ : state) {
    workspace.undo();
    workspace.redo();
  }
}
BENCHMARK(undoAndRedo)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cordon::edit

BENCHMARK_MAIN();
