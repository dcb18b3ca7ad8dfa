#include "ui/path_rubber.h"

#include <cmath>
#include <string>
#include <vector>

#include "scene/sketch.h"
#include "ui/highlights.h"
#include "ui/map_style.h"
#include "ui/ribbon.h"
#include "ui/tool_text.h"

namespace cordon::ui {

namespace {

constexpr double kSameRadians = 1e-9;  // two places nearer than this are one

bool isSame(geo::LatLon a, geo::LatLon b) {
  return std::abs(a.latRadians - b.latRadians) < kSameRadians && std::abs(a.lonRadians - b.lonRadians) < kSameRadians;
}

class Rubber {
 public:
  Rubber(const Panel& panel, ImDrawList& list, const typography::Rect& room, CurveCache& curves)
      : panel_(panel), list_(list), room_(room), curves_(curves) {}

  /// A cased line along a curve of the ground.
  void draw(const std::string& key, const GeodesicSweep& sweep, double opacity) {
    const float unit = panel_.unit;
    const std::vector<RibbonStop> stops{
        {-2.8F * unit, faded(kMapShade, 0.0)},           {-1.9F * unit, faded(kMapShade, 0.75 * opacity)},
        {-1.0F * unit, faded(kMapAccent, opacity)},      {1.0F * unit, faded(kMapAccent, opacity)},
        {1.9F * unit, faded(kMapShade, 0.75 * opacity)}, {2.8F * unit, faded(kMapShade, 0.0)}};
    const ViewOfMap& view = panel_.view;
    const ImVec2 origin(static_cast<float>(room_.x), static_cast<float>(room_.y));
    for (const auto& piece : curves_.curve(key, sweep).trace(view.ground.projector(), reliefMeters(view))) {
      for (const scene::Polyline& line : view.ground.line(piece)) drawRibbon(list_, line, origin, stops);
    }
  }

  void drawKnob(geo::LatLon place) {
    const auto pixel = panel_.view.ground.pixel(place);
    if (!pixel) return;
    const ImVec2 centre(static_cast<float>(pixel->x + room_.x), static_cast<float>(pixel->y + room_.y));
    list_.AddCircleFilled(centre, 4.6F * panel_.unit, kMapShade);
    list_.AddCircleFilled(centre, 3.2F * panel_.unit, kMapAccent);
  }

  void say(const std::vector<std::string>& texts) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    std::vector<PlateLine> lines;
    for (const std::string& text : texts) {
      lines.push_back(
          {text, lines.empty() ? panel_.fonts.bold : panel_.fonts.regular, ImGui::GetColorU32(ImGuiCol_Text)});
    }
    drawPlateBeside(list_, {static_cast<double>(mouse.x), static_cast<double>(mouse.y)}, lines, room_, panel_.unit);
  }

 private:
  const Panel& panel_;
  ImDrawList& list_;
  const typography::Rect& room_;
  CurveCache& curves_;
};

void drawPath(Rubber& rubber, const scene::MeasuredPath& path, bool closed, geo::LatLon cursor,
              scene::LengthUnit unit) {
  if (!isSame(path.vertices.back(), cursor)) {
    rubber.draw("rubber leg", pathSweep(path.vertices.back(), cursor), 1.0);
    if (closed && path.vertices.size() >= 2) {
      rubber.draw("rubber closing", pathSweep(cursor, path.vertices.front()), 0.5);
    }
  }
  rubber.drawKnob(path.vertices.back());
  rubber.say(pathText(path.vertices, closed, cursor, unit));
}

}  // namespace

void drawPathRubber(const Panel& panel, ImDrawList& list, const typography::Rect& room, CurveCache& curves) {
  const edit::Workspace& workspace = panel.view.workspace;
  const auto& cursor = panel.view.status.cursor;
  if (!cursor || ImGui::GetIO().WantCaptureMouse) return;
  const scene::LengthUnit unit = panel.view.preferences.lengthUnit;
  Rubber rubber(panel, list, room, curves);
  switch (workspace.tool()) {
    case edit::Tool::Measure:
    case edit::Tool::Area:
    case edit::Tool::DrawLine:
    case edit::Tool::DrawTrack:
    case edit::Tool::DrawArea: {
      const auto& paths = workspace.shown().sketch.paths;
      if (!workspace.isDrawing() || paths.empty() || paths.back().vertices.empty()) break;
      drawPath(rubber, paths.back(), paths.back().closed, *cursor, unit);
      break;
    }
    case edit::Tool::Ring:
      if (workspace.freeRingMeters() > 0.0) {
        rubber.draw("rubber ring", circleSweep(*cursor, workspace.freeRingMeters()), 1.0);
        rubber.say({scene::lengthText(workspace.freeRingMeters(), unit)});
      }
      break;
    case edit::Tool::Bearing:
      if (workspace.askedPlace() && !isSame(*workspace.askedPlace(), *cursor)) {
        rubber.draw("rubber bearing", pathSweep(*workspace.askedPlace(), *cursor), 1.0);
        rubber.drawKnob(*workspace.askedPlace());
        rubber.say(bearingText(*workspace.askedPlace(), *cursor, unit));
      }
      break;
    case edit::Tool::Select:
    case edit::Tool::Reach:
    case edit::Tool::AddSite:
    case edit::Tool::AddNote:
      break;
  }
}

}  // namespace cordon::ui
