#include "scene/symbols.h"

#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "scene/contrast.h"
#include "scene/palette.h"

namespace cordon::scene {

namespace {

using typography::Color;
using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Stroke;
using typography::TextItem;

constexpr double kPi = std::numbers::pi;

std::vector<Point> regular(Point c, double radius, int corners, double firstAngle) {
  std::vector<Point> points;
  for (int i = 0; i < corners; ++i) {
    const double angle = firstAngle + 2.0 * kPi * i / corners;
    points.push_back({c.x + radius * std::cos(angle), c.y + radius * std::sin(angle)});
  }
  return points;
}

/// The outline; radii are chosen so that all shapes weigh alike to the eye.
std::vector<Point> outline(SymbolShape shape, Point c, double r) {
  switch (shape) {
    case SymbolShape::Square:
      return regular(c, 1.22 * r, 4, kPi / 4.0);
    case SymbolShape::Diamond:
      return regular(c, 1.3 * r, 4, kPi / 2.0);
    case SymbolShape::Triangle:
      return regular({c.x, c.y + 0.22 * r}, 1.38 * r, 3, -kPi / 2.0);
    case SymbolShape::Hexagon:
      return regular(c, 1.12 * r, 6, 0.0);
    case SymbolShape::Star: {
      std::vector<Point> points;
      for (int i = 0; i < 10; ++i) {
        const double angle = -kPi / 2.0 + kPi * i / 5.0;
        const double radius = (i % 2 == 0 ? 1.4 : 0.62) * r;
        points.push_back({c.x + radius * std::cos(angle), c.y + radius * std::sin(angle)});
      }
      return points;
    }
    case SymbolShape::Cross: {
      const double a = 0.42 * r;
      const double b = 1.15 * r;
      return {{c.x - a, c.y - b}, {c.x + a, c.y - b}, {c.x + a, c.y - a}, {c.x + b, c.y - a},
              {c.x + b, c.y + a}, {c.x + a, c.y + a}, {c.x + a, c.y + b}, {c.x - a, c.y + b},
              {c.x - a, c.y + a}, {c.x - b, c.y + a}, {c.x - b, c.y - a}, {c.x - a, c.y - a}};
    }
    case SymbolShape::Note:
      return {{c.x - r, c.y - r},
              {c.x + 0.4 * r, c.y - r},
              {c.x + r, c.y - 0.4 * r},
              {c.x + r, c.y + r},
              {c.x - r, c.y + r}};
    case SymbolShape::Circle:
      break;
  }
  return regular(c, 1.08 * r, 32, 0.0);
}

/// A colour as a line of a sign: at least 3 to 1 against paper, so that amber reads too.
Color lineOnPaper(const Color& color, const Palette& colors) {
  Color line = color;
  for (double share = 0.1; share < 1.0 && contrast(line, colors.symbolPaper) < 3.0; share += 0.1) {
    line = palette::mix(color, colors.ink, share);
  }
  return line;
}

}  // namespace

void drawSymbol(Drawing& drawing, const SiteSymbol::Part& part, Point centre, double radiusPixels, double unit,
                const Palette& colors) {
  const bool withdrawn = part.status == Status::Withdrawn;
  const Color color = withdrawn ? palette::kWithdrawn : part.color;
  const bool filled = part.status == Status::Deployed;
  PathItem shape;
  shape.contours = {{outline(part.shape, centre, radiusPixels), true}};
  shape.fill = filled ? color : colors.symbolPaper;
  shape.casing = Stroke{colors.casing, 4.4 * unit, {}, true};
  // Colours like the casing need an edge of their own to stand out from it.
  const Color line = filled ? palette::mix(color, colors.symbolEdge, 0.35) : lineOnPaper(color, colors);
  shape.stroke = Stroke{line, (filled ? 1.0 : 2.0) * unit, {}, false};
  if (part.status == Status::Exercise) shape.stroke->dashPixels = {2.6 * unit, 1.8 * unit};
  drawing.items.emplace_back(std::move(shape));

  if (part.status == Status::Reported) {
    PathItem dot;
    dot.contours = {{regular(centre, 0.42 * radiusPixels, 16, 0.0), true}};
    dot.fill = line;
    drawing.items.emplace_back(std::move(dot));
  }
  if (withdrawn) {
    PathItem bar;
    const double reach = 1.5 * radiusPixels;
    bar.contours = {{{{centre.x - reach, centre.y + reach}, {centre.x + reach, centre.y - reach}}, false}};
    bar.casing = Stroke{colors.casing, 4.2 * unit, {}, true};
    bar.stroke = Stroke{color, 2.0 * unit, {}, true};
    drawing.items.emplace_back(std::move(bar));
  }
  if (part.status == Status::Hypothetical) {
    TextItem mark;
    mark.text = "?";
    mark.style.weight = typography::Weight::Bold;
    mark.style.sizePixels = 1.75 * radiusPixels;
    mark.style.color = readableOnPaper(color, colors);
    mark.align = typography::TextAlign::Center;
    mark.position = {centre.x, centre.y + 0.63 * radiusPixels};
    drawing.items.emplace_back(std::move(mark));
  }
}

void drawCluster(Drawing& drawing, Point centre, double radiusPixels, int count, double unit, const Palette& colors) {
  PathItem disc;
  disc.contours = {{regular(centre, radiusPixels, 32, 0.0), true}};
  disc.fill = colors.clusterFill;
  disc.casing = Stroke{colors.casing, 3.0 * unit, {}, true};
  drawing.items.emplace_back(std::move(disc));
  TextItem number;
  number.text = std::to_string(count);
  number.style.weight = typography::Weight::SemiBold;
  number.style.sizePixels = (count < 100 ? 1.05 : count < 1000 ? 0.86 : 0.7) * radiusPixels;
  number.style.color = colors.clusterText;
  number.align = typography::TextAlign::Center;
  number.position = {centre.x, centre.y + 0.36 * number.style.sizePixels};
  drawing.items.emplace_back(std::move(number));
}

}  // namespace cordon::scene
