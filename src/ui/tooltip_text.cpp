#include "ui/tooltip_text.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "geo/geodesic.h"
#include "scenario/state.h"
#include "scene/model_text.h"

namespace cordon::ui {

namespace {

/// Nearer than this nobody can point.
constexpr double kOnRimMeters = 50.0;

struct Subject {
  const scenario::Document& document;
  const scenario::Date& date;
  const scene::RenderModel& model;
  const std::optional<geo::LatLon>& cursor;
  const std::string& language;
  scene::LengthUnit unit;
};

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

double marginMeters(const scene::Ring& ring, geo::LatLon place) {
  return ring.radiusMeters - geo::geodesicDistanceMeters(ring.centre, place);
}

std::string siteName(const Subject& subject, const scene::Ring& ring) {
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
  const scenario::Feature* site = subject.document.findFeature(ring->siteId);
  if (site) {
    const scene::NamePair names = scene::chooseNames(site->name, site->names, site->altNames, subject.language, "");
    text.secondTitle = "from " + names.first + (names.second.empty() ? "" : " " + names.second);
    addStates(subject, *site, ring->systemId, text);
  }
  if (subject.cursor) {
    const double distance = geo::geodesicDistanceMeters(ring->centre, *subject.cursor);
    text.details.push_back(scene::lengthText(distance, subject.unit) + " from its centre, " +
                           marginText(ring->radiusMeters - distance, subject.unit));
  }
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
    case scene::ItemKind::Line:
    case scene::ItemKind::Area:
      return describeFeature(subject, item.id, text);
    case scene::ItemKind::Ring:
      return describeRing(subject, item.id, text);
    case scene::ItemKind::Place:
      break;
  }
  return describePlace(subject, item.id, text);
}

void addRings(const Subject& subject, const std::vector<scene::Pick>& under, TooltipText& text) {
  std::size_t count = 0;
  for (const scene::Pick& pick : under) {
    if (pick.item.kind != scene::ItemKind::Ring) continue;
    const scene::Ring* ring = findById(subject.model.rings, pick.item.id);
    if (!ring) continue;
    ++count;
    if (text.rings.size() == TooltipText::kMostRings) continue;
    TooltipText::Row row;
    row.name = ring->label + ", " + siteName(subject, *ring);
    if (subject.cursor) row.margin = marginText(marginMeters(*ring, *subject.cursor), subject.unit);
    row.color = ring->color;
    row.first = &pick == &under.front();
    text.rings.push_back(std::move(row));
  }
  text.moreRings = count - text.rings.size();
  // One ring that stands in the title already needs no list.
  if (count == 1 && text.rings.front().first) text.rings.clear();
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

std::string marginText(double marginMeters, scene::LengthUnit unit) {
  if (std::abs(marginMeters) < kOnRimMeters) return "on the rim";
  return scene::lengthText(std::abs(marginMeters), unit) +
         (marginMeters > 0.0 ? " inside the rim" : " outside the rim");
}

std::optional<TooltipText> tooltipText(const scenario::Document& document, const scenario::Date& date,
                                       const scene::RenderModel& model, const std::vector<scene::Pick>& under,
                                       const std::optional<geo::LatLon>& cursor, const std::string& language,
                                       scene::LengthUnit unit) {
  if (under.empty()) return std::nullopt;
  const Subject subject{document, date, model, cursor, language, unit};
  TooltipText text;
  if (!describe(subject, under.front().item, text)) return std::nullopt;
  addRings(subject, under, text);
  if (under.size() > 1) text.hint = "click again for the next";
  return text;
}

}  // namespace cordon::ui
