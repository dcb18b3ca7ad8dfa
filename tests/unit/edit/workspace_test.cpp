#include "edit/workspace.h"

#include <gmock/gmock.h>

#include "scenario/change.h"
#include "unit/edit/edit_fixture.h"

namespace cordon::edit::test {
namespace {

using scene::Item;
using scene::ItemKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using WorkspaceTest = Edit;

const geo::LatLon kHere = geo::LatLon::fromDegrees(44.0, 146.0);
const geo::LatLon kThere = geo::LatLon::fromDegrees(45.0, 147.0);
const geo::LatLon kBeyond = geo::LatLon::fromDegrees(46.0, 146.0);

int day(const char* text) {
  return scenario::Date::parse(text)->firstDay();
}

TEST(WorkspaceAlone, StartsWithAnEmptyScenario) {
  const mapdata::Gazetteer none;
  Workspace workspace(none);
  EXPECT_THAT(workspace.document().features, IsEmpty());
  EXPECT_FALSE(workspace.history().isModified());
  workspace.undo();
  workspace.redo();
  workspace.playback().playing = true;
  EXPECT_FALSE(workspace.advance(1.0));
  EXPECT_FALSE(workspace.playback().playing);
}

TEST_F(WorkspaceTest, OpenResetsWhatBelongedToTheScenarioBefore) {
  scene::ModelOptions& now = workspace.shown();
  now.language = "ru";
  now.secondLanguage = "ja";
  now.palette = scene::PaletteName::Dark;
  now.lengthUnit = scene::LengthUnit::Miles;
  const scene::ModelOptions kept = now;
  now.date = scenario::Date::parse("2016-01-01");
  now.layers[0] = false;
  now.hiddenSites = {"kunashir"};
  now.looks["bal"].visible = false;
  now.wrongCircles = true;
  workspace.select({{ItemKind::Site, "kunashir"}});
  workspace.setTool(Tool::Measure);
  workspace.useTool(kHere);
  workspace.apply("Empty", {});
  workspace.playback().playing = true;

  workspace.open(document(), {}, "okhotsk", {Diagnostic{Severity::Warning, "x", "", "", {}, ""}});
  scene::ModelOptions expected = kept;
  EXPECT_EQ(shown(), expected);
  EXPECT_THAT(workspace.selection(), IsEmpty());
  EXPECT_EQ(workspace.tool(), Tool::Select);
  EXPECT_FALSE(workspace.isDrawing());
  EXPECT_FALSE(workspace.history().canUndo());
  EXPECT_FALSE(workspace.history().isModified());
  EXPECT_FALSE(workspace.playback().playing);
  EXPECT_EQ(workspace.name(), "okhotsk");
  EXPECT_TRUE(workspace.file().empty());
  EXPECT_THAT(workspace.problems(), SizeIs(1));
}

TEST_F(WorkspaceTest, ReloadKeepsWhatStillExists) {
  scene::ModelOptions& now = workspace.shown();
  now.date = scenario::Date::parse("2016-12-01");
  now.layers[0] = false;
  now.hiddenSites = {"kunashir", "iturup"};
  now.looks["bal"].visible = false;
  now.looks["bastion"].visible = false;
  workspace.select({{ItemKind::Site, "kunashir"},
                    {ItemKind::Ring, "kunashir/bal"},
                    {ItemKind::Ring, "iturup/bastion"},
                    {ItemKind::Line, "fence/1"},
                    {ItemKind::Line, "friza/1"},
                    {ItemKind::Area, "zone"},
                    {ItemKind::Place, "Sea of Okhotsk"}});
  scenario::Document smaller = document();
  erase_if(smaller.features, [](const auto& feature) { return feature.id == "iturup" || feature.id == "zone"; });
  std::erase_if(smaller.systems, [](const auto& system) { return system.id == "bastion"; });
  workspace.reload(smaller, {});

  EXPECT_EQ(now.date, scenario::Date::parse("2016-12-01"));
  EXPECT_FALSE(now.layers[0]);
  EXPECT_THAT(now.hiddenSites, ElementsAre("kunashir"));
  EXPECT_THAT(now.looks, SizeIs(1));
  EXPECT_EQ(now.looks.count("bal"), 1U);
  EXPECT_THAT(workspace.selection(), ElementsAre(Item{ItemKind::Site, "kunashir"}, Item{ItemKind::Ring, "kunashir/bal"},
                                                 Item{ItemKind::Line, "fence/1"}, Item{ItemKind::Line, "friza/1"},
                                                 Item{ItemKind::Place, "Sea of Okhotsk"}));
  EXPECT_FALSE(workspace.history().isModified());
  EXPECT_EQ(workspace.name(), "islands.geojson");
}

TEST_F(WorkspaceTest, UndoAndRedoGiveTheVeryVersions) {
  const std::string before = scenario::writeDocument(workspace.document());
  const auto first = workspace.documentPointer();
  scenario::Document changed = workspace.document();
  changed.features.erase(0);
  workspace.select({{ItemKind::Site, "kunashir"}, {ItemKind::Site, "iturup"}});
  workspace.apply("Remove Kunashir", changed);
  EXPECT_TRUE(workspace.history().isModified());
  EXPECT_THAT(workspace.selection(), ElementsAre(Item{ItemKind::Site, "iturup"}));
  EXPECT_THAT(workspace.timeline().front().date.toString(), "2018-03");

  workspace.undo();
  EXPECT_TRUE(scenario::areIdentical(workspace.document(), *first));
  EXPECT_EQ(scenario::writeDocument(workspace.document()), before);
  EXPECT_FALSE(workspace.history().isModified());
  EXPECT_THAT(workspace.timeline().front().date.toString(), "2016-11-18");

  workspace.redo();
  EXPECT_EQ(workspace.document(), changed);
  workspace.markSaved();
  EXPECT_FALSE(workspace.history().isModified());
  workspace.undo();
  EXPECT_TRUE(workspace.history().isModified());
}

TEST_F(WorkspaceTest, ShowsTheDayAskedForElseTheDocuments) {
  EXPECT_EQ(workspace.date().toString(), "2017-06-01");
  workspace.shown().date = scenario::Date::parse("2016-05");
  EXPECT_EQ(workspace.date().toString(), "2016-05");
  workspace.shown().date.reset();
  scenario::Document changed = workspace.document();
  changed.date.reset();
  workspace.apply("No date", changed);
  EXPECT_EQ(workspace.date().toString(), "2018-12-31");
}

TEST_F(WorkspaceTest, PlaysByWallTime) {
  workspace.shown().date = scenario::Date::parse("2016-01-01");
  EXPECT_FALSE(workspace.advance(1.0));  // does not play
  workspace.playback() = {true, 10.0, 0.0};
  EXPECT_FALSE(workspace.advance(0.05));
  EXPECT_TRUE(workspace.advance(0.05));
  EXPECT_EQ(workspace.date().toString(), "2016-01-02");
  EXPECT_TRUE(workspace.advance(3.05));
  EXPECT_EQ(workspace.date().toString(), "2016-02-01");
  EXPECT_NEAR(workspace.playback().fractionDays, 0.5, 1e-9);
  EXPECT_FALSE(workspace.advance(-1.0));
  EXPECT_FALSE(workspace.advance(std::numeric_limits<double>::quiet_NaN()));
}

TEST_F(WorkspaceTest, PlayStopsAtTheSpansEnd) {
  workspace.shown().date = scenario::Date::parse("2018-12-30");
  workspace.playback() = {true, 1.0, 0.0};
  EXPECT_TRUE(workspace.advance(1.0));
  EXPECT_EQ(workspace.date().lastDay(), day("2018-12-31"));
  EXPECT_FALSE(workspace.playback().playing);
  workspace.playback().playing = true;
  EXPECT_FALSE(workspace.advance(1.0));
  EXPECT_FALSE(workspace.playback().playing);

  workspace.shown().date = scenario::Date::parse("2016-01-01");
  workspace.playback() = {true, 1e300, 0.0};
  EXPECT_TRUE(workspace.advance(1e300));
  workspace.playback().playing = true;
  workspace.playback().daysPerSecond = 1e9;
  workspace.shown().date = scenario::Date::parse("2016-01-01");
  EXPECT_TRUE(workspace.advance(1e9));
  EXPECT_EQ(workspace.date().lastDay(), day("2018-12-31"));
}

TEST_F(WorkspaceTest, PlayEntersTheSpanFromBefore) {
  workspace.shown().date = scenario::Date::parse("1990-01-01");
  workspace.playback() = {true, 1.0, 0.0};
  EXPECT_TRUE(workspace.advance(1.0));
  EXPECT_EQ(workspace.date().lastDay(), day("2016-01-01"));
}

TEST_F(WorkspaceTest, SelectsEachThingOnceTheLatestLast) {
  const Item a{ItemKind::Site, "kunashir"};
  const Item b{ItemKind::Site, "iturup"};
  const Item ring{ItemKind::Ring, "kunashir/bal"};
  workspace.select({a, b, a});
  EXPECT_THAT(workspace.selection(), ElementsAre(b, a));
  workspace.select({ring}, true);
  workspace.select({b}, true);
  EXPECT_THAT(workspace.selection(), ElementsAre(a, ring, b));
  EXPECT_TRUE(workspace.isSelected(ring));
  workspace.deselect(ring);
  EXPECT_FALSE(workspace.isSelected(ring));
  EXPECT_FALSE(workspace.isSelected({ItemKind::Ring, "kunashir"}));
  workspace.select({b});
  EXPECT_THAT(workspace.selection(), ElementsAre(b));
}

TEST_F(WorkspaceTest, MeasuresAPathOfClicks) {
  workspace.useTool(kHere);
  EXPECT_EQ(sketch(), scene::Sketch());  // Tool::Select
  workspace.setTool(Tool::Measure);
  EXPECT_FALSE(workspace.isDrawing());
  workspace.useTool(kHere);
  EXPECT_TRUE(workspace.isDrawing());
  workspace.useTool(kThere);
  workspace.useTool(kThere);  // the second click of a double click
  ASSERT_THAT(sketch().paths, SizeIs(1));
  EXPECT_THAT(sketch().paths[0].vertices, SizeIs(2));
  EXPECT_FALSE(sketch().paths[0].closed);
  workspace.endTool(true);
  EXPECT_FALSE(workspace.isDrawing());
  EXPECT_THAT(sketch().paths, SizeIs(1));
  workspace.useTool(kBeyond);
  EXPECT_THAT(sketch().paths, SizeIs(2));
}

TEST_F(WorkspaceTest, ThrowsAwayPathsThatMeasureNothing) {
  workspace.setTool(Tool::Measure);
  workspace.useTool(kHere);
  workspace.endTool(true);
  EXPECT_THAT(sketch().paths, IsEmpty());
  workspace.setTool(Tool::Area);
  workspace.useTool(kHere);
  workspace.useTool(kThere);
  workspace.endTool(true);
  EXPECT_THAT(sketch().paths, IsEmpty());
  workspace.useTool(kHere);
  workspace.useTool(kThere);
  workspace.useTool(kBeyond);
  workspace.endTool(true);
  ASSERT_THAT(sketch().paths, SizeIs(1));
  EXPECT_TRUE(sketch().paths[0].closed);
}

TEST_F(WorkspaceTest, AnotherToolKeepsThePath) {
  workspace.setTool(Tool::Measure);
  workspace.useTool(kHere);
  workspace.useTool(kThere);
  workspace.setTool(Tool::Area);
  EXPECT_FALSE(workspace.isDrawing());
  workspace.useTool(kHere);
  ASSERT_THAT(sketch().paths, SizeIs(2));
  EXPECT_FALSE(sketch().paths[0].closed);
  EXPECT_THAT(sketch().paths[0].vertices, SizeIs(2));
  EXPECT_TRUE(sketch().paths[1].closed);
  // A whole path from elsewhere ends the open one.
  workspace.addPath({{kHere, kThere}, false});
  ASSERT_THAT(sketch().paths, SizeIs(2));
  EXPECT_FALSE(sketch().paths[1].closed);
  EXPECT_FALSE(workspace.isDrawing());
}

TEST_F(WorkspaceTest, BearingTakesTwoClicks) {
  workspace.setTool(Tool::Reach);
  workspace.useTool(kBeyond);
  workspace.setTool(Tool::Bearing);
  workspace.useTool(kHere);  // the place asked about before is no origin
  ASSERT_TRUE(workspace.askedPlace());
  EXPECT_EQ(workspace.askedPlace()->latRadians, kHere.latRadians);
  EXPECT_THAT(sketch().paths, IsEmpty());
  workspace.useTool(kThere);
  ASSERT_THAT(sketch().paths, SizeIs(1));
  EXPECT_EQ(sketch().paths[0], (scene::MeasuredPath{{kHere, kThere}, false, true}));
  EXPECT_FALSE(workspace.askedPlace());
  EXPECT_FALSE(sketch().mark);
  workspace.useTool(kHere);
  EXPECT_THAT(sketch().paths, SizeIs(1));
  workspace.setTool(Tool::Select);
  EXPECT_FALSE(workspace.askedPlace());
}

TEST_F(WorkspaceTest, RingsAndQuestionsAreLaidAtAClick) {
  workspace.setTool(Tool::Ring);
  workspace.setFreeRingMeters(123'000.0);
  workspace.useTool(kHere);
  ASSERT_THAT(sketch().rings, SizeIs(1));
  EXPECT_EQ(sketch().rings[0], (scene::FreeRing{kHere, 123'000.0}));
  workspace.setTool(Tool::Reach);
  workspace.useTool(kThere);
  ASSERT_TRUE(workspace.askedPlace() && sketch().mark);
  EXPECT_EQ(sketch().mark->lonRadians, kThere.lonRadians);
  // The answer stays while the reader looks about.
  workspace.setTool(Tool::Select);
  EXPECT_TRUE(workspace.askedPlace());
}

TEST_F(WorkspaceTest, EscapeTakesOneStepAtATime) {
  workspace.select({{ItemKind::Site, "kunashir"}});
  workspace.setTool(Tool::Reach);
  workspace.useTool(kHere);
  workspace.setTool(Tool::Measure);
  workspace.useTool(kHere);
  workspace.useTool(kThere);
  workspace.endTool(true);
  workspace.useTool(kThere);
  workspace.useTool(kBeyond);

  workspace.endTool(false);  // the open path
  EXPECT_FALSE(workspace.isDrawing());
  EXPECT_THAT(sketch().paths, SizeIs(1));
  EXPECT_TRUE(workspace.askedPlace());
  workspace.endTool(false);  // the question
  EXPECT_FALSE(workspace.askedPlace());
  EXPECT_FALSE(sketch().mark);
  EXPECT_EQ(workspace.tool(), Tool::Measure);
  workspace.endTool(false);  // the tool
  EXPECT_EQ(workspace.tool(), Tool::Select);
  EXPECT_THAT(workspace.selection(), SizeIs(1));
  workspace.endTool(false);  // the selection
  EXPECT_THAT(workspace.selection(), IsEmpty());
  workspace.endTool(false);
  EXPECT_THAT(sketch().paths, SizeIs(1));
}

TEST_F(WorkspaceTest, SurvivesPathsThatWereTakenAway) {
  workspace.setTool(Tool::Measure);
  workspace.useTool(kHere);
  workspace.shown().sketch = {};
  EXPECT_FALSE(workspace.isDrawing());
  workspace.endTool(true);
  workspace.useTool(kHere);
  workspace.clearPaths();
  EXPECT_FALSE(workspace.isDrawing());
  EXPECT_EQ(sketch(), scene::Sketch());
}

TEST_F(WorkspaceTest, KeepsTheLatestMessages) {
  for (int i = 1; i <= 250; ++i) workspace.tell(Severity::Note, std::to_string(i));
  ASSERT_THAT(workspace.messages(), SizeIs(200));
  EXPECT_EQ(workspace.messages().front().text, "51");
  EXPECT_EQ(workspace.messages().back().text, "250");
  EXPECT_EQ(workspace.messages().back().number, 250U);
}

}  // namespace
}  // namespace cordon::edit::test
