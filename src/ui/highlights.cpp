#include "ui/highlights.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "scene/symbols.h"
#include "ui/map_style.h"
#include "ui/ribbon.h"

namespace cordon::ui {

namespace {

using typography::Point;

/// More glows than this say nothing more, and each costs time.
constexpr std::size_t kMostHighlights = 200;
constexpr double kGreatestReliefMeters = 9000.0;
constexpr double kSmoothUnits = 4.0;

enum class Emphasis { Selected, Hovered };

/// A glow's cross-section: nothing in the middle where the line itself is seen, then a casing, then the accent that
/// fades out.
std::vector<RibbonStop> glow(Emphasis emphasis, double halfLineUnits, float unit) {
  const bool selected = emphasis == Emphasis::Selected;
  const ImU32 accent = faded(kMapAccent, selected ? 0.95 : 0.55);
  const ImU32 casing = faded(kMapCasing, 0.95);
  const auto offset = [&](double units) { return static_cast<float>(units + halfLineUnits) * unit; };
  const std::vector<RibbonStop> half{{offset(0.0), faded(kMapCasing, 0.0)},
                                     {offset(0.8), casing},
                                     {offset(1.8), casing},
                                     {offset(2.6), accent},
                                     {offset(selected ? 4.4 : 3.2), accent},
                                     {offset(selected ? 10.0 : 8.0), faded(kMapAccent, 0.0)}};
  std::vector<RibbonStop> stops;
  for (auto stop = half.rbegin(); stop != half.rend(); ++stop) stops.push_back({-stop->offsetPixels, stop->color});
  stops.insert(stops.end(), half.begin(), half.end());
  return stops;
}

/// Without the crinkles of a coast that are finer than a glow is wide.
scene::Polyline smoothed(const scene::Polyline& line, double leastStep) {
  scene::Polyline kept;
  for (const Point& p : line) {
    if (kept.empty() || std::hypot(p.x - kept.back().x, p.y - kept.back().y) >= leastStep) kept.push_back(p);
  }
  if (kept.size() >= 2 && !line.empty()) kept.back() = line.back();
  return kept;
}

class Highlighter {
 public:
  Highlighter(const Panel& panel, ImDrawList& list, ImVec2 origin, CurveCache& curves)
      : panel_(panel), list_(list), origin_(origin), curves_(curves) {}

  void draw(const scene::Item& item, Emphasis emphasis) {
    emphasis_ = emphasis;
    const scene::RenderModel& model = panel_.view.model;
    switch (item.kind) {
      case scene::ItemKind::Site:
        for (const auto& site : model.sites) {
          if (site.id == item.id) drawSite(site);
        }
        break;
      case scene::ItemKind::Ring:
        for (const auto& ring : model.rings) {
          if (ring.id == item.id) drawRing(ring);
        }
        break;
      case scene::ItemKind::Line:
        for (const auto& line : model.lines) {
          if (line.id == item.id) drawAlong(line.points, line.style.widthPixels);
        }
        break;
      case scene::ItemKind::Area:
        for (const auto& area : model.areas) {
          if (area.id != item.id) continue;
          for (std::vector<geo::LatLon> contour : area.contours) {
            if (contour.empty()) continue;
            contour.push_back(contour.front());
            drawAlong(contour, area.outline ? area.outline->widthPixels : 0.0);
          }
        }
        break;
      case scene::ItemKind::Place:
        for (const auto& place : model.places) {
          if (place.name == item.id) drawAt(place.position, 1);
        }
        break;
    }
  }

 private:
  double mapUnit() const { return panel_.view.ground.projector().unit(); }

  void drawPixels(const std::vector<scene::Polyline>& lines, double lineWidth) {
    // A line's width is in the picture's units, the glow's in the window's.
    const double half = 0.5 * lineWidth * mapUnit() / static_cast<double>(panel_.unit);
    const std::vector<RibbonStop> stops = glow(emphasis_, half, panel_.unit);
    for (const scene::Polyline& line : lines) drawRibbon(list_, line, origin_, stops);
  }

  void drawAlong(const std::vector<geo::LatLon>& points, double lineWidth) {
    std::vector<scene::Polyline> lines = panel_.view.ground.line(points);
    for (scene::Polyline& line : lines) line = smoothed(line, kSmoothUnits * static_cast<double>(panel_.unit));
    drawPixels(lines, lineWidth);
  }

  void drawRing(const scene::Ring& ring) {
    const double relief = reliefMeters(panel_.view);
    const std::vector<GeodesicSweep> sweeps = ringSweeps(ring);
    for (std::size_t i = 0; i < sweeps.size(); ++i) {
      GroundCurve& curve = curves_.curve(ring.id + "#" + std::to_string(i), sweeps[i]);
      for (const auto& piece : curve.trace(panel_.view.ground.projector(), relief)) {
        drawPixels(panel_.view.ground.line(piece), 2.4 * ring.lineWidthFactor);
      }
    }
  }

  void drawSite(const scene::SiteSymbol& site) {
    const std::vector<scene::PlacedSign>* signs = panel_.view.signs;
    if (signs == nullptr) {
      drawAt(site.position, site.parts.size());
      return;
    }
    for (const scene::PlacedSign& sign : *signs) {
      if (std::find(sign.siteIds.begin(), sign.siteIds.end(), site.id) != sign.siteIds.end()) drawAbout(sign.rect);
    }
  }

  /// About a row of signs that stands in its place.
  void drawAt(geo::LatLon position, std::size_t parts) {
    const std::optional<Point> centre = panel_.view.ground.pixel(position);
    if (!centre) return;
    const double height = 2.0 * (scene::kSymbolRadius + 2.5) * mapUnit();
    const double row = scene::kSymbolStep * mapUnit() * static_cast<double>(std::max<std::size_t>(parts, 1) - 1);
    drawAbout({centre->x - 0.5 * (row + height), centre->y - 0.5 * height, row + height, height});
  }

  /// A glow about a sign's room: a circle, or longer where several signs stand in a row.
  void drawAbout(const typography::Rect& sign) {
    const double halfRow = 0.5 * std::max(0.0, sign.width - sign.height);
    const double radius = 0.5 * std::min(sign.height, sign.width) + mapUnit();
    const Point centre{sign.x + 0.5 * sign.width, sign.y + 0.5 * sign.height};
    constexpr int kSteps = 24;
    scene::Polyline outline;
    for (int i = 0; i <= 2 * kSteps + 1; ++i) {
      const bool right = i <= kSteps;
      const double angle = std::numbers::pi * (static_cast<double>(right ? i : i - 1) / kSteps - 0.5);
      outline.push_back(
          {centre.x + (right ? halfRow : -halfRow) + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    outline.push_back(outline.front());
    // Outwards alone, which is to the left of the way round: the sign stays clear.
    std::vector<RibbonStop> stops = glow(emphasis_, 0.0, panel_.unit);
    stops.resize(stops.size() / 2);
    drawRibbon(list_, outline, origin_, stops);
  }

  const Panel& panel_;
  ImDrawList& list_;
  ImVec2 origin_;
  CurveCache& curves_;
  Emphasis emphasis_ = Emphasis::Selected;
};

}  // namespace

double reliefMeters(const ViewOfMap& view) {
  const double relief = kGreatestReliefMeters * std::max(1.0, view.model.exaggeration);
  return std::min(relief, view.ground.projector().camera().rangeMeters);
}

void drawHighlights(const Panel& panel, ImDrawList& list, ImVec2 origin, CurveCache& curves) {
  const std::vector<scene::Item>& selection = panel.view.workspace.selection();
  const std::vector<scene::Pick>& under = panel.view.status.under;
  Highlighter highlighter(panel, list, origin, curves);
  const bool isNews = !under.empty() && !panel.view.status.turn && !under.front().isBackground;
  if (isNews && !panel.view.workspace.isSelected(under.front().item)) {
    highlighter.draw(under.front().item, Emphasis::Hovered);
  }
  const std::size_t first = selection.size() - std::min(selection.size(), kMostHighlights);
  for (std::size_t i = first; i < selection.size(); ++i) highlighter.draw(selection[i], Emphasis::Selected);
}

}  // namespace cordon::ui
