#include "scene/build_model.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <utility>

#include "geo/geodesic.h"
#include "scene/build_model_state.h"
#include "scene/model_text.h"

namespace cordon::scene {

namespace {

constexpr double kMaxSegmentMeters = 25e3;
/// Points that are added to one path at most: a file may send a line round the Earth thousands of times.
constexpr double kMostAddedPoints = 20'000.0;

/// The last date that the document's features mention: what is known by then is what it has to tell.
scenario::Date latestMentioned(const scenario::Document& document) {
  scenario::Date latest;
  const auto consider = [&latest](const std::optional<scenario::Date>& date) {
    if (date && date->lastDay() > latest.lastDay()) latest = *date;
  };
  for (const scenario::Feature& feature : document.features) {
    consider(feature.from);
    consider(feature.date);
    for (const scenario::SystemAssignment& assignment : feature.systems) consider(assignment.from);
    for (const scenario::Moment& time : feature.times) consider(time.date);
  }
  return latest;
}

double chordMeters(geo::LatLon a, geo::LatLon b) {
  return geo::norm(geo::toEcef(a) - geo::toEcef(b));
}

}  // namespace

void ModelBuild::cite(const std::vector<std::string>& ids) {
  const auto hasDate = [&](const std::string& id, bool byThen) {
    const scenario::Source* source = document.findSource(id);
    if (!source || !source->date) return false;
    return !byThen || source->date->firstDay() <= date.lastDay();
  };
  // What was published later backs nothing of a picture of this day. What bears no date may be later too: it is named
  // only where nothing else is.
  const bool anyByThen = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return hasDate(id, true); });
  for (const std::string& id : ids) {
    const bool counts = hasDate(id, false) ? hasDate(id, true) : !anyByThen;
    if (!counts || std::find(sourceIds.begin(), sourceIds.end(), id) != sourceIds.end()) continue;
    sourceIds.push_back(id);
  }
}

SystemLook lookOf(const ModelOptions& options, const std::string& systemId) {
  const auto own = options.looks.find(systemId);
  if (own != options.looks.end()) return own->second;
  SystemLook look;
  look.claim = options.claim;
  return look;
}

SystemLook ModelBuild::lookOf(const std::string& systemId) const {
  SystemLook look = scene::lookOf(options, systemId);
  const auto bounded = [](double value, double least, double most, double standard) {
    return std::isnan(value) ? standard : std::clamp(value, least, most);
  };
  look.fillOpacity = bounded(look.fillOpacity, 0.0, 1.0, kDefaultFillOpacity);
  look.lineWidthFactor = bounded(look.lineWidthFactor, kLeastLineWidthFactor, kMostLineWidthFactor, 1.0);
  return look;
}

typography::Color ModelBuild::colorOf(const scenario::System& system) const {
  // Its place in the document, not among what is shown: a colour stays when the date or what is visible changes.
  const auto index = static_cast<std::size_t>(&system - document.systems.data());
  return systemColor(options.palette, index, parseColor(system.color));
}

std::vector<geo::LatLon> densified(const std::vector<geo::LatLon>& path, bool closed) {
  std::vector<geo::LatLon> points;
  if (path.empty()) return points;
  std::size_t count = path.size();
  // Other formats repeat a polygon's first vertex at its end.
  while (closed && count > 1 && path[count - 1] == path.front()) --count;
  points.push_back(path.front());
  const std::size_t end = count + (closed ? 1 : 0);
  double lengthMeters = 0.0;
  for (std::size_t i = 1; i < end; ++i) lengthMeters += chordMeters(path[i - 1], path[i % count]);
  const double segmentMeters = std::max(kMaxSegmentMeters, 0.5 * std::numbers::pi * lengthMeters / kMostAddedPoints);
  for (std::size_t i = 1; i < end; ++i) {
    const std::vector<geo::LatLon> piece = geo::geodesicLine(points.back(), path[i % count], segmentMeters);
    points.insert(points.end(), piece.begin() + 1, piece.end());
  }
  if (closed && points.size() > 1) points.pop_back();
  return points;
}

Result<RenderModel> buildRenderModel(const scenario::Document& document, const mapdata::Gazetteer& gazetteer,
                                     const ModelOptions& options, BuildCache& cache) {
  if (options.layers.size() != static_cast<std::size_t>(kLayerCount)) {
    throw std::invalid_argument("buildRenderModel: one flag a layer");
  }
  if (!std::isfinite(options.exaggeration) || options.exaggeration < 0.0) {
    return Result<RenderModel>::failure(
        Diagnostic{Severity::Error, "The exaggeration of heights is not a number from 0 upwards", "", "", {}, ""});
  }
  const std::optional<scenario::Date> stated = options.date    ? options.date
                                               : document.date ? document.date
                                                               : document.to;
  ModelBuild build{document, options, cache, stated ? *stated : latestMentioned(document), {}, {}, {}, {}, {}};
  for (const scenario::System& system : document.systems) build.systems.emplace(system.id, &system);

  RenderModel& model = build.model;
  model.layers = options.layers;
  model.exaggeration = options.exaggeration;
  model.fillMode = options.fillMode;
  model.palette = options.palette;
  model.lengthUnit = options.lengthUnit;
  model.title = document.title;
  model.subtitle = document.subtitle;
  model.handling = document.handling;
  model.shownDate = longDate(build.date);
  if (stated) model.dateText = "As reported by " + model.shownDate;
  addSites(build);
  addShapes(build);
  addLegend(build);
  addComparison(build);
  addMap(build, gazetteer);
  addTools(build);
  cache.endBuild();
  return Result<RenderModel>(std::move(build.model), std::move(build.warnings));
}

Result<RenderModel> buildRenderModel(const scenario::Document& document, const mapdata::Gazetteer& gazetteer,
                                     const ModelOptions& options) {
  BuildCache cache;
  return buildRenderModel(document, gazetteer, options, cache);
}

}  // namespace cordon::scene
