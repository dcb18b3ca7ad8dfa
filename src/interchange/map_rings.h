#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/ring.h"
#include "scenario/document.h"

namespace cordon::interchange {

/// A ring that the map shows, for the days on which it does. Points into the document.
struct MapRing {
  std::string id;  ///< "kunashir/bal"; of further ones of the same system at the same site "kunashir/bal/2"
  const scenario::Feature* site = nullptr;
  const scenario::SystemAssignment* statement = nullptr;
  const scenario::System* system = nullptr;
  const scenario::RangeClaim* claim = nullptr;
  double radiusMeters = 0.0;
  double innerRadiusMeters = 0.0;  ///< 0: none
  std::optional<int> firstDay;     ///< days since 1970-01-01; none: always before
  std::optional<int> lastDay;      ///< none: for ever
};

/// The rings of a day or, without one, of all days, in the document's order.
///
/// A statement's ring is shown from when it comes into force until another replaces it (scenario::stateAt); one that is
/// replaced for a while gives two rings. The radius is that of the system's default claim; a system without a radius
/// over its minimum range has none.
std::vector<MapRing> mapRings(const scenario::Document& document, const std::optional<scenario::Date>& day);

/// The region of a ring, as dense as chordErrorMeters() says.
geo::RingShape shapeOf(const MapRing& ring);

}  // namespace cordon::interchange
