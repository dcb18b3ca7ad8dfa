#include "ui/edit_system.h"

#include <fmt/format.h>
#include <imgui.h>

#include <nlohmann/json.hpp>

#include "edit/feature_edits.h"
#include "scene/model_text.h"
#include "ui/color_check.h"
#include "ui/edit_form.h"
#include "ui/edit_pickers.h"
#include "ui/inspector_parts.h"
#include "ui/signs.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

using scenario::RangeClaim;
using scenario::System;

void editLook(const EditForm& form, const System& system, std::size_t index) {
  const Panel& panel = form.panel();
  const std::vector<System>& systems = panel.view.workspace.document().systems;
  form.color("Colour", "/color", system.color);
  for (const ColorClash& clash : colorClashes(systems, index)) {
    const FontScope small(panel.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Warning));
    rowLabel(panel, "");
    wrappedText(clashText(clash, scene::systemName(systems[clash.systemIndex], panel.view.preferences.language)));
    ImGui::PopStyleColor();
  }
  std::vector<EditForm::Option> symbols;
  for (const std::string& name : scenario::symbolNames()) symbols.push_back({name, labelOf(name)});
  form.choice("Symbol", "/symbol", symbols, system.symbol);
}

/// The list of ranges with one of them replaced, or taken out.
std::string rangesLine(const EditForm& form, FieldJson ranges, std::size_t index,
                       const std::optional<FieldJson>& range) {
  if (range) {
    ranges[index] = *range;
  } else {
    ranges.erase(index);
  }
  return setLine(form.part(), "/ranges", ranges);
}

/// One claim. A system's ranges are given as a whole: what the catalogue says is taken over or replaced by all of them.
class RangeFields {
 public:
  RangeFields(const EditForm& form, const FieldJson& ranges, std::size_t index)
      : form_(form), ranges_(ranges), index_(index) {}

  void draw(const RangeClaim& claim) const {
    const bool isSpan = claim.bound == scenario::Bound::Span;
    field({"Range, km", pointer("km"),
           isSpan ? numberText(claim.minKm) + " to " + numberText(claim.maxKm) : numberText(claim.maxKm),
           "300, or 150 to 200"},
          [this](const std::string& typed) { return rangeValue(ranges_[index_], typed); });
    if (!isSpan) drawBound(claim);
    member("Meaning", "meaning", claim.meaning, {}, FieldText::After::Nothing);
    const EditForm::Chosen target = [this](const std::string& word) { return line("target", word); };
    form_.choice("Against", pointer("target"), optionsOf<scenario::Target>(),
                 claim.target ? std::string(scenario::toWord(*claim.target)) : "", "Not said", target);
    member("Published", "date", claim.date ? claim.date->toString() : std::string(), "YYYY-MM-DD",
           FieldText::After::Dates);
    sourcePicker(form_.panel(), "Sources", pointer("sources"), claim.sources,
                 [this](const std::vector<std::string>& ids) {
                   FieldJson range = ranges_[index_];
                   range.erase("source");
                   range["sources"] = ids;
                   if (ids.empty()) range.erase("sources");
                   form_.panel().run(rangesLine(form_, ranges_, index_, range));
                 });
  }

 private:
  std::string pointer(const char* name) const { return fmt::format("/ranges/{}/{}", index_, name); }

  void drawBound(const RangeClaim& claim) const {
    std::vector<EditForm::Option> bounds;
    for (const auto& word : scenario::words<scenario::Bound>()) {
      if (word.value != scenario::Bound::Span) bounds.push_back({std::string(word.text), labelOf(word.text)});
    }
    form_.choice("Bound", pointer("bound"), bounds, std::string(scenario::toWord(claim.bound)), {},
                 [this](const std::string& word) { return line("bound", word); });
  }

  std::string line(const char* name, const std::string& word) const {
    FieldJson range = ranges_[index_];
    range[name] = word;
    if (word.empty()) range.erase(name);
    return rangesLine(form_, ranges_, index_, range) + "\nstep-end";
  }

  void member(std::string_view label, const char* name, const std::string& value, const std::string& hint,
              FieldText::After after) const {
    FieldText text{label, pointer(name), value, hint};
    text.after = after;
    field(text, [this, name](const std::string& typed) -> FieldValue {
      FieldJson range = ranges_[index_];
      range[name] = typed;
      if (typed.empty()) range.erase(name);
      return std::optional<FieldJson>(std::move(range));
    });
  }

  void field(const FieldText& text, const std::function<FieldValue(const std::string&)>& value) const {
    form_.field(text, [&](const std::string& typed) -> Result<std::string> {
      const FieldValue range = value(typed);
      if (!range) return Result<std::string>::failure(range.diagnostics());
      FieldJson ranges = ranges_;
      ranges[index_] = **range;
      const Panel& panel = form_.panel();
      return triedLine(panel.view.workspace.document(), panel.view.catalogue, form_.part(), "/ranges",
                       std::optional<FieldJson>(std::move(ranges)));
    });
  }

  const EditForm& form_;
  const FieldJson& ranges_;
  std::size_t index_;
};

void editRanges(const EditForm& form, const System& system) {
  const Panel& panel = form.panel();
  const FieldJson whole = wholeSystem(panel.view.workspace.document(), system.id);
  const FieldJson ranges = whole.value("ranges", FieldJson::array());
  for (std::size_t i = 0; i < std::min(system.ranges.size(), ranges.size()); ++i) {
    const RangeClaim& claim = system.ranges[i];
    ImGui::PushID(static_cast<int>(i));
    const float end = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
    const float top = ImGui::GetCursorPosY() + 4.0F * panel.unit;
    inspectorSubheading(panel, fmt::format("Range {} of {}", i + 1, system.ranges.size()));
    ImGui::SameLine(end - glyphButtonWidth());
    ImGui::SetCursorPosY(top);
    ImGui::BeginDisabled(system.ranges.size() < 2);
    if (glyphButton(panel, "remove", Glyph::Remove, "Remove this range; a system has at least one")) {
      panel.run(rangesLine(form, ranges, i, std::nullopt));
    }
    ImGui::EndDisabled();
    RangeFields(form, ranges, i).draw(claim);
    rowLabel(panel, "");
    if (ImGui::RadioButton("drawn unless another is chosen", system.defaultRange() == &claim)) {
      FieldJson marked = ranges;
      for (std::size_t k = 0; k < marked.size(); ++k) {
        marked[k].erase("default");
        if (k == i) marked[k]["default"] = true;
      }
      form.set("/ranges", marked);
    }
    ImGui::PopID();
  }
  if (quietButton(panel, "Add a range", "Another published claim, at first of the same kilometres")) {
    FieldJson more = ranges;
    more.push_back({{"km", system.ranges.empty() ? 100.0 : system.ranges.back().maxKm}});
    form.set("/ranges", more);
  }
}

}  // namespace

void editSystem(const Panel& panel) {
  const scenario::Document& document = panel.view.workspace.document();
  const std::optional<std::size_t> index = document.systemIndex(panel.state.editing.systemId);
  if (!index) return;
  const System& system = document.systems[*index];
  const EditForm form(panel, {scenario::PartKind::System, system.id});
  ImGui::PushID(system.id.c_str());
  inspectorHeading(panel, scene::systemName(system, panel.view.preferences.language),
                   std::string(roleText(system.role)), {});
  if (system.fromCatalogue || system.base) {
    wrappedSoftText(panel, "Of the built-in catalogue: the scenario keeps just what is changed here.");
  }
  form.text("Name", "/name", system.name);
  form.names("Name", "/names", system.names);
  std::string designations;
  for (const std::string& one : system.designations) designations += (designations.empty() ? "" : "; ") + one;
  form.member({"Also called", "/designations", designations, "K-300P; SSC-5"}, listValue);
  form.choice("Kind", "/role", optionsOf<scenario::Role>(), std::string(scenario::toWord(system.role)));
  form.text("Operator", "/operator", system.operatorName.value_or(""));
  editLook(form, system, *index);
  form.number("Not nearer, km", "/minimum_range_km", system.minimumRangeKm);
  form.member({"Sector", "/sector",
               system.sector ? numberText(system.sector->fromDegrees) + " to " + numberText(system.sector->toDegrees)
                             : std::string(),
               "All round; 350 to 80"},
              sectorValue);
  form.text("Remarks", "/remarks", system.remarks, 2);
  form.id();
  editRanges(form, system);
  ImGui::Spacing();
  if (quietButton(panel, "Remove the system", "Only a system that no site names can be removed", "part-remove")) {
    panel.run("part-remove system " + edit::quoted(system.id));
  }
  ImGui::PopID();
}

void drawAddSystem(const Panel& panel) {
  InterfaceState::Editing& editing = panel.state.editing;
  ImGui::PushID("add system");
  inspectorSubheading(panel, "Another system");
  bool entered = plainField(panel, "Name", "##new-system-name", editing.newSystemName, "What it is called");
  entered = plainField(panel, "Range, km", "##new-system-km", editing.newSystemKm, "300") || entered;
  const FieldValue km = numberValue(editing.newSystemKm);
  const bool isPossible = !editing.newSystemName.empty() && km && km->has_value();
  rowLabel(panel, "");
  ImGui::BeginDisabled(!isPossible);
  const bool add = ImGui::Button("Add system");
  ImGui::EndDisabled();
  tooltipWithKey(panel,
                 isPossible ? "Adds it and opens all that can be said of it" : "Give it a name and a range first",
                 "system-add");
  if (isPossible && (add || entered)) {
    const std::string id = edit::freeId(panel.view.workspace.document(), editing.newSystemName, "system");
    panel.run(fmt::format("system-add {} {}", edit::quoted(editing.newSystemName), (*km)->dump()));
    panel.run("edit-system " + edit::quoted(id));
    editing.newSystemName.clear();
    editing.newSystemKm.clear();
  }
  rowLabel(panel, "Catalogue");
  if (ImGui::BeginCombo("##catalogue", "Copy a system…", ImGuiComboFlags_HeightLarge)) {
    for (const System& system : panel.view.catalogue.systems) {
      const System* own = panel.view.workspace.document().findSystem(system.id);
      if (own && !own->fromCatalogue) continue;
      ImGui::PushID(system.id.c_str());
      if (ImGui::Selectable(scene::systemName(system, panel.view.preferences.language).c_str())) {
        panel.run("system-copy " + edit::quoted(system.id));
        panel.run("edit-system " + edit::quoted(system.id));
      }
      ImGui::PopID();
    }
    ImGui::EndCombo();
  }
  tooltipWithKey(panel, "Takes all of it into the scenario, to be changed freely", "system-copy");
  ImGui::PopID();
}

}  // namespace cordon::ui
