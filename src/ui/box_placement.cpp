#include "ui/box_placement.h"

#include <algorithm>

namespace cordon::ui {

std::optional<typography::Rect> placeBeside(const typography::Rect& thing, double width, double height,
                                            const typography::Rect& bounds, double gap) {
  const double greatestX = bounds.x + bounds.width - width;
  const double greatestY = bounds.y + bounds.height - height;
  if (greatestX < bounds.x || greatestY < bounds.y) return std::nullopt;
  const double right = thing.x + thing.width + gap;
  const double left = thing.x - gap - width;
  const double below = thing.y + thing.height + gap;
  const double above = thing.y - gap - height;
  const double slidX = std::clamp(right, bounds.x, greatestX);
  const double slidY = std::clamp(below, bounds.y, greatestY);
  const auto fitsX = [&](double x) { return x >= bounds.x && x <= greatestX; };
  const auto fitsY = [&](double y) { return y >= bounds.y && y <= greatestY; };
  if (fitsX(right)) return typography::Rect{right, slidY, width, height};
  if (fitsX(left)) return typography::Rect{left, slidY, width, height};
  if (fitsY(below)) return typography::Rect{slidX, below, width, height};
  if (fitsY(above)) return typography::Rect{slidX, above, width, height};
  return std::nullopt;
}

}  // namespace cordon::ui
