#include "edit/edit_commands.h"

#include <algorithm>
#include <set>

#include "edit/command_words.h"
#include "edit/edit_command_parts.h"
#include "edit/feature_edits.h"
#include "scenario/words.h"

namespace cordon::edit {

namespace {

scene::ItemKind itemKindOf(scenario::FeatureKind kind) {
  switch (kind) {
    case scenario::FeatureKind::Line:
    case scenario::FeatureKind::Track:
      return scene::ItemKind::Line;
    case scenario::FeatureKind::Area:
      return scene::ItemKind::Area;
    case scenario::FeatureKind::Site:
    case scenario::FeatureKind::Note:
      break;
  }
  return scene::ItemKind::Site;
}

}  // namespace

std::string stepName(const scenario::Feature& feature) {
  return feature.name.empty() ? feature.id : feature.name;
}

std::optional<Diagnostic> applyOrTell(Workspace& workspace, std::string step, Result<scenario::Document> changed,
                                      std::string mergeKey) {
  if (!changed) return changed.diagnostics().front();
  for (const Diagnostic& warning : changed.diagnostics()) workspace.tell(warning.severity, warning.message);
  workspace.apply(std::move(step), std::move(changed).value(), std::move(mergeKey));
  return std::nullopt;
}

void selectFeatures(Workspace& workspace, const std::vector<std::string>& ids) {
  std::vector<scene::Item> items;
  for (const std::string& id : ids) {
    if (const scenario::Feature* feature = workspace.document().findFeature(id)) {
      items.push_back({itemKindOf(feature->kind), id});
    }
  }
  workspace.select(std::move(items));
}

std::vector<std::string> selectedFeatures(const Workspace& workspace) {
  std::set<std::string> wanted;
  for (const scene::Item& item : workspace.selection()) {
    if (item.kind == scene::ItemKind::Place) continue;
    const std::string id =
        item.kind == scene::ItemKind::Ring ? item.id.substr(0, item.id.rfind('/')) : std::string(item.id);
    if (const scenario::Feature* feature = workspace.document().findWhole(id)) wanted.insert(feature->id);
  }
  std::vector<std::string> ids;
  for (const scenario::Feature& feature : workspace.document().features) {
    if (wanted.contains(feature.id)) ids.push_back(feature.id);
  }
  return ids;
}

void addFeature(Workspace& workspace, scenario::Feature feature) {
  scenario::Document changed = workspace.document();
  const std::string kind(scenario::toWord(feature.kind));
  feature.id = freeId(changed, feature.name, kind);
  const std::string id = feature.id;
  const std::string step = feature.name.empty() ? "Add " + id : "Add " + feature.name;
  changed.features.push_back(std::move(feature));
  workspace.apply(step, std::move(changed));
  selectFeatures(workspace, {id});
}

void addEditCommands(CommandTable& table, Workspace& workspace, const EditingData& data) {
  const EditSubjects subjects{table, workspace, data};
  addMapEditCommands(subjects);
  addMemberCommands(subjects);
  Command stepEnd = command("step-end", "Make the next change a step of its own", "", "Edit");
  stepEnd.inPalette = false;
  stepEnd.run = [&workspace](const Arguments&) -> Failure {
    workspace.endMerging();
    return std::nullopt;
  };
  addCommand(table, std::move(stepEnd), 0, 0);
  Command mode = command("edit-mode", "Edit what is selected", "", "Edit", "E");
  addSwitch(
      table, std::move(mode), "Edit", "Read only", [&workspace] { return workspace.isEditing(); },
      [&workspace](bool on) { workspace.setEditing(on); });
}

}  // namespace cordon::edit
