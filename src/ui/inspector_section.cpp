#include "ui/inspector_section.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "scenario/words.h"
#include "scene/model_text.h"
#include "scene/sketch.h"
#include "ui/edit_feature.h"
#include "ui/edit_scenario.h"
#include "ui/inspector_parts.h"
#include "ui/inspector_site.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

constexpr std::size_t kMostProblems = 50;

std::string momentText(const scenario::Moment& moment) {
  std::string day = scene::shortDate(moment.date);
  if (!moment.secondOfDayUtc) return day;
  const int minutes = *moment.secondOfDayUtc / 60;
  return fmt::format("{} {:02}:{:02} UTC", day, minutes / 60, minutes % 60);
}

std::string timesText(const scenario::Feature& feature) {
  if (feature.times.empty()) return {};
  return momentText(feature.times.front()) + " – " + momentText(feature.times.back());
}

void inspectShape(const Panel& panel, const scenario::Feature& feature) {
  const scene::NamePair names =
      scene::chooseNames(feature.name, feature.names, feature.altNames, panel.view.preferences.language, {});
  const std::string kind = labelOf(scenario::toWord(feature.kind));
  inspectorHeading(panel, names.first.empty() ? kind : names.first,
                   feature.group.empty() ? kind : kind + " of " + feature.group, feature.id);
  if (feature.date) fact(panel, "Date", scene::longDate(*feature.date));
  fact(panel, "Shown", spanText(feature.from, feature.to));
  fact(panel, "Times", timesText(feature));
  nameFacts(panel, feature.names, feature.altNames);
  if (const auto* position = std::get_if<geo::LatLon>(&feature.geometry)) positionFact(panel, *position);
  if (const auto* paths = std::get_if<std::vector<scenario::Path>>(&feature.geometry)) {
    double meters = 0.0;
    for (const scenario::Path& path : *paths) meters += scene::measurePath({path, false}).lengthMeters;
    fact(panel, "Length", scene::lengthText(meters, panel.view.preferences.lengthUnit));
  }
  if (!feature.text.empty()) wrappedText(feature.text);
  if (!feature.remarks.empty()) wrappedText(feature.remarks);
  if (!feature.sources.empty()) {
    inspectorSubheading(panel, "Sources");
    sourceList(panel, feature.sources);
  }
}

/// A line or an area of the map's own data; false where there is none of this id.
bool inspectMapShape(const Panel& panel, const std::string& id) {
  const mapdata::Gazetteer& gazetteer = panel.view.workspace.gazetteer();
  const std::string_view whole = scenario::withoutPart(id);
  for (const auto* shapes : {&gazetteer.straits, &gazetteer.seaLimits, &gazetteer.disputed}) {
    const auto found = std::find_if(shapes->begin(), shapes->end(), [&](const mapdata::GazetteerShape& shape) {
      return shape.id == id || shape.id == whole;
    });
    if (found == shapes->end()) continue;
    const std::string& name = mapdata::nameIn(found->names, panel.view.preferences.language);
    inspectorHeading(panel, name.empty() ? found->id : name, labelOf(found->kind), id);
    nameFacts(panel, mapdata::byLanguage(found->names), {});
    if (found->widthKm > 0.0) {
      fact(panel, "Width", scene::lengthText(found->widthKm * 1000.0, panel.view.preferences.lengthUnit));
    }
    wrappedSoftText(panel, "Of the map's own data, not of the scenario. It takes no side in disputes.");
    return true;
  }
  return false;
}

/// A place of the map, by its name in whichever language it is labelled.
bool inspectPlace(const Panel& panel, const std::string& id) {
  const std::vector<mapdata::GazetteerPlace>& places = panel.view.workspace.gazetteer().places;
  const auto found =
      std::find_if(places.begin(), places.end(), [&](const auto& place) { return mapdata::isNamed(place, id); });
  if (found == places.end()) return false;
  inspectorHeading(panel, id, labelOf(found->kind), id);
  nameFacts(panel, mapdata::byLanguage(found->names), mapdata::byLanguage(found->otherNames));
  positionFact(panel, found->position);
  if (found->heightMeters > 0.0) fact(panel, "Height", fmt::format("{:.0f} m", found->heightMeters));
  return true;
}

void inspectScenario(const Panel& panel) {
  const edit::Workspace& workspace = panel.view.workspace;
  const scenario::Document& document = workspace.document();
  inspectorHeading(panel, document.title.empty() ? workspace.name() : document.title, document.subtitle, {});
  if (!document.summary.empty()) wrappedText(document.summary);
  if (!document.disclaimer.empty()) wrappedSoftText(panel, document.disclaimer);
  fact(panel, "Author", document.author);
  fact(panel, "Handling", document.handling);
  fact(panel, "Span", spanText(document.from, document.to));
  fact(panel, "Holds",
       fmt::format("{}, {}", counted(document.features.size(), "feature", "features"),
                   counted(document.sources.size(), "source", "sources")));
  const Diagnostics& problems = workspace.problems();
  if (!problems.empty()) {
    inspectorSubheading(panel, "The file has " + counted(problems.size(), "problem", "problems"));
    for (std::size_t i = 0; i < std::min(problems.size(), kMostProblems); ++i) {
      const FontScope small(panel.fonts.small);
      ImGui::PushStyleColor(ImGuiCol_Text, severityColor(problems[i].severity));
      wrappedText(problems[i].message);
      ImGui::PopStyleColor();
      if (!problems[i].pointer.empty()) wrappedSoftText(panel, "at " + problems[i].pointer);
      if (!problems[i].mend.empty()) wrappedSoftText(panel, problems[i].mend);
    }
    if (problems.size() > kMostProblems) {
      wrappedSoftText(panel, fmt::format("and {} more", problems.size() - kMostProblems));
    }
  }
  wrappedSoftText(panel, "Click a site, a ring, a line, an area or a place to read what is known of it.");
}

void inspect(const Panel& panel, const scene::Item& item) {
  const scenario::Document& document = panel.view.workspace.document();
  switch (item.kind) {
    case scene::ItemKind::Site:
      if (const scenario::Feature* site = document.findFeature(item.id)) {
        return site->kind == scenario::FeatureKind::Site ? inspectSite(panel, *site) : inspectShape(panel, *site);
      }
      break;
    case scene::ItemKind::Ring: {
      const std::vector<scene::Ring>& rings = panel.view.model.rings;
      const auto ring =
          std::find_if(rings.begin(), rings.end(), [&](const scene::Ring& one) { return one.id == item.id; });
      if (ring != rings.end()) return inspectRing(panel, *ring);
      return wrappedSoftText(panel, fmt::format("The ring {} is not drawn on this date.", item.id));
    }
    case scene::ItemKind::Line:
    case scene::ItemKind::Area:
      if (const scenario::Feature* feature = document.findWhole(item.id)) return inspectShape(panel, *feature);
      if (inspectMapShape(panel, item.id)) return;
      break;
    case scene::ItemKind::Place:
      if (inspectPlace(panel, item.id)) return;
      break;
  }
  wrappedSoftText(panel, fmt::format("Nothing is known of {}.", item.id));
}

/// Which of the selected things is read; where there are several, buttons step to the others.
scene::Item stepThroughSelection(const Panel& panel) {
  const std::vector<scene::Item>& selection = panel.view.workspace.selection();
  InterfaceState::Stepping& stepping = panel.state.stepping;
  if (stepping.of != selection) stepping = {selection, selection.size() - 1};
  const std::size_t count = selection.size();
  if (count > 1) {
    if (glyphButton(panel, "before", Glyph::Previous, "Read the one selected before")) {
      stepping.at = (stepping.at + count - 1) % count;
    }
    ImGui::SameLine(0.0F, 0.0F);
    ImGui::AlignTextToFramePadding();
    softText(fmt::format("{} of {} selected", stepping.at + 1, count));
    ImGui::SameLine(0.0F, 0.0F);
    if (glyphButton(panel, "after", Glyph::Next, "Read the one selected after")) {
      stepping.at = (stepping.at + 1) % count;
    }
  }
  return selection[stepping.at];
}

/// The feature that is edited where a thing is selected: of a ring its site. Null for the map's own things.
const scenario::Feature* editedFeature(const scenario::Document& document, const scene::Item& item) {
  if (item.kind == scene::ItemKind::Place) return nullptr;
  const bool isRing = item.kind == scene::ItemKind::Ring;
  return document.findWhole(isRing ? item.id.substr(0, item.id.find('/')) : item.id);
}

}  // namespace

void drawInspector(const Panel& panel) {
  InterfaceState& state = panel.state;
  const scene::Item latest = stepThroughSelection(panel);
  // Another thing is read from its beginning.
  if (state.inspected != latest) ImGui::SetScrollY(0.0F);
  state.inspected = latest;
  const edit::Workspace& workspace = panel.view.workspace;
  const scenario::Feature* edited = workspace.isEditing() ? editedFeature(workspace.document(), latest) : nullptr;
  if (edited) {
    editFeature(panel, *edited);
  } else {
    inspect(panel, latest);
  }
  ImGui::Spacing();
}

void drawScenarioSection(const Panel& panel) {
  if (!sectionHeading(panel, "Scenario", panel.view.workspace.name())) return;
  ImGui::PushID("scenario");
  if (panel.view.workspace.isEditing()) {
    editScenario(panel);
  } else {
    inspectScenario(panel);
  }
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
