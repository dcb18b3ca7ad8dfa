#include "scene/legend.h"

#include <algorithm>
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
using typography::Stroke;
using typography::TextStyle;

constexpr const char* kReachNotControl =
    "A ring is how far a missile is reported to reach, not what its owner sees or controls.";

constexpr double kSwatchWidth = 56.0;
constexpr double kTextLeft = 68.0;
/// The sign stands before its ring's line, so that neither hides the other.
constexpr double kSignX = 8.0;
constexpr double kLineLeft = 20.0;

Stroke strokeOf(const LineStyle& line, double unit) {
  Stroke stroke{line.color, line.widthPixels * unit, {}, false};
  for (const double dash : line.dashPixels) stroke.dashPixels.push_back(dash * unit);
  return stroke;
}

void drawRingSwatch(Drawing& drawing, const LegendEntry& entry, double middle, double unit) {
  const LineStyle line = ringLineStyle(entry.status, entry.color);
  PathItem sample;
  const double left = kLineLeft * unit;
  const double right = kSwatchWidth * unit;
  const double y = middle - 3.0 * unit;
  if (ringStyle(entry.status).fills) {
    PathItem inside;
    const double bottom = middle + 6.0 * unit;
    inside.contours = {{{{left, y}, {right, y}, {right, bottom}, {left, bottom}}, true}};
    inside.fill = palette::withAlpha(line.color, 0.16);
    drawing.items.emplace_back(std::move(inside));
  }
  sample.contours = {{{{left, y}, {right, y}}, false}};
  sample.stroke = strokeOf(line, unit);
  drawing.items.emplace_back(std::move(sample));
}

void drawSwatch(Drawing& drawing, const LegendEntry& entry, double middle, double unit) {
  switch (entry.kind) {
    case LegendEntry::Kind::Ring:
      drawRingSwatch(drawing, entry, middle, unit);
      drawSymbol(drawing, {entry.shape, entry.color, entry.status}, {kSignX * unit, middle}, 4.8 * unit, unit);
      break;
    case LegendEntry::Kind::Symbol:
      drawSymbol(drawing, {entry.shape, entry.color, entry.status}, {kSignX * unit, middle}, 4.8 * unit, unit);
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
      const double top = middle - 6.0 * unit;
      const double bottom = middle + 6.0 * unit;
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

PanelContent legendContent(const RenderModel& model, const std::vector<LegendEntry>& entries,
                           typography::Typesetter& typesetter, double widthPixels, double unit, bool details) {
  PanelContent content;
  content.widthPixels = widthPixels;
  TextStyle name;
  name.weight = typography::Weight::Medium;
  name.sizePixels = 12.0 * unit;
  name.color = palette::kPanelInk;
  TextStyle detail;
  detail.sizePixels = 10.5 * unit;
  detail.color = palette::kPanelSoftInk;
  TextStyle note = detail;
  note.typeface = typography::Typeface::SansItalic;

  const bool hasLines = std::any_of(entries.begin(), entries.end(), [](const LegendEntry& entry) {
    return entry.kind != LegendEntry::Kind::Symbol && entry.kind != LegendEntry::Kind::Text;
  });
  double y = 0.0;
  const LegendEntry* before = nullptr;
  for (const LegendEntry& entry : entries) {
    if (before != nullptr) y += (before->kind == entry.kind && before->forStatus == entry.forStatus ? 4.5 : 9.0) * unit;
    before = &entry;
    const bool plain = entry.kind == LegendEntry::Kind::Text;
    const double left = (plain ? 0.0 : hasLines ? kTextLeft : kSignX + 16.0) * unit;
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
    drawSwatch(content.drawing, entry, y + 7.5 * unit, unit);
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
