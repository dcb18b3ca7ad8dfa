#include "ui/tool_text.h"

#include <numbers>

#include "scene/azimuth.h"
#include "scene/sketch.h"

namespace cordon::ui {

std::vector<std::string> pathText(const std::vector<geo::LatLon>& vertices, bool closed, geo::LatLon cursor,
                                  scene::LengthUnit unit) {
  scene::MeasuredPath path{vertices, false};
  path.vertices.push_back(cursor);
  const scene::PathMeasure open = scene::measurePath(path);
  const scene::Leg& leg = open.legs.back();
  std::vector<std::string> lines;
  lines.push_back(scene::lengthText(leg.distanceMeters, unit) + ", " + scene::azimuthText(leg.startAzimuthRadians));
  if (closed && path.vertices.size() >= 3) {
    path.closed = true;
    const scene::PathMeasure outline = scene::measurePath(path);
    lines.push_back("around " + scene::lengthText(outline.lengthMeters, unit));
    lines.push_back(scene::areaText(outline.areaSquareMeters, unit));
  } else if (open.legs.size() > 1) {
    lines.push_back("total " + scene::lengthText(open.lengthMeters, unit));
  }
  return lines;
}

std::vector<std::string> bearingText(geo::LatLon from, geo::LatLon cursor, scene::LengthUnit unit) {
  const scene::Leg leg = scene::measurePath({{from, cursor}, false}).legs.front();
  return {scene::lengthText(leg.distanceMeters, unit), "there " + scene::azimuthText(leg.startAzimuthRadians),
          "back " + scene::azimuthText(scene::wrapAzimuth(leg.endAzimuthRadians + std::numbers::pi))};
}

}  // namespace cordon::ui
