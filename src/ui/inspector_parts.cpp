#include "ui/inspector_parts.h"

#include <imgui.h>

#include <algorithm>
#include <set>

#include "scene/model_text.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

void inspectorHeading(const Panel& panel, const std::string& name, const std::string& kind,
                      const std::optional<std::string>& flyTo) {
  const float box = flyTo ? glyphButtonWidth() : 0.0F;
  const ImVec2 corner = ImGui::GetCursorPos();
  const float room = ImGui::GetContentRegionAvail().x;
  {
    const FontScope title(panel.fonts.title);
    ImGui::PushTextWrapPos(corner.x + std::max(room - box - 6.0F * panel.unit, 1.0F));
    ImGui::TextUnformatted(name.data(), name.data() + name.size());
    ImGui::PopTextWrapPos();
  }
  const ImVec2 after = ImGui::GetCursorPos();
  if (flyTo) {
    ImGui::SetCursorPos({corner.x + room - box, corner.y});
    if (glyphButton(panel, "fly", Glyph::FlyTo, "Fly there", "fly-to")) panel.run("fly-to " + edit::quoted(*flyTo));
    ImGui::SetCursorPos({after.x, std::max(after.y, corner.y + box)});
  }
  if (!kind.empty()) wrappedSoftText(panel, kind);
  ImGui::Dummy({0.0F, 2.0F * panel.unit});
}

void inspectorSubheading(const Panel& panel, const std::string& text) {
  ImGui::Dummy({0.0F, 4.0F * panel.unit});
  const FontScope bold(panel.fonts.bold);
  wrappedText(text);
}

void nameFacts(const Panel& panel, const std::map<std::string, std::string>& names,
               const std::map<std::string, std::string>& others) {
  std::set<std::string> languages;
  for (const auto* map : {&names, &others}) {
    for (const auto& [language, name] : *map) languages.insert(language);
  }
  for (const std::string& language : languages) {
    const auto name = names.find(language);
    const auto other = others.find(language);
    std::string text = name == names.end() ? std::string() : name->second;
    if (other != others.end() && !other->second.empty()) text += (text.empty() ? "" : " / ") + other->second;
    fact(panel, languageTitle(language), text);
  }
}

void positionFact(const Panel& panel, geo::LatLon position) {
  const std::string text = positionText(position, panel.view.preferences.coordinateFormat);
  factLabel(panel, "Position");
  if (linkText(text, "position")) panel.run("copy " + edit::quoted(text));
  tooltipWithKey(panel, "Click to copy", "copy");
}

void sourceList(const Panel& panel, const std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const scenario::Source* source = panel.view.workspace.document().findSource(ids[i]);
    if (!source) continue;
    const std::string citation = scene::citation(*source);
    const std::string& text = source->title.empty() ? citation : source->title;
    const FontScope small(panel.fonts.small);
    ImGui::PushID(static_cast<int>(i));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 1.0F * panel.unit});
    if (source->url.empty()) {
      wrappedText(text);
    } else {
      if (linkText(text, "source")) panel.run("link " + edit::quoted(source->url));
      tooltipWithKey(panel, "Opens " + source->url);
    }
    if (!source->title.empty() && citation != source->title) wrappedSoftText(panel, citation);
    if (!source->remarks.empty()) wrappedSoftText(panel, source->remarks);
    ImGui::PopStyleVar();
    ImGui::Dummy({0.0F, 0.0F});
    ImGui::PopID();
  }
}

}  // namespace cordon::ui
