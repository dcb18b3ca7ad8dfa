#include "ui/layers_section.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "scenario/words.h"
#include "scene/model_text.h"
#include "scene/words.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

constexpr double kMostExaggeration = 10.0;

std::string layerTip(const std::string& name) {
  if (name == "relief") return "Heights and depths of the ground";
  if (name == "coast") return "Coastlines";
  if (name == "graticule") return "Parallels and meridians";
  if (name == "places") return "Names of seas, islands and towns";
  if (name == "areas" || name == "lines") return fmt::format("The scenario's {}", name);
  if (name == "labels") return "Names and remarks at sites, and what stands along rings";
  if (name == "furniture") return "Title, legend, scale, north arrow and sources";
  return labelOf(name);
}

void drawLayers(const Panel& panel) {
  const std::vector<std::string>& names = scenario::layerNames();
  const std::vector<bool>& layers = panel.view.workspace.shown().layers;
  float widest = 0.0F;
  for (const std::string& name : names) widest = std::max(widest, ImGui::CalcTextSize(labelOf(name).c_str()).x);
  const float room = ImGui::GetContentRegionAvail().x;
  const float needed = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x + widest + 8.0F * panel.unit;
  const auto columns = static_cast<std::size_t>(std::clamp(room / needed, 1.0F, 3.0F));
  const std::size_t rows = (names.size() + columns - 1) / columns;
  const float start = ImGui::GetCursorPosX();
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t i = column * rows + row;
      if (i >= names.size()) break;
      if (column > 0) ImGui::SameLine(start + room * static_cast<float>(column) / static_cast<float>(columns));
      bool on = layers[i];
      if (ImGui::Checkbox(labelOf(names[i]).c_str(), &on)) {
        panel.run(fmt::format("layer {} {}", names[i], on ? "on" : "off"));
      }
      tooltipWithKey(panel, layerTip(names[i]), "layer");
    }
  }
}

/// A list to choose a language from by the command.
template <std::size_t count>
void chooseLanguage(const Panel& panel, const char* label, const char* command, const char* tip,
                    const std::array<scene::Word<std::string_view>, count>& words, const std::string& now) {
  rowLabel(panel, label);
  const bool open = ImGui::BeginCombo(fmt::format("##{}", command).c_str(),
                                      std::string(scene::wordOf(words, std::string_view(now)).label).c_str());
  if (!open) return tooltipWithKey(panel, tip, command);
  for (const scene::Word<std::string_view>& word : words) {
    if (listEntry(std::string(word.label), word.value == now)) {
      panel.run(fmt::format("{} {}", command, word.text));
    }
  }
  ImGui::EndCombo();
}

void drawLanguages(const Panel& panel) {
  const edit::Preferences& preferences = panel.view.preferences;
  chooseLanguage(panel, "Names", "language", "The language of names on the map", scene::kLanguageWords,
                 preferences.language);
  chooseLanguage(panel, "Second names", "second-language",
                 "The language of the smaller names beneath. Where a name is disputed both always stand there.",
                 scene::kSecondLanguageWords, preferences.secondLanguage);
}

/// Sea, land, ink and three systems' colours of a palette, side by side.
void drawSwatch(const Panel& panel, scene::PaletteName name, ImVec2 corner, float width, float height) {
  const scene::Palette& colors = scene::paletteOf(name);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float rounding = 3.0F * panel.unit;
  const float half = std::floor(width / 2.0F);
  const typography::Color sea = colors.ground.sea[colors.ground.sea.size() - 3].color;
  const typography::Color land = colors.ground.land[2].color;
  list.AddRectFilled(corner, {corner.x + half, corner.y + height}, toImGui(sea), rounding,
                     ImDrawFlags_RoundCornersLeft);
  list.AddRectFilled({corner.x + half, corner.y}, {corner.x + width, corner.y + height}, toImGui(land), rounding,
                     ImDrawFlags_RoundCornersRight);
  const auto& systems = panel.view.workspace.document().systems;
  const std::size_t dots = std::min<std::size_t>(systems.size(), 3);
  for (std::size_t i = 0; i < dots; ++i) {
    const typography::Color color = scene::systemColor(name, i, scene::parseColor(systems[i].color));
    const float x = corner.x + width * (static_cast<float>(i) + 1.0F) / (static_cast<float>(dots) + 1.0F);
    list.AddCircleFilled({x, corner.y + height / 2.0F}, height * 0.22F, toImGui(color));
  }
  list.AddRect(corner, {corner.x + width, corner.y + height}, ImGui::GetColorU32(ImGuiCol_Border), rounding);
}

void drawPalettes(const Panel& panel) {
  const scene::PaletteName chosen = panel.view.workspace.shown().palette;
  const float swatchWidth = 54.0F * panel.unit;
  const float height = ImGui::GetFrameHeight();
  softText("Colours");
  for (const scene::Word<scene::PaletteName>& word : scene::kPaletteWords) {
    ImGui::PushID(word.text.data(), word.text.data() + word.text.size());
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable("##palette", chosen == word.value, 0, {0.0F, height})) {
      panel.run(fmt::format("palette {}", word.text));
    }
    tooltipWithKey(panel, fmt::format("Colours of the map: {}", word.title), "palette");
    drawSwatch(panel, word.value, {corner.x + 4.0F * panel.unit, corner.y + height * 0.12F}, swatchWidth,
               height * 0.76F);
    ImGui::GetWindowDrawList()->AddText(
        {corner.x + swatchWidth + 14.0F * panel.unit, corner.y + (height - ImGui::GetFontSize()) / 2.0F},
        ImGui::GetColorU32(ImGuiCol_Text), word.label.data(), word.label.data() + word.label.size());
    ImGui::PopID();
  }
}

}  // namespace

void drawLayersSection(const Panel& panel) {
  const scene::ModelOptions& shown = panel.view.workspace.shown();
  const auto off = std::count(shown.layers.begin(), shown.layers.end(), false);
  if (!sectionHeading(panel, "Layers", off == 0 ? "all shown" : fmt::format("{} hidden", off))) return;
  ImGui::PushID("layers");
  drawLayers(panel);
  ImGui::Spacing();
  rowLabel(panel, "Relief height");
  if (const auto moved = numberSlider("##exaggeration", shown.exaggeration, 0.0, kMostExaggeration, "× %.1f")) {
    panel.run(fmt::format("exaggeration {:.1f}", *moved));
  }
  tooltipWithKey(panel, "How many times too high mountains stand; 1 is true, 0 is flat", "exaggeration");
  drawLanguages(panel);
  drawPalettes(panel);
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
