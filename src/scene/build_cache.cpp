#include "scene/build_cache.h"

#include <functional>

#include "scene/build_model_state.h"

namespace cordon::scene {

std::size_t BuildCache::CircleHash::operator()(const Circle& circle) const {
  const std::hash<double> hash;
  std::size_t seed = hash(circle.latRadians);
  for (const double value : {circle.lonRadians, circle.radiusMeters})
    seed ^= hash(value) + 0x9e3779b97f4a7c15ULL + (seed << 6U) + (seed >> 2U);
  return seed;
}

const geo::RingProfile& BuildCache::profile(geo::LatLon centre, double radiusMeters) {
  const Circle circle{centre.latRadians, centre.lonRadians, radiusMeters};
  auto known = profiles_.find(circle);
  if (known == profiles_.end())
    known = profiles_.emplace(circle, KnownProfile{geo::ringProfile(centre, radiusMeters)}).first;
  known->second.usedInBuild = build_;
  return known->second.profile;
}

const std::vector<geo::LatLon>& BuildCache::densifiedPath(const std::vector<geo::LatLon>& path, bool closed) {
  const auto [known, isNew] = paths_.try_emplace(&path);
  if (isNew) known->second = densified(path, closed);
  return known->second;
}

void BuildCache::endBuild() {
  std::erase_if(profiles_, [this](const auto& known) { return known.second.usedInBuild + 1 < build_; });
  ++build_;
}

}  // namespace cordon::scene
