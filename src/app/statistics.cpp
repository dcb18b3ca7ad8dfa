#include "app/statistics.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

#include "app/version.h"
#include "geo/geodesic.h"
#include "geo/ring.h"
#include "scenario/words.h"

namespace cordon::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kProbes = 72;
constexpr double kTurn = 2.0 * std::numbers::pi;

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

std::string hex(const typography::Color& color) {
  const auto byte = [](double value) { return static_cast<int>(std::lround(std::clamp(value, 0.0, 1.0) * 255.0)); };
  return fmt::format("#{:02x}{:02x}{:02x}", byte(color.red), byte(color.green), byte(color.blue));
}

std::string_view statusWord(scene::Status status) {
  // Both enumerations list the same states in the same order.
  return scenario::toWord(static_cast<scenario::Status>(status));
}

/// A point of the ground: where it is, and where it stands on the picture if it can be seen there.
Json pointJson(geo::LatLon position, const scene::Projector& projector, const DrawnGround& ground,
               double exaggeration) {
  const double height = ground.heightMeters(position) * exaggeration;
  Json json{{"lat", position.latDegrees()},
            {"lon", geo::radiansToDegrees(geo::wrapLongitude(position.lonRadians))},
            {"ground_m", height}};
  const geo::Ecef point = geo::toEcef(position, height);
  const auto pixel = projector.toPixel(point);
  const bool onPicture = pixel && pixel->x >= 0.0 && pixel->y >= 0.0 && pixel->x < projector.widthPixels() &&
                         pixel->y < projector.heightPixels();
  json["pixel"] = pixel ? Json::array({pixel->x, pixel->y}) : Json();
  json["visible"] = onPicture && projector.isAboveHorizon(point);
  return json;
}

bool isInSector(const std::optional<scene::Sector>& sector, double azimuth) {
  if (!sector) return true;
  const auto turned = [](double angle) { return angle - kTurn * std::floor(angle / kTurn); };
  return turned(azimuth - sector->fromAzimuthRadians) <= turned(sector->toAzimuthRadians - sector->fromAzimuthRadians);
}

/// Points of the true circle, by direct geodesics: another way than the shader's.
Json probesJson(const scene::Ring& ring, const scene::Projector& projector, const DrawnGround& ground,
                double exaggeration) {
  Json probes = Json::array();
  for (int i = 0; i < kProbes; ++i) {
    const double azimuth = kTurn * i / kProbes;
    if (!isInSector(ring.sector, azimuth)) continue;
    // Beyond the cut locus a geodesic's end is nearer to the centre than its length.
    if (ring.radiusMeters > geo::cutDistanceMeters(ring.centre, azimuth)) continue;
    const geo::LatLon point = geo::geodesicDirect(ring.centre, azimuth, ring.radiusMeters).position;
    probes.push_back(pointJson(point, projector, ground, exaggeration));
  }
  return probes;
}

/// How the claim that gave a ring its radius bounds the range; null where no claim has that number.
Json boundJson(const scene::Ring& ring, const scenario::Document& document) {
  const scenario::System* system = document.findSystem(ring.systemId);
  if (system == nullptr) return nullptr;
  const scenario::RangeClaim* found = nullptr;
  for (const scenario::RangeClaim& claim : system->ranges) {
    const bool fits = std::abs(claim.minKm * 1000.0 - ring.radiusMeters) < 0.5 ||
                      std::abs(claim.maxKm * 1000.0 - ring.radiusMeters) < 0.5;
    if (fits && (found == nullptr || &claim == system->defaultRange())) found = &claim;
  }
  if (found == nullptr) return nullptr;
  return std::string(scenario::toWord(found->bound));
}

Json ringJson(const scene::Ring& ring, const scenario::Document& document, const scene::Projector& projector,
              const DrawnGround& ground, double exaggeration) {
  return Json{{"id", ring.id},
              {"site", ring.siteId},
              {"system", ring.systemId},
              {"label", ring.label},
              {"centre", {ring.centre.latDegrees(), ring.centre.lonDegrees()}},
              {"radius_m", ring.radiusMeters},
              {"inner_radius_m", ring.innerRadiusMeters},
              {"color", hex(ring.color)},
              {"status", std::string(statusWord(ring.status))},
              {"bound", boundJson(ring, document)},
              {"probes", probesJson(ring, projector, ground, exaggeration)}};
}

}  // namespace

double processCpuSeconds() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::int64_t peakResidentBytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::int64_t>(usage.ru_maxrss) * 1024;
}

nlohmann::ordered_json cameraJson(const scene::Camera& camera) {
  return {{"lat", camera.target.latDegrees()},
          {"lon", camera.target.lonDegrees()},
          {"range_km", camera.rangeMeters / 1000.0},
          {"heading", geo::radiansToDegrees(camera.headingRadians)},
          {"tilt", geo::radiansToDegrees(camera.tiltRadians)}};
}

std::string statisticsJson(const RenderOptions& options, const scenario::Document& document,
                           const scene::RenderModel& model, const scene::Projector& projector,
                           const DrawnGround& ground, const RunFacts& facts) {
  const Timings& times = facts.timings;

  Json json;
  json["program"] = programName();
  json["scenario"] = options.scenario;
  json["title"] = model.title;
  json["date"] = facts.date.empty() ? Json() : Json(facts.date);
  json["picture"] = {
      {"width", options.widthPixels}, {"height", options.heightPixels}, {"background", options.background}};
  json["camera"] = cameraJson(projector.camera());
  json["exaggeration"] = model.exaggeration;
  json["milliseconds"] = {{"load", times.loadMs},     {"settle", times.settleMs}, {"steady_frame", times.steadyFrameMs},
                          {"encode", times.encodeMs}, {"write", times.writeMs},   {"total", times.totalMs}};
  json["cpu_seconds"] = times.cpuSeconds;
  json["peak_rss_bytes"] = peakResidentBytes();
  json["tiles"] = facts.tiles;
  json["triangles"] = facts.triangles;
  json["gl_renderer"] = facts.driver;
  json["ecefToClip"] = projector.ecefToClip();
  json["sites"] = Json::array();
  for (const scene::SiteSymbol& site : model.sites) {
    Json entry{{"id", site.id}, {"name", site.name}};
    entry.update(pointJson(site.position, projector, ground, model.exaggeration));
    json["sites"].push_back(std::move(entry));
  }
  json["rings"] = Json::array();
  for (const scene::Ring& ring : model.rings) {
    json["rings"].push_back(ringJson(ring, document, projector, ground, model.exaggeration));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cordon::app
