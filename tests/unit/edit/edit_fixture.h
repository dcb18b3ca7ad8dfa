#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "edit/workspace_commands.h"
#include "scenario/io.h"

namespace cordon::edit::test {

/// Two systems at two sites on known days, a note, a line of two parts, an area and a view.
inline std::string scenarioText() {
  return R"({ "type": "FeatureCollection",
  "cordon": { "version": 1, "title": "Islands", "from": "2016-01-01", "to": "2018-12-31", "date": "2017-06-01",
    "default_view": "north",
    "views": [ { "id": "north", "name": "North", "camera": { "lat": 50, "lon": 155, "range_km": 2000 } } ],
    "systems": [
      { "id": "bal", "name": "Bal", "ranges": [
        { "km": 130, "bound": "at_least", "source": "kyodo", "default": true },
        { "km": 260, "bound": "exact", "meaning": "with the Kh-35U" } ] },
      { "id": "bastion", "name": "Bastion", "names": { "ru": "Бастион" }, "ranges": [ { "km": 300, "bound": "exact" } ] },
      { "id": "third", "name": "Third", "ranges": [ { "km": 50, "bound": "exact" } ] } ],
    "sources": [ { "id": "kyodo", "title": "A title", "publisher": "Kyodo" } ] },
  "features": [
    { "type": "Feature", "id": "kunashir", "geometry": { "type": "Point", "coordinates": [145.96, 44.18] },
      "properties": { "kind": "site", "name": "Kunashir", "names": { "ru": "Кунашир" },
        "systems": [ { "system": "bal", "status": "deployed", "from": "2016-11-18" } ] } },
    { "type": "Feature", "id": "iturup", "geometry": { "type": "Point", "coordinates": [147.9, 45.0] },
      "properties": { "kind": "site", "name": "Iturup",
        "systems": [ { "system": "bastion", "status": "deployed", "from": "2018-03" } ] } },
    { "type": "Feature", "id": "remark", "geometry": { "type": "Point", "coordinates": [146.5, 44.5] },
      "properties": { "kind": "note", "text": "A remark" } },
    { "type": "Feature", "id": "fence", "geometry": { "type": "MultiLineString",
        "coordinates": [ [[140, 45], [141, 46]], [[142, 45], [143, 46]] ] },
      "properties": { "kind": "line", "name": "A fence" } },
    { "type": "Feature", "id": "zone", "geometry": { "type": "Polygon",
        "coordinates": [ [[150, 45], [151, 45], [151, 46], [150, 45]] ] },
      "properties": { "kind": "area", "name": "A zone" } } ] })";
}

inline scenario::Document document() {
  Result<scenario::Document> read = scenario::readDocument(scenarioText(), "islands.geojson", {});
  for (const Diagnostic& diagnostic : read.diagnostics()) ADD_FAILURE() << toString(diagnostic);
  return std::move(read).value();
}

inline mapdata::Gazetteer gazetteer() {
  mapdata::Gazetteer made;
  mapdata::GazetteerPlace& sea = made.places.emplace_back();
  sea.id = "okhotsk";
  sea.kind = "sea";
  sea.names = {"Sea of Okhotsk", "Охотское море", "オホーツク海"};
  sea.position = geo::LatLon::fromDegrees(53.0, 150.0);
  mapdata::GazetteerShape& strait = made.straits.emplace_back();
  strait.id = "friza";
  strait.parts = {{geo::LatLon::fromDegrees(45.5, 149.0), geo::LatLon::fromDegrees(45.8, 149.5)},
                  {geo::LatLon::fromDegrees(45.9, 149.6), geo::LatLon::fromDegrees(46.0, 149.7)}};
  return made;
}

/// A workspace with that scenario open, and the commands on it.
class Edit : public testing::Test {
 protected:
  Edit() {
    workspace.open(document(), "/elsewhere/islands.geojson", "islands.geojson", {});
    addWorkspaceCommands(table, workspace, preferences);
  }

  /// Carries out a line that must succeed.
  void run(const std::string& line) {
    const std::optional<Diagnostic> failure = table.run(line);
    EXPECT_FALSE(failure) << line << ": " << toString(*failure);
  }

  /// What a line that must fail is answered with.
  std::string refusal(const std::string& line) {
    const std::optional<Diagnostic> failure = table.run(line);
    EXPECT_TRUE(failure) << line;
    return failure ? toString(*failure) : std::string();
  }

  const scene::ModelOptions& shown() const { return workspace.shown(); }
  const scene::Sketch& sketch() const { return workspace.shown().sketch; }

  mapdata::Gazetteer places = gazetteer();
  Workspace workspace{places};
  Preferences preferences;
  CommandTable table;
};

}  // namespace cordon::edit::test
