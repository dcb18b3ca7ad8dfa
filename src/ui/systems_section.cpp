#include "ui/systems_section.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "scenario/words.h"
#include "scene/chosen_claim.h"
#include "scene/model_text.h"
#include "scene/words.h"
#include "ui/edit_system.h"
#include "ui/signs.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

std::string citations(const scenario::Document& document, const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) {
    const scenario::Source* source = document.findSource(id);
    if (!source) continue;
    text += (text.empty() ? "" : "; ") + scene::citation(*source);
  }
  return text;
}

/// A choice of the range to draw: a radio button, and under it in small type where the number comes from.
void drawClaim(const Panel& panel, const std::string& systemId, const std::string& argument, const std::string& title,
               const std::string& detail, bool chosen) {
  ImGui::PushID(argument.c_str());
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const float textIndent = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x;
  if (ImGui::RadioButton(cutToFit(title, room - textIndent).c_str(), chosen)) {
    panel.run(fmt::format("claim {} {}", edit::quoted(systemId), argument));
  }
  tooltipWithKey(panel, "Draw this range", "claim");
  if (!detail.empty()) {
    ImGui::SetCursorScreenPos({corner.x + textIndent, ImGui::GetCursorScreenPos().y - 5.0F * panel.unit});
    ImGui::BeginGroup();
    wrappedSoftText(panel, detail);
    ImGui::EndGroup();
  }
  ImGui::PopID();
}

/// The value that is drawn of a claim, with its bound where it is no span.
std::string endText(const scene::ChosenClaim& chosen, scene::LengthUnit unit) {
  return chosen.claim->bound == scenario::Bound::Span ? scene::claimedText(chosen.radiusMeters / 1000.0, unit)
                                                      : rangeText(*chosen.claim, unit);
}

void drawClaims(const Panel& panel, const scenario::System& system, const scene::ClaimChoice& choice) {
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  const scenario::Document& document = panel.view.workspace.document();
  const scenario::RangeClaim* usual = system.defaultRange();
  if (!usual) {
    wrappedSoftText(panel, "No range of this system is published here, so no ring is drawn.");
    return;
  }
  softText("Range drawn");
  using Kind = scene::RangeChoice;
  drawClaim(panel, system.id, "default", "Default: " + rangeText(*usual, unit), {}, choice.kind == Kind::Default);
  if (system.ranges.size() > 1 || usual->bound == scenario::Bound::Span) {
    // As they are drawn: of the claims that were published by the date and count against the same targets.
    const scenario::Date date = panel.view.workspace.date();
    const scene::ChosenClaim least = scene::chooseClaims(system, {Kind::Min, 0}, date).front();
    const scene::ChosenClaim most = scene::chooseClaims(system, {Kind::Max, 0}, date).front();
    drawClaim(panel, system.id, "min", "Smallest published: " + endText(least, unit), {}, choice.kind == Kind::Min);
    drawClaim(panel, system.id, "max", "Greatest published: " + endText(most, unit), {}, choice.kind == Kind::Max);
    drawClaim(panel, system.id, "span",
              "Band: " + scene::spanText(least.radiusMeters / 1000.0, most.radiusMeters / 1000.0, unit), {},
              choice.kind == Kind::Span);
  }
  for (std::size_t i = 0; i < system.ranges.size(); ++i) {
    const scenario::RangeClaim& claim = system.ranges[i];
    std::string title = rangeText(claim, unit);
    if (claim.target) title += fmt::format(", {} targets", scenario::toWord(*claim.target));
    if (claim.date) title += ", " + scene::shortDate(*claim.date);
    std::string detail = claim.meaning;
    const std::string sources = citations(document, claim.sources);
    if (!sources.empty()) detail += (detail.empty() ? "" : "\n") + sources;
    drawClaim(panel, system.id, std::to_string(i + 1), title, detail, choice.kind == Kind::Claim && choice.claim == i);
  }
}

void drawLook(const Panel& panel, const scenario::System& system, const scene::SystemLook& look) {
  rowLabel(panel, "Fill");
  if (const auto moved = numberSlider("##opacity", look.fillOpacity * 100.0, 0.0, 100.0, "%.0f %%")) {
    panel.run(fmt::format("opacity {} {:.0f}", edit::quoted(system.id), *moved));
  }
  tooltipWithKey(panel, "How strongly the area within the rings is tinted", "opacity");
  rowLabel(panel, "Line");
  if (const auto moved = numberSlider("##line", look.lineWidthFactor, scene::kLeastLineWidthFactor,
                                      scene::kMostLineWidthFactor, "× %.2f")) {
    panel.run(fmt::format("line-width {} {:.2f}", edit::quoted(system.id), *moved));
  }
  tooltipWithKey(panel, "The width of the rings' lines", "line-width");
  drawClaims(panel, system, look.claim);
}

/// One system's row, and what it opens to.
void drawSystem(const Panel& panel, std::size_t index, std::size_t sites, std::size_t withdrawn) {
  const edit::Workspace& workspace = panel.view.workspace;
  const scenario::System& system = workspace.document().systems[index];
  const scene::SystemLook look = scene::lookOf(workspace.shown(), system.id);
  ImGui::PushID(system.id.c_str());
  const float end = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const float tight = 4.0F * panel.unit;
  const float rowTop = ImGui::GetCursorPosY();

  bool visible = look.visible;
  if (ImGui::Checkbox("##visible", &visible)) {
    panel.run(fmt::format("system {} {}", edit::quoted(system.id), visible ? "on" : "off"));
  }
  tooltipWithKey(panel, visible ? "Hide this system" : "Show this system", "system");
  ImGui::SameLine(0.0F, tight);
  signItem(panel, signOf(panel.view, index, scene::Status::Deployed));
  ImGui::SameLine(0.0F, tight);

  const bool isGone = sites == 0 && withdrawn > 0;
  const std::string count = isGone ? fmt::format("{} withdrawn", withdrawn) : fmt::format("{}", sites);
  const float countWidth = std::max(ImGui::CalcTextSize("00").x, ImGui::CalcTextSize(count.c_str()).x);
  const float opener = glyphButtonWidth();
  const bool editing = workspace.isEditing();
  const char* const link = editing ? "edit" : "only";
  const float only = ImGui::CalcTextSize(link).x + 2.0F * tight;
  const float nameEnd = end - opener - tight - countWidth - tight - only;
  const bool rowPointed = ImGui::IsMouseHoveringRect(
      {ImGui::GetWindowPos().x, ImGui::GetCursorScreenPos().y},
      {ImGui::GetWindowPos().x + ImGui::GetWindowWidth(), ImGui::GetCursorScreenPos().y + ImGui::GetFrameHeight()});

  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const ImGuiID openId = ImGui::GetID("open");
  bool open = storage.GetBool(openId, false);
  if (!look.visible) ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetColorU32(ImGuiCol_TextDisabled));
  const std::string name = scene::systemName(system, panel.view.preferences.language);
  ImGui::AlignTextToFramePadding();
  const std::string shownName = cutToFit(name, nameEnd - ImGui::GetCursorPosX());
  ImGui::TextUnformatted(shownName.c_str());
  if (!look.visible) ImGui::PopStyleColor();
  if (ImGui::IsItemClicked()) open = !open;
  tooltipWithKey(panel,
                 fmt::format("{} — {}, {} on this date", name, roleText(system.role), counted(sites, "site", "sites")));

  ImGui::SameLine(nameEnd + tight);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ImGui::GetStyle().FramePadding.y);
  ImGui::PushStyleVar(ImGuiStyleVar_Alpha, rowPointed || ImGui::IsItemFocused() ? 1.0F : 0.55F);
  if (linkText(link, "link")) {
    panel.run(editing ? "edit-system " + edit::quoted(system.id)
                      : fmt::format("system {} only", edit::quoted(system.id)));
  }
  ImGui::PopStyleVar();
  tooltipWithKey(panel, editing ? "Change all that is said of this system" : "Show only this system",
                 editing ? "edit-system" : "system");
  ImGui::SameLine(end - opener - tight - ImGui::CalcTextSize(count.c_str()).x);
  ImGui::SetCursorPosY(rowTop);
  ImGui::AlignTextToFramePadding();
  softText(count);
  tooltipWithKey(
      panel,
      fmt::format("{} it on this date{}", counted(sites, "site shows", "sites show"),
                  withdrawn == 0 ? "" : fmt::format("; withdrawn from {}", counted(withdrawn, "site", "sites"))));
  ImGui::SameLine(end - opener);
  ImGui::SetCursorPosY(rowTop);
  if (glyphButton(panel, "opener", open ? Glyph::Opened : Glyph::Closed,
                  open ? "Close" : "Range, fill and line of this system")) {
    open = !open;
  }
  storage.SetBool(openId, open);
  if (open) {
    ImGui::Indent();
    drawLook(panel, system, look);
    ImGui::Unindent();
    ImGui::Spacing();
  }
  ImGui::PopID();
}

void drawFillMode(const Panel& panel) {
  std::vector<Choice> choices;
  for (const scene::Word<scene::FillMode>& word : scene::kFillWords) {
    choices.push_back({std::string(word.label), labelOf(word.title)});
  }
  const scene::FillMode now = panel.view.workspace.shown().fillMode;
  const auto chosen = static_cast<std::size_t>(&scene::wordOf(scene::kFillWords, now) - scene::kFillWords.data());
  if (const auto clicked = choiceRow(panel, "fill", choices, chosen, "fill")) {
    panel.run(fmt::format("fill {}", scene::kFillWords[*clicked].text));
  }
  bool wrong = panel.view.workspace.shown().wrongCircles;
  if (ImGui::Checkbox("Compare with wrong map", &wrong)) panel.run(wrong ? "wrong-map on" : "wrong-map off");
  tooltipWithKey(panel,
                 "Lays over each ring the circle that a planar buffer in Web Mercator would have drawn, with the "
                 "kilometres of its error",
                 "wrong-map");
}

}  // namespace

void drawSystemsSection(const Panel& panel) {
  const edit::Workspace& workspace = panel.view.workspace;
  const std::vector<scenario::System>& systems = workspace.document().systems;
  const auto hidden = static_cast<std::size_t>(std::count_if(systems.begin(), systems.end(), [&](const auto& system) {
    return !scene::lookOf(workspace.shown(), system.id).visible;
  }));
  const std::string summary = hidden == 0 ? counted(systems.size(), "system", "systems")
                                          : fmt::format("{} of {} shown", systems.size() - hidden, systems.size());
  if (!sectionHeading(panel, "Systems", summary)) return;
  ImGui::PushID("systems");
  if (systems.empty()) {
    wrappedSoftText(panel, "This scenario names no systems.");
  } else {
    drawFillMode(panel);
    ImGui::Spacing();
  }
  const SiteTable& table = panel.state.sites.list.table();
  const auto countOf = [](const std::vector<std::size_t>& counts, std::size_t i) {
    return i < counts.size() ? counts[i] : 0;
  };
  for (std::size_t i = 0; i < systems.size(); ++i) {
    drawSystem(panel, i, countOf(table.sitesOfSystem, i), countOf(table.withdrawnOfSystem, i));
  }
  if (hidden > 0 && quietButton(panel, "Show all systems", "Shows every system again", "systems")) {
    panel.run("systems on");
  }
  if (workspace.isEditing()) drawAddSystem(panel);
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
