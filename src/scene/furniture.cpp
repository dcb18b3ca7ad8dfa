#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scene/folding_legend.h"
#include "scene/graticule.h"
#include "scene/legend.h"
#include "scene/page.h"
#include "scene/palette.h"
#include "scene/panel.h"
#include "scene/scale_bar.h"
#include "scene/visible_legend.h"

namespace cordon::scene {

namespace {

using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Rect;
using typography::Stroke;
using typography::TextItem;
using typography::TextStyle;

constexpr double kMargin = kFurnitureMargin;
constexpr std::size_t kMostSourceLines = 2;
/// A panel that takes more of the picture than this is shortened or left out.
constexpr double kLargestLegendShare = 0.17;
constexpr double kLargestTitleShare = 0.085;
constexpr double kHandlingHeight = 19.0;

enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };

Rect inCorner(const Rect& room, Rect rect, Corner corner, double margin) {
  const bool right = corner == Corner::TopRight || corner == Corner::BottomRight;
  const bool bottom = corner == Corner::BottomLeft || corner == Corner::BottomRight;
  rect.x = right ? room.x + room.width - margin - rect.width : room.x + margin;
  rect.y = bottom ? room.y + room.height - margin - rect.height : room.y + margin;
  return rect;
}

PanelContent titleContent(Page& page, bool withSubtitle) {
  const RenderModel& model = page.model;
  const double unit = page.unit;
  const double widest = std::min(0.42 * page.projector.widthPixels() + 60.0 * unit,
                                 page.projector.widthPixels() - 2.0 * (kMargin + kPanelPadding) * unit - 12.0 * unit);
  TextStyle title;
  title.weight = typography::Weight::SemiBold;
  title.sizePixels = 26.0 * unit;
  title.color = page.palette().panelInk;
  TextStyle subtitle;
  subtitle.sizePixels = 14.0 * unit;
  subtitle.color = page.palette().panelSoftInk;
  TextStyle date = subtitle;
  date.weight = typography::Weight::SemiBold;
  date.sizePixels = 12.5 * unit;
  date.letterSpacingPixels = 0.4 * unit;
  date.color = page.palette().accent;

  TextBlock block;
  const auto addWrapped = [&](const std::string& text, const TextStyle& style, double leading) {
    for (std::string& line : wrapText(page.typesetter, text, style, std::min(widest, 640.0 * unit))) {
      addLine(block, page.typesetter, std::move(line), style, leading);
    }
  };
  addWrapped(model.title, title, 1.15);
  if (withSubtitle) addWrapped(model.subtitle, subtitle, 1.4);
  const std::size_t undated = block.lines.size();
  addWrapped(model.dateText, date, 1.6);
  PanelContent content;
  if (block.lines.empty()) return content;
  const double indent = 14.0 * unit;
  PathItem bar;
  bar.contours = {{{{1.5 * unit, 2.0 * unit}, {1.5 * unit, block.heightPixels - 1.0 * unit}}, false}};
  bar.stroke = Stroke{page.palette().accent, 3.0 * unit, {}, false};
  content.drawing.items.emplace_back(std::move(bar));
  drawBlock(content.drawing, block, {indent, 0.0});
  // A line is an item.
  const auto dated = content.drawing.items.begin() + static_cast<std::ptrdiff_t>(1 + undated);
  std::move(dated, content.drawing.items.end(), std::back_inserter(content.live.items));
  content.drawing.items.erase(dated, content.drawing.items.end());
  content.widthPixels = block.widthPixels + indent;
  content.heightPixels = block.heightPixels;
  return content;
}

/// The line on who may see the picture, in a bar along its upper and one along its lower edge; returns a bar's height.
double layoutHandling(Page& page, Drawing& drawing) {
  if (page.model.handling.empty()) return 0.0;
  const double unit = page.unit;
  const double width = page.projector.widthPixels();
  const double bar = std::ceil(kHandlingHeight * unit);
  TextStyle style;
  style.weight = typography::Weight::SemiBold;
  style.sizePixels = 12.0 * unit;
  style.letterSpacingPixels = 1.1 * unit;
  style.color = page.palette().paper;
  style.color.alpha = 1.0;
  typography::Color fill = page.palette().panelInk;
  fill.alpha = 1.0;
  const std::string line = shortened(page.typesetter, page.model.handling, style, width - 2.0 * kMargin * unit);
  for (const double top : {0.0, page.projector.heightPixels() - bar}) {
    const Rect rect{0.0, top, width, bar};
    drawing.items.emplace_back(typography::BoxItem{rect, 0.0, fill, {}});
    TextBlock block;
    addLine(block, page.typesetter, line, style, 1.0);
    drawBlock(drawing, block, {0.5 * (width - block.widthPixels), top + 0.5 * (bar - block.heightPixels)});
    page.overlay.panels.push_back(rect);
    page.place(LabelKind::Furniture, "handling", line, {rect});
  }
  return bar;
}

/// The footer with the first `count` sources, broken to the room.
std::vector<std::string> sourceLines(Page& page, std::size_t count, const TextStyle& style, double room) {
  const RenderModel& model = page.model;
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "Sources: " : "  ·  ") + model.sources[i];
  const std::size_t more = model.sources.size() - count;
  if (more > 0) {
    text += (count == 0 ? "Sources: " : " and ") + std::to_string(more) + (count == 0 ? "" : " more");
    text += " in the scenario";
  }
  if (!model.mapCredits.empty()) text += (text.empty() ? "" : "  ·  ") + model.mapCredits;
  return wrapText(page.typesetter, text, style, room);
}

/// The strip along the bottom, above what is kept free there; returns its height.
double layoutSources(Page& page, Drawing& drawing, double keptFree) {
  const double unit = page.unit;
  const double width = page.projector.widthPixels();
  const double height = page.projector.heightPixels() - keptFree;
  TextStyle style;
  style.sizePixels = 10.0 * unit;
  style.color = page.palette().panelSoftInk;
  const double room = width - 2.0 * kMargin * unit;
  const std::size_t most = height < 480.0 ? 1 : kMostSourceLines;
  std::size_t count = page.model.sources.size();
  std::vector<std::string> lines = sourceLines(page, count, style, room);
  while (lines.size() > most && count > 0) lines = sourceLines(page, --count, style, room);
  if (lines.empty()) return 0.0;
  if (lines.size() > most) {
    lines[most - 1] = shortened(page.typesetter, lines[most - 1] + " " + lines[most], style, room);
    lines.resize(most);
  }
  TextBlock block;
  for (std::string& line : lines) addLine(block, page.typesetter, std::move(line), style, 1.32);
  const double strip = block.heightPixels + 9.0 * unit;
  drawing.items.emplace_back(typography::BoxItem{{0.0, height - strip, width, strip}, 0.0, page.palette().footer, {}});
  drawBlock(drawing, block, {kMargin * unit, height - strip + 4.0 * unit});
  page.overlay.panels.push_back({0.0, height - strip, width, strip});
  page.place(LabelKind::Furniture, "sources", block.lines.front().text, {{0.0, height - strip, width, strip}});
  return strip;
}

/// What a panel in this place would hide: sites above all, then rings.
double hidden(const Page& page, const Rect& rect) {
  double cost = 0.3 * page.lineMask.crossings(rect);
  for (const SiteSymbol& site : page.model.sites) {
    const auto p = page.ground.pixel(site.position);
    if (p && contains(rect, {p->x, p->y, 0.0, 0.0})) cost += 60.0;
  }
  return cost;
}

/// The corner in which a panel of a size hides the least; nothing where it has no room.
std::optional<Rect> bestCorner(const Page& page, const Rect& room, const Rect& size) {
  if (size.width * size.height > kLargestLegendShare * room.width * room.height) return std::nullopt;
  if (size.width > 0.6 * room.width || size.height > room.height - 2.0 * kMargin * page.unit) return std::nullopt;
  constexpr std::array<Corner, 4> order{Corner::BottomRight, Corner::TopRight, Corner::BottomLeft, Corner::TopLeft};
  std::optional<Rect> best;
  double least = 0.0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Rect rect = inCorner(room, size, order[i], kMargin * page.unit);
    if (!page.occupied.isFree(grown(rect, 0.5 * kMargin * page.unit))) continue;
    const double cost = hidden(page, rect) + 40.0 * static_cast<double>(i);
    if (best && cost >= least) continue;
    best = rect;
    least = cost;
  }
  return best;
}

/// Moves a label of the graticule so far that its own line, which may run askew, does not strike it through.
void keepOff(const GraticuleTick& tick, bool upright, double widthPixels, double unit, Point& baseline) {
  const Point& along = tick.along;
  if (upright && std::abs(along.x) > 0.3) {
    const double slope = along.y / along.x;
    const double left = tick.position.y + slope * (baseline.x - tick.position.x);
    baseline.y = std::min({baseline.y, left - 2.5 * unit, left + slope * widthPixels - 2.5 * unit});
  } else if (!upright && std::abs(along.y) > 0.3) {
    const double slope = along.x / along.y;
    const double foot = tick.position.x + slope * (baseline.y - tick.position.y);
    baseline.x = std::max({baseline.x, foot + 2.5 * unit, foot - slope * 9.0 * unit + 2.5 * unit});
  }
}

bool layoutLegend(Page& page, Drawing& drawing, const Rect& room, PanelContent content) {
  if (content.empty()) return false;
  const auto place = bestCorner(page, room, panelRect(content, page.unit));
  if (place) putPanel(page, drawing, std::move(content), *place, "legend", "legend");
  return place.has_value();
}

}  // namespace

void putPanel(Page& page, Drawing& drawing, PanelContent content, const Rect& rect, const char* id,
              const std::string& text, LivePart::Of liveOf) {
  Drawing live = drawPanel(drawing, std::move(content), rect, page.unit, page.palette());
  if (!live.items.empty()) {
    const double left = std::floor(rect.x);
    const double top = std::floor(rect.y);
    const std::size_t from = page.live.items.size();
    std::move(live.items.begin(), live.items.end(), std::back_inserter(page.live.items));
    page.overlay.liveParts.push_back(
        {liveOf,
         {left, top, std::ceil(rect.x + rect.width) - left, std::ceil(rect.y + rect.height) - top},
         from,
         page.live.items.size()});
  }
  page.overlay.panels.push_back(rect);
  page.place(LabelKind::Furniture, id, text, {grown(rect, 3.0 * page.unit)});
}

void layoutFurniture(Page& page, Drawing& drawing) {
  const double unit = page.unit;
  const double width = page.projector.widthPixels();
  const double height = page.projector.heightPixels();
  const double bar = layoutHandling(page, drawing);
  const double strip = layoutSources(page, drawing, bar);
  const Rect room{0.0, bar, width, height - strip - 2.0 * bar};
  page.frame = {2.0 * unit, bar + 2.0 * unit, width - 4.0 * unit, room.height - 4.0 * unit};

  for (const bool withSubtitle : {true, false}) {
    PanelContent title = titleContent(page, withSubtitle);
    if (title.empty()) break;
    const Rect size = panelRect(title, unit);
    if (withSubtitle && size.width * size.height > kLargestTitleShare * width * height) continue;
    if (size.height > 0.4 * height) break;
    const Rect rect = inCorner(room, size, Corner::TopLeft, kMargin * unit);
    putPanel(page, drawing, std::move(title), rect, "title", page.model.title, LivePart::Of::Date);
    break;
  }

  const double legendWidth = kLegendWidth * unit;
  const std::vector<LegendEntry> entries = visibleLegend(page);
  const bool folds = page.options.chrome.legend != LegendStyle::Still && !entries.empty();
  if (folds && layoutFoldingLegend(page, drawing, room, entries)) return;
  for (const bool details : {true, false}) {
    if (folds) break;
    PanelContent legend = legendContent(page.model, entries, page.typesetter, legendWidth, unit, details);
    if (legend.empty()) break;
    append(legend, scaleContent(page.projector, legendWidth, unit, page.palette(), page.model.lengthUnit), unit,
           page.palette());
    if (layoutLegend(page, drawing, room, std::move(legend))) return;
  }
  layoutLegend(page, drawing, room,
               scaleContent(page.projector, 260.0 * unit, unit, page.palette(), page.model.lengthUnit));
}

void layoutGraticuleLabels(Page& page, Drawing& drawing) {
  constexpr double kLeastRowsApart = 48.0;
  constexpr double kLeastColumnsApart = 90.0;
  const double unit = page.unit;
  TextStyle style;
  style.sizePixels = 11.0 * unit;
  style.color = page.palette().graticuleInk;
  style.haloColor = page.palette().graticuleHalo;
  style.haloWidthPixels = 1.7 * unit;
  using Edge = GraticuleTick::Edge;
  std::vector<GraticuleTick> ticks = graticuleTicks(page.projector, page.frame);
  // From the bottom up: in a tilted view the lines near the eye are far apart, those far off crowd.
  std::reverse(ticks.begin(), ticks.end());
  std::optional<GraticuleTick> last;
  for (const GraticuleTick& tick : ticks) {
    const bool upright = tick.edge == Edge::Left || tick.edge == Edge::Right;
    const double width = page.typesetter.measure(tick.text, style).advancePixels;
    // Beside its line, not on it.
    Point baseline{tick.position.x + 4.0 * unit, tick.position.y - 3.5 * unit};
    if (tick.edge == Edge::Top) baseline.y = page.frame.y + 14.0 * unit;
    if (tick.edge == Edge::Bottom) baseline.y = page.frame.y + page.frame.height - 6.0 * unit;
    if (tick.edge == Edge::Left) baseline.x = page.frame.x + 5.0 * unit;
    if (tick.edge == Edge::Right) baseline.x = page.frame.x + page.frame.width - 5.0 * unit - width;
    keepOff(tick, upright, width, unit, baseline);
    const Rect box{baseline.x - 2.0 * unit, baseline.y - 10.5 * unit, width + 4.0 * unit, 14.0 * unit};
    const bool crowds = last && last->edge == tick.edge &&
                        std::hypot(last->position.x - tick.position.x, last->position.y - tick.position.y) <
                            (upright ? kLeastRowsApart : kLeastColumnsApart) * unit;
    if (crowds || !page.hasRoom({box})) {
      page.overlay.dropped.push_back({LabelKind::Graticule, tick.text});
      continue;
    }
    TextItem item;
    item.text = tick.text;
    item.style = style;
    item.position = baseline;
    drawing.items.emplace_back(std::move(item));
    page.place(LabelKind::Graticule, tick.text, tick.text, {box});
    last = tick;
  }
}

}  // namespace cordon::scene
