#include "render/tile_rings.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <numeric>

#include "render/ring_flags.h"
#include "scene/ring_style.h"

namespace cordon::render {

namespace {

using geo::Ecef;
using scene::Ring;
using Vector = RegionRings::Vector;

using namespace ring_flags;

constexpr std::size_t kManyInUnion = RegionRings::kMaxEntries / 2;

constexpr std::size_t kNorth = 1;
constexpr std::size_t kUp = 2;
constexpr std::size_t kPaint = 3;
constexpr std::size_t kStyle = 4;
constexpr std::size_t kEast = 5;
constexpr std::size_t kPlanes = 6;
constexpr std::size_t kCoefficients = 7;

// The rim's glow halves every 14 pixels; beyond this nobody sees it.
constexpr double kRimPixels = 84.0;
// Among many rings a smaller step in it is not seen either; where lines crowd, there is room for the lines alone.
constexpr double kUnionRimPixels = 42.0;
// Holds half of the widest line with its casing.
constexpr double kLinePixels = 7.0;

float toFloat(double value) {
  return static_cast<float>(value);
}

struct Entry {
  std::array<Vector, RegionRings::kVectorsPerEntry> vectors{};
  int flags = 0;
};

Vector toVector(Ecef v, double w) {
  return {toFloat(v.x), toFloat(v.y), toFloat(v.z), toFloat(w)};
}

void setProfile(Entry& entry, const geo::RingProfile& profile, Ecef origin) {
  const Ecef fromAnchor = origin - profile.anchorEcef;
  const double length = geo::norm(fromAnchor);
  const std::vector<double>& c = profile.chordChebyshevMeters;
  entry.vectors[0] = toVector(fromAnchor, length);
  entry.vectors[kNorth] = toVector(profile.frame.north, static_cast<double>(c.size()));
  entry.vectors[kUp] = toVector(profile.frame.up, length - c[0]);
  entry.vectors[kEast] = toVector(profile.frame.east, 0.0);
  for (std::size_t n = 0; n < c.size(); ++n) entry.vectors[kCoefficients + n / 4][n % 4] = toFloat(c[n]);
  if (profile.insideIsFar) entry.flags |= kFar;
}

// Pixels are smallest at the ring's point nearest to the eye; dashes have their length there.
double dashesATurn(const Ring& ring, const scene::Projector& projector, double dashPixels) {
  const double toCentre = geo::norm(geo::toEcef(ring.centre) - projector.eye());
  const double nearest = std::max(std::abs(toCentre - ring.radiusMeters), 0.7 * projector.camera().rangeMeters);
  const double circumference = 2.0 * std::numbers::pi * ring.radiusMeters;
  const double dash = dashPixels * projector.unit() * projector.metersPerPixel(nearest);
  return std::max(3.0, std::round(circumference / dash));
}

void setPaint(Entry& entry, const Ring& ring, scene::Status status, const scene::Projector& projector) {
  const scene::RingStyle style = scene::ringStyle(status);
  const typography::Color color = scene::ringColor(status, ring.color);
  entry.vectors[kPaint] = {toFloat(color.red), toFloat(color.green), toFloat(color.blue),
                           toFloat(style.widthPixels * ring.lineWidthFactor)};
  entry.vectors[kEast][3] = toFloat(ring.fillOpacity);
  const double dashes = style.dashPixels > 0.0 ? dashesATurn(ring, projector, style.dashPixels) : 0.0;
  entry.vectors[kStyle] = {0.0F, toFloat(dashes), toFloat(style.dashShare), toFloat(style.opacity)};
}

// The half planes that bound a sector in its anchor's horizontal plane: east and north parts of their normals,
// which point outward. Inside is clockwise of the first bearing and counter-clockwise of the second.
struct SectorPlanes {
  std::array<double, 4> normals;
  bool wide;  // over half a turn: inside is where one or the other holds

  SectorPlanes(const scene::Sector& sector, bool fromAntipode) {
    // From the antipode the same meridians are seen in a mirror.
    const double a = fromAntipode ? -sector.toAzimuthRadians : sector.fromAzimuthRadians;
    const double b = fromAntipode ? -sector.fromAzimuthRadians : sector.toAzimuthRadians;
    normals = {-std::cos(a), std::sin(a), std::cos(b), -std::sin(b)};
    double width = std::fmod(b - a, 2.0 * std::numbers::pi);
    if (width <= 0.0) width += 2.0 * std::numbers::pi;
    wide = width > std::numbers::pi;
  }
};

void setSector(Entry& entry, const SectorPlanes& planes) {
  std::transform(planes.normals.begin(), planes.normals.end(), entry.vectors[kPlanes].begin(), toFloat);
  entry.flags |= kSector | (planes.wide ? kWideSector : 0);
}

// Metres from a profile's curve, negative inside.
double discDistanceMeters(const geo::RingProfile& profile, Ecef point) {
  const Ecef q = point - profile.anchorEcef;
  const double north = geo::dot(q, profile.frame.north);
  const double east = geo::dot(q, profile.frame.east);
  const double flat = std::sqrt(north * north + east * east);
  const double s = geo::norm(q) - geo::chordMeters(profile, flat > 0.0 ? north / flat : 1.0);
  return profile.insideIsFar ? -s : s;
}

// The group of the rings that draw only a line; after all others, so that it lies on top.
constexpr int kLinesOnly = std::numeric_limits<int>::max();

int groupOf(const Ring& ring) {
  return scene::tintsGround(ring) ? ring.fillGroup : kLinesOnly;
}

// So many pixels of the page, in the region's coarsest pixels on the ground.
double pixelsToMeters(const TileSphere& region, const scene::Projector& projector, double pixels) {
  const double farthest = geo::norm(region.centre - projector.eye()) + region.radiusMeters;
  return pixels * projector.metersPerPixel(farthest) * projector.unit();
}

// Metres of the ground in the region's finest pixels.
double finestPixel(const TileSphere& region, const scene::Projector& projector) {
  const double toEye = geo::norm(region.centre - projector.eye());
  return projector.metersPerPixel(std::max(toEye - region.radiusMeters, projector.nearMeters()));
}

// One entry, or two where the ring has a hole.
void addRing(std::vector<Entry>& entries, const Ring& ring, Ecef localOrigin, const scene::Projector& projector,
             bool withLine) {
  const bool fills = scene::tintsGround(ring);
  Entry entry;
  setProfile(entry, ring.profile, localOrigin);
  setPaint(entry, ring, ring.status, projector);
  if (ring.sector) setSector(entry, SectorPlanes(*ring.sector, ring.profile.insideIsFar));
  if (!fills) entry.flags |= kNoFill;
  if (ring.innerProfile) {
    entry.flags |= kHoleFollows;
  } else if (withLine) {
    entry.flags |= kLine;
  }
  entries.push_back(entry);
  if (!ring.innerProfile) return;
  Entry hole;
  setProfile(hole, *ring.innerProfile, localOrigin);
  setPaint(hole, ring, ring.status, projector);
  hole.flags |= kInner | (fills ? 0 : kNoFill) | (withLine ? kLine : 0);
  entries.push_back(hole);
}

void setEntries(RegionRings& rings, std::vector<Entry>& entries) {
  rings.count = static_cast<int>(entries.size());
  rings.vectors.reserve(entries.size() * RegionRings::kVectorsPerEntry);
  for (Entry& entry : entries) {
    entry.vectors[kStyle][0] = static_cast<float>(entry.flags);
    rings.vectors.insert(rings.vectors.end(), entry.vectors.begin(), entry.vectors.end());
  }
}

void lay(Vector& veil, const Ring& ring) {
  const float alpha = toFloat(ring.fillOpacity * kInnerFillShare);
  const Vector paint{toFloat(ring.color.red), toFloat(ring.color.green), toFloat(ring.color.blue), 1.0F};
  for (std::size_t i = 0; i < 4; ++i) veil[i] = veil[i] * (1.0F - alpha) + paint[i] * alpha;
}

}  // namespace

// A ring whose line or rim may show in the region, with bounds of the signed distance at the region's centre.
struct RingSet::Near {
  std::size_t ring;
  double low;
  double high;
};

// What a fill group comes to in a region.
struct RingSet::Group {
  std::vector<Near> nears;
  bool full = false;  // some ring holds all of the region
};

RingSet::RingSet(std::shared_ptr<const std::vector<Ring>> rings, RingLines lines, scene::FillMode fillMode) {
  auto prepared = std::make_shared<Prepared>();
  prepared->rings = std::move(rings);
  prepared->fillMode = fillMode;
  prepared->order.reserve(prepared->rings->size());
  for (const Ring& ring : *prepared->rings) prepared->order.push_back(&ring);
  std::stable_sort(prepared->order.begin(), prepared->order.end(),
                   [](const Ring* a, const Ring* b) { return groupOf(*a) < groupOf(*b); });
  prepared->discs.reserve(prepared->order.size());
  for (const Ring* ring : prepared->order) {
    const std::vector<double>& c = ring->profile.chordChebyshevMeters;
    double spread = 0.0;
    for (std::size_t n = 1; n < c.size(); ++n) spread += std::abs(c[n]);
    prepared->discs.push_back({ring->profile.anchorEcef, c[0] - spread, c[0] + spread, ring->profile.insideIsFar,
                               !ring->innerProfile && !ring->sector});
    const int group = groupOf(*ring);
    if (lines == RingLines::Union && group != kLinesOnly) united_.insert(group);
    scene::Status& firmest = prepared->unionStatus.try_emplace(group, ring->status).first->second;
    firmest = std::min(firmest, ring->status);
  }
  prepared_ = std::move(prepared);
}

RingSet RingSet::withUnited(int group) const {
  RingSet copy = *this;
  copy.united_.insert(group);
  return copy;
}

RingSet::Near RingSet::near(std::size_t ring, const TileSphere& region) const {
  const Disc& disc = prepared_->discs[ring];
  const double toAnchor = geo::norm(region.centre - disc.anchor);
  const double low = toAnchor - disc.maxChordMeters;
  const double high = toAnchor - disc.minChordMeters;
  return disc.insideIsFar ? Near{ring, -high, -low} : Near{ring, low, high};
}

// Whether the ring's chord depends on the azimuth by more than can be overlooked.
bool RingSet::needsAzimuth(std::size_t ring, double finestPixelMeters) const {
  const Disc& disc = prepared_->discs[ring];
  return disc.maxChordMeters - disc.minChordMeters > 0.1 * finestPixelMeters || !disc.plain;
}

// Metres from the edge of what the ring covers, with its hole and sector, negative inside.
double RingSet::signedDistanceMeters(std::size_t ring, Ecef point) const {
  const Ring& r = at(ring);
  double distance = discDistanceMeters(r.profile, point);
  if (r.innerProfile) distance = std::max(distance, -discDistanceMeters(*r.innerProfile, point));
  if (r.sector) {
    const SectorPlanes planes(*r.sector, r.profile.insideIsFar);
    const Ecef q = point - r.profile.anchorEcef;
    const double east = geo::dot(q, r.profile.frame.east);
    const double north = geo::dot(q, r.profile.frame.north);
    const double first = east * planes.normals[0] + north * planes.normals[1];
    const double second = east * planes.normals[2] + north * planes.normals[3];
    distance = std::max(distance, planes.wide ? std::min(first, second) : std::max(first, second));
  }
  return distance;
}

// Where more rings meet than the shader takes, those that are outermost somewhere. Looked for on a grid of points:
// between two of them, some eight pixels apart, a circle stands out by no more than its sagitta there, which is
// a fraction of a pixel. Returns how far inside the union every point of the region lies at least, negative.
double RingSet::keepOutermost(std::vector<Near>& nears, const TileSphere& region) const {
  constexpr int kSteps = 8;
  constexpr std::size_t kPoints = (kSteps + 1) * (kSteps + 1);
  const geo::LocalFrame frame = geo::localFrame(geo::toGeodetic(region.centre).latLon);
  // Metres from the region's centre, in single precision, which is exact to centimetres there: ten thousand rings
  // are asked about in a thousand regions a picture.
  std::array<std::array<float, kPoints>, 3> points{};
  for (std::size_t i = 0; i < kPoints; ++i) {
    const auto offset = [&](std::size_t step) {
      return region.radiusMeters * (2.0 * static_cast<double>(step) / kSteps - 1.0);
    };
    const Ecef point = frame.east * offset(i % (kSteps + 1)) + frame.north * offset(i / (kSteps + 1));
    points[0][i] = toFloat(point.x);
    points[1][i] = toFloat(point.y);
    points[2][i] = toFloat(point.z);
  }
  std::array<float, kPoints> least{};
  least.fill(std::numeric_limits<float>::infinity());
  std::array<std::int32_t, kPoints> deepest{};
  // The deepest first: what is then not deeper anywhere need not be looked at, and that is most.
  std::vector<std::size_t> order(nears.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return nears[a].low < nears[b].low; });
  const double toCorner = 1.42 * region.radiusMeters;
  std::size_t done = 0;
  for (const std::size_t n : order) {
    if (done++ % 4 == 0 && nears[n].low - toCorner > static_cast<double>(*std::max_element(least.begin(), least.end())))
      break;
    const Disc& disc = prepared_->discs[nears[n].ring];
    const auto owner = static_cast<std::int32_t>(n);
    const Ecef toAnchor = disc.anchor - region.centre;
    // Across one region a plain ring's chord is that towards its centre.
    const double sign = disc.insideIsFar ? -1.0 : 1.0;
    const double chord = geo::norm(toAnchor) - sign * signedDistanceMeters(nears[n].ring, region.centre);
    // It turns with the azimuth, which changes little across a region that is far from the anchor.
    const double turn = region.radiusMeters / std::max(geo::norm(toAnchor) - region.radiusMeters, 1.0);
    const double change = (disc.maxChordMeters - disc.minChordMeters) * std::min(1.0, 2.0 * turn);
    const bool exact = !disc.plain || change > 0.02 * region.radiusMeters;
    std::array<float, kPoints> distance{};
    if (exact) {
      for (std::size_t i = 0; i < kPoints; ++i) {
        const Ecef point{static_cast<double>(points[0][i]), static_cast<double>(points[1][i]),
                         static_cast<double>(points[2][i])};
        distance[i] = toFloat(signedDistanceMeters(nears[n].ring, region.centre + point));
      }
    } else {
      const float x = toFloat(toAnchor.x), y = toFloat(toAnchor.y), z = toFloat(toAnchor.z);
      const float length = toFloat(chord), direction = toFloat(sign);
      for (std::size_t i = 0; i < kPoints; ++i) {
        const float dx = points[0][i] - x, dy = points[1][i] - y, dz = points[2][i] - z;
        distance[i] = direction * (std::sqrt(dx * dx + dy * dy + dz * dz) - length);
      }
    }
    for (std::size_t i = 0; i < kPoints; ++i) {
      deepest[i] = distance[i] < least[i] ? owner : deepest[i];
      least[i] = distance[i] < least[i] ? distance[i] : least[i];
    }
  }
  std::vector<bool> kept(nears.size(), false);
  for (const std::int32_t owner : deepest) kept[static_cast<std::size_t>(owner)] = true;
  std::size_t at = 0;
  std::erase_if(nears, [&](const Near&) { return !kept[at++]; });
  // No point is farther from a point of the grid than half the diagonal of a step.
  const double shallowest = static_cast<double>(*std::max_element(least.begin(), least.end()));
  return shallowest + 1.42 * region.radiusMeters / kSteps;
}

RingSet::Group RingSet::gather(std::span<const std::size_t> candidates, const TileSphere& region,
                               double marginMeters) const {
  Group group;
  const bool asUnion = isUnited(groupOf(at(candidates.front())));
  const double reach = region.radiusMeters + marginMeters;
  double deepest = std::numeric_limits<double>::infinity();
  for (const std::size_t i : candidates) {
    const Near n = near(i, region);
    if (n.low > reach) continue;
    const bool plain = prepared_->discs[i].plain;
    if (plain && n.high < -reach) {
      group.full = group.full || tintsGround(at(i));
      if (group.full && asUnion) break;
      continue;
    }
    group.nears.push_back(n);
    if (plain) deepest = std::min(deepest, n.high);
  }
  if (asUnion) {
    if (group.full) group.nears.clear();
    // A ring matters to the union only where no other is deeper everywhere in the region: distances change by at
    // most a metre a metre.
    std::erase_if(group.nears, [&](const Near& n) { return n.low > deepest + 2.0 * region.radiusMeters; });
    if (group.nears.size() > kManyInUnion) {
      const double shallowest = keepOutermost(group.nears, region);
      // Deep inside, or where the shader could not hold them all: the union's tint, without the rim's glow.
      if (shallowest < -marginMeters || (group.nears.size() > kManyInUnion && shallowest < 0.0)) {
        group.full = true;
        group.nears.clear();
      }
    }
  }
  return group;
}

std::vector<std::size_t> RingSet::touching(const TileSphere& region, const scene::Projector& projector) const {
  const double reach = region.radiusMeters + pixelsToMeters(region, projector, kRimPixels);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < size(); ++i) {
    if (near(i, region).low <= reach) found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> RingSet::touching(const TileSphere& region, const scene::Projector& projector,
                                           std::span<const std::size_t> candidates) const {
  const double reach = region.radiusMeters + pixelsToMeters(region, projector, kRimPixels);
  std::vector<std::size_t> found;
  std::vector<Near> nears;
  while (!candidates.empty()) {
    const int number = groupOf(at(candidates.front()));
    nears.clear();
    double deepest = std::numeric_limits<double>::infinity();
    std::size_t members = 0;
    for (; members < candidates.size() && groupOf(at(candidates[members])) == number; ++members) {
      const Near n = near(candidates[members], region);
      if (n.low > reach) continue;
      nears.push_back(n);
      if (prepared_->discs[n.ring].plain) deepest = std::min(deepest, n.high);
    }
    candidates = candidates.subspan(members);
    // Where overlaps are counted each ring counts, however deep inside another.
    const bool asUnion = isUnited(number) && prepared_->fillMode != scene::FillMode::Overlaps;
    for (const Near& n : nears) {
      if (!asUnion || n.low <= deepest + 2.0 * region.radiusMeters) found.push_back(n.ring);
    }
  }
  return found;
}

bool RingSet::mayHaveEdges(const TileSphere& region, const scene::Projector& projector,
                           std::span<const std::size_t> candidates) const {
  const double reach = region.radiusMeters + pixelsToMeters(region, projector, kRimPixels);
  const auto isEdge = [&](std::size_t i) {
    const Near n = near(i, region);
    return n.low <= reach && !(prepared_->discs[i].plain && n.high < -reach);
  };
  return std::any_of(candidates.begin(), candidates.end(), isEdge);
}

RegionRings RingSet::forRegion(const TileSphere& region, Ecef localOrigin, const scene::Projector& projector,
                               std::span<const std::size_t> candidates) const {
  if (prepared_->fillMode == scene::FillMode::Overlaps)
    return countedEntries(region, localOrigin, projector, candidates);
  RegionRings result = entriesOf(region, localOrigin, projector, candidates, true);
  // Where lines crowd there is room for the lines alone.
  if (result.crowdedGroup) result = entriesOf(region, localOrigin, projector, candidates, false);
  return result;
}

RegionRings RingSet::entriesOf(const TileSphere& region, Ecef localOrigin, const scene::Projector& projector,
                               std::span<const std::size_t> candidates, bool withRims) const {
  RegionRings result;
  const double finestPixelMeters = finestPixel(region, projector);
  std::size_t mostLines = 0;
  int crowdedGroup = kLinesOnly;

  std::vector<Entry> entries;
  std::vector<std::size_t> fullsAbove;  // first rings of full groups since the last group with entries
  const auto addFull = [&](std::size_t ring) {
    Entry entry;
    setPaint(entry, at(ring), at(ring).status, projector);
    entry.flags = kFull | kGroupEnd;
    entries.push_back(entry);
  };
  while (!candidates.empty()) {
    const std::size_t first = candidates.front();
    const int number = groupOf(at(first));
    std::size_t members = 1;
    while (members < candidates.size() && groupOf(at(candidates[members])) == number) ++members;
    const bool each = !isUnited(number);
    const double pixels = !withRims ? kLinePixels : each ? kRimPixels : kUnionRimPixels;
    const Group group = gather(candidates.first(members), region, pixelsToMeters(region, projector, pixels));
    candidates = candidates.subspan(members);
    if (each && number != kLinesOnly && group.nears.size() > mostLines) {
      mostLines = group.nears.size();
      crowdedGroup = number;
    }
    if (!group.nears.empty()) {
      // Full groups between two groups with entries keep their place in the order.
      for (const std::size_t ring : fullsAbove) entries.empty() ? lay(result.veilBelow, at(ring)) : addFull(ring);
      fullsAbove.clear();
      if (group.full) {
        addFull(first);
        entries.back().flags = kFull;
      }
    } else if (group.full) {
      fullsAbove.push_back(first);
    }
    for (const Near& n : group.nears) {
      addRing(entries, at(n.ring), localOrigin, projector, each);
      result.needsExact = result.needsExact || needsAzimuth(n.ring, finestPixelMeters);
    }
    if (!group.nears.empty()) {
      entries.back().flags |= kGroupEnd;
      if (!each && !group.full) {
        entries.back().flags |= kLine | kUnionLine;
        setPaint(entries.back(), at(first), prepared_->unionStatus.at(number), projector);
      }
    }
  }
  for (const std::size_t ring : fullsAbove) lay(entries.empty() ? result.veilBelow : result.veilAbove, at(ring));

  if (entries.size() > RegionRings::kMaxEntries) {
    result.crowdedGroup = crowdedGroup;
    entries.resize(RegionRings::kMaxEntries);
    entries.back().flags |= kGroupEnd;
  }
  setEntries(result, entries);
  return result;
}

// Leaves the rings whose edges pass nearest to the region's centre, as many as the shader takes; returns how many of
// the others cover the centre.
int RingSet::countLeastSplit(std::vector<Near>& nears, const TileSphere& region) const {
  std::vector<std::pair<double, std::size_t>> byDistance;
  for (std::size_t i = 0; i < nears.size(); ++i)
    byDistance.emplace_back(signedDistanceMeters(nears[i].ring, region.centre), i);
  std::stable_sort(byDistance.begin(), byDistance.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.first) < std::abs(b.first); });
  std::vector<bool> kept(nears.size(), false);
  int covering = 0;
  int room = RegionRings::kMaxEntries;
  for (const auto& [distance, i] : byDistance) {
    const Ring& ring = at(nears[i].ring);
    const int needed = ring.innerProfile ? 2 : 1;
    kept[i] = needed <= room;
    room -= kept[i] ? needed : room;
    if (!kept[i] && distance < 0.0 && scene::tintsGround(ring)) ++covering;
  }
  std::size_t at = 0;
  std::erase_if(nears, [&](const Near&) { return !kept[at++]; });
  return covering;
}

RegionRings RingSet::countedEntries(const TileSphere& region, Ecef localOrigin, const scene::Projector& projector,
                                    std::span<const std::size_t> candidates) const {
  RegionRings result;
  const double reach = region.radiusMeters + pixelsToMeters(region, projector, kLinePixels);
  const double finestPixelMeters = finestPixel(region, projector);
  std::vector<Near> nears;
  int around = 0;
  int needed = 0;
  for (const std::size_t i : candidates) {
    const Near n = near(i, region);
    if (n.low > reach) continue;
    const Ring& ring = at(i);
    if (n.high < -reach && prepared_->discs[i].plain) {
      around += scene::tintsGround(ring) ? 1 : 0;
    } else {
      nears.push_back(n);
      needed += ring.innerProfile ? 2 : 1;
    }
  }
  if (needed > RegionRings::kMaxEntries) around += countLeastSplit(nears, region);
  std::vector<Entry> entries;
  for (const Near& n : nears) {
    addRing(entries, at(n.ring), localOrigin, projector, !isUnited(groupOf(at(n.ring))));
    result.needsExact = result.needsExact || needsAzimuth(n.ring, finestPixelMeters);
  }
  if (around > 0 || !entries.empty()) result.ringsAround = around;
  setEntries(result, entries);
  return result;
}

}  // namespace cordon::render
