#include "geo/ring.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "geo/area.h"
#include "geo/geodesic.h"
#include "unit/geo/reference_tool.h"

namespace cordon::geo {
namespace {

constexpr double kPi = std::numbers::pi;

struct Circle {
  LatLon centre;
  double radiusMeters = 0.0;
};

/// What GeographicLib's exact method finds of a loop that should be a circle.
struct Deviation {
  double vertexMeters = 0.0;          ///< of the vertices from the circle
  double geodesicMiddleMeters = 0.0;  ///< of the middles of geodesic chords
  double straightMiddleMeters = 0.0;  ///< of the middles of straight chords, depth included
};

Deviation deviation(const Circle& circle, const std::vector<LatLon>& vertices) {
  std::vector<reference::Pair> chords;
  for (std::size_t i = 0; i < vertices.size(); ++i)
    chords.push_back({vertices[i], vertices[(i + 1) % vertices.size()]});
  const std::vector<reference::Inverse> chordPaths = reference::exactInverse(chords);
  std::vector<reference::DirectProblem> halves;
  for (std::size_t i = 0; i < chords.size(); ++i) {
    halves.push_back({chords[i].from, chordPaths[i].startAzimuthRadians, chordPaths[i].distanceMeters / 2.0});
  }
  const std::vector<LatLon> middles = reference::exactDirect(halves);

  std::vector<reference::Pair> radii;
  std::vector<double> depths;
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const Geodetic straightMiddle = toGeodetic((toEcef(chords[i].from) + toEcef(chords[i].to)) * 0.5);
    radii.push_back({circle.centre, vertices[i]});
    radii.push_back({circle.centre, middles[i]});
    radii.push_back({circle.centre, straightMiddle.latLon});
    depths.push_back(straightMiddle.heightMeters);
  }
  const std::vector<reference::Inverse> distances = reference::exactInverse(radii);
  Deviation result;
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const auto miss = [&](std::size_t k) {
      return std::abs(distances[3 * i + k].distanceMeters - circle.radiusMeters);
    };
    result.vertexMeters = std::max(result.vertexMeters, miss(0));
    result.geodesicMiddleMeters = std::max(result.geodesicMiddleMeters, miss(1));
    result.straightMiddleMeters = std::max(result.straightMiddleMeters, std::hypot(miss(2), depths[i]));
  }
  return result;
}

void expectContinuousLongitudes(const RingLoop& loop) {
  double sum = 0.0;
  for (std::size_t i = 0; i < loop.vertices.size(); ++i) {
    const double here = loop.vertices[i].lonRadians;
    if (i + 1 < loop.vertices.size()) {
      EXPECT_LE(std::abs(loop.vertices[i + 1].lonRadians - here), kPi + 1e-9);
    } else {
      sum = here - loop.vertices.front().lonRadians;
    }
  }
  const double closing = std::remainder(loop.vertices.front().lonRadians - loop.vertices.back().lonRadians, 2.0 * kPi);
  EXPECT_NEAR((sum + closing) / (2.0 * kPi), loop.longitudeTurns, 1e-9);
  EXPECT_LE(std::abs(loop.vertices.front().lonRadians), kPi);
}

void expectTrueCircle(const Circle& circle) {
  SCOPED_TRACE(reference::degrees(circle.centre) + " radius " + std::to_string(circle.radiusMeters));
  const RingShape shape = disc(circle.centre, circle.radiusMeters);
  ASSERT_EQ(shape.loops.size(), 1U);
  EXPECT_FALSE(shape.coversEarth);
  const RingLoop& loop = shape.loops.front();
  EXPECT_LE(loop.vertices.size(), 3500U);
  const Deviation found = deviation(circle, loop.vertices);
  EXPECT_LT(found.vertexMeters, 1e-3);
  EXPECT_LT(found.geodesicMiddleMeters, 4.1);
  EXPECT_LT(found.straightMiddleMeters, 4.1);
  expectContinuousLongitudes(loop);
}

TEST(Disc, IsATrueCircleForAnyCentreAndRadius) {
  std::mt19937 generator(21);
  for (int i = 0; i < 30; ++i) {
    expectTrueCircle(
        {reference::randomPosition(generator), i % 3 == 0 ? std::pow(10.0, reference::uniform(generator, 0.0, 7.0))
                                                          : reference::uniform(generator, 1.0, 1.99e7)});
  }
}

TEST(Disc, IsATrueCircleOverPolesAndDateline) {
  for (const Circle& circle :
       {Circle{LatLon::fromDegrees(90.0, 0.0), 3e5}, Circle{LatLon::fromDegrees(-90.0, 33.0), 1.5e7},
        Circle{LatLon::fromDegrees(89.999, 10.0), 500.0}, Circle{LatLon::fromDegrees(88.0, -75.0), 3e5},
        Circle{LatLon::fromDegrees(50.0, 179.9), 5e5}, Circle{LatLon::fromDegrees(-50.0, -180.0), 1e6},
        Circle{LatLon::fromDegrees(0.0, 180.0), 1e7}, Circle{LatLon::fromDegrees(50.0, 540.0), 3e5}}) {
    expectTrueCircle(circle);
  }
}

TEST(Disc, IsATrueCircleAboutTheAntipode) {
  for (const double lat : {0.0, 1.0, 44.18, -60.0, 89.0, 90.0}) {
    for (const double radius : {1.99e7, 1.9965e7, 19970326.0, 19970327.0, 1.998e7, 1.9995e7, 2.0003e7, 20003931.0}) {
      expectTrueCircle({LatLon::fromDegrees(lat, 145.96), radius});
    }
  }
}

TEST(Disc, CoversTheEarthFromTheFarthestDistanceOn) {
  for (const double radius : {kFarthestMeters, 20037508.0, 1e9}) {
    const RingShape shape = disc(LatLon::fromDegrees(44.0, 146.0), radius);
    EXPECT_TRUE(shape.coversEarth);
    EXPECT_TRUE(shape.loops.empty());
    EXPECT_DOUBLE_EQ(areaSquareMeters(shape), kEarthAreaSquareMeters);
  }
  EXPECT_FALSE(disc(LatLon::fromDegrees(44.0, 146.0), kFarthestMeters - 1.0).coversEarth);
}

TEST(Disc, KeepsAFinerErrorWithMoreVertices) {
  const Circle circle{LatLon::fromDegrees(45.05, 147.84), 3e5};
  const RingShape fine = disc(circle.centre, circle.radiusMeters, 0.1);
  EXPECT_LT(deviation(circle, fine.loops.front().vertices).straightMiddleMeters, 0.101);
  EXPECT_GT(fine.loops.front().vertices.size(),
            5 * disc(circle.centre, circle.radiusMeters).loops.front().vertices.size());
}

TEST(Disc, HasItsInsideOnTheLeft) {
  // Against the sphere of equal area, from which the ellipsoid's discs differ by 0.7 % at most.
  constexpr double kAuthalicRadius = 6371007.1809;
  std::mt19937 generator(22);
  for (int i = 0; i < 60; ++i) {
    const double radius = reference::uniform(generator, 1e5, 1.99e7);
    const double area = areaSquareMeters(disc(reference::randomPosition(generator), radius));
    const double onSphere = 2.0 * kPi * kAuthalicRadius * kAuthalicRadius * (1.0 - std::cos(radius / kAuthalicRadius));
    EXPECT_NEAR(area / onSphere, 1.0, 0.008) << radius;
  }
}

TEST(Disc, CountsTheTurnsOfTheLongitude) {
  const auto turns = [](double lat, double radius) {
    return disc(LatLon::fromDegrees(lat, 20.0), radius).loops.front().longitudeTurns;
  };
  EXPECT_EQ(turns(44.0, 3e5), 0);
  EXPECT_EQ(turns(88.0, 3e5), 1);
  EXPECT_EQ(turns(-88.0, 3e5), -1);
  EXPECT_EQ(turns(10.0, 1.9e7), 0);  // both poles inside
  EXPECT_EQ(donut(LatLon::fromDegrees(90.0, 0.0), 1e5, 2e5).loops.back().longitudeTurns, -1);
}

TEST(Disc, StartsInTheNorthAndDoesNotRepeatAVertex) {
  const LatLon centre = LatLon::fromDegrees(44.18, 145.96);
  const std::vector<LatLon> vertices = disc(centre, 130e3).loops.front().vertices;
  EXPECT_NEAR(vertices.front().lonRadians, centre.lonRadians, 1e-12);
  EXPECT_GT(vertices.front().latRadians, centre.latRadians);
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    EXPECT_GT(geodesicDistanceMeters(vertices[i], vertices[(i + 1) % vertices.size()]), 100.0);
  }
}

TEST(Disc, RefusesRadiiThatAreNone) {
  const LatLon centre;
  EXPECT_THROW(disc(centre, 0.0), std::invalid_argument);
  EXPECT_THROW(disc(centre, -1.0), std::invalid_argument);
  EXPECT_THROW(disc(centre, std::nan("")), std::invalid_argument);
  EXPECT_THROW(disc(centre, 1.0, 0.0), std::invalid_argument);
  EXPECT_THROW(donut(centre, 2.0, 1.0), std::invalid_argument);
  EXPECT_THROW(sector(centre, 0.0, 1.0, {0.0, std::nan("")}), std::invalid_argument);
}

TEST(Donut, IsTheDiscLessItsHole) {
  std::mt19937 generator(23);
  for (int i = 0; i < 40; ++i) {
    const LatLon centre = reference::randomPosition(generator);
    const double inner = reference::uniform(generator, 1e3, 1.9e7);
    const double outer = reference::uniform(generator, inner, 2.1e7);
    const RingShape shape = donut(centre, inner, outer);
    ASSERT_EQ(shape.loops.size(), outer < kFarthestMeters ? 2U : 1U);
    EXPECT_NEAR(areaSquareMeters(shape), areaSquareMeters(disc(centre, outer)) - areaSquareMeters(disc(centre, inner)),
                10.0);
    for (const RingLoop& loop : shape.loops) expectContinuousLongitudes(loop);
  }
}

TEST(Donut, IsNothingWhereItsHoleCoversTheEarth) {
  const RingShape shape = donut({}, kFarthestMeters, 1e9);
  EXPECT_TRUE(shape.loops.empty());
  EXPECT_FALSE(shape.coversEarth);
  EXPECT_DOUBLE_EQ(areaSquareMeters(shape), 0.0);
}

TEST(Sector, KeepsToItsRadiiAndAzimuths) {
  std::mt19937 generator(24);
  for (int i = 0; i < 40; ++i) {
    LatLon centre = reference::randomPosition(generator);
    centre.latRadians *= 0.99;
    const double outer = reference::uniform(generator, 1e4, 1.5e7);
    const double inner = i % 2 == 0 ? 0.0 : outer * reference::uniform(generator, 0.1, 0.9);
    const double from = reference::uniform(generator, -7.0, 7.0);
    const double sweep = reference::uniform(generator, 0.01, 6.2);
    const RingShape shape = sector(centre, inner, outer, {from, from + sweep});
    ASSERT_EQ(shape.loops.size(), 1U);
    expectContinuousLongitudes(shape.loops.front());
    std::vector<reference::Pair> pairs;
    for (const LatLon& vertex : shape.loops.front().vertices) pairs.push_back({centre, vertex});
    const std::vector<reference::Inverse> paths = reference::exactInverse(pairs);
    double least = 1e9;
    double most = 0.0;
    for (const reference::Inverse& path : paths) {
      least = std::min(least, path.distanceMeters);
      most = std::max(most, path.distanceMeters);
      if (path.distanceMeters < 1.0) continue;
      const double clockwise = path.startAzimuthRadians - from;
      const double turned = clockwise - 2.0 * kPi * std::floor(clockwise / (2.0 * kPi));
      EXPECT_TRUE(turned < sweep + 1e-7 || turned > 2.0 * kPi - 1e-7) << turned << " of " << sweep;
    }
    EXPECT_NEAR(least, inner, 1e-3);
    EXPECT_NEAR(most, outer, 1e-3);
  }
}

TEST(Sector, AndTheRestMakeTheWholeDonut) {
  std::mt19937 generator(25);
  for (int i = 0; i < 60; ++i) {
    const LatLon centre = reference::randomPosition(generator);
    const double outer =
        i % 3 == 0 ? reference::uniform(generator, 1.99e7, 2.001e7) : reference::uniform(generator, 1e4, 2e7);
    const double inner = i % 2 == 0 ? 0.0 : outer * reference::uniform(generator, 0.1, 0.99);
    const double from = reference::uniform(generator, -3.0, 3.0);
    const double to = from + reference::uniform(generator, 0.1, 6.1);
    const double whole = areaSquareMeters(donut(centre, inner, outer));
    const double parts = areaSquareMeters(sector(centre, inner, outer, {from, to})) +
                         areaSquareMeters(sector(centre, inner, outer, {to, from}));
    // Chords differ between the parts and the whole: a few metres along all edges.
    EXPECT_NEAR(parts, whole, 4.0 * 4.1e7 + 1e-6 * whole) << i << " " << outer;
  }
}

TEST(Sector, OfAWholeTurnIsTheDonut) {
  const LatLon centre = LatLon::fromDegrees(44.0, 146.0);
  for (const AzimuthRange range : {AzimuthRange{1.0, 1.0}, AzimuthRange{0.0, 2.0 * kPi}, AzimuthRange{-10.0, 10.0}}) {
    EXPECT_EQ(sector(centre, 1e5, 3e5, range).loops.size(), 2U);
  }
}

TEST(CutDistance, IsWhereGeodesicsStopBeingShortest) {
  std::mt19937 generator(26);
  std::vector<reference::Pair> pairs;
  std::vector<double> reached;
  for (int i = 0; i < 1000; ++i) {
    const LatLon start = reference::randomPosition(generator);
    const double azimuth = reference::uniform(generator, -kPi, kPi);
    const double cut = cutDistanceMeters(start, azimuth);
    EXPECT_GE(cut, kInjectivityRadiusMeters - 1e-6);
    EXPECT_LE(cut, kFarthestMeters + 1e-6);
    for (const double distance : {cut, cut + 2e4}) {
      pairs.push_back({start, geodesicDirect(start, azimuth, distance).position});
      reached.push_back(distance);
    }
  }
  const std::vector<reference::Inverse> shortest = reference::exactInverse(pairs);
  for (std::size_t i = 0; i < pairs.size(); i += 2) {
    EXPECT_NEAR(shortest[i].distanceMeters, reached[i], 1e-6);
    EXPECT_LT(shortest[i + 1].distanceMeters, reached[i + 1] - 1.0);
  }
}

}  // namespace
}  // namespace cordon::geo
