#include "interchange/map_rings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "interchange/flat_map.h"
#include "scenario/state.h"

namespace cordon::interchange {

namespace {

/// The days on which what holds at a site may change: the first day of each new state.
std::set<int> changeDays(const scenario::Feature& site) {
  std::set<int> days;
  const auto addSpan = [&days](const std::optional<scenario::Date>& from, const std::optional<scenario::Date>& to) {
    if (from) days.insert({from->firstDay(), from->lastDay() + 1});
    if (to) days.insert(to->lastDay() + 1);
  };
  addSpan(site.from, site.to);
  for (const scenario::SystemAssignment& statement : site.systems) addSpan(statement.from, statement.to);
  return days;
}

struct Span {
  std::optional<int> firstDay;
  std::optional<int> lastDay;
};

/// When each statement of a site is what the map shows.
std::map<const scenario::SystemAssignment*, std::vector<Span>> shownSpans(const scenario::Feature& site) {
  const std::set<int> days = changeDays(site);
  std::map<const scenario::SystemAssignment*, std::vector<Span>> spans;
  std::vector<Span> states;
  std::optional<int> first;
  for (const int day : days) {
    states.push_back({first, day - 1});
    first = day;
  }
  states.push_back({first, std::nullopt});
  for (const Span& state : states) {
    const int day = state.firstDay.value_or(state.lastDay.value_or(0));
    for (const scenario::SystemAssignment* statement : scenario::stateAt(site, scenario::Date::fromDay(day))) {
      std::vector<Span>& own = spans[statement];
      if (!own.empty() && own.back().lastDay && state.firstDay && *own.back().lastDay + 1 == *state.firstDay) {
        own.back().lastDay = state.lastDay;
      } else {
        own.push_back(state);
      }
    }
  }
  return spans;
}

bool covers(const Span& span, int day) {
  return (!span.firstDay || *span.firstDay <= day) && (!span.lastDay || day <= *span.lastDay);
}

}  // namespace

std::vector<MapRing> mapRings(const scenario::Document& document, const std::optional<scenario::Date>& day) {
  std::unordered_map<std::string, const scenario::System*> systems;
  for (const scenario::System& system : document.systems) systems.emplace(system.id, &system);
  std::vector<MapRing> rings;
  for (const scenario::Feature& site : document.features) {
    if (site.kind != scenario::FeatureKind::Site || site.systems.empty()) continue;
    const auto spans = shownSpans(site);
    std::map<std::string, int> counts;
    for (const scenario::SystemAssignment& statement : site.systems) {
      const auto shown = spans.find(&statement);
      const auto system = systems.find(statement.systemId);
      if (shown == spans.end() || system == systems.end()) continue;
      const scenario::RangeClaim* claim = system->second->defaultRange();
      if (claim == nullptr) continue;
      const double radius = 1000.0 * claim->maxKm;
      const double inner = 1000.0 * system->second->minimumRangeKm.value_or(0.0);
      if (!(std::isfinite(radius) && inner >= 0.0 && radius > inner)) continue;
      for (const Span& span : shown->second) {
        const int number = ++counts[statement.systemId];
        if (day && !covers(span, day->lastDay())) continue;
        std::string id = fmt::format("{}/{}", site.id, statement.systemId);
        if (number > 1) id += fmt::format("/{}", number);
        rings.push_back(
            {std::move(id), &site, &statement, system->second, claim, radius, inner, span.firstDay, span.lastDay});
      }
    }
  }
  return rings;
}

geo::RingShape shapeOf(const MapRing& ring) {
  const geo::LatLon centre = std::get<geo::LatLon>(ring.site->geometry);
  const double error = chordErrorMeters(ring.innerRadiusMeters > 0.0 ? ring.innerRadiusMeters : ring.radiusMeters);
  const auto& sector = ring.system->sector;
  if (sector && std::remainder(sector->toDegrees - sector->fromDegrees, 360.0) != 0.0) {
    return geo::sector(centre, ring.innerRadiusMeters, ring.radiusMeters,
                       {geo::degreesToRadians(sector->fromDegrees), geo::degreesToRadians(sector->toDegrees)}, error);
  }
  return geo::donut(centre, ring.innerRadiusMeters, ring.radiusMeters, error);
}

}  // namespace cordon::interchange
