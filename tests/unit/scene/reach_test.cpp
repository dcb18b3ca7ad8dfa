#include "scene/reach.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <random>

#include "geo/geodesic.h"
#include "unit/geo/reference_tool.h"

namespace cordon::scene {
namespace {

using geo::LatLon;

Ring ringAt(const std::string& id, LatLon centre, double radiusMeters) {
  Ring ring;
  ring.id = id + "/bastion";
  ring.siteId = id;
  ring.systemId = "bastion";
  ring.label = "Bastion";
  ring.centre = centre;
  ring.radiusMeters = radiusMeters;
  return ring;
}

Sector sector(double fromDegrees, double toDegrees) {
  return {geo::degreesToRadians(fromDegrees), geo::degreesToRadians(toDegrees)};
}

TEST(Reach, AsksEveryIslandOfTheChain) {
  RenderModel model;
  model.rings = {ringAt("kunashir", LatLon::fromDegrees(44.18, 145.96), 300e3),
                 ringAt("iturup", LatLon::fromDegrees(45.05, 147.84), 530e3),
                 ringAt("paramushir", LatLon::fromDegrees(50.37, 155.71), 315e3),
                 ringAt("matua", LatLon::fromDegrees(48.08, 153.23), 300e3)};
  model.rings[1].status = Status::Planned;
  model.rings[1].accuracyMeters = 5e3;
  model.rings[1].isLowerBound = true;
  const std::vector<Reach> answers = whoReaches(model, LatLon::fromDegrees(48.08, 153.23));
  ASSERT_EQ(answers.size(), 4U);
  EXPECT_EQ(answers[0].siteId, "matua");
  EXPECT_EQ(answers[1].siteId, "paramushir");
  EXPECT_EQ(answers[2].siteId, "iturup");
  EXPECT_EQ(answers[3].siteId, "kunashir");
  EXPECT_TRUE(answers[1].reaches);
  EXPECT_FALSE(answers[2].reaches);
  EXPECT_EQ(answers[0].distanceMeters, 0.0);
  EXPECT_NEAR(answers[1].marginMeters, 315e3 - 312.2e3, 50.0);
  EXPECT_NEAR(answers[2].distanceMeters, 532.9e3, 50.0);
  EXPECT_NEAR(answers[2].marginMeters, -2.9e3, 50.0);
  EXPECT_EQ(answers[2].ringId, "iturup/bastion");
  EXPECT_EQ(answers[2].systemId, "bastion");
  EXPECT_EQ(answers[2].label, "Bastion");
  EXPECT_EQ(answers[2].status, Status::Planned);
  EXPECT_EQ(answers[2].accuracyMeters, 5e3);
  EXPECT_TRUE(answers[2].isLowerBound);
  EXPECT_FALSE(answers[3].isLowerBound);
  // From Paramushir Matua lies south-west: the azimuth is in the full circle.
  EXPECT_NEAR(geo::radiansToDegrees(answers[1].azimuthRadians), 216.0, 3.0);
  EXPECT_EQ(countReaching(model, LatLon::fromDegrees(48.08, 153.23)), 2U);
}

TEST(Reach, DistancesAndAzimuthsAreThoseOfGeodSolve) {
  std::mt19937 generator(81);
  const LatLon point = LatLon::fromDegrees(52.0, -179.5);
  RenderModel model;
  std::vector<geo::reference::Pair> pairs;
  for (int i = 0; i < 200; ++i) {
    const LatLon centre{geo::reference::uniform(generator, -1.5, 1.5), geo::reference::uniform(generator, -4.0, 4.0)};
    pairs.push_back({centre, point});
    model.rings.push_back(ringAt(std::to_string(i), centre, 1e6));
  }
  const std::vector<geo::reference::Inverse> expected = geo::reference::exactInverse(pairs);
  const std::vector<Reach> answers = whoReaches(model, point);
  ASSERT_EQ(answers.size(), expected.size());
  for (const Reach& answer : answers) {
    const geo::reference::Inverse& truth = expected[std::stoul(answer.siteId)];
    EXPECT_NEAR(answer.distanceMeters, truth.distanceMeters, 1e-6);
    EXPECT_NEAR(std::remainder(answer.azimuthRadians - truth.startAzimuthRadians, 2.0 * std::numbers::pi), 0.0, 1e-9);
    EXPECT_GE(answer.azimuthRadians, 0.0);
    EXPECT_EQ(answer.reaches, truth.distanceMeters <= 1e6);
    EXPECT_NEAR(answer.marginMeters, 1e6 - truth.distanceMeters, 1e-6);
  }
}

TEST(Reach, TheEdgeIsExactToAMeter) {
  RenderModel model;
  model.rings = {ringAt("a", LatLon::fromDegrees(47.0, 178.0), 300e3)};
  for (int azimuth = 0; azimuth < 360; azimuth += 15) {
    const auto at = [&](double distance) {
      return geo::reference::exactDirect({{model.rings[0].centre, geo::degreesToRadians(azimuth), distance}}).front();
    };
    EXPECT_TRUE(whoReaches(model, at(300e3 - 1.0)).front().reaches);
    EXPECT_FALSE(whoReaches(model, at(300e3 + 1.0)).front().reaches);
    EXPECT_EQ(countReaching(model, at(300e3 - 1.0)), 1U);
    EXPECT_EQ(countReaching(model, at(300e3 + 1.0)), 0U);
  }
}

TEST(Reach, CountsAmongOverlapsWhatTheMapTints) {
  RenderModel model;
  for (const Status status : {Status::Deployed, Status::Reported, Status::Planned, Status::Exercise, Status::Withdrawn,
                              Status::Hypothetical}) {
    model.rings.push_back(ringAt(std::to_string(model.rings.size()), LatLon::fromDegrees(50.0, 150.0), 300e3));
    model.rings.back().status = status;
  }
  EXPECT_EQ(countReaching(model, LatLon::fromDegrees(50.5, 150.0)), 6U);
  model.fillMode = FillMode::Overlaps;
  EXPECT_EQ(countReaching(model, LatLon::fromDegrees(50.5, 150.0)), 4U);
  EXPECT_EQ(countReaching(model, LatLon::fromDegrees(55.5, 150.0)), 0U);
}

TEST(Reach, HonoursTheMinimumRange) {
  RenderModel model;
  model.rings = {ringAt("a", LatLon::fromDegrees(50.0, 150.0), 300e3)};
  model.rings[0].innerRadiusMeters = 50e3;
  const auto at = [&](double distance) { return geo::geodesicDirect(model.rings[0].centre, 1.0, distance).position; };
  for (const auto& [distance, isReached] :
       std::map<double, bool>{{0.0, false}, {49.9e3, false}, {50.1e3, true}, {299.9e3, true}, {300.1e3, false}}) {
    const Reach answer = whoReaches(model, at(distance)).front();
    EXPECT_EQ(answer.reaches, isReached) << distance;
    EXPECT_NEAR(answer.marginMeters, 300e3 - distance, 1e-6);
    EXPECT_EQ(answer.isTooNear, distance < 50e3) << distance;
    EXPECT_EQ(countReaching(model, at(distance)), isReached ? 1U : 0U) << distance;
  }
}

TEST(Reach, HonoursTheSectorOverNorthAndOverHalfATurn) {
  RenderModel model;
  model.rings = {ringAt("a", LatLon::fromDegrees(50.0, 150.0), 300e3)};
  Ring& ring = model.rings[0];
  const auto isReached = [&](double azimuthDegrees) {
    const LatLon point = geo::geodesicDirect(ring.centre, geo::degreesToRadians(azimuthDegrees), 100e3).position;
    const bool answer = whoReaches(model, point).front().reaches;
    EXPECT_EQ(countReaching(model, point), answer ? 1U : 0U);
    return answer;
  };
  ring.sector = sector(330.0, 20.0);
  EXPECT_TRUE(isReached(0.0));
  EXPECT_TRUE(isReached(331.0));
  EXPECT_TRUE(isReached(19.0));
  EXPECT_FALSE(isReached(21.0));
  EXPECT_FALSE(isReached(329.0));
  EXPECT_FALSE(isReached(180.0));
  ring.sector = sector(-30.0, 20.0);
  EXPECT_TRUE(isReached(331.0));
  EXPECT_FALSE(isReached(329.0));
  ring.sector = sector(20.0, 330.0);
  EXPECT_FALSE(isReached(0.0));
  EXPECT_TRUE(isReached(21.0));
  EXPECT_TRUE(isReached(180.0));
  ring.sector = sector(90.0, 90.0);
  EXPECT_TRUE(isReached(270.0));
  // The launcher's own place.
  ring.sector = sector(20.0, 40.0);
  EXPECT_TRUE(whoReaches(model, ring.centre).front().reaches);
}

TEST(Reach, GoesOverThePoleAndTheDateline) {
  RenderModel model;
  model.rings = {ringAt("north", LatLon::fromDegrees(85.0, 10.0), 1000e3),
                 ringAt("date", LatLon::fromDegrees(52.0, 179.0), 300e3)};
  EXPECT_EQ(countReaching(model, LatLon::fromDegrees(87.0, -170.0)), 1U);
  EXPECT_EQ(whoReaches(model, LatLon::fromDegrees(87.0, -170.0)).front().siteId, "north");
  EXPECT_EQ(countReaching(model, LatLon::fromDegrees(52.0, -178.0)), 1U);
  EXPECT_EQ(whoReaches(model, LatLon::fromDegrees(52.0, -178.0)).front().siteId, "date");
  EXPECT_EQ(whoReaches(model, LatLon::fromDegrees(52.0, 182.0)).front().siteId, "date");
}

TEST(Reach, CountsWhatItLists) {
  std::mt19937 generator(82);
  RenderModel model;
  for (int i = 0; i < 2000; ++i) {
    Ring ring = ringAt(std::to_string(i), geo::reference::randomPosition(generator),
                       std::pow(10.0, geo::reference::uniform(generator, 4.0, 7.5)));
    if (i % 3 == 0) ring.innerRadiusMeters = ring.radiusMeters * geo::reference::uniform(generator, 0.0, 1.0);
    if (i % 4 == 0) {
      ring.sector =
          sector(geo::reference::uniform(generator, -180.0, 360.0), geo::reference::uniform(generator, -180.0, 360.0));
    }
    model.rings.push_back(ring);
  }
  for (int i = 0; i < 50; ++i) {
    const LatLon point = geo::reference::randomPosition(generator);
    const std::vector<Reach> answers = whoReaches(model, point);
    const auto listed = std::count_if(answers.begin(), answers.end(), [](const Reach& r) { return r.reaches; });
    EXPECT_GT(listed, 0);
    EXPECT_EQ(countReaching(model, point), static_cast<std::size_t>(listed));
    EXPECT_TRUE(std::is_sorted(answers.begin(), answers.end(), [](const Reach& a, const Reach& b) {
      return a.reaches != b.reaches ? a.reaches : a.marginMeters > b.marginMeters;
    }));
  }
}

}  // namespace
}  // namespace cordon::scene
