#include <fmt/format.h>

#include <array>
#include <memory>

#include "scenario/change.h"
#include "scenario/document_members.h"
#include "scenario/io.h"
#include "scenario/parts.h"

namespace cordon::scenario {

namespace {

/// A change is an array of entries, one a part or set of members:
///   { "remove" or "add": "feature", "at": 3, "id": "matua", "object": { ... } }
/// and of a system or source that is the catalogue's, "catalogue": true instead of the object.
/// The document's own members are texts within the text: so they may nest as deeply as in a scenario.
constexpr const char* kRemove = "remove";
constexpr const char* kAdd = "add";

template <typename Part>
struct PartName;
template <>
struct PartName<Feature> {
  static constexpr const char* kText = "feature";
};
template <>
struct PartName<System> {
  static constexpr const char* kText = "system";
};
template <>
struct PartName<Source> {
  static constexpr const char* kText = "source";
};
template <>
struct PartName<View> {
  static constexpr const char* kText = "view";
};

std::string oneLine(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Of a feature without origin the id is always written, of others where their own object has one.
void writePart(const Feature& feature, Json& entry) {
  const bool isNew = feature.origin.json() == nullptr;
  if (isNew) entry["new"] = true;
  entry["object"] = writeFeature(feature, isNew ? std::string() : feature.id);
}

void writePart(const System& system, Json& entry) {
  if (system.fromCatalogue) {
    entry["catalogue"] = true;
    return;
  }
  if (system.base) entry["base"] = system.base->id;
  entry["object"] = writeSystem(system);
}

void writePart(const Source& source, Json& entry) {
  if (source.fromCatalogue) {
    entry["catalogue"] = true;
  } else {
    entry["object"] = writeSource(source);
  }
}

void writePart(const View& view, Json& entry) {
  entry["object"] = writeView(view);
}

template <typename Part>
void writeItems(const std::vector<typename ListChange<Part>::Item>& items, const char* what, Json& entries) {
  for (const auto& item : items) {
    Json entry = {{what, PartName<Part>::kText}, {"at", item.index}, {"id", item.part.id}};
    writePart(item.part, entry);
    entries.push_back(std::move(entry));
  }
}

template <typename Part>
void writeList(const ListChange<Part>& change, Json& entries) {
  writeItems<Part>(change.removed, kRemove, entries);
  writeItems<Part>(change.added, kAdd, entries);
}

/// Reads the entries of one change; lives for one call of readChange().
class ChangeReader {
 public:
  ChangeReader(std::shared_ptr<const Json> root, const Catalogue& catalogue)
      : root_(std::move(root)), catalogue_(catalogue), context_("", root_) {}

  Result<Change> read() {
    const Place top;
    if (requireType(*root_, root_->is_array(), "an array of what changed", top, context_)) {
      for (std::size_t i = 0; i < root_->size(); ++i) readEntry((*root_)[i], top.item(i));
    }
    if (context_.hasErrors()) return Result<Change>::failure(context_.takeProblems());
    return std::move(change_);
  }

 private:
  void readEntry(const Json& entry, const Place& place) {
    if (!requireType(entry, entry.is_object(), "an object", place, context_)) return;
    if (entry.contains("before") && entry.contains("after")) {
      change_.members = Change::Members{readMembersText(entry["before"], place.member("before")),
                                        readMembersText(entry["after"], place.member("after"))};
      return;
    }
    const bool isAdded = entry.contains(kAdd);
    if (isAdded == entry.contains(kRemove)) {
      context_.error(place, "An entry of a change must add or remove something.");
      return;
    }
    const Json& part = entry[isAdded ? kAdd : kRemove];
    if (part == PartName<Feature>::kText) {
      readItem(entry, place, isAdded, change_.features);
    } else if (part == PartName<System>::kText) {
      readItem(entry, place, isAdded, change_.systems);
    } else if (part == PartName<Source>::kText) {
      readItem(entry, place, isAdded, change_.sources);
    } else if (part == PartName<View>::kText) {
      readItem(entry, place, isAdded, change_.views);
    } else {
      context_.error(place, fmt::format("A change cannot concern {}.", describeType(part)));
    }
  }

  template <typename Part>
  void readItem(const Json& entry, const Place& place, bool isAdded, ListChange<Part>& list) {
    const auto at = entry.find("at");
    if (at == entry.end() || !at->is_number_unsigned()) {
      context_.error(place.member("at"), "An entry of a change must say at which place of the list it is.");
      return;
    }
    const auto id = entry.find("id");
    if (id == entry.end() || !id->is_string() || id->get_ref<const std::string&>().empty()) {
      context_.error(place.member("id"), "An entry of a change must have the id of what it concerns.");
      return;
    }
    std::optional<Part> part = readPart<Part>(entry, id->get<std::string>(), place);
    if (part) (isAdded ? list.added : list.removed).push_back({at->get<std::size_t>(), std::move(*part)});
  }

  template <typename Part>
  std::optional<Part> readPart(const Json& entry, const std::string& id, const Place& place) {
    if constexpr (std::is_same_v<Part, System> || std::is_same_v<Part, Source>) {
      if (entry.contains("catalogue")) return fromCatalogue<Part>(id, place);
    }
    const auto object = entry.find("object");
    const Place at = place.member("object");
    if (object == entry.end() || !object->is_object()) {
      context_.error(at, "An entry of a change must have the object that it concerns.");
      return std::nullopt;
    }
    Part part;
    if constexpr (std::is_same_v<Part, Feature>) {
      part = readFeature(*object, id, at, context_);
      if (entry.contains("new")) part.origin = Origin();
    } else if constexpr (std::is_same_v<Part, System>) {
      part = readSystem(*object, baseOf(entry, place), at, context_);
    } else if constexpr (std::is_same_v<Part, Source>) {
      part = readSource(*object, at, context_);
    } else {
      part = readView(*object, at, context_);
    }
    part.id = id;
    return part;
  }

  template <typename Part>
  std::optional<Part> fromCatalogue(const std::string& id, const Place& place) {
    const Part* found = nullptr;
    if constexpr (std::is_same_v<Part, System>) {
      found = catalogue_.findSystem(id);
    } else {
      found = catalogue_.findSource(id);
    }
    if (!found) {
      context_.error(place, fmt::format("The catalogue has no {} {}.", PartName<Part>::kText, quote(id)));
      return std::nullopt;
    }
    Part part = *found;
    part.fromCatalogue = true;
    part.origin = Origin();
    return part;
  }

  std::shared_ptr<const System> baseOf(const Json& entry, const Place& place) {
    const auto base = entry.find("base");
    if (base == entry.end()) return nullptr;
    const System* found = base->is_string() ? catalogue_.findSystem(base->get_ref<const std::string&>()) : nullptr;
    if (found) return std::make_shared<const System>(*found);
    context_.error(place.member("base"), fmt::format("The catalogue has no such system: {}.", describeType(*base)));
    return nullptr;
  }

  /// Reads a scenario without parts, of which only the document's own members count.
  Document readMembersText(const Json& text, const Place& place) {
    Document document;
    if (!requireType(text, text.is_string(), "a scenario's text", place, context_)) return document;
    auto json = parseJson(text.get_ref<const std::string&>(), "");
    if (!json) {
      context_.error(place, json.diagnostics().front().message);
      return document;
    }
    const auto root = std::make_shared<const Json>(std::move(json).value());
    const auto cordon = root->find("cordon");
    if (!root->is_object() || cordon == root->end() || !cordon->is_object()) {
      context_.error(place, "The text is no scenario.");
      return document;
    }
    readMembers(documentMembers(), *cordon, document, place, context_, {"version", "systems", "sources", "views"});
    document.origin = Origin(root);
    return document;
  }

  std::shared_ptr<const Json> root_;
  const Catalogue& catalogue_;
  ReadContext context_;
  Change change_;
};

}  // namespace

std::string writeChange(const Change& change) {
  Json entries = Json::array();
  writeList(change.features, entries);
  writeList(change.systems, entries);
  writeList(change.sources, entries);
  writeList(change.views, entries);
  if (change.members) {
    entries.push_back(
        {{"before", writeDocument(change.members->before)}, {"after", writeDocument(change.members->after)}});
  }
  return oneLine(entries);
}

Result<Change> readChange(std::string_view text, const Catalogue& catalogue) {
  auto json = parseJson(text, "");
  if (!json) return Result<Change>::failure(json.diagnostics());
  return ChangeReader(std::make_shared<const Json>(std::move(json).value()), catalogue).read();
}

}  // namespace cordon::scenario
