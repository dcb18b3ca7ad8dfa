#include "scenario/document_members.h"
#include "scenario/io.h"
#include "scenario/json_patch_text.h"
#include "scenario/parts.h"

namespace cordon::scenario {

namespace {

/// Puts a list into an object; an empty one only where the object has the member already.
void setList(Json& object, const char* name, Json list) {
  const auto member = object.find(name);
  if (member == object.end()) {
    if (!list.empty()) object[name] = std::move(list);
  } else if (!(list.empty() && member->is_null())) {
    *member = std::move(list);
  }
}

/// Writes what is not the catalogue's.
template <typename Item>
Json writeOwn(const std::vector<Item>& items, Json (*write)(const Item&)) {
  Json list = Json::array();
  for (const Item& item : items) {
    if (!item.fromCatalogue) list.push_back(write(item));
  }
  return list;
}

Json writeCordon(const Document& document, const Json* before) {
  Json cordon = before ? *before : Json{{"version", document.version}};
  Document original;
  ReadContext ignored("", nullptr);
  if (before) readMembers(documentMembers(), *before, original, Place(), ignored);
  writeMembers(documentMembers(), document, original, Document{}, cordon);
  setList(cordon, "systems", writeOwn(document.systems, writeSystem));
  setList(cordon, "sources", writeOwn(document.sources, writeSource));
  Json views = Json::array();
  for (const View& view : document.views) views.push_back(writeView(view));
  setList(cordon, "views", std::move(views));
  return cordon;
}

Json writeFeatures(const Document& document) {
  Json features = Json::array();
  for (std::size_t i = 0; i < document.features.size(); ++i) {
    features.push_back(writeFeature(document.features[i], featureIdIfNone(i)));
  }
  return features;
}

Json documentTree(const Document& document) {
  const Json* before = document.origin.json();
  Json root = Json::object();
  if (!before) {
    root["type"] = "FeatureCollection";
    root["cordon"] = writeCordon(document, nullptr);
    root["features"] = writeFeatures(document);
    return root;
  }
  for (const auto& member : before->items()) {
    if (member.key() == "cordon") {
      root["cordon"] = writeCordon(document, &member.value());
    } else if (member.key() == "features") {
      root["features"] = writeFeatures(document);
    } else {
      root[member.key()] = member.value();
    }
  }
  return root;
}

}  // namespace

std::string writeDocument(const Document& document) {
  return printJson(documentTree(document));
}

std::string writeDocumentOver(std::string_view originalText, const Document& document) {
  return patchedText(originalText, documentTree(document));
}

}  // namespace cordon::scenario
