#include "ui/edit_pickers.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "edit/feature_edits.h"
#include "scene/model_text.h"
#include "ui/signs.h"
#include "ui/text_match.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr std::size_t kMostFound = 6;
constexpr int kFramesToAppear = 6;

void drawSystemRow(const Panel& panel, const scenario::System& system, const std::string& chosen,
                   const std::function<void(const std::string&)>& take) {
  ImGui::PushID(system.id.c_str());
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetTextLineHeight();
  if (ImGui::Selectable("##system", system.id == chosen)) take(system.id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const scene::SiteSymbol::Part sign{scene::parseSymbol(system.symbol), scene::parseColor(system.color),
                                     scene::Status::Deployed};
  drawSign(list, sign, {corner.x + 0.5F * height, corner.y + 0.5F * height}, 0.38F * height,
           panel.view.workspace.shown().palette);
  list.AddText({corner.x + 1.4F * height, corner.y}, ImGui::GetColorU32(ImGuiCol_Text),
               scene::systemName(system, panel.view.preferences.language).c_str());
  ImGui::PopID();
}

const scenario::System* findSystem(const Panel& panel, const std::string& id) {
  const scenario::System* own = panel.view.workspace.document().findSystem(id);
  return own ? own : panel.view.catalogue.findSystem(id);
}

std::string titleOf(const scenario::Source& source) {
  return source.title.empty() ? scene::citation(source) : source.title;
}

/// A source that is named, in one line; returns whether its cross was clicked.
bool drawNamedSource(const Panel& panel, const std::string& id) {
  const scenario::Source* source = panel.view.workspace.document().findSource(id);
  const float end = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const float top = ImGui::GetCursorPosY();
  const float box = glyphButtonWidth();
  const float gap = ImGui::GetStyle().ItemInnerSpacing.x;
  const bool hasPage = source && !source->url.empty();
  const float open = hasPage ? ImGui::CalcTextSize("open").x + gap : 0.0F;
  ImGui::AlignTextToFramePadding();
  const float room = end - box - open - gap - ImGui::GetCursorPosX();
  const std::string text = source ? titleOf(*source) : id;
  const std::string shown = cutToFit(text, std::max(room, 1.0F));
  ImGui::TextUnformatted(shown.c_str(), shown.c_str() + shown.size());
  tooltipWithKey(panel, source ? text + '\n' + scene::citation(*source) : text);
  if (hasPage) {
    ImGui::SameLine(end - box - open);
    ImGui::SetCursorPosY(top + ImGui::GetStyle().FramePadding.y);
    if (linkText("open", "page")) panel.run("link " + edit::quoted(source->url));
    tooltipWithKey(panel, "Opens " + source->url);
  }
  ImGui::SameLine(end - box);
  ImGui::SetCursorPosY(top);
  return glyphButton(panel, "remove", Glyph::Remove, "Name this source no longer");
}

std::vector<const scenario::Source*> foundSources(const Panel& panel, const std::string& text,
                                                  const std::vector<std::string>& named) {
  std::vector<const scenario::Source*> found;
  const std::string wanted = foldedText(text);
  for (const scenario::Source& source : panel.view.workspace.document().sources) {
    if (std::find(named.begin(), named.end(), source.id) != named.end()) continue;
    const std::string all = foldedText(source.title + ' ' + source.publisher + ' ' + source.id + ' ' +
                                       (source.date ? source.date->toString() : std::string()));
    if (all.find(wanted) != std::string::npos) found.push_back(&source);
  }
  // What was added last is what one is at.
  std::reverse(found.begin(), found.end());
  if (found.size() > kMostFound) found.resize(kMostFound);
  return found;
}

/// What is written down of a new source; returns its id where it was added.
std::optional<std::string> drawNewSource(const Panel& panel, InterfaceState::Editing::SourcePick& pick) {
  bool entered = plainField(panel, "Title", "##new-source-title", pick.title, "What it is called");
  entered = plainField(panel, "Publisher", "##new-source-publisher", pick.publisher, "Kyodo") || entered;
  entered = plainField(panel, "Published", "##new-source-date", pick.date, "YYYY-MM-DD") || entered;
  entered = plainField(panel, "Address", "##new-source-url", pick.url, "https://…") || entered;
  const scenario::Document& document = panel.view.workspace.document();
  constexpr std::size_t kMostOfTitle = 40;
  const std::string id = edit::freeId(document, pick.title.substr(0, kMostOfTitle), "source");
  FieldJson source{{"id", id}, {"title", pick.title}};
  if (!pick.date.empty()) source["date"] = pick.date;
  if (!pick.url.empty()) source["url"] = pick.url;
  const auto tried = scenario::withPart(document, scenario::PartKind::Source, source, panel.view.catalogue);
  if (!tried) problemText(panel, tried.diagnostics().front());
  const bool isPossible = tried && !pick.title.empty();
  rowLabel(panel, "");
  ImGui::BeginDisabled(!isPossible);
  const bool add = ImGui::Button("Add source");
  ImGui::EndDisabled();
  tooltipWithKey(panel, isPossible ? "Adds it to the scenario and names it here" : "Give it a title first",
                 "source-add");
  ImGui::SameLine();
  if (quietButton(panel, "Cancel", "Adds nothing")) pick = {};
  if ((!add && !entered) || !isPossible) return std::nullopt;
  panel.run(fmt::format("source-add {} {} {} {}", edit::quoted(pick.title), edit::quoted(pick.publisher),
                        edit::quoted(pick.date), edit::quoted(pick.url)));
  return id;
}

}  // namespace

void systemPicker(const Panel& panel, std::string_view label, const char* id, const std::string& chosen,
                  const std::function<void(const std::string& systemId)>& take) {
  rowLabel(panel, label);
  const scenario::System* now = findSystem(panel, chosen);
  const std::string& language = panel.view.preferences.language;
  const std::string preview = now ? scene::systemName(*now, language) : chosen.empty() ? "Choose…" : chosen;
  ImGui::PushID(id);
  if (ImGui::BeginCombo("##systems", preview.c_str(), ImGuiComboFlags_HeightLarge)) {
    const scenario::Document& document = panel.view.workspace.document();
    for (const scenario::System& system : document.systems) drawSystemRow(panel, system, chosen, take);
    bool isFirst = true;
    for (const scenario::System& system : panel.view.catalogue.systems) {
      if (document.findSystem(system.id)) continue;
      if (std::exchange(isFirst, false)) softText("From the catalogue");
      drawSystemRow(panel, system, chosen, take);
    }
    ImGui::EndCombo();
  }
  ImGui::PopID();
}

void sourcePicker(const Panel& panel, std::string_view label, const std::string& name,
                  const std::vector<std::string>& ids,
                  const std::function<void(const std::vector<std::string>& ids)>& take) {
  InterfaceState::Editing& editing = panel.state.editing;
  ImGui::PushID(name.c_str());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    rowLabel(panel, i == 0 ? label : "");
    if (drawNamedSource(panel, ids[i])) {
      std::vector<std::string> fewer = ids;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      take(fewer);
    }
    ImGui::PopID();
  }
  const auto add = [&](const std::string& id) {
    std::vector<std::string> more = ids;
    more.push_back(id);
    editing.source = {};
    take(more);
  };
  const bool isMine = editing.source.name == name;
  if (isMine && editing.source.isNew) {
    rowLabel(panel, ids.empty() ? label : "");
    softText("A new source");
    if (const auto id = drawNewSource(panel, editing.source)) add(*id);
    ImGui::PopID();
    return;
  }
  std::string text = isMine ? editing.source.text : std::string();
  rowLabel(panel, ids.empty() ? label : "");
  const std::string wanted = name + "/find";
  const bool isWanted = editing.wantsField == wanted;
  if (isWanted) ImGui::SetKeyboardFocusHere();
  const bool entered =
      ImGui::InputTextWithHint("##find", "Find or add a source", &text, ImGuiInputTextFlags_EnterReturnsTrue);
  const bool active = ImGui::IsItemActive();
  if (isWanted && active) editing.wantsField.clear();
  if (active && !isMine) editing.source = {};
  if (active) {
    editing.source.name = name;
    editing.source.text = text;
  }
  if (editing.source.name == name) {
    const std::vector<const scenario::Source*> found = foundSources(panel, text, ids);
    for (const scenario::Source* source : found) {
      ImGui::PushID(source->id.c_str());
      rowLabel(panel, "");
      const std::string row = titleOf(*source) + "  " + scene::citation(*source);
      if (ImGui::Selectable(cutToFit(row, ImGui::GetContentRegionAvail().x).c_str())) add(source->id);
      tooltipWithKey(panel, row);
      ImGui::PopID();
    }
    rowLabel(panel, "");
    const bool adds = ImGui::Selectable(text.empty() ? "New source…" : fmt::format("New source “{}”…", text).c_str());
    if (adds || (entered && found.empty())) {
      editing.source.isNew = true;
      editing.source.title = text;
      editing.wantsField = text.empty() ? "new-source-title" : "new-source-publisher";
      editing.wantsFieldFrames = kFramesToAppear;
    } else if (entered) {
      add(found.front()->id);
    } else if (!active && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
      editing.source = {};
    }
  }
  ImGui::PopID();
}

void sourcesOf(const EditForm& form, std::string_view label, const std::string& pointer,
               const std::vector<std::string>& ids) {
  sourcePicker(form.panel(), label, pointer, ids, [&](const std::vector<std::string>& wanted) {
    form.panel().run(sourcesLine(form.panel().view.workspace.document(), form.part(), pointer, wanted));
  });
}

}  // namespace cordon::ui
