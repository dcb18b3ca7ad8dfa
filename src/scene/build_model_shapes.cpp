#include <algorithm>
#include <utility>

#include "scenario/state.h"
#include "scene/build_model_state.h"
#include "scene/model_text.h"
#include "scene/palette.h"

namespace cordon::scene {

namespace {

constexpr const char* kLineColor = "#7a1f2b";
constexpr const char* kNoteColor = "#3a4854";
constexpr const char* kAreaColor = "#4a4b40";
/// A thin line, dashed or under a ring's tint, needs more than what is filled.
constexpr double kThinLineContrast = 6.0;
constexpr double kAreaFillOpacity = 0.14;

LineStyle lineStyle(const ModelBuild& build, const scenario::Style& style, double width,
                    const std::vector<double>& dashes, const char* color) {
  LineStyle line;
  line.color = documentColor(build.options.palette, parseColor(style.color.value_or(color)), kThinLineContrast);
  line.widthPixels = style.widthPixels.value_or(width);
  line.dashPixels = style.dashPixels.empty() ? dashes : style.dashPixels;
  line.casingColor = palette::withAlpha(paletteOf(build.options.palette).casing, 0.6);
  return line;
}

std::string labelOf(const ModelBuild& build, const scenario::Feature& feature) {
  NamePair names = chooseNames(feature.name, feature.names, feature.altNames, build.options.language, "");
  if (names.second.empty()) return names.first;
  return names.first + " " + names.second;
}

void addLines(ModelBuild& build, const scenario::Feature& feature) {
  const auto* paths = std::get_if<std::vector<scenario::Path>>(&feature.geometry);
  if (!paths || !build.model.shows(Layer::Lines)) return;
  const bool isTrack = feature.kind == scenario::FeatureKind::Track;
  std::size_t vertex = 0;
  bool any = false;
  for (std::size_t i = 0; i < paths->size(); ++i) {
    scenario::Path path;
    for (const geo::LatLon& position : (*paths)[i]) {
      const std::size_t index = vertex++;
      // A track grows with the date: what lay ahead is not drawn.
      const bool ahead = index < feature.times.size() && feature.times[index].date.firstDay() > build.date.lastDay();
      if (!ahead) path.push_back(position);
    }
    if (path.size() < 2) continue;
    GroundLine line;
    line.id = paths->size() == 1 ? feature.id : feature.id + "/" + std::to_string(i);
    line.points = densified(path);
    line.style = isTrack ? lineStyle(build, feature.style, 2.0, {9.0, 5.0}, kLineColor)
                         : lineStyle(build, feature.style, 2.2, {}, kLineColor);
    line.arrow = isTrack;
    if (!any) line.label = labelOf(build, feature);
    any = true;
    build.model.lines.push_back(std::move(line));
  }
  if (any) build.cite(feature.sources);
}

std::optional<typography::Hatch> hatchOf(const ModelBuild& build, const scenario::Style& style) {
  if (!style.hatch || *style.hatch == scenario::Hatch::None) return std::nullopt;
  typography::Hatch hatch;
  hatch.color = documentColor(build.options.palette, parseColor(style.color.value_or(kAreaColor), 0.7));
  hatch.spacingPixels = *style.hatch == scenario::Hatch::Cross ? 5.0 : 7.0;
  return hatch;
}

void addArea(ModelBuild& build, const scenario::Feature& feature) {
  const auto* polygons = std::get_if<std::vector<scenario::Polygon>>(&feature.geometry);
  if (!polygons || !build.model.shows(Layer::Areas)) return;
  GroundArea area;
  area.id = feature.id;
  for (const scenario::Polygon& polygon : *polygons) {
    for (const scenario::Path& ring : polygon.rings) area.contours.push_back(densified(ring, true));
  }
  const scenario::Style& style = feature.style;
  area.hatch = hatchOf(build, style);
  if (style.fill || !area.hatch) {
    area.fill = documentColor(build.options.palette, parseColor(style.fill.value_or(style.color.value_or(kAreaColor)),
                                                                style.fillOpacity.value_or(kAreaFillOpacity)));
  }
  area.outline = lineStyle(build, style, 1.4, {}, kAreaColor);
  area.outline->casingColor.reset();
  area.label = labelOf(build, feature);
  build.cite(feature.sources);
  build.model.areas.push_back(std::move(area));
}

void addNote(ModelBuild& build, const scenario::Feature& feature) {
  const auto* position = std::get_if<geo::LatLon>(&feature.geometry);
  if (!position || !build.model.shows(Layer::Sites) || build.options.hiddenSites.contains(feature.id)) return;
  SiteSymbol note;
  note.id = feature.id;
  note.position = *position;
  note.parts.push_back({SymbolShape::Note,
                        documentColor(build.options.palette, parseColor(feature.style.color.value_or(kNoteColor))),
                        Status::Deployed});
  NamePair names =
      chooseNames(feature.name, feature.names, feature.altNames, build.options.language, build.options.secondLanguage);
  note.name = names.first.empty() ? feature.text : names.first;
  note.secondName = std::move(names.second);
  if (feature.date && note.name.find(longDate(*feature.date)) == std::string::npos) {
    note.remark = shortDate(*feature.date);
  }
  note.priority = 100 * feature.labelPriority;
  note.accuracyMeters = 1000.0 * feature.accuracyKm.value_or(0.0);
  build.cite(feature.sources);
  build.model.sites.push_back(std::move(note));
}

}  // namespace

void addShapes(ModelBuild& build) {
  for (const scenario::Feature& feature : build.document.features) {
    if (!scenario::isShown(feature, build.date)) continue;
    switch (feature.kind) {
      case scenario::FeatureKind::Site:
        break;
      case scenario::FeatureKind::Line:
      case scenario::FeatureKind::Track:
        addLines(build, feature);
        break;
      case scenario::FeatureKind::Area:
        addArea(build, feature);
        break;
      case scenario::FeatureKind::Note:
        addNote(build, feature);
        break;
    }
  }
}

}  // namespace cordon::scene
