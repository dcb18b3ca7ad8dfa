#include "render/tile_rings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include "geo/geodesic.h"
#include "ring_emulation.h"
#include "scene/ring_style.h"

namespace cordon::render {
namespace {

using geo::LatLon;
using mapdata::TileKey;
using scene::Projector;
using scene::Ring;
using scene::Status;
using test::makeRing;
using test::ringSet;

constexpr double kPi = std::numbers::pi;

Projector above(LatLon target, double rangeKm) {
  return {{target, rangeKm * 1000.0, 0.0, 0.0}, 1920, 1080};
}

TileKey keyAt(LatLon p, int level) {
  const double side = kPi / (1 << level);
  const int rows = 1 << level;
  return {level, std::clamp(static_cast<int>((geo::wrapLongitude(p.lonRadians) + kPi) / side), 0, 2 * rows - 1),
          std::clamp(static_cast<int>((kPi / 2.0 - p.latRadians) / side), 0, rows - 1)};
}

class Randomly {
 public:
  double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine_); }
  LatLon anywhere() { return {std::asin(between(-1.0, 1.0)), between(-kPi, kPi)}; }
  LatLon within(TileKey key) {
    const mapdata::TileBounds b = mapdata::bounds(key);
    return {between(b.southRadians, b.northRadians), between(b.westRadians, b.eastRadians)};
  }
  LatLon within(double southDegrees, double westDegrees, double northDegrees, double eastDegrees) {
    return LatLon::fromDegrees(between(southDegrees, northDegrees), between(westDegrees, eastDegrees));
  }

 private:
  std::mt19937 engine_{20260101};
};

struct Tally {
  int points = 0;
  int covered = 0;
  int overflows = 0;
  double worstColor = 0.0;
};

// Compares the shader's arithmetic with geodesics at random points of the tiles that hold some given points.
Tally compareFills(const RingSet& rings, const std::vector<LatLon>& places, const std::vector<int>& levels,
                   double cameraKm, double toleranceMeters) {
  Randomly random;
  Tally tally;
  for (const LatLon& place : places) {
    for (const int level : levels) {
      const TileKey key = keyAt(place, level);
      const TileSphere sphere = tileSphere(key, 0.0);
      const RegionRings region = rings.forRegion(sphere, sphere.centre, above(place, cameraKm));
      if (region.crowdedGroup) {
        ++tally.overflows;
        continue;
      }
      for (int i = 0; i < 12; ++i) {
        const LatLon point = i == 0 ? place : random.within(key);
        if (test::clearanceMeters(rings, point) < toleranceMeters) continue;
        const test::EmulatedPixel drawn = test::emulate(region, geo::toEcef(point) - sphere.centre);
        const test::EmulatedPixel truth = test::bruteForce(rings, point);
        ++tally.points;
        if (truth.color[2] > 0.0) ++tally.covered;
        for (std::size_t c = 0; c < 3; ++c) {
          const double difference = std::abs(drawn.color[c] - truth.color[c]);
          tally.worstColor = std::max(tally.worstColor, difference);
          EXPECT_LT(difference, 1e-5) << "level " << level << ", " << point.latDegrees() << " " << point.lonDegrees();
          if (difference >= 1e-5) return tally;
        }
      }
    }
  }
  return tally;
}

std::vector<LatLon> somePlaces(int count) {
  Randomly random;
  std::vector<LatLon> places;
  for (int i = 0; i < count; ++i) places.push_back(random.anywhere());
  return places;
}

TEST(TileRings, FillsOfDiscsAreTheGeodesicDiscs) {
  // Each group alone, then all over each other: poles, dateline and antipodes included.
  std::vector<Ring> rings;
  int group = 0;
  for (const LatLon& centre :
       {LatLon::fromDegrees(48.0, 153.0), LatLon::fromDegrees(89.0, 10.0), LatLon::fromDegrees(-89.9, -60.0),
        LatLon::fromDegrees(10.0, 179.8), LatLon::fromDegrees(0.0, 0.0)}) {
    for (const double radiusKm : {300.0, 2500.0, 9000.0, 13000.0})
      rings.push_back(makeRing(centre, radiusKm * 1000.0, group++));
  }
  const Tally tally = compareFills(ringSet(rings), somePlaces(100), {3, 5, 8, 11, 14}, 300.0, 1.0);
  EXPECT_GT(tally.points, 4000);
  EXPECT_GT(tally.covered, 1000);
  EXPECT_EQ(tally.overflows, 0);
}

TEST(TileRings, FillsNearAnEdgeAreRightToTheMetre) {
  const LatLon centre = LatLon::fromDegrees(48.08, 153.23);
  for (const double radiusKm : {130.0, 300.0, 2500.0, 9000.0, 15000.0}) {
    const RingSet rings = ringSet({makeRing(centre, radiusKm * 1000.0, 0)});
    std::vector<LatLon> places;
    for (int i = 0; i < 360; ++i) {
      places.push_back(
          geo::geodesicDirect(centre, geo::degreesToRadians(i), radiusKm * 1000.0 + (i % 2 == 0 ? 1.2 : -1.2))
              .position);
    }
    const Tally tally = compareFills(rings, places, {12, 16}, 2.0, 1.0);
    EXPECT_GT(tally.points, 700);
  }
}

TEST(TileRings, DonutsAndSectorsAreCutAsTheyAre) {
  std::vector<Ring> rings;
  int group = 0;
  const auto add = [&](LatLon centre, double radiusKm, double innerKm, std::optional<scene::Sector> sector) {
    Ring ring = makeRing(centre, radiusKm * 1000.0, group++);
    if (innerKm > 0.0) {
      ring.innerRadiusMeters = innerKm * 1000.0;
      ring.innerProfile = geo::ringProfile(centre, ring.innerRadiusMeters);
    }
    ring.sector = sector;
    rings.push_back(ring);
  };
  const LatLon matua = LatLon::fromDegrees(48.08, 153.23);
  add(matua, 1500.0, 500.0, {});
  add(matua, 3000.0, 0.0, scene::Sector{geo::degreesToRadians(30.0), geo::degreesToRadians(100.0)});
  add(matua, 3000.0, 1000.0, scene::Sector{geo::degreesToRadians(100.0), geo::degreesToRadians(10.0)});
  add(LatLon::fromDegrees(85.0, 179.0), 5000.0, 2000.0,
      scene::Sector{geo::degreesToRadians(-20.0), geo::degreesToRadians(45.0)});
  add(LatLon::fromDegrees(5.0, 20.0), 12000.0, 0.0,
      scene::Sector{geo::degreesToRadians(30.0), geo::degreesToRadians(100.0)});
  add(LatLon::fromDegrees(5.0, 20.0), 14000.0, 4000.0,
      scene::Sector{geo::degreesToRadians(90.0), geo::degreesToRadians(350.0)});
  const RingSet set = ringSet(rings);
  std::vector<LatLon> places = somePlaces(200);
  Randomly random;
  for (int i = 0; i < 200; ++i) places.push_back(random.within(30.0, 120.0, 65.0, 190.0));
  // A sector's sides are planes, not geodesics; on the ellipsoid they part by up to 20 km halfway round the Earth.
  const Tally tally = compareFills(set, places, {3, 6, 9}, 500.0, 1000.0);
  EXPECT_GT(tally.points, 5000);
  EXPECT_GT(tally.covered, 2000);
}

TEST(TileRings, NoLineThatTouchesARegionIsMissing) {
  Randomly random;
  std::vector<Ring> rings;
  for (int i = 0; i < 14; ++i) {
    const auto status = static_cast<Status>(i % 6);
    rings.push_back(
        makeRing(random.within(43.0, 145.0, 56.0, 163.0), random.between(130.0e3, 2500.0e3), i % 3, status));
  }
  const RingSet set = ringSet(rings);
  int checked = 0;
  for (const double cameraKm : {20.0, 900.0, 4600.0, 14000.0}) {
    for (std::size_t i = 0; i < set.size(); ++i) {
      const Ring& ring = set.at(i);
      for (int degree = 0; degree < 360; degree += 15) {
        const LatLon onRing =
            geo::geodesicDirect(ring.centre, geo::degreesToRadians(degree), ring.radiusMeters).position;
        const Projector projector = above(onRing, cameraKm);
        // Also from a neighbouring tile: the line has a width, and a rim beyond it.
        const int level = cameraKm < 100.0 ? 12 : cameraKm < 1000.0 ? 7 : 5;
        const TileKey key = keyAt(onRing, level);
        const TileSphere sphere = tileSphere(key, 0.0);
        const RegionRings region = set.forRegion(sphere, sphere.centre, projector);
        ASSERT_FALSE(region.crowdedGroup.has_value());
        const test::EmulatedPixel pixel = test::emulate(region, geo::toEcef(onRing) - sphere.centre);
        const double pixelMeters = projector.metersPerPixel(cameraKm * 1000.0);
        EXPECT_LT(pixel.nearestLineMeters, std::max(0.5, 0.15 * pixelMeters))
            << cameraKm << " km, " << degree << " degrees";
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 1000);
}

TEST(TileRings, ARegionWithinARingIsOneVeilAndNoEntry) {
  const LatLon centre = LatLon::fromDegrees(48.0, 153.0);
  const RingSet set = ringSet({makeRing(centre, 2500.0e3, 0), makeRing(centre, 3000.0e3, 1)});
  const TileSphere sphere = tileSphere(keyAt(centre, 9), 0.0);
  const RegionRings region = set.forRegion(sphere, sphere.centre, above(centre, 100.0));
  EXPECT_EQ(region.count, 0);
  EXPECT_GT(region.veilBelow[3], 0.0F);
  const test::EmulatedPixel drawn = test::emulate(region, {});
  const test::EmulatedPixel truth = test::bruteForce(set, centre);
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(drawn.color[c], truth.color[c], 1e-6);
}

TEST(TileRings, ARegionFarFromEveryRingHasNothing) {
  const RingSet set = ringSet({makeRing(LatLon::fromDegrees(48.0, 153.0), 300.0e3, 0)});
  const TileSphere sphere = tileSphere(keyAt(LatLon::fromDegrees(-30.0, 20.0), 5), 0.0);
  const RegionRings region = set.forRegion(sphere, sphere.centre, above(LatLon::fromDegrees(-30.0, 20.0), 1000.0));
  EXPECT_EQ(region, RegionRings{});
}

TEST(TileRings, RingsWithoutFillLeaveNoVeil) {
  const LatLon centre = LatLon::fromDegrees(48.0, 153.0);
  for (const Status status : {Status::Withdrawn, Status::Hypothetical}) {
    const RingSet set = ringSet({makeRing(centre, 2500.0e3, 0, status)});
    const TileSphere sphere = tileSphere(keyAt(centre, 9), 0.0);
    const RegionRings region = set.forRegion(sphere, sphere.centre, above(centre, 100.0));
    EXPECT_EQ(region.veilBelow, RegionRings::Vector{});
    EXPECT_EQ(region.veilAbove, RegionRings::Vector{});
  }
}

TEST(TileRings, GroupsLieOverEachOtherInTheirOrder) {
  // Entries of group 1 stand between veils of groups 0 and 2, and between an entry of 3 and the full group 2.
  const LatLon edge = LatLon::fromDegrees(50.0, 150.0);
  const LatLon west = geo::geodesicDirect(edge, -kPi / 2.0, 300.0e3).position;
  const std::vector<Ring> rings{makeRing(edge, 2000.0e3, 0), makeRing(west, 300.0e3, 1), makeRing(edge, 2200.0e3, 2),
                                makeRing(west, 300.2e3, 3), makeRing(edge, 2400.0e3, 4)};
  const Tally tally = compareFills(ringSet(rings), {edge}, {8, 9, 10, 11, 12, 13}, 30.0, 1.0);
  EXPECT_GT(tally.points, 50);
  const TileSphere sphere = tileSphere(keyAt(edge, 11), 0.0);
  const RegionRings region = ringSet(rings).forRegion(sphere, sphere.centre, above(edge, 30.0));
  EXPECT_GT(region.veilBelow[3], 0.0F);
  EXPECT_GT(region.veilAbove[3], 0.0F);
  EXPECT_EQ(region.count, 3);
}

TEST(TileRings, EqualRadiiNeedNoAzimuthWherePixelsAreCoarse) {
  const LatLon centre = LatLon::fromDegrees(48.0, 153.0);
  const RingSet set = ringSet({makeRing(centre, 2500.0e3, 0)});
  const LatLon onRing = geo::geodesicDirect(centre, 1.0, 2500.0e3).position;
  const auto regionFrom = [&](double cameraKm, int level) {
    const TileSphere sphere = tileSphere(keyAt(onRing, level), 0.0);
    return set.forRegion(sphere, sphere.centre, above(onRing, cameraKm));
  };
  EXPECT_FALSE(regionFrom(14000.0, 3).needsExact);
  EXPECT_TRUE(regionFrom(2.0, 15).needsExact);
}

TEST(TileRings, TooManyLinesForTheShaderSaySo) {
  std::vector<Ring> rings;
  const LatLon place = LatLon::fromDegrees(50.0, 150.0);
  for (int i = 0; i < RegionRings::kMaxEntries + 1; ++i) rings.push_back(makeRing(place, 300.0e3 + 2000.0 * i, i));
  const LatLon onRing = geo::geodesicDirect(place, 1.0, 325.0e3).position;
  const TileSphere wide = tileSphere(keyAt(onRing, 6), 0.0);
  const RegionRings region = ringSet(rings).forRegion(wide, wide.centre, above(onRing, 100.0));
  EXPECT_TRUE(region.crowdedGroup.has_value());
  EXPECT_EQ(region.count, RegionRings::kMaxEntries);
  const TileSphere small = tileSphere(keyAt(onRing, 14), 0.0);
  const RegionRings part = ringSet(rings).forRegion(small, small.centre, above(onRing, 10.0));
  EXPECT_FALSE(part.crowdedGroup.has_value());
  EXPECT_GE(part.count, 1);
}

TEST(TileRings, AThousandRingsAreOneUnionAndPruningLosesNothing) {
  Randomly random;
  std::vector<Ring> rings;
  for (int i = 0; i < 600; ++i)
    rings.push_back(makeRing(random.within(44.0, 140.0, 60.0, 165.0), random.between(60.0e3, 300.0e3), i % 2));
  const RingSet set = ringSet(rings, RingLines::Union);
  std::vector<LatLon> places;
  for (int i = 0; i < 200; ++i) places.push_back(random.within(40.0, 132.0, 64.0, 175.0));
  const Tally tally = compareFills(set, places, {7, 9, 11, 13}, 50.0, 1.0);
  EXPECT_GT(tally.points, 4000);
  EXPECT_GT(tally.covered, 1000);
  EXPECT_LT(tally.overflows, tally.points / 40);
}

TEST(TileRings, WhatIsLeftOutForAPartOfTheEarthDoesNotShowInPartsOfThat) {
  Randomly random;
  std::vector<Ring> rings;
  for (int i = 0; i < 700; ++i) {
    const auto status = i % 9 == 0 ? Status::Hypothetical : Status::Deployed;
    rings.push_back(makeRing(random.within(44.0, 140.0, 60.0, 165.0), random.between(60.0e3, 300.0e3), i % 2, status));
  }
  std::size_t leftOut = 0;
  int alike = 0;
  for (const RingSet& set :
       {ringSet(rings, RingLines::Union), ringSet(rings, RingLines::Union, scene::FillMode::Overlaps)}) {
    for (int i = 0; i < 400; ++i) {
      const LatLon place = random.within(40.0, 132.0, 64.0, 175.0);
      const Projector projector = above(place, i % 2 == 0 ? 200.0 : 2000.0);
      const TileSphere tile = tileSphere(keyAt(place, 6), 0.0);
      const TileSphere quarter = tileSphere(keyAt(place, 7), 0.0);
      const TileSphere block = tileSphere(keyAt(place, 8), 0.0);
      const std::vector<std::size_t> all = set.touching(tile, projector);
      const std::vector<std::size_t> some = set.touching(quarter, projector, all);
      leftOut += all.size() - some.size();
      const RegionRings whole = set.forRegion(block, block.centre, projector);
      EXPECT_EQ(set.forRegion(block, block.centre, projector, some), whole);
      if (set.mayHaveEdges(tile, projector, all)) continue;
      ++alike;
      EXPECT_EQ(whole.count, 0);
      EXPECT_EQ(set.forRegion(tile, tile.centre, projector, all), set.forRegion(block, tile.centre, projector));
    }
  }
  EXPECT_GT(leftOut, 20000U);
  EXPECT_GT(alike, 20);
}

TEST(TileRings, TheUnionsOutlineIsWhereNoOtherRingCovers) {
  Randomly random;
  std::vector<Ring> rings;
  for (int i = 0; i < 400; ++i)
    rings.push_back(makeRing(random.within(44.0, 140.0, 60.0, 165.0), random.between(60.0e3, 200.0e3), 0));
  const RingSet set = ringSet(rings, RingLines::Union);
  int outline = 0;
  int hidden = 0;
  for (std::size_t i = 0; i < rings.size(); i += 2) {
    for (int degree = 0; degree < 360; degree += 30) {
      const LatLon point =
          geo::geodesicDirect(rings[i].centre, geo::degreesToRadians(degree), rings[i].radiusMeters).position;
      double deepest = 1.0e12;  // in the other rings
      for (std::size_t k = 0; k < rings.size(); ++k) {
        if (k != i)
          deepest = std::min(deepest, geo::geodesicDistanceMeters(rings[k].centre, point) - rings[k].radiusMeters);
      }
      const TileSphere sphere = tileSphere(keyAt(point, 12), 0.0);
      const RegionRings region = set.forRegion(sphere, sphere.centre, above(point, 10.0));
      if (region.crowdedGroup) continue;
      const test::EmulatedPixel pixel = test::emulate(region, geo::toEcef(point) - sphere.centre);
      if (deepest > 10.0) {
        EXPECT_LT(pixel.nearestLineMeters, 1.0);
        ++outline;
      } else if (deepest < -10.0) {
        EXPECT_GT(pixel.nearestLineMeters, 5.0);
        ++hidden;
      }
    }
  }
  EXPECT_GT(outline, 25);
  EXPECT_GT(hidden, 50);
}

RingSet counting(std::vector<Ring> rings, RingLines lines = RingLines::Each) {
  return ringSet(std::move(rings), lines, scene::FillMode::Overlaps);
}

TEST(TileRings, OverlapsAreAsManyAsGeodesicsSay) {
  Randomly random;
  std::vector<Ring> rings;
  for (int i = 0; i < 24; ++i) {
    const auto status = static_cast<Status>(i % 6);
    rings.push_back(
        makeRing(random.within(43.0, 140.0, 58.0, 165.0), random.between(200.0e3, 2500.0e3), i % 5, status));
    if (i % 4 == 0) {
      rings.back().innerRadiusMeters = 0.4 * rings.back().radiusMeters;
      rings.back().innerProfile = geo::ringProfile(rings.back().centre, rings.back().innerRadiusMeters);
    }
  }
  const RingSet set = counting(rings);
  std::array<int, 30> met{};
  int points = 0;
  for (int place = 0; place < 150; ++place) {
    const LatLon middle = random.within(35.0, 125.0, 65.0, 185.0);
    for (const int level : {4, 6, 8, 11, 14}) {
      const TileKey key = keyAt(middle, level);
      const TileSphere sphere = tileSphere(key, 0.0);
      const RegionRings region = set.forRegion(sphere, sphere.centre, above(middle, 300.0));
      EXPECT_FALSE(region.crowdedGroup.has_value());
      EXPECT_EQ(region.veilBelow, RegionRings::Vector{});
      for (int i = 0; i < 6; ++i) {
        const LatLon point = random.within(key);
        if (test::clearanceMeters(set, point) < 2.0) continue;
        const int truth = test::bruteForce(set, point).covers;
        ASSERT_EQ(test::emulate(region, geo::toEcef(point) - sphere.centre).covers, truth)
            << "level " << level << ", " << point.latDegrees() << " " << point.lonDegrees();
        ++met[static_cast<std::size_t>(truth)];
        ++points;
      }
    }
  }
  EXPECT_GT(points, 3000);
  for (const std::size_t count : {0U, 1U, 3U, 5U, 8U}) EXPECT_GT(met[count], 10) << count;
}

TEST(TileRings, OverlapsWithinManyRingsAreANumberAndNoEntry) {
  const LatLon centre = LatLon::fromDegrees(48.0, 153.0);
  std::vector<Ring> rings;
  for (int i = 0; i < 60; ++i) rings.push_back(makeRing(centre, 1000.0e3 + 10.0e3 * i, i));
  const TileSphere sphere = tileSphere(keyAt(centre, 9), 0.0);
  const RegionRings region = counting(rings).forRegion(sphere, sphere.centre, above(centre, 100.0));
  EXPECT_EQ(region.count, 0);
  EXPECT_EQ(region.ringsAround, 60);
}

TEST(TileRings, CrowdedOverlapsAreExactWhereTheCentreOfTheirRegionIs) {
  // More edges cross the tile than fit; those that keep their entries are the ones nearest to its centre.
  Randomly random;
  const LatLon place = LatLon::fromDegrees(50.0, 150.0);
  std::vector<Ring> rings;
  for (int i = 0; i < 300; ++i)
    rings.push_back(makeRing(geo::geodesicDirect(place, random.between(0.0, 2.0 * kPi), 300.0e3).position,
                             random.between(200.0e3, 400.0e3), 0));
  const RingSet set = counting(rings, RingLines::Union);
  const TileSphere sphere = tileSphere(keyAt(place, 7), 0.0);
  const RegionRings region = set.forRegion(sphere, sphere.centre, above(place, 1000.0));
  EXPECT_EQ(region.count, RegionRings::kMaxEntries);
  EXPECT_FALSE(region.crowdedGroup.has_value());
  const LatLon middle = geo::toGeodetic(sphere.centre).latLon;
  EXPECT_EQ(test::emulate(region, {}).covers, test::bruteForce(set, middle).covers);
  EXPECT_GT(test::bruteForce(set, middle).covers, 40);
  EXPECT_GT(test::emulate(region, {}).nearestLineMeters, 1e11) << "united groups have no lines";
}

TEST(TileRings, OverlapsHaveTheirLinesOnTop) {
  const LatLon centre = LatLon::fromDegrees(48.0, 153.0);
  const RingSet set = counting({makeRing(centre, 300.0e3, 0), makeRing(centre, 2000.0e3, 1)});
  const LatLon onRing = geo::geodesicDirect(centre, 1.0, 300.0e3).position;
  const TileSphere sphere = tileSphere(keyAt(onRing, 10), 0.0);
  const RegionRings region = set.forRegion(sphere, sphere.centre, above(onRing, 50.0));
  EXPECT_EQ(region.ringsAround, 1);
  EXPECT_LT(test::emulate(region, geo::toEcef(onRing) - sphere.centre).nearestLineMeters, 0.5);
}

TEST(TileRings, OpacityAndWidthAreEachRingsOwn) {
  const LatLon edge = LatLon::fromDegrees(50.0, 150.0);
  const LatLon west = geo::geodesicDirect(edge, -kPi / 2.0, 300.0e3).position;
  const LatLon inside = geo::geodesicDirect(edge, -kPi / 2.0, 5.0e3).position;
  std::vector<Ring> rings{makeRing(edge, 2000.0e3, 0), makeRing(west, 300.0e3, 1), makeRing(edge, 2400.0e3, 2)};
  rings[0].fillOpacity = 0.6;
  rings[1].fillOpacity = 0.35;
  rings[1].lineWidthFactor = 3.0;
  rings[2].fillOpacity = 0.05;
  const RingSet set = ringSet(rings);
  const TileSphere sphere = tileSphere(keyAt(edge, 11), 0.0);
  const RegionRings region = set.forRegion(sphere, sphere.centre, above(edge, 30.0));
  ASSERT_EQ(region.count, 1);
  const test::EmulatedPixel drawn = test::emulate(region, geo::toEcef(inside) - sphere.centre);
  // Black ground under half of each opacity, group after group.
  double blue = 0.0;
  for (const double opacity : {0.6, 0.35, 0.05}) blue += 0.5 * opacity * (0.5 - blue);
  EXPECT_NEAR(drawn.color[2], blue, 1e-6);
  EXPECT_NEAR(drawn.nearestLineWidth, 3.0 * scene::ringStyle(Status::Deployed).widthPixels, 1e-6);
}

}  // namespace
}  // namespace cordon::render
