#include "scene/scale_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <utility>

#include "geo/geodesic.h"

namespace cordon::scene {

namespace {

using geo::LatLon;
using typography::PathItem;
using typography::Point;
using typography::Stroke;
using typography::TextAlign;
using typography::TextItem;
using typography::TextStyle;

/// The page's direction of north at a position, clockwise from up; nothing where it cannot be seen.
std::optional<double> northAngle(const Projector& projector, LatLon position) {
  const double step = 1e-3;
  const auto from = projector.visiblePixel(position);
  const auto to = projector.visiblePixel({position.latRadians + step, position.lonRadians});
  if (!from || !to) return std::nullopt;
  return std::atan2(to->x - from->x, from->y - to->y);
}

/// North at the middle, if it is about the same a quarter of the picture to both sides.
std::optional<double> commonNorth(const Projector& projector, LatLon middle) {
  if (std::abs(middle.latDegrees()) > 85.0) return std::nullopt;
  const auto centre = northAngle(projector, middle);
  if (!centre) return std::nullopt;
  for (const double share : {0.25, 0.75}) {
    const auto ground = projector.toGround({share * projector.widthPixels(), 0.5 * projector.heightPixels()});
    const auto angle = ground ? northAngle(projector, *ground) : std::nullopt;
    if (!angle || std::abs(std::remainder(*angle - *centre, 2.0 * std::numbers::pi)) > 0.6) return std::nullopt;
  }
  return centre;
}

void drawText(PanelContent& content, std::string text, const TextStyle& style, Point position,
              TextAlign align = TextAlign::Center) {
  TextItem item;
  item.text = std::move(text);
  item.style = style;
  item.position = position;
  item.align = align;
  content.drawing.items.emplace_back(std::move(item));
}

void drawNorth(PanelContent& content, double angle, Point centre, const TextStyle& style, double unit,
               const Palette& colors) {
  const auto turned = [&](double x, double y) {
    return Point{centre.x + unit * (x * std::cos(angle) - y * std::sin(angle)),
                 centre.y + unit * (x * std::sin(angle) + y * std::cos(angle))};
  };
  PathItem dark;
  dark.contours = {{{turned(0, -15), turned(6.5, 11), turned(0, 6)}, true}};
  dark.fill = colors.panelInk;
  dark.stroke = Stroke{colors.panelInk, 1.0 * unit, {}, true};
  PathItem light = dark;
  light.contours = {{{turned(0, -15), turned(-6.5, 11), turned(0, 6)}, true}};
  light.fill = colors.symbolPaper;
  content.drawing.items.emplace_back(std::move(light));
  content.drawing.items.emplace_back(std::move(dark));
  TextStyle letter = style;
  letter.weight = typography::Weight::SemiBold;
  letter.color = colors.panelInk;
  const Point at = turned(0, -22);
  drawText(content, "N", letter, {at.x, at.y + 0.36 * letter.sizePixels});
}

/// One side of the bar: ticks and figures at nothing, a half and the whole.
void drawSide(PanelContent& content, double length, const std::string& unitName, double pixelsPerUnit, double y,
              bool above, const TextStyle& style, double unit, const Palette& colors) {
  const double direction = above ? -1.0 : 1.0;
  PathItem ticks;
  for (int i = 0; i <= 2; ++i) {
    const double x = 0.5 * i * length * pixelsPerUnit + 5.0 * unit;
    ticks.contours.push_back({{{x, y}, {x, y + direction * 5.0 * unit}}, false});
    const std::string figure = fmt::format("{:g}", 0.5 * i * length);
    const double baseline = above ? y - 8.0 * unit : y + 8.0 * unit + 0.74 * style.sizePixels;
    if (i == 2) {
      drawText(content, figure + " " + unitName, style, {x - 5.0 * unit, baseline}, TextAlign::Left);
    } else {
      drawText(content, figure, style, {x, baseline});
    }
  }
  ticks.stroke = Stroke{colors.panelInk, 1.1 * unit, {}, false};
  content.drawing.items.emplace_back(std::move(ticks));
}

std::string where(LatLon position) {
  const double lon = std::remainder(position.lonDegrees(), 360.0);
  return fmt::format("{:.0f}°{} {:.0f}°{}", std::abs(position.latDegrees()), position.latRadians < 0.0 ? 'S' : 'N',
                     std::abs(lon), lon < 0.0 ? 'W' : 'E');
}

}  // namespace

double roundLength(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  const double lead = value / power;
  return (lead >= 5.0 ? 5.0 : lead >= 2.0 ? 2.0 : 1.0) * power;
}

PanelContent scaleContent(const Projector& projector, double widthPixels, double unit, const Palette& colors,
                          LengthUnit below, bool compact) {
  PanelContent content;
  if (below == LengthUnit::Kilometers) below = LengthUnit::NauticalMiles;
  const double mileMeters = metersIn(below);
  const Point centre{0.5 * projector.widthPixels(), 0.5 * projector.heightPixels()};
  const double reach = 0.02 * projector.widthPixels();
  const auto middle = projector.toGround(centre);
  const auto left = projector.toGround({centre.x - reach, centre.y});
  const auto right = projector.toGround({centre.x + reach, centre.y});
  if (!middle || !left || !right) return content;
  const double metersPerPixel = geo::geodesicDistanceMeters(*left, *right) / (2.0 * reach);
  if (metersPerPixel <= 0.0) return content;

  TextStyle figures;
  figures.sizePixels = 10.5 * unit;
  figures.color = colors.panelInk;
  const double longest = (std::min(widthPixels, 300.0 * unit) - 95.0 * unit) * metersPerPixel;
  const double kilometers = roundLength(longest / 1000.0);
  const double miles = roundLength(longest / mileMeters);
  const double barY = 20.0 * unit;
  const double kmPixels = 1000.0 / metersPerPixel;
  const double milePixels = mileMeters / metersPerPixel;
  PathItem bar;
  const double end = std::max(kilometers * kmPixels, compact ? 0.0 : miles * milePixels) + 5.0 * unit;
  bar.contours = {{{{5.0 * unit, barY}, {end, barY}}, false}};
  bar.stroke = Stroke{colors.panelInk, 1.6 * unit, {}, false};
  content.drawing.items.emplace_back(std::move(bar));
  if (kilometers < 1.0) {
    drawSide(content, 1000.0 * kilometers, "m", kmPixels / 1000.0, barY, true, figures, unit, colors);
  } else {
    drawSide(content, kilometers, "km", kmPixels, barY, true, figures, unit, colors);
  }
  if (!compact) {
    drawSide(content, miles, symbolOf(below), milePixels, barY, false, figures, unit, colors);
    TextStyle caption = figures;
    caption.sizePixels = 10.0 * unit;
    caption.color = colors.panelSoftInk;
    const bool tilted = projector.camera().tiltRadians > 0.1;
    drawText(content, (tilted ? "level scale at the centre, " : "scale at the centre, ") + where(*middle), caption,
             {0.0, barY + 36.0 * unit}, TextAlign::Left);
  }
  if (const auto north = commonNorth(projector, *middle)) {
    drawNorth(content, *north, {widthPixels - 17.0 * unit, 29.0 * unit}, figures, unit, colors);
  }
  std::swap(content.live, content.drawing);
  content.widthPixels = widthPixels;
  content.heightPixels = compact ? 44.0 * unit : barY + 40.0 * unit;
  return content;
}

}  // namespace cordon::scene
