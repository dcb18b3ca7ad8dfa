#include "scenario/part_edit.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "scenario/io.h"

namespace cordon::scenario {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kText = R"({ "type": "FeatureCollection",
  "cordon": { "version": 1, "title": "Islands", "x-own": 7,
    "systems": [ { "id": "bal", "name": "Bal", "ranges": [ { "km": 130 } ] } ],
    "sources": [ { "id": "kyodo", "title": "A title" } ] },
  "features": [
    { "type": "Feature", "id": "kunashir", "x-mine": [1, 2], "geometry": { "type": "Point", "coordinates": [145.96, 44.18] },
      "properties": { "kind": "site", "name": "Kunashir",
        "systems": [ { "system": "bal", "status": "deployed", "from": "2016-11-18" } ] } } ] })";

class PartEdit : public testing::Test {
 protected:
  PartEdit() {
    System depot;
    depot.id = "bastion";
    depot.name = "Bastion";
    depot.ranges = {RangeClaim{300.0, 300.0, Bound::AtLeast, {}, {"paper"}, {}, true, {}, {}}};
    catalogue.systems = {depot};
    Source paper;
    paper.id = "paper";
    paper.title = "A paper";
    catalogue.sources = {paper};
    document = readDocument(kText, "islands.geojson", catalogue).value();
  }

  Result<Document> set(PartKind kind, const std::string& id, const std::string& pointer, const Json& value) const {
    return withMember(document, kind, id, pointer, value, catalogue);
  }

  Catalogue catalogue;
  Document document;
};

TEST_F(PartEdit, SetsAMemberAndKeepsUnknownOnes) {
  const auto changed = set(PartKind::Feature, "kunashir", "/properties/name", "Kunashiri");
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->findFeature("kunashir")->name, "Kunashiri");
  const Json written = Json::parse(writeDocument(*changed));
  EXPECT_EQ(written["features"][0]["x-mine"], Json::array({1, 2}));
  EXPECT_EQ(written["cordon"]["x-own"], 7);
  EXPECT_EQ(document.findFeature("kunashir")->name, "Kunashir") << "the original is left alone";
}

TEST_F(PartEdit, AppendsAStatementAndAddsItsSystemFromTheCatalogue) {
  const auto changed = set(PartKind::Feature, "kunashir", "/properties/systems/-",
                           Json{{"system", "bastion"}, {"status", "planned"}, {"from", "2018"}});
  ASSERT_TRUE(changed);
  ASSERT_EQ(changed->findFeature("kunashir")->systems.size(), 2U);
  const System* added = changed->findSystem("bastion");
  ASSERT_NE(added, nullptr);
  EXPECT_TRUE(added->fromCatalogue);
  EXPECT_NE(changed->findSource("paper"), nullptr) << "the source of its claim comes with it";
}

TEST_F(PartEdit, RefusesInTheReadersWords) {
  for (const auto& [pointer, value, word] : {std::tuple{"/properties/systems/0/status", Json("gone"), "gone"},
                                             std::tuple{"/properties/systems/0/system", Json("nothing"), "nothing"},
                                             std::tuple{"/properties/systems/0/to", Json("2015"), "before"},
                                             std::tuple{"/properties/accuracy_km", Json(-1), "accuracy"},
                                             std::tuple{"/geometry/coordinates", Json::array({145.0, 95.0}), "95"},
                                             std::tuple{"/properties/systems/7/status", Json("deployed"), ""}}) {
    const auto changed = set(PartKind::Feature, "kunashir", pointer, value);
    ASSERT_FALSE(changed) << pointer;
    const std::string told = toString(changed.diagnostics().front());
    EXPECT_NE(told.find(word), std::string::npos) << pointer << ": " << told;
  }
}

TEST_F(PartEdit, RemovesMembersAndItemsOfLists) {
  const auto noFrom =
      withMember(document, PartKind::Feature, "kunashir", "/properties/systems/0/from", std::nullopt, catalogue);
  ASSERT_TRUE(noFrom);
  EXPECT_FALSE(noFrom->findFeature("kunashir")->systems[0].from);
  const auto none =
      withMember(document, PartKind::Feature, "kunashir", "/properties/systems/0", std::nullopt, catalogue);
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->findFeature("kunashir")->systems.empty());
  EXPECT_FALSE(withMember(document, PartKind::Feature, "kunashir", "/properties/systems/3", std::nullopt, catalogue));
  EXPECT_FALSE(withMember(document, PartKind::Feature, "nobody", "/properties/name", std::nullopt, catalogue));
  EXPECT_FALSE(withMember(document, PartKind::Feature, "kunashir", "name", std::nullopt, catalogue));
  EXPECT_FALSE(set(PartKind::Feature, "kunashir", "/id", "other"));
}

TEST_F(PartEdit, ASystemOfTheCatalogueBecomesTheDocumentsOwn) {
  document = set(PartKind::Feature, "kunashir", "/properties/systems/-", Json{{"system", "bastion"}}).value();
  const auto changed = set(PartKind::System, "bastion", "/ranges/0/km", 350);
  ASSERT_TRUE(changed);
  const System& own = *changed->findSystem("bastion");
  EXPECT_FALSE(own.fromCatalogue);
  EXPECT_EQ(own.ranges.front().maxKm, 350.0);
  EXPECT_EQ(own.name, "Bastion") << "the rest stays the catalogue's";
  const auto again = readDocument(writeDocument(*changed), "again.geojson", catalogue);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->findSystem("bastion")->ranges.front().bound, Bound::AtLeast);
}

TEST_F(PartEdit, AListThatTheCatalogueGivesIsChangedInOnePlaceOnly) {
  document = set(PartKind::Feature, "kunashir", "/properties/systems/-", Json{{"system", "bastion"}}).value();
  document = set(PartKind::System, "bastion", "/color", "#112233").value();
  const auto changed = set(PartKind::System, "bastion", "/ranges/0/meaning", "with a heavier warhead");
  ASSERT_TRUE(changed);
  ASSERT_EQ(changed->findSystem("bastion")->ranges.size(), 1U);
  EXPECT_EQ(changed->findSystem("bastion")->ranges[0].maxKm, 300.0);
  EXPECT_EQ(changed->findSystem("bastion")->ranges[0].meaning, "with a heavier warhead");
}

TEST_F(PartEdit, ChangesTheDocumentsOwnMembers) {
  const auto changed = set(PartKind::Document, "", "/title", "Other islands");
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->title, "Other islands");
  EXPECT_EQ(changed->features, document.features);
  EXPECT_FALSE(set(PartKind::Document, "", "/default_view", "none"));
  EXPECT_FALSE(set(PartKind::Document, "", "/from", "someday"));
  const auto cleared = withMember(document, PartKind::Document, "", "/title", std::nullopt, catalogue);
  ASSERT_TRUE(cleared);
  EXPECT_TRUE(cleared->title.empty());
}

TEST_F(PartEdit, AddsPartsUnderFreeIdsOnly) {
  const auto added = withPart(document, PartKind::Source, Json{{"id", "tass"}, {"title", "T"}}, catalogue);
  ASSERT_TRUE(added);
  EXPECT_NE(added->findSource("tass"), nullptr);
  EXPECT_FALSE(withPart(document, PartKind::Source, Json{{"id", "kyodo"}, {"title", "T"}}, catalogue));
  EXPECT_FALSE(withPart(document, PartKind::System, Json{{"id", "new"}}, catalogue)) << "it has no range";
}

}  // namespace

}  // namespace cordon::scenario
