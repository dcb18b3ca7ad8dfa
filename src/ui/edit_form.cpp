#include "ui/edit_form.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <set>

#include "scene/model_text.h"
#include "scene/words.h"
#include "ui/color_check.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

using Editing = InterfaceState::Editing;

scenario::Date today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return scenario::Date::fromDay(static_cast<int>(now.time_since_epoch().count()));
}

/// Beside the field, over what is there: while a date is typed, its beginnings are no dates yet, and nothing may jump.
void drawOver(const Panel& panel, const std::string& text) {
  const float unit = panel.unit;
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  const float padding = 6.0F * unit;
  const float wrap = std::max(to.x - from.x, 240.0F * unit) - 2.0F * padding;
  ImFont* font = panel.fonts.small;
  const ImVec2 extent = font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, text.data(), text.data() + text.size());
  ImVec2 corner(to.x - wrap - 2.0F * padding, to.y + 2.0F * unit);
  if (corner.y + extent.y + 2.0F * padding > ImGui::GetMainViewport()->Size.y) {
    corner.y = from.y - extent.y - 2.0F * padding - 2.0F * unit;
  }
  const ImVec2 end(corner.x + wrap + 2.0F * padding, corner.y + extent.y + 2.0F * padding);
  const ImU32 red = ImGui::GetColorU32(severityColor(Severity::Error));
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled(corner, end, ImGui::GetColorU32(ImGuiCol_PopupBg), 4.0F * unit);
  list.AddRect(corner, end, red, 4.0F * unit);
  list.AddText(font, font->FontSize, {corner.x + padding, corner.y + padding}, red, text.data(),
               text.data() + text.size(), wrap);
}

float afterWidth(FieldText::After after) {
  return after == FieldText::After::Nothing ? 0.0F : glyphButtonWidth() + ImGui::GetStyle().ItemInnerSpacing.x;
}

}  // namespace

std::string toldOf(const Diagnostic& problem) {
  return problem.message + (problem.mend.empty() ? "" : " ") + problem.mend;
}

void problemText(const Panel& panel, const Diagnostic& problem) {
  const FontScope small(panel.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Error));
  wrappedText(toldOf(problem));
  ImGui::PopStyleColor();
}

void runLines(const Panel& panel, const std::string& lines) {
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    panel.run(lines.substr(at, end - at));
    at = end + 1;
  }
}

bool plainField(const Panel& panel, std::string_view label, const char* id, std::string& text, const char* hint) {
  rowLabel(panel, label);
  Editing& editing = panel.state.editing;
  const bool isWanted = editing.wantsField == id + 2;
  if (isWanted) ImGui::SetKeyboardFocusHere();
  const bool entered = ImGui::InputTextWithHint(id, hint, &text, ImGuiInputTextFlags_EnterReturnsTrue);
  if (isWanted && ImGui::IsItemActive()) editing.wantsField.clear();
  return entered;
}

Result<std::string> EditForm::tried(const std::string& pointer, const FieldValue& value) const {
  return triedLine(panel_.view.workspace.document(), panel_.view.catalogue, part_, pointer, value);
}

std::string EditForm::fieldName(const std::string& pointer) const {
  return fmt::format("{} {} {}", static_cast<int>(part_.kind), part_.id, pointer);
}

void EditForm::set(const std::string& pointer, const std::optional<FieldJson>& value) const {
  panel_.run(setLine(part_, pointer, value));
}

void EditForm::take(const FieldText& text, const std::string& name, const std::string& typed,
                    const Reading& read) const {
  Editing& editing = panel_.state.editing;
  Editing::Field& field = editing.field;
  if (field.name != name) {
    field = {};
    field.name = name;
    editing.putBackName.clear();
    if (!text.waits) {
      const Result<std::string> before = read(text.value);
      if (before) field.lineBefore = *before;
    }
  }
  field.text = typed;
  field.line.clear();
  field.problem.reset();
  if (text.waits && typed == text.value) return;
  const Result<std::string> line = read(typed);
  if (!line) {
    const Diagnostics& problems = line.diagnostics();
    field.problem = *std::find_if(problems.begin(), problems.end(),
                                  [](const Diagnostic& problem) { return problem.severity == Severity::Error; });
  } else if (text.waits) {
    field.line = *line;
  } else {
    runLines(panel_, *line);
    field.wasChanged = true;
  }
}

void EditForm::leave(const std::string& name) const {
  Editing& editing = panel_.state.editing;
  const Editing::Field field = std::exchange(editing.field, {});
  if (field.problem) {
    if (field.wasChanged) runLines(panel_, field.lineBefore);
    editing.putBackName = name;
    editing.putBackText =
        fmt::format("“{}” was not taken, what was there stands again. {}", field.text, toldOf(*field.problem));
  }
  runLines(panel_, field.line);
  if (field.wasChanged) panel_.run("step-end");
}

void EditForm::drawInput(const FieldText& text, const std::string& name, const Reading& read) const {
  Editing& editing = panel_.state.editing;
  const bool isWanted = editing.wantsField == text.pointer;
  if (isWanted) {
    const ImVec2 size(1.0F, ImGui::GetFrameHeight());
    if (!ImGui::IsRectVisible(size)) ImGui::SetScrollHereY(0.3F);
    ImGui::SetKeyboardFocusHere();
  }
  std::string shown = editing.field.name == name ? editing.field.text : text.value;
  const bool isRed = editing.field.name == name && editing.field.problem;
  if (isRed) {
    ImGui::PushStyleColor(ImGuiCol_Border, severityColor(Severity::Error));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, std::max(1.0F, panel_.unit));
  }
  ImGui::SetNextItemWidth(-std::max(afterWidth(text.after), FLT_MIN));
  bool changed = false;
  if (text.lines > 1) {
    const float height =
        static_cast<float>(text.lines) * ImGui::GetTextLineHeight() + 2.0F * ImGui::GetStyle().FramePadding.y;
    changed = ImGui::InputTextMultiline("##text", &shown, {0.0F, height});
  } else {
    changed = ImGui::InputTextWithHint("##text", text.hint.c_str(), &shown);
  }
  if (isRed) {
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
  }
  if (isWanted && ImGui::IsItemActive()) editing.wantsField.clear();
  if (changed) take(text, name, shown, read);
  if (editing.field.name != name) return;
  if (editing.field.problem) drawOver(panel_, toldOf(*editing.field.problem));
  if (!ImGui::IsItemActive()) leave(name);
}

void EditForm::drawDates(const std::string& name, const Reading& read) const {
  ImGui::SameLine(0.0F, ImGui::GetStyle().ItemInnerSpacing.x);
  if (glyphButton(panel_, "dates", Glyph::Opened, "Today, or the date shown")) ImGui::OpenPopup("dates");
  if (!ImGui::BeginPopup("dates")) return;
  const auto offer = [&](std::string_view label, const std::string& text) {
    if (!ImGui::Selectable(fmt::format("{}{}{}", label, text.empty() ? "" : "  ", text).c_str())) return;
    const Result<std::string> line = read(text);
    if (line) {
      runLines(panel_, *line + "\nstep-end");
    } else {
      panel_.state.editing.putBackName = name;
      panel_.state.editing.putBackText = toldOf(line.diagnostics().front());
    }
  };
  offer("Today", today().toString());
  offer("Date shown", panel_.view.workspace.date().toString());
  if (const auto& own = panel_.view.workspace.document().date) offer("The scenario's date", own->toString());
  offer("Not known", {});
  ImGui::EndPopup();
}

void EditForm::drawSwatch(const std::string& value, const Reading& read) const {
  ImGui::SameLine(0.0F, ImGui::GetStyle().ItemInnerSpacing.x);
  const Srgb now = readColor(value).value_or(Srgb{0.5, 0.5, 0.5});
  std::array<float, 3> picked{static_cast<float>(now.red), static_cast<float>(now.green), static_cast<float>(now.blue)};
  constexpr ImGuiColorEditFlags kFlags = ImGuiColorEditFlags_NoInputs | ImGuiColorEditFlags_NoLabel |
                                         ImGuiColorEditFlags_NoOptions | ImGuiColorEditFlags_NoTooltip;
  if (ImGui::ColorEdit3("##swatch", picked.data(), kFlags)) {
    const std::string text =
        colorText({static_cast<double>(picked[0]), static_cast<double>(picked[1]), static_cast<double>(picked[2])});
    const Result<std::string> line = read(text);
    if (line && text != value) runLines(panel_, *line);
  }
  if (ImGui::IsItemDeactivatedAfterEdit()) panel_.run("step-end");
  tooltipWithKey(panel_, "Pick the colour");
}

void EditForm::field(const FieldText& text, const Reading& read) const {
  const std::string name = fieldName(text.pointer);
  rowLabel(panel_, text.label);
  ImGui::PushID(text.pointer.c_str());
  drawInput(text, name, read);
  if (text.after == FieldText::After::Dates) drawDates(name, read);
  if (text.after == FieldText::After::Swatch) drawSwatch(text.value, read);
  if (panel_.state.editing.putBackName == name) {
    const FontScope small(panel_.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Error));
    wrappedText(panel_.state.editing.putBackText);
    ImGui::PopStyleColor();
  }
  ImGui::PopID();
}

void EditForm::member(const FieldText& text, FieldValue (*value)(const std::string&)) const {
  field(text, [this, &text, value](const std::string& typed) { return tried(text.pointer, value(typed)); });
}

void EditForm::text(std::string_view label, const std::string& pointer, const std::string& value, int lines) const {
  FieldText field{label, pointer, value};
  field.lines = lines;
  member(field, textValue);
}

void EditForm::number(std::string_view label, const std::string& pointer, const std::optional<double>& value) const {
  member({label, pointer, numberText(value)}, numberValue);
}

void EditForm::date(std::string_view label, const std::string& pointer,
                    const std::optional<scenario::Date>& value) const {
  FieldText field{label, pointer, value ? value->toString() : std::string(), "YYYY-MM-DD"};
  field.after = FieldText::After::Dates;
  member(field, textValue);
}

void EditForm::choice(std::string_view label, const std::string& pointer, const std::vector<Option>& options,
                      const std::string& word, std::string_view none, const Chosen& line) const {
  const auto now =
      std::find_if(options.begin(), options.end(), [&](const Option& option) { return option.word == word; });
  rowLabel(panel_, label);
  ImGui::PushID(pointer.c_str());
  const std::string preview = now == options.end() ? std::string(none) : now->label;
  if (ImGui::BeginCombo("##choice", preview.c_str(), ImGuiComboFlags_HeightLarge)) {
    if (!none.empty() && listEntry(std::string(none), now == options.end()) && now != options.end()) {
      runLines(panel_, line({}));
    }
    for (const Option& option : options) {
      const bool isNow = option.word == word;
      if (listEntry(option.label, isNow) && !isNow) runLines(panel_, line(option.word));
    }
    ImGui::EndCombo();
  }
  ImGui::PopID();
}

void EditForm::choice(std::string_view label, const std::string& pointer, const std::vector<Option>& options,
                      const std::string& word, std::string_view none) const {
  choice(label, pointer, options, word, none, [this, &pointer](const std::string& chosen) {
    return setLine(part_, pointer, chosen.empty() ? std::nullopt : std::optional<FieldJson>(chosen)) + "\nstep-end";
  });
}

void EditForm::color(std::string_view label, const std::string& pointer, const std::string& value) const {
  FieldText field{label, pointer, value, "#rrggbb"};
  field.after = FieldText::After::Swatch;
  member(field, textValue);
}

void EditForm::names(std::string_view label, const std::string& pointer,
                     const std::map<std::string, std::string>& names) const {
  std::vector<std::string> languages;
  for (const auto& word : scene::kLanguageWords) languages.emplace_back(word.value);
  for (const auto& [language, name] : names) {
    if (std::find(languages.begin(), languages.end(), language) == languages.end()) languages.push_back(language);
  }
  for (const std::string& language : languages) {
    const auto found = names.find(language);
    const std::string title = fmt::format("{}, {}", label, languageTitle(language));
    field({title, pointer + '/' + pointerToken(language), found == names.end() ? std::string() : found->second},
          [&](const std::string& typed) { return tried(pointer, withText(names, language, typed)); });
  }
}

void EditForm::id() const {
  FieldText text{"Id", "/id", part_.id};
  text.waits = true;
  field(text, [this](const std::string& typed) -> Result<std::string> {
    const scenario::Document& document = panel_.view.workspace.document();
    const auto refuse = [](const char* message) { return Result<std::string>::failure(plainError(message)); };
    if (typed.empty()) return refuse("It needs an id.");
    if (!scenario::partObject(document, part_.kind, typed).is_null()) return refuse("This id is taken.");
    const bool isSystem = part_.kind == scenario::PartKind::System;
    const std::string_view word = isSystem ? "system" : part_.kind == scenario::PartKind::Source ? "source" : "feature";
    std::string lines = fmt::format("rename {} {} {}", word, edit::quoted(part_.id), edit::quoted(typed));
    if (isSystem) lines += "\nedit-system " + edit::quoted(typed);
    return lines;
  });
}

}  // namespace cordon::ui
