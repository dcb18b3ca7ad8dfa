#include "scene/legend.h"

#include <cmath>
#include <string>
#include <utility>

#include "scene/palette.h"
#include "scene/ring_style.h"
#include "scene/symbols.h"
#include "scene/text_block.h"

namespace cordon::scene {

namespace {

using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Stroke;
using typography::TextStyle;

constexpr const char* kReachNotControl =
    "A ring is how far a missile is reported to reach, not what its owner sees or controls.";

constexpr double kSwatchWidth = 38.0;
constexpr double kTextLeft = 50.0;

Stroke strokeOf(const LineStyle& line, double unit) {
  Stroke stroke{line.color, line.widthPixels * unit, {}, false};
  for (const double dash : line.dashPixels) stroke.dashPixels.push_back(dash * unit);
  return stroke;
}

void drawRingSwatch(Drawing& drawing, const LegendEntry& entry, double middle, double unit) {
  LineStyle line = ringLineStyle(entry.status, entry.color);
  if (!entry.line.dashPixels.empty()) line.dashPixels = entry.line.dashPixels;
  // A shallow arc with its inside below.
  PathItem arc;
  PathItem inside;
  std::vector<Point> points;
  for (int i = 0; i <= 16; ++i) {
    const double t = i / 16.0 * 2.0 - 1.0;
    points.push_back({(0.5 + 0.5 * t) * kSwatchWidth * unit, middle + (t * t * 5.0 - 4.0) * unit});
  }
  arc.contours = {{points, false}};
  arc.stroke = strokeOf(line, unit);
  points.push_back({kSwatchWidth * unit, middle + 6.5 * unit});
  points.push_back({0.0, middle + 6.5 * unit});
  inside.contours = {{std::move(points), true}};
  inside.fill = palette::withAlpha(line.color, 0.16);
  drawing.items.emplace_back(std::move(inside));
  drawing.items.emplace_back(std::move(arc));
}

void drawSwatch(Drawing& drawing, const LegendEntry& entry, double middle, double unit) {
  switch (entry.kind) {
    case LegendEntry::Kind::Ring:
      drawRingSwatch(drawing, entry, middle, unit);
      drawSymbol(drawing, {entry.shape, entry.color, entry.status}, {0.5 * kSwatchWidth * unit, middle + 2.0 * unit},
                 5.0 * unit, unit);
      break;
    case LegendEntry::Kind::Symbol:
      drawSymbol(drawing, {entry.shape, entry.color, entry.status}, {0.5 * kSwatchWidth * unit, middle}, 6.0 * unit,
                 unit);
      break;
    case LegendEntry::Kind::Line: {
      PathItem line;
      line.contours = {{{{0.0, middle}, {kSwatchWidth * unit, middle}}, false}};
      line.stroke = strokeOf(entry.line, unit);
      if (entry.line.casingColor) {
        line.casing = Stroke{*entry.line.casingColor, (entry.line.widthPixels + 2.0) * unit, {}, false};
      }
      drawing.items.emplace_back(std::move(line));
      break;
    }
    case LegendEntry::Kind::Area: {
      PathItem box;
      const double top = middle - 6.5 * unit;
      const double bottom = middle + 6.5 * unit;
      const double right = kSwatchWidth * unit;
      box.contours = {{{{0.0, top}, {right, top}, {right, bottom}, {0.0, bottom}}, true}};
      box.fill = entry.color;
      box.hatch = entry.hatch;
      if (box.hatch) {
        box.hatch->widthPixels *= unit;
        box.hatch->spacingPixels *= unit;
      }
      if (entry.line.color.alpha > 0.0) box.stroke = strokeOf(entry.line, unit);
      drawing.items.emplace_back(std::move(box));
      break;
    }
    case LegendEntry::Kind::Text:
      break;
  }
}

}  // namespace

PanelContent legendContent(const RenderModel& model, typography::Typesetter& typesetter, double widthPixels,
                           double unit, bool details) {
  PanelContent content;
  content.widthPixels = widthPixels;
  TextStyle name;
  name.weight = typography::Weight::Medium;
  name.sizePixels = 12.5 * unit;
  name.color = palette::kPanelInk;
  TextStyle detail;
  detail.sizePixels = 11.0 * unit;
  detail.color = palette::kPanelSoftInk;
  TextStyle note = detail;
  note.typeface = typography::Typeface::SansItalic;

  double y = 0.0;
  const LegendEntry* before = nullptr;
  for (const LegendEntry& entry : model.legend) {
    if (before != nullptr) y += (before->kind == entry.kind ? 5.0 : 11.0) * unit;
    before = &entry;
    const bool plain = entry.kind == LegendEntry::Kind::Text;
    const double left = plain ? 0.0 : kTextLeft * unit;
    TextBlock block;
    const TextStyle& style = plain ? detail : name;
    for (std::string& line : wrapText(typesetter, entry.text, style, widthPixels - left)) {
      addLine(block, typesetter, std::move(line), style);
    }
    if (details && !entry.detail.empty()) {
      for (std::string& line : wrapText(typesetter, entry.detail, detail, widthPixels - left)) {
        addLine(block, typesetter, std::move(line), detail);
      }
    }
    drawSwatch(content.drawing, entry, y + 8.0 * unit, unit);
    drawBlock(content.drawing, block, {left, y});
    y += std::max(block.heightPixels, 16.0 * unit);
  }
  const std::string& sentence = model.disclaimer.empty() && !model.rings.empty() && model.shows(Layer::Rings)
                                    ? std::string(kReachNotControl)
                                    : model.disclaimer;
  if (!sentence.empty()) {
    TextBlock block;
    for (std::string& line : wrapText(typesetter, sentence, note, widthPixels)) {
      addLine(block, typesetter, std::move(line), note);
    }
    if (y > 0.0) y += 9.0 * unit;
    drawBlock(content.drawing, block, {0.0, y});
    y += block.heightPixels;
  }
  content.heightPixels = y;
  return content;
}

}  // namespace cordon::scene
