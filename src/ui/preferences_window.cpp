#include "ui/preferences_window.h"

#include <fmt/format.h>
#include <imgui.h>

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "edit/words.h"
#include "ui/dialog.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

/// A row of choices that emits "COMMAND WORD".
template <typename Value, std::size_t count>
void choose(const Panel& panel, const char* label, const char* command,
            const std::array<scene::Word<Value>, count>& words, const Value& now) {
  std::vector<Choice> choices;
  for (const scene::Word<Value>& word : words) choices.push_back({std::string(word.label), {}});
  rowLabel(panel, label);
  const auto chosen = static_cast<std::size_t>(&scene::wordOf(words, now) - words.data());
  const auto clicked = choiceRow(panel, command, choices, chosen);
  if (clicked) panel.run(fmt::format("{} {}", command, words[*clicked].text));
}

void chooseTextSize(const Panel& panel) {
  constexpr std::array<double, 9> kScales{0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5};
  const double scale = panel.view.preferences.textScale;
  rowLabel(panel, "Text size");
  if (!ImGui::BeginCombo("##text size", fmt::format("{:.0f} %", 100.0 * scale).c_str())) return;
  for (const double value : kScales) {
    const bool isNow = std::abs(value - scale) < 0.01;
    if (listEntry(fmt::format("{:.0f} %", 100.0 * value), isNow)) {
      panel.run(fmt::format("text-scale {}", value));
    }
  }
  ImGui::EndCombo();
}

void flag(const Panel& panel, const char* label, const char* command, bool value) {
  rowLabel(panel, "");
  if (ImGui::Checkbox(label, &value)) panel.run(fmt::format("{} {}", command, value ? "on" : "off"));
}

}  // namespace

void drawPreferencesWindow(const Panel& panel) {
  if (!panel.state.showsPreferences) return;
  const DialogScope dialog(panel, "Preferences", panel.state.showsPreferences, 500.0F, 490.0F);
  if (!dialog) return;
  const edit::Preferences& preferences = panel.view.preferences;

  dialogHeading(panel, "Window");
  choose(panel, "Theme", "theme", edit::kThemeWords, preferences.theme);
  chooseTextSize(panel);

  dialogHeading(panel, "Numbers");
  choose(panel, "Lengths", "units", scene::kUnitWords, preferences.lengthUnit);
  choose(panel, "Positions", "coordinates", edit::kCoordinateWords, preferences.coordinateFormat);

  dialogHeading(panel, "Map");
  choose(panel, "Names in", "language", scene::kLanguageWords, std::string_view(preferences.language));
  choose(panel, "and in", "second-language", scene::kSecondLanguageWords, std::string_view(preferences.secondLanguage));
  flag(panel, "The wheel zooms the other way", "invert-zoom", preferences.invertZoom);
  flag(panel, "The map glides on when it is thrown", "inertia", preferences.inertia);

  dialogHeading(panel, "Pictures");
  rowLabel(panel, "Saved in");
  const std::string folder =
      preferences.pictureFolder.empty() ? "the pictures' folder" : preferences.pictureFolder.string();
  const float button = ImGui::CalcTextSize("Choose…").x + 2.0F * ImGui::GetStyle().FramePadding.x;
  const float room = ImGui::GetContentRegionAvail().x - button - ImGui::GetStyle().ItemSpacing.x;
  cutText(panel, folder, std::max(room, 1.0F));
  ImGui::SameLine();
  if (ImGui::Button("Choose…")) panel.run("picture-folder-dialog");
}

}  // namespace cordon::ui
