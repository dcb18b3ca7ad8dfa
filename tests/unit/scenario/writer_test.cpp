#include <gmock/gmock.h>

#include "sample.h"
#include "scenario/json_text.h"

namespace cordon::scenario {
namespace {

using test::catalogue;

Document read(const std::string& text) {
  return readDocument(text, "", catalogue()).value();
}

TEST(Writer, AnUnchangedDocumentKeepsItsTree) {
  const std::string text = test::smallestText();
  EXPECT_EQ(parseJson(writeDocument(read(text)), "").value(), parseJson(text, "").value());
}

TEST(Writer, KeepsTheLineOnHandling) {
  const std::string text = test::smallestWith("\"version\": 1,", "\"version\": 1, \"handling\": \"FOR OFFICIAL USE\",");
  Document document = read(text);
  EXPECT_EQ(document.handling, "FOR OFFICIAL USE");
  EXPECT_EQ(parseJson(writeDocument(document), "").value(), parseJson(text, "").value());
  document.handling.clear();
  EXPECT_FALSE(parseJson(writeDocument(document), "").value()["cordon"].contains("handling"));
}

TEST(Writer, WritesTheSameTextAgain) {
  const std::string once = writeDocument(read(test::smallestText()));
  EXPECT_EQ(writeDocument(read(once)), once);
}

TEST(Writer, AChangeTouchesOnlyItsMemberAndUnknownMembersSurvive) {
  const std::string text =
      test::smallestWith("\"kind\": \"site\"", "\"zebra\": { \"b\": [1, 2.50], \"a\": null }, \"kind\": \"site\"");
  Document document = read(text);
  document.features.edit(0).systems[0].status = Status::Withdrawn;
  document.systems[0].ranges[1].maxKm = document.systems[0].ranges[1].minKm = 270;
  Json expected = parseJson(text, "").value();
  expected["features"][0]["properties"]["systems"][0]["status"] = "withdrawn";
  expected["cordon"]["systems"][0]["ranges"][1]["km"] = 270;
  Json written = parseJson(writeDocument(document), "").value();
  // A bound that is the default is not written anew.
  expected["cordon"]["systems"][0]["ranges"][1].erase("bound");
  EXPECT_EQ(written, expected) << written.dump(1);
}

TEST(Writer, ClearedMembersGo) {
  Document document = read(test::smallestText());
  document.features.edit(0).accuracyKm.reset();
  document.features.edit(0).systems[0].sources.clear();
  document.title.clear();
  const Document again = read(writeDocument(document));
  EXPECT_EQ(again, document);
  EXPECT_THAT(writeDocument(document), testing::Not(testing::HasSubstr("accuracy_km")));
}

TEST(Writer, RemovedFeaturesLeaveTheOthersTheirIds) {
  const std::string feature =
      R"({"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"kind":"note"}})";
  Document document = read("{\"type\":\"FeatureCollection\",\"cordon\":{\"version\":1},\"features\":[" + feature + "," +
                           feature + "," + feature + "]}");
  document.features.erase(0);
  EXPECT_EQ(read(writeDocument(document)), document);
  EXPECT_EQ(document.features[0].id, "feature-2");
}

TEST(Writer, DoesNotWriteWhatIsTheCatalogues) {
  const std::string text = test::smallestWith("\"system\": \"bal\"", "\"system\": \"s-400\"");
  EXPECT_THAT(writeDocument(read(text)), testing::Not(testing::HasSubstr("Growler")));
}

}  // namespace
}  // namespace cordon::scenario
