#include "geo/ring_profile.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <stdexcept>

#include "geo/geodesic.h"
#include "geo/ring_point.h"

namespace cordon::geo {

namespace {

constexpr double kTargetErrorMeters = 0.1;
constexpr std::size_t kMaxCoefficients = 16;
constexpr std::size_t kMaxIntervals = 64;

/// The chord of a circle about `centre` in the normal section at `azimuthRadians`, for circles within a quadrant.
double chordFromCentre(LatLon centre, const Ecef& centreEcef, const LocalFrame& frame, double radiusMeters,
                       double azimuthRadians) {
  // The chord hardly depends on the azimuth, so the search for the geodesic that ends in the wanted normal section
  // may stop as soon as the chord is known to a millimetre: for a few hundred kilometres, at its first guess.
  const double chordSlopeMeters =
      0.02 * radiusMeters * radiusMeters * radiusMeters / (24.0 * kSemiMajorMeters * kSemiMajorMeters);
  const double toleranceRadians = std::min(1e-3, 1e-3 / chordSlopeMeters);
  double geodesicAzimuth = azimuthRadians;
  Ecef chord;
  for (int step = 0; step < 20; ++step) {
    chord = toEcef(geodesicDirect(centre, geodesicAzimuth, radiusMeters).position) - centreEcef;
    const double sectionAzimuth = std::atan2(dot(chord, frame.east), dot(chord, frame.north));
    const double miss = std::remainder(azimuthRadians - sectionAzimuth, 2.0 * std::numbers::pi);
    if (std::abs(miss) < toleranceRadians) break;
    geodesicAzimuth += miss;
  }
  return norm(chord);
}

/// Coefficients of the series that interpolates samples at the extrema of T_N: samples[k] at azimuth k pi / N.
std::vector<double> chebyshevCoefficients(const std::vector<double>& samples) {
  const std::size_t n = samples.size() - 1;
  std::vector<double> coefficients(n + 1);
  for (std::size_t i = 0; i <= n; ++i) {
    double sum = 0.0;
    for (std::size_t k = 0; k <= n; ++k) {
      const double weight = (k == 0 || k == n) ? 0.5 : 1.0;
      sum += weight * samples[k] *
             std::cos(std::numbers::pi * static_cast<double>(i * k % (2 * n)) / static_cast<double>(n));
    }
    coefficients[i] = sum * ((i == 0 || i == n) ? 1.0 : 2.0) / static_cast<double>(n);
  }
  return coefficients;
}

double clenshaw(const std::vector<double>& coefficients, std::size_t count, double x) {
  double b1 = 0.0;
  double b2 = 0.0;
  for (std::size_t i = count; i-- > 1;) {
    const double b0 = coefficients[i] + 2.0 * x * b1 - b2;
    b2 = b1;
    b1 = b0;
  }
  return coefficients[0] + x * b1 - b2;
}

double cosAzimuth(std::size_t k, std::size_t intervals) {
  return std::cos(std::numbers::pi * static_cast<double>(k) / static_cast<double>(intervals));
}

/// The greatest error of the first `count` coefficients at samples that stand at azimuths k pi / N.
double greatestError(const std::vector<double>& coefficients, std::size_t count, const std::vector<double>& samples) {
  double error = 0.0;
  for (std::size_t k = 0; k < samples.size(); ++k) {
    error = std::max(error, std::abs(clenshaw(coefficients, count, cosAzimuth(k, samples.size() - 1)) - samples[k]));
  }
  return error;
}

/// Fits the chord as a function of azimuth in [0, pi] with as few coefficients as reach the target.
void fit(RingProfile& profile, const std::function<double(double)>& chordAt) {
  const auto sample = [&](std::size_t k, std::size_t intervals) {
    return chordAt(std::numbers::pi * static_cast<double>(k) / static_cast<double>(intervals));
  };
  std::vector<double> nodes{sample(0, 2), sample(1, 2), sample(2, 2)};
  for (;;) {
    // The samples half-way between the nodes measure the fit, and are the next fit's nodes where it is not good enough.
    const std::size_t intervals = 2 * (nodes.size() - 1);
    std::vector<double> finer(intervals + 1);
    for (std::size_t k = 0; k <= intervals; ++k) finer[k] = k % 2 == 0 ? nodes[k / 2] : sample(k, intervals);

    std::vector<double> coefficients = chebyshevCoefficients(nodes);
    const bool last = intervals > kMaxIntervals;
    if (greatestError(coefficients, coefficients.size(), finer) <= kTargetErrorMeters || last) {
      const std::size_t most = std::min(coefficients.size(), kMaxCoefficients);
      std::size_t count = 1;
      while (count < most && greatestError(coefficients, count, finer) > kTargetErrorMeters) ++count;
      profile.maxErrorMeters = greatestError(coefficients, count, finer);
      coefficients.resize(count);
      profile.chordChebyshevMeters = std::move(coefficients);
      return;
    }
    nodes = std::move(finer);
  }
}

}  // namespace

RingProfile ringProfile(LatLon centre, double radiusMeters) {
  if (!(radiusMeters > 0.0)) throw std::invalid_argument("ringProfile: radius must be positive");
  RingProfile profile;
  profile.insideIsFar = radiusMeters > kFarthestMeters / 2.0;
  profile.anchor = profile.insideIsFar ? antipode(centre) : centre;
  profile.anchorEcef = toEcef(profile.anchor);
  profile.frame = localFrame(profile.anchor);
  if (radiusMeters >= kFarthestMeters) {
    profile.chordChebyshevMeters = {0.0};
  } else if (profile.insideIsFar) {
    fit(profile, [&](double azimuth) {
      return circlePointSeenFromAntipode(profile.anchor, profile.frame, radiusMeters, azimuth).chordMeters;
    });
  } else {
    fit(profile, [&](double azimuth) {
      return chordFromCentre(centre, profile.anchorEcef, profile.frame, radiusMeters, azimuth);
    });
  }
  return profile;
}

double chordMeters(const RingProfile& profile, double cosAzimuth) {
  return clenshaw(profile.chordChebyshevMeters, profile.chordChebyshevMeters.size(), cosAzimuth);
}

}  // namespace cordon::geo
