#include <gmock/gmock.h>

#include "sample.h"

namespace cordon::scenario {
namespace {

using test::catalogue;
using test::smallestText;
using test::smallestWith;

Result<Document> read(const std::string& text) {
  return readDocument(text, "test.geojson", catalogue());
}

std::string allOf(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) text += toString(d) + "\n";
  return text;
}

TEST(Reader, ReadsTheSmallestUsefulScenario) {
  const auto document = read(smallestText());
  ASSERT_TRUE(document) << allOf(document.diagnostics());
  EXPECT_TRUE(document.diagnostics().empty()) << allOf(document.diagnostics());
  ASSERT_EQ(document->systems.size(), 1U);
  const RangeClaim* range = document->systems[0].defaultRange();
  ASSERT_NE(range, nullptr);
  EXPECT_EQ(range->maxKm, 130.0);
  EXPECT_EQ(range->bound, Bound::AtLeast);
  EXPECT_EQ(range->sources, std::vector<std::string>{"kyodo"});
  const Feature& site = document->features[0];
  EXPECT_EQ(site.names.at("ja"), "国後島");
  EXPECT_EQ(site.accuracyKm, 67.0);
  EXPECT_EQ(site.systems.at(0).lastConfirmed->toString(), "2016-11-22");
  EXPECT_DOUBLE_EQ(std::get<geo::LatLon>(site.geometry).latDegrees(), 44.18);
}

TEST(Reader, TakesUnnamedMembersOfASystemFromTheCatalogue) {
  const auto document = read(smallestText());
  EXPECT_EQ(document->systems[0].symbol, catalogue().findSystem("bal")->symbol);
  EXPECT_EQ(document->systems[0].ranges.size(), 2U);
}

TEST(Reader, AddsNamedCatalogueSystemsWithTheirSources) {
  const auto document = read(smallestWith("\"system\": \"bal\"", "\"system\": \"bastion-p\""));
  ASSERT_TRUE(document) << allOf(document.diagnostics());
  const System* bastion = document->findSystem("bastion-p");
  ASSERT_NE(bastion, nullptr);
  EXPECT_TRUE(bastion->fromCatalogue);
  for (const RangeClaim& range : bastion->ranges) {
    for (const std::string& id : range.sources) EXPECT_NE(document->findSource(id), nullptr) << id;
  }
}

struct BadInput {
  std::string before;
  std::string after;
  std::string pointer;
  std::string message;
  std::string mend;
};

class ReaderRefuses : public testing::TestWithParam<BadInput> {};

TEST_P(ReaderRefuses, WithPlaceAndMend) {
  const BadInput& bad = GetParam();
  const auto document = read(smallestWith(bad.before, bad.after));
  ASSERT_FALSE(document);
  for (const Diagnostic& d : document.diagnostics()) {
    if (d.pointer == bad.pointer && d.message.find(bad.message) != std::string::npos &&
        d.mend.find(bad.mend) != std::string::npos) {
      EXPECT_EQ(d.file, "test.geojson");
      return;
    }
  }
  ADD_FAILURE() << "wanted: " << bad.message << " at " << bad.pointer << ", " << bad.mend
                << "\ngot: " << allOf(document.diagnostics());
}

const std::string kSite = "/features/0/properties";
const std::string kEntry = kSite + "/systems/0";
const std::string kPoint = "/features/0/geometry/coordinates";
const std::string kSystem = "/cordon/systems/0";

INSTANTIATE_TEST_SUITE_P(
    Everything, ReaderRefuses,
    testing::Values(
        BadInput{"\"system\": \"bal\"", "\"system\": \"bastoin-p\"", kEntry + "/system", "no system", "\"bastion-p\""},
        BadInput{"\"system\": \"bal\"", "\"system\": \"qqqqqqqq\"", kEntry + "/system", "no system", "cordon systems"},
        BadInput{"\"system\": \"bal\", ", "", kEntry, "names no \"system\"", "bastion-p"},
        BadInput{"2016-11-18", "2016-11-31", kEntry + "/from", "is no date", "2018-12-30"},
        BadInput{"\"2016-11-18\"", "20161118", kEntry + "/from", "must be a date", ""},
        BadInput{"\"last_confirmed\": \"2016-11-22\"", "\"last_confirmed\": \"2015\"", kEntry + "/last_confirmed",
                 "before \"from\"", "Swap"},
        BadInput{"145.96, 44.18", "44.18, 145.96", kPoint + "/1", "beyond a pole", "Longitude comes first"},
        BadInput{"145.96, 44.18", "1e300, 44.18", kPoint + "/0", "out of range", "degrees"},
        BadInput{"145.96, 44.18", "null, 44.18", kPoint + "/0", "must be a number", "NaN"},
        BadInput{"145.96, 44.18", "145.96", kPoint, "no position", "[longitude, latitude]"},
        BadInput{"[145.96, 44.18]", "\"here\"", kPoint, "no position", "[longitude, latitude]"},
        BadInput{"\"km\": 130", "\"km\": 0", kSystem + "/ranges/0/km", "out of range", "over 0"},
        BadInput{"\"km\": 130", "\"km\": -5", kSystem + "/ranges/0/km", "out of range", "over 0"},
        BadInput{"\"km\": 130", "\"km\": 20038", kSystem + "/ranges/0/km", "out of range", "20037"},
        BadInput{"\"km\": 130", "\"km\": \"130\"", kSystem + "/ranges/0/km", "must be a number", "quotation marks"},
        BadInput{"\"km\": 130", "\"km\": [200, 150]", kSystem + "/ranges/0/km", "less than", ""},
        BadInput{"\"km\": 130, ", "", kSystem + "/ranges/0", "no \"km\"", "[150, 200]"},
        BadInput{"\"bound\": \"at_least\"", "\"bound\": \"at least\"", kSystem + "/ranges/0/bound", "not a word",
                 "\"at_least\"? Allowed are: exact, at_least, at_most, span."},
        BadInput{"\"meaning\": \"with the Kh-35U\"", "\"default\": true", kSystem + "/ranges/1/default", "two default",
                 "only one"},
        BadInput{"\"source\": \"kyodo\"", "\"source\": \"kiodo\"", kSystem + "/ranges/0/source", "no source",
                 "\"kyodo\""},
        BadInput{"[\"kyodo\"]", "[\"nobody-said-so\"]", kEntry + "/sources/0", "no source", "Add it to \"sources\""},
        BadInput{"\"deployed\"", "\"depolyed\"", kEntry + "/status", "not a word",
                 "\"deployed\"? Allowed are: deployed, planned, reported, exercise, withdrawn, hypothetical."},
        BadInput{"\"kind\": \"site\", ", "", kSite, "no \"kind\"", "site, area, line, track or note"},
        BadInput{"\"kind\": \"site\"", "\"kind\": \"line\"", "/features/0/geometry/type", "not a word", "LineString"},
        BadInput{"\"accuracy_km\": 67", "\"accuracy_km\": true", kSite + "/accuracy_km", "not true", ""},
        BadInput{"\"id\": \"bal\", ", "", kSystem, "no \"id\"", ""},
        BadInput{"{ \"id\": \"bal\"", "{ \"id\": \"bal\", \"ranges\": [{ \"km\": 1 }] }, { \"id\": \"bal\"",
                 "/cordon/systems/1/id", "is taken", "own id"},
        BadInput{"\"version\": 1", "\"version\": 2", "/cordon/version", "version 1", "newer program"},
        BadInput{"\"version\": 1, ", "", "/cordon", "no \"version\"", "Add"},
        BadInput{"FeatureCollection", "Feature", "/type", "FeatureCollection", ""},
        BadInput{"\"cordon\"", "\"koridon\"", "/cordon", "no object \"cordon\"", "version"},
        BadInput{"https://example.org/", "javascript:alert(1)", "/cordon/sources/0/url", "no web address", "https://"},
        BadInput{"\"title\": \"One battery\"", "\"default_view\": \"x\"", "/cordon/default_view", "no view", "views"},
        BadInput{"\"title\": \"One battery\"", "\"title\": \"a\", \"title\": \"b\"", "/cordon/title", "two members",
                 "Remove"},
        BadInput{"\"title\": \"One battery\"", "\"views\": [{ \"id\": \"v\", \"extent\": [1, 9, 2, 8] }]",
                 "/cordon/views/0/extent", "empty", "west"},
        BadInput{"\"type\": \"FeatureCollection\"",
                 "\"type\": \"FeatureCollection\", \"crs\": { \"name\": \"EPSG:3857\" }", "/crs", "WGS84", "ogr2ogr"}));

TEST(Reader, TellsAllProblemsNotTheFirst) {
  std::string text = smallestWith("\"km\": 130", "\"km\": 0");
  text.replace(text.find("deployed"), 8, "deploied");
  text.replace(text.find("44.18"), 5, "94.18");
  const auto document = read(text);
  EXPECT_EQ(document.diagnostics().size(), 3U) << allOf(document.diagnostics());
}

TEST(Reader, TellsLineAndColumnOfASyntaxError) {
  const auto document = read("{\n  \"type\": \"FeatureCollection\",\n  \"features\": [,]\n}\n");
  ASSERT_FALSE(document);
  const auto position = document.diagnostics().at(0).position;
  ASSERT_TRUE(position);
  EXPECT_EQ(position->line, 3);
  EXPECT_EQ(position->column, 16);
}

TEST(Reader, RefusesNaNAndNumbersBeyondADouble) {
  const auto nan = read(smallestWith("145.96", "NaN"));
  ASSERT_FALSE(nan);
  EXPECT_THAT(nan.diagnostics().at(0).mend, testing::HasSubstr("no NaN"));
  const auto huge = read(smallestWith("145.96", "1e999"));
  ASSERT_FALSE(huge);
  EXPECT_THAT(huge.diagnostics().at(0).message, testing::HasSubstr("too large"));
}

TEST(Reader, RefusesHostileTexts) {
  EXPECT_FALSE(read(""));
  EXPECT_FALSE(read("\xff\xfe"));
  EXPECT_FALSE(read("[]"));
  EXPECT_FALSE(read("null"));
  EXPECT_FALSE(read(smallestWith("One battery", "\xc3\x28")));
  EXPECT_FALSE(read(std::string(2'000'000, '[')));
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  const auto deep = read(objects);
  ASSERT_FALSE(deep);
  EXPECT_THAT(deep.diagnostics().at(0).message, testing::HasSubstr("nested"));
}

TEST(Reader, ReadsObjectsOfManyMembersWithoutLookingAtAllForEach) {
  // With a look at all members for each this takes minutes.
  constexpr int count = 300'000;
  std::string members;
  for (int i = 0; i < count; ++i) members += "\"m" + std::to_string(i) + "\": 0, ";
  const auto document = read(smallestWith("\"version\": 1", members + "\"version\": 1"));
  ASSERT_TRUE(document) << allOf(document.diagnostics());
  EXPECT_THAT(writeDocument(*document), testing::HasSubstr("\"m" + std::to_string(count - 1) + "\": 0"));
}

TEST(Reader, WarnsOfRangesWhoseRingsAreInexact) {
  const auto far = read(smallestWith("\"km\": 260", "\"km\": 19801"));
  ASSERT_TRUE(far);
  ASSERT_EQ(far.diagnostics().size(), 1U);
  EXPECT_EQ(far.diagnostics()[0].pointer, kSystem + "/ranges/1/km");
  EXPECT_THAT(far.diagnostics()[0].message, testing::HasSubstr("19,800 km"));
  EXPECT_TRUE(read(smallestWith("\"km\": 260", "\"km\": 19800")).diagnostics().empty());
}

/// The smallest scenario with a view.
std::string withCamera(const std::string& rangeKm) {
  return smallestWith(
      "\"title\": \"One battery\"",
      "\"views\": [{ \"id\": \"v\", \"camera\": { \"lat\": 1, \"lon\": 2, \"range_km\": " + rangeKm + " } }]");
}

TEST(Reader, HoldsCamerasToTheLimitsOfTheCommandLine) {
  EXPECT_TRUE(read(withCamera("0.1")));
  EXPECT_TRUE(read(withCamera("100000")));
  for (const char* bad : {"0.05", "100001"}) {
    const auto document = read(withCamera(bad));
    ASSERT_FALSE(document) << bad;
    EXPECT_EQ(document.diagnostics().at(0).pointer, "/cordon/views/0/camera/range_km");
  }
}

TEST(Reader, BoundsTheListOfProblems) {
  std::string features;
  for (int i = 0; i < 3000; ++i) features += i == 0 ? "1" : ",1";
  const auto document =
      read("{\"type\":\"FeatureCollection\",\"cordon\":{\"version\":1},\"features\":[" + features + "]}");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.diagnostics().size(), 1001U);
  EXPECT_THAT(document.diagnostics().back().message, testing::HasSubstr("2000 more"));
}

TEST(Reader, WarnsOfMistypedMembersAndKeepsQuietAboutForeignOnes) {
  const auto mistyped = read(smallestWith("last_confirmed", "last_confirmd"));
  ASSERT_TRUE(mistyped);
  ASSERT_EQ(mistyped.diagnostics().size(), 1U);
  EXPECT_THAT(mistyped.diagnostics()[0].mend, testing::HasSubstr("last_confirmed"));
  const auto foreign = read(smallestWith("\"accuracy_km\": 67", "\"population_2021\": 67"));
  EXPECT_TRUE(foreign.diagnostics().empty()) << allOf(foreign.diagnostics());
}

TEST(Files, MissingFilesAndUnknownNamesAreErrors) {
  EXPECT_FALSE(loadDocument("no/such/file.geojson", catalogue()));
  EXPECT_FALSE(loadDocument(CORDON_SOURCE_DIR, catalogue()));
  EXPECT_FALSE(loadCatalogue("no/such/folder"));
  const auto unknown = resolveScenario("okhotks", test::assetsFolder());
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.diagnostics().at(0).mend, testing::HasSubstr("okhotsk, vladivostok-2019"));
  EXPECT_FALSE(resolveScenario("../catalogue/systems", test::assetsFolder()));
  EXPECT_TRUE(resolveScenario("okhotsk", test::assetsFolder()));
}

}  // namespace
}  // namespace cordon::scenario
