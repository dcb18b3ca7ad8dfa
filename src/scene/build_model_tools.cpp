#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>
#include <utility>

#include "scene/build_model_state.h"
#include "scene/palette.h"
#include "scene/wrong_circle.h"

namespace cordon::scene {

namespace {

using typography::Color;

/// Each costs some hundred geodesics, and more of them hide the map.
constexpr std::size_t kMostWrongCircles = 240;
constexpr double kSketchFillOpacity = 0.10;
constexpr double kDotRadiusPixels = 3.0;
constexpr double kMarkRadiusPixels = 7.0;

bool isPlace(geo::LatLon position) {
  return std::abs(position.latRadians) <= 0.5 * std::numbers::pi && std::isfinite(position.lonRadians);
}

void show(RenderModel& model, Layer layer) {
  model.layers[static_cast<std::size_t>(layer)] = true;
}

/// Dark slate belongs to no system.
Color sketchColor(const ModelBuild& build) {
  return documentColor(build.options.palette, palette::rgb(0x2B3440));
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
    ring.siteId = "sketch";
    ring.isFree = true;
    ring.id = ring.siteId + "/" + std::to_string(number);
    ring.centre = free.centre;
    ring.radiusMeters = free.radiusMeters;
    ring.profile = geo::ringProfile(free.centre, free.radiusMeters);
    ring.color = sketchColor(build);
    ring.fillGroup = group++;
    ring.label = lengthText(free.radiusMeters, build.options.lengthUnit);
    ring.fillOpacity = kSketchFillOpacity;
    model.marks.push_back({ring.id, ring.centre, SymbolShape::Circle, ring.color, kDotRadiusPixels, {}});
    model.rings.push_back(std::move(ring));
    show(model, Layer::Rings);
  }
}

void addPath(ModelBuild& build, const MeasuredPath& path, const std::string& id) {
  RenderModel& model = build.model;
  const Color color = sketchColor(build);
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
    area.contours.push_back(densified(vertices, true));
    area.fill = palette::withAlpha(color, kSketchFillOpacity);
    model.areas.push_back(std::move(area));
    show(model, Layer::Areas);
    vertices.push_back(vertices.front());
  }
  GroundLine line;
  line.id = id;
  line.points = densified(vertices);
  line.style = {color, 2.0, {}, palette::withAlpha(paletteOf(build.options.palette).casing, 0.8)};
  model.lines.push_back(std::move(line));
  show(model, Layer::Lines);
}

void addPaths(ModelBuild& build) {
  int number = 0;
  for (const MeasuredPath& path : build.options.sketch.paths) {
    ++number;
    if (!std::all_of(path.vertices.begin(), path.vertices.end(), isPlace)) continue;
    addPath(build, path, "measure/" + std::to_string(number));
  }
}

/// Magenta belongs to no system, and looks wrong on every map.
LineStyle wrongStyle(const ModelBuild& build) {
  return {documentColor(build.options.palette, palette::rgb(0xB0007A)),
          1.8,
          {5.0, 4.0},
          palette::withAlpha(paletteOf(build.options.palette).casing, 0.8)};
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
  bool any = false;
  std::set<std::pair<std::string, double>> labelled;  // system and radius: one label tells enough of them
  for (const Ring& ring : model.rings) {
    WrongCircle circle = wrongCircle(ring.centre, ring.radiusMeters);
    if (circle.vertices.empty()) continue;
    GroundLine line;
    line.id = "wrong/" + ring.id;
    line.label = wrongCircleText(circle, ring.radiusMeters, options.lengthUnit);
    if (labelled.emplace(ring.systemId, ring.radiusMeters).second) {
      // In the east, beside the circle; the error alone, without the lengths before it.
      GroundMark& mark = model.marks.emplace_back();
      mark.id = line.id;
      mark.color = style.color;
      mark.radiusPixels = 0.0;
      mark.label = line.label.substr(line.label.rfind(", ") + 2);
      mark.mayYield = true;
      const std::size_t count = circle.vertices.size();
      mark.position = circle.vertices[count / 4];
      for (const std::size_t eighth : {3, 5, 6, 7, 1, 4, 0}) {
        mark.otherPositions.push_back(circle.vertices[eighth * count / 8]);
      }
    }
    line.points = std::move(circle.vertices);
    line.points.push_back(line.points.front());
    line.style = style;
    model.lines.push_back(std::move(line));
    any = true;
  }
  if (!any) return;
  show(model, Layer::Lines);
  LegendEntry& entry = model.legend.emplace_back();
  entry.kind = LegendEntry::Kind::Line;
  entry.line = style;
  entry.color = style.color;
  entry.text = "What a planar buffer in Web Mercator draws (wrong)";
}

}  // namespace

void addTools(ModelBuild& build) {
  addFreeRings(build);
  addPaths(build);
  if (const auto& mark = build.options.sketch.mark; mark && isPlace(*mark)) {
    build.model.marks.push_back({"mark", *mark, SymbolShape::Cross, sketchColor(build), kMarkRadiusPixels, {}});
  }
  addWrongCircles(build);
}

}  // namespace cordon::scene
