#include <fmt/format.h>

#include <set>
#include <unordered_map>

#include "scenario/document_members.h"
#include "scenario/io.h"
#include "scenario/parts.h"
#include "scenario/unknown_members.h"

namespace cordon::scenario {

namespace {

/// Reads one document; lives for one call of readDocument().
class DocumentReader {
 public:
  DocumentReader(const std::string& fileName, std::shared_ptr<const Json> root, const Catalogue& catalogue)
      : root_(std::move(root)), catalogue_(catalogue), context_(fileName, root_) {}

  Result<Document> read() {
    readAll();
    Diagnostics problems = context_.takeProblems();
    if (context_.hasErrors()) return Result<Document>::failure(std::move(problems));
    return Result<Document>(std::move(document_), std::move(problems));
  }

  std::vector<std::string> findUnknown() {
    std::vector<std::string> unknown;
    for (const auto& [name, value] : root_->items()) {
      static const std::set<std::string_view> known{"type", "cordon", "features", "crs", "bbox"};
      if (!known.contains(name)) unknown.push_back(Place().member(name).pointer());
    }
    context_.unknownMembers = &unknown;
    readAll();
    return unknown;
  }

  SoundReading readSound() {
    readAll();
    SoundReading reading{std::nullopt, context_.takeProblems()};
    if (!isUnusable_) {
      dropDangling();
      reading.document = std::move(document_);
    }
    return reading;
  }

 private:
  /// Reads everything; items that have an error are left out of the document.
  void readAll() {
    document_.origin = Origin(root_);
    const Place top;
    if (!requireType(*root_, root_->is_object(), "a GeoJSON FeatureCollection", top, context_)) {
      isUnusable_ = true;
      return;
    }
    checkCollection(top);
    readCordon(top);
    readFeatures(top);
    addNamedFromCatalogue(document_, catalogue_);
  }

  /// What named an item that was left out no longer does.
  void dropDangling() {
    std::unordered_set<std::string> sources;
    for (const Source& source : document_.sources) sources.insert(source.id);
    std::unordered_set<std::string> systems;
    for (const System& system : document_.systems) systems.insert(system.id);
    const auto keepKnown = [&sources](std::vector<std::string>& ids) {
      std::erase_if(ids, [&](const std::string& id) { return !sources.contains(id); });
    };
    for (System& system : document_.systems) {
      for (RangeClaim& range : system.ranges) keepKnown(range.sources);
    }
    for (std::size_t i = 0; i < document_.features.size(); ++i) {
      Feature feature = document_.features[i];
      keepKnown(feature.sources);
      std::erase_if(feature.systems, [&](const SystemAssignment& a) { return !systems.contains(a.systemId); });
      for (SystemAssignment& assignment : feature.systems) keepKnown(assignment.sources);
      if (!(feature == document_.features[i])) document_.features.set(i, std::move(feature));
    }
    if (document_.defaultView && !document_.findView(*document_.defaultView)) document_.defaultView.reset();
  }

  void checkCollection(const Place& top) {
    const auto type = root_->find("type");
    if (type == root_->end() || *type != "FeatureCollection") {
      context_.error(top.member("type"), "A scenario must have the \"type\" \"FeatureCollection\".",
                     "It is a GeoJSON file: see docs/scenario-format.md.");
      isUnusable_ = true;
    }
    // Old GeoJSON may name another coordinate system: reading it as degrees would put everything elsewhere.
    const auto crs = root_->find("crs");
    if (crs == root_->end() || crs->is_null()) return;
    const std::string name = crs->is_object() ? crs->dump() : "";
    if (name.find("CRS84") == std::string::npos && name.find("4326") == std::string::npos) {
      context_.error(top.member("crs"), "The file is not in longitude and latitude of WGS84.",
                     "Convert it, e.g. with ogr2ogr -lco RFC7946=YES.");
      isUnusable_ = true;
    }
  }

  void readCordon(const Place& top) {
    const Place place = top.member("cordon");
    const auto cordon = root_->find("cordon");
    if (cordon == root_->end() || !cordon->is_object()) {
      context_.error(place, "The file has no object \"cordon\", which makes a GeoJSON file a scenario.",
                     "Add at least \"cordon\": { \"version\": 1 }.");
      collectIds({});
      isUnusable_ = true;
      return;
    }
    readVersion(*cordon, place);
    readMembers(documentMembers(), *cordon, document_, place, context_, {"version", "systems", "sources", "views"});
    if (document_.from && document_.to && document_.to->lastDay() < document_.from->firstDay()) {
      context_.error(place.member("to"), "\"to\" is before \"from\".", "Swap or mend the dates.");
    }
    // Sources first: systems and features refer to them, features to systems.
    readList<Source>(*cordon, "sources", place, document_.sources,
                     [this](const Json& json, const Place& at) { return readSource(json, at, context_); });
    collectIds(*cordon);
    readList<System>(*cordon, "systems", place, document_.systems, [this](const Json& json, const Place& at) {
      const auto id = json.find("id");
      const System* base = id != json.end() && id->is_string()
                               ? catalogue_.findSystem(id->template get_ref<const std::string&>())
                               : nullptr;
      return readSystem(json, base ? std::make_shared<const System>(*base) : nullptr, at, context_);
    });
    readList<View>(*cordon, "views", place, document_.views,
                   [this](const Json& json, const Place& at) { return readView(json, at, context_); });
    checkDefaultView(place);
  }

  void readVersion(const Json& cordon, const Place& place) {
    const auto version = cordon.find("version");
    if (version == cordon.end()) {
      context_.error(place, "The scenario has no \"version\".", "Add \"version\": 1.");
    } else if (!version->is_number_integer() || *version != 1) {
      context_.error(place.member("version"),
                     fmt::format("This program reads version 1 of the format, not {}.", describeType(*version)),
                     "Use a newer program, or write 1.");
      isUnusable_ = true;
    }
  }

  template <typename Item, typename Read>
  void readList(const Json& cordon, const std::string& name, const Place& place, std::vector<Item>& items,
                const Read& read) {
    const auto list = cordon.find(name);
    if (list == cordon.end() || list->is_null()) return;
    const Place at = place.member(name);
    if (!requireType(*list, list->is_array(), "an array", at, context_)) return;
    std::unordered_map<std::string, std::size_t> ids;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const Place item = at.item(i);
      if (!requireType((*list)[i], (*list)[i].is_object(), "an object", item, context_)) continue;
      const std::size_t errorsBefore = context_.errorCount();
      items.push_back(read((*list)[i], item));
      checkUnique(items.back().id, item, ids, i);
      if (context_.errorCount() != errorsBefore) items.pop_back();
    }
  }

  void checkUnique(const std::string& id, const Place& item, std::unordered_map<std::string, std::size_t>& ids,
                   std::size_t index) {
    if (id.empty()) return;
    const auto [earlier, isNew] = ids.emplace(id, index);
    if (!isNew) {
      context_.error(item.member("id"), fmt::format("The id {} is taken by item {}.", quote(id), earlier->second),
                     "Give each its own id.");
    }
  }

  void checkDefaultView(const Place& place) {
    if (!document_.defaultView || document_.findView(*document_.defaultView)) return;
    std::unordered_set<std::string> known;
    for (const View& view : document_.views) known.insert(view.id);
    reportUnknownId(context_, place.member("default_view"), "view", *document_.defaultView, known,
                    "Name one of the scenario's \"views\".");
  }

  static void addIds(const Json& cordon, const char* list, std::unordered_set<std::string>& ids) {
    const auto items = cordon.find(list);
    if (items == cordon.end() || !items->is_array()) return;
    for (const Json& item : *items) {
      const auto id = item.is_object() ? item.find("id") : item.end();
      if (id != item.end() && id->is_string()) ids.insert(id->get<std::string>());
    }
  }

  /// Systems and sources are known by id before they are read, so that one broken entry gives one message.
  void collectIds(const Json& cordon) {
    addIds(cordon, "sources", sourceIds_);
    for (const Source& source : catalogue_.sources) sourceIds_.insert(source.id);
    for (const System& system : catalogue_.systems) systemIds_.insert(system.id);
    addIds(cordon, "systems", systemIds_);
    context_.systemIds = &systemIds_;
    context_.sourceIds = &sourceIds_;
  }

  void readFeatures(const Place& top) {
    const Place place = top.member("features");
    const auto features = root_->find("features");
    if (features == root_->end() || !features->is_array()) {
      context_.error(place, "The file has no array \"features\".", "Add \"features\": [].");
      return;
    }
    std::unordered_map<std::string, std::size_t> ids;
    document_.features.reserve(features->size());
    std::vector<std::size_t> unnamed;
    for (std::size_t i = 0; i < features->size() && !context_.isHopeless(); ++i) {
      const Json& json = (*features)[i];
      const Place item = place.item(i);
      if (!requireType(json, json.is_object(), "an object", item, context_)) continue;
      const std::size_t errorsBefore = context_.errorCount();
      Feature feature = readFeature(json, "", item, context_);
      const bool isNamed = !feature.id.empty();
      if (isNamed) checkUnique(feature.id, item, ids, i);
      if (context_.errorCount() != errorsBefore) continue;
      if (!isNamed) unnamed.push_back(document_.features.size());
      document_.features.push_back(std::move(feature));
    }
    for (const std::size_t index : unnamed) {
      Feature& feature = document_.features.edit(index);
      feature.id = featureIdIfNone(index);
      while (!ids.emplace(feature.id, index).second) feature.id += "-unnamed";
    }
  }

  std::shared_ptr<const Json> root_;
  const Catalogue& catalogue_;
  ReadContext context_;
  Document document_;
  std::unordered_set<std::string> systemIds_;
  std::unordered_set<std::string> sourceIds_;
  bool isUnusable_ = false;
};

}  // namespace

Result<Document> readDocument(std::string_view text, const std::string& fileName, const Catalogue& catalogue) {
  auto json = parseJson(text, fileName);
  if (!json) return Result<Document>::failure(json.diagnostics());
  auto root = std::make_shared<const Json>(std::move(json).value());
  return DocumentReader(fileName, std::move(root), catalogue).read();
}

std::vector<std::string> unknownMembers(const Document& document) {
  auto root = std::make_shared<const Json>(parseJson(writeDocument(document), "").value());
  return DocumentReader("", std::move(root), Catalogue{}).findUnknown();
}

SoundReading readSound(std::string_view text, const std::string& fileName, const Catalogue& catalogue) {
  auto json = parseJson(text, fileName);
  if (!json) return {std::nullopt, json.diagnostics()};
  auto root = std::make_shared<const Json>(std::move(json).value());
  return DocumentReader(fileName, std::move(root), catalogue).readSound();
}

}  // namespace cordon::scenario
