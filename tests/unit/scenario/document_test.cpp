#include "scenario/document.h"

#include <gtest/gtest.h>

namespace cordon::scenario {
namespace {

Document twoLines() {
  Document document;
  document.features = {Feature{}, Feature{}};
  document.features.edit(0).id = "coast";
  document.features.edit(1).id = "coast/north";
  document.systems.resize(2);
  document.systems[0].id = "bal";
  document.systems[1].id = "bastion";
  return document;
}

TEST(WithoutPart, TakesOffANumberOnly) {
  EXPECT_EQ(withoutPart("coast/12"), "coast");
  EXPECT_EQ(withoutPart("coast/north/1"), "coast/north");
  for (const char* whole : {"", "coast", "coast/", "coast/north", "coast/1a"}) EXPECT_EQ(withoutPart(whole), whole);
}

TEST(Document, FindsTheWholeOfAPart) {
  const Document document = twoLines();
  EXPECT_EQ(document.findWhole("coast"), &document.features[0]);
  EXPECT_EQ(document.findWhole("coast/2"), &document.features[0]);
  EXPECT_EQ(document.findWhole("coast/north"), &document.features[1]);
  EXPECT_EQ(document.findWhole("coast/north/1"), &document.features[1]);
  EXPECT_EQ(document.findWhole("coast/south"), nullptr);
}

TEST(Document, CountsSystems) {
  EXPECT_EQ(twoLines().systemIndex("bastion"), 1U);
  EXPECT_FALSE(twoLines().systemIndex("s-300"));
}

TEST(Feature, DiffersByAVertex) {
  Feature a;
  a.geometry = std::vector<Polygon>{{{{geo::LatLon{0.1, 0.2}, geo::LatLon{0.3, 0.4}, geo::LatLon{0.5, 0.6}}}}};
  Feature b = a;
  EXPECT_EQ(a, b);
  std::get<std::vector<Polygon>>(b.geometry)[0].rings[0][2].lonRadians = 0.7;
  EXPECT_NE(a, b);
  b.geometry = geo::LatLon{0.1, 0.2};
  EXPECT_NE(a, b);
}

}  // namespace
}  // namespace cordon::scenario
