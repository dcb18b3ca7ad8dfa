#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/position.h"
#include "geo/ring_profile.h"

namespace cordon::scene {

/// What builds of models have computed that later ones need again: ten thousand circles take 40 ms, the gazetteer's
/// lines 15 ms. What two builds on end did not ask for is forgotten. Belongs to one thread.
class BuildCache {
 public:
  /// geo::ringProfile of the same circle.
  const geo::RingProfile& profile(geo::LatLon centre, double radiusMeters);

  /// densified() of a path that stays where it is and as it is while the cache lives, such as the gazetteer's.
  const std::vector<geo::LatLon>& densifiedPath(const std::vector<geo::LatLon>& path, bool closed);

  std::size_t profileCount() const { return profiles_.size(); }

  /// A build has ended.
  void endBuild();

 private:
  struct Circle {
    double latRadians;
    double lonRadians;
    double radiusMeters;
    friend bool operator==(const Circle&, const Circle&) = default;
  };
  struct CircleHash {
    std::size_t operator()(const Circle& circle) const;
  };
  struct KnownProfile {
    geo::RingProfile profile;
    std::uint64_t usedInBuild = 0;
  };
  std::unordered_map<Circle, KnownProfile, CircleHash> profiles_;
  std::unordered_map<const std::vector<geo::LatLon>*, std::vector<geo::LatLon>> paths_;
  std::uint64_t build_ = 1;
};

}  // namespace cordon::scene
