#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/coordinate_format.h"
#include "mapdata/gazetteer.h"
#include "scenario/document.h"

namespace cordon::ui {

/// A place that the search box offers.
struct SearchResult {
  std::string title;  ///< its name in the language asked for, and the name that was found where that is another
  std::string kind;   ///< "Site", "View", "Position", "Strait"
  std::string line;   ///< the command that goes there
};

/// What is wrong with a text that was meant as a position and is none, and how one is written; nothing for other texts.
/// Pure.
std::optional<std::string> positionProblem(std::string_view text);

/// Everything with a name in a scenario and on the map, to be found by any of its names in any language.
class PlaceIndex {
 public:
  PlaceIndex() = default;
  /// `language`: in which places are shown. Pure.
  PlaceIndex(const scenario::Document& document, const mapdata::Gazetteer& gazetteer, const std::string& language);

  /// The best answers, at most `most`: small and capital letters and accents are the same; names that are the text come
  /// first, then those that begin so, have a word that does, or hold it; the scenario's before the map's, important
  /// places before others. A text that is a position (geo::parseCoordinates) comes first of all, written in `format`.
  std::vector<SearchResult> find(std::string_view text, geo::CoordinateFormat format, std::size_t most) const;

 private:
  struct Name {
    std::string text;
    std::string folded;
  };
  struct Entry {
    std::string kind;
    std::string line;
    std::vector<Name> names;  ///< the one to show first; never empty
    int rank = 0;             ///< the least first
  };
  void add(Entry entry, const std::vector<std::string>& names);
  void addDocument(const scenario::Document& document, const std::string& language);
  void addPlace(const std::string& kind, const std::string& id, const mapdata::PlaceNames& names,
                const mapdata::PlaceNames& otherNames, int rank, const std::string& language);

  std::vector<Entry> entries_;
};

}  // namespace cordon::ui
