#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "geo/geodesic.h"
#include "scene/build_model.h"

namespace cordon::scene {
namespace {

using scenario::Bound;
using scenario::Date;
using scenario::Document;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

scenario::RangeClaim claim(double minKm, double maxKm, Bound bound, const char* date, const char* source) {
  scenario::RangeClaim result;
  result.minKm = minKm;
  result.maxKm = maxKm;
  result.bound = bound;
  result.date = Date::parse(date);
  result.sources = {source};
  return result;
}

scenario::Source source(const char* id, const char* publisher, const char* date) {
  scenario::Source result;
  result.id = id;
  result.publisher = publisher;
  result.date = Date::parse(date);
  return result;
}

scenario::Feature site(const std::string& id, double lat, double lon, const std::vector<std::string>& systems) {
  scenario::Feature result;
  result.id = id;
  result.name = id;
  result.geometry = geo::LatLon::fromDegrees(lat, lon);
  for (const std::string& system : systems) {
    scenario::SystemAssignment assignment;
    assignment.systemId = system;
    assignment.status = scenario::Status::Deployed;
    assignment.from = Date::parse("2016-11-18");
    result.systems.push_back(assignment);
  }
  return result;
}

/// Two sites with Bastion, one of which has Bal too, and a note.
Document coast() {
  Document document;
  document.sources = {source("kyodo", "Kyodo", "2018-12-30"), source("tass", "TASS", "2017-11-01"),
                      source("ria", "RIA", "2019-09-25")};
  scenario::System bastion;
  bastion.id = "bastion";
  bastion.name = "Bastion";
  bastion.ranges = {claim(300, 300, Bound::AtLeast, "2018-12-30", "kyodo"),
                    claim(600, 600, Bound::Exact, "2017-11-01", "tass"),
                    claim(800, 800, Bound::Exact, "2019-09-25", "ria")};
  bastion.ranges[2].meaning = "the modernised missile";
  scenario::System bal;
  bal.id = "bal";
  bal.name = "Bal";
  bal.ranges = {claim(120, 130, Bound::Span, "2017-11-01", "tass")};
  document.systems = {bastion, bal};
  document.features = {site("iturup", 45.05, 147.84, {"bastion", "bal"}), site("matua", 48.08, 153.23, {"bastion"})};
  scenario::Feature note = site("note", 50.0, 150.0, {});
  note.kind = scenario::FeatureKind::Note;
  document.features.push_back(note);
  return document;
}

RenderModel build(ModelOptions options, const Document& document = coast()) {
  options.date = Date::parse("2018-12-30");
  Result<RenderModel> result = buildRenderModel(document, {}, options);
  EXPECT_TRUE(result.ok());
  return std::move(result).value();
}

void switchOff(ModelOptions& options, std::initializer_list<Layer> layers) {
  for (const Layer layer : layers) options.layers[static_cast<std::size_t>(layer)] = false;
}

template <typename Thing>
std::vector<std::string> ids(const std::vector<Thing>& things) {
  std::vector<std::string> result;
  for (const Thing& thing : things) result.push_back(thing.id);
  return result;
}

std::string legendText(const RenderModel& model) {
  std::string text;
  for (const LegendEntry& entry : model.legend) text += entry.text + " | " + entry.detail + "\n";
  return text;
}

std::set<int> groups(const RenderModel& model) {
  std::set<int> result;
  for (const Ring& ring : model.rings) result.insert(ring.fillGroup);
  return result;
}

TEST(ModelLooks, ASystemThatIsHiddenLeavesNoTrace) {
  ModelOptions options;
  options.looks["bastion"].visible = false;
  const RenderModel model = build(options);
  EXPECT_THAT(ids(model.rings), ElementsAre("iturup/bal"));
  EXPECT_THAT(ids(model.sites), ElementsAre("iturup", "note"));
  EXPECT_EQ(model.sites[0].parts.size(), 1U);
  EXPECT_EQ(model.sites[0].remark, "deployed (Nov 2016)");
  EXPECT_THAT(legendText(model), Not(HasSubstr("Bastion")));
  EXPECT_THAT(model.sources, ElementsAre("TASS, 1 Nov 2017"));
  EXPECT_EQ(build({}).sites[0].parts.size(), 2U);
}

TEST(ModelLooks, ASiteThatIsHiddenTakesItsRingsWithIt) {
  ModelOptions options;
  options.hiddenSites = {"iturup", "note", "unknown"};
  const RenderModel model = build(options);
  EXPECT_THAT(ids(model.rings), ElementsAre("matua/bastion"));
  EXPECT_THAT(ids(model.sites), ElementsAre("matua"));
  EXPECT_THAT(legendText(model), Not(HasSubstr("Bal")));
}

TEST(ModelLooks, ASystemsOwnClaimGoesBeforeThatOfAll) {
  ModelOptions options;
  options.claim.kind = RangeChoice::Min;
  options.looks["bastion"].claim.kind = RangeChoice::Max;
  const RenderModel model = build(options);
  EXPECT_EQ(model.rings[0].label, "Bastion 600 km");
  EXPECT_DOUBLE_EQ(model.rings[0].radiusMeters, 600e3);
  EXPECT_DOUBLE_EQ(model.rings[1].radiusMeters, 120e3);
}

TEST(ModelLooks, ANamedClaimIsDrawnWheneverItWasPublished) {
  ModelOptions options;
  options.looks["bastion"].claim = {RangeChoice::Claim, 2};
  const RenderModel later = build(options);
  EXPECT_EQ(later.rings[0].label, "Bastion 800 km");
  EXPECT_DOUBLE_EQ(later.rings[0].radiusMeters, 800e3);
  EXPECT_THAT(legendText(later), HasSubstr("the modernised missile; RIA, 25 Sep 2019, after this map's date"));
  EXPECT_THAT(later.sources, Not(Contains(HasSubstr("RIA"))));
  options.looks["bastion"].claim.claim = 3;  // there is none
  EXPECT_EQ(build(options).rings[0].label, "Bastion ≥ 300 km");
}

TEST(ModelLooks, ASpanIsADiscAndABandAroundIt) {
  ModelOptions options;
  options.claim.kind = RangeChoice::Span;
  options.looks["bastion"].claim.kind = RangeChoice::Span;
  options.looks["bastion"].fillOpacity = 0.4;
  const RenderModel model = build(options);
  EXPECT_THAT(ids(model.rings), ElementsAre("iturup/bastion", "iturup/bastion/span", "iturup/bal", "iturup/bal/span",
                                            "matua/bastion", "matua/bastion/span"));
  const Ring& disc = model.rings[0];
  const Ring& band = model.rings[1];
  EXPECT_DOUBLE_EQ(disc.radiusMeters, 300e3);
  EXPECT_DOUBLE_EQ(disc.innerRadiusMeters, 0.0);
  EXPECT_FALSE(disc.innerProfile);
  EXPECT_DOUBLE_EQ(band.radiusMeters, 600e3);  // 800 km was not published before 2019
  EXPECT_DOUBLE_EQ(band.innerRadiusMeters, 300e3);
  EXPECT_EQ(band.systemId, "bastion");
  // The profiles are those of the circles: a geodesic's end lies on them.
  ASSERT_TRUE(band.innerProfile);
  for (const auto& [profile, meters] : {std::pair{&band.profile, 600e3}, std::pair{&*band.innerProfile, 300e3}}) {
    const geo::Ecef north = geo::toEcef(geo::geodesicDirect(band.centre, 0.0, meters).position);
    EXPECT_NEAR(geo::chordMeters(*profile, 1.0), geo::norm(north - profile->anchorEcef), 0.25);
  }
  EXPECT_DOUBLE_EQ(disc.fillOpacity, 0.4);
  EXPECT_GT(band.fillOpacity, disc.fillOpacity);
  EXPECT_EQ(groups(model).size(), 4U);
  EXPECT_EQ(band.fillGroup, model.rings[5].fillGroup);
  EXPECT_EQ(band.label, "Bastion 300–600 km");
  EXPECT_THAT(legendText(model),
              HasSubstr("Bastion — 300–600 km | ≥ 300 km (Kyodo, 30 Dec 2018); 600 km (TASS, 1 Nov 2017)"));
  EXPECT_THAT(legendText(model), HasSubstr("Bal — 120–130 km | TASS, 1 Nov 2017"));
  EXPECT_THAT(model.sources, ElementsAre("Kyodo, 30 Dec 2018", "TASS, 1 Nov 2017"));
}

TEST(ModelLooks, LettersInTheUnitAskedForAndTellsThePublishedFigures) {
  ModelOptions options;
  options.lengthUnit = LengthUnit::NauticalMiles;
  const RenderModel model = build(options);
  EXPECT_EQ(model.rings[0].label, "Bastion ≥ 161 nmi");
  EXPECT_THAT(legendText(model), HasSubstr("Bastion — ≥ 161 nmi | ≥ 300 km; Kyodo, 30 Dec 2018"));
  EXPECT_THAT(legendText(model), HasSubstr("Bal — 64–71 nmi | 120–130 km"));
  EXPECT_EQ(model.lengthUnit, LengthUnit::NauticalMiles);
}

TEST(ModelLooks, ASpanOfOneValueIsOneRing) {
  Document document = coast();
  document.systems[0].ranges[0].date = Date::parse("2020");  // the default: not yet published
  ModelOptions options;
  options.looks["bastion"].claim.kind = RangeChoice::Span;
  const RenderModel model = build(options, document);
  EXPECT_THAT(ids(model.rings), ElementsAre("iturup/bastion", "iturup/bal", "matua/bastion"));
  EXPECT_EQ(model.rings[0].label, "Bastion 600 km");
}

TEST(ModelLooks, AMinimumRangeWithinASpanLeavesItsBand) {
  Document document = coast();
  document.systems[0].minimumRangeKm = 400.0;
  ModelOptions options;
  options.looks["bastion"].claim.kind = RangeChoice::Span;
  const RenderModel model = build(options, document);
  EXPECT_THAT(ids(model.rings), ElementsAre("iturup/bastion", "iturup/bal", "matua/bastion"));
  EXPECT_DOUBLE_EQ(model.rings[0].radiusMeters, 600e3);
  EXPECT_DOUBLE_EQ(model.rings[0].innerRadiusMeters, 400e3);
}

TEST(ModelLooks, OpacityAndWidthKeepTheirBounds) {
  ModelOptions options;
  const auto shown = [&](double opacity, double width) {
    options.looks["bastion"].fillOpacity = opacity;
    options.looks["bastion"].lineWidthFactor = width;
    const Ring ring = build(options).rings[0];
    return std::pair(ring.fillOpacity, ring.lineWidthFactor);
  };
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(shown(0.5, 2.0), std::pair(0.5, 2.0));
  EXPECT_EQ(shown(-1.0, 0.0), std::pair(0.0, 0.25));
  EXPECT_EQ(shown(7.0, 9.0), std::pair(1.0, 4.0));
  EXPECT_EQ(shown(nan, nan), std::pair(kDefaultFillOpacity, 1.0));
}

TEST(ModelLooks, FillModesPartTheRings) {
  ModelOptions options;
  EXPECT_EQ(groups(build(options)).size(), 2U);
  options.fillMode = FillMode::Each;
  EXPECT_EQ(groups(build(options)).size(), 3U);
  options.fillMode = FillMode::Overlaps;
  const RenderModel model = build(options);
  EXPECT_EQ(groups(model).size(), 3U);
  EXPECT_EQ(model.fillMode, FillMode::Overlaps);
}

TEST(ModelLooks, TooManyRingsAreNotParted) {
  Document document = coast();
  document.features.clear();
  for (int i = 0; i < 120; ++i) {
    document.features.push_back(site(std::to_string(i), 0.1 * i, 150.0, {"bastion"}));
  }
  ModelOptions options;
  options.fillMode = FillMode::Each;
  EXPECT_EQ(groups(build(options, document)).size(), 120U);
  document.features.push_back(site("one more", 40.0, 150.0, {"bastion"}));
  EXPECT_EQ(groups(build(options, document)).size(), 1U);
}

TEST(ModelTools, TheGreatestErrorOfASystemFindsRoomFirst) {
  ModelOptions options;
  options.wrongCircles = true;
  // Matua lies 3 degrees farther from the equator than Iturup, and Mercator is the more wrong there.
  const RenderModel model = build(options);
  EXPECT_THAT(ids(model.marks), ElementsAre("wrong/matua/bastion", "wrong/iturup/bal", "wrong/iturup/bastion"));
  for (const GroundMark& mark : model.marks) EXPECT_TRUE(mark.mayYield);
}

TEST(ModelTools, FreeRingsDoNotCountAmongOverlaps) {
  ModelOptions options;
  options.sketch.rings.push_back({geo::LatLon::fromDegrees(50, 150), 250e3});
  EXPECT_TRUE(build(options).rings.back().tints);
  options.fillMode = FillMode::Overlaps;
  EXPECT_FALSE(build(options).rings.back().tints);
  EXPECT_TRUE(build(options).rings.front().tints);
}

TEST(ModelTools, WrongCirclesLieOverEachRing) {
  ModelOptions options;
  options.wrongCircles = true;
  switchOff(options, {Layer::Lines});
  const RenderModel model = build(options);
  EXPECT_THAT(ids(model.lines), ElementsAre("wrong/iturup/bastion", "wrong/iturup/bal", "wrong/matua/bastion"));
  EXPECT_TRUE(model.shows(Layer::Lines));
  EXPECT_THAT(legendText(model), HasSubstr("What a planar buffer in Web Mercator draws (wrong)"));
  // At 45° N the map is stretched by about 1.41: 300 km of it are about 212 km.
  const GroundLine& line = model.lines[0];
  for (const geo::LatLon& point : line.points) {
    EXPECT_NEAR(geo::geodesicDistanceMeters(model.rings[0].centre, point), 212e3, 6e3);
  }
  EXPECT_EQ(line.points.front().lonRadians, line.points.back().lonRadians);
  EXPECT_FALSE(line.style.dashPixels.empty());
  EXPECT_THAT(line.label, HasSubstr("Web Mercator buffer"));
  // Each says in the picture how wrong it is, where it has room.
  EXPECT_EQ(model.marks.size(), 3U);
  EXPECT_THAT(model.marks[0].label, testing::AllOf(HasSubstr("km too short"), Not(HasSubstr("Web"))));

  switchOff(options, {Layer::Rings});
  EXPECT_THAT(build(options).lines, IsEmpty());
  EXPECT_FALSE(build(options).shows(Layer::Lines));
  EXPECT_THAT(legendText(build(options)), Not(HasSubstr("Mercator")));
}

TEST(ModelTools, TooManyWrongCirclesAreLeftOutWithAWarning) {
  Document document = coast();
  for (int i = 0; i < 240; ++i) {
    document.features.push_back(site(std::to_string(i), 0.1 * i, 150.0, {"bastion"}));
  }
  ModelOptions options;
  options.wrongCircles = true;
  options.date = Date::parse("2018-12-30");
  const auto result = buildRenderModel(document, {}, options);
  EXPECT_THAT(result->lines, IsEmpty());
  EXPECT_THAT(result.diagnostics(), Contains(Field(&Diagnostic::message, HasSubstr("more than 240 rings"))));
}

Sketch sketch() {
  Sketch result;
  result.rings.push_back({geo::LatLon::fromDegrees(50, 150), 250e3});
  result.rings.push_back({geo::LatLon::fromDegrees(50, 150), -1.0});
  result.rings.push_back({geo::LatLon::fromDegrees(52, 150), 100e3});
  const geo::LatLon a = geo::LatLon::fromDegrees(50, 179);
  const geo::LatLon b = geo::LatLon::fromDegrees(50, -179);
  const geo::LatLon c = geo::LatLon::fromDegrees(52, -179);
  result.paths.push_back({{a, b}, false});
  result.paths.push_back({{a, {std::numeric_limits<double>::quiet_NaN(), 0.0}}, false});
  result.paths.push_back({{a, b, c}, true});
  result.mark = c;
  return result;
}

TEST(ModelTools, TheSketchShowsWhateverTheLayers) {
  ModelOptions options;
  options.sketch = sketch();
  switchOff(options, {Layer::Rings, Layer::Lines, Layer::Areas, Layer::Sites});
  options.hiddenSites = {"own-ring"};
  const RenderModel model = build(options);
  EXPECT_THAT(ids(model.rings), ElementsAre("own-ring/1", "own-ring/3"));
  EXPECT_EQ(model.rings[0].label, "250 km");
  EXPECT_EQ(model.rings[0].siteId, "own-ring");
  EXPECT_THAT(model.rings[0].systemId, IsEmpty());
  EXPECT_DOUBLE_EQ(geo::chordMeters(model.rings[0].profile, 0.3),
                   geo::chordMeters(geo::ringProfile(geo::LatLon::fromDegrees(50, 150), 250e3), 0.3));
  EXPECT_THAT(ids(model.lines), ElementsAre("measure/1", "measure/3"));
  EXPECT_THAT(ids(model.areas), ElementsAre("measure/3"));
  EXPECT_THAT(ids(model.marks), ElementsAre("own-ring/1", "own-ring/3", "measure/1/1", "measure/1/2", "measure/3/1",
                                            "measure/3/2", "measure/3/3", "mark"));
  for (const Layer layer : {Layer::Rings, Layer::Lines, Layer::Areas}) EXPECT_TRUE(model.shows(layer));
  EXPECT_FALSE(model.shows(Layer::Sites));
  EXPECT_THAT(model.sites, IsEmpty());
  EXPECT_EQ(legendText(model), "Own ring, no source | \nOwn measurement | \n");
  EXPECT_TRUE(model.legend.front().forOwnRings);
  EXPECT_THAT(model.disclaimer, IsEmpty());

  ModelOptions bare = options;
  bare.sketch = {};
  EXPECT_FALSE(build(bare).shows(Layer::Rings));
}

TEST(ModelTools, MeasuredPathsAreGeodesicsOverTheDateline) {
  ModelOptions options;
  options.sketch = sketch();
  options.lengthUnit = LengthUnit::NauticalMiles;
  const RenderModel model = build(options);
  const auto line =
      std::find_if(model.lines.begin(), model.lines.end(), [](const GroundLine& one) { return one.id == "measure/1"; });
  ASSERT_NE(line, model.lines.end());
  double length = 0.0;
  double northmost = 0.0;
  for (std::size_t i = 1; i < line->points.size(); ++i) {
    length += geo::geodesicDistanceMeters(line->points[i - 1], line->points[i]);
    northmost = std::max(northmost, line->points[i].latRadians);
    EXPECT_LT(std::abs(line->points[i].lonRadians - line->points[i - 1].lonRadians), 0.1);
  }
  // 2 degrees of longitude at 50° N, by `GeodSolve -i`; its middle lies north of the parallel.
  EXPECT_NEAR(length, 143'387.235, 0.01);
  EXPECT_GT(northmost, geo::degreesToRadians(50.004));
  EXPECT_THAT(line->label, IsEmpty());  // it stands at the last vertex, whether the line has room or not
  const auto last = std::find_if(model.marks.begin(), model.marks.end(),
                                 [](const GroundMark& mark) { return mark.id == "measure/1/2"; });
  ASSERT_NE(last, model.marks.end());
  EXPECT_EQ(last->label, measureText(options.sketch.paths[0], LengthUnit::NauticalMiles));
  EXPECT_THAT(last->label, HasSubstr("nmi"));
  EXPECT_TRUE(line->style.casingColor);
}

TEST(ModelTools, FreeRingsKeepTheirFillsApartAndGetWrongCirclesToo) {
  ModelOptions options;
  options.sketch = sketch();
  options.wrongCircles = true;
  const RenderModel model = build(options);
  EXPECT_EQ(groups(model).size(), 4U);
  EXPECT_THAT(ids(model.lines), Contains("wrong/own-ring/1"));
}

TEST(ModelLooks, ASystemWithoutALookDrawsTheClaimAskedForOfAll) {
  ModelOptions options;
  options.claim = {RangeChoice::Max, 0};
  options.looks["bal"].visible = false;
  EXPECT_FALSE(lookOf(options, "bal").visible);
  EXPECT_EQ(lookOf(options, "bal").claim.kind, RangeChoice::Default);
  EXPECT_TRUE(lookOf(options, "bastion").visible);
  EXPECT_EQ(lookOf(options, "bastion").claim.kind, RangeChoice::Max);
}

}  // namespace
}  // namespace cordon::scene
