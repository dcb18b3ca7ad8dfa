// Turns the bins of `gmt coast -M` (GSHHG, full resolution) into rings, or lines, for each zoom.
//
//   coastline rings OUT_PREFIX < shore.txt    writes OUT_PREFIX{0..4}.geojsonl
//   coastline lines OUT.geojsonl MAX_LEVEL_REGION MAX_LEVEL_WORLD TOL_REGION TOL_WORLD < lines.txt
//
// Rings are cut at ±180°, Antarctica is closed along -90°. Simplification is Douglas–Peucker with
// a tolerance that depends on the place, then vertices are put back wherever simplified edges
// cross one another, so rings stay simple and do not run through their neighbours.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

struct Point {
  double x;
  double y;
};

struct Chain {
  int level = 0;
  std::vector<Point> points;
};

constexpr double kDegree = 3.14159265358979323846 / 180.0;

// GSHHG stores positions in steps of 1/65535 of a 1° bin; a tenth of that tells any two apart.
std::int64_t keyOf(const Point& p) {
  const double wrapped = p.x - 360.0 * std::floor(p.x / 360.0 + 1e-9);
  return std::llround(wrapped * 1e5) * 40000000 + std::llround((p.y + 90.0) * 1e5);
}

std::vector<Chain> readChains(std::istream& in) {
  std::vector<Chain> chains;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    if (line[0] == '>') {
      Chain chain;
      const auto at = line.find("Level ");
      if (at != std::string::npos) chain.level = std::atoi(line.c_str() + at + 6);
      chains.push_back(std::move(chain));
      continue;
    }
    char* end = nullptr;
    const double x = std::strtod(line.c_str(), &end);
    const double y = std::strtod(end, nullptr);
    auto& points = chains.back().points;
    if (points.empty() || points.back().x != x || points.back().y != y) points.push_back({x, y});
  }
  return chains;
}

// Appends `tail` to `chain`, moved by whole turns so that longitudes run on without a jump.
void append(std::vector<Point>& chain, const std::vector<Point>& tail, bool skipFirst) {
  for (std::size_t i = skipFirst ? 1 : 0; i < tail.size(); ++i) {
    Point p = tail[i];
    if (!chain.empty()) p.x -= 360.0 * std::round((p.x - chain.back().x) / 360.0);
    if (!chain.empty() && p.x == chain.back().x && p.y == chain.back().y) continue;
    chain.push_back(p);
  }
}

// Joins chains end to start. What closes becomes a ring (without a repeated last point).
std::vector<Chain> joinRings(std::vector<Chain> chains) {
  std::vector<Chain> rings;
  std::unordered_multimap<std::int64_t, std::size_t> byStart;
  std::vector<bool> used(chains.size(), false);
  for (std::size_t i = 0; i < chains.size(); ++i)
    if (chains[i].points.size() > 1) byStart.emplace(keyOf(chains[i].points.front()) * 8 + chains[i].level, i);
  std::size_t open = 0;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    if (used[i] || chains[i].points.size() < 2) continue;
    Chain ring;
    ring.level = chains[i].level;
    std::size_t current = i;
    const auto startKey = keyOf(chains[i].points.front());
    bool closed = false;
    while (true) {
      used[current] = true;
      append(ring.points, chains[current].points, !ring.points.empty());
      const auto endKey = keyOf(chains[current].points.back());
      if (endKey == startKey) {
        closed = true;
        break;
      }
      auto [first, last] = byStart.equal_range(endKey * 8 + ring.level);
      std::size_t next = chains.size();
      for (auto it = first; it != last; ++it)
        if (!used[it->second]) next = std::min(next, it->second);
      if (next == chains.size()) break;
      current = next;
    }
    if (!closed) {
      ++open;
      std::fprintf(stderr, "open chain: level %d, %zu points, from %.6f %.6f to %.6f %.6f\n", ring.level,
                   ring.points.size(), ring.points.front().x, ring.points.front().y, ring.points.back().x,
                   ring.points.back().y);
      continue;
    }
    rings.push_back(std::move(ring));
  }
  std::fprintf(stderr, "%zu chains -> %zu rings, %zu left open\n", chains.size(), rings.size(), open);
  return rings;
}

double areaKm2(const std::vector<Point>& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto& a = ring[i];
    const auto& b = ring[(i + 1) % ring.size()];
    sum += (b.x - a.x) * kDegree * (2.0 + std::sin(a.y * kDegree) + std::sin(b.y * kDegree)) / 2.0;
  }
  // 2π(1+…) terms cancel for a ring that does not wind round a pole.
  return std::abs(sum) * 6371.0072 * 6371.0072;
}

// Cuts a simple ring at the meridian x = at: the part left (side -1) or right (+1) of it, as rings.
std::vector<std::vector<Point>> halfPlane(const std::vector<Point>& ring, double at, int side) {
  const auto inside = [&](const Point& p) { return side * (p.x - at) > 0; };
  const std::size_t n = ring.size();
  std::size_t begin = n;
  for (std::size_t i = 0; i < n && begin == n; ++i)
    if (!inside(ring[i]) && inside(ring[(i + 1) % n])) begin = i;
  if (begin == n) return inside(ring[0]) ? std::vector<std::vector<Point>>{ring} : std::vector<std::vector<Point>>{};
  std::vector<std::vector<Point>> chains;
  const auto crossing = [&](const Point& a, const Point& b) {
    return Point{at, a.y + (b.y - a.y) * (at - a.x) / (b.x - a.x)};
  };
  for (std::size_t step = 0; step < n; ++step) {
    const auto& a = ring[(begin + step) % n];
    const auto& b = ring[(begin + step + 1) % n];
    if (!inside(a) && inside(b)) chains.push_back({crossing(a, b)});
    if (inside(b)) chains.back().push_back(b);
    if (inside(a) && !inside(b)) chains.back().push_back(crossing(a, b));
  }
  // Along the cut, sorted by latitude, ends pair up: the ring's inside lies between each pair.
  struct End {
    double y;
    std::size_t chain;
    bool isStart;
  };
  std::vector<End> ends;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    ends.push_back({chains[i].front().y, i, true});
    ends.push_back({chains[i].back().y, i, false});
  }
  std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
  std::vector<std::size_t> nextOf(chains.size());
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    const auto& a = ends[i];
    const auto& b = ends[i + 1];
    if (a.isStart == b.isStart) std::fprintf(stderr, "cut at %.0f: unpaired crossing near %.4f\n", at, a.y);
    if (a.isStart)
      nextOf[b.chain] = a.chain;
    else
      nextOf[a.chain] = b.chain;
  }
  std::vector<std::vector<Point>> parts;
  std::vector<bool> done(chains.size(), false);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    std::vector<Point> part;
    for (std::size_t c = i; !done[c]; c = nextOf[c]) {
      done[c] = true;
      part.insert(part.end(), chains[c].begin(), chains[c].end());
    }
    if (part.size() >= 3) parts.push_back(std::move(part));
  }
  return parts;
}

// A ring that winds round the pole (Antarctica): open it at its southernmost crossing of 180° and
// close it along -90°.
std::vector<Point> closeAtSouthPole(std::vector<Point> ring, double winding) {
  if (winding < 0) std::reverse(ring.begin(), ring.end());
  const std::size_t n = ring.size();
  const auto turn = [](double x) { return std::floor((x - 180.0) / 360.0); };
  std::size_t best = n;
  Point seam{0, 90};
  for (std::size_t i = 0; i < n; ++i) {
    const Point& a = ring[i];
    Point b = ring[(i + 1) % n];
    b.x -= 360.0 * std::round((b.x - a.x) / 360.0);
    if (turn(a.x) == turn(b.x)) continue;
    const double at = 180.0 + 360.0 * std::max(turn(a.x), turn(b.x));
    const double y = b.x == a.x ? a.y : a.y + (b.y - a.y) * (at - a.x) / (b.x - a.x);
    if (y < seam.y) {
      seam = {at, y};
      best = i;
    }
  }
  std::vector<Point> out{{-180, seam.y}};
  for (std::size_t step = 1; step <= n; ++step) {
    Point p = ring[(best + step) % n];
    p.x -= 360.0 * std::round((p.x - out.back().x) / 360.0);
    if (step == n && std::abs(p.x - 180.0) < 1e-9) continue;
    out.push_back(p);
  }
  out.push_back({180, seam.y});
  out.push_back({180, -90});
  out.push_back({-180, -90});
  return out;
}

// Brings a ring into [-180, 180], cut where it crosses the antimeridian.
void emitCut(const Chain& ring, std::vector<Chain>& out) {
  auto points = ring.points;
  const double gap = points.front().x - points.back().x;
  const double winding =
      std::round((points.back().x + (gap - 360.0 * std::round(gap / 360.0)) - points.front().x) / 360.0);
  if (std::abs(winding) > 0.5) {
    points.pop_back();
    points = closeAtSouthPole(points, winding);
  } else if (points.size() > 1 && std::abs(gap) < 1e-7 && std::abs(points.front().y - points.back().y) < 1e-7) {
    points.pop_back();
  }
  if (points.size() < 3) return;
  const auto [low, high] =
      std::minmax_element(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
  const double shift = 360.0 * std::floor((low->x + 180.0) / 360.0);
  const double highX = high->x;
  for (double base = shift; base - 180.0 < highX; base += 360.0) {
    std::vector<std::vector<Point>> parts{points};
    for (const auto& [at, side] : {std::pair<double, int>{base - 180.0, 1}, {base + 180.0, -1}}) {
      std::vector<std::vector<Point>> cut;
      for (const auto& part : parts) {
        bool needed = false;
        for (const auto& p : part) needed = needed || side * (p.x - at) < 0;
        auto pieces = needed ? halfPlane(part, at, side) : std::vector<std::vector<Point>>{part};
        cut.insert(cut.end(), pieces.begin(), pieces.end());
      }
      parts = std::move(cut);
    }
    for (auto& part : parts) {
      Chain piece;
      piece.level = ring.level;
      piece.points = std::move(part);
      for (auto& p : piece.points) p.x -= base;
      out.push_back(std::move(piece));
    }
  }
}

// ---------------------------------------------------------------------------------------------

bool inBox(const Point& p, double pad) {
  return p.x >= 128 - pad && p.x <= 176 + pad && p.y >= 36 - pad && p.y <= 66 + pad;
}
bool inKurils(const Point& p) {
  return p.x >= 145 && p.x <= 157 && p.y >= 43 && p.y <= 51;
}

struct Zoom {
  double regionTolerance;  // degrees of latitude, inside the box and 1° round it
  double worldTolerance;   // degrees of latitude, elsewhere
  double regionMinKm2;
  double worldMinKm2;  // negative: only rings that reach into the box
  bool keepKurils;
};

struct Simple {
  const Chain* source;
  bool closed;
  double area;
  std::vector<std::uint32_t> kept;  // rising indices into source->points
};

double distance(const Point& p, const Point& a, const Point& b, double scaleX) {
  const double bx = (b.x - a.x) * scaleX, by = b.y - a.y;
  const double px = (p.x - a.x) * scaleX, py = p.y - a.y;
  const double length2 = bx * bx + by * by;
  const double t = length2 > 0 ? std::clamp((px * bx + py * by) / length2, 0.0, 1.0) : 0.0;
  return std::hypot(px - t * bx, py - t * by);
}

// The vertex strictly between i and j (j may run past the end, round the ring) that lies farthest
// from the chord, weighed by `weight`; returns i if there is none.
template <class Weight>
std::pair<std::size_t, double> farthest(const std::vector<Point>& points, std::size_t i, std::size_t j, Weight weight) {
  const std::size_t n = points.size();
  const Point& a = points[i % n];
  const Point& b = points[j % n];
  const double scaleX = std::cos((a.y + b.y) / 2 * kDegree);
  std::pair<std::size_t, double> best{i, -1};
  for (std::size_t k = i + 1; k < j; ++k) {
    const double d = distance(points[k % n], a, b, scaleX) * weight(points[k % n]);
    if (d > best.second) best = {k, d};
  }
  return best;
}

void simplify(Simple& simple, const Zoom& zoom) {
  const auto& points = simple.source->points;
  const std::size_t n = points.size();
  const auto weight = [&](const Point& p) {
    return 1.0 / std::max(inBox(p, 1) ? zoom.regionTolerance : zoom.worldTolerance, 1e-9);
  };
  std::vector<bool> keep(n, false);
  std::vector<std::size_t> anchors;
  for (std::size_t i = 0; i < n; ++i) {
    const bool pinned = std::abs(points[i].x) == 180 || (zoom.regionTolerance == 0 && inBox(points[i], 1));
    if (pinned || (!simple.closed && (i == 0 || i + 1 == n))) anchors.push_back(i);
  }
  if (anchors.empty()) anchors.push_back(0);
  if (simple.closed && anchors.size() == 1) {
    // The vertex farthest from the first anchor makes the second one.
    anchors.push_back(farthest(points, anchors[0], anchors[0] + n, [](const Point&) { return 1.0; }).first % n);
    std::sort(anchors.begin(), anchors.end());
    anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
  }
  std::vector<std::pair<std::size_t, std::size_t>> work;
  for (std::size_t i = 0; i + 1 < anchors.size(); ++i) work.push_back({anchors[i], anchors[i + 1]});
  if (simple.closed) work.push_back({anchors.back(), anchors.front() + n});
  for (const auto a : anchors) keep[a] = true;
  while (!work.empty()) {
    const auto [i, j] = work.back();
    work.pop_back();
    const auto [k, d] = farthest(points, i, j, weight);
    if (d <= 1.0) continue;
    keep[k % n] = true;
    work.push_back({i, k});
    work.push_back({k, j});
  }
  const auto count = static_cast<std::size_t>(std::count(keep.begin(), keep.end(), true));
  simple.kept.clear();
  for (std::size_t i = 0; i < n; ++i)
    if (keep[i]) simple.kept.push_back(static_cast<std::uint32_t>(i));
  // A small ring keeps a shape with an area: up to six vertices, the farthest first.
  std::size_t have = count;
  while (simple.closed && have < std::min<std::size_t>(6, n)) {
    std::pair<std::size_t, double> best{0, -1};
    for (std::size_t i = 0; i < simple.kept.size(); ++i) {
      const std::size_t a = simple.kept[i];
      const std::size_t b = i + 1 < simple.kept.size() ? simple.kept[i + 1] : simple.kept[0] + n;
      const auto found = farthest(points, a, b, [](const Point&) { return 1.0; });
      if (found.second > best.second) best = {found.first % n, found.second};
    }
    if (best.second < 0) break;
    const auto index = static_cast<std::uint32_t>(best.first);
    simple.kept.insert(std::upper_bound(simple.kept.begin(), simple.kept.end(), index), index);
    ++have;
  }
}

double side(const Point& a, const Point& b, const Point& c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool crosses(const Point& a, const Point& b, const Point& c, const Point& d) {
  const double s1 = side(a, b, c), s2 = side(a, b, d), s3 = side(c, d, a), s4 = side(c, d, b);
  if (((s1 > 0) == (s2 > 0) && s1 != 0 && s2 != 0) || ((s3 > 0) == (s4 > 0) && s3 != 0 && s4 != 0)) return false;
  return std::max(std::min(a.x, b.x), std::min(c.x, d.x)) <= std::min(std::max(a.x, b.x), std::max(c.x, d.x)) &&
         std::max(std::min(a.y, b.y), std::min(c.y, d.y)) <= std::min(std::max(a.y, b.y), std::max(c.y, d.y));
}

// One pass: finds crossing edges and puts the farthest dropped vertex back into each. Returns how
// many edges were refined; `stuck` counts crossings that nothing can mend (they are in the source).
std::size_t untangle(std::vector<Simple>& all, double cell, std::size_t& stuck) {
  struct Edge {
    std::uint32_t ring;
    std::uint32_t slot;
  };
  const auto ends = [&](const Edge& e) {
    const auto& s = all[e.ring];
    const std::size_t next = (e.slot + 1) % s.kept.size();
    return std::pair<Point, Point>{s.source->points[s.kept[e.slot]], s.source->points[s.kept[next]]};
  };
  const auto loose = [&](const Edge& e) {
    const auto& s = all[e.ring];
    const std::size_t n = s.source->points.size();
    const std::size_t a = s.kept[e.slot];
    const std::size_t b = e.slot + 1 < s.kept.size() ? s.kept[e.slot + 1] : s.kept[0] + n;
    return b - a > 1;
  };
  std::unordered_map<std::int64_t, std::vector<Edge>> grid;
  for (std::uint32_t r = 0; r < all.size(); ++r) {
    for (std::uint32_t s = 0; s < all[r].kept.size(); ++s) {
      const Edge e{r, s};
      const auto [a, b] = ends(e);
      // The closing edge along the pole and the cut meridians need no check.
      if (a.x == b.x && std::abs(a.x) == 180) continue;
      if (a.y <= -90 && b.y <= -90) continue;
      const auto x0 = static_cast<std::int64_t>(std::floor((std::min(a.x, b.x) + 180) / cell));
      const auto x1 = static_cast<std::int64_t>(std::floor((std::max(a.x, b.x) + 180) / cell));
      const auto y0 = static_cast<std::int64_t>(std::floor((std::min(a.y, b.y) + 90) / cell));
      const auto y1 = static_cast<std::int64_t>(std::floor((std::max(a.y, b.y) + 90) / cell));
      for (auto y = y0; y <= y1; ++y)
        for (auto x = x0; x <= x1; ++x) grid[y * 4000000 + x].push_back(e);
    }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> refine;
  stuck = 0;
  for (const auto& [key, edges] : grid) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const auto [a, b] = ends(edges[i]);
      const bool looseA = loose(edges[i]);
      for (std::size_t j = i + 1; j < edges.size(); ++j) {
        const bool looseB = loose(edges[j]);
        if (!looseA && !looseB) continue;
        if (edges[i].ring == edges[j].ring) {
          const auto count = static_cast<std::uint32_t>(all[edges[i].ring].kept.size());
          const std::uint32_t gap = (edges[j].slot + count - edges[i].slot) % count;
          if (gap <= 1 || gap == count - 1) continue;
        }
        const auto [c, d] = ends(edges[j]);
        if (!crosses(a, b, c, d)) continue;
        if (looseA) refine.push_back({edges[i].ring, edges[i].slot});
        if (looseB) refine.push_back({edges[j].ring, edges[j].slot});
        ++stuck;
      }
    }
  }
  std::sort(refine.begin(), refine.end());
  refine.erase(std::unique(refine.begin(), refine.end()), refine.end());
  // From the back, so that earlier slots stay true.
  for (auto it = refine.rbegin(); it != refine.rend(); ++it) {
    auto& s = all[it->first];
    const std::size_t n = s.source->points.size();
    const std::size_t a = s.kept[it->second];
    const std::size_t b = it->second + 1 < s.kept.size() ? s.kept[it->second + 1] : s.kept[0] + n;
    const auto index =
        static_cast<std::uint32_t>(farthest(s.source->points, a, b, [](const Point&) { return 1.0; }).first % n);
    s.kept.insert(std::upper_bound(s.kept.begin(), s.kept.end(), index), index);
  }
  return refine.size();
}

void writeFeature(std::FILE* out, const Simple& s, int zoom) {
  const auto& points = s.source->points;
  std::fprintf(out, "{\"type\":\"Feature\",\"properties\":{\"level\":%d,\"zoom\":%d", s.source->level, zoom);
  if (s.closed) std::fprintf(out, ",\"area_km2\":%.4f", s.area);
  std::fprintf(out, s.closed ? "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                             : "},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[");
  bool first = true;
  const auto put = [&](const Point& p) {
    std::fprintf(out, "%s[%.6f,%.6f]", first ? "" : ",", p.x, p.y);
    first = false;
  };
  for (const auto k : s.kept) put(points[k]);
  if (s.closed) put(points[s.kept.front()]);
  std::fprintf(out, s.closed ? "]]}}\n" : "]}}\n");
}

int makeRings(const std::string& prefix) {
  std::vector<Chain> rings;
  for (const auto& ring : joinRings(readChains(std::cin))) emitCut(ring, rings);
  std::vector<double> areas;
  for (auto& ring : rings) {
    areas.push_back(areaKm2(ring.points));
    // RFC 7946: outer rings run anticlockwise.
    double twice = 0;
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
      const auto& a = ring.points[i];
      const auto& b = ring.points[(i + 1) % ring.points.size()];
      twice +=
          (a.x - ring.points[0].x) * (b.y - ring.points[0].y) - (b.x - ring.points[0].x) * (a.y - ring.points[0].y);
    }
    if (twice < 0) std::reverse(ring.points.begin(), ring.points.end());
  }
  const Zoom zooms[] = {
      {0.0, 0.06, 0.0, -1, true}, {0.004, 0.016, 0.05, 5, true},   {0.016, 0.03, 1, 10, true},
      {0.06, 0.06, 40, 40, true}, {0.25, 0.25, 1500, 1500, false},
  };
  for (int z = 0; z < 5; ++z) {
    const auto& zoom = zooms[z];
    std::vector<Simple> chosen;
    for (std::size_t i = 0; i < rings.size(); ++i) {
      const auto& ring = rings[i];
      bool region = false, kuril = true;
      for (const auto& p : ring.points) {
        region = region || inBox(p, zoom.worldMinKm2 < 0 ? 0 : 1);
        kuril = kuril && inKurils(p);
      }
      const double least = region ? zoom.regionMinKm2 : zoom.worldMinKm2;
      const bool keep = (kuril && ring.level == 1 && zoom.keepKurils) || (least >= 0 && areas[i] >= least);
      if (keep) chosen.push_back({&ring, true, areas[i], {}});
    }
    for (auto& s : chosen) simplify(s, zoom);
    const double cell = zoom.regionTolerance == 0 ? 0.05 : std::clamp(zoom.regionTolerance * 8, 0.05, 1.0);
    std::size_t stuck = 0, mended = 0;
    for (int pass = 0; pass < 200; ++pass) {
      const auto refined = untangle(chosen, cell, stuck);
      mended += refined;
      if (refined == 0) break;
    }
    std::size_t vertices = 0;
    std::FILE* out = std::fopen((prefix + std::to_string(z) + ".geojsonl").c_str(), "w");
    if (!out) return 1;
    for (const auto& s : chosen) {
      writeFeature(out, s, z);
      vertices += s.kept.size();
    }
    std::fclose(out);
    std::fprintf(stderr, "coast_%d: %zu rings, %zu vertices, %zu edges refined\n", z, chosen.size(), vertices, mended);
  }
  return 0;
}

// Joins chains whose ends meet in exactly two chains' ends, and simplifies them.
int makeLines(int argc, char** argv) {
  if (argc != 7) return 2;
  const int maxRegion = std::atoi(argv[3]), maxWorld = std::atoi(argv[4]);
  const Zoom zoom{std::atof(argv[5]), std::atof(argv[6]), 0, 0, false};
  auto chains = readChains(std::cin);
  std::map<std::pair<std::int64_t, int>, std::vector<std::size_t>> at;
  for (auto& c : chains)
    for (auto& p : c.points)
      if (p.x > 180) p.x -= 360;
  // A bin east of 180° starts at exactly 180; the rest of that chain now lies near -180.
  for (auto& c : chains)
    for (auto& p : c.points)
      if (p.x == 180 && c.points[c.points.size() / 2].x < 0) p.x = -180;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const auto& c = chains[i];
    if (c.points.size() < 2) continue;
    at[{keyOf(c.points.front()), c.level}].push_back(i);
    at[{keyOf(c.points.back()), c.level}].push_back(i);
  }
  std::vector<bool> used(chains.size(), false);
  std::vector<Chain> lines;
  const auto extend = [&](std::vector<Point>& line, int level) {
    while (true) {
      const auto found = at.find({keyOf(line.back()), level});
      if (found == at.end() || found->second.size() != 2) return;
      std::size_t next = chains.size();
      for (const auto i : found->second)
        if (!used[i]) next = i;
      if (next == chains.size()) return;
      auto tail = chains[next].points;
      if (keyOf(tail.front()) != keyOf(line.back())) std::reverse(tail.begin(), tail.end());
      if (std::abs(tail.front().x - line.back().x) > 1) return;
      used[next] = true;
      line.insert(line.end(), tail.begin() + 1, tail.end());
    }
  };
  for (std::size_t i = 0; i < chains.size(); ++i) {
    if (used[i] || chains[i].points.size() < 2) continue;
    used[i] = true;
    Chain line = chains[i];
    extend(line.points, line.level);
    std::reverse(line.points.begin(), line.points.end());
    extend(line.points, line.level);
    lines.push_back(std::move(line));
  }
  std::FILE* out = std::fopen(argv[2], "w");
  if (!out) return 1;
  std::size_t count = 0, vertices = 0;
  for (const auto& line : lines) {
    bool region = false;
    for (const auto& p : line.points) region = region || inBox(p, 0);
    if (line.level > (region ? maxRegion : maxWorld)) continue;
    Simple s{&line, false, 0, {}};
    simplify(s, zoom);
    const auto& a = line.points.front();
    const auto& b = line.points.back();
    if (s.kept.size() == 2 && std::hypot(a.x - b.x, a.y - b.y) < 1e-4) continue;
    writeFeature(out, s, 0);
    ++count;
    vertices += s.kept.size();
  }
  std::fclose(out);
  std::fprintf(stderr, "%s: %zu chains -> %zu lines, %zu vertices\n", argv[2], chains.size(), count, vertices);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  if (argc == 3 && std::strcmp(argv[1], "rings") == 0) return makeRings(argv[2]);
  if (argc == 7 && std::strcmp(argv[1], "lines") == 0) return makeLines(argc, argv);
  std::fprintf(stderr, "usage: coastline rings OUT_PREFIX | lines OUT MAX_REGION MAX_WORLD TOL_REGION TOL_WORLD\n");
  return 2;
}
