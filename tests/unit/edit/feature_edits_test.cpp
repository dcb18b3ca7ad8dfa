#include "edit/feature_edits.h"

#include <gtest/gtest.h>

#include <cmath>

#include "geo/geodesic.h"
#include "unit/edit/edit_fixture.h"

namespace cordon::edit::test {

namespace {

using geo::LatLon;

TEST(Carried, TakesItsOriginToItsTargetAndKeepsDistancesOnTheSphere) {
  const LatLon from = LatLon::fromDegrees(44.0, 146.0);
  const LatLon other = LatLon::fromDegrees(45.0, 147.0);
  const auto arc = [](LatLon a, LatLon b) {
    return std::acos(std::sin(a.latRadians) * std::sin(b.latRadians) +
                     std::cos(a.latRadians) * std::cos(b.latRadians) * std::cos(a.lonRadians - b.lonRadians));
  };
  for (const LatLon to : {LatLon::fromDegrees(-30.0, 20.0), LatLon::fromDegrees(89.9, 0.0),
                          LatLon::fromDegrees(50.0, -179.9), LatLon::fromDegrees(-44.0, -34.0)}) {
    const LatLon arrived = carried(LatLon{from.latRadians + 1e-13, from.lonRadians}, from, to);
    EXPECT_NEAR(arrived.latRadians, to.latRadians, 1e-9);
    EXPECT_NEAR(arc(carried(other, from, to), to), arc(other, from), 1e-9);
  }
  EXPECT_EQ(carried(from, from, other), other);
}

TEST_F(Edit, AVertexIsMovedAddedAndRemoved) {
  scenario::Feature zone = *workspace.document().findFeature("zone");
  const std::size_t count = pathsOf(zone.geometry)[0].size();
  const LatLon place = LatLon::fromDegrees(45.5, 150.5);
  ASSERT_TRUE(insertVertex(zone, {0, 1}, place));
  EXPECT_EQ(pathsOf(zone.geometry)[0].size(), count + 1);
  EXPECT_EQ(vertexAt(zone.geometry, {0, 1}), place);
  ASSERT_TRUE(removeVertex(zone, {0, 1}));
  EXPECT_EQ(zone.geometry, workspace.document().findFeature("zone")->geometry);
  EXPECT_FALSE(removeVertex(zone, {0, 0})) << "a triangle is the least area";
  EXPECT_FALSE(moveVertex(zone, {0, 9}, place));
  EXPECT_FALSE(moveVertex(zone, {1, 0}, place));
  scenario::Feature fence = *workspace.document().findFeature("fence");
  ASSERT_TRUE(moveVertex(fence, {1, 1}, place));
  EXPECT_EQ(pathsOf(fence.geometry)[1][1], place);
  scenario::Feature site = *workspace.document().findFeature("kunashir");
  EXPECT_FALSE(insertVertex(site, {0, 0}, place));
}

TEST_F(Edit, IdsAreMadeOfNamesAndFree) {
  EXPECT_EQ(freeId(workspace.document(), "Southern Kurils!", "site"), "southern-kurils");
  EXPECT_EQ(freeId(workspace.document(), "Kunashir", "site"), "kunashir-2");
  EXPECT_EQ(freeId(workspace.document(), "国後島", "site"), "site");
  EXPECT_EQ(freeId(workspace.document(), "Kyodo", "source"), "kyodo-2") << "ids of sources count as well";
}

TEST_F(Edit, AnIslandIsKnownToItsFarthestShore) {
  mapdata::Gazetteer made;
  mapdata::GazetteerPlace& island = made.places.emplace_back();
  island.id = "round";
  island.kind = "island";
  island.names = {"Round Island", "Круглый", ""};
  island.position = LatLon::fromDegrees(46.0, 150.0);
  const auto isOnLand = [&](LatLon place) { return geo::geodesicDistanceMeters(place, island.position) < 40.0e3; };
  const auto found = findNamedPlace(made, "round ISLAND", isOnLand);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->accuracyKm, 40.0, 2.0);
  EXPECT_TRUE(findNamedPlace(made, "Круглый", isOnLand));
  EXPECT_FALSE(findNamedPlace(made, "nowhere", isOnLand));
  EXPECT_EQ(findNamedPlace(made, "round", [](LatLon) { return true; })->accuracyKm, 0.0) << "a continent is no island";
}

TEST_F(Edit, WhatIsCopiedComesBackUnderAFreeId) {
  const std::string text = copiedText(workspace.document(), {"kunashir", "fence"});
  const auto result = pasted(workspace.document(), text, {});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->ids, (std::vector<std::string>{"kunashir-2", "fence-2"}));
  const scenario::Feature* copy = result->document.findFeature("kunashir-2");
  ASSERT_NE(copy, nullptr);
  EXPECT_EQ(copy->geometry, workspace.document().findFeature("kunashir")->geometry);
  EXPECT_EQ(copy->systems, workspace.document().findFeature("kunashir")->systems);
  // Into another scenario it brings its system and that system's source.
  const auto elsewhere = pasted({}, text, {});
  ASSERT_TRUE(elsewhere);
  EXPECT_NE(elsewhere->document.findSystem("bal"), nullptr);
  EXPECT_NE(elsewhere->document.findSource("kyodo"), nullptr);
  EXPECT_EQ(elsewhere->document.findSystem("bastion"), nullptr);
}

TEST_F(Edit, PlainGeoJsonIsPasted) {
  const auto result = pasted(workspace.document(), R"({"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"name": "A port", "color": 3},
       "geometry": {"type": "Point", "coordinates": [10, 20]}},
      {"type": "Feature", "properties": null, "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}},
      {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [10, 120]}}]})",
                             {});
  ASSERT_TRUE(result);
  ASSERT_EQ(result->ids.size(), 2U);
  EXPECT_EQ(result->document.findFeature(result->ids[0])->name, "A port");
  EXPECT_EQ(result->document.findFeature(result->ids[0])->kind, scenario::FeatureKind::Site);
  EXPECT_EQ(result->document.findFeature(result->ids[1])->kind, scenario::FeatureKind::Line);
  EXPECT_FALSE(result.diagnostics().empty()) << "the one that is nowhere is told";
  EXPECT_TRUE(pasted(workspace.document(), R"({"type": "Point", "coordinates": [10, 20]})", {}));
}

TEST_F(Edit, WhatIsNoGeoJsonIsRefused) {
  for (const char* text : {"", "hello", "[1, 2]", "{}", R"({"type": "Topology"})",
                           "{\"type\":", R"({"type": "FeatureCollection", "features": []})",
                           R"({"type": "Feature", "geometry": {"type": 7}})"}) {
    EXPECT_FALSE(pasted(workspace.document(), text, {})) << text;
  }
}

}  // namespace

}  // namespace cordon::edit::test
