#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "scene/build_model_state.h"
#include "scene/palette.h"
#include "scene/ring_style.h"
#include "scene/wrong_circle.h"

namespace cordon::scene {

namespace {

using typography::Color;

/// Each costs some hundred geodesics, and more of them hide the map.
constexpr std::size_t kMostWrongCircles = 240;
constexpr double kOwnFillOpacity = 0.10;
constexpr const char* kOwnSite = "own-ring";
constexpr double kDotRadiusPixels = 3.0;
constexpr double kMarkRadiusPixels = 7.0;

bool isPlace(geo::LatLon position) {
  return std::abs(position.latRadians) <= 0.5 * std::numbers::pi && std::isfinite(position.lonRadians);
}

void show(RenderModel& model, Layer layer) {
  model.layers[static_cast<std::size_t>(layer)] = true;
}

/// Dark slate belongs to no system.
Color ownColor(const ModelBuild& build) {
  return documentColor(build.options.palette, palette::rgb(0x2B3440));
}

LegendEntry& addLineEntry(RenderModel& model, const LineStyle& style, const char* text) {
  LegendEntry& entry = model.legend.emplace_back();
  entry.kind = LegendEntry::Kind::Line;
  entry.line = style;
  entry.color = style.color;
  entry.text = text;
  return entry;
}

LineStyle measureStyle(const ModelBuild& build) {
  return {ownColor(build), 2.0, {}, palette::withAlpha(paletteOf(build.options.palette).casing, 0.8)};
}

void addFreeRings(ModelBuild& build) {
  RenderModel& model = build.model;
  int group = 0;
  for (const Ring& ring : model.rings) group = std::max(group, ring.fillGroup + 1);
  int number = 0;
  for (const FreeRing& free : build.options.sketch.rings) {
    ++number;
    if (!isPlace(free.centre) || !std::isfinite(free.radiusMeters) || free.radiusMeters <= 0.0) continue;
    Ring ring;
    ring.siteId = kOwnSite;
    ring.isFree = true;
    ring.tints = build.options.fillMode != FillMode::Overlaps;
    ring.id = ring.siteId + "/" + std::to_string(number);
    ring.centre = free.centre;
    ring.radiusMeters = free.radiusMeters;
    ring.profile = build.cache.profile(free.centre, free.radiusMeters);
    ring.color = ownColor(build);
    ring.fillGroup = group++;
    ring.label = lengthText(free.radiusMeters, build.options.lengthUnit);
    ring.fillOpacity = kOwnFillOpacity;
    GroundMark& mark = model.marks.emplace_back();
    mark = {ring.id, ring.centre, SymbolShape::Circle, ring.color, kDotRadiusPixels, "own ring, " + ring.label};
    mark.ofRing = ring.id;
    model.rings.push_back(std::move(ring));
    show(model, Layer::Rings);
  }
  if (model.rings.empty() || !model.rings.back().isFree) return;
  LegendEntry& entry = addLineEntry(model, ringLineStyle(Status::Deployed, ownColor(build)), "Own ring, no source");
  entry.forOwnRings = true;
}

void addPath(ModelBuild& build, const MeasuredPath& path, const std::string& id) {
  RenderModel& model = build.model;
  const Color color = ownColor(build);
  for (std::size_t i = 0; i < path.vertices.size(); ++i) {
    model.marks.push_back(
        {id + "/" + std::to_string(i + 1), path.vertices[i], SymbolShape::Circle, color, kDotRadiusPixels, {}});
  }
  if (path.vertices.size() < 2) return;
  model.marks.back().label = measureText(path, build.options.lengthUnit);
  std::vector<geo::LatLon> vertices = path.vertices;
  if (path.closed && vertices.size() > 2) {
    GroundArea area;
    area.id = id;
    area.isMeasured = true;
    area.contours.push_back(densified(vertices, true));
    area.fill = palette::withAlpha(color, kOwnFillOpacity);
    model.areas.push_back(std::move(area));
    show(model, Layer::Areas);
    vertices.push_back(vertices.front());
  }
  GroundLine line;
  line.id = id;
  line.points = densified(vertices);
  line.style = measureStyle(build);
  model.lines.push_back(std::move(line));
  show(model, Layer::Lines);
}

void addPaths(ModelBuild& build) {
  const std::size_t linesBefore = build.model.lines.size();
  int number = 0;
  for (const MeasuredPath& path : build.options.sketch.paths) {
    ++number;
    if (!std::all_of(path.vertices.begin(), path.vertices.end(), isPlace)) continue;
    addPath(build, path, "measure/" + std::to_string(number));
  }
  if (build.model.lines.size() > linesBefore) addLineEntry(build.model, measureStyle(build), "Own measurement");
}

/// Magenta belongs to no system, and looks wrong on every map.
LineStyle wrongStyle(const ModelBuild& build) {
  return {documentColor(build.options.palette, palette::rgb(0xB0007A)),
          1.8,
          {5.0, 4.0},
          palette::withAlpha(paletteOf(build.options.palette).casing, 0.8)};
}

struct WrongOnMap {
  const Ring* ring = nullptr;
  double errorMeters = 0.0;
  std::string text;
  std::vector<geo::LatLon> vertices;
};

/// Marks for the errors, in the order in which they find room: of each system's radius the greatest, then the others.
void labelWrongCircles(RenderModel& model, const std::vector<WrongOnMap>& wrong, const LineStyle& style) {
  std::vector<const WrongOnMap*> order;
  for (const WrongOnMap& one : wrong) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(),
                   [](const WrongOnMap* a, const WrongOnMap* b) { return a->errorMeters > b->errorMeters; });
  std::set<std::pair<std::string, double>> labelled;
  std::stable_partition(order.begin(), order.end(), [&](const WrongOnMap* one) {
    return labelled.emplace(one->ring->systemId, one->ring->radiusMeters).second;
  });
  for (const WrongOnMap* one : order) {
    // In the east, beside the circle; the error alone, without the lengths before it.
    GroundMark& mark = model.marks.emplace_back();
    mark.id = "wrong/" + one->ring->id;
    mark.color = style.color;
    mark.radiusPixels = 0.0;
    mark.label = one->text.substr(one->text.rfind(", ") + 2);
    mark.mayYield = true;
    const std::size_t count = one->vertices.size();
    mark.position = one->vertices[count / 4];
    for (const std::size_t eighth : {3, 5, 6, 7, 1, 4, 0}) {
      mark.otherPositions.push_back(one->vertices[eighth * count / 8]);
    }
  }
}

void addWrongCircles(ModelBuild& build) {
  RenderModel& model = build.model;
  const ModelOptions& options = build.options;
  if (!options.wrongCircles || !options.layers[static_cast<std::size_t>(Layer::Rings)]) return;
  if (model.rings.size() > kMostWrongCircles) {
    build.warnings.push_back({Severity::Warning,
                              "The circles of a planar buffer are left out: there are more than " +
                                  std::to_string(kMostWrongCircles) + " rings",
                              "",
                              "",
                              {},
                              ""});
    return;
  }
  const LineStyle style = wrongStyle(build);
  std::vector<WrongOnMap> wrong;
  for (const Ring& ring : model.rings) {
    WrongCircle circle = wrongCircle(ring.centre, ring.radiusMeters);
    if (circle.vertices.empty()) continue;
    const double error =
        std::max(std::abs(circle.leastMeters - ring.radiusMeters), std::abs(circle.greatestMeters - ring.radiusMeters));
    wrong.push_back({&ring, error, wrongCircleText(circle, ring.radiusMeters, options.lengthUnit), {}});
    wrong.back().vertices = std::move(circle.vertices);
  }
  if (wrong.empty()) return;
  labelWrongCircles(model, wrong, style);
  for (WrongOnMap& one : wrong) {
    GroundLine& line = model.lines.emplace_back();
    line.id = "wrong/" + one.ring->id;
    line.label = std::move(one.text);
    line.points = std::move(one.vertices);
    line.points.push_back(line.points.front());
    line.style = style;
  }
  show(model, Layer::Lines);
  addLineEntry(model, style, "What a planar buffer in Web Mercator draws (wrong)");
}

}  // namespace

void addTools(ModelBuild& build) {
  addFreeRings(build);
  addPaths(build);
  if (const auto& mark = build.options.sketch.mark; mark && isPlace(*mark)) {
    build.model.marks.push_back({"mark", *mark, SymbolShape::Cross, ownColor(build), kMarkRadiusPixels, {}});
  }
  addWrongCircles(build);
}

}  // namespace cordon::scene
