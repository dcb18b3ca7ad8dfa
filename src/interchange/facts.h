#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "interchange/map_rings.h"
#include "scenario/document.h"

/// What a scenario says of a thing, as one flat object: the attributes of tables, balloons and properties.
namespace cordon::interchange {

using Json = nlohmann::ordered_json;

/// Of a ring: id, site, system, status, radius_km, dates, sources, ... ; dates and sources as texts.
Json ringFacts(const scenario::Document& document, const MapRing& ring);

/// Of a feature: kind, name, accuracy_km, dates, sources, ... and every member that the format does not know.
Json featureFacts(const scenario::Document& document, const scenario::Feature& feature);

/// Of a statement: site, system, status, dates, confidence, remarks, sources.
Json statementFacts(const scenario::Document& document, const scenario::Feature& site,
                    const scenario::SystemAssignment& statement);

/// A claim in words: "at least 130 km, with the Kh-35U".
std::string claimText(const scenario::RangeClaim& claim);

/// A source in words: title, publisher, date, address.
std::string sourceText(const scenario::Source& source);

/// A fact as a text: texts as they are, others as JSON.
std::string factText(const Json& value);

/// A name that a person reads: the ring's site, system and radius; the feature's name, else its id.
std::string titleOf(const MapRing& ring);
std::string titleOf(const scenario::Feature& feature);

/// How a ring or a feature looks to other programs.
struct Look {
  std::string color = "#808080";  ///< "#rrggbb"
  double widthPixels = 2.0;
  double lineOpacity = 1.0;
  std::string fill = "#808080";
  double fillOpacity = 0.0;
};

/// The system's colour; the status decides how strong it is, and what is withdrawn is grey.
Look lookOf(const MapRing& ring);
Look lookOf(const scenario::Feature& feature);

/// A day as "2018-12-30".
std::string dayText(int daysSince1970);

/// Whether a feature is shown on a day; always without one.
bool isOnMap(const scenario::Feature& feature, const std::optional<scenario::Date>& day);

}  // namespace cordon::interchange
