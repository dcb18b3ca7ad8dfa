#include "app/choose_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <type_traits>

#include "app/layers.h"
#include "app/messages.h"
#include "geo/geodesic.h"
#include "scenario/suggestion.h"

namespace cordon::app {

namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

scene::Camera cameraOf(const scenario::ExtentView& view, const RenderOptions& options) {
  return scene::cameraForExtent(geo::degreesToRadians(view.westDegrees), geo::degreesToRadians(view.southDegrees),
                                geo::degreesToRadians(view.eastDegrees), geo::degreesToRadians(view.northDegrees),
                                options.widthPixels, options.heightPixels);
}

void addPath(const scenario::Path& path, std::vector<geo::LatLon>& points) {
  points.insert(points.end(), path.begin(), path.end());
}

/// Points that the picture of a feature reaches: its vertices, and for sites the longest default range each way.
void addPoints(const scenario::Document& document, const scenario::Feature& feature, std::vector<geo::LatLon>& points) {
  std::visit(
      [&points](const auto& geometry) {
        using Shape = std::decay_t<decltype(geometry)>;
        if constexpr (std::is_same_v<Shape, geo::LatLon>) {
          points.push_back(geometry);
        } else if constexpr (std::is_same_v<Shape, std::vector<scenario::Path>>) {
          for (const scenario::Path& path : geometry) addPath(path, points);
        } else {
          for (const scenario::Polygon& polygon : geometry) {
            for (const scenario::Path& ring : polygon.rings) addPath(ring, points);
          }
        }
      },
      feature.geometry);
  const auto* centre = std::get_if<geo::LatLon>(&feature.geometry);
  if (centre == nullptr) return;
  double radiusMeters = 0.0;
  for (const scenario::SystemAssignment& assignment : feature.systems) {
    const scenario::System* system = document.findSystem(assignment.systemId);
    const scenario::RangeClaim* range = system == nullptr ? nullptr : system->defaultRange();
    if (range != nullptr) radiusMeters = std::max(radiusMeters, range->maxKm * 1000.0);
  }
  if (radiusMeters <= 0.0) return;
  for (int quarter = 0; quarter < 4; ++quarter) {
    points.push_back(geo::geodesicDirect(*centre, quarter * kTurn / 4.0, radiusMeters).position);
  }
}

scene::Camera cameraForAll(const scenario::Document& document, const RenderOptions& options) {
  std::vector<geo::LatLon> points;
  for (const scenario::Feature& feature : document.features) addPoints(document, feature, points);
  if (points.empty()) return {{0.0, 0.0}, 2.6e7, 0.0, 0.0};

  // The extent begins east of the widest gap between longitudes, so that it may cross the dateline.
  std::vector<double> lons;
  for (const geo::LatLon& point : points) lons.push_back(geo::wrapLongitude(point.lonRadians));
  std::sort(lons.begin(), lons.end());
  double west = lons.front();
  double widest = lons.front() + kTurn - lons.back();
  for (std::size_t i = 1; i < lons.size(); ++i) {
    if (lons[i] - lons[i - 1] > widest) {
      widest = lons[i] - lons[i - 1];
      west = lons[i];
    }
  }
  const auto [south, north] = std::minmax_element(
      points.begin(), points.end(), [](const auto& a, const auto& b) { return a.latRadians < b.latRadians; });
  const double width = kTurn - widest;
  constexpr double kLeastMargin = 0.002;
  const double margin = std::max(kLeastMargin, 0.06 * std::max(width, north->latRadians - south->latRadians));
  constexpr double kPole = std::numbers::pi / 2.0;
  return scene::cameraForExtent(west - margin, std::max(-kPole, south->latRadians - margin), west + width + margin,
                                std::min(kPole, north->latRadians + margin), options.widthPixels, options.heightPixels);
}

Result<const scenario::View*> findView(const scenario::Document& document, const RenderOptions& options) {
  if (options.camera || options.extent) return nullptr;
  if (!options.view) {
    if (document.defaultView) return document.findView(*document.defaultView);
    return document.views.empty() ? nullptr : &document.views.front();
  }
  if (const scenario::View* view = document.findView(*options.view)) return view;
  std::vector<std::string> ids;
  for (const scenario::View& view : document.views) {
    if (view.name == *options.view) return &view;
    ids.push_back(view.id);
  }
  const std::string near = scenario::nearest(*options.view, ids);
  std::string mend = "The scenario has no views.";
  if (!near.empty()) {
    mend = fmt::format("Did you mean {}?", near);
  } else if (!ids.empty()) {
    mend = fmt::format("The scenario's views are {}.", fmt::join(ids, ", "));
  }
  return Result<const scenario::View*>::failure(
      plainError(fmt::format("--view: the scenario has no view \"{}\".", *options.view), mend));
}

}  // namespace

scene::Camera cameraOf(const scenario::CameraView& view) {
  return {geo::LatLon::fromDegrees(view.latDegrees, view.lonDegrees), view.rangeKm * 1000.0,
          geo::degreesToRadians(view.headingDegrees), geo::degreesToRadians(view.tiltDegrees)};
}

Result<ChosenView> chooseView(const scenario::Document& document, const RenderOptions& options) {
  const Result<const scenario::View*> found = findView(document, options);
  if (!found) return Result<ChosenView>::failure(found.diagnostics());
  const scenario::View* view = *found;

  ChosenView chosen;
  if (options.camera) {
    chosen.camera = cameraOf(*options.camera);
  } else if (options.extent) {
    chosen.camera = cameraOf(*options.extent, options);
  } else if (view == nullptr) {
    chosen.camera = cameraForAll(document, options);
  } else if (const auto* camera = std::get_if<scenario::CameraView>(&view->frame)) {
    chosen.camera = cameraOf(*camera);
  } else {
    chosen.camera = cameraOf(std::get<scenario::ExtentView>(view->frame), options);
  }

  chosen.date = options.date;
  if (!chosen.date && view != nullptr) chosen.date = view->date;
  chosen.layers = std::vector<bool>(scene::kLayerCount, true);
  if (options.layers) {
    chosen.layers = *options.layers;
  } else if (view != nullptr && !view->layers.empty()) {
    const Result<std::vector<bool>> layers = parseLayers(fmt::format("view {}", view->id), view->layers);
    if (!layers) return Result<ChosenView>::failure(layers.diagnostics());
    chosen.layers = *layers;
  }
  return chosen;
}

}  // namespace cordon::app
