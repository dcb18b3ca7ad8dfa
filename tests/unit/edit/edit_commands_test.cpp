#include "edit/edit_commands.h"

#include <gmock/gmock.h>

#include "scenario/words.h"
#include "unit/edit/edit_fixture.h"

namespace cordon::edit::test {
namespace {

using geo::LatLon;
using scenario::Feature;
using testing::ElementsAre;
using testing::HasSubstr;

class EditCommands : public Edit {
 protected:
  EditCommands() {
    addEditCommands(table, workspace, {catalogue, [](LatLon) { return true; }});
  }

  const Feature& feature(const std::string& id) const { return *workspace.document().findFeature(id); }
  LatLon placeOf(const std::string& id) const { return std::get<LatLon>(feature(id).geometry); }

  scenario::Catalogue catalogue;
};

TEST_F(EditCommands, AReportBecomesASourcedSiteInThreeLines) {
  run("source-add \"A newspaper\" Kyodo 2018-12-30 https://example.org/1");
  run("site-add 46.5,150.9 \"New place\" bastion reported 2018-12-30 a-newspaper");
  const Feature& site = feature("new-place");
  ASSERT_EQ(site.systems.size(), 1U);
  EXPECT_EQ(site.systems[0].status, scenario::Status::Reported);
  EXPECT_EQ(site.systems[0].sources, std::vector<std::string>{"a-newspaper"});
  EXPECT_EQ(selectedFeatures(workspace), std::vector<std::string>{"new-place"});
  run("set feature new-place accuracy_km 25");
  EXPECT_EQ(feature("new-place").accuracyKm, 25.0);
  run("statement-add new-place bastion withdrawn 2020");
  ASSERT_EQ(feature("new-place").systems.size(), 2U) << "the earlier statement stays";
  EXPECT_EQ(feature("new-place").systems[0].status, scenario::Status::Reported);
  const scenario::Document before = document();
  for (int step = 0; step < 4; ++step) run("undo");
  EXPECT_EQ(workspace.document(), before);
  EXPECT_FALSE(workspace.history().isModified());
}

TEST_F(EditCommands, ASiteTakesTheAccuracyOfTheIslandThatItIsNamedBy) {
  mapdata::GazetteerPlace& island = places.places.emplace_back();
  island.id = "matua";
  island.kind = "town";
  island.names = {"Matua", "Матуа", ""};
  island.position = LatLon::fromDegrees(48.09, 153.2);
  run("site-add matua");
  EXPECT_EQ(feature("matua").name, "Matua");
  EXPECT_EQ(feature("matua").names.at("ru"), "Матуа");
  EXPECT_EQ(feature("matua").accuracyKm, 5.0);
  EXPECT_THAT(refusal("site-add atlantis"), HasSubstr("no position"));
}

TEST_F(EditCommands, TypedCharactersOfOneFieldAreOneStep) {
  for (const char* text : {"K", "Ku", "Kun"}) run(std::string("set feature kunashir name ") + text);
  EXPECT_EQ(feature("kunashir").name, "Kun");
  run("undo");
  EXPECT_EQ(feature("kunashir").name, "Kunashir");
  EXPECT_FALSE(workspace.history().isModified());
}

TEST_F(EditCommands, ASelectionMovesTogether) {
  run("select kunashir");
  run("select iturup add");
  const LatLon iturup = placeOf("iturup");
  run("move-selection 44.18,145.96 45.18,145.96");
  EXPECT_NEAR(placeOf("kunashir").latDegrees(), 45.18, 1e-7);
  EXPECT_NEAR(placeOf("kunashir").lonDegrees(), 145.96, 1e-7);
  EXPECT_GT(placeOf("iturup").latDegrees(), iturup.latDegrees() + 0.9);
  run("undo");
  EXPECT_EQ(placeOf("iturup"), iturup);
  run("move kunashir \"44°N 146°E\"");
  EXPECT_EQ(placeOf("kunashir"), LatLon::fromDegrees(44.0, 146.0));
}

TEST_F(EditCommands, WhatIsDeletedComesBackInItsPlace) {
  run("select fence");
  run("delete");
  EXPECT_EQ(workspace.document().findFeature("fence"), nullptr);
  EXPECT_TRUE(workspace.selection().empty());
  run("undo");
  EXPECT_EQ(workspace.document(), document());
  EXPECT_THAT(refusal("delete nobody"), HasSubstr("nobody"));
}

TEST_F(EditCommands, ADuplicateIsSelectedAndStandsBeside) {
  run("select kunashir");
  run("duplicate");
  EXPECT_EQ(selectedFeatures(workspace), std::vector<std::string>{"kunashir-2"});
  EXPECT_NE(placeOf("kunashir-2"), placeOf("kunashir"));
  EXPECT_EQ(feature("kunashir-2").systems, feature("kunashir").systems);
}

TEST_F(EditCommands, VerticesAreCountedFromOne) {
  run("vertex-add zone 45.5,150.5 2");
  run("vertex-move zone 45.6,150.5 2");
  run("vertex-remove zone 2");
  EXPECT_EQ(feature("zone").geometry, document().findFeature("zone")->geometry);
  EXPECT_THAT(refusal("vertex-remove zone 1"), HasSubstr("too few"));
  EXPECT_THAT(refusal("vertex-move zone 45,150 9"), HasSubstr("vertex"));
  EXPECT_THAT(refusal("vertex-move zone 45,150 1 7"), HasSubstr("path"));
}

TEST_F(EditCommands, PartsThatAreNamedAreKept) {
  EXPECT_THAT(refusal("part-remove system bal"), HasSubstr("Kunashir"));
  EXPECT_THAT(refusal("part-remove source kyodo"), HasSubstr("Bal"));
  run("part-remove system third");
  EXPECT_EQ(workspace.document().findSystem("third"), nullptr);
}

TEST_F(EditCommands, ANewIdIsFollowedByWhatNamesIt) {
  run("rename system bal ball");
  EXPECT_EQ(feature("kunashir").systems[0].systemId, "ball");
  run("rename source kyodo agency");
  EXPECT_EQ(workspace.document().findSystem("ball")->ranges[0].sources, std::vector<std::string>{"agency"});
  run("rename view north south");
  EXPECT_EQ(workspace.document().defaultView, "south");
  run("rename feature kunashir kunashiri");
  EXPECT_EQ(selectedFeatures(workspace), std::vector<std::string>{"kunashiri"});
  EXPECT_THAT(refusal("rename feature kunashiri iturup"), HasSubstr("taken"));
}

TEST_F(EditCommands, ToolsAddToTheScenario) {
  run("tool add-site");
  workspace.useTool(LatLon::fromDegrees(44.5, 147.123456789));
  EXPECT_EQ(workspace.tool(), Tool::Select);
  EXPECT_TRUE(workspace.isEditing());
  ASSERT_THAT(selectedFeatures(workspace), ElementsAre("site"));
  EXPECT_EQ(placeOf("site"), LatLon::fromDegrees(44.5, 147.1234568)) << "a file keeps a centimetre";
  run("tool draw-area");
  for (const double lon : {150.0, 151.0, 150.5}) workspace.useTool(LatLon::fromDegrees(lon - 105.0, lon));
  run("tool-end");
  EXPECT_TRUE(std::holds_alternative<std::vector<scenario::Polygon>>(feature("area").geometry));
  EXPECT_TRUE(sketch().paths.empty());
  run("tool draw-line");
  workspace.useTool(LatLon::fromDegrees(45.0, 150.0));
  run("tool-end");
  EXPECT_EQ(workspace.document().findFeature("line"), nullptr) << "one vertex is no line";
}

TEST_F(EditCommands, WhatTheReaderRefusesChangesNothing) {
  const auto before = workspace.documentPointer();
  EXPECT_THAT(refusal("set feature kunashir accuracy_km many"), HasSubstr("number"));
  EXPECT_THAT(refusal("statement-add kunashir nothing deployed"), HasSubstr("nothing"));
  EXPECT_THAT(refusal("site-add 44,146 Name bal deployed 2016-13"), HasSubstr("2016-13"));
  EXPECT_THAT(refusal("scenario-set from never"), HasSubstr("never"));
  EXPECT_THAT(refusal("system-add New -5"), HasSubstr("range"));
  EXPECT_EQ(workspace.documentPointer(), before);
}

}  // namespace
}  // namespace cordon::edit::test
