#include "scene/build_cache.h"

#include <gtest/gtest.h>

#include "scene/build_model_state.h"

namespace cordon::scene {
namespace {

const geo::LatLon kMatua = geo::LatLon::fromDegrees(48.09, 153.2);

TEST(BuildCache, GivesTheProfileOfTheCircleThatIsAskedFor) {
  BuildCache cache;
  for (int round = 0; round < 2; ++round) {
    for (const double radiusMeters : {130.0e3, 300.0e3}) {
      const geo::RingProfile expected = geo::ringProfile(kMatua, radiusMeters);
      const geo::RingProfile& found = cache.profile(kMatua, radiusMeters);
      EXPECT_EQ(found.chordChebyshevMeters, expected.chordChebyshevMeters);
      EXPECT_EQ(found.anchor, kMatua);
    }
    cache.endBuild();
  }
}

TEST(BuildCache, KeepsWhatTheLastBuildAskedForAndForgetsTheRest) {
  BuildCache cache;
  const geo::RingProfile* first = &cache.profile(kMatua, 300.0e3);
  cache.endBuild();
  EXPECT_EQ(&cache.profile(kMatua, 300.0e3), first);
  EXPECT_EQ(cache.profileCount(), 1U);
  for (int build = 0; build < 3; ++build) {
    cache.profile(kMatua, 130.0e3);
    cache.endBuild();
  }
  EXPECT_EQ(cache.profileCount(), 1U);
}

TEST(BuildCache, DensifiesAPathOnce) {
  BuildCache cache;
  const std::vector<geo::LatLon> path{kMatua, geo::LatLon::fromDegrees(50.0, 156.0)};
  const std::vector<geo::LatLon>& points = cache.densifiedPath(path, false);
  EXPECT_EQ(points, densified(path));
  EXPECT_GT(points.size(), 5U);
  EXPECT_EQ(&cache.densifiedPath(path, false), &points);
}

}  // namespace
}  // namespace cordon::scene
