#include "scene/build_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/geodesic.h"

namespace cordon::scene {
namespace {

using scenario::Bound;
using scenario::Date;
using scenario::Document;
using scenario::Feature;
using scenario::FeatureKind;
using scenario::RangeClaim;
using scenario::SystemAssignment;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

RangeClaim claim(double minKm, double maxKm, Bound bound, const char* date = nullptr) {
  RangeClaim result;
  result.minKm = minKm;
  result.maxKm = maxKm;
  result.bound = bound;
  if (date) result.date = Date::parse(date);
  return result;
}

SystemAssignment assignment(const char* system, scenario::Status status, const char* from) {
  SystemAssignment result;
  result.systemId = system;
  result.status = status;
  result.from = Date::parse(from);
  result.sources = {"kyodo"};
  return result;
}

Feature site(const char* id, const char* name, double lat, double lon, std::vector<SystemAssignment> systems) {
  Feature result;
  result.id = id;
  result.name = name;
  result.geometry = geo::LatLon::fromDegrees(lat, lon);
  result.systems = std::move(systems);
  return result;
}

/// Three islands with two systems: enough for each rule to have its case.
Document islands() {
  Document document;
  document.title = "Islands";
  scenario::Source kyodo;
  kyodo.id = "kyodo";
  kyodo.publisher = "Kyodo";
  kyodo.date = Date::parse("2018-12-30");
  scenario::Source unused;
  unused.id = "unused";
  unused.publisher = "Nobody";
  document.sources = {kyodo, unused};

  scenario::System bastion;
  bastion.id = "bastion";
  bastion.name = "Bastion";
  bastion.names = {{"ru", "Бастион"}};
  bastion.color = "#ff0000";
  bastion.symbol = "triangle";
  bastion.ranges = {claim(270, 270, Bound::AtMost), claim(300, 300, Bound::AtLeast, "2018-12-30"),
                    claim(600, 600, Bound::Exact, "2017-11"), claim(800, 800, Bound::Exact, "2019-09-25")};
  bastion.ranges[1].isDefault = true;
  bastion.ranges[1].sources = {"kyodo"};
  scenario::System bal;
  bal.id = "bal";
  bal.name = "Bal";
  bal.ranges = {claim(120, 130, Bound::Span)};
  scenario::System absent;
  absent.id = "absent";
  absent.name = "Absent";
  absent.ranges = {claim(99, 99, Bound::Exact)};
  document.systems = {bastion, bal, absent};

  using scenario::Status;
  Feature iturup = site("iturup", "Iturup", 45.05, 147.84, {assignment("bastion", Status::Deployed, "2016-11-18")});
  iturup.altNames = {{"en", "Etorofu"}};
  iturup.accuracyKm = 102.0;
  iturup.systems.front().lastConfirmed = Date::parse("2016-11-22");
  Feature matua =
      site("matua", "Matua", 48.08, 153.23,
           {assignment("bastion", Status::Planned, "2018-12-30"), assignment("bastion", Status::Deployed, "2021-12-02"),
            assignment("bal", Status::Planned, "2018-12-30")});
  matua.names = {{"ja", "松輪島"}};
  Feature urup = site("urup", "Urup", 45.9, 150.0, {assignment("bastion", Status::Hypothetical, "2018-12-30")});
  document.features = {iturup, matua, urup};
  return document;
}

RenderModel build(const Document& document, const char* date, ModelOptions options = {},
                  const mapdata::Gazetteer& gazetteer = {}) {
  if (date) options.date = Date::parse(date);
  Result<RenderModel> result = buildRenderModel(document, gazetteer, options);
  EXPECT_TRUE(result.ok());
  return std::move(result).value();
}

std::vector<std::string> rings(const RenderModel& model) {
  constexpr const char* words[] = {"deployed", "planned", "reported", "exercise", "withdrawn", "hypothetical"};
  std::vector<std::string> result;
  for (const Ring& ring : model.rings) result.push_back(ring.id + " " + words[static_cast<int>(ring.status)]);
  return result;
}

std::string legendText(const RenderModel& model) {
  std::string text;
  for (const LegendEntry& entry : model.legend) text += entry.text + " | " + entry.detail + "\n";
  return text;
}

ModelOptions without(std::initializer_list<Layer> layers) {
  ModelOptions options;
  for (const Layer layer : layers) options.layers[static_cast<std::size_t>(layer)] = false;
  return options;
}

TEST(BuildModel, drawsTheStateThatHoldsOnTheDateOnce) {
  EXPECT_THAT(rings(build(islands(), "2016-11-17")), IsEmpty());
  EXPECT_THAT(rings(build(islands(), "2017-01-01")), ElementsAre("iturup/bastion deployed"));
  EXPECT_THAT(rings(build(islands(), "2018-12-30")), ElementsAre("iturup/bastion deployed", "matua/bastion planned",
                                                                 "matua/bal planned", "urup/bastion hypothetical"));
  EXPECT_THAT(rings(build(islands(), "2022")), ElementsAre("iturup/bastion deployed", "matua/bastion deployed",
                                                           "matua/bal planned", "urup/bastion hypothetical"));
}

TEST(BuildModel, takesTheLatestDateMentionedWhereNoneIsGiven) {
  const RenderModel model = build(islands(), nullptr);
  EXPECT_THAT(rings(model), Contains("matua/bastion deployed"));
  EXPECT_THAT(model.dateText, IsEmpty());
  EXPECT_EQ(build(islands(), "2018-12-30").dateText, "As reported by 30 December 2018");
}

TEST(BuildModel, drawsTheChosenClaim) {
  ModelOptions options;
  const auto bastionAndBal = [&](RangeChoice choice, const char* date) {
    options.claim.kind = choice;
    const RenderModel model = build(islands(), date, options);
    return std::vector<std::string>{
        model.rings[1].label + " @" + std::to_string(std::lround(model.rings[1].radiusMeters)),
        model.rings[2].label + " @" + std::to_string(std::lround(model.rings[2].radiusMeters))};
  };
  EXPECT_THAT(bastionAndBal(RangeChoice::Default, "2018-12-30"),
              ElementsAre("Bastion ≥ 300 km @300000", "Bal 120–130 km @130000"));
  EXPECT_THAT(bastionAndBal(RangeChoice::Min, "2018-12-30"),
              ElementsAre("Bastion ≤ 270 km @270000", "Bal 120–130 km @120000"));
  // 800 km was not published before 2019.
  EXPECT_THAT(bastionAndBal(RangeChoice::Max, "2018-12-30"),
              ElementsAre("Bastion 600 km @600000", "Bal 120–130 km @130000"));
  EXPECT_THAT(bastionAndBal(RangeChoice::Max, "2020-01-01"),
              ElementsAre("Bastion 800 km @800000", "Bal 120–130 km @130000"));
}

TEST(BuildModel, doesNotMixRangesAgainstShipsAndAgainstLand) {
  Document document = islands();
  document.systems[0].ranges[1].target = scenario::Target::Sea;
  document.systems[0].ranges[2].target = scenario::Target::Land;
  ModelOptions options;
  options.claim.kind = RangeChoice::Max;
  EXPECT_DOUBLE_EQ(build(document, "2018-12-30", options).rings[0].radiusMeters, 300e3);
}

TEST(BuildModel, ringsProfileIsTheTrueCircle) {
  const RenderModel model = build(islands(), "2018-12-30");
  const Ring& ring = model.rings.front();
  for (int degrees = 0; degrees < 360; degrees += 15) {
    const geo::LatLon point =
        geo::geodesicDirect(ring.centre, geo::degreesToRadians(degrees), ring.radiusMeters).position;
    const geo::Ecef chord = geo::toEcef(point) - ring.profile.anchorEcef;
    const double east = geo::dot(chord, ring.profile.frame.east);
    const double north = geo::dot(chord, ring.profile.frame.north);
    EXPECT_NEAR(geo::chordMeters(ring.profile, north / std::hypot(east, north)), geo::norm(chord), 0.25);
  }
}

TEST(BuildModel, bothNamesOfADisputedPlaceStandInEveryLanguage) {
  ModelOptions options;
  for (const char* language : {"en", "ru", "ja"}) {
    options.language = language;
    options.secondLanguage = "ja";
    const RenderModel model = build(islands(), "2018-12-30", options);
    EXPECT_EQ(model.sites[0].name, "Iturup");
    EXPECT_EQ(model.sites[0].secondName, "/ Etorofu");
  }
  options.language = "en";
  EXPECT_EQ(build(islands(), "2018-12-30", options).sites[1].secondName, "松輪島");
  options.language = "ru";
  EXPECT_EQ(build(islands(), "2018-12-30", options).rings[0].label, "Бастион ≥ 300 km");
}

TEST(BuildModel, remarksSayTheStateAndWhenItWasLastHeardOf) {
  Document document = islands();
  document.features.edit(0).systems[0].lastConfirmed = Date::parse("2019-05");
  RenderModel model = build(document, "2018-12-30");
  EXPECT_EQ(model.sites[0].remark, "deployed (Nov 2016)");  // the confirmation was not yet published
  EXPECT_EQ(model.sites[1].remark, "planned (Dec 2018)");
  EXPECT_EQ(model.sites[2].remark, "hypothetical, not named by the source");
  model = build(document, "2022-01-01");
  EXPECT_EQ(model.sites[0].remark, "deployed (Nov 2016), last confirmed May 2019");
  EXPECT_EQ(model.sites[1].remark, "Bastion deployed (Dec 2021); Bal planned (Dec 2018)");
}

TEST(BuildModel, legendAndSourcesHoldNothingAbsent) {
  const RenderModel early = build(islands(), "2017-01-01");
  EXPECT_THAT(legendText(early), HasSubstr("Bastion — ≥ 300 km | Kyodo, 30 Dec 2018"));
  EXPECT_THAT(legendText(early), HasSubstr("Deployed"));
  for (const char* absent : {"Bal", "Absent", "Planned", "Hypothetical", "claimed"}) {
    EXPECT_THAT(legendText(early), Not(HasSubstr(absent)));
  }
  EXPECT_THAT(early.disclaimer, HasSubstr("not what its owner sees or controls"));
  EXPECT_THAT(early.disclaimer, HasSubstr("not at a launcher's place"));
  EXPECT_THAT(early.sources, Not(Contains(HasSubstr("Kyodo"))));  // published later; the legend says when

  const RenderModel later = build(islands(), "2018-12-30");
  EXPECT_THAT(legendText(later), HasSubstr("Bal — 120–130 km | drawn at 130 km"));
  EXPECT_THAT(legendText(later), HasSubstr("Hypothetical: not named by the source"));
  EXPECT_EQ(later.rings.back().label, "Bastion ≥ 300 km");
  EXPECT_THAT(later.sources, Contains("Kyodo, 30 Dec 2018"));
  EXPECT_THAT(later.sources, Not(Contains(HasSubstr("Nobody"))));
}

TEST(BuildModel, aDocumentsDisclaimerStandsBesideTheSentenceOnRingsButNotTwice) {
  Document document = islands();
  document.disclaimer = "Names take no side.";
  EXPECT_EQ(build(document, "2017-01-01").disclaimer,
            "A ring is how far a missile is reported to reach, not what its owner sees or controls. "
            "Names take no side.");
  document.disclaimer = "Reach, not what its owner sees or controls.";
  EXPECT_EQ(build(document, "2017-01-01").disclaimer, document.disclaimer);
}

TEST(BuildModel, linesThatLookAlikeShareALegendEntry) {
  Document document;
  for (const char* name : {"Tantal, voyage 1 (schematic)", "Tantal, voyage 2 (schematic)", "Another"}) {
    Feature track = site(name, name, 0, 0, {});
    track.kind = FeatureKind::Track;
    track.geometry = std::vector<scenario::Path>{{{0.60, 2.3}, {0.61, 2.3}}};
    document.features.push_back(track);
  }
  EXPECT_EQ(legendText(build(document, "2018-12-30")), "Tantal, voyage | \nAnother | \n");
}

TEST(BuildModel, layersThatAreOffLeaveTheirPartEmpty) {
  Document document = islands();
  Feature line = site("line", "Line", 0, 0, {});
  line.kind = FeatureKind::Line;
  line.geometry = std::vector<scenario::Path>{{geo::LatLon::fromDegrees(43, 145), geo::LatLon::fromDegrees(51, 157)}};
  Feature area = site("area", "Area", 0, 0, {});
  area.kind = FeatureKind::Area;
  area.geometry = std::vector<scenario::Polygon>{{{{{0.7, 2.5}, {0.7, 2.6}, {0.8, 2.6}}}}};
  document.features.push_back(line);
  document.features.push_back(area);
  mapdata::Gazetteer gazetteer;
  gazetteer.places.resize(1);
  gazetteer.disputed.resize(2);
  gazetteer.disputed[0].closed = true;
  gazetteer.disputed[0].parts = {{{0.76, 2.5}, {0.76, 2.51}, {0.77, 2.51}, {0.76, 2.5}}};
  gazetteer.disputed[1].parts = {{{0.76, 2.5}, {0.77, 2.6}}};

  const RenderModel full = build(document, "2018-12-30", {}, gazetteer);
  EXPECT_EQ(full.rings.size(), 4U);
  EXPECT_EQ(full.sites.size(), 3U);
  EXPECT_EQ(full.lines.size(), 2U);
  EXPECT_EQ(full.areas.size(), 2U);
  EXPECT_EQ(full.places.size(), 1U);
  EXPECT_THAT(legendText(full), HasSubstr("Administered by Russia, claimed by Japan"));

  EXPECT_THAT(build(document, "2018-12-30", without({Layer::Rings}), gazetteer).rings, IsEmpty());
  EXPECT_THAT(build(document, "2018-12-30", without({Layer::Sites}), gazetteer).sites, IsEmpty());
  EXPECT_THAT(build(document, "2018-12-30", without({Layer::Lines}), gazetteer).lines, IsEmpty());
  EXPECT_THAT(build(document, "2018-12-30", without({Layer::Areas}), gazetteer).areas, IsEmpty());
  EXPECT_THAT(build(document, "2018-12-30", without({Layer::Places}), gazetteer).places, IsEmpty());
  const RenderModel bare =
      build(document, "2018-12-30", without({Layer::Rings, Layer::Sites, Layer::Lines, Layer::Areas}), gazetteer);
  EXPECT_THAT(bare.legend, IsEmpty());
  EXPECT_THAT(bare.disclaimer, IsEmpty());
}

TEST(BuildModel, keepsASectorAndAMinimumRange) {
  Document document = islands();
  document.systems[0].minimumRangeKm = 20.0;
  document.systems[0].sector = scenario::Sector{300.0, 60.0};
  const Ring ring = build(document, "2017-01-01").rings.front();
  EXPECT_DOUBLE_EQ(ring.innerRadiusMeters, 20e3);
  ASSERT_TRUE(ring.innerProfile.has_value());
  EXPECT_NEAR(geo::chordMeters(*ring.innerProfile, 1.0), 20e3, 1.0);
  ASSERT_TRUE(ring.sector.has_value());
  EXPECT_NEAR(ring.sector->fromAzimuthRadians, 5.0 * std::numbers::pi / 3.0, 1e-12);
  EXPECT_NEAR(ring.sector->toAzimuthRadians, std::numbers::pi / 3.0, 1e-12);
  EXPECT_DOUBLE_EQ(ring.accuracyMeters, 102e3);
}

TEST(BuildModel, aSectorFromADirectionToItselfIsTheWholeCircle) {
  Document document = islands();
  for (const scenario::Sector& sector : {scenario::Sector{90.0, 90.0}, {0.0, 360.0}, {360.0, 0.0}}) {
    document.systems[0].sector = sector;
    EXPECT_FALSE(build(document, "2017-01-01").rings.front().sector) << sector.fromDegrees;
  }
}

TEST(BuildModel, aMinimumRangeThatLeavesNothingOfTheDrawnClaimLeavesNoRing) {
  Document document = islands();
  document.systems[0].ranges = {claim(100, 300, Bound::Span)};
  document.systems[0].minimumRangeKm = 100.0;
  ModelOptions options;
  options.date = Date::parse("2017-01-01");
  options.claim.kind = RangeChoice::Min;
  const Result<RenderModel> result = buildRenderModel(document, {}, options);
  ASSERT_TRUE(result.ok());
  EXPECT_THAT(result->rings, IsEmpty());
  EXPECT_THAT(result.diagnostics(), Contains(Field(&Diagnostic::message, HasSubstr("it has no ring"))));
  EXPECT_FALSE(build(document, "2017-01-01").rings.empty());
}

TEST(BuildModel, longLinesGetABoundedCountOfPoints) {
  Document document;
  Feature line = site("line", "", 0, 0, {});
  line.kind = FeatureKind::Line;
  scenario::Path zigzag;
  for (int i = 0; i < 2'000; ++i) zigzag.push_back(geo::LatLon::fromDegrees(i % 2 ? 60 : -60, 0.01 * i));
  line.geometry = std::vector<scenario::Path>{zigzag};
  document.features = {line};
  const RenderModel model = build(document, "2018-12-30");
  ASSERT_EQ(model.lines.size(), 1U);
  EXPECT_GT(model.lines[0].points.size(), 2 * zigzag.size());
  EXPECT_LE(model.lines[0].points.size(), zigzag.size() + 20'000);
}

TEST(BuildModel, linesRunOnOverTheDatelineInShortSegments) {
  Document document;
  Feature line = site("line", "", 0, 0, {});
  line.kind = FeatureKind::Track;
  line.geometry = std::vector<scenario::Path>{{geo::LatLon::fromDegrees(52, 179), geo::LatLon::fromDegrees(53, -179)}};
  document.features = {line};
  const RenderModel model = build(document, "2018-12-30");
  ASSERT_EQ(model.lines.size(), 1U);
  EXPECT_TRUE(model.lines[0].arrow);
  const std::vector<geo::LatLon>& points = model.lines[0].points;
  ASSERT_GT(points.size(), 5U);
  for (std::size_t i = 1; i < points.size(); ++i) {
    EXPECT_LT(std::abs(points[i].lonDegrees() - points[i - 1].lonDegrees()), 1.0);
    EXPECT_LE(geo::geodesicDistanceMeters(points[i - 1], points[i]), 25e3 + 1e-3);
  }
}

TEST(BuildModel, aTrackGrowsWithTheDate) {
  Document document;
  Feature track = site("track", "Voyage", 0, 0, {});
  track.kind = FeatureKind::Track;
  track.geometry = std::vector<scenario::Path>{{{0.60, 2.3}, {0.61, 2.3}, {0.62, 2.3}}};
  for (const char* day : {"2017-10-13", "2017-11-01", "2018-05-07"}) {
    track.times.push_back(*scenario::Moment::parse(day));
  }
  document.features = {track};
  EXPECT_THAT(build(document, "2017-10-20").lines, IsEmpty());
  EXPECT_NEAR(build(document, "2017-12-01").lines.at(0).points.back().latRadians, 0.61, 1e-12);
  EXPECT_NEAR(build(document, "2018-05-07").lines.at(0).points.back().latRadians, 0.62, 1e-12);
}

TEST(BuildModel, warnsOfRingsThatCannotBeDrawn) {
  Document document = islands();
  document.systems[0].ranges = {claim(std::numeric_limits<double>::quiet_NaN(), -1.0, Bound::Exact)};
  const auto result = buildRenderModel(document, {}, {});
  ASSERT_TRUE(result.ok());
  EXPECT_THAT(result.diagnostics(), Contains(Field(&Diagnostic::message, HasSubstr("bastion"))));
  EXPECT_THAT(rings(*result), ElementsAre("matua/bal planned"));
}

TEST(BuildModel, refusesAnExaggerationThatIsNone) {
  ModelOptions options;
  options.exaggeration = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(buildRenderModel(islands(), {}, options).ok());
  options.exaggeration = 1.0;
  options.layers.pop_back();
  EXPECT_THROW(static_cast<void>(buildRenderModel(islands(), {}, options)), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::scene
