#include "ui/tooltip_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "geo/geodesic.h"
#include "scenario/state.h"
#include "scenario/words.h"
#include "scene/model_text.h"

namespace cordon::ui {

namespace {

/// Uncertainties are told to a tenth, what is pointed at to a pixel.
constexpr double kTenths = 10.0;

using Subject = TooltipSubject;

template <typename Part>
const Part* findById(const std::vector<Part>& parts, const std::string& id) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

std::string systemNameOf(const Subject& subject, const std::string& id) {
  const scenario::System* system = subject.document.findSystem(id);
  return system ? scene::systemName(*system, subject.language) : id;
}

void setNames(const Subject& subject, const scenario::Feature& feature, TooltipText& text) {
  scene::NamePair names = scene::chooseNames(feature.name, feature.names, feature.altNames, subject.language, "");
  text.title = names.first.empty() ? feature.id : names.first;
  text.secondTitle = std::move(names.second);
}

/// What holds at a site, of all systems or of one.
void addStates(const Subject& subject, const scenario::Feature& site, std::string_view onlySystem, TooltipText& text) {
  for (const scenario::SystemAssignment* state : scenario::stateAt(site, subject.date)) {
    if (!onlySystem.empty() && state->systemId != onlySystem) continue;
    text.details.push_back(stateLine(systemNameOf(subject, state->systemId), *state, subject.date));
  }
}

/// How well the distance of the pointer from a ring's centre is known.
double uncertaintyMeters(const Subject& subject, const scene::Ring& ring) {
  return std::max(ring.accuracyMeters, kTenths * subject.metersPerPixel);
}

std::string siteName(const Subject& subject, const scene::Ring& ring) {
  if (ring.isFree) return "your ring";
  const scenario::Feature* site = subject.document.findFeature(ring.siteId);
  return site ? scene::featureName(*site, subject.language) : ring.siteId;
}

bool describeFeature(const Subject& subject, const std::string& id, TooltipText& text) {
  const scenario::Feature* feature = subject.document.findWhole(id);
  if (!feature) return false;
  setNames(subject, *feature, text);
  addStates(subject, *feature, "", text);
  if (feature->date) text.details.push_back(scene::longDate(*feature->date));
  if (!feature->text.empty() && feature->text != text.title) text.details.push_back(feature->text);
  if (feature->accuracyKm) {
    text.details.push_back("placed to within " + scene::lengthText(1000.0 * *feature->accuracyKm, subject.unit));
  }
  return true;
}

bool describeRing(const Subject& subject, const std::string& id, TooltipText& text) {
  const scene::Ring* ring = findById(subject.model.rings, id);
  if (!ring) return false;
  text.title = ring->label;
  if (ring->isFree) text.secondTitle = "a ring of your own";
  const scenario::Feature* site = subject.document.findFeature(ring->siteId);
  if (site) {
    const scene::NamePair names = scene::chooseNames(site->name, site->names, site->altNames, subject.language, "");
    text.secondTitle = "from " + names.first + (names.second.empty() ? "" : " " + names.second);
    addStates(subject, *site, ring->systemId, text);
  }
  if (subject.cursor) {
    const double distance = geo::geodesicDistanceMeters(ring->centre, *subject.cursor);
    const double uncertainty = uncertaintyMeters(subject, *ring);
    text.details.push_back(scene::lengthText(scene::roughMeters(distance, subject.unit, uncertainty), subject.unit) +
                           " from its centre, " + marginText(ring->radiusMeters - distance, subject.unit, uncertainty));
  }
  return true;
}

/// The circle that a wrong map would draw for a ring, with its error.
bool describeWrongCircle(const Subject& subject, const std::string& id, TooltipText& text) {
  constexpr std::string_view kPrefix = "wrong/";
  if (!id.starts_with(kPrefix)) return false;
  const scene::GroundLine* line = findById(subject.model.lines, id);
  if (!line) return false;
  text.title = line->label;
  const scene::Ring* ring = findById(subject.model.rings, id.substr(kPrefix.size()));
  if (ring) text.secondTitle = "instead of " + ring->label + ", " + siteName(subject, *ring);
  return true;
}

bool describePlace(const Subject& subject, const std::string& id, TooltipText& text) {
  const auto& places = subject.model.places;
  const auto place = std::find_if(places.begin(), places.end(), [&](const auto& p) { return p.name == id; });
  if (place == places.end()) return false;
  text.title = place->name;
  text.secondTitle = place->secondName;
  if (place->heightMeters > 0.0) {
    text.details.push_back("summit at " + std::to_string(std::lround(place->heightMeters)) + " m");
  }
  return true;
}

bool describe(const Subject& subject, const scene::Item& item, TooltipText& text) {
  switch (item.kind) {
    case scene::ItemKind::Site:
    case scene::ItemKind::Area:
      return describeFeature(subject, item.id, text);
    case scene::ItemKind::Line:
      return describeFeature(subject, item.id, text) || describeWrongCircle(subject, item.id, text);
    case scene::ItemKind::Ring:
      return describeRing(subject, item.id, text);
    case scene::ItemKind::Place:
      break;
  }
  return describePlace(subject, item.id, text);
}

/// A line or an area of the map's own data or of a reader's tools.
template <typename Shape>
TooltipText::Row shapeRow(const std::vector<Shape>& shapes, const std::string& id, const char* kind) {
  const Shape* shape = findById(shapes, id);
  const bool isNamed = shape != nullptr && !shape->label.empty();
  const bool isMeasured = id.starts_with("measure/");
  return {isNamed ? shape->label : isMeasured ? "what you measured" : fmt::format("{} of the map", kind), kind, {}};
}

TooltipText::Row rowOf(const Subject& subject, const scene::Item& item) {
  const scene::RenderModel& model = subject.model;
  if (item.kind == scene::ItemKind::Place) return {item.id, "place", {}};
  if (item.kind == scene::ItemKind::Ring) {
    const scene::Ring* ring = findById(model.rings, item.id);
    if (!ring) return {item.id, "ring", {}};
    TooltipText::Row row{ring->label + ", " + siteName(subject, *ring), {}, ring->color};
    if (subject.cursor) {
      const double margin = ring->radiusMeters - geo::geodesicDistanceMeters(ring->centre, *subject.cursor);
      row.margin = marginText(margin, subject.unit, uncertaintyMeters(subject, *ring));
    }
    return row;
  }
  if (const scenario::Feature* feature = subject.document.findWhole(item.id)) {
    return {scene::featureName(*feature, subject.language), std::string(scenario::toWord(feature->kind)), {}};
  }
  if (item.kind == scene::ItemKind::Line) return shapeRow(model.lines, item.id, "line");
  return shapeRow(model.areas, item.id, "area");
}

void addRows(const Subject& subject, std::size_t told, TooltipText& text) {
  const std::size_t count = subject.under.size();
  if (count < 2) return;
  const std::size_t shown = std::min(count, subject.mostRows);
  text.rowsBefore = std::min(told - std::min(told, shown - 1), count - shown);
  text.rowsAfter = count - shown - text.rowsBefore;
  for (std::size_t i = text.rowsBefore; i < text.rowsBefore + shown; ++i) {
    text.rows.push_back(rowOf(subject, subject.under[i].item));
    text.rows.back().isTold = i == told;
  }
  if (!subject.turn) {
    text.hint = fmt::format("{} things here: click selects, again the next", count);
  } else {
    text.hint = fmt::format("{} of {}; click again for the {}", told + 1, count, told + 1 < count ? "next" : "first");
  }
}

}  // namespace

std::string stateLine(const std::string& system, const scenario::SystemAssignment& assignment,
                      const scenario::Date& date) {
  std::string line = system + ": ";
  line += scene::statusWord(scene::toStatus(assignment.status));
  // What the source does not name has no date of its own.
  if (assignment.status == scenario::Status::Hypothetical) return line + ", not named by the source";
  if (assignment.from) {
    const bool lasts = assignment.status == scenario::Status::Deployed;
    line += (lasts ? " since " : " ") + scene::shortDate(*assignment.from);
  }
  if (assignment.due) line += ", due " + scene::shortDate(*assignment.due);
  const auto& confirmed = assignment.lastConfirmed;
  if (confirmed && confirmed->firstDay() <= date.lastDay()) {
    line += ", last confirmed " + scene::shortDate(*confirmed);
  }
  return line;
}

std::string marginText(double marginMeters, scene::LengthUnit unit, double uncertaintyMeters) {
  const double rough = scene::roughMeters(marginMeters, unit, uncertaintyMeters);
  if (rough == 0.0) return "on the rim";
  return scene::lengthText(std::abs(rough), unit) + (rough > 0.0 ? " inside" : " outside");
}

std::optional<TooltipText> tooltipText(const TooltipSubject& subject) {
  if (subject.under.empty()) return std::nullopt;
  const std::size_t told = subject.turn.value_or(0);
  const scene::Pick& pick = subject.under.at(told);
  if (pick.isBackground && !subject.turn) return std::nullopt;
  TooltipText text;
  if (!describe(subject, pick.item, text)) {
    if (!subject.turn) return std::nullopt;
    text.title = rowOf(subject, pick.item).name;
  }
  addRows(subject, told, text);
  return text;
}

}  // namespace cordon::ui
