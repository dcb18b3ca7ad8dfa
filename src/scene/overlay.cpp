#include "scene/overlay.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <string_view>
#include <utility>

#include "geo/geodesic.h"
#include "scene/change_marks.h"
#include "scene/page.h"
#include "scene/symbols.h"

namespace cordon::scene {

namespace {

using typography::Drawing;
using typography::PathItem;
using typography::Rect;
using typography::Stroke;

/// Lines and areas are cut this far outside the picture, so that no cut shows.
constexpr double kMarginPixels = 64.0;
/// With more rings than this their labels say nothing and the search would cost time.
constexpr std::size_t kMostRings = 240;

Stroke strokeOf(const LineStyle& style, double unit) {
  Stroke stroke{style.color, style.widthPixels * unit, {}, false};
  for (const double dash : style.dashPixels) stroke.dashPixels.push_back(dash * unit);
  return stroke;
}

std::vector<PathItem::Contour> contoursOf(std::vector<Polyline> lines, bool closed) {
  std::vector<PathItem::Contour> contours;
  for (Polyline& line : lines) contours.push_back({std::move(line), closed});
  return contours;
}

void drawLine(Drawing& drawing, std::vector<Polyline> pieces, const LineStyle& style, double unit) {
  if (pieces.empty()) return;
  PathItem item;
  item.contours = contoursOf(std::move(pieces), false);
  item.stroke = strokeOf(style, unit);
  if (style.casingColor) item.casing = Stroke{*style.casingColor, (style.widthPixels + 2.0) * unit, {}, false};
  drawing.items.emplace_back(std::move(item));
}

/// An arrowhead where the line ends, if that is in the picture.
void drawArrow(const Page& page, Drawing& drawing, const GroundLine& line, const std::vector<Polyline>& pieces) {
  const auto tip = line.points.empty() ? std::nullopt : page.ground.pixel(line.points.back());
  if (!tip || pieces.empty() || pieces.back().size() < 2) return;
  // The direction over some length: the last segment alone may be shorter than a pixel.
  const Polyline& last = pieces.back();
  const double length = (6.0 + 2.5 * line.style.widthPixels) * page.unit;
  std::size_t i = last.size() - 1;
  while (i > 0 && std::hypot(tip->x - last[i].x, tip->y - last[i].y) < length) --i;
  const double run = std::hypot(tip->x - last[i].x, tip->y - last[i].y);
  if (run <= 0.0) return;
  const double ux = (tip->x - last[i].x) / run;
  const double uy = (tip->y - last[i].y) / run;
  const double half = 0.42 * length;
  PathItem head;
  head.contours = {{{*tip,
                     {tip->x - length * ux - half * uy, tip->y - length * uy + half * ux},
                     {tip->x - 0.7 * length * ux, tip->y - 0.7 * length * uy},
                     {tip->x - length * ux + half * uy, tip->y - length * uy - half * ux}},
                    true}};
  head.fill = line.style.color;
  drawing.items.emplace_back(std::move(head));
}

void drawAreas(const Page& page, Drawing& drawing) {
  for (const GroundArea& area : page.model.areas) {
    if (area.fill || area.hatch) {
      PathItem item;
      item.contours = contoursOf(page.ground.area(area.contours), true);
      item.fill = area.fill;
      item.hatch = area.hatch;
      if (item.hatch) {
        item.hatch->widthPixels *= page.unit;
        item.hatch->spacingPixels *= page.unit;
      }
      if (!item.contours.empty()) drawing.items.emplace_back(std::move(item));
    }
    if (!area.outline) continue;
    std::vector<Polyline> edges;
    for (const auto& contour : area.contours) {
      for (Polyline& piece : page.ground.line(contour, true)) edges.push_back(std::move(piece));
    }
    drawLine(drawing, std::move(edges), *area.outline, page.unit);
  }
}

bool inSector(const Ring& ring, double azimuth) {
  if (!ring.sector) return true;
  const auto turned = [&](double angle) {
    const double turn = 2.0 * std::numbers::pi;
    const double from = angle - ring.sector->fromAzimuthRadians;
    return from - turn * std::floor(from / turn);
  };
  return turned(azimuth) <= turned(ring.sector->toAzimuthRadians);
}

/// Where a mark's label may begin, the best place first: baselines of text of a size.
std::vector<typography::Point> markPlaces(const GroundMark& mark, typography::Point pixel, double width, double height,
                                          double unit) {
  if (mark.radiusPixels <= 0.0) {
    const double middle = pixel.y + 0.36 * height;
    return {{pixel.x + 5.0 * unit, middle},
            {pixel.x - 5.0 * unit - width, middle},
            {pixel.x + 5.0 * unit, middle - 1.1 * height},
            {pixel.x + 5.0 * unit, middle + 1.1 * height}};
  }
  // Right and above first, since a site's sign and the glow about it may stand where the reader measured to.
  const double aside = (kSymbolRadius + 2.5) * unit;
  const double above = pixel.y - (kSymbolRadius + 7.5) * unit - 0.24 * height;
  const double beneath = pixel.y + (kSymbolRadius + 7.5) * unit + 0.96 * height;
  return {{pixel.x + aside, above},
          {pixel.x - aside - width, above},
          {pixel.x + aside, beneath},
          {pixel.x - aside - width, beneath},
          {pixel.x + aside, above - 1.3 * height},
          {pixel.x + aside, beneath + 1.3 * height}};
}

/// Whether the line of a ring runs through the picture.
bool isRingSeen(const Page& page, const std::string& id) {
  const auto on =
      std::find_if(page.rings.begin(), page.rings.end(), [&](const RingOnPage& one) { return one.ring->id == id; });
  return on != page.rings.end() && std::any_of(on->points.begin(), on->points.end(), [&](const auto& p) {
           return p && contains(page.frame, {p->x, p->y, 0.0, 0.0});
         });
}

/// Labels that may yield and tell of one system, the last part of their ids, stay so far apart.
constexpr double kYieldingApart = 200.0;

bool isOfOneSystem(const std::string& a, const std::string& b) {
  return std::string_view(a).substr(a.rfind('/') + 1) == std::string_view(b).substr(b.rfind('/') + 1);
}

/// A tool's answer stands where the reader looks for it, whatever of the map it covers, but beside other answers; names
/// keep off it. What may yield covers no sign, and is left out where it has no room.
void drawMarks(Page& page, Drawing& drawing) {
  std::vector<typography::Point> signs;
  struct Told {
    const GroundMark* mark = nullptr;
    typography::Point at;
  };
  std::vector<Told> yielded;
  for (const GroundMark& mark : page.model.marks) {
    const auto pixel = page.ground.pixel(mark.position);
    if (pixel && mark.radiusPixels > 0.0) {
      drawSymbol(drawing, {mark.shape, mark.color, Status::Deployed}, *pixel, mark.radiusPixels * page.unit, page.unit,
                 page.palette());
      const double radius = mark.radiusPixels * page.unit;
      page.occupied.add({pixel->x - radius, pixel->y - radius, 2.0 * radius, 2.0 * radius});
    }
  }
  for (const bool yielding : {false, true}) {
    if (yielding && page.model.shows(Layer::Sites)) {
      for (const SiteSymbol& site : page.model.sites) {
        if (const auto pixel = page.ground.pixel(site.position)) signs.push_back(*pixel);
      }
    }
    for (const GroundMark& mark : page.model.marks) {
      if (mark.label.empty() || mark.mayYield != yielding || isRingSeen(page, mark.ofRing)) continue;
      typography::TextItem text;
      text.text = mark.label;
      text.style.weight = typography::Weight::SemiBold;
      text.style.sizePixels = 13.0 * page.unit;
      text.style.color = mark.color;
      text.style.haloColor = page.palette().inkHalo;
      text.style.haloWidthPixels = 1.9 * page.unit;
      const double height = text.style.sizePixels;
      const double width = page.typesetter.measure(text.text, text.style).advancePixels;
      const auto boxAt = [&](typography::Point at) { return Rect{at.x, at.y - 0.96 * height, width, 1.2 * height}; };
      std::vector<typography::Point> places;
      const auto consider = [&](geo::LatLon position) {
        const auto p = page.ground.pixel(position);
        if (!p) return;
        for (const typography::Point& place : markPlaces(mark, *p, width, height, page.unit)) places.push_back(place);
      };
      consider(mark.position);
      for (const geo::LatLon& other : mark.otherPositions) consider(other);
      if (places.empty()) continue;
      const auto free = std::find_if(places.begin(), places.end(), [&](typography::Point at) {
        if (!page.hasRoom({grown(boxAt(at), 2.0 * page.unit)})) return false;
        if (!yielding) return true;
        const Rect near = grown(boxAt(at), kSymbolRadius * page.unit);
        return std::none_of(signs.begin(), signs.end(),
                            [&](typography::Point sign) {
                              return contains(near, {sign.x, sign.y, 0.0, 0.0});
                            }) &&
               std::none_of(yielded.begin(), yielded.end(), [&](const Told& told) {
                 return isOfOneSystem(told.mark->id, mark.id) &&
                        std::hypot(told.at.x - at.x, told.at.y - at.y) < kYieldingApart * page.unit;
               });
      });
      if (free == places.end() && mark.mayYield) {
        page.overlay.dropped.push_back({LabelKind::Line, mark.id});
        continue;
      }
      text.position = free == places.end() ? places.front() : *free;
      if (yielding) yielded.push_back({&mark, text.position});
      page.occupied.add(boxAt(text.position));
      drawing.items.emplace_back(std::move(text));
    }
  }
}

/// The rings' lines in pixels: what labels must keep off, and what the rings' own labels stand on.
void traceRings(Page& page) {
  if (page.model.rings.size() > kMostRings) return;
  for (const Ring& ring : page.model.rings) {
    const double pixels = ring.radiusMeters / page.metersPerPixel;
    const auto count = static_cast<std::size_t>(std::clamp(std::ceil(pixels / 10.0) * 12.0, 48.0, 240.0));
    RingOnPage traced;
    traced.ring = &ring;
    std::vector<typography::Point> run;
    for (std::size_t i = 0; i <= count; ++i) {
      const double azimuth = 2.0 * std::numbers::pi * static_cast<double>(i % count) / static_cast<double>(count);
      const geo::LatLon position = geo::geodesicDirect(ring.centre, azimuth, ring.radiusMeters).position;
      const auto pixel = inSector(ring, azimuth) ? page.ground.pixel(position) : std::nullopt;
      if (i < count) traced.points.push_back(pixel);
      if (pixel) run.push_back(*pixel);
      if (pixel && i < count) continue;
      page.lineMask.add(run);
      run.clear();
    }
    page.rings.push_back(std::move(traced));
  }
}

void append(Drawing& drawing, Drawing&& more) {
  std::move(more.items.begin(), more.items.end(), std::back_inserter(drawing.items));
}

}  // namespace

bool operator==(const Chrome& a, const Chrome& b) {
  const auto same = [](const Rect& one, const Rect& other) {
    return one.x == other.x && one.y == other.y && one.width == other.width && one.height == other.height;
  };
  return a.legend == b.legend &&
         std::equal(a.covered.begin(), a.covered.end(), b.covered.begin(), b.covered.end(), same);
}

Overlay layoutOverlay(const RenderModel& model, const Projector& projector, typography::Typesetter& typesetter,
                      const OverlayOptions& options) {
  const double width = projector.widthPixels();
  const double height = projector.heightPixels();
  const double unit = projector.unit();
  HeightFunction ground;
  if (options.groundHeightMeters) {
    ground = [&](geo::LatLon position) { return model.exaggeration * options.groundHeightMeters(position); };
  }
  Page page{model,
            projector,
            typesetter,
            options,
            unit,
            projector.metersPerPixel(projector.camera().rangeMeters) * unit,
            Rect{0.0, 0.0, width, height},
            GroundProjection(projector, ground, kMarginPixels),
            Occupancy(width, height),
            LineMask(width, height, 4.0 * unit),
            {},
            {}};

  for (const Rect& covered : options.chrome.covered) page.occupied.add(covered);

  Drawing world;
  if (model.shows(Layer::Areas)) drawAreas(page, world);
  if (model.shows(Layer::Lines)) {
    for (const GroundLine& line : model.lines) {
      if (isLeftOut(page, line)) continue;
      std::vector<Polyline> pieces = page.ground.line(line.points);
      if (line.arrow) drawArrow(page, world, line, pieces);
      for (const Polyline& piece : pieces) page.lineMask.add(piece);
      drawLine(world, std::move(pieces), line.style, page.unit);
    }
  }
  if (model.shows(Layer::Rings)) traceRings(page);

  // Placed in the order of what matters, painted in the order of what lies above what.
  Drawing furniture;
  Drawing graticule;
  Drawing symbols;
  Drawing marks;
  Drawing siteNames;
  Drawing ringLabels;
  Drawing places;
  Drawing lineLabels;
  Drawing changeLabels;
  Drawing changeBadges;
  if (model.shows(Layer::Furniture)) layoutFurniture(page, furniture);
  drawMarks(page, marks);
  layoutWhatWas(page, world, changeLabels);
  if (model.shows(Layer::Sites)) layoutSites(page, symbols, siteNames);
  layoutChangeBadges(page, changeBadges);
  if (model.shows(Layer::Labels)) {
    if (model.shows(Layer::Graticule)) layoutGraticuleLabels(page, graticule);
    if (model.shows(Layer::Places)) layoutPlaces(page, PlaceTurn::Spread, places);
    if (model.shows(Layer::Rings)) layoutRingLabels(page, ringLabels);
    if (model.shows(Layer::Places)) layoutPlaces(page, PlaceTurn::Others, places);
    layoutLineAndAreaLabels(page, lineLabels);
  }
  Drawing& all = page.overlay.drawing;
  append(all, std::move(world));
  append(all, std::move(ringLabels));
  append(all, std::move(places));
  append(all, std::move(lineLabels));
  append(all, std::move(graticule));
  append(all, std::move(symbols));
  append(all, std::move(changeBadges));
  append(all, std::move(changeLabels));
  append(all, std::move(siteNames));
  append(all, std::move(marks));
  page.overlay.furnitureFrom = all.items.size();
  append(all, std::move(furniture));
  for (LivePart& part : page.overlay.liveParts) {
    part.from += all.items.size();
    part.to += all.items.size();
  }
  append(all, std::move(page.live));
  return std::move(page.overlay);
}

}  // namespace cordon::scene
