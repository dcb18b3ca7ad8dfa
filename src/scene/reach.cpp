#include "scene/reach.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "geo/geodesic.h"
#include "scene/azimuth.h"
#include "scene/ring_style.h"
#include "scene/rough_distance.h"

namespace cordon::scene {

bool inSector(const Ring& ring, double azimuthRadians) {
  if (!ring.sector) return true;
  const double width = wrapAzimuth(ring.sector->toAzimuthRadians - ring.sector->fromAzimuthRadians);
  return width == 0.0 || wrapAzimuth(azimuthRadians - ring.sector->fromAzimuthRadians) <= width;
}

bool covers(const Ring& ring, double distanceMeters, double azimuthRadians) {
  if (distanceMeters > ring.radiusMeters || distanceMeters < ring.innerRadiusMeters) return false;
  return distanceMeters == 0.0 || inSector(ring, azimuthRadians);
}

std::vector<Reach> whoReaches(const RenderModel& model, geo::LatLon point) {
  std::vector<Reach> answers;
  answers.reserve(model.rings.size());
  std::set<std::string_view> reaching;
  for (const Ring& ring : model.rings) {
    if (ring.isFree) continue;
    const geo::GeodesicPath path = geo::geodesicInverse(ring.centre, point);
    Reach answer;
    answer.ringId = ring.id;
    answer.siteId = ring.siteId;
    answer.systemId = ring.systemId;
    answer.label = ring.label;
    answer.status = ring.status;
    answer.distanceMeters = path.distanceMeters;
    answer.azimuthRadians = wrapAzimuth(path.startAzimuthRadians);
    answer.reaches = covers(ring, path.distanceMeters, path.startAzimuthRadians);
    answer.marginMeters = ring.radiusMeters - path.distanceMeters;
    answer.accuracyMeters = ring.accuracyMeters;
    answer.isLowerBound = ring.isLowerBound;
    answer.isTooNear = path.distanceMeters < ring.innerRadiusMeters;
    if (answer.reaches) reaching.insert(ring.id);
    // Where the smallest claim reaches, the band between it and the greatest has nothing to say.
    if (!ring.bandOf.empty() && reaching.contains(ring.bandOf)) continue;
    answers.push_back(std::move(answer));
  }
  std::stable_sort(answers.begin(), answers.end(), [](const Reach& a, const Reach& b) {
    return a.reaches != b.reaches ? a.reaches : a.marginMeters > b.marginMeters;
  });
  return answers;
}

std::size_t countReaching(const RenderModel& model, geo::LatLon point) {
  const RoughDistance rough(point);
  return static_cast<std::size_t>(std::count_if(model.rings.begin(), model.rings.end(), [&](const Ring& ring) {
    if (ring.isFree || (model.fillMode == FillMode::Overlaps && !tintsGround(ring))) return false;
    const double distance = rough.meters(ring.centre);
    const double slack = RoughDistance::slackMeters(distance);
    if (distance - slack > ring.radiusMeters || distance + slack < ring.innerRadiusMeters) return false;
    const bool isClear = distance + slack <= ring.radiusMeters && distance - slack >= ring.innerRadiusMeters;
    if (isClear && !ring.sector) return true;
    const geo::GeodesicPath path = geo::geodesicInverse(ring.centre, point);
    return covers(ring, path.distanceMeters, path.startAzimuthRadians);
  }));
}

}  // namespace cordon::scene
