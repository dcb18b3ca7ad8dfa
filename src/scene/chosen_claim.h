#pragma once

#include <vector>

#include "scenario/document.h"
#include "scene/system_look.h"

namespace cordon::scene {

/// A claim that is drawn of a system's, and its radius.
struct ChosenClaim {
  const scenario::RangeClaim* claim = nullptr;
  double radiusMeters = 0.0;
};

/// The claims that the choice draws: none where the system has none, two of a span whose values differ, else one. Pure;
/// any thread.
std::vector<ChosenClaim> chooseClaims(const scenario::System& system, const ClaimChoice& choice,
                                      const scenario::Date& date);

}  // namespace cordon::scene
