#include <fmt/format.h>

#include <cmath>

#include "edit/command_words.h"
#include "edit/feature_edits.h"
#include "edit/workspace_command_parts.h"
#include "scenario/words.h"

namespace cordon::edit {

namespace {

double rounded(double value, double perUnit) {
  return std::round(value * perUnit) / perUnit;
}

/// What the format has of a camera, rounded to what a reader would write: 0.1 m, metres and thousandths of a degree.
scenario::CameraView viewOf(const scene::Camera& camera) {
  scenario::CameraView view;
  view.latDegrees = rounded(camera.target.latDegrees(), 1e6);
  view.lonDegrees = rounded(std::remainder(camera.target.lonDegrees(), 360.0), 1e6);
  view.rangeKm =
      std::clamp(rounded(camera.rangeMeters / 1000.0, 1e3), scenario::kLeastCameraKm, scenario::kMostCameraKm);
  const double heading = rounded(std::fmod(geo::radiansToDegrees(camera.headingRadians), 360.0), 1e3);
  view.headingDegrees = heading < 0.0 ? heading + 360.0 : heading;
  view.tiltDegrees = std::clamp(rounded(geo::radiansToDegrees(camera.tiltRadians), 1e3), 0.0, 89.999);
  return view;
}

/// The layers as the format has them: nothing where all are on, else the shorter of those shown and those hidden.
std::vector<std::string> layersOf(const std::vector<bool>& layers) {
  const std::vector<std::string>& names = scenario::layerNames();
  std::vector<std::string> shown;
  std::vector<std::string> hidden;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (layers[i]) {
      shown.push_back(names[i]);
    } else {
      hidden.push_back("-" + names[i]);
    }
  }
  return shown.empty() || hidden.size() <= shown.size() ? hidden : shown;
}

Failure addView(Workspace& workspace, const std::string& name) {
  if (name.find_first_not_of(" \t") == std::string::npos) return plainError("The view needs a name.");
  scenario::Document changed = workspace.document();
  scenario::View view;
  view.id = freeId(changed, name, "view");
  view.name = name;
  view.frame = viewOf(workspace.camera());
  view.date = workspace.shown().date;
  view.layers = layersOf(workspace.shown().layers);
  changed.views.push_back(std::move(view));
  workspace.apply("Add view " + name, std::move(changed));
  return std::nullopt;
}

Failure removeView(Workspace& workspace, const std::string& id) {
  const scenario::View* view = workspace.document().findView(id);
  if (view == nullptr) {
    std::vector<std::string> ids;
    for (const scenario::View& each : workspace.document().views) ids.push_back(each.id);
    return unknown("view", id, ids);
  }
  std::string step = "Remove view " + (view->name.empty() ? view->id : view->name);
  scenario::Document changed = workspace.document();
  std::erase_if(changed.views, [&](const scenario::View& each) { return each.id == id; });
  if (changed.defaultView == id) changed.defaultView.reset();
  workspace.apply(std::move(step), std::move(changed));
  return std::nullopt;
}

void addHistoryStep(const CommandSubjects& subjects, Command added, bool back) {
  Workspace& workspace = subjects.workspace;
  const auto isPossible = [&workspace, back] {
    return back ? workspace.history().canUndo() : workspace.history().canRedo();
  };
  const auto step = [&workspace, back] {
    return back ? workspace.history().undoStep() : workspace.history().redoStep();
  };
  added.isPossible = isPossible;
  added.choices = [isPossible, step, title = added.title] {
    return std::vector<Command::Choice>{{std::string(), isPossible() ? title + ": " + step() : title}};
  };
  added.run = [&workspace, back, isPossible, step](const Arguments&) -> Failure {
    if (!isPossible()) return plainError(back ? "There is nothing to undo." : "There is nothing to redo.");
    workspace.tell(Severity::Note, (back ? "Undone: " : "Redone: ") + step());
    if (back) {
      workspace.undo();
    } else {
      workspace.redo();
    }
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(added), 0, 0);
}

}  // namespace

void addDocumentCommands(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;

  Command add = command("view-add", "Add this view", "NAME", "View");
  add.choices = [&workspace] {
    const std::string name = fmt::format("View {}", workspace.document().views.size() + 1);
    return std::vector<Command::Choice>{{edit::quoted(name), fmt::format("Add this view as \"{}\"", name)}};
  };
  add.run = [&workspace](const Arguments& arguments) { return addView(workspace, arguments[0]); };
  addCommand(subjects.table, std::move(add), 1, 1);

  Command remove = command("view-remove", "Remove a view", "ID", "View");
  remove.isPossible = [&workspace] { return !workspace.document().views.empty(); };
  remove.choices = [&workspace] {
    std::vector<Command::Choice> choices;
    for (const scenario::View& view : workspace.document().views) {
      choices.push_back({edit::quoted(view.id), "Remove the view " + (view.name.empty() ? view.id : view.name)});
    }
    return choices;
  };
  remove.run = [&workspace](const Arguments& arguments) { return removeView(workspace, arguments[0]); };
  addCommand(subjects.table, std::move(remove), 1, 1);

  Command undo = command("undo", "Undo", "", "Edit", "Ctrl+Z");
  addHistoryStep(subjects, std::move(undo), true);
  Command redo = command("redo", "Redo", "", "Edit", "Ctrl+Shift+Z Ctrl+Y");
  addHistoryStep(subjects, std::move(redo), false);
}

}  // namespace cordon::edit
