#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "edit/command_words.h"
#include "edit/edit_command_parts.h"
#include "edit/feature_edits.h"
#include "scenario/part_edit.h"
#include "scenario/words.h"

namespace cordon::edit {

namespace {

using scenario::Document;
using scenario::PartKind;
using Json = nlohmann::ordered_json;

struct PartWord {
  std::string_view text;
  PartKind kind;
};
constexpr std::array<PartWord, 4> kParts{{{"feature", PartKind::Feature},
                                          {"system", PartKind::System},
                                          {"source", PartKind::Source},
                                          {"view", PartKind::View}}};

Result<PartKind> readPart(const std::string& word) {
  std::vector<std::string> known;
  for (const PartWord& part : kParts) {
    if (part.text == word) return part.kind;
    known.emplace_back(part.text);
  }
  return Result<PartKind>::failure(unknown("part", word, known));
}

/// Whether a text is meant as JSON: anything but what a person would simply write as a text.
bool looksLikeJson(const std::string& text) {
  if (text.empty()) return false;
  return text.front() == '{' || text.front() == '[' || text.front() == '"' || text == "true" || text == "false" ||
         text == "null" || text.find_first_not_of("0123456789.-+eE") == std::string::npos;
}

/// The value of a word; a member that holds a date or a name is a text also where it looks like a number.
Json valueOf(const std::string& word, const std::string& pointer) {
  constexpr std::array<std::string_view, 20> kTexts{"name",       "title",    "subtitle", "summary",   "author",
                                                    "from",       "to",       "date",     "due",       "last_confirmed",
                                                    "text",       "remarks",  "group",    "publisher", "url",
                                                    "disclaimer", "language", "meaning",  "operator",  "id"};
  const std::string last = pointer.substr(pointer.rfind('/') + 1);
  const bool inNames = pointer.find("names/") != std::string::npos;
  if (inNames || std::find(kTexts.begin(), kTexts.end(), last) != kTexts.end()) {
    if (word.size() < 2 || word.front() != '"') return word;
  }
  if (!looksLikeJson(word)) return word;
  Json parsed = Json::parse(word, nullptr, false);
  return parsed.is_discarded() ? Json(word) : parsed;
}

/// A pointer as the reader has it: a feature's property may be named by its bare name.
std::string pointerOf(PartKind kind, const std::string& word) {
  if (!word.empty() && word.front() == '/') return word;
  return (kind == PartKind::Feature ? "/properties/" : "/") + word;
}

/// What a reader calls a member: "status" of "/properties/systems/0/status".
std::string memberName(const std::string& pointer) {
  std::string name = pointer.substr(pointer.rfind('/') + 1);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string partName(const Document& document, PartKind kind, const std::string& id) {
  if (kind == PartKind::Feature) {
    const scenario::Feature* feature = document.findFeature(id);
    return feature ? stepName(*feature) : id;
  }
  if (kind == PartKind::System) {
    const scenario::System* system = document.findSystem(id);
    return system && !system->name.empty() ? system->name : id;
  }
  return id;
}

Failure changeMember(const EditSubjects& subjects, const Arguments& arguments, bool sets) {
  const Result<PartKind> kind = readPart(arguments[0]);
  if (!kind) return kind.diagnostics().front();
  const std::string pointer = pointerOf(*kind, arguments[2]);
  Workspace& workspace = subjects.workspace;
  const std::optional<Json> value = sets ? std::optional(valueOf(arguments[3], pointer)) : std::nullopt;
  return applyOrTell(
      workspace,
      fmt::format("{} the {} of {}", sets ? "Change" : "Remove", memberName(pointer),
                  partName(workspace.document(), *kind, arguments[1])),
      scenario::withMember(workspace.document(), *kind, arguments[1], pointer, value, subjects.data.catalogue),
      fmt::format("set {} {} {}", arguments[0], arguments[1], pointer));
}

Failure changeScenario(const EditSubjects& subjects, const Arguments& arguments, bool sets) {
  const std::string pointer = pointerOf(PartKind::Document, arguments[0]);
  const std::optional<Json> value = sets ? std::optional(valueOf(arguments[1], pointer)) : std::nullopt;
  return applyOrTell(subjects.workspace, fmt::format("Change the scenario's {}", memberName(pointer)),
                     scenario::withMember(subjects.workspace.document(), PartKind::Document, {}, pointer, value,
                                          subjects.data.catalogue),
                     "set scenario " + pointer);
}

Failure addStatement(const EditSubjects& subjects, const Arguments& arguments) {
  Workspace& workspace = subjects.workspace;
  Json statement{{"system", arguments[1]}, {"status", arguments[2]}};
  if (arguments.size() > 3 && !arguments[3].empty()) statement["from"] = arguments[3];
  if (arguments.size() > 4 && !arguments[4].empty()) statement["sources"] = Json::array({arguments[4]});
  const scenario::Feature* site = workspace.document().findFeature(arguments[0]);
  if (site == nullptr) return plainError(fmt::format("There is no site \"{}\".", arguments[0]));
  // The first makes the list.
  const bool isFirst = site->systems.empty();
  return applyOrTell(workspace,
                     fmt::format("{} {} at {}", partName(workspace.document(), PartKind::System, arguments[1]),
                                 arguments[2], stepName(*site)),
                     scenario::withMember(workspace.document(), PartKind::Feature, arguments[0],
                                          isFirst ? "/properties/systems" : "/properties/systems/-",
                                          isFirst ? Json::array({statement}) : statement, subjects.data.catalogue));
}

Failure addSource(const EditSubjects& subjects, const Arguments& arguments) {
  Workspace& workspace = subjects.workspace;
  Json source{{"id", freeId(workspace.document(), arguments[0].substr(0, 40), "source")}, {"title", arguments[0]}};
  constexpr std::array kMembers{"publisher", "date", "url"};
  for (std::size_t i = 0; i < kMembers.size(); ++i) {
    if (arguments.size() > i + 1 && !arguments[i + 1].empty()) source[kMembers[i]] = arguments[i + 1];
  }
  return applyOrTell(workspace, "Add the source " + arguments[0],
                     scenario::withPart(workspace.document(), PartKind::Source, source, subjects.data.catalogue));
}

Failure addSystem(const EditSubjects& subjects, const Arguments& arguments) {
  Workspace& workspace = subjects.workspace;
  const Result<double> km = readNumber("range", arguments[1], {0.0, 20037.0, true});
  if (!km) return km.diagnostics().front();
  const Json system{{"id", freeId(workspace.document(), arguments[0], "system")},
                    {"name", arguments[0]},
                    {"ranges", Json::array({Json{{"km", *km}}})}};
  return applyOrTell(workspace, "Add the system " + arguments[0],
                     scenario::withPart(workspace.document(), PartKind::System, system, subjects.data.catalogue));
}

/// A system of the catalogue as the document's own, all of it, so that it can be changed freely.
Failure copySystem(const EditSubjects& subjects, const Arguments& arguments) {
  Workspace& workspace = subjects.workspace;
  const scenario::System* system = subjects.data.catalogue.findSystem(arguments[0]);
  if (system == nullptr) {
    std::vector<std::string> ids;
    for (const scenario::System& each : subjects.data.catalogue.systems) ids.push_back(each.id);
    return unknown("system of the catalogue", arguments[0], ids);
  }
  Document changed = workspace.document();
  const auto own = std::find_if(changed.systems.begin(), changed.systems.end(),
                                [&](const scenario::System& each) { return each.id == system->id; });
  if (own != changed.systems.end() && !own->fromCatalogue) {
    return plainError(fmt::format("The scenario has its own {} already.", system->name));
  }
  if (own != changed.systems.end()) changed.systems.erase(own);
  Document alone;
  alone.systems = {*system};
  return applyOrTell(
      workspace, "Copy the system " + system->name,
      scenario::withPart(changed, PartKind::System, scenario::partObject(alone, PartKind::System, system->id),
                         subjects.data.catalogue));
}

bool isNamed(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// What still names a source or a system, for the refusal to remove it.
std::string userOf(const Document& document, PartKind kind, const std::string& id) {
  for (const scenario::Feature& feature : document.features) {
    if (kind == PartKind::Source && isNamed(feature.sources, id)) return stepName(feature);
    for (const scenario::SystemAssignment& assignment : feature.systems) {
      if (kind == PartKind::System ? assignment.systemId == id : isNamed(assignment.sources, id)) {
        return stepName(feature);
      }
    }
  }
  if (kind == PartKind::Source) {
    for (const scenario::System& system : document.systems) {
      for (const scenario::RangeClaim& range : system.ranges) {
        if (isNamed(range.sources, id)) return system.name;
      }
    }
  }
  return {};
}

template <typename List>
bool removeFrom(List& parts, const std::string& id) {
  using std::erase_if;
  return erase_if(parts, [&](const auto& part) { return part.id == id; }) > 0;
}

template <typename Part>
Part& editable(std::vector<Part>& parts, std::size_t index) {
  return parts[index];
}
template <typename Part>
Part& editable(SharedList<Part>& parts, std::size_t index) {
  return parts.edit(index);
}

Failure removePart(const EditSubjects& subjects, const Arguments& arguments) {
  Workspace& workspace = subjects.workspace;
  const Result<PartKind> kind = readPart(arguments[0]);
  if (!kind) return kind.diagnostics().front();
  const std::string& id = arguments[1];
  const std::string user = userOf(workspace.document(), *kind, id);
  if (!user.empty()) {
    return plainError(fmt::format("The {} {} is still named by {}.", arguments[0], id, user),
                      "Take it out there first.");
  }
  Document changed = workspace.document();
  bool removed = false;
  switch (*kind) {
    case PartKind::System:
      removed = removeFrom(changed.systems, id);
      break;
    case PartKind::Source:
      removed = removeFrom(changed.sources, id);
      break;
    case PartKind::View:
      removed = removeFrom(changed.views, id);
      if (changed.defaultView == id) changed.defaultView.reset();
      break;
    case PartKind::Feature:
    case PartKind::Document:
      removed = removeFrom(changed.features, id);
      break;
  }
  if (!removed) return plainError(fmt::format("There is no {} {}.", arguments[0], id));
  workspace.apply(fmt::format("Remove the {} {}", arguments[0], id), std::move(changed));
  return std::nullopt;
}

/// Changes features; those that come out as they were stay shared with other documents.
template <typename Edit>
void editFeatures(scenario::Document& document, const Edit& edit) {
  for (std::size_t i = 0; i < document.features.size(); ++i) {
    scenario::Feature changed = document.features[i];
    edit(changed);
    if (!(changed == document.features[i])) document.features.set(i, std::move(changed));
  }
}

void replaceId(std::vector<std::string>& ids, const std::string& from, const std::string& to) {
  std::replace(ids.begin(), ids.end(), from, to);
}

Failure renamePart(const EditSubjects& subjects, const Arguments& arguments) {
  Workspace& workspace = subjects.workspace;
  const Result<PartKind> kind = readPart(arguments[0]);
  if (!kind) return kind.diagnostics().front();
  const std::string& from = arguments[1];
  const std::string& to = arguments[2];
  if (to.empty()) return plainError("An id must not be empty.");
  Document changed = workspace.document();
  bool found = false;
  const auto rename = [&](auto& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].id != from) continue;
      editable(parts, i).id = to;
      found = true;
    }
  };
  const auto isTaken = [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.id == to; });
  };
  const bool taken = *kind == PartKind::System   ? isTaken(changed.systems)
                     : *kind == PartKind::Source ? isTaken(changed.sources)
                     : *kind == PartKind::View   ? isTaken(changed.views)
                                                 : isTaken(changed.features);
  if (taken) return plainError(fmt::format("The id {} is taken.", to), "Choose another.");
  switch (*kind) {
    case PartKind::System:
      rename(changed.systems);
      editFeatures(changed, [&](scenario::Feature& feature) {
        for (scenario::SystemAssignment& assignment : feature.systems) {
          if (assignment.systemId == from) assignment.systemId = to;
        }
      });
      break;
    case PartKind::Source:
      rename(changed.sources);
      for (scenario::System& system : changed.systems) {
        for (scenario::RangeClaim& range : system.ranges) replaceId(range.sources, from, to);
      }
      editFeatures(changed, [&](scenario::Feature& feature) {
        replaceId(feature.sources, from, to);
        for (scenario::SystemAssignment& assignment : feature.systems) replaceId(assignment.sources, from, to);
      });
      break;
    case PartKind::View:
      rename(changed.views);
      if (changed.defaultView == from) changed.defaultView = to;
      break;
    case PartKind::Feature:
    case PartKind::Document:
      rename(changed.features);
      break;
  }
  if (!found) return plainError(fmt::format("There is no {} {}.", arguments[0], from));
  workspace.apply(fmt::format("Rename {} to {}", from, to), std::move(changed));
  if (*kind == PartKind::Feature) selectFeatures(workspace, {to});
  return std::nullopt;
}

}  // namespace

void addMemberCommands(const EditSubjects& subjects) {
  using Run = std::function<Failure(const EditSubjects&, const Arguments&)>;
  const auto add = [&](const char* name, const char* title, const char* usage, std::size_t least, std::size_t most,
                       const Run& run) {
    Command added = command(name, title, usage, "Edit");
    added.inPalette = false;
    added.run = [subjects, run](const Arguments& arguments) { return run(subjects, arguments); };
    addCommand(subjects.table, std::move(added), least, most);
  };
  add("set", "Change a member", "feature|system|source|view ID POINTER VALUE", 4, 4,
      [](const EditSubjects& s, const Arguments& a) { return changeMember(s, a, true); });
  add("unset", "Remove a member", "feature|system|source|view ID POINTER", 3, 3,
      [](const EditSubjects& s, const Arguments& a) { return changeMember(s, a, false); });
  add("scenario-set", "Change a property of the scenario", "MEMBER VALUE", 2, 2,
      [](const EditSubjects& s, const Arguments& a) { return changeScenario(s, a, true); });
  add("scenario-unset", "Remove a property of the scenario", "MEMBER", 1, 1,
      [](const EditSubjects& s, const Arguments& a) { return changeScenario(s, a, false); });
  add("statement-add", "Add a statement to a site", "SITE SYSTEM STATUS [FROM [SOURCE]]", 3, 5, addStatement);
  add("source-add", "Add a source", "TITLE [PUBLISHER [DATE [URL]]]", 1, 4, addSource);
  add("system-add", "Add a system", "NAME KM", 2, 2, addSystem);
  add("system-copy", "Copy a system of the catalogue", "ID", 1, 1, copySystem);
  add("part-remove", "Remove a system, a source or a view", "system|source|view ID", 2, 2, removePart);
  add("rename", "Change an id", "feature|system|source|view ID NEW_ID", 3, 3, renamePart);
}

}  // namespace cordon::edit
