#include "scene/change_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "scene/symbols.h"

namespace cordon::scene {

namespace {

using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Rect;
using typography::Stroke;
using typography::TextItem;

constexpr double kGreySignRadius = 5.6;
constexpr double kGreySignStep = 13.0;
constexpr double kBadgeRadius = 5.2;
constexpr double kArrowWidth = 2.0;
constexpr double kHeadLength = 10.0;
/// An arrow keeps so far off the middles of the signs at its ends.
constexpr double kOffGreySign = kGreySignRadius + 2.5;
constexpr double kOffSign = kSymbolRadius + 4.5;
/// A shorter arrow has its label beside the signs, not beside itself.
constexpr double kShortArrow = 60.0;
/// More labels than this on one picture are noise, and each costs time.
constexpr std::size_t kMostLabels = 120;
/// Of more grey signs than this, those that lie close together are drawn once.
constexpr std::size_t kMostGreySigns = 400;
constexpr double kCloseSigns = 4.0;
constexpr double kCloseAmongMany = 14.0;

typography::Color goneColor(PaletteName name) {
  return documentColor(name, palette::rgb(0x5E666E), 4.5);
}

LineStyle goneLine(PaletteName name) {
  LineStyle style;
  style.color = goneColor(name);
  style.widthPixels = 1.7;
  style.dashPixels = {6.0, 5.0};
  style.casingColor = palette::withAlpha(paletteOf(name).casing, 0.6);
  return style;
}

PathItem strokedPath(std::vector<PathItem::Contour> contours, const LineStyle& style, double unit) {
  PathItem item;
  item.contours = std::move(contours);
  item.stroke = Stroke{style.color, style.widthPixels * unit, {}, false};
  for (const double dash : style.dashPixels) item.stroke->dashPixels.push_back(dash * unit);
  // The gaps of a dashed line stay open.
  if (style.casingColor) {
    item.casing = Stroke{*style.casingColor, (style.widthPixels + 2.2) * unit, item.stroke->dashPixels, false};
  }
  return item;
}

double lengthOf(const Polyline& line) {
  double length = 0.0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  }
  return length;
}

/// The point so far along a line, and how many vertices come before it.
std::pair<Point, std::size_t> along(const Polyline& line, double pixels) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double leg = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    if (pixels <= leg && leg > 0.0) {
      const double t = std::max(pixels, 0.0) / leg;
      return {{line[i - 1].x + t * (line[i].x - line[i - 1].x), line[i - 1].y + t * (line[i].y - line[i - 1].y)}, i};
    }
    pixels -= leg;
  }
  return {line.back(), line.size()};
}

/// A line without its first pixels.
Polyline withoutStart(const Polyline& line, double pixels) {
  const auto [start, next] = along(line, pixels);
  Polyline rest{start};
  rest.insert(rest.end(), line.begin() + static_cast<std::ptrdiff_t>(next), line.end());
  return rest;
}

Polyline withoutEnd(Polyline line, double pixels) {
  std::reverse(line.begin(), line.end());
  line = withoutStart(line, pixels);
  std::reverse(line.begin(), line.end());
  return line;
}

/// A line with a head at its end, which it does not pass.
void drawArrow(Drawing& drawing, const Polyline& line, double unit, const Palette& colors, bool hasHead) {
  const double length = lengthOf(line);
  const double head = hasHead ? std::min(kHeadLength * unit, length) : 0.0;
  const LineStyle style{colors.ink, kArrowWidth, {}, colors.casing};
  drawing.items.emplace_back(strokedPath({{withoutEnd(line, 0.6 * head), false}}, style, unit));
  if (head <= 0.0) return;
  const Point tip = line.back();
  const Point foot = along(line, length - head).first;
  const double run = std::max(std::hypot(tip.x - foot.x, tip.y - foot.y), 1e-9);
  const double ux = (tip.x - foot.x) / run;
  const double uy = (tip.y - foot.y) / run;
  const double half = 0.48 * head;
  PathItem shape;
  shape.contours = {{{tip,
                      {foot.x - half * uy, foot.y + half * ux},
                      {foot.x + 0.3 * head * ux, foot.y + 0.3 * head * uy},
                      {foot.x + half * uy, foot.y - half * ux}},
                     true}};
  shape.fill = colors.ink;
  drawing.items.emplace_back(std::move(shape));
}

/// Half the width of a row of grey signs, pixels of a picture 1080 high.
double rowReach(std::size_t signs) {
  return kGreySignRadius + 2.0 + 0.5 * kGreySignStep * static_cast<double>(std::max<std::size_t>(signs, 1) - 1);
}

void drawGreySigns(Drawing& drawing, const std::vector<SymbolShape>& shapes, Point centre, double unit,
                   PaletteName palette) {
  const double step = kGreySignStep * unit;
  double x = centre.x - 0.5 * step * static_cast<double>(shapes.size() - 1);
  for (const SymbolShape shape : shapes) {
    drawSymbol(drawing, {shape, goneColor(palette), Status::Deployed}, {x, centre.y}, kGreySignRadius * unit, unit,
               paletteOf(palette));
    x += step;
  }
}

/// Where a label may begin that keeps so far off a point, the best place first: baselines.
std::array<Point, 8> placesAbout(Point at, double off, double width, double height) {
  const double middle = at.y + 0.36 * height;
  const double above = at.y - off - 0.24 * height;
  const double below = at.y + off + 0.96 * height;
  return {{{at.x + off, middle},
           {at.x - off - width, middle},
           {at.x + 0.5 * off, above},
           {at.x + 0.5 * off, below},
           {at.x - 0.5 * off - width, above},
           {at.x - 0.5 * off - width, below},
           {at.x - 0.5 * width, above - 0.4 * height},
           {at.x - 0.5 * width, below + 0.4 * height}}};
}

/// The labels of what was: their places, and how many there are by now.
class Labels {
 public:
  Labels(Page& page, Drawing& drawing) : page_(page), drawing_(drawing) {
    // Signs have no places yet, but no label may stand on one.
    if (page.model.sites.size() > kMostGreySigns) return;
    const double reach = (kSymbolRadius + 3.0) * page.unit;
    for (const SiteSymbol& site : page.model.sites) {
      if (const auto p = page.ground.pixel(site.position)) {
        signs_.push_back({p->x - reach, p->y - reach, 2.0 * reach, 2.0 * reach});
      }
    }
  }

  void add(const ChangeMark& mark, const std::vector<std::pair<Point, double>>& spots) {
    if (mark.label.empty() || !page_.model.shows(Layer::Labels) || count_ >= kMostLabels) return;
    TextItem text;
    text.text = mark.label;
    text.style.typeface = typography::Typeface::SansItalic;
    text.style.weight = typography::Weight::SemiBold;
    text.style.sizePixels = 12.0 * page_.unit;
    text.style.color = page_.palette().ink;
    text.style.haloColor = palette::withAlpha(page_.palette().inkHalo, 1.0);
    text.style.haloWidthPixels = 1.9 * page_.unit;
    const double height = text.style.sizePixels;
    const double width = page_.typesetter.measure(text.text, text.style).advancePixels;
    for (const auto& [at, off] : spots) {
      for (const Point& place : placesAbout(at, off, width, height)) {
        const Rect box{place.x, place.y - 0.96 * height, width, 1.2 * height};
        const auto isOnSign = [&](const Rect& sign) { return overlap(sign, box); };
        if (!page_.hasRoom({box}) || std::any_of(signs_.begin(), signs_.end(), isOnSign)) continue;
        ++count_;
        text.position = place;
        page_.place(LabelKind::Line, mark.id, mark.label, {box});
        drawing_.items.emplace_back(std::move(text));
        return;
      }
    }
    page_.overlay.dropped.push_back({LabelKind::Line, mark.id});
  }

 private:
  Page& page_;
  Drawing& drawing_;
  std::vector<Rect> signs_;
  std::size_t count_ = 0;
};

bool isInPicture(const Page& page, const std::optional<Point>& p) {
  return p && contains(page.frame, {p->x, p->y, 0.0, 0.0});
}

void layoutMove(Page& page, Drawing& drawing, Labels& labels, const ChangeMark& mark) {
  const std::optional<Point> from = page.ground.pixel(mark.way.front());
  const std::optional<Point> to = page.ground.pixel(mark.way.back());
  std::vector<Polyline> pieces = page.ground.line(mark.way);
  std::vector<std::pair<Point, double>> spots;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Polyline piece = std::move(pieces[i]);
    if (piece.size() < 2) continue;
    const bool starts = i == 0 && from;
    const bool ends = i + 1 == pieces.size() && to;
    const double off = ((starts ? kOffGreySign : 0.0) + (ends ? kOffSign : 0.0)) * page.unit;
    // Signs that all but touch need no arrow between them.
    if (lengthOf(piece) < off + 0.6 * kHeadLength * page.unit) continue;
    if (starts) piece = withoutStart(piece, kOffGreySign * page.unit);
    if (ends) piece = withoutEnd(std::move(piece), kOffSign * page.unit);
    drawArrow(drawing, piece, page.unit, page.palette(), ends);
    page.lineMask.add(piece);
    const double length = lengthOf(piece);
    if (length < kShortArrow * page.unit) continue;
    for (const double share : {0.5, 0.35, 0.65})
      spots.emplace_back(along(piece, share * length).first, 6.0 * page.unit);
  }
  if (isInPicture(page, from)) spots.emplace_back(*from, (rowReach(mark.shapes.size()) + 4.0) * page.unit);
  if (isInPicture(page, to)) spots.emplace_back(*to, (kSymbolRadius + 8.0) * page.unit);
  labels.add(mark, spots);
}

enum class Glyph { Plus, Tilde };

void drawBadge(Drawing& drawing, Glyph glyph, Point centre, double unit, const Palette& colors) {
  const double radius = kBadgeRadius * unit;
  PathItem disc;
  PathItem::Contour edge{{}, true};
  constexpr int kSteps = 24;
  for (int i = 0; i < kSteps; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / kSteps;
    edge.points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  disc.contours = {std::move(edge)};
  disc.fill = colors.ink;
  disc.casing = Stroke{colors.casing, 3.0 * unit, {}, true};
  drawing.items.emplace_back(std::move(disc));
  PathItem sign;
  const double reach = 0.6 * radius;
  if (glyph == Glyph::Plus) {
    sign.contours = {{{{centre.x - reach, centre.y}, {centre.x + reach, centre.y}}, false},
                     {{{centre.x, centre.y - reach}, {centre.x, centre.y + reach}}, false}};
  } else {
    PathItem::Contour wave{{}, false};
    for (int i = 0; i <= 12; ++i) {
      const double t = i / 6.0 - 1.0;
      wave.points.push_back({centre.x + 1.1 * t * reach, centre.y - 0.34 * reach * std::sin(std::numbers::pi * t)});
    }
    sign.contours = {std::move(wave)};
  }
  sign.stroke = Stroke{colors.casing, 1.7 * unit, {}, true};
  sign.stroke->color.alpha = 1.0;
  drawing.items.emplace_back(std::move(sign));
}

/// A solid band about a sign's room.
void drawBand(Drawing& drawing, const Rect& sign, double unit, const Palette& colors) {
  const Rect rect = grown(sign, 2.0 * unit);
  const double corner = 0.5 * std::min(rect.width, rect.height);
  const typography::Color clear = palette::withAlpha(colors.ink, 0.0);
  drawing.items.emplace_back(typography::BoxItem{rect, corner, clear, Stroke{colors.casing, 4.6 * unit, {}, false}});
  drawing.items.emplace_back(typography::BoxItem{rect, corner, clear, Stroke{colors.ink, 2.2 * unit, {}, false}});
}

}  // namespace

void layoutWhatWas(Page& page, Drawing& drawing, Drawing& labels) {
  if (page.model.changes.empty()) return;
  const LineStyle line = goneLine(page.model.palette);
  Labels lettering(page, labels);
  for (const ChangeMark& mark : page.model.changes) {
    for (const std::vector<geo::LatLon>& outline : mark.outlines) {
      std::vector<PathItem::Contour> contours;
      for (Polyline& piece : page.ground.line(outline)) {
        page.lineMask.add(piece);
        contours.push_back({std::move(piece), false});
      }
      if (!contours.empty()) drawing.items.emplace_back(strokedPath(std::move(contours), line, page.unit));
    }
  }
  const auto signs =
      static_cast<std::size_t>(std::count_if(page.model.changes.begin(), page.model.changes.end(),
                                             [](const ChangeMark& mark) { return !mark.shapes.empty(); }));
  const double close = (signs > kMostGreySigns ? kCloseAmongMany : kCloseSigns) * page.unit;
  std::unordered_set<std::int64_t> taken;
  for (const ChangeMark& mark : page.model.changes) {
    const std::optional<Point> p = page.ground.pixel(mark.position);
    if (!mark.shapes.empty() && isInPicture(page, p)) {
      const auto cell = [close](double v) { return static_cast<std::int64_t>(std::floor(v / close)); };
      if (taken.insert(cell(p->x) * 1'000'003 + cell(p->y)).second) {
        drawGreySigns(drawing, mark.shapes, *p, page.unit, page.model.palette);
        const double half = (kGreySignRadius + 2.0) * page.unit;
        const double reach = rowReach(mark.shapes.size()) * page.unit;
        page.occupied.add({p->x - reach, p->y - half, 2.0 * reach, 2.0 * half});
      }
    }
    if (!mark.way.empty()) {
      layoutMove(page, drawing, lettering, mark);
    } else if (isInPicture(page, p)) {
      lettering.add(mark, {{*p, (rowReach(mark.shapes.size()) + 3.0) * page.unit}});
    }
  }
}

void layoutChangeBadges(Page& page, Drawing& drawing) {
  std::unordered_map<std::string_view, ChangeKind> atSigns;
  for (const ChangeMark& mark : page.model.changes) {
    if (mark.isAtSign) atSigns.emplace(mark.id, mark.kind);
  }
  const auto add = [&](Glyph glyph, Point centre) {
    drawBadge(drawing, glyph, centre, page.unit, page.palette());
    const double reach = (kBadgeRadius + 1.5) * page.unit;
    page.occupied.add({centre.x - reach, centre.y - reach, 2.0 * reach, 2.0 * reach});
  };
  for (const PlacedSign& sign : page.overlay.signs) {
    bool isNew = false;
    bool isChanged = false;
    for (const std::string& id : sign.siteIds) {
      const auto found = atSigns.find(id);
      if (found == atSigns.end()) continue;
      isNew = isNew || found->second == ChangeKind::New;
      isChanged = isChanged || found->second == ChangeKind::Changed;
    }
    if (isNew && sign.siteIds.size() == 1) drawBand(drawing, sign.rect, page.unit, page.palette());
    // In the upper left: names stand at the right where they can.
    const Point corner{sign.rect.x + 0.5 * page.unit, sign.rect.y + 0.5 * page.unit};
    if (isNew) add(Glyph::Plus, corner);
    if (isChanged) add(Glyph::Tilde, {corner.x, corner.y + (isNew ? 2.2 * kBadgeRadius * page.unit : 0.0)});
  }
  for (const ChangeMark& mark : page.model.changes) {
    if (mark.isAtSign || mark.kind == ChangeKind::Gone) continue;
    const std::optional<Point> p = page.ground.pixel(mark.position);
    if (isInPicture(page, p)) add(mark.kind == ChangeKind::New ? Glyph::Plus : Glyph::Tilde, *p);
  }
}

void drawChangeSample(Drawing& drawing, ChangeKind kind, Point left, double widthPixels, double unit,
                      PaletteName palette) {
  const Palette& colors = paletteOf(palette);
  const Point sign{left.x + 10.0 * unit, left.y};
  const double radius = 4.8;
  switch (kind) {
    case ChangeKind::New: {
      const double reach = (radius + 1.0) * unit;
      drawSymbol(drawing, {SymbolShape::Circle, colors.panelSoftInk, Status::Deployed}, sign, radius * unit, unit,
                 colors);
      drawBand(drawing, {sign.x - reach, sign.y - reach, 2.0 * reach, 2.0 * reach}, unit, colors);
      drawBadge(drawing, Glyph::Plus, {sign.x + 19.0 * unit, sign.y}, unit, colors);
      break;
    }
    case ChangeKind::Gone: {
      drawGreySigns(drawing, {SymbolShape::Circle}, sign, unit, palette);
      const Polyline line{{left.x + 21.0 * unit, left.y}, {left.x + widthPixels, left.y}};
      drawing.items.emplace_back(strokedPath({{line, false}}, goneLine(palette), unit));
      break;
    }
    case ChangeKind::Moved: {
      drawGreySigns(drawing, {SymbolShape::Circle}, sign, unit, palette);
      drawArrow(drawing, {{left.x + 20.0 * unit, left.y}, {left.x + widthPixels, left.y}}, unit, colors, true);
      break;
    }
    case ChangeKind::Changed:
      drawSymbol(drawing, {SymbolShape::Circle, colors.panelSoftInk, Status::Deployed}, sign, radius * unit, unit,
                 colors);
      drawBadge(drawing, Glyph::Tilde, {sign.x + 19.0 * unit, sign.y}, unit, colors);
      break;
  }
}

}  // namespace cordon::scene
