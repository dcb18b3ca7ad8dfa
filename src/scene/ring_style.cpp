#include "scene/ring_style.h"

namespace cordon::scene {

LineStyle ringLineStyle(Status status, const typography::Color& color) {
  const RingStyle ring = ringStyle(status);
  LineStyle line;
  line.color = palette::withAlpha(ringColor(status, color), ring.opacity);
  line.widthPixels = ring.widthPixels;
  if (ring.dashPixels > 0.0) {
    line.dashPixels = {ring.dashPixels * ring.dashShare, ring.dashPixels * (1.0 - ring.dashShare)};
  }
  return line;
}

}  // namespace cordon::scene
