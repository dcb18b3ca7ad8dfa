#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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

constexpr double kMargin = 20.0;
constexpr double kLegendWidth = 314.0;
constexpr std::size_t kMostSourceLines = 2;
/// A panel that takes more of the picture than this is shortened or left out.
constexpr double kLargestLegendShare = 0.17;
/// One that can be folded may take more.
constexpr double kLargestOpenLegendShare = 0.24;
constexpr double kLegendTitleHeight = 14.0;
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
  addWrapped(model.dateText, date, 1.6);
  PanelContent content;
  if (block.lines.empty()) return content;
  const double indent = 14.0 * unit;
  PathItem bar;
  bar.contours = {{{{1.5 * unit, 2.0 * unit}, {1.5 * unit, block.heightPixels - 1.0 * unit}}, false}};
  bar.stroke = Stroke{page.palette().accent, 3.0 * unit, {}, false};
  content.drawing.items.emplace_back(std::move(bar));
  drawBlock(content.drawing, block, {indent, 0.0});
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

void putPanel(Page& page, Drawing& drawing, PanelContent content, const Rect& rect, const char* id,
              const std::string& text) {
  drawPanel(drawing, std::move(content), rect, page.unit, page.palette());
  page.overlay.panels.push_back(rect);
  page.place(LabelKind::Furniture, id, text, {grown(rect, 3.0 * page.unit)});
}

/// The corner in which a panel of a size hides the least, or the first that is free where it is to `stay`; nothing
/// where it has no room.
std::optional<Rect> bestCorner(const Page& page, const Rect& room, const Rect& size, double largestShare, bool stay) {
  if (size.width * size.height > largestShare * room.width * room.height) return std::nullopt;
  if (size.width > 0.6 * room.width || size.height > room.height - 2.0 * kMargin * page.unit) return std::nullopt;
  constexpr std::array<Corner, 4> order{Corner::BottomRight, Corner::TopRight, Corner::BottomLeft, Corner::TopLeft};
  std::optional<Rect> best;
  double least = 0.0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Rect rect = inCorner(room, size, order[i], kMargin * page.unit);
    if (!page.occupied.isFree(grown(rect, 0.5 * kMargin * page.unit))) continue;
    if (stay) return rect;
    const double cost = hidden(page, rect) + 40.0 * static_cast<double>(i);
    if (best && cost >= least) continue;
    best = rect;
    least = cost;
  }
  return best;
}

bool layoutLegend(Page& page, Drawing& drawing, const Rect& room, PanelContent content) {
  if (content.empty()) return false;
  const auto place = bestCorner(page, room, panelRect(content, page.unit), kLargestLegendShare, false);
  if (place) putPanel(page, drawing, std::move(content), *place, "legend", "legend");
  return place.has_value();
}

/// "Legend", with a sign that points down while it is open.
PanelContent legendTitle(Page& page, double widthPixels, bool open) {
  const double unit = page.unit;
  TextStyle style;
  style.weight = typography::Weight::SemiBold;
  style.sizePixels = 12.5 * unit;
  style.color = page.palette().panelInk;
  PanelContent content;
  content.widthPixels = widthPixels;
  content.heightPixels = kLegendTitleHeight * unit;
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

/// A legend with a title that folds it: made smaller in steps until it has room, and only then without all entries.
bool layoutFoldingLegend(Page& page, Drawing& drawing, const Rect& room, const std::vector<LegendEntry>& entries) {
  struct Attempt {
    double size;
    bool details;
    std::size_t columns;
    std::size_t entries;  ///< at most
  };
  const bool open = page.options.chrome.legend == LegendStyle::Open;
  const std::size_t all = entries.size();
  std::vector<Attempt> attempts;
  if (open) {
    attempts = {{1.0, true, 1, all},   {1.0, false, 1, all},  {0.88, false, 1, all}, {0.88, false, 2, all},
                {0.76, false, 1, all}, {0.76, false, 2, all}, {0.66, false, 2, all}};
    for (std::size_t count = all; count-- > 1;) attempts.push_back({0.76, false, 1, count});
  } else {
    attempts = {{1.0, false, 1, 0}};
  }
  for (const Attempt& attempt : attempts) {
    const double unit = attempt.size * page.unit;
    const double width = kLegendWidth * unit;
    std::vector<LegendEntry> shown(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(attempt.entries));
    if (open && attempt.entries < all) {
      LegendEntry& more = shown.emplace_back();
      more.text = std::to_string(all - attempt.entries) + " more";
    }
    PanelContent panel = legendTitle(page, width, open);
    if (open) {
      appendClose(panel,
                  legendContent(page.model, shown, page.typesetter, width, unit, attempt.details, attempt.columns),
                  5.0 * page.unit);
    }
    append(panel, scaleContent(page.projector, width, unit, page.palette(), page.model.lengthUnit), unit,
           page.palette());
    const auto place =
        bestCorner(page, room, panelRect(panel, page.unit), open ? kLargestOpenLegendShare : kLargestLegendShare, true);
    if (!place) continue;
    page.overlay.legendTitle =
        Rect{place->x, place->y, place->width, (kLegendTitleHeight + 1.5 * kPanelPadding) * page.unit};
    putPanel(page, drawing, std::move(panel), *place, "legend", "legend");
    return true;
  }
  return false;
}

}  // namespace

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
    putPanel(page, drawing, std::move(title), rect, "title", page.model.title);
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
