#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "scenario/state.h"
#include "scene/build_model_state.h"
#include "scene/model_text.h"

namespace cordon::scene {

namespace {

/// A system's rings are one fill group, the bands of its span another.
constexpr int kGroupsASystem = 2;
/// A band lies alone about its disc, on darker sea than coasts: as dense it would seem to be less than the disc.
constexpr double kBandFillShare = 1.3;
/// More areas that are tinted one by one are slow to draw and hard to tell apart.
constexpr std::size_t kMostPartedFills = 120;

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

/// The smallest or greatest claim of those that were published by the date and count against the standard's target;
/// the standard where none was.
ChosenClaim extremeClaim(const scenario::System& system, const scenario::RangeClaim& standard, bool smallest,
                         const scenario::Date& date) {
  const auto radiusMeters = [&](const scenario::RangeClaim& claim) {
    return 1000.0 * (smallest ? claim.minKm : claim.maxKm);
  };
  ChosenClaim chosen{&standard, radiusMeters(standard)};
  bool publishedYet = !standard.date || standard.date->firstDay() <= date.lastDay();
  for (const scenario::RangeClaim& claim : system.ranges) {
    if (claim.date && claim.date->firstDay() > date.lastDay()) continue;
    if (claim.target && standard.target && *claim.target != *standard.target) continue;
    const double radius = radiusMeters(claim);
    const bool beyond = smallest ? radius < chosen.radiusMeters : radius > chosen.radiusMeters;
    if (beyond || !publishedYet) chosen = {&claim, radius};
    publishedYet = true;
  }
  return chosen;
}

/// The lettering of a system's rings: all of them reach as far.
void nameRings(ModelBuild::ShownSystem& shown, LengthUnit unit) {
  if (!shown.claim) return;
  // With a band around it the ring stands for the smallest value alone, even where the claim is itself a span.
  const bool isSmallest = shown.farthestMeters > shown.radiusMeters && shown.claim->bound == scenario::Bound::Span;
  shown.ringLabel = shown.name + " ";
  shown.ringLabel += isSmallest ? claimedText(shown.radiusMeters / 1000.0, unit) : claimText(*shown.claim, unit);
  if (!shown.farthest) return;
  shown.bandLabel = shown.name + " ";
  shown.bandLabel += spanText(shown.radiusMeters / 1000.0, shown.farthestMeters / 1000.0, unit);
}

/// Notes that a system is shown, once; returns its index.
std::size_t noteShown(ModelBuild& build, const scenario::System& system) {
  const auto isSame = [&](const ModelBuild::ShownSystem& shown) { return shown.system == &system; };
  const auto known = std::find_if(build.shownSystems.begin(), build.shownSystems.end(), isSame);
  if (known != build.shownSystems.end()) return static_cast<std::size_t>(known - build.shownSystems.begin());
  ModelBuild::ShownSystem shown;
  shown.system = &system;
  shown.look = build.lookOf(system.id);
  shown.color = build.colorOf(system);
  shown.symbol = parseSymbol(system.symbol);
  shown.name = systemName(system, build.options.language);
  std::vector<ChosenClaim> chosen = chooseClaims(system, shown.look.claim, build.date);
  const double innerKm = system.minimumRangeKm.value_or(0.0);
  // Of a span of which the minimum range leaves only the band, the band is the ring.
  if (chosen.size() > 1 && 1000.0 * innerKm >= chosen.front().radiusMeters) chosen.erase(chosen.begin());
  if (!chosen.empty()) {
    const double radiusMeters = chosen.front().radiusMeters;
    shown.claim = chosen.front().claim;
    if (!std::isfinite(radiusMeters) || radiusMeters <= 0.0) {
      warn(build, "System \"" + system.id + "\" has a range that is no distance; it has no ring");
    } else if (!(innerKm >= 0.0 && 1000.0 * innerKm < radiusMeters)) {
      warn(build, fmt::format("System \"{}\" has a minimum range of {} km, not below the {} km to be drawn; it has no "
                              "ring",
                              system.id, innerKm, radiusMeters / 1000.0));
    } else {
      shown.radiusMeters = radiusMeters;
      if (chosen.size() > 1 && std::isfinite(chosen.back().radiusMeters)) {
        shown.farthest = chosen.back().claim;
        shown.farthestMeters = chosen.back().radiusMeters;
      }
    }
  }
  nameRings(shown, build.options.lengthUnit);
  build.shownSystems.push_back(std::move(shown));
  return build.shownSystems.size() - 1;
}

Ring makeRing(ModelBuild& build, const scenario::Feature& site, std::size_t index, Status status) {
  const ModelBuild::ShownSystem& shown = build.shownSystems[index];
  const scenario::System& system = *shown.system;
  Ring ring;
  ring.id = site.id + "/" + system.id;
  ring.siteId = site.id;
  ring.systemId = system.id;
  ring.centre = std::get<geo::LatLon>(site.geometry);
  ring.radiusMeters = shown.radiusMeters;
  ring.profile = build.cache.profile(ring.centre, ring.radiusMeters);
  const double inner = 1000.0 * system.minimumRangeKm.value_or(0.0);
  if (inner > 0.0) {
    ring.innerRadiusMeters = inner;
    ring.innerProfile = build.cache.profile(ring.centre, inner);
  }
  // From a direction to the same one is all round.
  if (system.sector && std::remainder(system.sector->toDegrees - system.sector->fromDegrees, 360.0) != 0.0) {
    ring.sector =
        Sector{geo::degreesToRadians(system.sector->fromDegrees), geo::degreesToRadians(system.sector->toDegrees)};
  }
  ring.color = shown.color;
  ring.status = status;
  ring.fillGroup = kGroupsASystem * static_cast<int>(index);
  ring.label = shown.ringLabel;
  ring.accuracyMeters = 1000.0 * site.accuracyKm.value_or(0.0);
  ring.isLowerBound = shown.claim->bound == scenario::Bound::AtLeast;
  ring.fillOpacity = shown.look.fillOpacity;
  ring.lineWidthFactor = shown.look.lineWidthFactor;
  return ring;
}

/// The band of a span about the ring of its smaller value.
Ring makeBand(ModelBuild& build, const Ring& ring, const ModelBuild::ShownSystem& shown) {
  Ring band = ring;
  band.id += "/span";
  band.bandOf = ring.id;
  band.radiusMeters = shown.farthestMeters;
  band.profile = build.cache.profile(band.centre, band.radiusMeters);
  band.innerRadiusMeters = ring.radiusMeters;
  band.innerProfile = ring.profile;
  band.fillGroup = ring.fillGroup + 1;
  band.fillOpacity = std::min(kBandFillShare * ring.fillOpacity, 1.0);
  band.label = shown.bandLabel;
  band.isLowerBound = shown.farthest->bound == scenario::Bound::AtLeast;
  return band;
}

/// Gives each ring a fill group of its own where the fill mode asks for that.
void partFills(RenderModel& model) {
  if (model.fillMode == FillMode::Union || model.rings.size() > kMostPartedFills) return;
  int group = 0;
  for (Ring& ring : model.rings) ring.fillGroup = group++;
}

bool isVisible(const ModelOptions& options, const std::string& systemId) {
  const auto look = options.looks.find(systemId);
  return look == options.looks.end() || look->second.visible;
}

void addSite(ModelBuild& build, const scenario::Feature& site) {
  const auto* position = std::get_if<geo::LatLon>(&site.geometry);
  if (!position || !scenario::isShown(site, build.date) || build.options.hiddenSites.contains(site.id)) return;
  std::vector<const scenario::SystemAssignment*> state = scenario::stateAt(site, build.date);
  std::erase_if(state, [&](const auto* assignment) { return !isVisible(build.options, assignment->systemId); });
  // A site that lists systems but has none to show on this day says nothing on this day.
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
    const Status status = toStatus(assignment->status);
    const bool drawsRing = model.shows(Layer::Rings);
    if (!drawsRing && !model.shows(Layer::Sites)) continue;
    const std::size_t index = noteShown(build, *found->second);
    build.cite(assignment->sources);
    const ModelBuild::ShownSystem& shown = build.shownSystems[index];
    symbol.parts.push_back({shown.symbol, shown.color, status});
    highest = std::max(highest, statusPriority(status));
    if (!drawsRing || shown.radiusMeters <= 0.0) continue;
    model.rings.push_back(makeRing(build, site, index, status));
    if (shown.farthest) model.rings.push_back(makeBand(build, model.rings.back(), shown));
  }
  if (!model.shows(Layer::Sites)) return;
  symbol.remark = remarkOf(state, build);
  symbol.priority = 100 * site.labelPriority + highest;
  // A place without systems, such as a fleet's seat, still has a sign.
  if (symbol.parts.empty()) {
    symbol.parts.push_back({SymbolShape::Star,
                            documentColor(options.palette, parseColor(site.style.color.value_or("#3a4854"))),
                            Status::Deployed});
  }
  build.cite(site.sources);
  model.sites.push_back(std::move(symbol));
}

}  // namespace

std::vector<ChosenClaim> chooseClaims(const scenario::System& system, const ClaimChoice& choice,
                                      const scenario::Date& date) {
  const scenario::RangeClaim* standard = system.defaultRange();
  if (!standard) return {};
  switch (choice.kind) {
    case RangeChoice::Min:
      return {extremeClaim(system, *standard, true, date)};
    case RangeChoice::Max:
      return {extremeClaim(system, *standard, false, date)};
    case RangeChoice::Span: {
      const ChosenClaim nearest = extremeClaim(system, *standard, true, date);
      const ChosenClaim farthest = extremeClaim(system, *standard, false, date);
      if (nearest.radiusMeters < farthest.radiusMeters) return {nearest, farthest};
      return {farthest};
    }
    case RangeChoice::Claim:
      if (choice.claim < system.ranges.size()) standard = &system.ranges[choice.claim];
      break;
    case RangeChoice::Default:
      break;
  }
  return {{standard, 1000.0 * standard->maxKm}};
}

void addSites(ModelBuild& build) {
  for (const scenario::Feature& feature : build.document.features) {
    if (feature.kind == scenario::FeatureKind::Site) addSite(build, feature);
  }
  partFills(build.model);
}

}  // namespace cordon::scene
