#include "ui/edit_feature.h"

#include <fmt/format.h>
#include <imgui.h>

#include <nlohmann/json.hpp>

#include "geo/coordinate_format.h"
#include "ui/edit_form.h"
#include "ui/edit_pickers.h"
#include "ui/edit_statements.h"
#include "ui/inspector_parts.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

using scenario::FeatureKind;

const char* const kProperties = "/properties";

std::string property(const char* name) {
  return std::string(kProperties) + '/' + name;
}

void editPosition(const EditForm& form, geo::LatLon position) {
  FieldText text{"Position", "/geometry", positionText(position, form.panel().view.preferences.coordinateFormat),
                 "44.18, 145.96"};
  text.waits = true;
  form.field(text, [&form](const std::string& typed) -> Result<std::string> {
    const Result<geo::LatLon> read = geo::parseCoordinates(typed);
    if (!read) return Result<std::string>::failure(read.diagnostics());
    return fmt::format("move {} {}", edit::quoted(form.part().id), positionArgument(*read));
  });
  tooltipWithKey(form.panel(), "Degrees (44.18, 145.96), degrees, minutes and seconds, or MGRS", "move");
}

void editStyle(const EditForm& form, const scenario::Style& style) {
  inspectorSubheading(form.panel(), "Style");
  const std::string at = property("style/");
  form.color("Line colour", at + "color", style.color.value_or(""));
  form.number("Width, px", at + "width", style.widthPixels);
  std::string dash;
  for (const double length : style.dashPixels) dash += (dash.empty() ? "" : ", ") + numberText(length);
  form.member({"Dashes, px", at + "dash", dash, "6, 4"}, numbersValue);
  form.color("Fill", at + "fill", style.fill.value_or(""));
  form.number("Fill opacity", at + "fill_opacity", style.fillOpacity);
  form.choice("Hatch", at + "hatch", optionsOf<scenario::Hatch>(),
              style.hatch ? std::string(scenario::toWord(*style.hatch)) : "", "As its kind has it");
}

void editTimes(const EditForm& form, const scenario::Feature& track) {
  const auto* paths = std::get_if<std::vector<scenario::Path>>(&track.geometry);
  if (!paths || paths->empty()) return;
  inspectorSubheading(form.panel(), "Times at the vertices");
  if (track.times.empty()) {
    if (quietButton(form.panel(), "Add times", "One for each vertex, at first the date shown")) {
      form.set(property("times"),
               std::vector<std::string>(paths->front().size(), form.panel().view.workspace.date().toString()));
    }
    return;
  }
  for (std::size_t i = 0; i < track.times.size(); ++i) {
    const std::string label = fmt::format("Vertex {}", i + 1);
    FieldText text{label, fmt::format("{}/{}", property("times"), i), track.times[i].toString()};
    text.after = FieldText::After::Dates;
    form.member(text, textValue);
  }
  if (quietButton(form.panel(), "Remove all times", "The track keeps its vertices")) {
    form.set(property("times"), std::nullopt);
  }
}

}  // namespace

void editFeature(const Panel& panel, const scenario::Feature& feature) {
  const EditForm form(panel, {scenario::PartKind::Feature, feature.id});
  ImGui::PushID(feature.id.c_str());
  const std::string kind = labelOf(scenario::toWord(feature.kind));
  inspectorHeading(panel, feature.name.empty() ? kind : feature.name, kind, feature.id);

  // What changes with the news comes first.
  if (feature.kind == FeatureKind::Site) editStatements(form, feature);

  inspectorSubheading(panel, "Place and name");
  form.text("Name", property("name"), feature.name);
  if (const auto* position = std::get_if<geo::LatLon>(&feature.geometry)) editPosition(form, *position);
  form.number("Accuracy, km", property("accuracy_km"), feature.accuracyKm);
  form.names("Name", property("names"), feature.names);
  form.names("Other", property("alt_names"), feature.altNames);
  tooltipWithKey(panel, "The other toponym of a disputed place: the map shows both alike");

  inspectorSubheading(panel, "Time");
  if (feature.kind == FeatureKind::Note || feature.date) form.date("Happened", property("date"), feature.date);
  form.date("Shown from", property("from"), feature.from);
  form.date("Shown until", property("to"), feature.to);
  if (feature.kind == FeatureKind::Track) editTimes(form, feature);

  inspectorSubheading(panel, "About it");
  form.text("Text", property("text"), feature.text, feature.kind == FeatureKind::Note ? 4 : 2);
  form.text("Remarks", property("remarks"), feature.remarks, 2);
  sourcesOf(form, "Sources", property("sources"), feature.sources);
  form.text("Group", property("group"), feature.group);
  form.member({"Label rank", property("label_priority"),
               feature.labelPriority == 0 ? std::string() : std::to_string(feature.labelPriority), "0"},
              numberValue);
  form.id();

  if (feature.kind != FeatureKind::Site && feature.kind != FeatureKind::Note) editStyle(form, feature.style);
  ImGui::PopID();
}

}  // namespace cordon::ui
