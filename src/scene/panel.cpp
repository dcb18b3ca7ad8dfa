#include "scene/panel.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace cordon::scene {

using typography::BoxItem;
using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Rect;
using typography::Stroke;
using typography::TextItem;

namespace {

void shift(Point& p, Point by) {
  p = {p.x + by.x, p.y + by.y};
}

void shift(TextItem& item, Point by) {
  shift(item.position, by);
  for (Point& p : item.curve) shift(p, by);
}

void shift(PathItem& item, Point by) {
  for (PathItem::Contour& contour : item.contours) {
    for (Point& p : contour.points) shift(p, by);
  }
}

void shift(BoxItem& item, Point by) {
  item.rect.x += by.x;
  item.rect.y += by.y;
}

}  // namespace

void translate(Drawing& drawing, Point by) {
  for (typography::Item& item : drawing.items) {
    std::visit([&](auto& it) { shift(it, by); }, item);
  }
}

void append(PanelContent& content, PanelContent below, double unit, const Palette& colors) {
  if (below.empty()) return;
  content.widthPixels = std::max(content.widthPixels, below.widthPixels);
  double top = 0.0;
  if (!content.empty()) {
    const double y = content.heightPixels + 9.0 * unit;
    PathItem rule;
    rule.contours = {{{{0.0, y}, {content.widthPixels, y}}, false}};
    rule.stroke = Stroke{colors.panelRule, unit, {}, false};
    content.drawing.items.emplace_back(std::move(rule));
    top = y + 9.0 * unit;
  }
  const auto put = [top](Drawing& to, Drawing& from) {
    translate(from, {0.0, top});
    std::move(from.items.begin(), from.items.end(), std::back_inserter(to.items));
  };
  put(content.drawing, below.drawing);
  put(content.live, below.live);
  content.heightPixels = top + below.heightPixels;
}

Rect panelRect(const PanelContent& content, double unit) {
  const double padding = 2.0 * kPanelPadding * unit;
  return {0.0, 0.0, content.widthPixels + padding, content.heightPixels + padding};
}

Drawing drawPanel(Drawing& drawing, PanelContent content, const Rect& rect, double unit, const Palette& colors) {
  const double radius = 6.0 * unit;
  BoxItem shadow{{rect.x, rect.y + 2.0 * unit, rect.width, rect.height}, radius, colors.paperShadow, std::nullopt};
  drawing.items.emplace_back(shadow);
  drawing.items.emplace_back(BoxItem{rect, radius, colors.paper, Stroke{colors.paperEdge, unit, {}, false}});
  const Point corner{rect.x + kPanelPadding * unit, rect.y + kPanelPadding * unit};
  translate(content.drawing, corner);
  translate(content.live, corner);
  std::move(content.drawing.items.begin(), content.drawing.items.end(), std::back_inserter(drawing.items));
  return std::move(content.live);
}

}  // namespace cordon::scene
