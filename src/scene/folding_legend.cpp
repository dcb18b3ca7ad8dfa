#include "scene/folding_legend.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "scene/legend.h"
#include "scene/palette.h"
#include "scene/scale_bar.h"
#include "scene/symbols.h"

namespace cordon::scene {

namespace {

using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Rect;
using typography::Stroke;
using typography::TextItem;
using typography::TextStyle;

/// A legend takes at most this of the picture, and rather no more than the second.
constexpr double kLargestShare = 0.24;
constexpr double kWantedShare = 0.17;
constexpr double kTitleHeight = 14.0;

/// How a legend is made smaller; the first that hides nothing is taken.
struct Attempt {
  double size = 1.0;
  bool details = false;
  bool compactScale = false;
  std::size_t columns = 1;
  std::size_t entries = 0;  ///< at most
};

std::vector<Attempt> attemptsFor(std::size_t all) {
  std::vector<Attempt> attempts{{1.0, true, false, 1, all},  {1.0, false, false, 1, all}, {1.0, false, true, 1, all},
                                {0.88, false, true, 1, all}, {0.88, false, true, 2, all}, {0.76, false, true, 1, all},
                                {0.76, false, true, 2, all}, {0.66, false, true, 2, all}};
  for (std::size_t count = all; count-- > 1;) attempts.push_back({0.76, false, true, 1, count});
  return attempts;
}

/// Where a legend may stand, and how much that is to be avoided, in attempts that would rather be made.
struct Spot {
  Rect rect;
  double cost = 0.0;
};

/// The corners, then places along the left and the right edge and beside what the window covers.
std::vector<Spot> spotsFor(const Page& page, const Rect& room, const Rect& size) {
  constexpr double kEdgeCost = 3.5;
  constexpr int kSteps = 12;
  const double margin = kFurnitureMargin * page.unit;
  const double right = room.x + room.width - margin - size.width;
  const double left = room.x + margin;
  const double top = room.y + margin;
  const double bottom = room.y + room.height - margin - size.height;
  std::vector<Spot> spots;
  const auto add = [&](double x, double y, double cost) {
    const Rect rect{x, y, size.width, size.height};
    if (y >= top - 0.5 && y <= bottom + 0.5 && page.occupied.isFree(grown(rect, 0.5 * margin))) {
      spots.push_back({rect, cost});
    }
  };
  add(right, bottom, 0.0);
  add(right, top, 0.01);
  add(left, bottom, 0.02);
  add(left, top, 0.03);
  std::vector<Rect> above = page.overlay.panels;
  const std::vector<Rect>& covered = page.options.chrome.covered;
  above.insert(above.end(), covered.begin(), covered.end());
  std::vector<double> edges{right, left};
  for (const Rect& rect : covered) edges.push_back(rect.x - 0.8 * margin - size.width);
  for (std::size_t edge = 0; edge < edges.size(); ++edge) {
    const double x = edges[edge];
    if (x < left) continue;
    const double cost = kEdgeCost + 0.2 * static_cast<double>(edge);
    // Close below what stands there looks better than anywhere.
    for (const Rect& panel : above) add(x, panel.y + panel.height + 0.8 * margin, cost);
    for (int i = 0; i <= kSteps; ++i) add(x, bottom + (top - bottom) * i / kSteps, cost + 0.3 + 0.01 * i);
  }
  return spots;
}

/// Where signs of sites stand on the picture.
std::vector<Point> signsOn(const Page& page) {
  std::vector<Point> signs;
  if (!page.model.shows(Layer::Sites)) return signs;
  for (const SiteSymbol& site : page.model.sites) {
    if (const auto pixel = page.ground.pixel(site.position)) signs.push_back(*pixel);
  }
  return signs;
}

/// "Legend", with a sign that points down while it is open.
PanelContent titleOf(Page& page, double widthPixels, bool open) {
  const double unit = page.unit;
  TextStyle style;
  style.weight = typography::Weight::SemiBold;
  style.sizePixels = 12.5 * unit;
  style.color = page.palette().panelInk;
  PanelContent content;
  content.widthPixels = widthPixels;
  content.heightPixels = kTitleHeight * unit;
  TextItem item;
  item.text = "Legend";
  item.style = style;
  item.position = {16.0 * unit, 11.0 * unit};
  content.drawing.items.emplace_back(std::move(item));
  const auto at = [unit](double x, double y) { return Point{x * unit, y * unit}; };
  PathItem sign;
  sign.contours = {{open ? std::vector{at(1.0, 4.5), at(5.0, 9.0), at(9.0, 4.5)}
                         : std::vector{at(3.0, 2.5), at(7.5, 6.8), at(3.0, 11.0)},
                    false}};
  sign.stroke = Stroke{page.palette().panelSoftInk, 1.6 * unit, {}, true};
  content.drawing.items.emplace_back(std::move(sign));
  return content;
}

/// Puts content close below a panel's title, without a rule.
void appendClose(PanelContent& title, PanelContent below, double gap) {
  if (below.empty()) return;
  const double top = title.heightPixels + gap;
  translate(below.drawing, {0.0, top});
  std::move(below.drawing.items.begin(), below.drawing.items.end(), std::back_inserter(title.drawing.items));
  title.widthPixels = std::max(title.widthPixels, below.widthPixels);
  title.heightPixels = top + below.heightPixels;
}

PanelContent contentFor(Page& page, const Attempt& attempt, const std::vector<LegendEntry>& entries, bool open) {
  const double unit = attempt.size * page.unit;
  const double width = kLegendWidth * unit;
  PanelContent panel = titleOf(page, width, open);
  if (open) {
    std::vector<LegendEntry> shown(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(attempt.entries));
    if (attempt.entries < entries.size()) {
      shown.emplace_back().text = std::to_string(entries.size() - attempt.entries) + " more";
    }
    appendClose(panel, legendContent(page.model, shown, page.typesetter, width, unit, attempt.details, attempt.columns),
                5.0 * page.unit);
  }
  append(panel, scaleContent(page.projector, width, unit, page.palette(), page.model.lengthUnit, attempt.compactScale),
         unit, page.palette());
  return panel;
}

}  // namespace

bool layoutFoldingLegend(Page& page, Drawing& drawing, const Rect& room, const std::vector<LegendEntry>& entries) {
  const bool open = page.options.chrome.legend == LegendStyle::Open;
  const std::vector<Point> signs = signsOn(page);
  const double reach = 2.0 * kSymbolRadius * page.unit;
  const double area = room.width * room.height;
  const auto hiddenBy = [&](const Rect& rect) {
    const Rect near = grown(rect, reach);
    return std::count_if(signs.begin(), signs.end(), [&](Point p) { return contains(near, {p.x, p.y, 0.0, 0.0}); });
  };
  const std::vector<Attempt> attempts = open ? attemptsFor(entries.size()) : std::vector<Attempt>(1);
  struct Found {
    PanelContent panel;
    Rect rect;
    std::ptrdiff_t hidden = 0;
    double cost = 0.0;
  };
  // No system and no status is left out for a site's sake.
  const auto lastSign = std::find_if(entries.rbegin(), entries.rend(), [](const LegendEntry& entry) {
    return entry.kind == LegendEntry::Kind::Ring || entry.kind == LegendEntry::Kind::Symbol;
  });
  const auto needed = static_cast<std::size_t>(entries.rend() - lastSign);
  std::optional<Found> best;
  for (std::size_t i = 0; i < attempts.size(); ++i) {
    if (best && (attempts[i].entries < needed || (best->hidden == 0 && best->cost <= static_cast<double>(i)))) break;
    PanelContent panel = contentFor(page, attempts[i], entries, open);
    const Rect size = panelRect(panel, page.unit);
    const double share = size.width * size.height / area;
    if (share > (open ? kLargestShare : kWantedShare) || size.width > 0.6 * room.width) continue;
    const double ownCost = static_cast<double>(i) + (share > kWantedShare ? 1.5 : 0.0);
    for (const Spot& spot : spotsFor(page, room, size)) {
      const std::ptrdiff_t hidden = hiddenBy(spot.rect);
      const double cost = ownCost + spot.cost;
      if (best && std::pair(hidden, cost) >= std::pair(best->hidden, best->cost)) continue;
      best = Found{panel, spot.rect, hidden, cost};
    }
  }
  if (!best) return false;
  const Rect& rect = best->rect;
  page.overlay.legendTitle = Rect{rect.x, rect.y, rect.width, (kTitleHeight + 1.5 * kPanelPadding) * page.unit};
  putPanel(page, drawing, std::move(best->panel), rect, "legend", "legend");
  return true;
}

}  // namespace cordon::scene
