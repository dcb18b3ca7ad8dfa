#include <gdal.h>
#include <gmock/gmock.h>
#include <ogr_api.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "geo/geodesic.h"
#include "interchange/flat_map.h"
#include "interchange/map_rings.h"
#include "unit/interchange/scenarios.h"

namespace cordon::interchange::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Exports : public InFolder {};

const std::string kSchema = std::string(CORDON_SOURCE_DIR) + "/tests/data/kml/gx_written.xsd";

scenario::Document builtIn() {
  const std::string assets = std::string(CORDON_SOURCE_DIR) + "/assets";
  const auto catalogue = scenario::loadCatalogue(assets);
  return *scenario::loadDocument(assets + "/scenarios/okhotsk.geojson", *catalogue);
}

/// Everything that may break a writer: markup in texts, dates, a track, an area over the dateline.
scenario::Document awkward() {
  return documentOf(
      R"("title":"A & <b>]]></b>","summary":"\u0001\uffff","views":[{"id":"v","date":"2018-12","camera":{"lat":50,"lon":-170,"range_km":900}},
         {"id":"w","extent":[170,40,-170,60]}],"default_view":"v",
         "sources":[{"id":"s","title":"T \"1\" <x> ]]>","url":"https://example.org/?a=1&b=\"2\""}],
         "systems":[{"id":"bal","name":"B&l","ranges":[{"km":130,"bound":"at_least","source":"s","meaning":"<m>"}],"minimum_range_km":20}])",
      R"({"type":"Feature","id":"a/1","geometry":{"type":"Point","coordinates":[179.5,51]},"properties":{"kind":"site","name":"Ö, \"x\"\n=1","colour_of_roof":"red","systems":[{"system":"bal","status":"deployed","from":"2016","source":"s"},{"system":"bal","status":"withdrawn","from":"2020-02-01"}]}},
         {"type":"Feature","id":"t","geometry":{"type":"LineString","coordinates":[[150,50],[151,51.5]]},"properties":{"kind":"track","times":["2018-05-07T14:30:00Z","2018-05-08"]}},
         {"type":"Feature","id":"l","geometry":{"type":"LineString","coordinates":[[170,50],[-170,50]]},"properties":{"kind":"line","style":{"dash":[4,2]}}},
         {"type":"Feature","id":"z","geometry":{"type":"Polygon","coordinates":[[[170,40],[-170,40],[-170,50],[170,50],[170,40]]]},"properties":{"kind":"area"}},
         {"type":"Feature","id":"n","geometry":{"type":"Point","coordinates":[0,0]},"properties":{"kind":"note","date":"2017","text":"]]>"}})");
}

TEST_F(Exports, KmlIsValid) {
  for (const scenario::Document& document : {awkward(), builtIn(), battery(89.0, 0.0, 500.0)}) {
    const auto file = write("out.kml", exported(document, Format::Kml));
    EXPECT_THAT(outputOf("xmllint --noout --nonet --schema '" + kSchema + "' '" + file.string() + "'"),
                HasSubstr("validates"));
    EXPECT_THAT(outputOf("xmllint --noout --nonet --schema '" + kSchema + "' '" + file.string() + "'"),
                Not(HasSubstr("failed")));
  }
}

TEST_F(Exports, KmlHasDonutsTimesSourcesAndATour) {
  const std::string kml = exported(awkward(), Format::Kml);
  EXPECT_THAT(kml, HasSubstr("<innerBoundaryIs>"));
  EXPECT_THAT(kml, HasSubstr("<begin>2016-01-01</begin><end>2020-01-31</end>"));
  EXPECT_THAT(
      kml, HasSubstr("<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">T &quot;1&quot; &lt;x&gt; ]]&gt;</a>"));
  EXPECT_THAT(kml, HasSubstr("<gx:Tour>"));
  EXPECT_THAT(kml, HasSubstr("<gx:Track>"));
}

TEST_F(Exports, EveryFormatIsReadByOgrinfoWithoutAWord) {
  for (const auto& [format, name] : {std::pair{Format::Kml, "out.kml"},
                                     {Format::Kmz, "out.kmz"},
                                     {Format::GeoJson, "out.geojson"},
                                     {Format::GeoPackage, "out.gpkg"},
                                     {Format::Csv, "out.csv"}}) {
    const auto file = write(name, exported(builtIn(), format));
    const std::string said = outputOf("ogrinfo -ro -al -so '" + file.string() + "'");
    EXPECT_THAT(said, HasSubstr("successful")) << name;
    EXPECT_THAT(said, Not(testing::AnyOf(HasSubstr("Warning"), HasSubstr("ERROR"), HasSubstr("failed"))))
        << name << said;
  }
}

TEST_F(Exports, GeoPackagePassesGdalsValidation) {
  for (const scenario::Document& document : {awkward(), builtIn()}) {
    const auto file = write("out.gpkg", exported(document, Format::GeoPackage));
    EXPECT_EQ(outputOf("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -q '" + file.string() + "'"), "");
  }
}

TEST_F(Exports, GeoPackageHoldsEachRingsVerticesAndAttributes) {
  const scenario::Document document = builtIn();
  const auto file = write("out.gpkg", exported(document, Format::GeoPackage));
  GDALAllRegister();
  GDALDatasetH dataset = GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
  ASSERT_NE(dataset, nullptr);
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, "rings");
  const std::vector<MapRing> rings = mapRings(document, std::nullopt);
  ASSERT_EQ(OGR_L_GetFeatureCount(layer, 1), static_cast<GIntBig>(rings.size()));
  for (const MapRing& ring : rings) {
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    EXPECT_EQ(OGR_F_GetFieldAsString(feature, OGR_F_GetFieldIndex(feature, "id")), ring.id);
    EXPECT_EQ(OGR_F_GetFieldAsDouble(feature, OGR_F_GetFieldIndex(feature, "radius_km")), ring.claim->maxKm);
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    const auto polygons = flatPolygons(shapeOf(ring));
    ASSERT_EQ(OGR_G_GetGeometryCount(geometry), static_cast<int>(polygons.size()));
    EXPECT_TRUE(OGR_G_IsValid(geometry)) << ring.id;
    OGRGeometryH outer = OGR_G_GetGeometryRef(OGR_G_GetGeometryRef(geometry, 0), 0);
    ASSERT_EQ(OGR_G_GetPointCount(outer), static_cast<int>(polygons[0].outer.size()) + 1);
    for (int i = 0; i + 1 < OGR_G_GetPointCount(outer); ++i) {
      const auto vertex = geo::LatLon::fromDegrees(OGR_G_GetY(outer, i), OGR_G_GetX(outer, i));
      EXPECT_NEAR(vertex.latDegrees(), polygons[0].outer[static_cast<std::size_t>(i)].latDegrees, 1e-7);
      EXPECT_NEAR(vertex.lonDegrees(), polygons[0].outer[static_cast<std::size_t>(i)].lonDegrees, 1e-7);
    }
    OGR_F_Destroy(feature);
  }
  EXPECT_EQ(OGR_L_GetFeatureCount(GDALDatasetGetLayerByName(dataset, "sources"), 1),
            static_cast<GIntBig>(document.sources.size()));
  GDALClose(dataset);
}

TEST_F(Exports, GeoJsonRingsStandAtTheirRadius) {
  const scenario::Document document = battery(44.0, 146.0, 300.0);
  const auto json = nlohmann::json::parse(exported(document, Format::GeoJson));
  const auto& ring = json["features"][0];
  EXPECT_EQ(ring["properties"]["kind"], "ring");
  EXPECT_EQ(ring["properties"]["stroke"], "#336699");
  EXPECT_EQ(ring["properties"]["fill"], "#336699");
  ASSERT_EQ(ring["geometry"]["type"], "Polygon");
  const auto& vertices = ring["geometry"]["coordinates"][0];
  EXPECT_EQ(vertices.front(), vertices.back());
  for (const auto& vertex : vertices) {
    const auto position = geo::LatLon::fromDegrees(vertex[1].get<double>(), vertex[0].get<double>());
    EXPECT_NEAR(geo::geodesicDistanceMeters(geo::LatLon::fromDegrees(44.0, 146.0), position), 300e3, 0.01);
  }
}

TEST_F(Exports, AReplacedStatementsRingEndsTheDayBefore) {
  const auto rings = mapRings(awkward(), std::nullopt);
  const scenario::Document document = awkward();
  const auto own = mapRings(document, std::nullopt);
  ASSERT_EQ(own.size(), 2U);
  EXPECT_EQ(rings.size(), own.size());
  EXPECT_EQ(*own[0].firstDay, scenario::Date::parse("2016-01-01")->firstDay());
  EXPECT_EQ(*own[0].lastDay, scenario::Date::parse("2020-01-31")->firstDay());
  EXPECT_FALSE(own[1].lastDay);
  EXPECT_EQ(mapRings(document, scenario::Date::parse("2018-01-01")).size(), 1U);
  EXPECT_TRUE(mapRings(document, scenario::Date::parse("2015-12-31")).empty());
}

TEST_F(Exports, WhatIsLostIsTold) {
  const auto told = [](Format format) { return textOf(exportDocument(awkward(), format, {}).diagnostics()); };
  EXPECT_THAT(told(Format::GeoJson), HasSubstr("views (2, first: v)"));
  EXPECT_THAT(told(Format::Kml), HasSubstr("dashes of lines (1, first: l)"));
  EXPECT_THAT(told(Format::Csv), HasSubstr("times of tracks (1, first: t)"));
  EXPECT_EQ(told(Format::Scenario), "");
  EXPECT_THAT(textOf(exportDocument(awkward(), Format::Gpx, {}).diagnostics()), HasSubstr("only read"));
}

TEST_F(Exports, EveryTextAndMemberIsKeptOrItsLossIsTold) {
  const scenario::Document document = documentOf(
      R"("title":"T","subtitle":"Sub","handling":"INTERNAL","language":"en","date":"2018-12-30","mood":"calm",
         "sources":[{"id":"s","title":"S","remarks":"seen"},{"id":"idle","title":"I"}],
         "systems":[{"id":"bal","name":"Bal","names":{"ru":"Бал"},"operator":"Russia","remarks":"mobile","crew":3,
           "ranges":[{"km":130,"source":"s"},{"km":260}]}])",
      R"({"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[150,51]},"properties":{"kind":"site",
          "systems":[{"system":"bal","status":"deployed","from":"2016","source":"s","mood":"calm"},
                     {"system":"bal","status":"reported","from":"2017"}]}})");
  const auto told = [&](Format format) { return textOf(exportDocument(document, format, {}).diagnostics()); };
  for (const Format format : {Format::GeoJson, Format::Kml, Format::Csv, Format::Czml, Format::GeoPackage}) {
    const std::string losses = told(format);
    for (const char* loss :
         {"roles of systems (1, first: bal)", "names of systems in other languages (1", "operators of systems (1",
          "remarks on systems (1", "members that the scenario format does not know (3, first: /cordon/"}) {
      EXPECT_THAT(losses, HasSubstr(loss)) << wordOf(format);
    }
    EXPECT_THAT(losses, Not(HasSubstr("handling"))) << wordOf(format);
    EXPECT_THAT(exported(document, format), HasSubstr("INTERNAL")) << wordOf(format);
  }
  EXPECT_THAT(told(Format::GeoJson), HasSubstr("the scenario's subtitle"));
  EXPECT_THAT(told(Format::GeoJson), HasSubstr("statements that have no ring on any day (1, first: a)"));
  EXPECT_THAT(told(Format::GeoJson), HasSubstr("sources that no feature names (1, first: idle)"));
  EXPECT_THAT(told(Format::Csv), HasSubstr("ranges that are not drawn (1, first: bal)"));
  EXPECT_THAT(told(Format::Csv), Not(HasSubstr("statements that have no ring")));
  EXPECT_THAT(told(Format::GeoPackage), Not(HasSubstr("the scenario's subtitle")));
  EXPECT_EQ(told(Format::Scenario), "");
}

TEST_F(Exports, NoTextOfATableIsAFormula) {
  const scenario::Document document = documentOf(
      R"("title":"T")",
      R"json({"type":"Feature","id":"n","geometry":{"type":"Point","coordinates":[-150,-51]},"properties":{"kind":"note","name":"=1+1","text":"@SUM(A1)","remarks":"-5"}})json");
  const std::string table = exported(document, Format::Csv);
  EXPECT_THAT(table, HasSubstr(",'=1+1,"));
  EXPECT_THAT(table, HasSubstr("'@SUM(A1)"));
  EXPECT_THAT(table, HasSubstr(",-51.000000000,-150.000000000,"));
  EXPECT_THAT(table, Not(HasSubstr("'-5")));
  const auto back = import("back.csv", table);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->features.front().name, "=1+1");
}

TEST_F(Exports, MembersThatTheFormatDoesNotKnowGoAlong) {
  for (const Format format : {Format::GeoJson, Format::Kml, Format::Csv, Format::Czml}) {
    EXPECT_THAT(exported(awkward(), format), HasSubstr("colour_of_roof")) << wordOf(format);
  }
}

TEST_F(Exports, CzmlHasHolesAndTimes) {
  const auto json = nlohmann::json::parse(exported(awkward(), Format::Czml));
  EXPECT_EQ(json[0]["id"], "document");
  EXPECT_EQ(json[0]["version"], "1.0");
  EXPECT_EQ(json[1]["availability"], "2016-01-01T00:00:00Z/2020-01-31T23:59:59Z");
  EXPECT_TRUE(json[1]["polygon"]["positions"]["cartographicDegrees"].size() % 3 == 0);
}

}  // namespace
}  // namespace cordon::interchange::test
