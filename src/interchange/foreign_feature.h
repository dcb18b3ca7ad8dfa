#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

#include "base/result.h"
#include "interchange/losses.h"
#include "scenario/document.h"

namespace cordon::interchange {

using Json = nlohmann::ordered_json;

/// How much of a foreign file is read.
inline constexpr std::size_t kMostFileBytes = 100'000'000;
inline constexpr std::size_t kMostFeatures = 200'000;
inline constexpr std::size_t kMostVertices = 5'000'000;

/// A radius that a foreign file gives a point, and what it calls what reaches so far.
struct ForeignRange {
  double km = 0.0;
  double minimumKm = 0.0;  ///< 0: none
  std::string systemId;    ///< empty: made from the name or the radius
  std::string systemName;
  std::string color;  ///< "#rrggbb" or empty
  std::optional<scenario::Status> status;
  std::optional<scenario::Date> from;
  std::optional<scenario::Date> to;
  std::string remarks;
};

/// One thing of a foreign file, before it becomes a scenario's. Positions were checked: see isPosition().
struct ForeignFeature {
  std::string id;  ///< empty: made
  std::string name;
  std::string text;
  std::string group;
  std::variant<std::vector<geo::LatLon>, std::vector<scenario::Path>, std::vector<scenario::Polygon>> geometry;
  std::vector<scenario::Moment> times;  ///< of a single line: one a vertex
  std::optional<scenario::Date> from;
  std::optional<scenario::Date> to;
  std::vector<ForeignRange> ranges;
  scenario::Style style;
  Json attributes = Json::object();  ///< all else: kept in the feature's property "attributes"
};

/// Whether degrees are a position; longitudes up to 360 as scenarios take them.
bool isPosition(double latDegrees, double lonDegrees);

/// "2018-12-30", also from a longer text that begins with a date: nothing where none stands there.
std::optional<scenario::Date> dateOfText(std::string_view text);

/// "#rrggbb" of "#rrggbb", "#rgb" or "#rrggbbaa" in any case; empty for others.
std::string colorOfText(std::string_view text);

/// Makes a scenario of foreign features: points become sites, radii systems with a claim.
class DocumentBuilder {
 public:
  /// `catalogue` outlives the builder: systems of its ids take from it all but the radius.
  DocumentBuilder(const std::string& file, const scenario::Catalogue& catalogue);

  /// Adds a feature, several for more than one point. Returns false, and tells why, beyond the limits.
  bool add(ForeignFeature feature);

  Losses& losses() { return losses_; }
  void tell(Severity severity, std::string message, std::string mend = {});
  void setTitle(const std::string& title) { document_.title = title; }
  void setSummary(const std::string& summary) { document_.summary = summary; }
  void setDate(const scenario::Date& date) { document_.date = date; }
  /// Counts vertices before they are stored; false, and told, beyond kMostVertices.
  bool countVertices(std::size_t count);

  /// The document with warnings; a failure where an error was told or nothing was found.
  Result<scenario::Document> finish();

 private:
  void addOne(const ForeignFeature& source, scenario::FeatureKind kind, scenario::Geometry geometry, std::size_t part);
  std::string uniqueId(const std::string& wanted);
  std::string systemOf(const ForeignRange& range);

  std::string file_;
  const scenario::Catalogue& catalogue_;
  scenario::Document document_;
  Diagnostics told_;
  Losses losses_;
  std::unordered_set<std::string> ids_;
  std::unordered_map<std::string, std::string> systems_;  ///< name, radius, ... -> id
  std::unordered_set<std::string> systemIds_;
  std::size_t vertices_ = 0;
  bool isFull_ = false;
};

}  // namespace cordon::interchange
