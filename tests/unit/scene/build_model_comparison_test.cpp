#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "geo/geodesic.h"
#include "scene/build_model.h"
#include "scene/map_changes.h"
#include "scene/overlay.h"

namespace cordon::scene {
namespace {

using scenario::Date;
using scenario::Document;
using scenario::Feature;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Date kDay = *Date::parse("2019-01-01");

scenario::SystemAssignment assignment(scenario::Status status, const char* from) {
  scenario::SystemAssignment result;
  result.systemId = "bal";
  result.status = status;
  result.from = Date::parse(from);
  return result;
}

Feature site(const char* id, double lat, double lon, const char* from = "2016") {
  Feature result;
  result.id = id;
  result.name = std::string("Site ") + id;
  result.geometry = geo::LatLon::fromDegrees(lat, lon);
  result.systems = {assignment(scenario::Status::Deployed, from)};
  return result;
}

Document base() {
  Document document;
  scenario::System bal;
  bal.id = "bal";
  bal.symbol = "square";
  scenario::RangeClaim claim;
  claim.minKm = claim.maxKm = 130.0;
  bal.ranges = {claim};
  document.systems = {bal};
  document.features = {site("stays", 44.0, 146.0), site("goes", 46.0, 149.0), site("moves", 48.0, 152.0),
                       site("differs", 50.0, 155.0)};
  return document;
}

Document edited() {
  Document document = base();
  document.features.erase(1);
  document.features.edit(1).geometry = geo::LatLon::fromDegrees(48.5, 152.5);
  document.features.edit(2).accuracyKm = 25.0;
  document.features.push_back(site("comes", 52.0, 157.0));
  return document;
}

ModelOptions compared(const Document& before, const Document& after) {
  auto changes = std::make_shared<MapChanges>();
  changes->title = "before.geojson";
  changes->before = std::make_shared<const Document>(before);
  changes->comparison = scenario::compare(before, after);
  ModelOptions options;
  options.date = kDay;
  options.changes = std::move(changes);
  return options;
}

ModelOptions comparedDates(const Document& document, const char* before, const char* date) {
  auto changes = std::make_shared<MapChanges>();
  changes->title = before;
  changes->before = std::make_shared<const Document>(document);
  changes->dateBefore = Date::parse(before);
  ModelOptions options;
  options.date = Date::parse(date);
  changes->comparison = scenario::compareDates(document, *changes->dateBefore, *options.date);
  options.changes = std::move(changes);
  return options;
}

RenderModel build(const Document& document, const ModelOptions& options) {
  return buildRenderModel(document, mapdata::Gazetteer(), options).value();
}

std::vector<std::string> marks(const RenderModel& model) {
  constexpr const char* kWords[] = {"new", "gone", "moved", "changed"};
  std::vector<std::string> result;
  for (const ChangeMark& mark : model.changes) {
    result.push_back(std::string(kWords[static_cast<int>(mark.kind)]) + " " + mark.id);
  }
  return result;
}

std::vector<std::string> legendTexts(const RenderModel& model) {
  std::vector<std::string> result;
  for (const LegendEntry& entry : model.legend) result.push_back(entry.text);
  return result;
}

const ChangeMark& markOf(const RenderModel& model, const std::string& id) {
  return *std::find_if(model.changes.begin(), model.changes.end(), [&](const ChangeMark& m) { return m.id == id; });
}

TEST(BuildModelComparison, MarksEachKindOfDifference) {
  const RenderModel model = build(edited(), compared(base(), edited()));
  EXPECT_THAT(marks(model), ElementsAre("moved moves", "changed differs", "new comes", "gone goes"));
  EXPECT_EQ(model.dateText, "As reported by 1 January 2019, compared with before.geojson");
  ASSERT_GE(model.legend.size(), 5U);
  EXPECT_EQ(model.legend[0].text, "Compared with before.geojson");
  EXPECT_EQ(model.legend[1].text, "New (1)");
  EXPECT_EQ(model.legend[2].text, "Gone, as it was (1)");
  EXPECT_EQ(model.legend[3].text, "Moved, from where it was (1)");
  EXPECT_EQ(model.legend[4].text, "Changed in place (1)");
  EXPECT_EQ(model.legend[4].change, ChangeKind::Changed);
}

TEST(BuildModelComparison, DrawsWhatIsGoneWithItsRing) {
  const RenderModel model = build(edited(), compared(base(), edited()));
  const ChangeMark& gone = markOf(model, "goes");
  EXPECT_FALSE(gone.isAtSign);
  EXPECT_EQ(gone.label, "Site goes, gone");
  EXPECT_EQ(gone.position, geo::LatLon::fromDegrees(46.0, 149.0));
  EXPECT_THAT(gone.shapes, ElementsAre(SymbolShape::Square));
  ASSERT_EQ(gone.outlines.size(), 1U);
  for (const geo::LatLon& point : gone.outlines.front()) {
    EXPECT_NEAR(geo::geodesicDistanceMeters(gone.position, point), 130e3, 1.0);
  }
  EXPECT_EQ(model.rings.size(), 4U) << "what is gone reaches nothing";
}

TEST(BuildModelComparison, LeadsFromWhereItWasToWhereItIs) {
  const RenderModel model = build(edited(), compared(base(), edited()));
  const ChangeMark& moved = markOf(model, "moves");
  EXPECT_TRUE(moved.isAtSign);
  ASSERT_GE(moved.way.size(), 2U);
  EXPECT_EQ(moved.position, geo::LatLon::fromDegrees(48.0, 152.0));
  EXPECT_EQ(moved.way.front(), moved.position);
  EXPECT_NEAR(moved.way.back().latDegrees(), 48.5, 1e-9);
  EXPECT_NEAR(moved.way.back().lonDegrees(), 152.5, 1e-9);
  // 66.857 km: GeodSolve -i --input-string "48 152 48.5 152.5".
  EXPECT_EQ(moved.label, "moved 66.86 km");
  EXPECT_EQ(moved.outlines.size(), 1U) << "the ring as it was";
}

TEST(BuildModelComparison, HasNothingOfWhatIsNotShown) {
  ModelOptions options = compared(base(), edited());
  options.hiddenSites = {"goes", "comes"};
  EXPECT_THAT(marks(build(edited(), options)), ElementsAre("moved moves", "changed differs"));

  options.hiddenSites.clear();
  options.layers[static_cast<std::size_t>(Layer::Rings)] = false;
  EXPECT_THAT(markOf(build(edited(), options), "goes").outlines, IsEmpty());
  options.layers[static_cast<std::size_t>(Layer::Sites)] = false;
  EXPECT_THAT(marks(build(edited(), options)), IsEmpty());

  options = compared(base(), edited());
  options.looks["bal"].visible = false;
  EXPECT_THAT(marks(build(edited(), options)), IsEmpty());

  options = compared(base(), edited());
  options.date = Date::parse("2010");
  EXPECT_THAT(marks(build(edited(), options)), IsEmpty()) << "nothing stands there yet";
}

TEST(BuildModelComparison, SaysSoWhereNothingDiffers) {
  const RenderModel model = build(base(), compared(base(), base()));
  EXPECT_THAT(marks(model), IsEmpty());
  EXPECT_THAT(legendTexts(model), Contains("Compared with before.geojson: nothing on the map differs"));
}

TEST(BuildModelComparison, MarksLinesAndAreas) {
  Document before = base();
  Feature line;
  line.id = "limit";
  line.name = "Limit";
  line.kind = scenario::FeatureKind::Line;
  line.geometry = std::vector<scenario::Path>{
      {geo::LatLon::fromDegrees(45, 150), geo::LatLon::fromDegrees(46, 151), geo::LatLon::fromDegrees(47, 153)}};
  Feature gone = line;
  gone.id = "gone";
  before.features.push_back(line);
  before.features.push_back(gone);
  Document after = base();
  std::get<std::vector<scenario::Path>>(line.geometry).front()[2] = geo::LatLon::fromDegrees(47, 153.5);
  after.features.push_back(line);
  line.id = "fresh";
  after.features.push_back(line);
  const RenderModel model = build(after, compared(before, after));
  EXPECT_THAT(marks(model), ElementsAre("moved limit", "new fresh", "gone gone"));
  EXPECT_THAT(markOf(model, "limit").label, HasSubstr("moved up to 38"));
  EXPECT_EQ(markOf(model, "limit").outlines.size(), 1U);
  EXPECT_THAT(markOf(model, "limit").way, IsEmpty());
  EXPECT_THAT(markOf(model, "fresh").outlines, IsEmpty());
}

TEST(BuildModelComparison, ComparesDates) {
  Document document = base();
  document.features.edit(1).systems.push_back(assignment(scenario::Status::Withdrawn, "2018"));
  document.features.edit(2).systems.front().from = Date::parse("2017");
  document.features.edit(3).to = Date::parse("2017");
  const RenderModel model = build(document, comparedDates(document, "2016-12-31", "2019-01-01"));
  EXPECT_THAT(marks(model), ElementsAre("changed goes", "new moves", "gone differs"));
  EXPECT_THAT(model.dateText, HasSubstr("compared with 2016-12-31"));
  const RenderModel back = build(document, comparedDates(document, "2019-01-01", "2016-12-31"));
  EXPECT_THAT(marks(back), ElementsAre("changed goes", "gone moves", "new differs"));
}

TEST(BuildModelComparison, PutsMarksAndLabelsOnThePicture) {
  const std::unique_ptr<typography::Typesetter> typesetter =
      std::move(typography::Typesetter::open(CORDON_SOURCE_DIR "/assets/fonts")).value();
  const Camera camera{geo::LatLon::fromDegrees(48.0, 151.0), 2.5e6, 0.0, 0.0};
  const Projector projector(camera, 1400, 1000, 1.0);
  const Overlay plain = layoutOverlay(build(edited(),
                                            [] {
                                              ModelOptions options;
                                              options.date = kDay;
                                              return options;
                                            }()),
                                      projector, *typesetter);
  const Overlay overlay = layoutOverlay(build(edited(), compared(base(), edited())), projector, *typesetter);
  std::set<std::string> texts;
  for (const PlacedLabel& label : overlay.labels) texts.insert(label.text);
  EXPECT_THAT(texts, Contains("Site goes, gone"));
  EXPECT_THAT(texts, Contains("moved 66.86 km"));
  EXPECT_EQ(overlay.signs.size(), plain.signs.size()) << "grey signs cannot be picked";
  EXPECT_GT(overlay.drawing.items.size(), plain.drawing.items.size() + 10);
  // No label of what was lies on a sign or on another label.
  for (const PlacedLabel& label : overlay.labels) {
    if (label.text != "Site goes, gone" && label.text != "moved 66.86 km") continue;
    for (const PlacedSign& sign : overlay.signs) {
      const typography::Rect& box = label.boxes.front();
      EXPECT_FALSE(box.x < sign.rect.x + sign.rect.width && sign.rect.x < box.x + box.width &&
                   box.y < sign.rect.y + sign.rect.height && sign.rect.y < box.y + box.height)
          << label.text;
    }
  }
}

}  // namespace
}  // namespace cordon::scene
