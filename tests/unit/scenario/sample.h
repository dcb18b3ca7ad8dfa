#pragma once

#include <filesystem>
#include <string>

#include "scenario/io.h"

namespace cordon::scenario::test {

inline std::filesystem::path assetsFolder() {
  return std::filesystem::path(CORDON_SOURCE_DIR) / "assets";
}

inline const Catalogue& catalogue() {
  static const Catalogue loaded = loadCatalogue(assetsFolder()).value();
  return loaded;
}

/// The smallest useful scenario of docs/scenario-format.md.
inline std::string smallestText() {
  return R"({ "type": "FeatureCollection",
  "cordon": { "version": 1, "title": "One battery",
    "systems": [ { "id": "bal", "name": "Bal",
      "ranges": [ { "km": 130, "bound": "at_least", "source": "kyodo", "default": true },
                  { "km": 260, "bound": "exact", "meaning": "with the Kh-35U" } ] } ],
    "sources": [ { "id": "kyodo", "title": "A title", "publisher": "Kyodo", "date": "2018-12-30", "url": "https://example.org/" } ] },
  "features": [ { "type": "Feature", "id": "kunashir",
    "geometry": { "type": "Point", "coordinates": [145.96, 44.18] },
    "properties": { "kind": "site", "name": "Kunashir", "names": { "ja": "国後島", "ru": "Кунашир" },
      "accuracy_km": 67, "systems": [ { "system": "bal", "status": "deployed", "from": "2016-11-18",
      "last_confirmed": "2016-11-22", "sources": ["kyodo"] } ] } } ] })";
}

/// The smallest scenario with one text in it replaced.
inline std::string smallestWith(const std::string& before, const std::string& after) {
  std::string text = smallestText();
  const auto at = text.find(before);
  if (at == std::string::npos) throw std::logic_error("not in the sample: " + before);
  return text.replace(at, before.size(), after);
}

}  // namespace cordon::scenario::test
