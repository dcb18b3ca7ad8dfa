#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "mapdata/gazetteer.h"
#include "scenario/document.h"

/// Changes of features on the map: each takes a document or a part of it and changes just that. Pure.
namespace cordon::edit {

/// An id made of a name, free among a document's features, systems, sources and views: "Southern Kurils" becomes
/// "southern-kurils"; `otherwise` where no letter of it is ASCII; "-2", "-3", ... where it is taken.
std::string freeId(const scenario::Document& document, std::string_view name, std::string_view otherwise);

/// Where one vertex of a feature stands: of a point all are 0.
struct VertexIndex {
  std::size_t path = 0;    ///< line or, counted through all polygons, ring
  std::size_t vertex = 0;  ///< for an insertion: the one before which it comes; the path's size appends

  friend bool operator==(const VertexIndex&, const VertexIndex&) = default;
};

/// All vertices of a geometry, path by path, in their order.
std::vector<scenario::Path> pathsOf(const scenario::Geometry& geometry);

/// The vertex, or nothing where there is none.
std::optional<geo::LatLon> vertexAt(const scenario::Geometry& geometry, VertexIndex index);

/// Moves a vertex; false where there is none.
bool moveVertex(scenario::Feature& feature, VertexIndex index, geo::LatLon to);
/// Adds a vertex to a line, a track or an area; a track's times get one between its neighbours'. False for points and
/// places that do not exist.
bool insertVertex(scenario::Feature& feature, VertexIndex index, geo::LatLon at);
/// Takes a vertex out; false where a line would keep fewer than 2 or an area's ring fewer than 3.
bool removeVertex(scenario::Feature& feature, VertexIndex index);

/// A position carried by the rotation of the globe that takes `from` to `to` by the shortest way: shapes keep their
/// form on the sphere, at the poles and across the dateline as elsewhere. `from` itself comes to `to`.
geo::LatLon carried(geo::LatLon position, geo::LatLon from, geo::LatLon to);
/// Carries a whole feature.
void carry(scenario::Feature& feature, geo::LatLon from, geo::LatLon to);

/// The place that stands for a feature: a point, else the first vertex.
geo::LatLon anchorOf(const scenario::Feature& feature);

/// A position as a file keeps it, to a centimetre at most: degrees to seven decimals, longitude in [-180, 180].
geo::LatLon rounded(geo::LatLon position);

/// A place that a word names and how far the true place may lie from it.
struct NamedPlace {
  const mapdata::GazetteerPlace* place = nullptr;
  double accuracyKm = 0.0;
};

/// The gazetteer's place of a name or an id, letters compared without case; nothing where there is none. The accuracy
/// of an island is the distance to its farthest shore by `isOnLand`; of a town and other small places 5 km; of others
/// (seas, regions) none is known: 0.
std::optional<NamedPlace> findNamedPlace(const mapdata::Gazetteer& gazetteer, std::string_view name,
                                         const std::function<bool(geo::LatLon)>& isOnLand);

/// The features of these ids with all that they name, as the text of a scenario: what the clipboard holds.
std::string copiedText(const scenario::Document& document, const std::vector<std::string>& ids);

/// What was pasted.
struct Pasted {
  scenario::Document document;
  std::vector<std::string> ids;  ///< of the new features, in the text's order
};

/// Adds the features of a text (a scenario, or plain GeoJSON: an object, a feature or a collection) under free ids.
/// Systems and sources that it brings are added where the document has none of their id. Points become sites, lines
/// lines, polygons areas; the name is taken from "name" or "title". The diagnostics tell what was left out.
Result<Pasted> pasted(const scenario::Document& document, std::string_view text, const scenario::Catalogue& catalogue);

}  // namespace cordon::edit
