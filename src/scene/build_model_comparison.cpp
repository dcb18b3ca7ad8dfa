#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "geo/geodesic.h"
#include "scenario/state.h"
#include "scene/build_model_state.h"
#include "scene/chosen_claim.h"
#include "scene/map_changes.h"
#include "scene/model_text.h"

namespace cordon::scene {

namespace {

using scenario::Feature;
using scenario::FeatureKind;

/// More grey circles hide the map, and each costs hundreds of geodesics.
constexpr std::size_t kMostGreyRings = 240;
constexpr double kOutlineSegmentMeters = 25e3;
constexpr double kFewestSegments = 72.0;
constexpr double kMostSegments = 720.0;

using Outlines = std::vector<std::vector<geo::LatLon>>;

/// A feature as it was.
struct Past {
  std::vector<SymbolShape> shapes;
  Outlines outlines;
};

std::vector<geo::LatLon> circle(geo::LatLon centre, double radiusMeters,
                                const std::optional<scenario::Sector>& sector) {
  constexpr double kTurn = 2.0 * std::numbers::pi;
  double from = 0.0;
  double span = kTurn;
  if (sector && std::remainder(sector->toDegrees - sector->fromDegrees, 360.0) != 0.0) {
    from = geo::degreesToRadians(sector->fromDegrees);
    const double turned = geo::degreesToRadians(sector->toDegrees) - from;
    span = turned - kTurn * std::floor(turned / kTurn);
  }
  const bool isWhole = span >= kTurn;
  const double count =
      std::clamp(std::ceil(kTurn * radiusMeters / kOutlineSegmentMeters), kFewestSegments, kMostSegments);
  const auto steps = static_cast<std::size_t>(std::max(1.0, std::ceil(count * span / kTurn)));
  std::vector<geo::LatLon> points;
  if (!isWhole) points.push_back(centre);
  for (std::size_t i = 0; i <= steps; ++i) {
    const double azimuth = from + span * static_cast<double>(i) / static_cast<double>(steps);
    points.push_back(geo::geodesicDirect(centre, azimuth, radiusMeters).position);
  }
  if (!isWhole) points.push_back(centre);
  return points;
}

Outlines outlinesOf(const scenario::Geometry& geometry) {
  Outlines outlines;
  if (const auto* lines = std::get_if<std::vector<scenario::Path>>(&geometry)) {
    for (const scenario::Path& line : *lines) {
      if (line.size() > 1) outlines.push_back(densified(line));
    }
  } else if (const auto* polygons = std::get_if<std::vector<scenario::Polygon>>(&geometry)) {
    for (const scenario::Polygon& polygon : *polygons) {
      for (const scenario::Path& ring : polygon.rings) {
        if (ring.size() < 2) continue;
        outlines.push_back(densified(ring, true));
        outlines.back().push_back(outlines.back().front());
      }
    }
  }
  return outlines;
}

/// Where a mark of a line or an area stands: a vertex in the middle of its longest part.
std::optional<geo::LatLon> middleOf(const scenario::Geometry& geometry) {
  if (const auto* point = std::get_if<geo::LatLon>(&geometry)) return *point;
  Outlines outlines = outlinesOf(geometry);
  const auto longest = std::max_element(outlines.begin(), outlines.end(),
                                        [](const auto& a, const auto& b) { return a.size() < b.size(); });
  if (longest == outlines.end()) return std::nullopt;
  return (*longest)[longest->size() / 2];
}

/// One comparison on its way to marks.
class Marking {
 public:
  Marking(ModelBuild& build, const MapChanges& changes)
      : build_(build), dateBefore_(changes.dateBefore.value_or(build.date)) {
    for (const Feature& feature : changes.before->features) features_.emplace(feature.id, &feature);
    for (const scenario::System& system : changes.before->systems) systems_.emplace(system.id, &system);
    for (const SiteSymbol& site : build.model.sites) shown_.insert(site.id);
    for (const GroundLine& line : build.model.lines) shown_.insert(scenario::withoutPart(line.id));
    for (const GroundArea& area : build.model.areas) shown_.insert(area.id);
  }

  void add(const scenario::Difference& difference) {
    if (!difference.feature || build_.options.hiddenSites.contains(difference.id)) return;
    const auto found = features_.find(difference.id);
    const Feature* before = found == features_.end() ? nullptr : found->second;
    // What differs may have no part in this date's map, or only on one side of it.
    std::optional<Past> past = before ? pastOf(*before) : std::nullopt;
    const bool isThere = difference.geometryAfter && shown_.contains(difference.id);
    if (!past && !isThere) return;
    ChangeMark mark;
    mark.id = difference.id;
    const bool isSign = *difference.feature == FeatureKind::Site || *difference.feature == FeatureKind::Note;
    mark.isAtSign = isSign && isThere;
    const std::optional<geo::LatLon> place = middleOf(isThere ? *difference.geometryAfter : before->geometry);
    if (!place) return;
    mark.position = *place;
    if (!past) {
      mark.kind = ChangeKind::New;
    } else if (!isThere) {
      mark.kind = ChangeKind::Gone;
      mark.shapes = std::move(past->shapes);
      mark.outlines = std::move(past->outlines);
      mark.label = featureName(*before, build_.options.language) + ", gone";
    } else if (difference.isMoved()) {
      addMove(difference, *before, std::move(*past), mark);
    } else {
      mark.kind = ChangeKind::Changed;
    }
    build_.model.changes.push_back(std::move(mark));
  }

 private:
  void addMove(const scenario::Difference& difference, const Feature& before, Past past, ChangeMark& mark) {
    mark.kind = ChangeKind::Moved;
    mark.outlines = std::move(past.outlines);
    const std::string length =
        difference.movedMeters ? lengthText(*difference.movedMeters, build_.options.lengthUnit) : std::string();
    const auto* from = std::get_if<geo::LatLon>(&before.geometry);
    if (!mark.isAtSign || !from) {
      mark.label = length.empty() ? "another shape" : "moved up to " + length;
      return;
    }
    mark.shapes = std::move(past.shapes);
    const geo::LatLon to = mark.position;
    mark.position = *from;
    mark.way = densified({mark.position, to});
    if (!length.empty()) mark.label = "moved " + length;
  }

  /// What was drawn of a feature; nothing where it was not shown.
  std::optional<Past> pastOf(const Feature& feature) {
    if (!scenario::isShown(feature, dateBefore_)) return std::nullopt;
    Past past;
    switch (feature.kind) {
      case FeatureKind::Line:
      case FeatureKind::Track:
      case FeatureKind::Area: {
        const bool isArea = feature.kind == FeatureKind::Area;
        if (!build_.model.shows(isArea ? Layer::Areas : Layer::Lines)) return std::nullopt;
        past.outlines = outlinesOf(feature.geometry);
        return past.outlines.empty() ? std::nullopt : std::optional(std::move(past));
      }
      case FeatureKind::Note:
        past.shapes = {SymbolShape::Note};
        break;
      case FeatureKind::Site:
        addState(feature, past);
        break;
    }
    if (past.shapes.empty() || !std::holds_alternative<geo::LatLon>(feature.geometry)) return std::nullopt;
    const bool hasSigns = build_.model.shows(Layer::Sites);
    if (!hasSigns) past.shapes.clear();
    return hasSigns || !past.outlines.empty() ? std::optional(std::move(past)) : std::nullopt;
  }

  void addState(const Feature& site, Past& past) {
    const auto* centre = std::get_if<geo::LatLon>(&site.geometry);
    if (!centre) return;
    if (site.systems.empty()) past.shapes = {SymbolShape::Star};
    for (const scenario::SystemAssignment* assignment : scenario::stateAt(site, dateBefore_)) {
      const auto system = systems_.find(assignment->systemId);
      if (system == systems_.end()) continue;
      const SystemLook look = build_.lookOf(assignment->systemId);
      if (!look.visible) continue;
      past.shapes.push_back(parseSymbol(system->second->symbol));
      if (!build_.model.shows(Layer::Rings)) continue;
      for (const ChosenClaim& claim : chooseClaims(*system->second, look.claim, dateBefore_)) {
        if (!std::isfinite(claim.radiusMeters) || claim.radiusMeters <= 0.0 || rings_ >= kMostGreyRings) continue;
        ++rings_;
        past.outlines.push_back(circle(*centre, claim.radiusMeters, system->second->sector));
      }
    }
  }

  ModelBuild& build_;
  scenario::Date dateBefore_;
  std::unordered_map<std::string_view, const Feature*> features_;
  std::unordered_map<std::string_view, const scenario::System*> systems_;
  std::unordered_set<std::string_view> shown_;
  std::size_t rings_ = 0;
};

/// Before all else of the legend: it is what the reader asked for, and the last entries go first where room is short.
void addChangeEntries(RenderModel& model, const std::string& title) {
  std::vector<LegendEntry> entries(1);
  entries.front().text = "Compared with " + title;
  if (model.changes.empty()) entries.front().text += ": nothing on the map differs";
  constexpr std::array<std::pair<ChangeKind, const char*>, 4> kNames{{{ChangeKind::New, "New"},
                                                                      {ChangeKind::Gone, "Gone, as it was"},
                                                                      {ChangeKind::Moved, "Moved, from where it was"},
                                                                      {ChangeKind::Changed, "Changed in place"}}};
  for (const auto& [kind, name] : kNames) {
    const auto count = std::count_if(model.changes.begin(), model.changes.end(),
                                     [kind = kind](const ChangeMark& mark) { return mark.kind == kind; });
    if (count == 0) continue;
    LegendEntry& entry = entries.emplace_back();
    entry.kind = LegendEntry::Kind::Change;
    entry.change = kind;
    entry.text = std::string(name) + " (" + std::to_string(count) + ")";
  }
  model.legend.insert(model.legend.begin(), entries.begin(), entries.end());
}

}  // namespace

void addComparison(ModelBuild& build) {
  if (!build.options.changes) return;
  const MapChanges& changes = *build.options.changes;
  Marking marking(build, changes);
  for (const scenario::Difference& difference : changes.comparison.differences) marking.add(difference);
  addChangeEntries(build.model, changes.title);
  std::string& date = build.model.dateText;
  date += (date.empty() ? "Compared with " : ", compared with ") + changes.title;
}

}  // namespace cordon::scene
