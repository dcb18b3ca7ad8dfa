#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "scene/page.h"
#include "scene/palette.h"
#include "scene/place_style.h"
#include "typography/text_curve.h"

namespace cordon::scene {

namespace {

using geo::LatLon;
using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Rect;
using typography::Stroke;
using typography::TextAlign;
using typography::TextCurve;
using typography::TextStyle;

/// Within this of its site's sign a place of the same name is the site's label said twice.
constexpr double kSameNamePixels = 130.0;
/// A curve steeper than this is given up for level type.
constexpr double kSteepest = 72.0 * std::numbers::pi / 180.0;

bool isDisputedPair(const Place& place) {
  return place.secondName.rfind("/", 0) == 0;
}

std::string mainText(const Place& place, const PlaceStyle& look) {
  const std::string text = isDisputedPair(place) ? place.name + " " + place.secondName : place.name;
  return look.capitals ? toCapitals(text) : text;
}

TextStyle scaled(TextStyle style, double unit) {
  style.sizePixels *= unit;
  style.letterSpacingPixels *= unit;
  style.haloWidthPixels *= unit;
  return style;
}

void setWaterInk(const Page& page, TextStyle& style, const std::vector<LatLon>& positions) {
  if (!page.options.elevationMeters || positions.empty()) return;
  double sum = 0.0;
  for (const LatLon& position : positions) sum += page.options.elevationMeters(position);
  if (sum / static_cast<double>(positions.size()) > palette::kDeepWaterMeters) return;
  style.color = palette::kDeepWaterInk;
  style.haloColor = palette::kDeepWaterHalo;
}

/// The visible run of the parallel through a point, long enough for a text; nothing where it is steep or hidden.
std::optional<std::vector<Point>> alongParallel(const Page& page, LatLon middle, double lengthPixels) {
  const std::optional<Point> centre = page.ground.pixel(middle);
  if (!centre) return std::nullopt;
  const LatLon beside{middle.latRadians, middle.lonRadians + 1e-3};
  const std::optional<Point> next = page.ground.pixel(beside);
  if (!next) return std::nullopt;
  const double pixelsPerRadian = std::hypot(next->x - centre->x, next->y - centre->y) / 1e-3;
  if (pixelsPerRadian < 1.0) return std::nullopt;
  const double half = std::min(0.8 * lengthPixels / pixelsPerRadian, 1.2);
  std::vector<Point> curve;
  constexpr int steps = 24;
  for (int i = -steps; i <= steps; ++i) {
    const auto p = page.ground.pixel({middle.latRadians, middle.lonRadians + half * i / steps});
    if (p) {
      curve.push_back(*p);
    } else if (i >= 0) {
      break;
    } else {
      curve.clear();
    }
  }
  if (curve.size() < 2) return std::nullopt;
  readLeftToRight(curve);
  return curve;
}

/// The station on a curve that is nearest to a point.
double nearestStation(const std::vector<Point>& curve, Point p) {
  double best = 0.0;
  double nearest = 1e300;
  double station = 0.0;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if (i > 0) station += std::hypot(curve[i].x - curve[i - 1].x, curve[i].y - curve[i - 1].y);
    const double distance = std::hypot(curve[i].x - p.x, curve[i].y - p.y);
    if (distance >= nearest) continue;
    nearest = distance;
    best = station;
  }
  return best;
}

struct CurvedChoice {
  double cost = 0.0;
  CurvedText text;
};

void consider(const Page& page, std::optional<CurvedChoice>& best, CurvedText text, double cost) {
  if (std::abs(text.angleRadians) > kSteepest || !page.hasRoom(text.boxes)) return;
  cost += 0.8 * page.lineMask.crossings(text.boxes);
  if (!best || cost < best->cost) best = CurvedChoice{cost, std::move(text)};
}

/// A name that spreads over what it names.
bool placeSpread(Page& page, const Place& place, const PlaceStyle& look, Drawing& drawing) {
  TextStyle style = scaled(look.style, page.unit);
  const std::string text = mainText(place, look);
  const double pad = 3.0 * page.unit;
  std::optional<CurvedChoice> best;

  if (place.path.size() >= 2) {
    if (look.water) setWaterInk(page, style, place.path);
    for (std::vector<Point>& piece : page.ground.line(place.path)) {
      readLeftToRight(piece);
      const double length = TextCurve(piece).lengthPixels();
      TextStyle fitted = style;
      const double width = page.typesetter.measure(text, style).advancePixels;
      if (width > 1.05 * length) fitted.letterSpacingPixels = 0.05 * style.sizePixels;
      const double tight = page.typesetter.measure(text, fitted).advancePixels;
      if (tight > 1.15 * length) continue;
      for (const double sideways : {0.0, -0.5, 0.5, -1.0, 1.0}) {
        std::vector<Point> moved = piece;
        for (Point& p : moved) p.y += sideways * look.reachPixels * page.unit;
        for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
          if (0.5 * tight > std::min(share, 1.0 - share) * length + 0.1 * length) continue;
          consider(page, best, setAlong(page, text, fitted, moved, share * length, pad),
                   40.0 * std::abs(share - 0.5) + 6.0 * std::abs(sideways));
        }
      }
    }
  }
  const std::optional<Point> home = page.ground.pixel(place.position);
  if (!best && home) {
    const double step = 0.5 * look.reachPixels * page.unit;
    const double width = page.typesetter.measure(text, style).advancePixels;
    for (int dy = -2; dy <= 2; ++dy) {
      for (int dx = -2; dx <= 2; ++dx) {
        const Point p{home->x + dx * step, home->y + 0.7 * dy * step};
        const std::optional<LatLon> middle = page.projector.toGround(p);
        if (!middle) continue;
        const auto curve = alongParallel(page, *middle, width);
        if (!curve) continue;
        TextStyle inked = style;
        if (look.water) setWaterInk(page, inked, {*middle});
        consider(page, best, setAlong(page, text, inked, *curve, nearestStation(*curve, p), pad),
                 3.0 * std::hypot(dx, dy));
      }
    }
  }
  if (!best) return !home;
  drawing.items.emplace_back(best->text.item);
  page.place(LabelKind::Place, place.name, text, std::move(best->text.boxes), best->text.angleRadians);
  return true;
}

void drawMarker(Drawing& drawing, PlaceStyle::Marker marker, Point p, double unit, const typography::Color& color) {
  PathItem item;
  std::vector<Point> points;
  if (marker == PlaceStyle::Marker::Dot) {
    for (int i = 0; i < 16; ++i) {
      const double angle = 2.0 * std::numbers::pi * i / 16.0;
      points.push_back({p.x + 2.3 * unit * std::cos(angle), p.y + 2.3 * unit * std::sin(angle)});
    }
    item.fill = palette::kSymbolPaper;
    item.stroke = Stroke{color, 1.3 * unit, {}, false};
  } else {
    points = {{p.x, p.y - 4.2 * unit}, {p.x + 4.0 * unit, p.y + 2.8 * unit}, {p.x - 4.0 * unit, p.y + 2.8 * unit}};
    item.fill = color;
    item.casing = Stroke{palette::withAlpha(palette::kCasing, 0.75), 2.0 * unit, {}, true};
  }
  item.contours = {{std::move(points), true}};
  drawing.items.emplace_back(std::move(item));
}

TextBlock pointBlock(Page& page, const Place& place, const PlaceStyle& look, const TextStyle& style) {
  TextBlock block;
  addLine(block, page.typesetter, mainText(place, look), style);
  TextStyle small = style;
  small.sizePixels *= 0.86;
  small.letterSpacingPixels = 0.0;
  small.weight = typography::Weight::Regular;
  if (place.heightMeters > 0.0) {
    small.typeface = typography::Typeface::Sans;
    addLine(block, page.typesetter, fmt::format("{} m", std::lround(place.heightMeters)), small, 1.12);
  } else if (page.options.showSecondNames && !place.secondName.empty() && !isDisputedPair(place)) {
    addLine(block, page.typesetter, place.secondName, small, 1.15);
  }
  return block;
}

/// A name beside its point, or on it where there is no sign.
bool placeAtPoint(Page& page, const Place& place, const PlaceStyle& look, Drawing& drawing) {
  const std::optional<Point> p = page.ground.pixel(place.position);
  if (!p || !contains(page.frame, {p->x, p->y, 0.0, 0.0})) return true;
  TextStyle style = scaled(look.style, page.unit);
  if (look.water) setWaterInk(page, style, {place.position});
  const TextBlock block = pointBlock(page, place, look, style);
  const double w = block.widthPixels;
  const double h = block.heightPixels;
  const bool marked = look.marker != PlaceStyle::Marker::None;
  const double r = (marked ? 4.5 : 1.0) * page.unit;
  const Rect sign{p->x - r, p->y - r, 2.0 * r, 2.0 * r};
  if (marked && !page.hasRoom({sign})) return false;

  struct Spot {
    Rect rect;
    TextAlign align;
    double cost;
  };
  const double g = (marked ? 2.5 : 9.0) * page.unit;
  const double lineMiddle = 0.5 * std::min(h, 1.1 * style.sizePixels);
  std::vector<Spot> spots{{{p->x + r + g, p->y - lineMiddle, w, h}, TextAlign::Left, 0.0},
                          {{p->x + 0.6 * r + 0.5 * g, p->y - r - h, w, h}, TextAlign::Left, 1.5},
                          {{p->x + 0.6 * r + 0.5 * g, p->y + 0.6 * r, w, h}, TextAlign::Left, 2.0},
                          {{p->x - r - g - w, p->y - lineMiddle, w, h}, TextAlign::Right, 2.5},
                          {{p->x - 0.6 * r - 0.5 * g - w, p->y - r - h, w, h}, TextAlign::Right, 3.0},
                          {{p->x - 0.6 * r - 0.5 * g - w, p->y + 0.6 * r, w, h}, TextAlign::Right, 3.5},
                          {{p->x - 0.5 * w, p->y - r - g - h, w, h}, TextAlign::Center, 4.0},
                          {{p->x - 0.5 * w, p->y + r + g, w, h}, TextAlign::Center, 4.5}};
  if (!marked) spots.push_back({{p->x - 0.5 * w, p->y - 0.5 * h, w, h}, TextAlign::Center, -1.0});
  const Spot* best = nullptr;
  for (Spot& spot : spots) {
    if (!page.hasRoom({grown(spot.rect, 1.5 * page.unit)})) continue;
    spot.cost += 0.35 * page.lineMask.crossings(spot.rect);
    if (best == nullptr || spot.cost < best->cost) best = &spot;
  }
  if (best == nullptr) return false;
  if (marked) {
    drawMarker(drawing, look.marker, *p, page.unit, style.color);
    page.occupied.add(sign);
  }
  drawBlock(drawing, block, {best->rect.x, best->rect.y}, best->align);
  page.place(LabelKind::Place, place.name, block.lines.front().text, {grown(best->rect, 1.5 * page.unit)});
  return true;
}

/// A site near by that bears the place's name already.
bool isNamedBySite(const Page& page, const Place& place) {
  if (place.kind != PlaceKind::Island && place.kind != PlaceKind::Town && place.kind != PlaceKind::Region) return false;
  for (const SiteSymbol& site : page.model.sites) {
    const bool same = site.name == place.name || site.name.find(place.name) != std::string::npos ||
                      place.name.find(site.name) != std::string::npos;
    if (!same || site.name.empty()) continue;
    const auto a = page.ground.pixel(site.position);
    const auto b = page.ground.pixel(place.position);
    if (a && b && std::hypot(a->x - b->x, a->y - b->y) < kSameNamePixels * page.unit) return true;
  }
  return false;
}

/// Who is placed first among equals in rank: what is large and has little choice.
int precedence(PlaceKind kind) {
  constexpr std::array<PlaceKind, 9> order{PlaceKind::Sea,    PlaceKind::Region,  PlaceKind::Trench,
                                           PlaceKind::Island, PlaceKind::Town,    PlaceKind::Gulf,
                                           PlaceKind::Strait, PlaceKind::Volcano, PlaceKind::Cape};
  return static_cast<int>(std::find(order.begin(), order.end(), kind) - order.begin());
}

}  // namespace

void layoutPlaces(Page& page, Drawing& drawing) {
  std::vector<const Place*> places;
  for (const Place& place : page.model.places) {
    if (!place.name.empty() && page.metersPerPixel <= placeStyle(place.kind, place.rank).coarsestMetersPerPixel) {
      places.push_back(&place);
    }
  }
  std::stable_sort(places.begin(), places.end(), [](const Place* a, const Place* b) {
    if (a->rank != b->rank) return a->rank < b->rank;
    return precedence(a->kind) < precedence(b->kind);
  });
  for (const Place* place : places) {
    const PlaceStyle look = placeStyle(place->kind, place->rank);
    if (isNamedBySite(page, *place)) continue;
    const bool placed =
        look.alongParallel ? placeSpread(page, *place, look, drawing) : placeAtPoint(page, *place, look, drawing);
    if (!placed) page.overlay.dropped.push_back({LabelKind::Place, place->name});
  }
}

void layoutLineAndAreaLabels(Page& page, Drawing& drawing) {
  TextStyle style;
  style.typeface = typography::Typeface::SansItalic;
  style.sizePixels = 11.5 * page.unit;
  style.haloColor = palette::kInkHalo;
  style.haloWidthPixels = 1.8 * page.unit;
  const auto along = [&](LabelKind kind, const std::string& id, const std::string& text,
                         const std::vector<Polyline>& pieces, const typography::Color& color) {
    style.color = palette::mix(color, palette::kInk, 0.5);
    std::optional<CurvedChoice> best;
    for (Polyline piece : pieces) {
      readLeftToRight(piece);
      const double length = TextCurve(piece).lengthPixels();
      const double width = page.typesetter.measure(text, style).advancePixels;
      if (length < 1.1 * width) continue;
      for (double centre = 0.55 * width; centre <= length - 0.55 * width; centre += 0.25 * width) {
        // Above its line, so that the line is not cut.
        Polyline raised = piece;
        for (Point& p : raised) p.y -= 0.85 * style.sizePixels;
        consider(page, best, setAlong(page, text, style, raised, centre, page.unit),
                 8.0 * std::abs(centre / length - 0.5));
      }
    }
    if (!best) {
      page.overlay.dropped.push_back({kind, id});
      return;
    }
    drawing.items.emplace_back(best->text.item);
    page.place(kind, id, text, std::move(best->text.boxes), best->text.angleRadians);
  };
  if (page.model.shows(Layer::Lines)) {
    for (const GroundLine& line : page.model.lines) {
      if (!line.label.empty() && !isTooSmall(page, line)) {
        along(LabelKind::Line, line.id, line.label, page.ground.line(line.points), line.style.color);
      }
    }
  }
  if (!page.model.shows(Layer::Areas)) return;
  for (const GroundArea& area : page.model.areas) {
    if (area.label.empty()) continue;
    std::vector<Polyline> edges;
    for (const auto& contour : area.contours) {
      for (Polyline& piece : page.ground.line(contour, true)) edges.push_back(std::move(piece));
    }
    along(LabelKind::Area, area.id, area.label, edges, area.outline ? area.outline->color : palette::kInk);
  }
}

}  // namespace cordon::scene
