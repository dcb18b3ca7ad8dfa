#include "ui/tool_results.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "edit/command_words.h"
#include "scenario/words.h"
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

/// Headings of a table's columns in small type, each with what it means.
struct Column {
  const char* title;
  const char* tip;
};
void tableHead(const Panel& panel, std::span<const Column> columns) {
  const FontScope small(panel.fonts.small);
  ImGui::TableNextRow();
  for (const Column& column : columns) {
    ImGui::TableNextColumn();
    softText(column.title);
    if (*column.tip != '\0') tooltipWithKey(panel, column.tip);
  }
}

std::string titleOf(const scene::MeasuredPath& path) {
  return path.closed ? "Area" : path.isBearing ? "Bearing" : "Distance";
}

void drawLegs(const Panel& panel, const scene::PathMeasure& measure, bool isBearing) {
  constexpr std::array<Column, 4> kColumns{
      {{"Leg", "From point 1 to point 2, and so on"},
       {"Length", "Along the geodesic, on WGS84"},
       {"Azimuth, start", "Where the leg begins, clockwise from true north"},
       {"end", "The azimuth where the leg ends, in the same direction: on the ellipsoid it turns on the way"}}};
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  const FontScope small(panel.fonts.small);
  if (!ImGui::BeginTable("legs", 4, ImGuiTableFlags_SizingStretchProp)) return;
  ImGui::TableSetupColumn("leg", ImGuiTableColumnFlags_WidthFixed);
  tableHead(panel, kColumns);
  const std::size_t count = measure.legs.size();
  for (std::size_t leg = 0; leg < count; ++leg) {
    ImGui::TableNextColumn();
    // The last side of an area comes back to its first corner.
    const bool isClosing = measure.areaSquareMeters > 0.0 && leg + 1 == count;
    softText(isBearing ? std::string("there") : fmt::format("{}–{}", leg + 1, isClosing ? 1 : leg + 2));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(scene::lengthText(measure.legs[leg].distanceMeters, unit).c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(scene::azimuthText(measure.legs[leg].startAzimuthRadians).c_str());
    ImGui::TableNextColumn();
    softText(scene::azimuthText(measure.legs[leg].endAzimuthRadians));
  }
  if (isBearing) {
    const scene::Leg& leg = measure.legs.front();
    ImGui::TableNextColumn();
    softText("back");
    ImGui::TableNextColumn();
    softText(scene::lengthText(leg.distanceMeters, unit));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(scene::azimuthText(leg.endAzimuthRadians + std::numbers::pi).c_str());
    ImGui::TableNextColumn();
    softText(scene::azimuthText(leg.startAzimuthRadians + std::numbers::pi));
  }
  ImGui::EndTable();
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
    const scene::PathMeasure measure = scene::measurePath(paths[i]);
    const std::string title = titleOf(paths[i]);
    if (measure.legs.empty()) {
      wrappedText(title + ": one point yet");
    } else if (measure.areaSquareMeters > 0.0) {
      wrappedText(title + " " + scene::areaText(measure.areaSquareMeters, unit));
      wrappedText("Perimeter " + scene::lengthText(measure.lengthMeters, unit));
    } else {
      wrappedText(title + " " + scene::measureText(paths[i], unit));
    }
    if (!measure.legs.empty()) drawLegs(panel, measure, paths[i].isBearing);
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
    if (!state.typesFreeRing && state.freeRingProblem.empty()) {
      state.freeRingKm = fmt::format("{:.10g}", workspace.freeRingMeters() / 1000.0);
    }
    rowLabel(panel, "Radius (km)");
    ImGui::InputText("##radius", &state.freeRingKm);
    if (ImGui::IsItemEdited()) state.freeRingProblem.clear();
    if (ImGui::IsItemDeactivatedAfterEdit() && !state.freeRingKm.empty()) {
      const Result<double> radius = edit::readRingRadiusMeters(state.freeRingKm);
      if (radius) panel.run("ring-radius " + edit::quoted(state.freeRingKm));
      if (!radius) state.freeRingProblem = radius.diagnostics().front().message;
    }
    state.typesFreeRing = ImGui::IsItemActive();
    tooltipWithKey(panel, "Radius of the next free ring", "ring-radius");
    if (!state.freeRingProblem.empty()) {
      ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Error));
      wrappedText(state.freeRingProblem);
      ImGui::PopStyleColor();
    }
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

bool isUncertain(const scene::Reach& reach) {
  return reach.accuracyMeters > std::abs(reach.marginMeters);
}

/// What is to be said of a margin besides its length.
void drawMarginRemark(const Panel& panel, const scene::Reach& reach) {
  const FontScope small(panel.fonts.small);
  if (isUncertain(reach)) {
    ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Warning));
    ImGui::TextUnformatted("uncertain");
    ImGui::PopStyleColor();
    tooltipWithKey(panel,
                   fmt::format("The site is known only to within {}, which is more than the margin: its true place may "
                               "put the point on the other side of the rim",
                               scene::lengthText(reach.accuracyMeters, panel.view.preferences.lengthUnit)));
  } else if (reach.marginMeters >= 0.0 && !reach.reaches) {
    softText(reach.isTooNear ? "too near" : "aside");
    tooltipWithKey(panel, reach.isTooNear ? "Nearer than the minimum range" : "Outside of the sector it covers");
  } else {
    ImGui::NewLine();
  }
}

void drawReachRow(const Panel& panel, const scene::Reach& reach) {
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  const scenario::Document& document = panel.view.workspace.document();
  const scenario::Feature* site = document.findFeature(reach.siteId);
  const std::string siteName = site ? scene::featureName(*site, panel.view.preferences.language) : reach.siteId;
  const std::string status(scene::statusWord(reach.status));
  const auto rough = [&](double meters) {
    return scene::lengthText(scene::roughMeters(meters, unit, reach.accuracyMeters), unit);
  };
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::PushID(reach.ringId.c_str());
  if (linkText(cutToFit(siteName, ImGui::GetContentRegionAvail().x), "ring")) {
    panel.run("select " + edit::quoted(reach.ringId));
  }
  tooltipWithKey(panel, fmt::format("{}: {}, {}. Click selects the ring.", siteName, reach.label, status));
  ImGui::PopID();
  {
    const FontScope small(panel.fonts.small);
    softText(cutToFit(reach.label, ImGui::GetContentRegionAvail().x));
  }
  ImGui::TableNextColumn();
  ImGui::TextUnformatted(rough(reach.distanceMeters).c_str());
  tooltipWithKey(panel, "From the site to the point, at azimuth " + scene::azimuthText(reach.azimuthRadians));
  {
    const FontScope small(panel.fonts.small);
    softText(status);
  }
  ImGui::TableNextColumn();
  const std::string margin = rough(std::abs(reach.marginMeters));
  ImGui::TextUnformatted(fmt::format("{}{}", reach.marginMeters >= 0.0 ? "+" : "−", margin).c_str());
  tooltipWithKey(panel, reach.marginMeters >= 0.0 ? "So far inside the rim" : "So far outside the rim");
  drawMarginRemark(panel, reach);
}

/// A table of answers from `first` on.
void drawReachTable(const Panel& panel, const char* id, const std::vector<scene::Reach>& answers, std::size_t first,
                    std::size_t count) {
  constexpr std::array<Column, 3> kColumns{{{"Site, range", "Where the ring's centre is, and what it draws"},
                                            {"Distance", "From the site to the point; below it the status"},
                                            {"Margin", "How far inside (+) or outside (−) of the rim"}}};
  if (count == 0) return;
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_BordersInnerH;
  if (!ImGui::BeginTable(id, 3, kFlags)) return;
  // Status and remark are never cut.
  float statusWidth = 0.0F;
  float marginWidth = ImGui::CalcTextSize("−88 888 km").x;
  {
    const FontScope small(panel.fonts.small);
    for (const auto& word : scenario::words<scenario::Status>()) {
      const std::string text(scene::statusWord(scene::toStatus(word.value)));
      statusWidth = std::max(statusWidth, ImGui::CalcTextSize(text.c_str()).x);
    }
    marginWidth = std::max(marginWidth, ImGui::CalcTextSize("uncertain").x);
  }
  ImGui::TableSetupColumn("site", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("distance", ImGuiTableColumnFlags_WidthFixed, std::ceil(statusWidth));
  ImGui::TableSetupColumn("margin", ImGuiTableColumnFlags_WidthFixed, std::ceil(marginWidth));
  tableHead(panel, kColumns);
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
  softText(reaching == 0 ? "No ring as drawn reaches it" : counted(reaching, "ring reaches it", "rings reach it"));
  const auto missing = answers.begin() + static_cast<std::ptrdiff_t>(reaching);
  const auto open = static_cast<std::size_t>(
      std::count_if(missing, answers.end(), [](const scene::Reach& reach) { return reach.isLowerBound; }));
  if (open > 0) {
    wrappedSoftText(panel, fmt::format("{} of the {} that do not are drawn to lower bounds (≥): the true range may be "
                                       "greater.",
                                       open == answers.size() - reaching ? "All" : std::to_string(open),
                                       counted(answers.size() - reaching, "ring", "rings")));
  }
  drawReachTable(panel, "reach", answers, 0, reaching);
  if (reaching < answers.size()) {
    softText(counted(answers.size() - reaching, "ring does not", "rings do not"));
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
