#pragma once

#include <vector>

#include "geo/position.h"

namespace cordon::geo {

/// A geodesic circle in the form the globe's shader tests it: chord lengths from an anchor by azimuth.
///
/// Every point X of the circle satisfies |X - anchor| = chord(x), where x = cos(azimuth) of X - anchor
/// in the anchor's local frame (dot with north over the length of the horizontal part), and
/// chord(x) = sum c[n] T_n(x), a Chebyshev series (the circle is symmetric about the anchor's meridian,
/// so the azimuth's cosine suffices). All points are on the ellipsoid, height 0.
///
/// The anchor is the centre for radii up to a quarter of the meridian's circumference and the
/// centre's antipode above it, where chords from the centre lose their resolution; then the disc is the
/// outside of the curve (`insideIsFar`).
struct RingProfile {
  LatLon anchor;
  Ecef anchorEcef;
  LocalFrame frame;                          ///< at the anchor
  bool insideIsFar = false;                  ///< true: the disc is where the distance from the anchor is greater
  std::vector<double> chordChebyshevMeters;  ///< 1 to 16 coefficients
  double maxErrorMeters = 0.0;               ///< greatest error of the series, measured between its nodes
};

/// Computes the profile of the circle at `radiusMeters` geodesic distance about `centre` on WGS84.
///
/// The series has as few coefficients as reach 0.1 m: 1 to 3 up to 1000 km, 5 at a quarter of the circumference.
/// Domain: 0 < radius < kFarthestMeters (geodesic.h); a larger radius covers the whole Earth and has no curve: the
/// series is then the constant 0 about the antipode. Other radii (0, negative, NaN) throw std::invalid_argument.
/// Accuracy: maxErrorMeters <= 0.12 m for radii up to 19 800 km. Beyond, 16 coefficients no longer follow the curve,
/// which becomes a lens with corners on the cut locus: the error grows to 4 m at 19 900 km, 830 m at 19 970 km and
/// 2600 m at 20 000 km for centres on the equator, less towards the poles (where the curve stays round), and is stated.
/// Cost: 2 to 10 us up to a quarter of the circumference, up to 1 ms beyond 19 800 km. Pure; any thread.
/// Source: points by the direct problem; about the antipode by searching the inverse problem's distance.
RingProfile ringProfile(LatLon centre, double radiusMeters);

/// The chord at cos(azimuth) = x, |x| <= 1, by Clenshaw's recurrence.
double chordMeters(const RingProfile& profile, double cosAzimuth);

}  // namespace cordon::geo
