#include "mapdata/gazetteer.h"

#include "test_files.h"

namespace cordon::mapdata {
namespace {

constexpr const char* kEmpty = R"({"type":"FeatureCollection","features":[]})";

TEST(Gazetteer, ReadsPointsAndPaths) {
  const TestFolder folder;
  folder.write("places.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","id":"kunashir","geometry":{"type":"Point","coordinates":[145.96,44.18]},
     "properties":{"kind":"island","rank":2,"names":{"en":"Kunashir","ru":"Кунашир","ja":"国後島"}}},
    {"type":"Feature","geometry":null,"properties":{}}]})");
  folder.write("straits.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","id":"s","geometry":{"type":"LineString","coordinates":[[145,43],[146,44]]},
     "properties":{"widths_km":[{"km_min":15,"km_max":17},{"km":20}],"computed_km":18}}]})");
  folder.write("okhotsk_limits.geojson", kEmpty);
  folder.write("disputed.geojson", kEmpty);
  const auto gazetteer = loadGazetteer(folder.path());
  ASSERT_TRUE(gazetteer.ok());
  ASSERT_EQ(gazetteer->places.size(), 1U);
  EXPECT_EQ(gazetteer->places[0].names.ja, "国後島");
  EXPECT_NEAR(gazetteer->places[0].position.latDegrees(), 44.18, 1e-12);
  ASSERT_EQ(gazetteer->straits.size(), 1U);
  EXPECT_EQ(gazetteer->straits[0].parts[0].size(), 2U);
  EXPECT_EQ(gazetteer->straits[0].widthKm, 16.0);
  ASSERT_EQ(gazetteer.diagnostics().size(), 1U);
  EXPECT_EQ(gazetteer.diagnostics()[0].pointer, "/features/1");
}

TEST(Gazetteer, MissingAndBrokenFilesAreNamed) {
  const TestFolder folder;
  folder.write("places.geojson", "{");
  const auto gazetteer = loadGazetteer(folder.path());
  ASSERT_FALSE(gazetteer.ok());
  EXPECT_EQ(gazetteer.diagnostics().size(), 4U);
}

TEST(Gazetteer, PlacesAnswerToEitherClaimantsNames) {
  GazetteerPlace place;
  place.id = "iturup";
  place.names = {"Iturup", "Итуруп", ""};
  place.otherNames = {"Etorofu", "", "択捉島"};
  for (const char* name : {"iturup", "Iturup", "Итуруп", "Etorofu", "択捉島"})
    EXPECT_TRUE(isNamed(place, name)) << name;
  EXPECT_FALSE(isNamed(place, "Itu"));
  EXPECT_FALSE(isNamed(place, ""));
  EXPECT_EQ(nameIn(place.names, "ru"), "Итуруп");
  EXPECT_EQ(nameIn(place.names, "ja"), "Iturup");
  EXPECT_EQ(byLanguage(place.otherNames), (std::map<std::string, std::string>{{"en", "Etorofu"}, {"ja", "択捉島"}}));
}

}  // namespace
}  // namespace cordon::mapdata
