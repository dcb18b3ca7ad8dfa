#pragma once

#include <array>
#include <vector>

#include "render/tile_rings.h"

namespace cordon::render::test {

/// What the fragment shader makes of a region's rings at one point, computed as shaders/globe.frag does.
struct EmulatedPixel {
  std::array<double, 3> color{};    ///< black ground under fills and veils; the rim's glow left out
  double nearestLineMeters = 1e12;  ///< distance of the nearest outline that is drawn
  double nearestLineWidth = 0.0;    ///< of that outline, pixels of a picture 1080 high
  int covers = 0;                   ///< rings that cover the point, where overlaps are counted
};

/// Follows the shader at a point relative to the tile's origin; one pixel is one metre.
EmulatedPixel emulate(const RegionRings& rings, geo::Ecef local);

/// The same from geodesics, ring by ring: the truth that the shader must match.
EmulatedPixel bruteForce(const RingSet& rings, geo::LatLon point);

/// How far a point is from the nearest edge of any ring, of its hole or of its sector, metres: nearer than the
/// shader's floats reach, inside and outside cannot be told apart.
double clearanceMeters(const RingSet& rings, geo::LatLon point);

RingSet ringSet(std::vector<scene::Ring> rings, RingLines lines = RingLines::Each,
                scene::FillMode fillMode = scene::FillMode::Union);

/// A ring as scene builds it. Equal fill groups must have equal colours.
scene::Ring makeRing(geo::LatLon centre, double radiusMeters, int fillGroup,
                     scene::Status status = scene::Status::Deployed);

}  // namespace cordon::render::test
