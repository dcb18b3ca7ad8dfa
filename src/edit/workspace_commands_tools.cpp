#include <fmt/format.h>

#include <limits>

#include "edit/command_words.h"
#include "edit/words.h"
#include "edit/workspace_command_parts.h"
#include "geo/coordinate_format.h"
#include "geo/geodesic.h"

namespace cordon::edit {

namespace {

const char* chordOf(Tool tool) {
  switch (tool) {
    case Tool::Select:
      return "V";
    case Tool::Measure:
      return "M";
    case Tool::Area:
      return "A";
    case Tool::Bearing:
      return "B";
    case Tool::Ring:
      return "C";
    case Tool::Reach:
      return "Q";
    case Tool::AddSite:
      return "S";
    case Tool::AddNote:
      return "Shift+S";
    case Tool::DrawLine:
      return "D";
    case Tool::DrawArea:
      return "Shift+D";
    case Tool::DrawTrack:
      break;
  }
  return "";
}

void addTools(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;
  for (const scene::Word<Tool>& word : kToolWords) {
    const Tool tool = word.value;
    Command single = command(fmt::format("tool-{}", word.text), std::string(word.title), "",
                             addsToScenario(tool) ? "Edit" : "Tools", chordOf(tool));
    single.isOn = [&workspace, tool] { return workspace.tool() == tool; };
    single.run = [&workspace, tool](const Arguments&) -> Failure {
      workspace.setTool(tool);
      return std::nullopt;
    };
    addCommand(subjects.table, std::move(single), 0, 0);
  }
  Command tool = command("tool", "Tool", "", "Tools");
  tool.inPalette = false;
  addChoice<Tool>(subjects.table, std::move(tool), optionsOf<Tool>(kToolWords),
                  [&workspace](Tool chosen) { workspace.setTool(chosen); });

  Command end = command("tool-end", "End the path", "", "Tools", "Enter");
  end.isPossible = [&workspace] { return workspace.isDrawing(); };
  end.run = [&workspace](const Arguments&) -> Failure {
    workspace.endTool(true);
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(end), 0, 0);

  Command cancel = command("tool-cancel", "Cancel", "", "Tools", "Escape");
  cancel.run = [&workspace](const Arguments&) -> Failure {
    workspace.endTool(false);
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(cancel), 0, 0);
}

void addPathCommand(const CommandSubjects& subjects, Command added, bool closed) {
  Workspace& workspace = subjects.workspace;
  added.inPalette = false;
  added.run = [&workspace, closed](const Arguments& arguments) -> Failure {
    scene::MeasuredPath path;
    path.closed = closed;
    for (const std::string& word : arguments) {
      const Result<geo::LatLon> vertex = geo::parseCoordinates(word);
      if (!vertex) return vertex.diagnostics().front();
      path.vertices.push_back(*vertex);
    }
    workspace.tell(Severity::Note, scene::measureText(path, workspace.shown().lengthUnit));
    workspace.addPath(std::move(path));
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(added), closed ? 3 : 2, std::numeric_limits<std::size_t>::max());
}

std::string kilometersOf(const scene::FreeRing& ring) {
  return fmt::format("{:.6g} km", ring.radiusMeters / 1000.0);
}

void addRings(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;

  Command ring = command("ring", "Lay a ring about a position", "LAT,LON KM", "Tools");
  ring.inPalette = false;
  ring.run = [&workspace](const Arguments& arguments) -> Failure {
    const Result<geo::LatLon> centre = geo::parseCoordinates(arguments[0]);
    if (!centre) return centre.diagnostics().front();
    const Result<double> radius = readRingRadiusMeters(arguments[1]);
    if (!radius) return radius.diagnostics().front();
    workspace.shown().sketch.rings.push_back({*centre, *radius});
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(ring), 2, 2);

  Command radius = command("ring-radius", "Radius of free rings", "KM", "Tools");
  radius.choices = [] {
    std::vector<Command::Choice> choices;
    for (const int km : {50, 100, 200, 300, 500, 1000, 2000}) {
      choices.push_back({std::to_string(km), fmt::format("Radius of free rings: {} km", km)});
    }
    return choices;
  };
  radius.run = [&workspace](const Arguments& arguments) -> Failure {
    const Result<double> meters = readRingRadiusMeters(arguments[0]);
    if (!meters) return meters.diagnostics().front();
    workspace.setFreeRingMeters(*meters);
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(radius), 1, 1);

  Command remove = command("ring-remove", "Remove a free ring", "N|all", "Tools");
  remove.isPossible = [&workspace] { return !workspace.shown().sketch.rings.empty(); };
  remove.choices = [&workspace] {
    std::vector<Command::Choice> choices{{"all", "Remove all free rings"}};
    const std::vector<scene::FreeRing>& rings = workspace.shown().sketch.rings;
    for (std::size_t i = 0; i < rings.size(); ++i) {
      choices.push_back(
          {std::to_string(i + 1), fmt::format("Remove free ring {} ({})", i + 1, kilometersOf(rings[i]))});
    }
    return choices;
  };
  remove.run = [&workspace](const Arguments& arguments) -> Failure {
    std::vector<scene::FreeRing>& rings = workspace.shown().sketch.rings;
    if (arguments[0] == "all") {
      rings.clear();
      return std::nullopt;
    }
    const Result<std::size_t> number = readIndex("free ring", arguments[0], rings.size());
    if (!number) return number.diagnostics().front();
    rings.erase(rings.begin() + static_cast<std::ptrdiff_t>(*number - 1));
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(remove), 1, 1);
}

}  // namespace

void addToolCommands(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;
  addTools(subjects);
  addPathCommand(subjects, command("measure", "Measure between positions", "LAT,LON LAT,LON...", "Tools"), false);
  addPathCommand(subjects, command("area", "Measure the area of an outline", "LAT,LON LAT,LON LAT,LON...", "Tools"),
                 true);
  Command clear = command("measure-clear", "Remove all measured paths", "", "Tools");
  clear.isPossible = [&workspace] { return !workspace.shown().sketch.paths.empty(); };
  clear.run = [&workspace](const Arguments&) -> Failure {
    workspace.clearPaths();
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(clear), 0, 0);
  addRings(subjects);

  Command reach = command("reach", "Who reaches a position", "LAT,LON", "Tools");
  reach.inPalette = false;
  reach.run = [&workspace](const Arguments& arguments) -> Failure {
    const Result<geo::LatLon> place = geo::parseCoordinates(arguments[0]);
    if (!place) return place.diagnostics().front();
    workspace.askAbout(*place);
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(reach), 1, 1);
}

}  // namespace cordon::edit
