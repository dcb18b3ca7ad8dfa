#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "geo/geodesic.h"
#include "scene/contrast.h"
#include "scene/page.h"
#include "scene/palette.h"
#include "scene/place_style.h"
#include "scene/ring_style.h"
#include "scene/rough_distance.h"
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
/// With a greater share of its letters on land a name does not name the water.
constexpr double kMostOnLand = 0.2;
/// How far from its middle a sea may be named, as a share of its extent.
constexpr double kFarthestShare = 0.3;
/// What a letter of a water's name on land costs, and type of no size at all.
constexpr double kLandCost = 9.0;
constexpr double kSmallerCost = 45.0;
constexpr double kSmallestType = 10.5;
/// What a cell of a line below a name costs; a chain's name may cross what crosses the chain.
constexpr double kLineCost = 1.2;
constexpr double kPathLineCost = 0.2;
/// Cells of lines below a line's name, for each pixel of its length.
constexpr double kMostLinesBelow = 0.1;
/// Islands' heights are details of large scales, and only small islands are one mountain.
constexpr double kIslandHeightMetersPerPixel = 120.0;
constexpr int kSmallIslandRank = 3;
/// Names that spread over much of the picture and are placed before the rings' labels.
constexpr int kFirstRanks = 2;
/// Places along one line that are tried for its name.
constexpr double kMostTriesALine = 64.0;
/// A curve steeper than this is given up for level type.
constexpr double kSteepest = 72.0 * std::numbers::pi / 180.0;

/// Metres of the ground a pixel (of a picture 1080 high) at a place: more where it is far away or seen aslant.
double localMetersPerPixel(const Page& page, const Place& place) {
  const geo::Ecef at = geo::toEcef(place.position);
  const geo::Ecef toEye = page.projector.eye() - at;
  const double distance = geo::norm(toEye);
  const double slant = geo::dot(toEye, at) / (distance * geo::norm(at));
  return page.projector.metersPerPixel(distance) * page.unit / std::sqrt(std::max(slant, 0.02));
}

bool isDisputedPair(const Place& place) {
  return place.secondName.starts_with('/');
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

/// Whether a corner of a box lies beyond the horizon.
bool isSky(const Page& page, const Rect& box) {
  for (const double x : {box.x, box.x + box.width}) {
    for (const double y : {box.y, box.y + box.height}) {
      if (!page.projector.toGround({x, y})) return true;
    }
  }
  return false;
}

/// The ground's elevation below the boxes of a text: its mean, and how many boxes stand on land.
struct Below {
  double meanMeters = 0.0;
  int onLand = 0;
  bool overSky = false;
};

Below below(const Page& page, const std::vector<Rect>& boxes) {
  Below result;
  int count = 0;
  for (const Rect& box : boxes) {
    const auto ground = page.projector.toGround({box.x + 0.5 * box.width, box.y + 0.5 * box.height});
    result.overSky = result.overSky || !ground || isSky(page, box);
    if (!ground || !page.options.elevationMeters) continue;
    const double elevation = page.options.elevationMeters(*ground);
    result.meanMeters += elevation;
    result.onLand += elevation > 0.0 ? 1 : 0;
    ++count;
  }
  if (count > 0) result.meanMeters /= count;
  return result;
}

/// Pale ink for names of waters and of chains of islands where they stand over deep water.
void setInk(TextStyle& style, const PlaceStyle& look, double elevationMeters, const Palette& colors) {
  if (elevationMeters > palette::kDeepWaterMeters) return;
  style.color = look.water ? colors.deepWaterInk : colors.regionOnDeepInk;
  style.haloColor = look.water ? colors.deepWaterHalo : colors.regionOnDeepHalo;
}

/// The tint of overlaps beneath a text: of the boxes' mean number of rings; nothing where most of it stands clear.
std::optional<typography::Color> tintBelow(const Page& page, const std::vector<Rect>& boxes) {
  if (page.model.fillMode != FillMode::Overlaps || !page.model.shows(Layer::Rings) || boxes.empty()) {
    return std::nullopt;
  }
  int rings = 0;
  for (const Rect& box : boxes) {
    const auto ground = page.projector.toGround({box.x + 0.5 * box.width, box.y + 0.5 * box.height});
    if (!ground) continue;
    const RoughDistance from(*ground);
    for (const Ring& ring : page.model.rings) {
      const double meters = from.meters(ring.centre);
      if (ringStyle(ring.status).fills && meters < ring.radiusMeters && meters >= ring.innerRadiusMeters) ++rings;
    }
  }
  const int mean = static_cast<int>(std::lround(static_cast<double>(rings) / static_cast<double>(boxes.size())));
  if (mean == 0) return std::nullopt;
  return overlapColor(page.palette(), mean);
}

/// Over a tint of the overlaps a name of a water or a region wears whichever of its inks reads better there, in a halo
/// of the other.
void setInkOnTint(TextStyle& style, const PlaceStyle& look, const typography::Color& tint, const Palette& colors) {
  constexpr double kHaloOpacity = 0.8;
  constexpr double kHaloGrowth = 1.5;
  const typography::Color& first = look.water ? colors.shallowWaterInk : colors.ink;
  const bool firstReads = contrast(first, tint) >= contrast(colors.symbolPaper, tint);
  style.color = firstReads ? first : colors.symbolPaper;
  style.haloColor = palette::withAlpha(firstReads ? colors.symbolPaper : colors.ink, kHaloOpacity);
  style.haloWidthPixels *= kHaloGrowth;
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

/// Where a name could stand: one line of type or two.
struct CurvedChoice {
  double cost = 0.0;
  std::vector<CurvedText> lines;

  std::vector<Rect> boxes() const {
    std::vector<Rect> all;
    for (const CurvedText& line : lines) all.insert(all.end(), line.boxes.begin(), line.boxes.end());
    return all;
  }
};

/// Keeps the choice if it has room and costs less than the best; `lineCost` is what a line below it costs.
void consider(const Page& page, std::optional<CurvedChoice>& best, CurvedChoice choice, double lineCost,
              bool water = false) {
  for (const CurvedText& line : choice.lines) {
    if (std::abs(line.angleRadians) > kSteepest || !page.hasRoom(line.boxes)) return;
    if (bendRadians(line) > kMostBendRadians) return;
    choice.cost += lineCost * page.lineMask.crossings(line.boxes);
  }
  if (best && choice.cost >= best->cost) return;
  const std::vector<Rect> boxes = choice.boxes();
  const Below ground = below(page, boxes);
  if (ground.overSky) return;
  if (water) {
    if (ground.onLand > kMostOnLand * static_cast<double>(boxes.size())) return;
    choice.cost += kLandCost * ground.onLand;
  }
  if (!best || choice.cost < best->cost) best = std::move(choice);
}

/// A curve beside another, to its right where the distance is above 0.
std::vector<Point> beside(const std::vector<Point>& curve, double distancePixels) {
  std::vector<Point> moved;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const Point& from = curve[i > 0 ? i - 1 : 0];
    const Point& to = curve[std::min(i + 1, curve.size() - 1)];
    const double length = std::max(1e-9, std::hypot(to.x - from.x, to.y - from.y));
    moved.push_back({curve[i].x - (to.y - from.y) / length * distancePixels,
                     curve[i].y + (to.x - from.x) / length * distancePixels});
  }
  return moved;
}

/// Whether a name's middle stands on the ground farther from its place, or from all points of its path, than half of
/// what the place measures: near the limb of the globe a step of a few pixels leads to another country.
bool isAstray(const Page& page, const Place& place, const std::vector<Rect>& boxes) {
  double extent = place.extentMeters;
  if (place.path.size() >= 2) {
    extent = std::max(extent, geo::geodesicDistanceMeters(place.path.front(), place.path.back()));
  }
  if (extent <= 0.0) return false;
  const Rect all = bounds(boxes);
  const auto middle = page.projector.toGround({all.x + 0.5 * all.width, all.y + 0.5 * all.height});
  if (!middle) return true;
  double nearest = geo::geodesicDistanceMeters(*middle, place.position);
  for (const geo::LatLon& point : place.path) nearest = std::min(nearest, geo::geodesicDistanceMeters(*middle, point));
  return nearest > 0.5 * extent;
}

/// Along the path that the name has, or beside it.
void considerPath(Page& page, std::optional<CurvedChoice>& best, const Place& place, const PlaceStyle& look,
                  const std::string& text, const TextStyle& style, double baseCost) {
  const double pad = 3.0 * page.unit;
  const double width = page.typesetter.measure(text, style).advancePixels;
  for (std::vector<Point>& piece : page.ground.line(place.path)) {
    readLeftToRight(piece);
    for (const double sideways : {0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5}) {
      const std::vector<Point> moved = beside(piece, sideways * look.reachPixels * page.unit);
      const double length = TextCurve(moved).lengthPixels();
      if (width > length) continue;
      for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
        if (0.5 * width > std::min(share, 1.0 - share) * length) continue;
        const double cost = baseCost + 30.0 * std::abs(share - 0.5) + 14.0 * std::abs(sideways);
        CurvedText set = setAlong(page, text, style, moved, share * length, pad);
        if (isAstray(page, place, set.boxes)) continue;
        consider(page, best, {cost, {std::move(set)}}, look.water ? kLineCost : kPathLineCost, look.water);
      }
    }
  }
}

/// Along the parallels about the place's point; what stands in brackets below the rest.
void considerParallels(Page& page, std::optional<CurvedChoice>& best, const Place& place, Point home,
                       const PlaceStyle& look, const std::string& text, const TextStyle& style, double baseCost) {
  const double pad = 3.0 * page.unit;
  double step = 0.4 * look.reachPixels * page.unit;
  if (place.extentMeters > 0.0) {
    step = std::min(step, kFarthestShare / 3.0 * page.unit * place.extentMeters / localMetersPerPixel(page, place));
  }
  const std::size_t bracket = text.find(" (");
  const std::string main = text.substr(0, bracket);
  const std::string other = bracket == std::string::npos ? std::string() : text.substr(bracket + 1);
  TextStyle smaller = style;
  smaller.sizePixels *= 0.8;
  smaller.letterSpacingPixels *= 0.7;
  const double width = std::max(page.typesetter.measure(main, style).advancePixels,
                                page.typesetter.measure(other, smaller).advancePixels);
  for (int dy = -3; dy <= 3; ++dy) {
    for (int dx = -3; dx <= 3; ++dx) {
      const Point p{home.x + dx * step, home.y + 0.7 * dy * step};
      const std::optional<LatLon> middle = page.projector.toGround(p);
      if (!middle) continue;
      const auto curve = alongParallel(page, *middle, width);
      if (!curve) continue;
      const double station = nearestStation(*curve, p);
      CurvedChoice choice{baseCost + 2.4 * std::hypot(dx, dy), {setAlong(page, main, style, *curve, station, pad)}};
      if (!other.empty()) {
        const std::vector<Point> second = beside(*curve, 1.25 * style.sizePixels);
        choice.lines.push_back(setAlong(page, other, smaller, second, nearestStation(second, p), pad));
      }
      if (isAstray(page, place, choice.boxes())) continue;
      consider(page, best, std::move(choice), kLineCost, look.water);
    }
  }
}

/// A name that spreads over what it names; where room is short, in smaller and closer type.
bool placeSpread(Page& page, const Place& place, const PlaceStyle& look, Drawing& drawing) {
  const TextStyle full = scaled(look.style, page.unit);
  const std::string text = mainText(place, look);
  const std::optional<Point> home = page.ground.pixel(place.position);
  std::optional<CurvedChoice> best;
  for (const double share : {1.0, 0.84, 0.7, 0.55, 0.42}) {
    TextStyle style = full;
    style.sizePixels *= share;
    if (style.sizePixels < kSmallestType * page.unit) break;
    style.letterSpacingPixels *= share * share;
    const double baseCost = kSmallerCost * (1.0 - share);
    if (best && best->cost <= baseCost) break;
    considerPath(page, best, place, look, text, style, baseCost);
    if (place.path.size() < 2 && home) considerParallels(page, best, place, *home, look, text, style, baseCost);
  }
  if (!best && home && place.path.size() >= 2) {
    considerParallels(page, best, place, *home, look, text, full, 0.0);
  }
  if (!best) return !home;
  const double elevation = below(page, best->boxes()).meanMeters;
  const auto tint = tintBelow(page, best->boxes());
  for (CurvedText& line : best->lines) {
    setInk(line.item.style, look, elevation, page.palette());
    if (tint) setInkOnTint(line.item.style, look, *tint, page.palette());
    drawing.items.emplace_back(line.item);
  }
  page.place(LabelKind::Place, place.name, text, best->boxes(), best->lines.front().angleRadians);
  return true;
}

void drawMarker(Drawing& drawing, PlaceStyle::Marker marker, Point p, double unit, const typography::Color& color,
                const Palette& colors) {
  PathItem item;
  std::vector<Point> points;
  if (marker == PlaceStyle::Marker::Dot) {
    for (int i = 0; i < 16; ++i) {
      const double angle = 2.0 * std::numbers::pi * i / 16.0;
      points.push_back({p.x + 2.3 * unit * std::cos(angle), p.y + 2.3 * unit * std::sin(angle)});
    }
    item.fill = colors.symbolPaper;
    item.stroke = Stroke{color, 1.3 * unit, {}, false};
  } else {
    points = {{p.x, p.y - 4.2 * unit}, {p.x + 4.0 * unit, p.y + 2.8 * unit}, {p.x - 4.0 * unit, p.y + 2.8 * unit}};
    item.fill = color;
    item.casing = Stroke{palette::withAlpha(colors.casing, 0.75), 2.0 * unit, {}, true};
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
  const bool isMountain =
      place.kind == PlaceKind::Volcano || (place.kind == PlaceKind::Island && place.rank >= kSmallIslandRank &&
                                           page.metersPerPixel <= kIslandHeightMetersPerPixel);
  if (place.heightMeters > 0.0 && isMountain) {
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
  if (look.water && page.options.elevationMeters)
    setInk(style, look, page.options.elevationMeters(place.position), page.palette());
  if (look.water) {
    const auto tint = tintBelow(page, {{p->x, p->y, 0.0, 0.0}});
    if (tint) setInkOnTint(style, look, *tint, page.palette());
  }
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
    if (!page.hasRoom({grown(spot.rect, 1.5 * page.unit)}) || isSky(page, spot.rect)) continue;
    spot.cost += 0.35 * page.lineMask.crossings(spot.rect);
    if (best == nullptr || spot.cost < best->cost) best = &spot;
  }
  if (best == nullptr) return false;
  if (marked) {
    drawMarker(drawing, look.marker, *p, page.unit, style.color, page.palette());
    page.occupied.add(sign);
  }
  drawBlock(drawing, block, {best->rect.x, best->rect.y}, best->align);
  page.place(LabelKind::Place, place.name, block.lines.front().text, {grown(best->rect, 1.5 * page.unit)});
  return true;
}

/// A mountain whose island bears the same name and is named already.
bool isNamedByIsland(const Page& page, const Place& place) {
  if (place.kind != PlaceKind::Volcano) return false;
  const auto p = page.ground.pixel(place.position);
  return p && std::any_of(page.overlay.labels.begin(), page.overlay.labels.end(), [&](const PlacedLabel& label) {
           const Rect& box = label.boxes.front();
           return label.kind == LabelKind::Place && label.id == place.name &&
                  std::hypot(box.x - p->x, box.y - p->y) < kSameNamePixels * page.unit;
         });
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

void layoutPlaces(Page& page, PlaceTurn turn, Drawing& drawing) {
  std::vector<const Place*> places;
  for (const Place& place : page.model.places) {
    const PlaceStyle look = placeStyle(place.kind, place.rank, page.palette());
    const double metersPerPixel = localMetersPerPixel(page, place);
    if (place.name.empty() || metersPerPixel > look.coarsestMetersPerPixel) continue;
    if (page.metersPerPixel < look.finestMetersPerPixel) continue;
    const bool early = look.alongParallel && place.rank <= kFirstRanks;
    if (early == (turn == PlaceTurn::Spread)) places.push_back(&place);
  }
  std::stable_sort(places.begin(), places.end(), [](const Place* a, const Place* b) {
    if (a->rank != b->rank) return a->rank < b->rank;
    return precedence(a->kind) < precedence(b->kind);
  });
  for (const Place* place : places) {
    const PlaceStyle look = placeStyle(place->kind, place->rank, page.palette());
    if (isNamedBySite(page, *place) || isNamedByIsland(page, *place)) continue;
    const bool placed =
        look.alongParallel ? placeSpread(page, *place, look, drawing) : placeAtPoint(page, *place, look, drawing);
    if (!placed) page.overlay.dropped.push_back({LabelKind::Place, place->name});
  }
}

void layoutLineAndAreaLabels(Page& page, Drawing& drawing) {
  // A name round the corner of an area falls apart; there is always a straighter piece.
  constexpr double kMostLineBendRadians = 0.45;
  TextStyle style;
  style.typeface = typography::Typeface::SansItalic;
  style.sizePixels = 11.5 * page.unit;
  style.haloColor = page.palette().inkHalo;
  style.haloWidthPixels = 1.8 * page.unit;
  const auto along = [&](LabelKind kind, const std::string& id, const std::string& text,
                         const std::vector<Polyline>& pieces, const typography::Color& color) {
    style.color = palette::mix(color, page.palette().ink, 0.5);
    std::optional<CurvedChoice> best;
    for (Polyline piece : pieces) {
      readLeftToRight(piece);
      const double length = TextCurve(piece).lengthPixels();
      const double width = page.typesetter.measure(text, style).advancePixels;
      if (length < 1.1 * width) continue;
      // Each try follows the whole line: many of them on a long line would take its length squared.
      const double step = std::max(0.25 * width, length / kMostTriesALine);
      for (double centre = 0.55 * width; centre <= length - 0.55 * width; centre += step) {
        // Above its line, so that the line is not cut.
        Polyline raised = piece;
        for (Point& p : raised) p.y -= 0.85 * style.sizePixels;
        CurvedText set = setAlong(page, text, style, raised, centre, page.unit);
        if (bendRadians(set) > kMostLineBendRadians) continue;
        // Among a bundle of lines a name belongs to none of them.
        if (page.lineMask.crossings(set.boxes) > kMostLinesBelow * width / page.unit) continue;
        consider(page, best, {8.0 * std::abs(centre / length - 0.5), {std::move(set)}}, kLineCost);
      }
    }
    if (!best) {
      page.overlay.dropped.push_back({kind, id});
      return;
    }
    CurvedText& line = best->lines.front();
    drawing.items.emplace_back(line.item);
    page.place(kind, id, text, std::move(line.boxes), line.angleRadians);
  };
  if (page.model.shows(Layer::Lines)) {
    for (const GroundLine& line : page.model.lines) {
      if (!line.label.empty() && !isLeftOut(page, line)) {
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
    along(LabelKind::Area, area.id, area.label, edges, area.outline ? area.outline->color : page.palette().ink);
  }
}

}  // namespace cordon::scene
