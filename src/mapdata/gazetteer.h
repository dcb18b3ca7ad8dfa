#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "geo/position.h"

namespace cordon::mapdata {

/// A name in the languages that maps are labelled in; empty where there is none.
struct PlaceNames {
  std::string en;
  std::string ru;
  std::string ja;
};

/// A named place of the map.
struct GazetteerPlace {
  std::string id;
  std::string kind;  ///< sea, gulf, strait, trench, island, town, cape, volcano, region
  int rank = 3;      ///< 1 the most important
  PlaceNames names;
  PlaceNames otherNames;          ///< the other claimant's, where a place is disputed
  geo::LatLon position;           ///< of a path: its middle vertex
  double heightMeters = 0.0;      ///< summits only; 0: none
  std::vector<geo::LatLon> path;  ///< along which the name runs; may be empty
  double extentKm = 0.0;          ///< how far a sea's name may spread; 0: not stated
};

/// A line or an area of the map's own data: a strait from shore to shore, a sea's limits, a disputed area or a claim.
struct GazetteerShape {
  std::string id;
  std::string kind;
  PlaceNames names;
  double widthKm = 0.0;  ///< straits: the first published width, else the measured one; 0: none
  bool closed = false;   ///< areas: each part is a ring, filled even-odd
  std::vector<std::vector<geo::LatLon>> parts;
};

/// All names and lines that ship with the map.
struct Gazetteer {
  std::vector<GazetteerPlace> places;
  std::vector<GazetteerShape> straits;
  std::vector<GazetteerShape> seaLimits;
  std::vector<GazetteerShape> disputed;
};

/// The name in a language ("en", "ru", "ja"), or else the English one; empty where there is neither. Pure, as those
/// below.
const std::string& nameIn(const PlaceNames& names, std::string_view language);

/// The names that there are, by language.
std::map<std::string, std::string> byLanguage(const PlaceNames& names);

/// Whether a text is the place's id or one of its names in any language, the other claimant's too.
bool isNamed(const GazetteerPlace& place, std::string_view text);

/// Reads places, straits, okhotsk_limits and disputed (.geojson) of a folder. Every file must be there; features
/// without a usable geometry are left out with a warning. Errors name file and place.
Result<Gazetteer> loadGazetteer(const std::filesystem::path& geodata);

}  // namespace cordon::mapdata
