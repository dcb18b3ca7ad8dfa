#include "app/render_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <future>
#include <span>
#include <utility>

#include "app/choose_view.h"
#include "app/drawn_ground.h"
#include "app/load_scenario.h"
#include "app/messages.h"
#include "app/statistics.h"
#include "app/stopwatch.h"
#include "app/version.h"
#include "app/view/overlay_painter.h"
#include "base/data_paths.h"
#include "base/file_writer.h"
#include "gl/headless_context.h"
#include "mapdata/gazetteer.h"
#include "mapdata/map_data.h"
#include "output/png.h"
#include "render/renderer.h"
#include "render/tile_selection.h"
#include "render/tile_store.h"
#include "scene/build_model.h"
#include "typography/typesetter.h"

namespace cordon::app {

namespace {

/// Carries an exit code out of the steps below, whose problems were told where they were met.
struct Stop {
  ExitCode code;
};

/// The value, or the end of the command.
template <typename T>
T require(Result<T> result, ExitCode code) {
  report(result.diagnostics());
  if (!result.ok()) throw Stop{code};
  return std::move(result).value();
}

void requireNothing(const std::optional<Diagnostic>& problem, ExitCode code) {
  if (!problem) return;
  report(*problem);
  throw Stop{code};
}

/// What is drawn, from where: everything that the scenario decides.
struct Subject {
  scenario::Document document;
  scene::RenderModel model;
  scene::Camera camera;
};

Subject loadSubject(const RenderOptions& options, const DataPaths& paths) {
  const scenario::Catalogue catalogue = require(scenario::loadCatalogue(paths.assets), ExitCode::Environment);
  LoadedScenario loaded = loadScenario(options.scenario, paths.assets, catalogue);
  if (!loaded.document) throw Stop{loaded.code};
  const mapdata::Gazetteer gazetteer = require(mapdata::loadGazetteer(paths.geodata), ExitCode::Environment);
  const ChosenView view = require(chooseView(*loaded.document, options), ExitCode::WrongUse);

  scene::ModelOptions modelOptions;
  modelOptions.date = view.date;
  modelOptions.claim = options.claim;
  modelOptions.layers = view.layers;
  modelOptions.exaggeration = options.exaggeration;
  modelOptions.language = options.language;
  modelOptions.palette = options.palette;
  modelOptions.fillMode = options.fillMode;
  scene::RenderModel model =
      require(scene::buildRenderModel(*loaded.document, gazetteer, modelOptions), ExitCode::BadData);
  return {std::move(*loaded.document), std::move(model), view.camera};
}

typography::Image paintOverlay(const Subject& subject, const scene::Projector& projector,
                               const mapdata::MapData& mapData, const DataPaths& paths) {
  const std::unique_ptr<typography::Typesetter> typesetter =
      require(typography::Typesetter::open(paths.assets / "fonts"), ExitCode::Environment);
  const scene::Overlay overlay = layoutOnGround(subject.model, projector, mapData, *typesetter);
  return typesetter->paint(overlay.drawing, projector.widthPixels(), projector.heightPixels());
}

double medianFrameMs(render::Renderer& renderer) {
  std::array<double, 20> frames{};
  for (double& frame : frames) {
    const Stopwatch stopwatch;
    renderer.redraw();
    frame = stopwatch.milliseconds();
  }
  std::sort(frames.begin(), frames.end());
  return 0.5 * (frames[frames.size() / 2 - 1] + frames[frames.size() / 2]);
}

/// Prints what each phase took when asked to.
class Phases {
 public:
  explicit Phases(bool verbose) : verbose_(verbose) {}

  /// Ends a phase; returns its wall milliseconds.
  double end(const char* name) {
    const double now = total_.milliseconds();
    const double cpu = processCpuSeconds();
    const double taken = now - std::exchange(wall_, now);
    const double used = 1000.0 * (cpu - std::exchange(cpu_, cpu));
    if (verbose_) fmt::print(stderr, "{:<28}{:8.1f} ms wall {:8.1f} ms CPU\n", name, taken, used);
    return taken;
  }
  double totalMs() const { return total_.milliseconds(); }

 private:
  bool verbose_;
  Stopwatch total_;
  double wall_ = 0.0;
  double cpu_ = 0.0;
};

void renderOrStop(const RenderOptions& options) {
  Phases phases(options.verbose);
  Timings times;
  requireNothing(whyNotWritable(options.output), ExitCode::FileError);
  if (options.stats) requireNothing(whyNotWritable(*options.stats), ExitCode::FileError);

  const DataPaths paths = require(findDataPaths(), ExitCode::Environment);
  auto openingMap = std::async(std::launch::async, [&paths] { return mapdata::MapData::open(paths.geodata); });
  const Subject subject = loadSubject(options, paths);
  const mapdata::MapData mapData = require(openingMap.get(), ExitCode::Environment);
  const scene::Camera camera = scene::aboveGround(subject.camera, [&](geo::LatLon place) {
    return subject.model.exaggeration * mapData.groundHeightMeters(place);
  });
  const scene::Projector projector(camera, options.widthPixels, options.heightPixels);
  times.loadMs = phases.end("load scenario, open map");

  // Tiles and labels are made beside the graphics driver's start, which takes about as long.
  DrawnGround ground;
  const bool keepsGround = options.stats.has_value();
  render::TileStore tiles(
      [&](mapdata::TileKey key) {
        mapdata::TileRaster tile = mapData.buildTile(key);
        if (keepsGround) ground.add(tile);
        return tile;
      },
      std::clamp(std::thread::hardware_concurrency(), 2U, 8U));
  render::TileDetail detail;
  detail.groundHeightMeters = [&mapData](geo::LatLon place) { return mapData.groundHeightMeters(place); };
  tiles.request(render::selectTiles(projector, subject.model.exaggeration, detail));
  auto paintingOverlay =
      std::async(std::launch::async, [&] { return paintOverlay(subject, projector, mapData, paths); });

  const std::unique_ptr<gl::HeadlessContext> context = require(gl::HeadlessContext::create(), ExitCode::Environment);
  const std::unique_ptr<render::Renderer> renderer =
      require(render::Renderer::create(tiles, detail), ExitCode::Environment);
  renderer->setModel(std::make_shared<const render::PreparedModel>(
      std::shared_ptr<const scene::RenderModel>(std::shared_ptr<void>(), &subject.model)));
  times.settleMs += phases.end("start graphics driver");
  typography::Image overlay = paintingOverlay.get();
  times.settleMs += phases.end("wait for labels");
  renderer->draw(projector, &overlay, options.background);
  overlay = {};
  times.settleMs += phases.end("wait for tiles, draw");

  typography::Image picture = renderer->readPixels();
  const std::vector<std::uint8_t> png =
      output::encodePng(picture, {options.background, {{"Software", programName()}, {"Title", subject.model.title}}});
  picture = {};
  times.encodeMs = phases.end("encode");
  requireNothing(writeFile(options.output, png), ExitCode::FileError);
  times.writeMs = phases.end("write");
  times.totalMs = phases.totalMs();
  times.cpuSeconds = processCpuSeconds();
  if (!options.stats) return;

  times.steadyFrameMs = medianFrameMs(*renderer);
  const render::Renderer::Statistics& drawn = renderer->statistics();
  const std::string json =
      statisticsJson(options, subject.document, subject.model, projector, ground,
                     {times, drawn.tiles, drawn.triangles, renderer->driver(), subject.model.dateText});
  requireNothing(writeFile(*options.stats, json), ExitCode::FileError);
  phases.end("redraw, statistics");
}

}  // namespace

ExitCode render(const RenderOptions& options) {
  try {
    renderOrStop(options);
  } catch (const Stop& stop) {
    return stop.code;
  }
  return ExitCode::Ok;
}

}  // namespace cordon::app
