#include "ui/field_lines.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "edit/command_table.h"
#include "scenario/io.h"

namespace cordon::ui {
namespace {

using scenario::PartKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const char* const kText = R"({ "type": "FeatureCollection", "cordon": { "version": 1,
  "systems": [ { "id": "bal", "name": "Bal", "ranges": [ { "km": 130, "bound": "at_least", "source": "kyodo" } ] } ],
  "sources": [ { "id": "kyodo", "title": "A title" }, { "id": "tass", "title": "Another" } ] },
  "features": [ { "type": "Feature", "id": "kunashir", "geometry": { "type": "Point", "coordinates": [145.96, 44.18] },
    "properties": { "kind": "site", "name": "Kunashir", "source": "kyodo",
      "systems": [ { "system": "bal", "from": "2016" } ] } } ] })";

scenario::Document document() {
  return scenario::readDocument(kText, "", {}).value();
}

const EditedPart kSite{PartKind::Feature, "kunashir"};

FieldJson valueOf(const FieldValue& value) {
  return **value;
}

TEST(FieldLines, TextsBecomeValues) {
  EXPECT_EQ(valueOf(textValue("2016-11")), "2016-11");
  EXPECT_FALSE(textValue("")->has_value());
  EXPECT_EQ(valueOf(numberValue(" 67 ")).dump(), "67");
  EXPECT_EQ(valueOf(numberValue("0.5")).dump(), "0.5");
  EXPECT_FALSE(numberValue("inf"));
  EXPECT_EQ(valueOf(listValue("K-300P;  SSC-5 ;")).dump(), R"(["K-300P","SSC-5"])");
  EXPECT_FALSE(listValue(" ; ")->has_value());
  EXPECT_EQ(valueOf(numbersValue("6, 4.5")).dump(), "[6,4.5]");
  EXPECT_FALSE(numbersValue("6, x"));
  EXPECT_EQ(valueOf(sectorValue("350 to 80")).dump(), R"({"from":350,"to":80})");
  EXPECT_EQ(valueOf(sectorValue("350-80.5")).dump(), R"({"from":350,"to":80.5})");
  EXPECT_FALSE(sectorValue("350"));
}

TEST(FieldLines, ARangeIsANumberOrASpan) {
  const FieldJson claim{{"km", 130}, {"bound", "at_least"}, {"meaning", "m"}};
  EXPECT_EQ(valueOf(rangeValue(claim, "300")).dump(), R"({"km":300,"bound":"at_least","meaning":"m"})");
  EXPECT_EQ(valueOf(rangeValue(claim, "150 to 200")).dump(), R"({"km":[150,200],"meaning":"m"})");
  EXPECT_EQ(valueOf(rangeValue({{"km", {1, 2}}, {"bound", "span"}}, "7")).dump(), R"({"km":7})");
  EXPECT_FALSE(rangeValue(claim, ""));
}

TEST(FieldLines, LinesAreReadBackAsTheyWereMeant) {
  const std::string line = setLine(kSite, "/properties/remarks", FieldJson("a \"b\"\nc \\ d"));
  const std::vector<std::string> words = edit::splitLine(line).value();
  ASSERT_THAT(words, ElementsAre("set", "feature", "kunashir", "/properties/remarks", testing::_));
  EXPECT_EQ(FieldJson::parse(words[4]), "a \"b\"\nc \\ d");
  EXPECT_EQ(setLine(kSite, "/properties/from", std::nullopt), "unset feature kunashir /properties/from");
  EXPECT_EQ(edit::splitLine(setLine({PartKind::Document, ""}, "/title", FieldJson("T"))).value(),
            (std::vector<std::string>{"scenario-set", "/title", "\"T\""}));
}

TEST(FieldLines, WhatTheReaderRefusesIsNoLine) {
  const std::string from = "/properties/systems/0/from";
  const Result<std::string> half = triedLine(document(), {}, kSite, from, textValue("2016-13"));
  ASSERT_FALSE(half);
  EXPECT_THAT(half.diagnostics().front().message, HasSubstr("2016-13"));
  const Result<std::string> taken = triedLine(document(), {}, kSite, from, textValue("2016-12"));
  ASSERT_TRUE(taken);
  EXPECT_THAT(*taken, HasSubstr("2016-12"));
  EXPECT_FALSE(triedLine(document(), {}, kSite, "/properties/systems/0/to", textValue("2015")));
  EXPECT_FALSE(triedLine(document(), {}, kSite, "/properties/accuracy_km", numberValue("near")));
  EXPECT_FALSE(triedLine(document(), {}, kSite, "/properties/accuracy_km", numberValue("-1")));
}

TEST(FieldLines, SourcesReplaceTheirOtherName) {
  const std::string line = sourcesLine(document(), kSite, "/properties/sources", {"tass", "kyodo"});
  const std::vector<std::string> words = edit::splitLine(line).value();
  ASSERT_EQ(words.size(), 5U);
  const auto changed =
      scenario::withMember(document(), PartKind::Feature, "kunashir", words[3], FieldJson::parse(words[4]), {});
  ASSERT_TRUE(changed);
  EXPECT_THAT(changed->features[0].sources, ElementsAre("tass", "kyodo"));
  EXPECT_EQ(changed->features[0].name, "Kunashir");
  EXPECT_EQ(sourcesLine(document(), kSite, "/properties/systems/0/sources", {}),
            "unset feature kunashir /properties/systems/0/sources");
}

TEST(FieldLines, AWholeSystemSaysWhatItTakesFromTheCatalogue) {
  scenario::Catalogue catalogue;
  catalogue.systems = document().systems;
  catalogue.systems[0].names = {{"ru", "Бал"}};
  catalogue.sources = document().sources;
  const scenario::Document named = scenario::readDocument(R"({ "type": "FeatureCollection", "cordon": { "version": 1,
        "systems": [ { "id": "bal", "color": "#112233" } ] }, "features": [] })",
                                                          "", catalogue)
                                       .value();
  const FieldJson whole = wholeSystem(named, "bal");
  EXPECT_EQ(whole["names"]["ru"], "Бал");
  EXPECT_EQ(whole["ranges"][0]["km"], 130);
  EXPECT_EQ(whole["color"], "#112233");
  EXPECT_TRUE(wholeSystem(named, "other").is_null());
}

TEST(FieldLines, NamesAreSetOneByOne) {
  EXPECT_EQ(withText({{"ru", "a"}}, "ja", "b")->dump(), R"({"ja":"b","ru":"a"})");
  EXPECT_FALSE(withText({{"ru", "a"}}, "ru", ""));
  EXPECT_EQ(pointerToken("a/b~"), "a~1b~0");
}

}  // namespace
}  // namespace cordon::ui
