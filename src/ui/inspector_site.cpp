#include "ui/inspector_site.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "scenario/state.h"
#include "scenario/words.h"
#include "scene/model_text.h"
#include "ui/inspector_parts.h"
#include "ui/signs.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

std::string accuracyText(double meters, scene::LengthUnit unit) {
  return "within " + scene::lengthText(meters, unit) + " of the point";
}

void drawAssignment(const Panel& panel, const scenario::SystemAssignment& assignment, bool now) {
  const scenario::Document& document = panel.view.workspace.document();
  const std::optional<std::size_t> index = document.systemIndex(assignment.systemId);
  const std::string name =
      index ? scene::systemName(document.systems[*index], panel.view.preferences.language) : assignment.systemId;
  if (index) {
    signItem(panel, signOf(panel.view, *index, scene::toStatus(assignment.status)));
    ImGui::SameLine(0.0F, 4.0F * panel.unit);
    ImGui::AlignTextToFramePadding();
  }
  {
    const FontScope face(now ? panel.fonts.bold : panel.fonts.regular);
    wrappedText(fmt::format("{}, {}", name, scene::statusWord(scene::toStatus(assignment.status))));
  }
  ImGui::Indent();
  std::string when = spanText(assignment.from, assignment.to);
  if (now) when += when.empty() ? "holds on the date shown" : " · holds on the date shown";
  if (!when.empty()) wrappedSoftText(panel, when);
  if (assignment.due) wrappedSoftText(panel, "due " + scene::shortDate(*assignment.due));
  std::string trust;
  // What was confirmed after the date shown tells of another day.
  const auto& confirmed = assignment.lastConfirmed;
  if (confirmed && confirmed->firstDay() <= panel.view.workspace.date().lastDay()) {
    trust = "last confirmed " + scene::shortDate(*confirmed);
  }
  if (assignment.confidence) {
    trust += fmt::format("{}confidence {}", trust.empty() ? "" : " · ", scenario::toWord(*assignment.confidence));
  }
  if (!trust.empty()) wrappedSoftText(panel, trust);
  if (!assignment.remarks.empty()) {
    const FontScope small(panel.fonts.small);
    wrappedText(assignment.remarks);
  }
  sourceList(panel, assignment.sources);
  ImGui::Unindent();
}

/// The claim that a ring draws: the one chosen, else the first that has its radius; null where none has.
const scenario::RangeClaim* claimOf(const scenario::System& system, const scene::ClaimChoice& choice,
                                    double radiusMeters) {
  const auto fits = [&](const scenario::RangeClaim& claim) {
    return std::abs(claim.maxKm * 1000.0 - radiusMeters) < 0.5 || std::abs(claim.minKm * 1000.0 - radiusMeters) < 0.5;
  };
  if (choice.kind == scene::RangeChoice::Claim && choice.claim < system.ranges.size()) {
    return &system.ranges[choice.claim];
  }
  const scenario::RangeClaim* usual = system.defaultRange();
  if (usual && fits(*usual)) return usual;
  const auto found = std::find_if(system.ranges.begin(), system.ranges.end(), fits);
  return found == system.ranges.end() ? nullptr : &*found;
}

void drawClaimFacts(const Panel& panel, const scenario::System& system, const scene::Ring& ring) {
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  const scene::SystemLook look = scene::lookOf(panel.view.workspace.shown(), system.id);
  const scenario::RangeClaim* claim = claimOf(system, look.claim, ring.radiusMeters);
  if (!claim) return;
  fact(panel, "Published", rangeText(*claim, unit));
  fact(panel, "Bound", boundMeaning(claim->bound));
  fact(panel, "Meaning", claim->meaning);
  if (claim->target)
    fact(panel, "Against",
         fmt::format("targets {}", *claim->target == scenario::Target::Air   ? "in the air"
                                   : *claim->target == scenario::Target::Sea ? "at sea"
                                                                             : "on land"));
  if (claim->date) fact(panel, "Dated", scene::shortDate(*claim->date));
  if (!claim->sources.empty()) {
    inspectorSubheading(panel, "Sources of the range");
    sourceList(panel, claim->sources);
  }
}

}  // namespace

void inspectSite(const Panel& panel, const scenario::Feature& site) {
  const edit::Workspace& workspace = panel.view.workspace;
  const scene::NamePair names =
      scene::chooseNames(site.name, site.names, site.altNames, panel.view.preferences.language, {});
  std::string title = names.first.empty() ? site.id : names.first;
  if (!names.second.empty()) title += " " + names.second;
  inspectorHeading(panel, title, site.group.empty() ? "Site" : "Site of " + site.group, site.id);
  nameFacts(panel, site.names, site.altNames);
  if (const auto* position = std::get_if<geo::LatLon>(&site.geometry)) positionFact(panel, *position);
  if (site.accuracyKm) {
    fact(panel, "Accuracy", accuracyText(*site.accuracyKm * 1000.0, panel.view.preferences.lengthUnit));
  }
  fact(panel, "Listed", spanText(site.from, site.to));
  if (!site.remarks.empty()) wrappedText(site.remarks);
  sourceList(panel, site.sources);

  inspectorSubheading(panel, site.systems.empty() ? "No systems are reported here" : "Systems over time");
  const std::vector<const scenario::SystemAssignment*> state = scenario::stateAt(site, workspace.date());
  for (std::size_t i = 0; i < site.systems.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    drawAssignment(panel, site.systems[i], std::find(state.begin(), state.end(), &site.systems[i]) != state.end());
    ImGui::PopID();
  }
}

void inspectRing(const Panel& panel, const scene::Ring& ring) {
  const scenario::Document& document = panel.view.workspace.document();
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  inspectorHeading(panel, ring.label, fmt::format("Ring, {}", scene::statusWord(ring.status)), ring.siteId);

  const scenario::Feature* site = document.findFeature(ring.siteId);
  factLabel(panel, "About");
  if (linkText(site && !site->name.empty() ? site->name : ring.siteId, "site")) {
    panel.run("select " + edit::quoted(ring.siteId));
  }
  tooltipWithKey(panel, "Select the site", "select");
  const scenario::System* system = document.findSystem(ring.systemId);
  if (system) {
    fact(panel, "System", scene::systemName(*system, panel.view.preferences.language));
    fact(panel, "Kind", roleText(system->role));
    if (system->operatorName) fact(panel, "Operator", *system->operatorName);
    std::string others;
    for (const std::string& designation : system->designations) others += (others.empty() ? "" : "; ") + designation;
    fact(panel, "Also called", others);
  }
  fact(panel, "Radius drawn", scene::lengthText(ring.radiusMeters, unit));
  if (ring.innerRadiusMeters > 0.0) fact(panel, "Not nearer than", scene::lengthText(ring.innerRadiusMeters, unit));
  if (ring.sector) {
    fact(panel, "Sector",
         fmt::format("{} to {}", scene::azimuthText(ring.sector->fromAzimuthRadians),
                     scene::azimuthText(ring.sector->toAzimuthRadians)));
  }
  positionFact(panel, ring.centre);
  if (ring.accuracyMeters > 0.0) fact(panel, "Accuracy", accuracyText(ring.accuracyMeters, unit));
  if (system) drawClaimFacts(panel, *system, ring);
  if (system && !system->remarks.empty()) {
    inspectorSubheading(panel, "About the system");
    wrappedText(system->remarks);
  }
  inspectorSubheading(panel, "What the ring does not mean");
  wrappedText(
      "It is a published reach about a reported position. It is not what radar sees, nor what its owner controls, nor "
      "a promise that a missile gets there: targeting, terrain and flight profile all take away from it.");
}

}  // namespace cordon::ui
