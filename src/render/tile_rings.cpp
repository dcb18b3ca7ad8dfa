#include "render/tile_rings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "scene/overlay.h"
#include "scene/ring_style.h"

namespace cordon::render {

namespace {

using geo::Ecef;
using scene::Ring;
using Vector = RegionRings::Vector;

// As in shaders/globe.frag.
constexpr int kInner = 1;
constexpr int kSector = 2;
constexpr int kWideSector = 4;
constexpr int kLine = 8;
constexpr int kGroupEnd = 16;
constexpr int kFar = 32;
constexpr int kUnionLine = 64;
constexpr int kNoFill = 128;
constexpr int kHoleFollows = 256;
constexpr int kFull = 512;

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
constexpr double kLinePixels = 6.0;

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
  const double dash = dashPixels * scene::overlayScale(projector.widthPixels(), projector.heightPixels()) *
                      projector.metersPerPixel(nearest);
  return std::max(3.0, std::round(circumference / dash));
}

void setPaint(Entry& entry, const Ring& ring, const scene::Projector& projector) {
  const scene::RingStyle style = scene::ringStyle(ring.status);
  const typography::Color color = scene::ringColor(ring.status, ring.color);
  entry.vectors[kPaint] = {toFloat(color.red), toFloat(color.green), toFloat(color.blue), toFloat(style.widthPixels)};
  const double dashes = style.dashPixels > 0.0 ? dashesATurn(ring, projector, style.dashPixels) : 0.0;
  entry.vectors[kStyle] = {0.0F, toFloat(dashes), toFloat(style.dashShare), toFloat(style.opacity)};
}

void setSector(Entry& entry, const scene::Sector& sector, bool fromAntipode) {
  // Inside is clockwise of the first bearing and counter-clockwise of the second; normals point outward.
  // From the antipode the same meridians are seen in a mirror.
  const double a = fromAntipode ? -sector.toAzimuthRadians : sector.fromAzimuthRadians;
  const double b = fromAntipode ? -sector.fromAzimuthRadians : sector.toAzimuthRadians;
  entry.vectors[kPlanes] = {toFloat(-std::cos(a)), toFloat(std::sin(a)), toFloat(std::cos(b)), toFloat(-std::sin(b))};
  double width = std::fmod(b - a, 2.0 * std::numbers::pi);
  if (width <= 0.0) width += 2.0 * std::numbers::pi;
  entry.flags |= kSector;
  if (width > std::numbers::pi) entry.flags |= kWideSector;
}

double rimPixels(RingLines lines) {
  return lines == RingLines::Each ? kRimPixels : kUnionRimPixels;
}

// So many pixels of the page, in the region's coarsest pixels on the ground.
double marginMeters(const TileSphere& region, const scene::Projector& projector, double pixels) {
  const double farthest = geo::norm(region.centre - projector.eye()) + region.radiusMeters;
  return pixels * projector.metersPerPixel(farthest) *
         scene::overlayScale(projector.widthPixels(), projector.heightPixels());
}

void lay(Vector& veil, const typography::Color& color) {
  const float alpha = toFloat(kFillOpacity * kInnerFillShare);
  const Vector paint{toFloat(color.red), toFloat(color.green), toFloat(color.blue), 1.0F};
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

RingSet::RingSet(std::vector<Ring> rings, RingLines lines) : rings_(std::move(rings)), lines_(lines) {
  std::stable_sort(rings_.begin(), rings_.end(),
                   [](const Ring& a, const Ring& b) { return a.fillGroup < b.fillGroup; });
  bounds_.reserve(rings_.size());
  for (const Ring& ring : rings_) {
    const std::vector<double>& c = ring.profile.chordChebyshevMeters;
    double spread = 0.0;
    for (std::size_t n = 1; n < c.size(); ++n) spread += std::abs(c[n]);
    bounds_.push_back({c[0] - spread, c[0] + spread});
  }
}

RingSet::Near RingSet::near(std::size_t ring, const TileSphere& region) const {
  const double toAnchor = geo::norm(region.centre - rings_[ring].profile.anchorEcef);
  const double low = toAnchor - bounds_[ring].maxChordMeters;
  const double high = toAnchor - bounds_[ring].minChordMeters;
  return rings_[ring].profile.insideIsFar ? Near{ring, -high, -low} : Near{ring, low, high};
}

// Where more rings meet than the shader takes, those that are outermost somewhere. Looked for on a grid of points:
// between two of them, some eight pixels apart, a circle stands out by no more than its sagitta there, which is
// a fraction of a pixel. Returns how far inside the union every point of the region lies at least, negative.
double RingSet::keepOutermost(std::vector<Near>& nears, const TileSphere& region) const {
  constexpr int kSteps = 8;
  const geo::LocalFrame frame = geo::localFrame(geo::toGeodetic(region.centre).latLon);
  std::vector<bool> kept(nears.size(), false);
  double shallowest = -std::numeric_limits<double>::infinity();
  for (int row = 0; row <= kSteps; ++row) {
    for (int column = 0; column <= kSteps; ++column) {
      const Ecef point = region.centre + frame.east * (region.radiusMeters * (2.0 * column / kSteps - 1.0)) +
                         frame.north * (region.radiusMeters * (2.0 * row / kSteps - 1.0));
      std::size_t deepest = 0;
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t i = 0; i < nears.size(); ++i) {
        const double distance = near(nears[i].ring, {point, 0.0}).low;
        if (distance < least) {
          least = distance;
          deepest = i;
        }
      }
      kept[deepest] = true;
      shallowest = std::max(shallowest, near(nears[deepest].ring, {point, 0.0}).high);
    }
  }
  std::size_t at = 0;
  std::erase_if(nears, [&](const Near&) { return !kept[at++]; });
  // No point is farther from a point of the grid than half the diagonal of a step.
  return shallowest + 1.42 * region.radiusMeters / kSteps;
}

RingSet::Group RingSet::gather(std::span<const std::size_t> candidates, const TileSphere& region, double margin) const {
  Group group;
  const bool asUnion = lines_ == RingLines::Union;
  const double reach = region.radiusMeters + margin;
  double deepest = std::numeric_limits<double>::infinity();
  for (const std::size_t i : candidates) {
    const Near n = near(i, region);
    if (n.low > reach) continue;
    const Ring& ring = rings_[i];
    const bool plain = !ring.innerProfile && !ring.sector;
    if (plain && n.high < -reach) {
      group.full = group.full || ringStyle(ring.status).fills;
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
      if (shallowest < -margin || (group.nears.size() > kManyInUnion && shallowest < 0.0)) {
        group.full = true;
        group.nears.clear();
      }
    }
  }
  return group;
}

std::vector<std::size_t> RingSet::touching(const TileSphere& region, const scene::Projector& projector) const {
  const double reach = region.radiusMeters + marginMeters(region, projector, rimPixels(lines_));
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rings_.size(); ++i) {
    if (near(i, region).low <= reach) found.push_back(i);
  }
  return found;
}

RegionRings RingSet::forRegion(const TileSphere& region, Ecef localOrigin, const scene::Projector& projector,
                               std::span<const std::size_t> candidates) const {
  const auto entries = [&](double pixels) {
    return entriesOf(region, localOrigin, projector, candidates, marginMeters(region, projector, pixels));
  };
  RegionRings result = entries(rimPixels(lines_));
  if (result.overflows) result = entries(kLinePixels);
  return result;
}

RegionRings RingSet::entriesOf(const TileSphere& region, Ecef localOrigin, const scene::Projector& projector,
                               std::span<const std::size_t> candidates, double margin) const {
  RegionRings result;
  const double toEye = geo::norm(region.centre - projector.eye());
  const double finestPixelMeters =
      projector.metersPerPixel(std::max(toEye - region.radiusMeters, projector.nearMeters()));
  const bool each = lines_ == RingLines::Each;

  std::vector<Entry> entries;
  std::vector<std::size_t> fullsAbove;  // first rings of full groups since the last group with entries
  const auto addFull = [&](std::size_t ring) {
    Entry entry;
    setPaint(entry, rings_[ring], projector);
    entry.flags = kFull | kGroupEnd;
    entries.push_back(entry);
  };
  while (!candidates.empty()) {
    const std::size_t first = candidates.front();
    std::size_t members = 1;
    while (members < candidates.size() && rings_[candidates[members]].fillGroup == rings_[first].fillGroup) ++members;
    const Group group = gather(candidates.first(members), region, margin);
    candidates = candidates.subspan(members);
    if (!group.nears.empty()) {
      // Full groups between two groups with entries keep their place in the order.
      for (const std::size_t ring : fullsAbove)
        entries.empty() ? lay(result.veilBelow, rings_[ring].color) : addFull(ring);
      fullsAbove.clear();
      if (group.full) {
        addFull(first);
        entries.back().flags = kFull;
      }
    } else if (group.full) {
      fullsAbove.push_back(first);
    }
    for (const Near& n : group.nears) {
      const Ring& ring = rings_[n.ring];
      const bool fills = scene::ringStyle(ring.status).fills;
      Entry entry;
      setProfile(entry, ring.profile, localOrigin);
      setPaint(entry, ring, projector);
      if (ring.sector) setSector(entry, *ring.sector, ring.profile.insideIsFar);
      if (!fills) entry.flags |= kNoFill;
      if (ring.innerProfile) {
        entry.flags |= kHoleFollows;
      } else if (each) {
        entry.flags |= kLine;
      }
      entries.push_back(entry);
      if (ring.innerProfile) {
        Entry hole;
        setProfile(hole, *ring.innerProfile, localOrigin);
        setPaint(hole, ring, projector);
        hole.flags |= kInner | (fills ? 0 : kNoFill) | (each ? kLine : 0);
        entries.push_back(hole);
      }
      const double spread = bounds_[n.ring].maxChordMeters - bounds_[n.ring].minChordMeters;
      if (spread > 0.1 * finestPixelMeters || ring.innerProfile || ring.sector) result.needsExact = true;
    }
    if (!group.nears.empty()) {
      entries.back().flags |= kGroupEnd;
      if (!each && !group.full) entries.back().flags |= kLine | kUnionLine;
    }
  }
  for (const std::size_t ring : fullsAbove)
    lay(entries.empty() ? result.veilBelow : result.veilAbove, rings_[ring].color);

  if (entries.size() > RegionRings::kMaxEntries) {
    result.overflows = true;
    entries.resize(RegionRings::kMaxEntries);
    entries.back().flags |= kGroupEnd;
  }
  result.count = static_cast<int>(entries.size());
  result.vectors.reserve(entries.size() * RegionRings::kVectorsPerEntry);
  for (Entry& entry : entries) {
    entry.vectors[kStyle][0] = static_cast<float>(entry.flags);
    result.vectors.insert(result.vectors.end(), entry.vectors.begin(), entry.vectors.end());
  }
  return result;
}

}  // namespace cordon::render
