#include "ui/edit_handles.h"

#include <string>
#include <vector>

#include "edit/edit_commands.h"
#include "edit/feature_edits.h"
#include "geo/coordinate_format.h"
#include "geo/geodesic.h"
#include "scene/length_unit.h"
#include "ui/highlights.h"
#include "ui/map_style.h"

namespace cordon::ui {

namespace {

void drawKnob(const Panel& panel, ImDrawList& list, const typography::Rect& room, geo::LatLon place, float radius,
              ImU32 fill) {
  const auto pixel = panel.view.ground.pixel(place);
  if (!pixel) return;
  const ImVec2 centre(static_cast<float>(pixel->x + room.x), static_cast<float>(pixel->y + room.y));
  list.AddCircleFilled(centre, (radius + 1.4F) * panel.unit, kMapShade);
  list.AddCircleFilled(centre, radius * panel.unit, fill);
}

void drawFeature(const Panel& panel, ImDrawList& list, const typography::Rect& room, const scenario::Feature& feature) {
  if (std::holds_alternative<geo::LatLon>(feature.geometry)) return;
  const bool closed = feature.kind == scenario::FeatureKind::Area;
  for (const scenario::Path& path : edit::pathsOf(feature.geometry)) {
    const std::size_t legs = closed ? path.size() : path.size() - 1;
    for (std::size_t i = 0; i < legs; ++i) {
      const geo::LatLon middle = geo::geodesicInterpolate(path[i], path[(i + 1) % path.size()], 0.5);
      drawKnob(panel, list, room, middle, 2.4F, faded(kMapAccent, 0.55));
    }
    for (const geo::LatLon vertex : path) drawKnob(panel, list, room, vertex, 4.2F, kMapAccent);
  }
}

void drawWay(const Panel& panel, ImDrawList& list, const typography::Rect& room) {
  const auto& way = panel.view.status.dragWay;
  if (!way) return;
  const auto from = panel.view.ground.pixel(way->first);
  const auto to = panel.view.ground.pixel(way->second);
  if (from && to) {
    list.AddLine({static_cast<float>(from->x + room.x), static_cast<float>(from->y + room.y)},
                 {static_cast<float>(to->x + room.x), static_cast<float>(to->y + room.y)}, faded(kMapAccent, 0.8),
                 1.6F * panel.unit);
  }
  const double meters = geo::geodesicDistanceMeters(way->first, way->second);
  const std::vector<PlateLine> lines{{geo::formatCoordinates(way->second, panel.view.preferences.coordinateFormat, 4),
                                      panel.fonts.bold, ImGui::GetColorU32(ImGuiCol_Text)},
                                     {"moved " + scene::lengthText(meters, panel.view.preferences.lengthUnit),
                                      panel.fonts.regular, ImGui::GetColorU32(ImGuiCol_Text)}};
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  drawPlateBeside(list, {static_cast<double>(mouse.x), static_cast<double>(mouse.y)}, lines, room, panel.unit);
}

}  // namespace

void drawEditHandles(const Panel& panel, ImDrawList& list, const typography::Rect& room) {
  if (!panel.view.workspace.isEditing()) return;
  for (const std::string& id : edit::selectedFeatures(panel.view.workspace)) {
    drawFeature(panel, list, room, *panel.view.workspace.document().findFeature(id));
  }
  drawWay(panel, list, room);
}

}  // namespace cordon::ui
