#include "ui/edit_statements.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenario/state.h"
#include "scene/model_text.h"
#include "ui/edit_pickers.h"
#include "ui/inspector_parts.h"
#include "ui/signs.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

using scenario::SystemAssignment;

const char* const kStatements = "/properties/systems";

std::string nameOf(const Panel& panel, const std::string& systemId) {
  const scenario::System* system = panel.view.workspace.document().findSystem(systemId);
  return system ? scene::systemName(*system, panel.view.preferences.language) : systemId;
}

FieldJson jsonOf(const InterfaceState::Editing::NewStatement& statement) {
  FieldJson json{{"system", statement.systemId},
                 {"status", scenario::words<scenario::Status>()[statement.status].text}};
  if (!statement.from.empty()) json["from"] = statement.from;
  if (!statement.sources.empty()) json["sources"] = statement.sources;
  return json;
}

void beginStatement(const Panel& panel, const scenario::Feature& site) {
  InterfaceState::Editing::NewStatement& added = panel.state.editing.statement;
  added = {};
  added.siteId = site.id;
  if (!site.systems.empty()) {
    const SystemAssignment& latest = site.systems.back();
    added.systemId = latest.systemId;
  }
  const auto& words = scenario::words<scenario::Status>();
  const auto reported = std::find_if(words.begin(), words.end(),
                                     [](const auto& word) { return word.value == scenario::Status::Reported; });
  added.status = static_cast<std::size_t>(reported - words.begin());
  added.from = panel.view.workspace.date().toString();
}

/// The statement that is being written, and whether it may be added.
void drawNewStatement(const EditForm& form, const scenario::Feature& site) {
  const Panel& panel = form.panel();
  InterfaceState::Editing::NewStatement& added = panel.state.editing.statement;
  ImGui::PushID("new statement");
  systemPicker(panel, "System", "system", added.systemId, [&](const std::string& id) { added.systemId = id; });
  const auto& words = scenario::words<scenario::Status>();
  rowLabel(panel, "Status");
  if (ImGui::BeginCombo("##status", std::string(statusTitle(words[added.status].value)).c_str())) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (listEntry(std::string(statusTitle(words[i].value)), i == added.status)) added.status = i;
    }
    ImGui::EndCombo();
  }
  bool add = plainField(panel, "From", "##new-status-from", added.from, "YYYY-MM-DD");
  sourcePicker(panel, "Source", "new-status", added.sources,
               [&](const std::vector<std::string>& ids) { added.sources = ids; });

  const bool isFirst = site.systems.empty();
  const std::string pointer = isFirst ? kStatements : std::string(kStatements) + "/-";
  const FieldJson statement = jsonOf(added);
  std::optional<Diagnostic> problem;
  if (added.systemId.empty()) {
    problem = plainError("Choose the system first.");
  } else {
    // A source that is just being added is not in the document yet.
    FieldJson known = statement;
    known.erase("sources");
    const Result<std::string> line =
        triedLine(panel.view.workspace.document(), panel.view.catalogue, form.part(), pointer,
                  std::optional<FieldJson>(isFirst ? FieldJson::array({known}) : known));
    if (!line) problem = line.diagnostics().front();
  }
  if (problem) problemText(panel, *problem);
  rowLabel(panel, "");
  ImGui::BeginDisabled(problem.has_value());
  add = ImGui::Button("Add status") || (add && !problem);
  ImGui::EndDisabled();
  tooltipWithKey(panel, "What was stated before stays in the scenario's history", "statement-add");
  ImGui::SameLine();
  if (quietButton(panel, "Cancel", "Adds nothing")) {
    added = {};
  } else if (add) {
    form.set(pointer, isFirst ? FieldJson::array({statement}) : statement);
    added = {};
  }
  ImGui::PopID();
  ImGui::Spacing();
}

void drawFields(const EditForm& form, const SystemAssignment& statement, const std::string& at) {
  systemPicker(form.panel(), "System", "system", statement.systemId,
               [&](const std::string& id) { form.set(at + "/system", id); });
  form.choice("Status", at + "/status", optionsOf<scenario::Status>(), std::string(scenario::toWord(statement.status)));
  form.date("From", at + "/from", statement.from);
  form.date("Until", at + "/to", statement.to);
  if (statement.status == scenario::Status::Planned || statement.due) form.date("Due", at + "/due", statement.due);
  form.date("Confirmed", at + "/last_confirmed", statement.lastConfirmed);
  form.choice("Confidence", at + "/confidence", optionsOf<scenario::Confidence>(),
              statement.confidence ? std::string(scenario::toWord(*statement.confidence)) : "", "Not judged");
  sourcesOf(form, "Sources", at + "/sources", statement.sources);
  form.text("Remarks", at + "/remarks", statement.remarks, 2);
}

/// A statement's line, which opens to its fields.
void drawStatement(const EditForm& form, const scenario::Feature& site, std::size_t index, bool holds) {
  const Panel& panel = form.panel();
  const SystemAssignment& statement = site.systems[index];
  const std::string at = fmt::format("{}/{}", kStatements, index);
  ImGui::PushID(static_cast<int>(index));
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const ImGuiID openId = ImGui::GetID("open");
  bool open = storage.GetBool(openId, site.systems.size() == 1);
  if (panel.state.editing.wantsField.starts_with(at + '/')) open = true;

  const float end = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const float top = ImGui::GetCursorPosY();
  const float box = glyphButtonWidth();
  if (const auto system = panel.view.workspace.document().systemIndex(statement.systemId)) {
    signItem(panel, signOf(panel.view, *system, scene::toStatus(statement.status)));
    ImGui::SameLine(0.0F, 4.0F * panel.unit);
  }
  const float left = ImGui::GetCursorPosX();
  const std::string when = spanText(statement.from, statement.to);
  const std::string title =
      fmt::format("{}, {}{}{}", nameOf(panel, statement.systemId), scene::statusWord(scene::toStatus(statement.status)),
                  when.empty() ? "" : ", ", when);
  const float room = std::max(end - 2.0F * box - 4.0F * panel.unit - left, 1.0F);
  {
    const FontScope face(holds ? panel.fonts.bold : panel.fonts.regular);
    ImGui::AlignTextToFramePadding();
    cutText(panel, title, room);
  }
  if (ImGui::IsItemClicked()) open = !open;
  ImGui::SameLine(end - 2.0F * box);
  ImGui::SetCursorPosY(top);
  if (glyphButton(panel, "remove", Glyph::Remove, "Remove this statement; to tell that it ended, add a new status")) {
    form.set(at, std::nullopt);
  }
  ImGui::SameLine(end - box);
  ImGui::SetCursorPosY(top);
  if (glyphButton(panel, "opener", open ? Glyph::Opened : Glyph::Closed, open ? "Close" : "Change this statement")) {
    open = !open;
  }
  storage.SetBool(openId, open);
  if (open) {
    drawFields(form, statement, at);
    ImGui::Spacing();
  }
  ImGui::PopID();
}

}  // namespace

void editStatements(const EditForm& form, const scenario::Feature& site) {
  const Panel& panel = form.panel();
  if (panel.state.editing.statement.siteId == site.id) {
    inspectorSubheading(panel, "New status");
    drawNewStatement(form, site);
  } else {
    const char* const label = site.systems.empty() ? "Add a system…" : "New status…";
    if (ImGui::Button(label, {-FLT_MIN, 0.0F})) beginStatement(panel, site);
    tooltipWithKey(panel, "Adds what is newly stated; what was stated before stays in the scenario's history",
                   "statement-add");
  }
  inspectorSubheading(panel, site.systems.empty() ? "No systems are reported here" : "Systems over time");
  const std::vector<const SystemAssignment*> state = scenario::stateAt(site, panel.view.workspace.date());
  for (std::size_t i = 0; i < site.systems.size(); ++i) {
    drawStatement(form, site, i, std::find(state.begin(), state.end(), &site.systems[i]) != state.end());
  }
}

}  // namespace cordon::ui
