#include "render/tile_rings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "render/ring_style.h"

namespace cordon::render {

namespace {

using geo::Ecef;
using scene::Ring;

// As in shaders/globe.frag.
constexpr int kInner = 1;
constexpr int kSector = 2;
constexpr int kFull = 4;
constexpr int kLine = 8;
constexpr int kGroupEnd = 16;
constexpr int kFar = 32;
constexpr int kUnionLine = 64;
constexpr int kWideSector = 128;
constexpr int kNoFill = 256;
constexpr int kHoleFollows = 512;

// The rim's glow fades with exp(-d / 26 px); beyond this nobody sees it.
constexpr double kRimPixels = 110.0;

constexpr int kFirstCoefficient = 3;
constexpr int kPaint = 7;
constexpr int kStyle = 8;
constexpr int kSectorPlanes = 9;

float toFloat(double value) { return static_cast<float>(value); }

struct Entry {
  std::array<std::array<float, 4>, TileRings::kVectorsPerEntry> vectors{};
  int flags = 0;
};

void setVector(std::array<float, 4>& out, Ecef v, double w) { out = {toFloat(v.x), toFloat(v.y), toFloat(v.z), toFloat(w)}; }

void setProfile(Entry& entry, const geo::RingProfile& profile, Ecef origin) {
  const Ecef fromAnchor = origin - profile.anchorEcef;
  const double length = geo::norm(fromAnchor);
  const std::vector<double>& c = profile.chordChebyshevMeters;
  setVector(entry.vectors[0], fromAnchor, length);
  setVector(entry.vectors[1], profile.frame.north, static_cast<double>(c.size()));
  setVector(entry.vectors[2], profile.frame.up, length - c[0]);
  for (std::size_t n = 0; n < c.size(); ++n) entry.vectors[kFirstCoefficient + n / 4][n % 4] = toFloat(c[n]);
  if (profile.insideIsFar) entry.flags |= kFar;
}

// Pixels are smallest at the ring's point nearest to the eye; dashes have their length there.
double dashesATurn(const Ring& ring, const scene::Projector& projector, double dashPixels) {
  const double toCentre = geo::norm(geo::toEcef(ring.centre) - projector.eye());
  const double nearest = std::max(std::abs(toCentre - ring.radiusMeters), 0.7 * projector.camera().rangeMeters);
  const double circumference = 2.0 * std::numbers::pi * ring.radiusMeters;
  const double dash = dashPixels * projector.heightPixels() / 1080.0 * projector.metersPerPixel(nearest);
  return std::max(3.0, std::round(circumference / dash));
}

void setPaint(Entry& entry, const Ring& ring, const scene::Projector& projector) {
  const RingStyle style = ringStyle(ring.status);
  entry.vectors[kPaint] = {toFloat(ring.color.red), toFloat(ring.color.green), toFloat(ring.color.blue), toFloat(style.widthPixels)};
  const double dashes = style.dashPixels > 0.0 ? dashesATurn(ring, projector, style.dashPixels) : 0.0;
  entry.vectors[kStyle] = {0.0F, toFloat(dashes), toFloat(style.dashShare), toFloat(style.opacity)};
}

void setSector(Entry& entry, const scene::Sector& sector) {
  // Inside is to the right of the first bearing and to the left of the second; normals point outward.
  const double a = sector.fromAzimuthRadians;
  const double b = sector.toAzimuthRadians;
  entry.vectors[kSectorPlanes] = {toFloat(-std::cos(a)), toFloat(std::sin(a)), toFloat(std::cos(b)), toFloat(-std::sin(b))};
  double width = std::fmod(b - a, 2.0 * std::numbers::pi);
  if (width <= 0.0) width += 2.0 * std::numbers::pi;
  entry.flags |= kSector;
  if (width > std::numbers::pi) entry.flags |= kWideSector;
}

}  // namespace

RingSet::RingSet(std::vector<Ring> rings) : rings_(std::move(rings)) {
  std::stable_sort(rings_.begin(), rings_.end(), [](const Ring& a, const Ring& b) { return a.fillGroup < b.fillGroup; });
  bounds_.reserve(rings_.size());
  for (const Ring& ring : rings_) {
    const std::vector<double>& c = ring.profile.chordChebyshevMeters;
    double spread = 0.0;
    for (std::size_t n = 1; n < c.size(); ++n) spread += std::abs(c[n]);
    bounds_.push_back({c[0] - spread, c[0] + spread});
  }
}

TileRings RingSet::forTile(const TileSphere& tile, double metersPerPixel, const scene::Projector& projector) const {
  TileRings result;
  const RingLines mode = lines();
  const double margin = kRimPixels * metersPerPixel * projector.heightPixels() / 1080.0;
  const double reach = tile.radiusMeters + margin;

  std::vector<Entry> entries;
  for (std::size_t first = 0; first < rings_.size();) {
    std::size_t last = first;
    while (last < rings_.size() && rings_[last].fillGroup == rings_[first].fillGroup) ++last;

    // Distances from the tile's middle to each ring's line, negative inside; a ring matters to the union only
    // where no other is deeper everywhere in the tile (distances change by at most a metre a metre).
    struct Near {
      std::size_t ring;
      double low;   // bounds of the signed distance at the tile's middle
      double high;
    };
    std::vector<Near> nears;
    bool full = false;
    double deepest = std::numeric_limits<double>::infinity();
    for (std::size_t i = first; i < last && !(full && mode == RingLines::Union); ++i) {
      const Ring& ring = rings_[i];
      const double toAnchor = geo::norm(tile.centre - ring.profile.anchorEcef);
      double low = toAnchor - bounds_[i].maxChordMeters;
      double high = toAnchor - bounds_[i].minChordMeters;
      if (ring.profile.insideIsFar) {
        std::swap(low, high);
        low = -low;
        high = -high;
      }
      if (low > reach) continue;
      const bool plain = !ring.innerProfile && !ring.sector;
      if (plain && high < -reach) {
        full = full || ringStyle(ring.status).fills;
        continue;
      }
      nears.push_back({i, low, high});
      if (plain) deepest = std::min(deepest, high);
    }
    if (mode == RingLines::Union) {
      if (full) nears.clear();
      std::erase_if(nears, [&](const Near& n) { return n.low > deepest + 2.0 * tile.radiusMeters; });
    }

    const std::size_t groupStart = entries.size();
    if (full) {
      Entry entry;
      setPaint(entry, rings_[first], projector);
      entry.flags = kFull;
      entries.push_back(entry);
    }
    for (const Near& n : nears) {
      const Ring& ring = rings_[n.ring];
      Entry entry;
      setProfile(entry, ring.profile, tile.centre);
      setPaint(entry, ring, projector);
      if (ring.sector) setSector(entry, *ring.sector);
      if (!ringStyle(ring.status).fills) entry.flags |= kNoFill;
      if (ring.innerProfile) entry.flags |= kHoleFollows;
      if (mode == RingLines::Each && !ring.innerProfile) entry.flags |= kLine;
      entries.push_back(entry);
      if (ring.innerProfile) {
        Entry hole;
        setProfile(hole, *ring.innerProfile, tile.centre);
        setPaint(hole, ring, projector);
        hole.flags |= kInner | (entry.flags & kNoFill) | (mode == RingLines::Each ? kLine : 0);
        entries.push_back(hole);
      }
    }
    if (entries.size() > groupStart) {
      entries.back().flags |= kGroupEnd;
      if (mode == RingLines::Union && !full) entries.back().flags |= kLine | kUnionLine;
    }
    first = last;
  }

  if (entries.size() > TileRings::kMaxEntries) {
    result.overflows = true;
    entries.resize(TileRings::kMaxEntries);
  }
  result.count = static_cast<int>(entries.size());
  result.vectors.reserve(entries.size() * TileRings::kVectorsPerEntry);
  for (Entry& entry : entries) {
    entry.vectors[kStyle][0] = static_cast<float>(entry.flags);
    result.vectors.insert(result.vectors.end(), entry.vectors.begin(), entry.vectors.end());
  }
  return result;
}

}  // namespace cordon::render
