#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "edit/command_words.h"
#include "edit/edit_command_parts.h"
#include "edit/feature_edits.h"
#include "geo/coordinate_format.h"
#include "geo/geodesic.h"
#include "scenario/part_edit.h"

namespace cordon::edit {

namespace {

using scenario::Document;
using scenario::Feature;
using scenario::FeatureKind;

Feature* findMutable(Document& document, std::string_view id) {
  const std::optional<std::size_t> index = document.featureIndex(id);
  return index ? &document.features.edit(*index) : nullptr;
}

Diagnostic noFeature(const Document& document, const std::string& id) {
  std::vector<std::string> ids;
  for (const Feature& feature : document.features) ids.push_back(feature.id);
  return unknown("feature", id, ids);
}

/// Where a word says that something stands: sets position, accuracy and, where there is none yet, the name.
Failure readWhere(const EditSubjects& subjects, const std::string& word, Feature& feature) {
  const Result<geo::LatLon> position = geo::parseCoordinates(word);
  if (position) {
    feature.geometry = rounded(*position);
    return std::nullopt;
  }
  const auto place = findNamedPlace(subjects.workspace.gazetteer(), word, subjects.data.isOnLand);
  if (!place) {
    return Diagnostic{Severity::Error,
                      fmt::format("\"{}\" is no position and no place of the map.", word),
                      {},
                      {},
                      {},
                      "Write one such as 44.03,145.85, 44°02'N 145°51'E, 54TYN0123456789, or an island's name."};
  }
  feature.geometry = rounded(place->place->position);
  if (place->accuracyKm > 0.0) feature.accuracyKm = place->accuracyKm;
  if (feature.name.empty()) feature.name = mapdata::nameIn(place->place->names, "en");
  if (feature.names.empty() && feature.name == place->place->names.en) {
    feature.names = mapdata::byLanguage(place->place->names);
    feature.names.erase("en");
    feature.altNames = mapdata::byLanguage(place->place->otherNames);
  }
  return std::nullopt;
}

/// A hint where something is unusual; it is done all the same.
void hint(const EditSubjects& subjects, const Feature& feature) {
  Workspace& workspace = subjects.workspace;
  const auto* place = std::get_if<geo::LatLon>(&feature.geometry);
  if (feature.kind != FeatureKind::Site || place == nullptr) return;
  const auto twin = std::find_if(
      workspace.document().features.begin(), workspace.document().features.end(), [&](const Feature& other) {
        return other.id != feature.id && other.kind == FeatureKind::Site && other.geometry == feature.geometry;
      });
  if (twin != workspace.document().features.end()) {
    workspace.tell(Severity::Warning,
                   fmt::format("{} stands at the very place of {}.", stepName(feature), stepName(*twin)));
  } else if (!subjects.data.isOnLand(*place)) {
    workspace.tell(Severity::Note, fmt::format("{} stands at sea, as the map's coast has it.", stepName(feature)));
  }
}

Failure addSite(const EditSubjects& subjects, const Arguments& arguments) {
  Workspace& workspace = subjects.workspace;
  Feature site;
  site.kind = FeatureKind::Site;
  if (arguments.size() > 1) site.name = arguments[1];
  if (Failure problem = readWhere(subjects, arguments[0], site)) return problem;
  Document changed = workspace.document();
  site.id = freeId(changed, site.name, "site");
  const std::string id = site.id;
  changed.features.push_back(std::move(site));
  Result<Document> result(std::move(changed));
  if (arguments.size() > 2) {
    nlohmann::ordered_json statement{{"system", arguments[2]}};
    if (arguments.size() > 3) statement["status"] = arguments[3];
    if (arguments.size() > 4 && !arguments[4].empty()) statement["from"] = arguments[4];
    if (arguments.size() > 5 && !arguments[5].empty()) statement["sources"] = {arguments[5]};
    const Document before = std::move(result).value();
    result = scenario::withMember(before, scenario::PartKind::Feature, id, "/properties/systems",
                                  nlohmann::ordered_json::array({statement}), subjects.data.catalogue);
  }
  if (!result) return result.diagnostics().front();
  const Feature added = *result->findFeature(id);
  if (Failure problem = applyOrTell(workspace, "Add " + stepName(added), std::move(result))) return problem;
  selectFeatures(workspace, {id});
  hint(subjects, added);
  return std::nullopt;
}

Failure addNote(const EditSubjects& subjects, const Arguments& arguments) {
  Feature note;
  note.kind = FeatureKind::Note;
  note.name = arguments[1];
  if (Failure problem = readWhere(subjects, arguments[0], note)) return problem;
  addFeature(subjects.workspace, std::move(note));
  return std::nullopt;
}

Result<scenario::Path> readPath(const Arguments& arguments) {
  scenario::Path path;
  for (const std::string& word : arguments) {
    const Result<geo::LatLon> vertex = geo::parseCoordinates(word);
    if (!vertex) return Result<scenario::Path>::failure(vertex.diagnostics());
    path.push_back(rounded(*vertex));
  }
  return path;
}

void addShapeCommand(const EditSubjects& subjects, const char* name, const char* title, FeatureKind kind) {
  const bool isArea = kind == FeatureKind::Area;
  Command added = command(name, title, "LAT,LON LAT,LON...", "Edit");
  added.inPalette = false;
  added.run = [subjects, kind, isArea](const Arguments& arguments) -> Failure {
    Result<scenario::Path> path = readPath(arguments);
    if (!path) return path.diagnostics().front();
    Feature shape;
    shape.kind = kind;
    if (isArea) {
      shape.geometry = std::vector<scenario::Polygon>{{{std::move(path).value()}}};
    } else {
      shape.geometry = std::vector<scenario::Path>{std::move(path).value()};
    }
    addFeature(subjects.workspace, std::move(shape));
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(added), isArea ? 3 : 2, 20000);
}

/// Carries features so that `from` comes to `to`; the same drag goes on in one step.
Failure carryFeatures(const EditSubjects& subjects, const std::vector<std::string>& ids, geo::LatLon from,
                      geo::LatLon to, const std::string& mergeKey) {
  Workspace& workspace = subjects.workspace;
  Document changed = workspace.document();
  const std::set<std::string> wanted(ids.begin(), ids.end());
  std::string name;
  std::size_t count = 0;
  for (std::size_t i = 0; i < changed.features.size(); ++i) {
    if (!wanted.contains(changed.features[i].id)) continue;
    Feature& feature = changed.features.edit(i);
    carry(feature, from, to);
    name = stepName(feature);
    ++count;
  }
  if (count == 0) return plainError("Nothing that can be moved is selected.", "Select a site, a line or an area.");
  const std::string step = count == 1 ? "Move " + name : fmt::format("Move {} features", count);
  workspace.apply(step, std::move(changed), mergeKey);
  return std::nullopt;
}

void addMoveCommands(const EditSubjects& subjects) {
  Workspace& workspace = subjects.workspace;
  Command move = command("move", "Move a feature", "ID LAT,LON", "Edit");
  move.inPalette = false;
  move.run = [subjects, &workspace](const Arguments& arguments) -> Failure {
    const Feature* feature = workspace.document().findFeature(arguments[0]);
    if (feature == nullptr) return noFeature(workspace.document(), arguments[0]);
    const Result<geo::LatLon> to = geo::parseCoordinates(arguments[1]);
    if (!to) return to.diagnostics().front();
    Failure failure = carryFeatures(subjects, {feature->id}, anchorOf(*feature), *to, {});
    if (!failure) hint(subjects, *workspace.document().findFeature(arguments[0]));
    return failure;
  };
  addCommand(subjects.table, std::move(move), 2, 2);

  Command group = command("move-selection", "Move what is selected", "FROM_LAT,LON TO_LAT,LON", "Edit");
  group.inPalette = false;
  group.run = [subjects, &workspace](const Arguments& arguments) -> Failure {
    const Result<geo::LatLon> from = geo::parseCoordinates(arguments[0]);
    if (!from) return from.diagnostics().front();
    const Result<geo::LatLon> to = geo::parseCoordinates(arguments[1]);
    if (!to) return to.diagnostics().front();
    return carryFeatures(subjects, selectedFeatures(workspace), *from, *to,
                         arguments.size() > 2 ? "drag " + arguments[2] : std::string());
  };
  addCommand(subjects.table, std::move(group), 2, 3);
}

void addVertexCommands(const EditSubjects& subjects) {
  enum class Change { Move, Add, Remove };
  const auto add = [&](const char* name, const char* title, Change change) {
    const bool hasPlace = change != Change::Remove;
    Command added = command(name, title, hasPlace ? "ID LAT,LON N [PATH]" : "ID N [PATH]", "Edit");
    added.inPalette = false;
    added.run = [subjects, change, hasPlace](const Arguments& arguments) -> Failure {
      Workspace& workspace = subjects.workspace;
      Document changed = workspace.document();
      Feature* feature = findMutable(changed, arguments[0]);
      if (feature == nullptr) return noFeature(changed, arguments[0]);
      geo::LatLon place;
      if (hasPlace) {
        const Result<geo::LatLon> read = geo::parseCoordinates(arguments[1]);
        if (!read) return read.diagnostics().front();
        place = *read;
      }
      const std::size_t at = hasPlace ? 2 : 1;
      const std::vector<scenario::Path> paths = pathsOf(feature->geometry);
      VertexIndex index;
      if (arguments.size() > at + 1) {
        const Result<std::size_t> path = readIndex("path", arguments[at + 1], paths.size());
        if (!path) return path.diagnostics().front();
        index.path = *path - 1;
      }
      const std::size_t most = paths[index.path].size() + (change == Change::Add ? 1 : 0);
      const Result<std::size_t> vertex = readIndex("vertex", arguments[at], most);
      if (!vertex) return vertex.diagnostics().front();
      index.vertex = *vertex - 1;
      const std::string of = " of " + stepName(*feature);
      if (change == Change::Move) {
        moveVertex(*feature, index, place);
        workspace.apply("Move a vertex" + of, std::move(changed),
                        fmt::format("vertex {} {} {}", arguments[0], index.path, index.vertex));
      } else if (change == Change::Add) {
        if (!insertVertex(*feature, index, place)) return plainError("A point has no vertices to add to.");
        workspace.apply("Add a vertex" + of, std::move(changed));
      } else {
        if (!removeVertex(*feature, index)) {
          return plainError("It would keep too few vertices.", "A line needs 2 and an area 3; delete it instead.");
        }
        workspace.apply("Remove a vertex" + of, std::move(changed));
      }
      return std::nullopt;
    };
    addCommand(subjects.table, std::move(added), hasPlace ? 3 : 2, hasPlace ? 4 : 3);
  };
  add("vertex-move", "Move a vertex", Change::Move);
  add("vertex-add", "Add a vertex", Change::Add);
  add("vertex-remove", "Remove a vertex", Change::Remove);
}

Failure removeFeatures(Workspace& workspace, const Arguments& arguments) {
  const std::vector<std::string> ids = arguments.empty() ? selectedFeatures(workspace) : arguments;
  if (ids.empty()) return plainError("Nothing that can be deleted is selected.", "Select a site, a line or an area.");
  Document changed = workspace.document();
  std::string name;
  for (const std::string& id : ids) {
    const Feature* feature = workspace.document().findFeature(id);
    if (feature == nullptr) return noFeature(workspace.document(), id);
    name = stepName(*feature);
  }
  const std::set<std::string> gone(ids.begin(), ids.end());
  erase_if(changed.features, [&](const Feature& feature) { return gone.contains(feature.id); });
  const std::string step = gone.size() == 1 ? "Delete " + name : fmt::format("Delete {} features", gone.size());
  workspace.apply(step, std::move(changed));
  workspace.tell(Severity::Note, step + ". Undo brings it back.");
  return std::nullopt;
}

Failure duplicate(Workspace& workspace) {
  const std::vector<std::string> ids = selectedFeatures(workspace);
  if (ids.empty())
    return plainError("Nothing that can be duplicated is selected.", "Select a site, a line or an area.");
  // Beside the original, by what is seen of it.
  constexpr double kShareOfRange = 0.02;
  constexpr double kSouthEastRadians = 2.356194490192345;
  Document changed = workspace.document();
  std::vector<std::string> copies;
  for (const std::string& id : ids) {
    Feature copy = *workspace.document().findFeature(id);
    copy.id = freeId(changed, copy.name.empty() ? copy.id : copy.name, "feature");
    const geo::LatLon from = anchorOf(copy);
    carry(copy, from,
          geo::geodesicDirect(from, kSouthEastRadians, kShareOfRange * workspace.camera().rangeMeters).position);
    copies.push_back(copy.id);
    changed.features.push_back(std::move(copy));
  }
  const std::string name = stepName(changed.features.back());
  workspace.apply(ids.size() == 1 ? "Duplicate " + name : fmt::format("Duplicate {} features", ids.size()),
                  std::move(changed));
  selectFeatures(workspace, copies);
  return std::nullopt;
}

}  // namespace

void addMapEditCommands(const EditSubjects& subjects) {
  Workspace& workspace = subjects.workspace;
  Command site = command("site-add", "Add a site at a position or place",
                         "WHERE [NAME [SYSTEM [STATUS [FROM [SOURCE]]]]]", "Edit");
  site.inPalette = false;
  site.run = [subjects](const Arguments& arguments) { return addSite(subjects, arguments); };
  addCommand(subjects.table, std::move(site), 1, 6);

  Command note = command("note-add", "Add a note at a position or place", "WHERE NAME", "Edit");
  note.inPalette = false;
  note.run = [subjects](const Arguments& arguments) { return addNote(subjects, arguments); };
  addCommand(subjects.table, std::move(note), 2, 2);

  addShapeCommand(subjects, "line-add", "Add a line", FeatureKind::Line);
  addShapeCommand(subjects, "track-add", "Add a track", FeatureKind::Track);
  addShapeCommand(subjects, "area-add", "Add an area", FeatureKind::Area);
  addMoveCommands(subjects);
  addVertexCommands(subjects);

  Command remove = command("delete", "Delete what is selected", "[ID...]", "Edit", "Delete");
  remove.isPossible = [&workspace] { return !selectedFeatures(workspace).empty(); };
  remove.run = [&workspace](const Arguments& arguments) { return removeFeatures(workspace, arguments); };
  addCommand(subjects.table, std::move(remove), 0, 20000);

  Command twin = command("duplicate", "Duplicate what is selected", "", "Edit", "Ctrl+D");
  twin.isPossible = [&workspace] { return !selectedFeatures(workspace).empty(); };
  twin.run = [&workspace](const Arguments&) { return duplicate(workspace); };
  addCommand(subjects.table, std::move(twin), 0, 0);
}

}  // namespace cordon::edit
