#include "ui/place_search.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::ui {
namespace {

constexpr auto kDecimal = geo::CoordinateFormat::DecimalDegrees;

scenario::Document document() {
  scenario::Document made;
  scenario::Feature& site = made.features.emplace_back();
  site.id = "kunashir site";
  site.name = "Kunashir";
  site.names = {{"ja", "国後島"}, {"ru", "Кунашир"}};
  site.altNames = {{"ja", "くなしり"}};
  scenario::System& system = made.systems.emplace_back();
  system.id = "bal";
  system.name = "Bal";
  system.designations = {"SSC-6 Sennight"};
  scenario::View& view = made.views.emplace_back();
  view.id = "north";
  view.name = "The north";
  return made;
}

mapdata::Gazetteer gazetteer() {
  mapdata::Gazetteer made;
  const auto add = [&](const char* id, int rank, mapdata::PlaceNames names) {
    mapdata::GazetteerPlace& place = made.places.emplace_back();
    place.id = id;
    place.kind = "island";
    place.rank = rank;
    place.names = std::move(names);
  };
  add("minor", 3, {"Etorofu Minor", "", ""});
  add("etorofu", 1, {"Etorofu-tō", "Итуруп", "択捉島"});
  add("kunashir-island", 1, {"Kunashir", "", ""});
  mapdata::GazetteerShape& strait = made.straits.emplace_back();
  strait.id = "etorofu";
  strait.names = {"Etorofu", "", ""};
  return made;
}

std::vector<std::string> linesFor(std::string_view text, const std::string& language = "en") {
  std::vector<std::string> lines;
  for (const SearchResult& result : PlaceIndex(document(), gazetteer(), language).find(text, kDecimal, 10)) {
    lines.push_back(result.line);
  }
  return lines;
}

TEST(PlaceIndex, FindsByAnyNameInAnyLanguage) {
  const std::vector<std::string> site{"fly-to \"kunashir site\""};
  EXPECT_EQ(linesFor("國").size(), 0U);
  EXPECT_EQ(linesFor("国後"), site);
  EXPECT_EQ(linesFor("КУНА"), site);
  EXPECT_EQ(linesFor("くなし"), site);
  EXPECT_EQ(linesFor("sennight"), std::vector<std::string>{"fly-to bal"});
  EXPECT_EQ(linesFor("north"), std::vector<std::string>{"view north"});
  EXPECT_EQ(linesFor("  etorofu to "), std::vector<std::string>());
  EXPECT_EQ(linesFor("etorofu-to"), std::vector<std::string>{"fly-to etorofu"});
}

TEST(PlaceIndex, PutsTheScenarioBeforeTheMapAndImportantPlacesFirst) {
  EXPECT_EQ(linesFor("kunashir"), (std::vector<std::string>{"fly-to \"kunashir site\"", "fly-to kunashir-island"}));
  EXPECT_EQ(linesFor("etorofu"), (std::vector<std::string>{"fly-to etorofu", "fly-to minor"}));
}

TEST(PlaceIndex, ShowsTheNameThatWasFoundBesideItsOwn) {
  const std::vector<SearchResult> results = PlaceIndex(document(), gazetteer(), "ru").find("国後", kDecimal, 10);
  ASSERT_EQ(results.size(), 1U);
  EXPECT_EQ(results[0].title, "Кунашир · 国後島");
  EXPECT_EQ(results[0].kind, "Site");
}

TEST(PlaceIndex, TakesPositionsAsPeopleWriteThem) {
  for (const char* text : {"44.18, 145.96", "44°10'48\"N 145°57'36\"E"}) {
    const std::vector<SearchResult> results = PlaceIndex(document(), gazetteer(), "en").find(text, kDecimal, 10);
    ASSERT_EQ(results.size(), 1U) << text;
    EXPECT_EQ(results[0].kind, "Position");
    EXPECT_EQ(results[0].line, "go 44.180000,145.960000");
  }
  EXPECT_EQ(linesFor("55T DJ 16871 92391").at(0).substr(0, 5), "go 44");
}

TEST(PlaceIndex, KeepsToTheMostAndAnswersNothingToNothing) {
  EXPECT_EQ(PlaceIndex(document(), gazetteer(), "en").find("u", kDecimal, 2).size(), 2U);
  EXPECT_TRUE(linesFor("").empty());
  EXPECT_TRUE(linesFor("   ").empty());
}

TEST(PositionProblem, TellsWhatIsWrongWithAPositionAndIsSilentAboutNames) {
  const auto told = [](std::string_view text) { return positionProblem(text).value_or(""); };
  EXPECT_NE(told("95N 200E").find("latitude 95"), std::string::npos) << told("95N 200E");
  EXPECT_NE(told("51, 400").find("longitude 400"), std::string::npos) << told("51, 400");
  EXPECT_NE(told("44,18 145,9").find("44.18, 145.96"), std::string::npos) << told("44,18 145,9");
  EXPECT_NE(told("N 51").find("44.18, 145.96"), std::string::npos) << told("N 51");
  for (const char* text : {"44.18, 145.96", "qqq", "S-300V4", "", "-", "Esan"}) {
    EXPECT_FALSE(positionProblem(text)) << text << ": " << told(text);
  }
}

}  // namespace
}  // namespace cordon::ui
