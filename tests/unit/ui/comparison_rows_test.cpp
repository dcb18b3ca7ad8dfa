#include "ui/comparison_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cordon::ui {
namespace {

using scenario::Difference;
using scenario::DifferenceKind;
using testing::ElementsAre;
using testing::IsEmpty;

Difference feature(DifferenceKind kind, const char* id, const char* name) {
  Difference difference;
  difference.kind = kind;
  difference.part = scenario::PartKind::Feature;
  difference.feature = scenario::FeatureKind::Site;
  difference.id = id;
  difference.name = name;
  const geo::LatLon place = geo::LatLon::fromDegrees(44.18, 145.96);
  if (kind != DifferenceKind::Added) difference.geometryBefore = place;
  if (kind != DifferenceKind::Removed) difference.geometryAfter = place;
  return difference;
}

scenario::Comparison comparison() {
  Difference moved = feature(DifferenceKind::Changed, "iturup", "Iturup");
  moved.geometryAfter = geo::LatLon::fromDegrees(44.5, 146.0);
  moved.movedMeters = 35'690.0;
  moved.members.push_back({"/properties/accuracy_km", "accuracy (km)", 67, 25});
  Difference changed = feature(DifferenceKind::Changed, "matua", "");
  changed.members.push_back({"/properties/remarks", "remarks", nullptr, "seen"});
  Difference system;
  system.part = scenario::PartKind::System;
  system.id = "bal";
  system.name = "Bal";
  system.members.push_back({"/color", "colour", "#ff0000", "#00ff00"});
  return {{changed, feature(DifferenceKind::Removed, "urup", "Urup"), moved, system,
           feature(DifferenceKind::Added, "paramushir", "Paramushir")}};
}

TEST(ComparisonRows, GroupsWhatDiffers) {
  const scenario::Comparison all = comparison();
  std::vector<std::string> texts;
  for (const ComparisonRow& row : comparisonRows(all)) texts.push_back(rowText(all, row, {}));
  EXPECT_THAT(texts, ElementsAre("Added (1)", "Paramushir (site)", "Removed (1)", "Urup (site)", "Moved (1)",
                                 "Iturup (site)", "35.69 km: 44.1800°N 145.9600°E → 44.5000°N 146.0000°E",
                                 "accuracy (km): 67 → 25", "Changed (2)", "matua (site)", "remarks: none → seen",
                                 "Bal (system)", "colour: #ff0000 → #00ff00"));
  EXPECT_EQ(scene::countsText(all), "1 added, 1 removed, 1 moved, 2 changed");
}

TEST(ComparisonRows, HasNoGroupWithoutParts) {
  EXPECT_THAT(comparisonRows({}), IsEmpty());
  const scenario::Comparison one{{feature(DifferenceKind::Added, "a", "A")}};
  EXPECT_EQ(comparisonRows(one).size(), 2U);
}

TEST(ComparisonRows, LeadsToWhereThingsAreOrWere) {
  const scenario::Comparison all = comparison();
  EXPECT_THAT(linesToShow(all.differences[2], true), ElementsAre("select iturup", "fly-to iturup"));
  EXPECT_THAT(linesToShow(all.differences[1], false), ElementsAre("go 44.180000,145.960000"));
  EXPECT_THAT(linesToShow(all.differences[1], true), ElementsAre("select urup", "go 44.180000,145.960000"))
      << "of two dates: in the scenario, but not on the map";
  EXPECT_THAT(linesToShow(all.differences[3], true), ElementsAre("edit-mode on", "edit-system bal"));
  EXPECT_THAT(linesToShow(all.differences[3], false), IsEmpty());
}

}  // namespace
}  // namespace cordon::ui
