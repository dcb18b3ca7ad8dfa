#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <optional>
#include <utility>

#include "scene/contrast.h"
#include "scene/page.h"
#include "scene/palette.h"
#include "scene/ring_style.h"
#include "typography/text_curve.h"

namespace cordon::scene {

namespace {

using geo::Ecef;
using typography::Color;
using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Stroke;
using typography::TextCurve;
using typography::TextStyle;

/// Rings of one name closer than this to one that has its label stay without: the eye carries it over.
constexpr double kEqualLabelsApart = 330.0;
/// More labels of one system and status than this tell nothing new.
constexpr int kMostOfOneLook = 3;
/// Beyond this the angle of a label costs the reader more than its room is worth.
constexpr double kSteepest = 62.0 * std::numbers::pi / 180.0;

struct Disc {
  Ecef centre;
  double chord = 0.0;  ///< of the radius, on a sphere: good enough to tell inside from outside
  int group = 0;
};

struct Candidate {
  double cost = 0.0;
  CurvedText text;
  Point middle;
};

/// The visible stretch of the ring's line about an azimuth that is long enough for the text, or nothing.
std::optional<std::vector<Point>> stretch(const RingOnPage& ring, std::size_t at, double lengthPixels) {
  const std::size_t n = ring.points.size();
  if (!ring.points[at]) return std::nullopt;
  std::vector<Point> before;
  std::vector<Point> after;
  for (const bool forwards : {true, false}) {
    double length = 0.0;
    Point last = *ring.points[at];
    std::vector<Point>& side = forwards ? after : before;
    for (std::size_t k = 1; k < n / 3 && length < 0.62 * lengthPixels; ++k) {
      const std::optional<Point>& p = ring.points[(forwards ? at + k : at + n - k) % n];
      if (!p) return std::nullopt;
      length += std::hypot(p->x - last.x, p->y - last.y);
      last = *p;
      side.push_back(last);
    }
    if (length < 0.62 * lengthPixels) return std::nullopt;
  }
  std::reverse(before.begin(), before.end());
  before.push_back(*ring.points[at]);
  before.insert(before.end(), after.begin(), after.end());
  return before;
}

void drawBadge(Drawing& drawing, const CurvedText& text, const Ring& ring, const Color& color, const Page& page) {
  const Palette& colors = page.palette();
  const double unit = page.unit;
  const bool filled = ring.status == Status::Deployed;
  const double height = text.item.style.sizePixels + 4.4 * unit;
  PathItem badge;
  badge.contours = {{text.middle, false}};
  badge.casing = Stroke{filled ? colors.casing : color, height + 2.2 * unit, {}, true};
  badge.stroke = Stroke{filled ? color : colors.symbolPaper, height, {}, true};
  drawing.items.emplace_back(std::move(badge));
  drawing.items.emplace_back(text.item);
}

}  // namespace

void layoutRingLabels(Page& page, Drawing& drawing) {
  std::vector<Disc> discs;
  for (const RingOnPage& on : page.rings) {
    const double angle = std::min(on.ring->radiusMeters / geo::kSemiMajorMeters, std::numbers::pi);
    discs.push_back(
        {geo::toEcef(on.ring->centre), 2.0 * geo::kSemiMajorMeters * std::sin(0.5 * angle), on.ring->fillGroup});
  }
  std::map<std::string, std::vector<Point>> placedByText;
  std::map<std::pair<std::string, Status>, int> labelledByLook;
  std::vector<std::size_t> order(page.rings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return statusRank(page.rings[a].ring->status) < statusRank(page.rings[b].ring->status);
  });
  for (const std::size_t index : order) {
    const RingOnPage& on = page.rings[index];
    const Ring& ring = *on.ring;
    if (ring.label.empty() || on.points.empty()) continue;
    const Color color = ringColor(ring.status, ring.color);
    int& labelled = labelledByLook[{ring.label, ring.status}];
    if (labelled >= kMostOfOneLook) continue;
    const bool filled = ring.status == Status::Deployed;
    TextStyle style;
    style.weight = typography::Weight::SemiBold;
    style.sizePixels = 11.0 * page.unit;
    style.letterSpacingPixels = 0.3 * page.unit;
    style.color = filled ? inkOrPaperOn(color, page.palette()) : readableOnPaper(color, page.palette());
    const double width = page.typesetter.measure(ring.label, style).advancePixels;
    std::vector<Point>& equals = placedByText[ring.label];

    std::optional<Candidate> best;
    bool nearEqual = false;
    const std::size_t n = on.points.size();
    for (std::size_t k = 0; k < n; k += 2) {
      if (!on.points[k]) continue;
      const Point here = *on.points[k];
      const bool crowded = std::any_of(equals.begin(), equals.end(), [&](Point p) {
        return std::hypot(p.x - here.x, p.y - here.y) < kEqualLabelsApart * page.unit;
      });
      nearEqual = nearEqual || crowded;
      if (crowded) continue;
      std::optional<std::vector<Point>> curve = stretch(on, k, width);
      if (!curve) continue;
      readLeftToRight(*curve);
      const TextCurve along(*curve);
      CurvedText text = setAlong(page, ring.label, style, *curve, 0.5 * along.lengthPixels(), 4.5 * page.unit);
      if (std::abs(text.angleRadians) > kSteepest || !page.hasRoom(text.boxes)) continue;
      if (bendRadians(text) > kMostBendRadians) continue;

      double cost = 14.0 * std::abs(text.angleRadians);
      // Its own line runs through every box; only what is more than that tells of other lines.
      const double own = text.boxes.size() * 3.5;
      cost += 0.9 * std::max(0.0, page.lineMask.crossings(text.boxes) - own);
      const Ecef position = geo::toEcef(page.projector.toGround(here).value_or(ring.centre));
      for (std::size_t other = 0; other < discs.size(); ++other) {
        if (other == index) continue;
        const bool inside = geo::norm(position - discs[other].centre) < discs[other].chord;
        if (inside) cost += discs[other].group == ring.fillGroup ? 16.0 : 5.0;
      }
      if (!best || cost < best->cost) best = Candidate{cost, std::move(text), here};
    }
    if (!best) {
      if (!nearEqual) page.overlay.dropped.push_back({LabelKind::Ring, ring.id});
      continue;
    }
    drawBadge(drawing, best->text, ring, color, page);
    ++labelled;
    equals.push_back(best->middle);
    page.place(LabelKind::Ring, ring.id, ring.label, std::move(best->text.boxes), best->text.angleRadians);
  }
}

}  // namespace cordon::scene
