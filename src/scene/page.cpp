#include "scene/page.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "typography/text_curve.h"

namespace cordon::scene {

using typography::Point;
using typography::Rect;
using typography::TextCurve;

void Page::place(LabelKind kind, std::string id, std::string text, std::vector<Rect> boxes, double angleRadians) {
  for (const Rect& box : boxes) occupied.add(box);
  overlay.labels.push_back({kind, std::move(id), std::move(text), std::move(boxes), angleRadians});
}

bool Page::hasRoom(const std::vector<Rect>& boxes) const {
  return std::all_of(boxes.begin(), boxes.end(), [&](const Rect& box) { return contains(frame, box); }) &&
         occupied.areFree(boxes);
}

void readLeftToRight(std::vector<Point>& curve) {
  if (curve.size() < 2) return;
  const TextCurve measured(curve);
  const double angle = measured.at(0.5 * measured.lengthPixels(), 0.3 * measured.lengthPixels()).angleRadians;
  if (std::cos(angle) < 0.0) std::reverse(curve.begin(), curve.end());
}

CurvedText setAlong(Page& page, const std::string& text, const typography::TextStyle& style,
                    const std::vector<Point>& curve, double centrePixels, double padPixels) {
  const double width = page.typesetter.measure(text, style).advancePixels;
  const double height = style.sizePixels;
  const TextCurve along(curve);
  CurvedText result;
  result.item.text = text;
  result.item.style = style;
  result.angleRadians = along.at(centrePixels, width).angleRadians;

  const int steps = std::clamp(static_cast<int>(std::ceil(width / (0.8 * height))), 3, 64);
  const double step = width / steps;
  for (int i = 0; i <= steps; ++i) {
    const TextCurve::Place p = along.at(centrePixels - 0.5 * width + i * step, 1.5 * height);
    const double c = std::cos(p.angleRadians);
    const double s = std::sin(p.angleRadians);
    // Half of a capital's height: the curve runs through the middle of the letters.
    const double drop = 0.355 * height;
    result.middle.push_back(p.position);
    result.item.curve.push_back({p.position.x - s * drop, p.position.y + c * drop});
    if (i == steps) break;
    const TextCurve::Place m = along.at(centrePixels - 0.5 * width + (i + 0.5) * step, 1.5 * height);
    const double cm = std::abs(std::cos(m.angleRadians));
    const double sm = std::abs(std::sin(m.angleRadians));
    const double halfX = 0.5 * (cm * step + sm * height) + padPixels;
    const double halfY = 0.5 * (sm * step + cm * height) + padPixels;
    result.boxes.push_back({m.position.x - halfX, m.position.y - halfY, 2.0 * halfX, 2.0 * halfY});
  }
  return result;
}

double bendRadians(const CurvedText& text) {
  double bend = 0.0;
  for (std::size_t i = 1; i < text.middle.size(); ++i) {
    const double angle = std::atan2(text.middle[i].y - text.middle[i - 1].y, text.middle[i].x - text.middle[i - 1].x);
    bend = std::max(bend, std::abs(std::remainder(angle - text.angleRadians, 2.0 * std::numbers::pi)));
  }
  return bend;
}

bool isLeftOut(const Page& page, const GroundLine& line) {
  return !line.isShownAt(page.metersPerPixel);
}

}  // namespace cordon::scene
