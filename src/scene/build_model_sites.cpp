#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "scenario/state.h"
#include "scene/build_model_state.h"
#include "scene/build_model_text.h"

namespace cordon::scene {

namespace {

Status toStatus(scenario::Status status) {
  switch (status) {
    case scenario::Status::Deployed:
      return Status::Deployed;
    case scenario::Status::Planned:
      return Status::Planned;
    case scenario::Status::Reported:
      return Status::Reported;
    case scenario::Status::Exercise:
      return Status::Exercise;
    case scenario::Status::Withdrawn:
      return Status::Withdrawn;
    case scenario::Status::Hypothetical:
      break;
  }
  return Status::Hypothetical;
}

void warn(ModelBuild& build, std::string message) {
  build.warnings.push_back({Severity::Warning, std::move(message), "", "", {}, ""});
}

/// Where room is short, what stands outranks what is planned, and that what is only supposed.
int statusPriority(Status status) {
  switch (status) {
    case Status::Deployed:
      return 6;
    case Status::Reported:
      return 5;
    case Status::Planned:
      return 4;
    case Status::Exercise:
      return 3;
    case Status::Withdrawn:
      return 2;
    case Status::Hypothetical:
      break;
  }
  return 1;
}

std::string stateText(const scenario::SystemAssignment& assignment) {
  // What the source does not name has no date of its own.
  if (assignment.status == scenario::Status::Hypothetical) return "hypothetical, not named by the source";
  std::string text(statusWord(toStatus(assignment.status)));
  if (assignment.from) text += " (" + monthOf(*assignment.from) + ")";
  return text;
}

/// "planned (Dec 2018)" where all systems share a state, else "Bastion deployed (Nov 2016); S-300V4 withdrawn (...)".
std::string remarkOf(const std::vector<const scenario::SystemAssignment*>& state, const ModelBuild& build) {
  std::vector<std::pair<std::string, std::string>> groups;  // state, systems
  for (const scenario::SystemAssignment* assignment : state) {
    const auto system = build.systems.find(assignment->systemId);
    if (system == build.systems.end()) continue;
    const std::string text = stateText(*assignment);
    const auto known =
        std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.first == text; });
    const std::string name = systemName(*system->second, build.options.language);
    if (known == groups.end()) {
      groups.emplace_back(text, name);
    } else {
      known->second += ", " + name;
    }
  }
  if (groups.size() == 1) {
    std::string text = groups.front().first;
    // What was deployed years ago is shown with the day on which it was last heard of, so that it does not pass for
    // the present.
    std::optional<scenario::Date> confirmed;
    for (const scenario::SystemAssignment* assignment : state) {
      const auto& last = assignment->lastConfirmed;
      if (last && last->firstDay() <= build.date.lastDay() && (!confirmed || last->lastDay() > confirmed->lastDay())) {
        confirmed = last;
      }
    }
    const auto& from = state.front()->from;
    if (confirmed && (!from || monthOf(*confirmed) != monthOf(*from))) {
      text += ", last confirmed " + monthOf(*confirmed);
    }
    return text;
  }
  std::string text;
  for (const auto& [what, systems] : groups) text += (text.empty() ? "" : "; ") + systems + " " + what;
  return text;
}

/// Notes that a system is shown, once; returns its index, which is its fill group.
std::size_t noteShown(ModelBuild& build, const scenario::System& system) {
  const auto isSame = [&](const ModelBuild::ShownSystem& shown) { return shown.system == &system; };
  const auto known = std::find_if(build.shownSystems.begin(), build.shownSystems.end(), isSame);
  if (known != build.shownSystems.end()) return static_cast<std::size_t>(known - build.shownSystems.begin());
  ModelBuild::ShownSystem shown;
  shown.system = &system;
  if (const auto chosen = chooseClaim(system, build.options.rangeChoice, build.date)) {
    shown.claim = chosen->claim;
    const double innerKm = system.minimumRangeKm.value_or(0.0);
    if (!std::isfinite(chosen->radiusMeters) || chosen->radiusMeters <= 0.0) {
      warn(build, "System \"" + system.id + "\" has a range that is no distance; it has no ring");
    } else if (!(innerKm >= 0.0 && 1000.0 * innerKm < chosen->radiusMeters)) {
      warn(build, fmt::format("System \"{}\" has a minimum range of {} km, not below the {} km to be drawn; it has no "
                              "ring",
                              system.id, innerKm, chosen->radiusMeters / 1000.0));
    } else {
      shown.radiusMeters = chosen->radiusMeters;
    }
  }
  build.shownSystems.push_back(shown);
  return build.shownSystems.size() - 1;
}

Ring makeRing(const scenario::Feature& site, const ModelBuild::ShownSystem& shown, std::size_t group, Status status,
              const std::string& language) {
  const scenario::System& system = *shown.system;
  Ring ring;
  ring.id = site.id + "/" + system.id;
  ring.siteId = site.id;
  ring.systemId = system.id;
  ring.centre = std::get<geo::LatLon>(site.geometry);
  ring.radiusMeters = shown.radiusMeters;
  ring.profile = geo::ringProfile(ring.centre, ring.radiusMeters);
  const double inner = 1000.0 * system.minimumRangeKm.value_or(0.0);
  if (inner > 0.0) {
    ring.innerRadiusMeters = inner;
    ring.innerProfile = geo::ringProfile(ring.centre, inner);
  }
  // From a direction to the same one is all round.
  if (system.sector && std::remainder(system.sector->toDegrees - system.sector->fromDegrees, 360.0) != 0.0) {
    ring.sector =
        Sector{geo::degreesToRadians(system.sector->fromDegrees), geo::degreesToRadians(system.sector->toDegrees)};
  }
  ring.color = parseColor(system.color);
  ring.status = status;
  ring.fillGroup = static_cast<int>(group);
  ring.label = systemName(system, language) + " " + claimText(*shown.claim);
  ring.accuracyMeters = 1000.0 * site.accuracyKm.value_or(0.0);
  return ring;
}

void addSite(ModelBuild& build, const scenario::Feature& site) {
  const auto* position = std::get_if<geo::LatLon>(&site.geometry);
  if (!position || !scenario::isShown(site, build.date)) return;
  std::vector<const scenario::SystemAssignment*> state = scenario::stateAt(site, build.date);
  // A site that lists systems but has none on this day says nothing on this day.
  if (state.empty() && !site.systems.empty()) return;

  const ModelOptions& options = build.options;
  RenderModel& model = build.model;
  SiteSymbol symbol;
  symbol.id = site.id;
  symbol.position = *position;
  symbol.accuracyMeters = 1000.0 * site.accuracyKm.value_or(0.0);
  NamePair names = chooseNames(site.name, site.names, site.altNames, options.language, options.secondLanguage);
  symbol.name = std::move(names.first);
  symbol.secondName = std::move(names.second);
  int highest = 0;
  for (const scenario::SystemAssignment* assignment : state) {
    const auto found = build.systems.find(assignment->systemId);
    if (found == build.systems.end()) {
      warn(build, "Site \"" + site.id + "\" names the system \"" + assignment->systemId +
                      "\", which is not defined; it is not drawn");
      continue;
    }
    const scenario::System& system = *found->second;
    const Status status = toStatus(assignment->status);
    const bool drawsRing = model.shows(Layer::Rings);
    if (!drawsRing && !model.shows(Layer::Sites)) continue;
    const std::size_t group = noteShown(build, system);
    build.cite(assignment->sources);
    symbol.parts.push_back({parseSymbol(system.symbol), parseColor(system.color), status});
    highest = std::max(highest, statusPriority(status));
    if (drawsRing && build.shownSystems[group].radiusMeters > 0.0) {
      model.rings.push_back(makeRing(site, build.shownSystems[group], group, status, options.language));
    }
  }
  if (!model.shows(Layer::Sites)) return;
  symbol.remark = remarkOf(state, build);
  symbol.priority = 100 * site.labelPriority + highest;
  // A place without systems, such as a fleet's seat, still has a sign.
  if (symbol.parts.empty()) {
    symbol.parts.push_back({SymbolShape::Star, parseColor(site.style.color.value_or("#3a4854")), Status::Deployed});
  }
  build.cite(site.sources);
  model.sites.push_back(std::move(symbol));
}

}  // namespace

std::optional<ChosenClaim> chooseClaim(const scenario::System& system, RangeChoice choice, const scenario::Date& date) {
  const scenario::RangeClaim* standard = system.defaultRange();
  if (!standard) return std::nullopt;
  ChosenClaim chosen{standard, 1000.0 * (choice == RangeChoice::Min ? standard->minKm : standard->maxKm)};
  if (choice == RangeChoice::Default) return chosen;
  bool publishedYet = !standard->date || standard->date->firstDay() <= date.lastDay();
  for (const scenario::RangeClaim& claim : system.ranges) {
    if (claim.date && claim.date->firstDay() > date.lastDay()) continue;
    if (claim.target && standard->target && *claim.target != *standard->target) continue;
    const double radius = 1000.0 * (choice == RangeChoice::Min ? claim.minKm : claim.maxKm);
    const bool beyond = choice == RangeChoice::Min ? radius < chosen.radiusMeters : radius > chosen.radiusMeters;
    if (beyond || !publishedYet) chosen = {&claim, radius};
    publishedYet = true;
  }
  return chosen;
}

void addSites(ModelBuild& build) {
  for (const scenario::Feature& feature : build.document.features) {
    if (feature.kind == scenario::FeatureKind::Site) addSite(build, feature);
  }
}

}  // namespace cordon::scene
