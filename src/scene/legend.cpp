#include "scene/legend.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "scene/change_marks.h"
#include "scene/model_text.h"
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
constexpr double kColumnGap = 16.0;

Stroke strokeOf(const LineStyle& line, double unit) {
  Stroke stroke{line.color, line.widthPixels * unit, {}, false};
  for (const double dash : line.dashPixels) stroke.dashPixels.push_back(dash * unit);
  return stroke;
}

void drawRingSwatch(Drawing& drawing, const LegendEntry& entry, double middle, double unit, bool filled) {
  const LineStyle line = ringLineStyle(entry.status, entry.color);
  PathItem sample;
  const double left = kLineLeft * unit;
  const double right = kSwatchWidth * unit;
  const double y = middle - 3.0 * unit;
  if (filled && ringStyle(entry.status).fills) {
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

void drawSwatch(Drawing& drawing, const LegendEntry& entry, double middle, double unit, const RenderModel& model) {
  const Palette& colors = paletteOf(model.palette);
  switch (entry.kind) {
    case LegendEntry::Kind::Ring:
      drawRingSwatch(drawing, entry, middle, unit, model.fillMode != FillMode::Overlaps);
      drawSymbol(drawing, {entry.shape, entry.color, entry.status}, {kSignX * unit, middle}, 4.8 * unit, unit, colors);
      break;
    case LegendEntry::Kind::Symbol:
      drawSymbol(drawing, {entry.shape, entry.color, entry.status}, {kSignX * unit, middle}, 4.8 * unit, unit, colors);
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
    case LegendEntry::Kind::Change:
      drawChangeSample(drawing, entry.change, {0.0, middle}, kSwatchWidth * unit, unit, model.palette);
      break;
    case LegendEntry::Kind::Text:
      break;
  }
}

/// Which of the states that the model's rings have count among overlaps; empty where all are deployed.
std::string whatCounts(const RenderModel& model) {
  const auto listOf = [&](bool counted) {
    std::vector<std::string> words;
    for (const Status status :
         {Status::Reported, Status::Planned, Status::Exercise, Status::Withdrawn, Status::Hypothetical}) {
      const bool isShown = std::any_of(model.rings.begin(), model.rings.end(),
                                       [&](const Ring& ring) { return !ring.isFree && ring.status == status; });
      if (isShown && ringStyle(status).fills == counted) words.emplace_back(statusWord(status));
    }
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i) {
      list += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    }
    return list;
  };
  const std::string counted = listOf(true);
  const std::string omitted = listOf(false);
  std::string text;
  if (!counted.empty()) text = counted + " rings count as deployed ones";
  if (!omitted.empty()) text += (text.empty() ? "" : "; ") + omitted + " ones are not counted";
  if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

/// What the tints of overlaps mean, one box a number; returns the height that it takes.
double drawOverlapScale(Drawing& drawing, typography::Typesetter& typesetter, const RenderModel& model,
                        const TextStyle& heading, const TextStyle& figures, double top, double widthPixels,
                        double unit) {
  const Palette& colors = paletteOf(model.palette);
  TextBlock block;
  addLine(block, typesetter, "Rings that cover a place", heading);
  for (std::string& line : wrapText(typesetter, whatCounts(model), figures, widthPixels)) {
    addLine(block, typesetter, std::move(line), figures);
  }
  drawBlock(drawing, block, {0.0, top});
  // As on the map, where it lies half over land and half over the sea.
  const typography::Color ground = palette::mix(colors.ground.flatLand, colors.ground.flatSea, 0.5);
  const double width = 34.0 * unit;
  const double boxTop = top + block.heightPixels + 4.0 * unit;
  const double boxBottom = boxTop + 12.0 * unit;
  const std::size_t count = colors.overlaps.size();
  for (std::size_t i = 0; i < count; ++i) {
    const typography::Color& tint = colors.overlaps[i];
    const double left = static_cast<double>(i) * width;
    PathItem box;
    box.contours = {{{{left, boxTop}, {left + width, boxTop}, {left + width, boxBottom}, {left, boxBottom}}, true}};
    box.fill = palette::mix(ground, palette::withAlpha(tint, 1.0), tint.alpha);
    box.stroke = Stroke{colors.panelRule, unit, {}, false};
    drawing.items.emplace_back(std::move(box));
    typography::TextItem figure;
    figure.text = std::to_string(i + 1) + (i + 1 == count ? "+" : "");
    figure.style = figures;
    figure.align = typography::TextAlign::Center;
    figure.position = {left + 0.5 * width, boxBottom + 1.2 * figures.sizePixels};
    drawing.items.emplace_back(std::move(figure));
  }
  return boxBottom + 1.6 * figures.sizePixels - top;
}

/// How the entries are set.
struct Form {
  TextStyle name;
  TextStyle detail;
  double widthPixels = 0.0;  ///< of a column
  bool hasLines = false;     ///< swatches are wide
  bool details = false;
};

PanelContent columnOf(const RenderModel& model, std::span<const LegendEntry> entries,
                      typography::Typesetter& typesetter, const Form& form, double unit) {
  PanelContent content;
  content.widthPixels = form.widthPixels;
  double y = 0.0;
  const LegendEntry* before = nullptr;
  for (const LegendEntry& entry : entries) {
    if (before != nullptr) y += (before->kind == entry.kind && before->forStatus == entry.forStatus ? 4.5 : 9.0) * unit;
    before = &entry;
    const bool plain = entry.kind == LegendEntry::Kind::Text;
    const double left = (plain ? 0.0 : form.hasLines ? kTextLeft : kSignX + 16.0) * unit;
    TextBlock block;
    const TextStyle& style = plain ? form.detail : form.name;
    for (std::string& line : wrapText(typesetter, entry.text, style, form.widthPixels - left)) {
      addLine(block, typesetter, std::move(line), style);
    }
    if (form.details && !entry.detail.empty()) {
      for (std::string& line : wrapText(typesetter, entry.detail, form.detail, form.widthPixels - left)) {
        addLine(block, typesetter, std::move(line), form.detail);
      }
    }
    drawSwatch(content.drawing, entry, y + 7.5 * unit, unit, model);
    drawBlock(content.drawing, block, {left, y});
    y += std::max(block.heightPixels, 16.0 * unit);
  }
  content.heightPixels = y;
  return content;
}

}  // namespace

PanelContent legendContent(const RenderModel& model, const std::vector<LegendEntry>& entries,
                           typography::Typesetter& typesetter, double widthPixels, double unit, bool details,
                           std::size_t columns) {
  const Palette& colors = paletteOf(model.palette);
  Form form;
  form.widthPixels = widthPixels;
  form.details = details;
  TextStyle& name = form.name;
  name.weight = typography::Weight::Medium;
  name.sizePixels = 12.0 * unit;
  name.color = colors.panelInk;
  TextStyle& detail = form.detail;
  detail.sizePixels = 10.5 * unit;
  detail.color = colors.panelSoftInk;
  TextStyle note = detail;
  note.typeface = typography::Typeface::SansItalic;
  form.hasLines = std::any_of(entries.begin(), entries.end(), [](const LegendEntry& entry) {
    return entry.kind != LegendEntry::Kind::Symbol && entry.kind != LegendEntry::Kind::Text;
  });

  PanelContent content;
  double y = 0.0;
  const std::size_t inColumn = (entries.size() + columns - 1) / columns;
  for (std::size_t first = 0; first < entries.size(); first += inColumn) {
    const std::size_t count = std::min(inColumn, entries.size() - first);
    PanelContent column = columnOf(model, std::span(entries).subspan(first, count), typesetter, form, unit);
    const double left = content.widthPixels > 0.0 ? content.widthPixels + kColumnGap * unit : 0.0;
    translate(column.drawing, {left, 0.0});
    std::move(column.drawing.items.begin(), column.drawing.items.end(), std::back_inserter(content.drawing.items));
    content.widthPixels = left + form.widthPixels;
    y = std::max(y, column.heightPixels);
  }
  content.widthPixels = std::max(content.widthPixels, widthPixels);
  if (model.fillMode == FillMode::Overlaps && !model.rings.empty() && model.shows(Layer::Rings)) {
    if (y > 0.0) y += 9.0 * unit;
    y += drawOverlapScale(content.drawing, typesetter, model, name, detail, y, content.widthPixels, unit);
  }
  const bool hasReach =
      model.shows(Layer::Rings) &&
      std::any_of(model.rings.begin(), model.rings.end(), [](const Ring& ring) { return !ring.systemId.empty(); });
  const std::string& sentence = model.disclaimer.empty() && hasReach ? std::string(kReachNotControl) : model.disclaimer;
  if (!sentence.empty()) {
    TextBlock block;
    for (std::string& line : wrapText(typesetter, sentence, note, content.widthPixels)) {
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
