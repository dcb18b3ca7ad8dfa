#include "interchange/flat_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/geodesic.h"

namespace cordon::interchange {
namespace {

double signedArea(const FlatPath& ring) {
  double sum = 0.0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const FlatPoint& a = ring[i];
    const FlatPoint& b = ring[(i + 1) % ring.size()];
    sum += a.lonDegrees * b.latDegrees - b.lonDegrees * a.latDegrees;
  }
  return 0.5 * sum;
}

bool isInside(const FlatPath& ring, double lat, double lon) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const FlatPoint& a = ring[i];
    const FlatPoint& b = ring[j];
    if ((a.latDegrees > lat) != (b.latDegrees > lat) &&
        lon < a.lonDegrees + (lat - a.latDegrees) / (b.latDegrees - a.latDegrees) * (b.lonDegrees - a.lonDegrees)) {
      inside = !inside;
    }
  }
  return inside;
}

bool covers(const std::vector<FlatPolygon>& polygons, double lat, double lon) {
  for (const FlatPolygon& polygon : polygons) {
    bool isIn = isInside(polygon.outer, lat, lon);
    for (const FlatPath& hole : polygon.holes) isIn = isIn && !isInside(hole, lat, lon);
    if (isIn) return true;
  }
  return false;
}

/// Every cell of the map is in the polygons where its distance says so; those near an edge are left out.
void expectDistances(const std::vector<FlatPolygon>& polygons, double lat, double lon, double inner, double outer) {
  const geo::LatLon centre = geo::LatLon::fromDegrees(lat, lon);
  int checked = 0;
  for (double y = -89.3; y < 90.0; y += 4.1) {
    for (double x = -179.7; x < 180.0; x += 3.7) {
      const double distance = geo::geodesicDistanceMeters(centre, geo::LatLon::fromDegrees(y, x));
      if (std::abs(distance - inner) < 5000.0 || std::abs(distance - outer) < 5000.0) continue;
      ASSERT_EQ(covers(polygons, y, x), distance > inner && distance < outer) << y << ", " << x << ": " << distance;
      ++checked;
    }
  }
  EXPECT_GT(checked, 3000);
}

void expectSound(const std::vector<FlatPolygon>& polygons) {
  for (const FlatPolygon& polygon : polygons) {
    EXPECT_GT(signedArea(polygon.outer), 0.0);
    for (const FlatPath& hole : polygon.holes) EXPECT_LT(signedArea(hole), 0.0);
    for (const FlatPoint& point : polygon.outer) {
      EXPECT_LE(std::abs(point.lonDegrees), 180.0);
      EXPECT_LE(std::abs(point.latDegrees), 90.0);
    }
  }
}

struct Case {
  double lat;
  double lon;
  double inner;
  double outer;
  std::size_t polygons;
};

class Rings : public testing::TestWithParam<Case> {};

TEST_P(Rings, CoverWhatTheirDistancesSay) {
  const Case& one = GetParam();
  const geo::RingShape shape = geo::donut(geo::LatLon::fromDegrees(one.lat, one.lon), one.inner, one.outer, 25.0);
  const std::vector<FlatPolygon> polygons = flatPolygons(shape);
  EXPECT_EQ(polygons.size(), one.polygons);
  expectSound(polygons);
  expectDistances(polygons, one.lat, one.lon, one.inner, one.outer);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Rings,
                         testing::Values(Case{44.0, 146.0, 0.0, 900e3, 1},     // plain
                                         Case{44.0, 146.0, 300e3, 900e3, 1},   // a hole
                                         Case{51.0, 179.0, 0.0, 900e3, 2},     // over the dateline
                                         Case{51.0, 179.0, 400e3, 1200e3, 2},  // and its hole too
                                         Case{51.0, 175.0, 200e3, 1200e3, 2},  // the hole on one side
                                         Case{85.0, 20.0, 0.0, 1500e3, 1},     // over the north pole
                                         Case{-86.0, -60.0, 0.0, 1500e3, 1},   // over the south pole
                                         Case{85.0, 20.0, 200e3, 1500e3, 1},   // a hole beside the pole
                                         Case{85.0, 20.0, 900e3, 2500e3, 1},   // both around the pole
                                         Case{85.0, 179.5, 200e3, 1500e3, 1},  // pole, and a hole on the dateline
                                         Case{0.0, 0.0, 0.0, 15000e3, 1},      // all but a disc over the dateline
                                         Case{10.0, 100.0, 0.0, 15000e3, 1},   // all but a disc
                                         Case{10.0, 100.0, 2000e3, 15000e3, 1}));

TEST(FlatMap, ARingTouchesTheDatelineOnBothSidesAtTheSameLatitudes) {
  const auto polygons = flatPolygons(geo::disc(geo::LatLon::fromDegrees(51.0, 179.0), 900e3, 25.0));
  ASSERT_EQ(polygons.size(), 2U);
  std::vector<double> sides[2];
  for (int i = 0; i < 2; ++i) {
    for (const FlatPoint& point : polygons[static_cast<std::size_t>(i)].outer) {
      if (std::abs(point.lonDegrees) == 180.0) sides[i].push_back(point.latDegrees);
    }
    std::sort(sides[i].begin(), sides[i].end());
  }
  EXPECT_EQ(sides[0].size(), 2U);
  EXPECT_EQ(sides[0], sides[1]);
}

TEST(FlatMap, ChordsKeepTheStatedError) {
  for (const double radius : {100.0, 5e3, 40e3, 300e3, 2500e3}) {
    const geo::LatLon centre = geo::LatLon::fromDegrees(45.0, 150.0);
    const auto polygons = flatPolygons(geo::disc(centre, radius, chordErrorMeters(radius)));
    ASSERT_EQ(polygons.size(), radius > 2000e3 ? 2U : 1U);
    double worst = 0.0;
    const FlatPath& ring = polygons[0].outer;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      if (std::abs(ring[i].lonDegrees) == 180.0 || std::abs(ring[i + 1].lonDegrees) == 180.0) continue;
      // The middle of an edge as a flat map draws it.
      const auto middle = geo::LatLon::fromDegrees(0.5 * (ring[i].latDegrees + ring[i + 1].latDegrees),
                                                   0.5 * (ring[i].lonDegrees + ring[i + 1].lonDegrees));
      if (std::abs(middle.latDegrees()) > 45.1) continue;
      worst = std::max(worst, std::abs(geo::geodesicDistanceMeters(centre, middle) - radius));
    }
    EXPECT_GT(worst, 0.0);
    EXPECT_LE(worst, std::min(0.001 * radius, 50.0)) << radius;
  }
}

TEST(FlatMap, ALineOverTheDatelineIsTwoPieces) {
  const auto pieces = flatLines({geo::LatLon::fromDegrees(50.0, 170.0), geo::LatLon::fromDegrees(50.0, -170.0)});
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_NEAR(pieces[0].front().lonDegrees, 170.0, 1e-9);
  EXPECT_EQ(pieces[0].back().lonDegrees, 180.0);
  EXPECT_EQ(pieces[1].front().lonDegrees, -180.0);
  EXPECT_EQ(pieces[0].back().latDegrees, pieces[1].front().latDegrees);
  // The geodesic, not the parallel: further north in the middle.
  EXPECT_GT(pieces[0].back().latDegrees, 50.3);
}

TEST(FlatMap, AnAreaKeepsItsVerticesAndRunsCounterClockwise) {
  const scenario::Polygon clockwise{{{geo::LatLon::fromDegrees(50.0, 150.0), geo::LatLon::fromDegrees(50.1, 150.0),
                                      geo::LatLon::fromDegrees(50.1, 150.1)}}};
  const auto polygons = flatPolygons(clockwise);
  ASSERT_EQ(polygons.size(), 1U);
  EXPECT_EQ(polygons[0].outer.size(), 3U);
  EXPECT_GT(signedArea(polygons[0].outer), 0.0);
}

}  // namespace
}  // namespace cordon::interchange
