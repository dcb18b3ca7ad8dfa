#include "interchange/kml_views.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/geodesic.h"
#include "interchange/xml_text.h"

namespace cordon::interchange {

namespace {

/// Google Earth's eye sees 60 degrees from side to side: from this many times a frame's larger side all of it is seen.
constexpr double kStandOff = 1.0;

scenario::CameraView cameraOf(const scenario::ExtentView& extent) {
  scenario::CameraView camera;
  const double width =
      extent.eastDegrees - extent.westDegrees + (extent.eastDegrees < extent.westDegrees ? 360.0 : 0.0);
  camera.latDegrees = 0.5 * (extent.southDegrees + extent.northDegrees);
  camera.lonDegrees = extent.westDegrees + 0.5 * width;
  const auto at = [](double lat, double lon) { return geo::LatLon::fromDegrees(lat, lon); };
  const double heightMeters = geo::geodesicDistanceMeters(at(extent.southDegrees, camera.lonDegrees),
                                                          at(extent.northDegrees, camera.lonDegrees));
  const double halfWidthMeters =
      geo::geodesicDistanceMeters(at(camera.latDegrees, camera.lonDegrees), at(camera.latDegrees, extent.westDegrees));
  camera.rangeKm =
      std::max(kStandOff * std::max(heightMeters, 2.0 * halfWidthMeters) / 1000.0, scenario::kLeastCameraKm);
  return camera;
}

}  // namespace

std::string lookAtOf(const scenario::View& view) {
  const auto* own = std::get_if<scenario::CameraView>(&view.frame);
  const scenario::CameraView camera = own ? *own : cameraOf(std::get<scenario::ExtentView>(view.frame));
  const std::string time =
      view.date ? "<gx:TimeStamp>" + element("when", view.date->toString()) + "</gx:TimeStamp>" : "";
  return fmt::format(
      "<LookAt>{}<longitude>{}</longitude><latitude>{}</latitude><altitude>0</altitude><heading>{}</heading>"
      "<tilt>{}</tilt><range>{}</range><altitudeMode>clampToGround</altitudeMode></LookAt>",
      time, std::remainder(camera.lonDegrees, 360.0), camera.latDegrees, std::fmod(camera.headingDegrees, 360.0),
      camera.tiltDegrees, 1000.0 * camera.rangeKm);
}

std::string tourOf(const scenario::Document& document, Losses& losses) {
  if (document.views.empty()) return {};
  std::string tour = "<gx:Tour><name>Views</name><gx:Playlist>\n";
  for (const scenario::View& view : document.views) {
    if (!view.layers.empty()) losses.add("layers of views", view.id);
    if (std::holds_alternative<scenario::ExtentView>(view.frame)) losses.add("exact frames of views", view.id);
    tour += "<gx:FlyTo><gx:duration>4</gx:duration><gx:flyToMode>bounce</gx:flyToMode>" + lookAtOf(view) +
            "</gx:FlyTo>\n<gx:Wait><gx:duration>5</gx:duration></gx:Wait>\n";
  }
  return tour + "</gx:Playlist></gx:Tour>\n";
}

}  // namespace cordon::interchange
