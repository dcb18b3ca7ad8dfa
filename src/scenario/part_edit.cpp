#include "scenario/part_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "scenario/document_members.h"
#include "scenario/parts.h"

namespace cordon::scenario {

namespace {

using Failure = Result<Document>;

Failure refuse(std::string message, std::string mend = "") {
  return Failure::failure(Diagnostic{Severity::Error, std::move(message), {}, {}, {}, std::move(mend)});
}

template <typename List>
auto findIn(List& parts, std::string_view id) {
  return std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.id == id; });
}

/// What may be named: the document's own and the catalogue's.
struct KnownIds {
  KnownIds(const Document& document, const Catalogue& catalogue) {
    for (const System& system : catalogue.systems) systems.insert(system.id);
    for (const System& system : document.systems) systems.insert(system.id);
    for (const Source& source : catalogue.sources) sources.insert(source.id);
    for (const Source& source : document.sources) sources.insert(source.id);
  }

  std::unordered_set<std::string> systems;
  std::unordered_set<std::string> sources;
};

/// Reads parts from one object, which they keep as their origin.
class PartReader {
 public:
  PartReader(Json object, const Document& document, const Catalogue& catalogue)
      : root_(std::make_shared<const Json>(std::move(object))), known_(document, catalogue), context_("", root_) {
    context_.systemIds = &known_.systems;
    context_.sourceIds = &known_.sources;
  }

  const Json& object() const { return *root_; }
  ReadContext& context() { return context_; }

 private:
  std::shared_ptr<const Json> root_;
  KnownIds known_;
  ReadContext context_;
};

/// Sets or removes what the pointer names; tells why it cannot.
std::optional<Diagnostic> setMember(Json& object, const std::string& pointer, const std::optional<Json>& value) {
  const auto problem = [&](const char* why) {
    return Diagnostic{Severity::Error,
                      fmt::format("There is no member {} to change: {}.", quote(pointer), why),
                      {},
                      {},
                      {},
                      "Write a JSON pointer such as /properties/name."};
  };
  try {
    const Json::json_pointer at(pointer);
    if (at.empty()) return problem("it names the whole part");
    if (value) {
      object[at] = *value;
      return std::nullopt;
    }
    Json& parent = object.at(at.parent_pointer());
    if (parent.is_array()) {
      const std::size_t index = std::stoul(at.back());
      if (index >= parent.size()) return problem("the list is shorter");
      parent.erase(index);
    } else {
      parent.erase(at.back());
    }
    return std::nullopt;
  } catch (const Json::exception&) {
    return problem("nothing stands there that could hold it");
  } catch (const std::logic_error&) {
    return problem("it is no place in a list");
  }
}

/// Ends a change: the document, or what is wrong with the part that was read.
Failure finished(Document changed, ReadContext& context, const Catalogue& catalogue) {
  Diagnostics problems = context.takeProblems();
  if (context.hasErrors()) return Failure::failure(std::move(problems));
  addNamedFromCatalogue(changed, catalogue);
  return Failure(std::move(changed), std::move(problems));
}

std::shared_ptr<const System> baseOf(const System& system, const Catalogue& catalogue) {
  if (system.base) return system.base;
  const System* entry = catalogue.findSystem(system.id);
  return entry ? std::make_shared<const System>(*entry) : nullptr;
}

/// A system's object as the document has it; of one that it takes from the catalogue, its id alone.
Json ownSystemObject(const System& system) {
  return system.fromCatalogue ? Json{{"id", system.id}} : writeSystem(system);
}

/// The first token of a pointer.
std::string topMember(const std::string& pointer) {
  return pointer.substr(1, pointer.find('/', 1) - 1);
}

Json documentObject(const Document& document) {
  const Json* root = document.origin.json();
  Json cordon = Json::object();
  if (root) {
    const auto found = root->find("cordon");
    if (found != root->end() && found->is_object()) cordon = *found;
  }
  Document original;
  ReadContext ignored("", nullptr);
  readMembers(documentMembers(), cordon, original, Place(), ignored, {"version", "systems", "sources", "views"});
  writeMembers(documentMembers(), document, original, Document{}, cordon);
  for (const char* list : {"version", "systems", "sources", "views"}) cordon.erase(list);
  return cordon;
}

Failure withDocumentMember(Document changed, const std::string& pointer, const std::optional<Json>& value,
                           const Catalogue& catalogue) {
  Json object = documentObject(changed);
  if (auto problem = setMember(object, pointer, value)) return Failure::failure(*problem);
  PartReader reader(std::move(object), changed, catalogue);
  Document read;
  readMembers(documentMembers(), reader.object(), read, Place(), reader.context());
  if (read.from && read.to && read.to->lastDay() < read.from->firstDay()) {
    reader.context().error(Place().member("to"), "\"to\" is before \"from\".", "Swap or mend the dates.");
  }
  if (read.defaultView && !changed.findView(*read.defaultView)) {
    reader.context().error(Place().member("default_view"),
                           fmt::format("There is no view {}.", quote(*read.defaultView)), "Name a saved view.");
  }
  std::apply([&](const auto&... member) { ((changed.*(member.pointer) = read.*(member.pointer)), ...); },
             documentMembers());
  return finished(std::move(changed), reader.context(), catalogue);
}

}  // namespace

std::string_view wordOf(PartKind kind) {
  switch (kind) {
    case PartKind::System:
      return "system";
    case PartKind::Source:
      return "source";
    case PartKind::View:
      return "view";
    case PartKind::Feature:
      return "feature";
    case PartKind::Document:
      break;
  }
  return "scenario";
}

Json partObject(const Document& document, PartKind kind, std::string_view id) {
  switch (kind) {
    case PartKind::Document:
      return documentObject(document);
    case PartKind::System:
      if (const System* system = document.findSystem(id)) return writeSystem(*system);
      break;
    case PartKind::Source:
      if (const Source* source = document.findSource(id)) return writeSource(*source);
      break;
    case PartKind::View:
      if (const View* view = document.findView(id)) return writeView(*view);
      break;
    case PartKind::Feature:
      if (const Feature* feature = document.findFeature(id)) return writeFeature(*feature, "");
      break;
  }
  return nullptr;
}

Result<Document> withMember(const Document& document, PartKind kind, std::string_view id, const std::string& pointer,
                            const std::optional<Json>& value, const Catalogue& catalogue) {
  if (pointer.empty() || pointer.front() != '/') {
    return refuse(fmt::format("{} is no JSON pointer.", quote(pointer)), "Write one such as /properties/name.");
  }
  if (pointer == "/id") return refuse("An id is not changed as a member.", "Rename the part instead.");
  Document changed = document;
  const auto none = [&](const char* what) { return refuse(fmt::format("There is no {} {}.", what, quote(id))); };
  switch (kind) {
    case PartKind::Document:
      return withDocumentMember(std::move(changed), pointer, value, catalogue);
    case PartKind::System: {
      const auto system = findIn(changed.systems, id);
      if (system == changed.systems.end()) return none("system");
      const auto base = baseOf(*system, catalogue);
      Json object = ownSystemObject(*system);
      const std::string top = topMember(pointer);
      if (top.size() + 1 != pointer.size() && !object.contains(top)) {
        // Within a list that the catalogue gives: the list becomes the document's own.
        System free = *system;
        free.base = nullptr;
        free.origin = Origin();
        const Json whole = writeSystem(free);
        if (whole.contains(top)) object[top] = whole[top];
      }
      if (auto problem = setMember(object, pointer, value)) return Failure::failure(*problem);
      PartReader reader(std::move(object), changed, catalogue);
      *system = readSystem(reader.object(), base, Place(), reader.context());
      return finished(std::move(changed), reader.context(), catalogue);
    }
    case PartKind::Source: {
      const auto source = findIn(changed.sources, id);
      if (source == changed.sources.end()) return none("source");
      Json object = writeSource(*source);
      if (auto problem = setMember(object, pointer, value)) return Failure::failure(*problem);
      PartReader reader(std::move(object), changed, catalogue);
      *source = readSource(reader.object(), Place(), reader.context());
      return finished(std::move(changed), reader.context(), catalogue);
    }
    case PartKind::View: {
      const auto view = findIn(changed.views, id);
      if (view == changed.views.end()) return none("view");
      Json object = writeView(*view);
      if (auto problem = setMember(object, pointer, value)) return Failure::failure(*problem);
      PartReader reader(std::move(object), changed, catalogue);
      *view = readView(reader.object(), Place(), reader.context());
      return finished(std::move(changed), reader.context(), catalogue);
    }
    case PartKind::Feature: {
      const std::optional<std::size_t> index = changed.featureIndex(id);
      if (!index) return none("feature");
      const std::string idIfNone(id);
      Json object = writeFeature(changed.features[*index], idIfNone);
      if (auto problem = setMember(object, pointer, value)) return Failure::failure(*problem);
      PartReader reader(std::move(object), changed, catalogue);
      changed.features.set(*index, readFeature(reader.object(), idIfNone, Place(), reader.context()));
      return finished(std::move(changed), reader.context(), catalogue);
    }
  }
  return refuse("Nothing was named to change.");
}

Result<Document> withPart(const Document& document, PartKind kind, const Json& object, const Catalogue& catalogue) {
  Document changed = document;
  PartReader reader(object, changed, catalogue);
  const auto add = [&](auto& list, auto part) {
    if (part.id.empty()) {
      reader.context().error(Place().member("id"), "It has no id.");
    } else if (findIn(list, part.id) != list.end()) {
      reader.context().error(Place().member("id"), fmt::format("The id {} is taken.", quote(part.id)),
                             "Choose another.");
    }
    list.push_back(std::move(part));
  };
  switch (kind) {
    case PartKind::Document:
      return refuse("A document has one set of properties.");
    case PartKind::System: {
      System system = readSystem(reader.object(), nullptr, Place(), reader.context());
      add(changed.systems, std::move(system));
      break;
    }
    case PartKind::Source:
      add(changed.sources, readSource(reader.object(), Place(), reader.context()));
      break;
    case PartKind::View:
      add(changed.views, readView(reader.object(), Place(), reader.context()));
      break;
    case PartKind::Feature:
      add(changed.features, readFeature(reader.object(), "", Place(), reader.context()));
      break;
  }
  return finished(std::move(changed), reader.context(), catalogue);
}

}  // namespace cordon::scenario
