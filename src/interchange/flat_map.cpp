#include "interchange/flat_map.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "geo/area.h"
#include "geo/geodesic.h"

namespace cordon::interchange {

namespace {

constexpr double kWidth = 360.0;
constexpr double kHeight = 180.0;
constexpr double kPerimeter = 2.0 * (kWidth + kHeight);

/// Where a point of the map's edge lies, counter-clockwise from the south-west corner.
double alongEdge(const FlatPoint& point) {
  if (point.lonDegrees > 0.0) return kWidth + (point.latDegrees + 90.0);
  return kPerimeter - (point.latDegrees + 90.0);
}

/// Cuts curves at the dateline and joins the pieces along the edge of the map.
class MapCutter {
 public:
  /// Adds a curve; what is kept lies on its left. A closed one joins its last vertex to its first.
  void add(const std::vector<geo::LatLon>& vertices, bool isClosed) {
    FlatPath piece;
    const std::size_t before = arcs_.size();
    const std::size_t count = vertices.size() + (isClosed ? 1 : 0);
    double previousLon = 0.0;
    double turn = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
      const geo::LatLon& vertex = vertices[i % vertices.size()];
      double lon = vertex.lonDegrees();
      const double lat = std::clamp(vertex.latDegrees(), -90.0, 90.0);
      if (i > 0) lon = previousLon + std::remainder(lon - previousLon, kWidth);
      const double ownTurn = std::floor((lon + 180.0) / kWidth);
      if (i > 0 && ownTurn != turn) {
        const bool isEastward = ownTurn > turn;
        const double border = kWidth * std::max(ownTurn, turn) - 180.0;
        const double share = lon == previousLon ? 1.0 : (border - previousLon) / (lon - previousLon);
        const double cut = previousLat_ + std::clamp(share, 0.0, 1.0) * (lat - previousLat_);
        push(piece, {isEastward ? 180.0 : -180.0, cut});
        arcs_.push_back(std::move(piece));
        piece = {{isEastward ? -180.0 : 180.0, cut}};
      }
      turn = ownTurn;
      push(piece, {std::clamp(lon - kWidth * turn, -180.0, 180.0), lat});
      previousLon = lon;
      previousLat_ = lat;
    }
    if (!isClosed) {
      if (piece.size() > 1) arcs_.push_back(std::move(piece));
      return;
    }
    if (arcs_.size() == before) {
      if (piece.size() > 1 && piece.front() == piece.back()) piece.pop_back();
      closed_.push_back(std::move(piece));
      return;
    }
    // The curve began within a piece: its end goes before that piece's beginning.
    FlatPath& first = arcs_[before];
    for (const FlatPoint& point : first) push(piece, point);
    first = std::move(piece);
  }

  std::vector<FlatPath> takeLines() { return std::move(arcs_); }

  std::vector<FlatPolygon> polygons() {
    join();
    std::vector<FlatPolygon> found;
    std::vector<FlatPath> holes;
    for (FlatPath& ring : closed_) {
      if (ring.size() < 3) continue;
      const double area = signedArea(ring);
      if (area > 0.0) {
        found.push_back({std::move(ring), {}});
      } else if (area < 0.0) {
        holes.push_back(std::move(ring));
      }
    }
    if (found.empty() && !holes.empty()) found.push_back(wholeMap());
    for (FlatPath& hole : holes) {
      const auto around = std::find_if(found.begin(), found.end(),
                                       [&](const FlatPolygon& one) { return contains(one.outer, hole.front()); });
      if (around != found.end()) around->holes.push_back(std::move(hole));
    }
    return found;
  }

  static FlatPolygon wholeMap() { return {{{-180.0, -90.0}, {180.0, -90.0}, {180.0, 90.0}, {-180.0, 90.0}}, {}}; }

 private:
  static void push(FlatPath& path, const FlatPoint& point) {
    if (path.empty() || !(path.back() == point)) path.push_back(point);
  }

  static double signedArea(const FlatPath& ring) {
    double sum = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const FlatPoint& a = ring[i];
      const FlatPoint& b = ring[(i + 1) % ring.size()];
      sum += (a.lonDegrees - ring[0].lonDegrees) * (b.latDegrees - ring[0].latDegrees) -
             (b.lonDegrees - ring[0].lonDegrees) * (a.latDegrees - ring[0].latDegrees);
    }
    return 0.5 * sum;
  }

  static bool contains(const FlatPath& ring, const FlatPoint& point) {
    bool isInside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const FlatPoint& a = ring[i];
      const FlatPoint& b = ring[j];
      if ((a.latDegrees > point.latDegrees) == (b.latDegrees > point.latDegrees)) continue;
      const double lon = a.lonDegrees + (point.latDegrees - a.latDegrees) / (b.latDegrees - a.latDegrees) *
                                            (b.lonDegrees - a.lonDegrees);
      if (point.lonDegrees < lon) isInside = !isInside;
    }
    return isInside;
  }

  /// From the end of a piece on along the map's edge, the map on the left, to where the next piece begins.
  void join() {
    std::vector<bool> isUsed(arcs_.size(), false);
    for (std::size_t start = 0; start < arcs_.size(); ++start) {
      if (isUsed[start]) continue;
      FlatPath ring;
      std::size_t arc = start;
      do {
        isUsed[arc] = true;
        for (const FlatPoint& point : arcs_[arc]) push(ring, point);
        const double end = alongEdge(arcs_[arc].back());
        std::size_t next = start;
        double nearest = kPerimeter + 1.0;
        for (std::size_t other = 0; other < arcs_.size(); ++other) {
          if (isUsed[other] && other != start) continue;
          double way = std::fmod(alongEdge(arcs_[other].front()) - end + kPerimeter, kPerimeter);
          // A piece that touches the edge and comes back closes first whatever begins at the same place.
          if (way < nearest || (way == nearest && other == start)) {
            nearest = way;
            next = other;
          }
        }
        pushCorners(ring, end, nearest);
        arc = next;
      } while (arc != start);
      if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
      closed_.push_back(std::move(ring));
    }
    arcs_.clear();
  }

  static void pushCorners(FlatPath& ring, double from, double way) {
    static constexpr double kCorners[] = {kWidth, kWidth + kHeight, 2.0 * kWidth + kHeight, kPerimeter};
    static constexpr FlatPoint kPoints[] = {{180.0, -90.0}, {180.0, 90.0}, {-180.0, 90.0}, {-180.0, -90.0}};
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = 0; i < 4; ++i) {
        const double at = kCorners[i] + round * kPerimeter;
        if (at > from && at < from + way) push(ring, kPoints[i]);
      }
    }
  }

  std::vector<FlatPath> arcs_;    ///< from the edge to the edge
  std::vector<FlatPath> closed_;  ///< not cut, or joined
  double previousLat_ = 0.0;
};

/// The vertices of a path with more of them along long edges.
std::vector<geo::LatLon> followed(const scenario::Path& path, bool isClosed) {
  static const double kSegmentMeters = geo::segmentMetersForSagitta(kMostChordMeters);
  std::vector<geo::LatLon> vertices;
  const std::size_t edges = path.size() < 2 ? 0 : path.size() - (isClosed ? 0 : 1);
  for (std::size_t i = 0; i < edges; ++i) {
    const std::vector<geo::LatLon> edge = geo::geodesicLine(path[i], path[(i + 1) % path.size()], kSegmentMeters);
    vertices.insert(vertices.end(), edge.begin(), edge.end() - 1);
  }
  if (!isClosed && !path.empty()) vertices.push_back(path.back());
  return vertices;
}

}  // namespace

double chordErrorMeters(double radiusMeters) {
  return std::clamp(radiusMeters / 2000.0, 0.001, kMostChordMeters);
}

std::vector<FlatPolygon> flatPolygons(const geo::RingShape& shape) {
  if (shape.coversEarth) return {MapCutter::wholeMap()};
  MapCutter cutter;
  for (const geo::RingLoop& loop : shape.loops) {
    if (loop.vertices.size() >= 3) cutter.add(loop.vertices, true);
  }
  return cutter.polygons();
}

std::vector<FlatPolygon> flatPolygons(const scenario::Polygon& polygon) {
  MapCutter cutter;
  for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
    std::vector<geo::LatLon> vertices = followed(polygon.rings[i], true);
    if (vertices.size() < 3) continue;
    const bool isSmallOnLeft =
        geo::measureLoop(polygon.rings[i]).areaOnLeftSquareMeters <= 0.5 * geo::kEarthAreaSquareMeters;
    const bool isOuter = i == 0;
    if (isSmallOnLeft != isOuter) std::reverse(vertices.begin(), vertices.end());
    cutter.add(vertices, true);
  }
  return cutter.polygons();
}

std::vector<FlatPath> flatLines(const scenario::Path& path) {
  const std::vector<geo::LatLon> vertices = followed(path, false);
  if (vertices.size() < 2) return {};
  MapCutter cutter;
  cutter.add(vertices, false);
  return cutter.takeLines();
}

FlatPoint flatPoint(const geo::LatLon& position) {
  return {geo::radiansToDegrees(geo::wrapLongitude(position.lonRadians)), position.latDegrees()};
}

}  // namespace cordon::interchange
