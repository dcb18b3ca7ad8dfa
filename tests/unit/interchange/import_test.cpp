#include <gmock/gmock.h>

#include <algorithm>

#include "geo/geodesic.h"
#include "unit/interchange/scenarios.h"

namespace cordon::interchange::test {
namespace {

using testing::HasSubstr;

geo::LatLon positionOf(const scenario::Feature& feature) {
  return std::get<geo::LatLon>(feature.geometry);
}

class Imports : public InFolder {
 protected:
  /// The document, which must be one that a scenario file can hold.
  scenario::Document sound(const std::string& name, const std::string& content, const ImportOptions& options = {}) {
    const auto document = import(name, content, options);
    if (!document) throw std::runtime_error(textOf(document.diagnostics()));
    told_ = textOf(document.diagnostics());
    const auto again = scenario::readDocument(scenario::writeDocument(*document), "again", scenario::Catalogue{});
    EXPECT_TRUE(again.ok()) << textOf(again.diagnostics());
    if (again) {
      EXPECT_EQ(again->features.size(), document->features.size());
    }
    return *document;
  }

  std::string refused(const std::string& name, const std::string& content) {
    const auto document = import(name, content);
    EXPECT_FALSE(document.ok()) << name;
    return textOf(document.diagnostics());
  }

  std::string told_;
};

TEST_F(Imports, GeoJsonOfAnyKindKeepsWhatItCannotUse) {
  const auto document = sound("a.geojson", R"({"type":"FeatureCollection","features":[
      {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[0,0,12]},"properties":{"name":"Null","depth":[1,{"a":2}],"radius_km":5}},
      {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,4]]}]},"properties":{"stroke":"#F00"}},
      {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},"properties":null},
      {"type":"Feature","geometry":null,"properties":{}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[0,91]},"properties":{}}]})");
  ASSERT_EQ(document.features.size(), 3U);
  EXPECT_EQ(document.features[0].id, "7");
  ASSERT_EQ(document.features[0].systems.size(), 1U);
  EXPECT_EQ(document.findSystem(document.features[0].systems[0].systemId)->ranges[0].maxKm, 5.0);
  EXPECT_EQ(document.features[1].style.color, "#ff0000");
  EXPECT_EQ(document.features[2].kind, scenario::FeatureKind::Area);
  EXPECT_THAT(told_, HasSubstr("Not kept: heights (1"));
  EXPECT_THAT(told_, HasSubstr("features without a geometry (1"));
  EXPECT_THAT(told_, HasSubstr("positions that are none (1"));
  const std::string text = scenario::writeDocument(document);
  EXPECT_THAT(text, HasSubstr(R"("depth")"));
}

TEST_F(Imports, ForeignCoordinatesInGeoJsonAreRefused) {
  EXPECT_THAT(
      refused("a.geojson",
              R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[]})"),
      HasSubstr("WGS84"));
}

TEST_F(Imports, CsvColumnsAreGuessedInSeveralLanguages) {
  const auto document = sound("a.csv", "Ort;Breite;Länge;Reichweite_nmi\nWien;48,2;16,37;10\n;x;1;2\n");
  ASSERT_EQ(document.features.size(), 1U);
  EXPECT_NEAR(positionOf(document.features[0]).latDegrees(), 48.2, 1e-9);
  EXPECT_NEAR(positionOf(document.features[0]).lonDegrees(), 16.37, 1e-9);
  EXPECT_NEAR(document.systems.at(0).ranges.at(0).maxKm, 18.52, 1e-9);
  EXPECT_THAT(told_, HasSubstr("rows without a position (1"));
}

TEST_F(Imports, CsvWithTwoCandidatesNamesTheOption) {
  const std::string text = "lat,Lat,lon,name\n1,2,3,a\n";
  const std::string told = refused("a.csv", text);
  EXPECT_THAT(told, HasSubstr("Several columns could hold the latitude"));
  EXPECT_THAT(told, HasSubstr("--columns lat="));
  ImportOptions options;
  options.columns = ColumnChoice{};
  options.columns->lat = "Lat";
  options.columns->lon = "lon";
  EXPECT_NEAR(positionOf(sound("a.csv", text, options).features[0]).latDegrees(), 2.0, 1e-12);
}

TEST_F(Imports, APreviewShowsColumnsRowsAndTheGuess) {
  const TablePreview preview = previewTable("\xEF\xBB\xBFName\tY\tX\tRange (km)\n\"a \"\"b\"\"\tc\"\t1\t2\t3\nd\n", 5);
  EXPECT_EQ(preview.separator, '\t');
  EXPECT_THAT(preview.columns, testing::ElementsAre("Name", "Y", "X", "Range (km)"));
  ASSERT_EQ(preview.rows.size(), 2U);
  EXPECT_EQ(preview.rows[0][0], "a \"b\"\tc");
  EXPECT_EQ(preview.rows[1].size(), 4U);
  EXPECT_EQ(preview.guess.lat, "Y");
  EXPECT_EQ(preview.guess.lon, "X");
  EXPECT_EQ(preview.guess.radius, "Range (km)");
  EXPECT_TRUE(preview.doubts.empty());
}

TEST_F(Imports, KmlGivesSitesLinesAreasAndTellsTheRest) {
  const auto document =
      sound("a.kml", R"(<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
    <NetworkLink><Link><href>http://localhost:1/x.kml</href></Link></NetworkLink>
    <Folder><name>F</name><Placemark><name>P</name><description>D</description><TimeSpan><begin>2018-01-02</begin></TimeSpan><Point><coordinates>146,44,10</coordinates></Point></Placemark>
    <Placemark><name>L</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>
    <Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>)");
  ASSERT_EQ(document.features.size(), 3U);
  EXPECT_EQ(document.features[0].name, "P");
  EXPECT_EQ(document.features[0].remarks, "D");
  EXPECT_EQ(document.features[0].from, scenario::Date::parse("2018-01-02"));
  EXPECT_EQ(document.features[1].kind, scenario::FeatureKind::Line);
  EXPECT_EQ(document.features[2].kind, scenario::FeatureKind::Area);
  EXPECT_THAT(told_, HasSubstr("links to other files (they are not followed) (1"));
  EXPECT_THAT(told_, HasSubstr("heights (1"));
}

TEST_F(Imports, HostileXmlIsRefused) {
  EXPECT_THAT(refused("a.kml", "<!DOCTYPE k [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><kml>&a;</kml>"),
              HasSubstr("document type"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<Folder>";
  EXPECT_THAT(refused("b.kml", deep), HasSubstr("nested deeper than 100"));
  EXPECT_THAT(refused("c.gpx", std::string("\xFF\xFE<\0", 4)), HasSubstr("UTF-8"));
  EXPECT_THAT(refused("d.kml", "<kml"), HasSubstr("d.kml"));
}

TEST_F(Imports, AFileOfAnotherDriverIsNotOpenedByItsContent) {
  const std::string vrt =
      "<OGRVRTDataSource><OGRVRTLayer "
      "name=\"a\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  for (const char* name : {"a.kml", "a.gpx", "a.gpkg", "a.shp"}) {
    EXPECT_THAT(refused(name, vrt), HasSubstr(name));
  }
}

TEST_F(Imports, AKmzIsWhatItWasMadeFrom) {
  const scenario::Document document = battery(44.0, 146.0, 300.0);
  const auto again = sound("a.kmz", exported(document, Format::Kmz));
  const auto site = std::find_if(again.features.begin(), again.features.end(),
                                 [](const scenario::Feature& one) { return one.kind == scenario::FeatureKind::Site; });
  ASSERT_NE(site, again.features.end());
  EXPECT_NEAR(positionOf(*site).latDegrees(), 44.0, 1e-7);
  std::string damaged = exported(document, Format::Kmz);
  damaged[60] = static_cast<char>(damaged[60] ^ 1);
  EXPECT_THAT(refused("b.kmz", damaged), HasSubstr("damaged"));
  EXPECT_THAT(refused("c.kmz", "PK\x05\x06"), HasSubstr("damaged"));
}

TEST_F(Imports, GpxTracksHaveTheirTimes) {
  const auto document =
      sound("a.gpx", R"(<?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1">
    <wpt lat="50" lon="150"><name>W</name></wpt>
    <rte><name>R</name><rtept lat="1" lon="2"/><rtept lat="3" lon="4"/></rte>
    <trk><name>T</name><trkseg><trkpt lat="50" lon="150"><ele>5</ele><time>2018-05-07T14:30:00Z</time></trkpt><trkpt lat="51" lon="151"><time>2018-05-07T15:30:00Z</time></trkpt></trkseg></trk></gpx>)");
  ASSERT_EQ(document.features.size(), 3U);
  EXPECT_EQ(document.features[0].kind, scenario::FeatureKind::Site);
  EXPECT_EQ(document.features[1].kind, scenario::FeatureKind::Line);
  ASSERT_EQ(document.features[2].kind, scenario::FeatureKind::Track);
  EXPECT_EQ(document.features[2].times.at(1).toString(), "2018-05-07T15:30:00Z");
  EXPECT_THAT(told_, HasSubstr("heights (1"));
}

TEST_F(Imports, AGeoPackageIsReadBack) {
  const scenario::Document document = battery(44.0, 146.0, 300.0);
  const auto again = sound("a.gpkg", exported(document, Format::GeoPackage));
  ASSERT_EQ(again.features.size(), 2U);
  EXPECT_NEAR(positionOf(again.features[0]).lonDegrees(), 146.0, 1e-7);
  EXPECT_EQ(again.features[1].kind, scenario::FeatureKind::Area);
}

TEST_F(Imports, AShapefileIsReprojectedByItsPrj) {
  write(
      "in.geojson",
      R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[15,50]},"properties":{"name":"Prague or so"}}]})");
  const std::string in = (folder_ / "in.geojson").string();
  const std::string out = (folder_ / "out.shp").string();
  ASSERT_EQ(outputOf("ogr2ogr -t_srs EPSG:32633 '" + out + "' '" + in + "'"), "");
  const auto document = importFile(out, {}, scenario::Catalogue{});
  ASSERT_TRUE(document.ok()) << textOf(document.diagnostics());
  EXPECT_EQ(document->features[0].name, "Prague or so");
  EXPECT_LT(geo::geodesicDistanceMeters(positionOf(document->features[0]), geo::LatLon::fromDegrees(50.0, 15.0)), 0.01);

  ASSERT_EQ(outputOf("ogr2ogr '" + (folder_ / "b.shp").string() + "' '" + in + "'"), "");
  std::filesystem::remove(folder_ / "b.prj");
  const auto plain = importFile(folder_ / "b.shp", {}, scenario::Catalogue{});
  ASSERT_TRUE(plain.ok()) << textOf(plain.diagnostics());
  EXPECT_THAT(textOf(plain.diagnostics()), HasSubstr("Add the .prj file"));
}

TEST_F(Imports, OrbatMapperUnitsBecomeSitesWithRings) {
  const auto document =
      sound("a.json", R"({"type":"ORBAT-mapper","version":"2.0.0","name":"N","startTime":"2018-01-02T10:00:00Z",
    "sides":[{"name":"Blue","groups":[{"name":"G","subUnits":[{"id":"u","name":"1 Bn","sidc":"1003","rangeRings":[{"name":"Gun","range":10,"uom":"nmi"},{"range":5,"uom":"parsec"}],
      "state":[{"t":"2018-02-01T00:00:00Z","location":[146,44]},{"t":1519862400000,"location":[147,45],"via":[[1,2]]},{"t":"2018-04-01","location":null}],
      "equipment":[{"name":"x","count":1}],"subUnits":[{"id":"w","name":"HQ","rangeRings":[{"name":"Gun","range":10,"uom":"nmi"}]}]}]}]}],
    "events":[{"title":"e"}],"layers":[{"features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"name":"Front"}}]}],"mapLayers":[]})");
  ASSERT_EQ(document.features.size(), 3U);
  EXPECT_EQ(document.features[0].name, "1 Bn");
  EXPECT_EQ(document.features[0].group, "Blue");
  EXPECT_EQ(document.features[0].from, scenario::Date::parse("2018-02-01"));
  EXPECT_EQ(document.features[0].to, scenario::Date::parse("2018-02-28"));
  EXPECT_EQ(document.features[1].from, scenario::Date::parse("2018-03-01"));
  EXPECT_EQ(document.features[1].to, scenario::Date::parse("2018-03-31"));
  ASSERT_EQ(document.systems.size(), 1U);
  EXPECT_EQ(document.systems[0].name, "Gun");
  EXPECT_NEAR(document.systems[0].ranges[0].maxKm, 18.52, 1e-9);
  EXPECT_EQ(document.date, scenario::Date::parse("2018-01-02"));
  for (const char* lost : {"range rings in the unit parsec", "ways between places", "equipment of units", "events (1",
                           "units with range rings but without a location (1, first: HQ)"}) {
    EXPECT_THAT(told_, HasSubstr(lost));
  }
}

TEST_F(Imports, TooManyFeaturesAreRefusedWithTheLimit) {
  std::string csv = "lat,lon\n";
  for (int i = 0; i < 200'001; ++i) csv += "1,2\n";
  EXPECT_THAT(refused("a.csv", csv), HasSubstr("more than 200000 features"));
}

TEST_F(Imports, TooLargeAFileIsRefusedUnread) {
  const auto file = write("a.kml", "");
  std::filesystem::resize_file(file, 100'000'001);
  const auto document = importFile(file, {}, scenario::Catalogue{});
  EXPECT_THAT(textOf(document.diagnostics()), HasSubstr("at most 100000000 are read"));
}

}  // namespace
}  // namespace cordon::interchange::test
