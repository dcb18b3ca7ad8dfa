#include "ui/sites_section.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "scenario/words.h"
#include "scene/model_text.h"
#include "ui/signs.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

/// A longer list would push what follows it out of reach.
constexpr std::size_t kRowsAtFirst = 30;

void drawStatusFilter(const Panel& panel, float width) {
  InterfaceState::Sites& state = panel.state.sites;
  const auto& statuses = scenario::words<scenario::Status>();
  const auto titleOf = [&](std::size_t i) { return std::string(statusTitle(statuses[i].value)); };
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo(
      "##status", state.status ? titleOf(static_cast<std::size_t>(*state.status)).c_str() : "Any status");
  if (!open) tooltipWithKey(panel, "List only sites with a system of this status");
  if (!open) return;
  if (listEntry("Any status", !state.status)) state.status.reset();
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    if (listEntry(titleOf(i), state.status == static_cast<int>(i))) state.status = static_cast<int>(i);
  }
  ImGui::EndCombo();
}

void drawSystemFilter(const Panel& panel) {
  InterfaceState::Sites& state = panel.state.sites;
  const scenario::Document& document = panel.view.workspace.document();
  const std::string& language = panel.view.preferences.language;
  const scenario::System* chosen = document.findSystem(state.systemId);
  ImGui::SetNextItemWidth(-FLT_MIN);
  const bool open = ImGui::BeginCombo("##system", chosen ? scene::systemName(*chosen, language).c_str() : "Any system");
  if (!open) tooltipWithKey(panel, "List only sites of this system");
  if (!open) return;
  if (listEntry("Any system", chosen == nullptr)) state.systemId.clear();
  for (const scenario::System& system : document.systems) {
    ImGui::PushID(system.id.c_str());
    if (listEntry(scene::systemName(system, language), &system == chosen)) state.systemId = system.id;
    ImGui::PopID();
  }
  ImGui::EndCombo();
}

void drawFilters(const Panel& panel) {
  InterfaceState::Sites& state = panel.state.sites;
  ImGui::SetNextItemWidth(-FLT_MIN);
  ImGui::InputTextWithHint("##search", "Find a site", &state.text);
  tooltipWithKey(panel, "Any of its names, in any language");
  const float width = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2.0F;
  drawStatusFilter(panel, width);
  ImGui::SameLine();
  drawSystemFilter(panel);
  ImGui::Checkbox("On this date", &state.onlyOnThisDate);
  tooltipWithKey(panel, "List only sites with a system on the date shown, and filter by its status then");
}

/// "Bal deployed · S-300V4 withdrawn", or the date's lack of anything.
std::string stateText(const SiteTable& table, const SiteTable::Row& row, const std::string& language) {
  std::string text;
  for (const SiteTable::State& state : row.states) {
    const scenario::System& system = table.document->systems[state.system];
    text += fmt::format("{}{} {}", text.empty() ? "" : " · ", scene::systemName(system, language),
                        scene::statusWord(scene::toStatus(state.status)));
  }
  return text.empty() ? "nothing on this date" : text;
}

/// The row's signs, from its right end; returns how much room they took.
float drawSigns(const Panel& panel, const SiteTable::Row& row, float right, float middle) {
  const float radius = ImGui::GetFontSize() * 0.33F;
  const float step = radius * 2.7F;
  float x = right - step / 2.0F;
  for (std::size_t i = row.states.size(); i-- > 0;) {
    const SiteTable::State& state = row.states[i];
    drawSign(*ImGui::GetWindowDrawList(), signOf(panel.view, state.system, scene::toStatus(state.status)), {x, middle},
             radius, panel.view.workspace.shown().palette);
    x -= step;
  }
  return step * static_cast<float>(row.states.size());
}

void drawRow(const Panel& panel, const SiteTable::Row& row, float height) {
  const edit::Workspace& workspace = panel.view.workspace;
  const SiteTable& table = panel.state.sites.list.table();
  const scenario::Feature& site = table.document->features[row.feature];
  const float unit = panel.unit;
  const scene::Item item{scene::ItemKind::Site, site.id};
  const bool hidden = workspace.shown().hiddenSites.count(site.id) > 0;
  ImGui::PushID(static_cast<int>(row.feature));

  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool selected = workspace.isSelected(item);
  if (ImGui::Selectable("##row", selected,
                        ImGuiSelectableFlags_AllowDoubleClick | ImGuiSelectableFlags_AllowItemOverlap,
                        {0.0F, height - ImGui::GetStyle().ItemSpacing.y})) {
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
      panel.run("fly-to " + edit::quoted(site.id));
    } else {
      panel.run(fmt::format("select {}{}", edit::quoted(site.id), io.KeyShift || io.KeyCtrl ? " add" : ""));
      panel.state.sites.seenSelection = site.id;
    }
  }
  const bool pointed = ImGui::IsItemHovered();
  const std::string state = stateText(table, row, panel.view.preferences.language);
  std::string tip = row.name + "\n" + state;
  if (!site.remarks.empty()) tip += "\n" + site.remarks;
  tooltipWithKey(panel, tip + "\nClick selects, Shift adds, double click flies there");

  const float middle = corner.y + (height - ImGui::GetStyle().ItemSpacing.y) / 2.0F;
  const float box = ImGui::GetFrameHeight();
  ImGui::SetCursorScreenPos({corner.x + 2.0F * unit, middle - box / 2.0F});
  bool visible = !hidden;
  if (ImGui::Checkbox("##visible", &visible)) {
    panel.run(fmt::format("site {} {}", edit::quoted(site.id), visible ? "on" : "off"));
  }
  tooltipWithKey(panel, visible ? "Hide this site" : "Show this site", "site");

  float right = corner.x + width - 4.0F * unit;
  if (pointed || ImGui::IsItemHovered()) {
    ImGui::SetCursorScreenPos({right - box, middle - box / 2.0F});
    if (glyphButton(panel, "fly", Glyph::FlyTo, "Fly there", "fly-to")) panel.run("fly-to " + edit::quoted(site.id));
    right -= box + 2.0F * unit;
  }
  right -= drawSigns(panel, row, right, middle);

  const float textX = corner.x + box + 10.0F * unit;
  const float room = std::max(right - 4.0F * unit - textX, 1.0F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float lineHeight = ImGui::GetTextLineHeight();
  const ImGuiCol ink = hidden || row.states.empty() ? ImGuiCol_TextDisabled : ImGuiCol_Text;
  list.AddText({textX, middle - lineHeight}, ImGui::GetColorU32(ink), cutToFit(row.name, room).c_str());
  const FontScope small(panel.fonts.small);
  list.AddText({textX, middle + 1.0F * unit}, ImGui::GetColorU32(ImGuiCol_TextDisabled), cutToFit(state, room).c_str());
  ImGui::PopID();
}

/// The place in the list of the site that was selected elsewhere since the last frame.
std::optional<std::size_t> rowToShow(const Panel& panel) {
  InterfaceState::Sites& state = panel.state.sites;
  const std::vector<scene::Item>& selection = panel.view.workspace.selection();
  std::optional<std::string> latest;
  if (!selection.empty() && selection.back().kind == scene::ItemKind::Site) latest = selection.back().id;
  if (latest == state.seenSelection) return std::nullopt;
  state.seenSelection = latest;
  if (!latest) return std::nullopt;
  const SiteTable& table = state.list.table();
  const std::vector<std::size_t>& shown = state.list.shown();
  const auto found = std::find_if(shown.begin(), shown.end(), [&](std::size_t row) {
    return table.document->features[table.rows[row].feature].id == *latest;
  });
  if (found == shown.end()) return std::nullopt;
  return static_cast<std::size_t>(found - shown.begin());
}

void drawList(const Panel& panel) {
  InterfaceState::Sites& state = panel.state.sites;
  const SiteTable& table = state.list.table();
  const std::vector<std::size_t>& shown = state.list.shown();
  const float height = std::round(ImGui::GetTextLineHeight() + panel.fonts.small->FontSize + 10.0F * panel.unit);
  const std::optional<std::size_t> toShow = rowToShow(panel);
  if (toShow && *toShow >= kRowsAtFirst) state.showsAll = true;
  const std::size_t count = state.showsAll ? shown.size() : std::min(shown.size(), kRowsAtFirst);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 2.0F * panel.unit});
  const float listTop = ImGui::GetCursorPosY();
  if (toShow) {
    // Only a reader who looks at the list is taken to the row.
    const float sight = ImGui::GetWindowHeight();
    const float scroll = ImGui::GetScrollY();
    const float listEnd = listTop + height * static_cast<float>(count);
    const float top = listTop + height * static_cast<float>(*toShow);
    const bool looksAtList = listTop < scroll + 0.6F * sight && listEnd > scroll + 0.3F * sight;
    if (looksAtList && (top < scroll || top + height > scroll + sight)) {
      ImGui::SetScrollY(std::max(top - (sight - height) / 2.0F, 0.0F));
    }
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(count), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const ImVec2 start = ImGui::GetCursorPos();
      drawRow(panel, table.rows[shown[static_cast<std::size_t>(i)]], height);
      ImGui::SetCursorPos({start.x, start.y + height});
    }
  }
  ImGui::PopStyleVar();
  if (shown.size() <= kRowsAtFirst) return;
  const std::string label =
      state.showsAll ? fmt::format("Only the first {}", kRowsAtFirst) : fmt::format("Show all {}", shown.size());
  if (quietButton(panel, label.c_str(), "How many of the sites are listed")) state.showsAll = !state.showsAll;
}

}  // namespace

void updateSiteList(const Panel& panel) {
  InterfaceState::Sites& state = panel.state.sites;
  const edit::Workspace& workspace = panel.view.workspace;
  SiteFilter filter;
  filter.text = state.text;
  filter.system = workspace.document().systemIndex(state.systemId);
  if (state.status) filter.status = scenario::words<scenario::Status>()[static_cast<std::size_t>(*state.status)].value;
  filter.onlyOnThisDate = state.onlyOnThisDate;
  state.list.update(workspace.documentPointer(), workspace.date(), panel.view.preferences.language, filter);
}

void drawSitesSection(const Panel& panel) {
  const SiteList& list = panel.state.sites.list;
  const std::size_t all = list.table().rows.size();
  const std::size_t shown = list.shown().size();
  const std::string summary = shown == all ? counted(all, "site", "sites") : fmt::format("{} of {}", shown, all);
  if (!sectionHeading(panel, "Sites", summary)) return;
  ImGui::PushID("sites");
  drawFilters(panel);
  const std::size_t hidden = panel.view.workspace.shown().hiddenSites.size();
  if (hidden > 0) {
    ImGui::SameLine();
    if (quietButton(panel, fmt::format("Show {} hidden", hidden).c_str(), "Shows every site again", "sites")) {
      panel.run("sites on");
    }
  }
  if (shown > 0) {
    drawList(panel);
  } else if (all == 0) {
    wrappedSoftText(panel, "This scenario has no sites.");
  } else {
    wrappedSoftText(panel, "No site passes the filters.");
    if (quietButton(panel, "Clear the filters", "Lists all sites")) {
      InterfaceState::Sites& state = panel.state.sites;
      state.text.clear();
      state.systemId.clear();
      state.status.reset();
      state.onlyOnThisDate = false;
    }
  }
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
