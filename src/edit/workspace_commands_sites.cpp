#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "edit/command_words.h"
#include "edit/workspace_command_parts.h"
#include "scene/model_text.h"

namespace cordon::edit {

namespace {

using scene::Item;
using scene::ItemKind;

/// What stands on the map with a sign: sites and notes.
bool hasSign(const scenario::Feature& feature) {
  return feature.kind == scenario::FeatureKind::Site || feature.kind == scenario::FeatureKind::Note;
}

std::vector<std::string> siteIds(const scenario::Document& document) {
  std::vector<std::string> ids;
  for (const scenario::Feature& feature : document.features) {
    if (hasSign(feature)) ids.push_back(feature.id);
  }
  return ids;
}

std::string nameOf(const Workspace& workspace, const scenario::Feature& feature) {
  return scene::featureName(feature, workspace.shown().language);
}

/// A place's name as the map shows it now, which is its id there.
std::string shownName(const Workspace& workspace, const mapdata::GazetteerPlace& place) {
  return scene::chooseNames(place.names.en, mapdata::byLanguage(place.names), {}, workspace.shown().language, "").first;
}

ItemKind kindOf(const scenario::Feature& feature) {
  switch (feature.kind) {
    case scenario::FeatureKind::Line:
    case scenario::FeatureKind::Track:
      return ItemKind::Line;
    case scenario::FeatureKind::Area:
      return ItemKind::Area;
    case scenario::FeatureKind::Site:
    case scenario::FeatureKind::Note:
      break;
  }
  return ItemKind::Site;
}

std::optional<Item> findInDocument(const scenario::Document& document, const std::string& id) {
  if (const scenario::Feature* feature = document.findFeature(id)) return Item{kindOf(*feature), id};
  for (const scenario::Feature& feature : document.features) {
    // A ring ("site/system") or a part of a line ("line/1").
    if (id.size() <= feature.id.size() || id[feature.id.size()] != '/' || id.rfind(feature.id, 0) != 0) continue;
    const std::string rest = id.substr(feature.id.size() + 1);
    const auto isSystem = [&](const auto& assignment) { return assignment.systemId == rest; };
    if (std::any_of(feature.systems.begin(), feature.systems.end(), isSystem)) return Item{ItemKind::Ring, id};
    const auto* paths = std::get_if<std::vector<scenario::Path>>(&feature.geometry);
    const Result<std::size_t> next = readIndex("part", rest, paths == nullptr ? 0 : paths->size());
    if (rest == "0" || (next && *next < paths->size())) {
      if (paths != nullptr && paths->size() > 1) return Item{ItemKind::Line, id};
    }
  }
  return std::nullopt;
}

std::optional<Item> findOnMap(const Workspace& workspace, const std::string& id) {
  const mapdata::Gazetteer& gazetteer = workspace.gazetteer();
  for (const auto* shapes : {&gazetteer.straits, &gazetteer.seaLimits, &gazetteer.disputed}) {
    for (const mapdata::GazetteerShape& shape : *shapes) {
      if (shape.id == id) return Item{shape.closed ? ItemKind::Area : ItemKind::Line, id};
      for (std::size_t i = 1; !shape.closed && i < shape.parts.size(); ++i) {
        if (shape.id + "/" + std::to_string(i) == id) return Item{ItemKind::Line, id};
      }
    }
  }
  for (const mapdata::GazetteerPlace& place : gazetteer.places) {
    if (mapdata::isNamed(place, id)) return Item{ItemKind::Place, shownName(workspace, place)};
  }
  return std::nullopt;
}

Result<Item> findItem(const Workspace& workspace, const std::string& id) {
  if (id.empty()) return Result<Item>::failure(plainError("What to select has no name."));
  if (const auto item = findInDocument(workspace.document(), id)) return *item;
  if (const auto item = findOnMap(workspace, id)) return *item;
  std::vector<std::string> known;
  for (const scenario::Feature& feature : workspace.document().features) {
    known.push_back(feature.id);
    for (const scenario::SystemAssignment& assignment : feature.systems) {
      known.push_back(feature.id + "/" + assignment.systemId);
    }
  }
  for (const mapdata::GazetteerPlace& place : workspace.gazetteer().places)
    known.push_back(shownName(workspace, place));
  return Result<Item>::failure(unknown("thing", id, known));
}

Failure select(Workspace& workspace, const Arguments& arguments) {
  const bool adds = arguments.size() == 2;
  if (adds && arguments[1] != "add") {
    return plainError(fmt::format("\"{}\" is not add.", arguments[1]), "Write: select ID [add]");
  }
  const Result<Item> item = findItem(workspace, arguments[0]);
  if (!item) return item.diagnostics().front();
  if (adds && workspace.isSelected(*item)) {
    workspace.deselect(*item);
  } else {
    workspace.select({*item}, adds);
  }
  return std::nullopt;
}

Failure showSite(Workspace& workspace, const Arguments& arguments) {
  const std::vector<std::string> ids = siteIds(workspace.document());
  const std::string& id = arguments[0];
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) return unknown("site", id, ids);
  std::set<std::string>& hidden = workspace.shown().hiddenSites;
  if (arguments[1] == "only") {
    hidden = std::set<std::string>(ids.begin(), ids.end());
    hidden.erase(id);
    return std::nullopt;
  }
  const Result<bool> on = readSwitch(arguments[1], hidden.count(id) == 0);
  if (!on) return on.diagnostics().front();
  if (*on) {
    hidden.erase(id);
  } else {
    hidden.insert(id);
  }
  return std::nullopt;
}

std::vector<Command::Choice> siteChoices(const Workspace& workspace) {
  std::vector<Command::Choice> choices;
  for (const scenario::Feature& feature : workspace.document().features) {
    if (!hasSign(feature)) continue;
    const bool on = workspace.shown().hiddenSites.count(feature.id) == 0;
    const std::string name = nameOf(workspace, feature);
    choices.push_back({edit::quoted(feature.id) + (on ? " off" : " on"), (on ? "Hide " : "Show ") + name});
    choices.push_back({edit::quoted(feature.id) + " only", fmt::format("Show {} and no other site", name)});
  }
  return choices;
}

std::vector<Command::Choice> selectChoices(const Workspace& workspace) {
  std::vector<Command::Choice> choices;
  for (const scenario::Feature& feature : workspace.document().features) {
    choices.push_back({edit::quoted(feature.id), "Select " + nameOf(workspace, feature)});
  }
  return choices;
}

/// Selects every site whose sign the map shows now.
Failure selectAll(Workspace& workspace) {
  const Result<scene::RenderModel> model =
      scene::buildRenderModel(workspace.document(), workspace.gazetteer(), workspace.shown());
  if (!model) return model.diagnostics().front();
  std::vector<Item> items;
  for (const scene::SiteSymbol& site : model->sites) items.push_back({ItemKind::Site, site.id});
  workspace.select(std::move(items));
  return std::nullopt;
}

}  // namespace

void addSiteCommands(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;

  Command site = command("site", "Show or hide a site", "ID on|off|toggle|only", "Sites");
  site.choices = [&workspace] { return siteChoices(workspace); };
  site.run = [&workspace](const Arguments& arguments) { return showSite(workspace, arguments); };
  addCommand(subjects.table, std::move(site), 2, 2);

  addChoice<bool>(subjects.table, command("sites", "All sites", "", "Sites"),
                  {{"on", true, "show"}, {"off", false, "hide"}}, [&workspace](bool on) {
                    const std::vector<std::string> ids = siteIds(workspace.document());
                    workspace.shown().hiddenSites =
                        on ? std::set<std::string>() : std::set<std::string>(ids.begin(), ids.end());
                  });

  Command selected = command("select", "Select", "ID [add]", "Edit");
  selected.choices = [&workspace] { return selectChoices(workspace); };
  selected.run = [&workspace](const Arguments& arguments) { return select(workspace, arguments); };
  addCommand(subjects.table, std::move(selected), 1, 2);

  Command none = command("select-none", "Select nothing", "", "Edit");
  none.isPossible = [&workspace] { return !workspace.selection().empty(); };
  none.run = [&workspace](const Arguments&) -> Failure {
    workspace.select({});
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(none), 0, 0);

  Command all = command("select-all", "Select all sites", "", "Edit", "Ctrl+A");
  all.run = [&workspace](const Arguments&) { return selectAll(workspace); };
  addCommand(subjects.table, std::move(all), 0, 0);
}

}  // namespace cordon::edit
