#include "ui/tool_results.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "scene/model_text.h"
#include "scene/reach.h"
#include "scene/sketch.h"
#include "ui/inspector_parts.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

/// What to do with a tool now.
std::string_view useOf(edit::Tool tool) {
  switch (tool) {
    case edit::Tool::Select:
      break;
    case edit::Tool::Measure:
      return "Click the points of a path; Enter or a double click ends it.";
    case edit::Tool::Area:
      return "Click the corners of an area; Enter or a double click ends it.";
    case edit::Tool::Bearing:
      return "Click from where, then click to where.";
    case edit::Tool::Ring:
      return "Click the centre of a ring.";
    case edit::Tool::Reach:
      return "Click the point to ask about.";
    case edit::Tool::AddSite:
      return "Click where the site is; what is known of it is filled in here.";
    case edit::Tool::AddNote:
      return "Click where the note belongs.";
    case edit::Tool::DrawLine:
    case edit::Tool::DrawTrack:
      return "Click the vertices; Enter or a double click ends it, Escape throws it away.";
    case edit::Tool::DrawArea:
      return "Click the corners; Enter or a double click ends it, Escape throws it away.";
  }
  return {};
}

void drawPaths(const Panel& panel) {
  const std::vector<scene::MeasuredPath>& paths = panel.view.workspace.shown().sketch.paths;
  if (paths.empty()) return;
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  {
    const FontScope bold(panel.fonts.bold);
    ImGui::TextUnformatted("Measured");
  }
  for (std::size_t i = 0; i < paths.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string total = scene::measureText(paths[i], unit);
    wrappedText(total.empty() ? "one point yet" : (paths[i].closed ? "Area: " : "Path: ") + total);
    const scene::PathMeasure measure = scene::measurePath(paths[i]);
    const FontScope small(panel.fonts.small);
    if (!measure.legs.empty() && ImGui::BeginTable("legs", 4, ImGuiTableFlags_SizingStretchProp)) {
      ImGui::TableSetupColumn("leg", ImGuiTableColumnFlags_WidthFixed);
      for (std::size_t leg = 0; leg < measure.legs.size(); ++leg) {
        ImGui::TableNextColumn();
        softText(std::to_string(leg + 1));
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(scene::lengthText(measure.legs[leg].distanceMeters, unit).c_str());
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(scene::azimuthText(measure.legs[leg].startAzimuthRadians).c_str());
        tooltipWithKey(panel, "Azimuth where the leg begins, clockwise from true north");
        ImGui::TableNextColumn();
        softText(scene::azimuthText(measure.legs[leg].endAzimuthRadians));
        tooltipWithKey(panel, "Azimuth where the leg ends: on the ellipsoid it turns on the way");
      }
      ImGui::EndTable();
    }
    ImGui::PopID();
  }
  if (quietButton(panel, "Clear what was measured", "Takes all measured paths off the map", "measure-clear")) {
    panel.run("measure-clear");
  }
}

void drawRings(const Panel& panel) {
  const edit::Workspace& workspace = panel.view.workspace;
  const std::vector<scene::FreeRing>& rings = workspace.shown().sketch.rings;
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  if (workspace.tool() == edit::Tool::Ring) {
    InterfaceState& state = panel.state;
    if (!state.typesFreeRing) state.freeRingKm = fmt::format("{:.10g}", workspace.freeRingMeters() / 1000.0);
    rowLabel(panel, "Radius (km)");
    ImGui::InputText("##radius", &state.freeRingKm, ImGuiInputTextFlags_CharsDecimal);
    if (ImGui::IsItemDeactivatedAfterEdit() && !state.freeRingKm.empty()) {
      panel.run("ring-radius " + edit::quoted(state.freeRingKm));
    }
    state.typesFreeRing = ImGui::IsItemActive();
    tooltipWithKey(panel, "Radius of the next free ring", "ring-radius");
  }
  if (rings.empty()) return;
  {
    const FontScope bold(panel.fonts.bold);
    ImGui::TextUnformatted("Free rings");
  }
  const float end = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    ImGui::AlignTextToFramePadding();
    const std::string text = fmt::format("{} about {}", scene::lengthText(rings[i].radiusMeters, unit),
                                         positionText(rings[i].centre, panel.view.preferences.coordinateFormat));
    cutText(panel, text, end - 2.0F * glyphButtonWidth() - ImGui::GetCursorPosX() - 4.0F * panel.unit);
    ImGui::SameLine(end - 2.0F * glyphButtonWidth());
    if (glyphButton(panel, "fly", Glyph::FlyTo, "Go there", "go")) {
      panel.run("go " + positionArgument(rings[i].centre));
    }
    ImGui::SameLine(end - glyphButtonWidth());
    if (glyphButton(panel, "remove", Glyph::Remove, "Take this ring off the map", "ring-remove")) {
      panel.run(fmt::format("ring-remove {}", i + 1));
    }
    ImGui::PopID();
  }
  if (rings.size() > 1 && quietButton(panel, "Remove all rings", "Takes all free rings off the map", "ring-remove")) {
    panel.run("ring-remove all");
  }
}

const std::vector<scene::Reach>& answersFor(const Panel& panel, geo::LatLon place) {
  InterfaceState::Reaching& reaching = panel.state.reaching;
  if (reaching.place != place || reaching.modelNumber != panel.view.modelNumber) {
    reaching.answers = scene::whoReaches(panel.view.model, place);
    reaching.place = place;
    reaching.modelNumber = panel.view.modelNumber;
  }
  return reaching.answers;
}

void drawReachRow(const Panel& panel, const scene::Reach& reach) {
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  const scenario::Document& document = panel.view.workspace.document();
  const scenario::Feature* site = document.findFeature(reach.siteId);
  const std::string siteName = site ? scene::featureName(*site, panel.view.preferences.language) : reach.siteId;
  const bool uncertain = reach.accuracyMeters > std::abs(reach.marginMeters);
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::PushID(reach.ringId.c_str());
  if (linkText(cutToFit(siteName, ImGui::GetContentRegionAvail().x), "ring")) {
    panel.run("select " + edit::quoted(reach.ringId));
  }
  tooltipWithKey(panel, fmt::format("{}: {}, {}. Click selects the ring.", siteName, reach.label,
                                    scene::statusWord(reach.status)));
  ImGui::PopID();
  {
    const FontScope small(panel.fonts.small);
    softText(cutToFit(fmt::format("{}, {}", reach.label, scene::statusWord(reach.status)),
                      ImGui::GetContentRegionAvail().x));
  }
  ImGui::TableNextColumn();
  ImGui::TextUnformatted(scene::lengthText(reach.distanceMeters, unit).c_str());
  {
    const FontScope small(panel.fonts.small);
    softText(scene::azimuthText(reach.azimuthRadians));
  }
  tooltipWithKey(panel, "Azimuth from the site to the point");
  ImGui::TableNextColumn();
  ImGui::TextUnformatted(
      fmt::format("{}{}", reach.marginMeters > 0.0 ? "+" : "", scene::lengthText(reach.marginMeters, unit)).c_str());
  const FontScope small(panel.fonts.small);
  if (uncertain) {
    ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Warning));
    ImGui::TextUnformatted("uncertain");
    ImGui::PopStyleColor();
    tooltipWithKey(panel, fmt::format("The site may stand {} off its point: more than the margin",
                                      scene::lengthText(reach.accuracyMeters, unit)));
  } else {
    softText(reach.marginMeters >= 0.0 && !reach.reaches ? "too near or aside" : "");
  }
}

/// A table of answers from `first` on.
void drawReachTable(const Panel& panel, const char* id, const std::vector<scene::Reach>& answers, std::size_t first,
                    std::size_t count) {
  if (count == 0) return;
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_BordersInnerH;
  if (!ImGui::BeginTable(id, 3, kFlags)) return;
  ImGui::TableSetupColumn("site", ImGuiTableColumnFlags_WidthStretch, 1.5F);
  ImGui::TableSetupColumn("distance", ImGuiTableColumnFlags_WidthStretch, 0.9F);
  ImGui::TableSetupColumn("margin", ImGuiTableColumnFlags_WidthStretch, 1.0F);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(count));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      drawReachRow(panel, answers[first + static_cast<std::size_t>(i)]);
    }
  }
  ImGui::EndTable();
}

void drawReach(const Panel& panel, geo::LatLon place) {
  const std::vector<scene::Reach>& answers = answersFor(panel, place);
  const auto reaching = static_cast<std::size_t>(
      std::count_if(answers.begin(), answers.end(), [](const scene::Reach& reach) { return reach.reaches; }));
  {
    const FontScope bold(panel.fonts.bold);
    wrappedText("Who reaches this point");
  }
  positionFact(panel, place);
  if (!panel.view.model.shows(scene::Layer::Rings)) {
    wrappedSoftText(panel, "The layer of rings is hidden, so there is none to ask.");
  } else if (answers.empty()) {
    wrappedSoftText(panel, "The map shows no rings on this date.");
  }
  if (answers.empty()) return;
  softText(reaching == 0 ? "No ring reaches it" : counted(reaching, "ring reaches it", "rings reach it"));
  drawReachTable(panel, "reach", answers, 0, reaching);
  if (reaching < answers.size()) {
    softText(counted(answers.size() - reaching, "does not", "do not"));
    drawReachTable(panel, "miss", answers, reaching, answers.size() - reaching);
  }
}

/// The place that is asked about; nothing while it is a bearing's first end.
std::optional<geo::LatLon> placeAskedAbout(const Panel& panel) {
  if (panel.view.workspace.tool() == edit::Tool::Bearing) return std::nullopt;
  return panel.view.workspace.askedPlace();
}

}  // namespace

bool hasToolResults(const Panel& panel) {
  const scene::Sketch& sketch = panel.view.workspace.shown().sketch;
  return !sketch.paths.empty() || !sketch.rings.empty() || placeAskedAbout(panel);
}

void drawToolResults(const Panel& panel) {
  ImGui::PushID("tool results");
  const edit::Tool tool = panel.view.workspace.tool();
  const std::string_view use = useOf(tool);
  if (!use.empty()) wrappedSoftText(panel, use);
  // What the tool in hand has found out stands first.
  if (tool == edit::Tool::Ring) drawRings(panel);
  if (const auto place = placeAskedAbout(panel)) drawReach(panel, *place);
  drawPaths(panel);
  if (tool != edit::Tool::Ring) drawRings(panel);
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
