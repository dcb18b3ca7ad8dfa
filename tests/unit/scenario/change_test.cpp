#include "scenario/change.h"

#include <gmock/gmock.h>

#include "sample.h"

namespace cordon::scenario {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Document read(const std::string& text) {
  auto document = readDocument(text, "", test::catalogue());
  for (const Diagnostic& problem : document.diagnostics()) ADD_FAILURE() << toString(problem);
  return std::move(document).value();
}

/// Both ways through the change itself and through its text.
void expectExact(const Document& before, const Document& after) {
  const Change change = changeBetween(before, after);
  EXPECT_EQ(writeDocument(applied(change, before)), writeDocument(after));
  EXPECT_EQ(writeDocument(applied(inverse(change), after)), writeDocument(before));
  const auto again = readChange(writeChange(change), test::catalogue());
  ASSERT_TRUE(again) << toString(again.diagnostics().front());
  EXPECT_EQ(writeDocument(applied(*again, before)), writeDocument(after));
  EXPECT_EQ(applied(*again, before), after);
  EXPECT_EQ(writeDocument(applied(inverse(*again), after)), writeDocument(before));
}

TEST(Change, HoldsJustThePartThatChanged) {
  const Document before = read(test::smallestText());
  Document after = before;
  after.features.edit(0).accuracyKm = 5.0;
  const Change change = changeBetween(before, after);
  ASSERT_THAT(change.features.removed, SizeIs(1));
  ASSERT_THAT(change.features.added, SizeIs(1));
  EXPECT_EQ(change.features.removed[0].part.accuracyKm, 67.0);
  EXPECT_EQ(change.features.added[0].part.accuracyKm, 5.0);
  EXPECT_TRUE(change.systems.isEmpty());
  EXPECT_TRUE(change.sources.isEmpty());
  EXPECT_TRUE(change.views.isEmpty());
  EXPECT_FALSE(change.members);
  expectExact(before, after);
}

TEST(Change, APartThatMovedInItsListLeavesTheOthers) {
  Document before;
  for (const char* id : {"a", "b", "c", "d", "e"}) before.features.emplace_back().id = id;
  Document after = before;
  after.features.share(before.features, 0);
  after.features.erase(0);
  const Change change = changeBetween(before, after);
  ASSERT_THAT(change.features.removed, SizeIs(1));
  EXPECT_EQ(change.features.removed[0].part.id, "a");
  EXPECT_EQ(change.features.removed[0].index, 0U);
  ASSERT_THAT(change.features.added, SizeIs(1));
  EXPECT_EQ(change.features.added[0].index, 4U);
  EXPECT_EQ(applied(change, before), after);
  EXPECT_EQ(applied(inverse(change), after), before);
}

TEST(Change, NoticesMembersThatNoReaderKnows) {
  const Document plain = read(test::smallestText());
  for (const char* anchor : {"\"accuracy_km\": 67", "\"status\": \"deployed\"", "\"km\": 130", "\"name\": \"Bal\"",
                             "\"title\": \"A title\"", "\"version\": 1"}) {
    const Document with = read(test::smallestWith(anchor, std::string("\"mine\": { \"a\": 1 }, ") + anchor));
    const Document other = read(test::smallestWith(anchor, std::string("\"mine\": { \"a\": 1.0 }, ") + anchor));
    EXPECT_EQ(plain, with);
    EXPECT_FALSE(areIdentical(plain, with)) << anchor;
    EXPECT_FALSE(areIdentical(with, other)) << anchor;
    expectExact(plain, with);
    expectExact(with, other);
  }
  EXPECT_TRUE(areIdentical(plain, read(test::smallestText())));
}

TEST(Change, NoticesTheOrderOfMembers) {
  const Document a = read(test::smallestText());
  const Document b = read(
      test::smallestWith("\"kind\": \"site\", \"name\": \"Kunashir\"", "\"name\": \"Kunashir\", \"kind\": \"site\""));
  EXPECT_EQ(a, b);
  EXPECT_FALSE(areIdentical(a, b));
  expectExact(a, b);
}

TEST(Change, KeepsWhatIsTheCatalogues) {
  const Document before = read(R"({ "type": "FeatureCollection", "cordon": { "version": 1 }, "features": [] })");
  // The reader adds "bastion" of the catalogue as it is, and fills up "bal" from it.
  const Document after = read(R"({ "type": "FeatureCollection", "cordon": { "version": 1,
    "systems": [ { "id": "bal", "color": "#123456" } ] }, "features": [ { "type": "Feature", "id": "x",
    "geometry": { "type": "Point", "coordinates": [145, 44] }, "properties": { "kind": "site",
    "systems": [ { "system": "bastion-p" }, { "system": "bal" } ] } } ] })");
  ASSERT_THAT(after.systems, SizeIs(2));
  ASSERT_TRUE(after.systems[1].fromCatalogue);
  expectExact(before, after);

  const auto without = readChange(writeChange(changeBetween(before, after)), Catalogue{});
  ASSERT_FALSE(without);
  EXPECT_THAT(without.diagnostics().front().message, HasSubstr("catalogue"));
}

TEST(Change, PartsWithoutAnIdOfTheirOwnStayWithout) {
  const Document before = read(test::smallestWith("\"id\": \"kunashir\",", ""));
  Document after = before;
  after.features.insert(0, after.features[0]);
  after.features.edit(0).id = "new";
  expectExact(before, after);
  EXPECT_THAT(writeDocument(after), HasSubstr("\"feature-1\""));
  EXPECT_THAT(writeDocument(applied(inverse(changeBetween(before, after)), after)), Not(HasSubstr("\"feature-1\"")));
}

TEST(Change, FitsOnlyADocumentThatHasWhatItRemoves) {
  Document before;
  for (const char* id : {"a", "b", "c"}) before.features.emplace_back().id = id;
  Document after = before;
  after.features.erase(1);
  const Change change = changeBetween(before, after);
  EXPECT_TRUE(fits(change, before));
  EXPECT_FALSE(fits(change, after));
  EXPECT_FALSE(fits(change, Document{}));
  EXPECT_THROW(applied(change, after), std::invalid_argument);
  Change beyond;
  beyond.features.added.push_back({4, Feature{}});
  EXPECT_FALSE(fits(beyond, before));
  beyond.features.added[0].index = 3;
  EXPECT_TRUE(fits(beyond, before));
}

TEST(Change, NestsAsDeeplyAsAScenarioMay) {
  const std::string deep = std::string(60, '[') + std::string(60, ']');
  Document before = read(test::smallestText());
  Document after = read(test::smallestWith("\"kind\": \"site\"", "\"kind\": \"site\", \"x-deep\": " + deep));
  expectExact(before, after);
  const std::string deepest = std::string(62, '[') + std::string(62, ']');
  after = read(test::smallestWith("\"version\": 1", "\"version\": 1, \"x-deep\": " + deepest));
  expectExact(before, after);
}

TEST(Change, TextsThatAreNoChangeAreRefused) {
  for (const char* text :
       {"", "{}", "[1]", "[{}]", R"([{"add":"feature"}])", R"([{"add":"feature","at":-1,"id":"a","object":{}}])",
        R"([{"add":"feature","at":0,"id":"a"}])", R"([{"add":"feature","at":0,"id":"","object":{}}])",
        R"([{"add":"feature","at":0,"id":"a","object":{"type":"Feature"}}])",
        R"([{"add":"wall","at":0,"id":"a","object":{}}])", R"([{"add":"view","remove":"view","at":0,"id":"a"}])",
        R"([{"add":"system","at":0,"id":"a","base":"none","object":{"id":"a"}}])", R"([{"before":"{}","after":1}])",
        R"([{"before":"[","after":"["}])",
        R"([{"before":"{\"cordon\":{\"date\":\"x\"}}","after":"{\"cordon\":{}}"}])"}) {
    const auto change = readChange(text, test::catalogue());
    ASSERT_FALSE(change) << text;
    EXPECT_TRUE(hasErrors(change.diagnostics())) << text;
  }
}

TEST(Change, ItsSizeGrowsWithWhatItHolds) {
  const Document before = read(test::smallestText());
  Document after = before;
  after.features.edit(0).remarks = std::string(100'000, 'x');
  const std::size_t large = approximateBytes(changeBetween(before, after));
  EXPECT_GT(large, 100'000U);
  EXPECT_LT(large, 110'000U);
  EXPECT_LT(approximateBytes(changeBetween(before, before)), 4'000U);
}

}  // namespace
}  // namespace cordon::scenario
