#include "ui/edit_scenario.h"

#include <fmt/format.h>
#include <imgui.h>

#include <nlohmann/json.hpp>

#include "scene/model_text.h"
#include "ui/edit_form.h"
#include "ui/inspector_parts.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

void editSource(const Panel& panel, const scenario::Source& source) {
  ImGui::PushID(source.id.c_str());
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const ImGuiID openId = ImGui::GetID("open");
  bool open = storage.GetBool(openId, false);
  const float end = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const float top = ImGui::GetCursorPosY();
  const float box = glyphButtonWidth();
  ImGui::AlignTextToFramePadding();
  const std::string title = source.title.empty() ? source.id : source.title;
  cutText(panel, title, std::max(end - 2.0F * box - 4.0F * panel.unit - ImGui::GetCursorPosX(), 1.0F));
  if (ImGui::IsItemClicked()) open = !open;
  ImGui::SameLine(end - 2.0F * box);
  ImGui::SetCursorPosY(top);
  if (glyphButton(panel, "remove", Glyph::Remove, "Remove this source; only one that nothing names can be removed",
                  "part-remove")) {
    panel.run("part-remove source " + edit::quoted(source.id));
  }
  ImGui::SameLine(end - box);
  ImGui::SetCursorPosY(top);
  if (glyphButton(panel, "opener", open ? Glyph::Opened : Glyph::Closed, open ? "Close" : "Change this source")) {
    open = !open;
  }
  storage.SetBool(openId, open);
  if (open) {
    const EditForm form(panel, {scenario::PartKind::Source, source.id});
    form.text("Title", "/title", source.title);
    form.text("Publisher", "/publisher", source.publisher);
    form.date("Published", "/date", source.date);
    form.text("Address", "/url", source.url);
    form.text("Remarks", "/remarks", source.remarks, 2);
    form.id();
    if (!source.url.empty() && quietButton(panel, "Open the page", source.url)) {
      panel.run("link " + edit::quoted(source.url));
    }
    ImGui::Spacing();
  }
  ImGui::PopID();
}

}  // namespace

void editScenario(const Panel& panel) {
  const scenario::Document& document = panel.view.workspace.document();
  const EditForm form(panel, {scenario::PartKind::Document, {}});
  form.text("Title", "/title", document.title);
  form.text("Subtitle", "/subtitle", document.subtitle);
  form.text("Summary", "/summary", document.summary, 3);
  form.text("Author", "/author", document.author);
  form.member({"Handling", "/handling", document.handling, "Stands at the map's edges"}, textValue);
  form.member({"Language", "/language", document.language, "en"}, textValue);
  form.date("Date shown", "/date", document.date);
  form.date("From", "/from", document.from);
  form.date("To", "/to", document.to);
  std::vector<EditForm::Option> views;
  for (const scenario::View& view : document.views) views.push_back({view.id, view.name.empty() ? view.id : view.name});
  form.choice("First view", "/default_view", views, document.defaultView.value_or(""), "None");
  form.text("Disclaimer", "/disclaimer", document.disclaimer, 3);

  inspectorSubheading(panel, document.sources.empty() ? "No sources yet" : "Sources");
  for (const scenario::Source& source : document.sources) {
    if (!source.fromCatalogue) editSource(panel, source);
  }
  std::string& title = panel.state.editing.newSourceTitle;
  const bool entered = plainField(panel, "Another", "##another-source", title, "Its title, then Enter");
  if (entered && !title.empty()) {
    panel.run("source-add " + edit::quoted(title));
    title.clear();
  }
}

}  // namespace cordon::ui
