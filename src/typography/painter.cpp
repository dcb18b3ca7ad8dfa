#include "typography/painter.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "typography/text_curve.h"

namespace cordon::typography {

namespace {

constexpr double kTolerancePixels = 0.15;

struct CairoDestroy {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

void setColor(cairo_t* cairo, const Color& color) {
  cairo_set_source_rgba(cairo, color.red, color.green, color.blue, color.alpha);
}

void setStroke(cairo_t* cairo, const Stroke& stroke) {
  setColor(cairo, stroke.color);
  cairo_set_line_width(cairo, stroke.widthPixels);
  cairo_set_dash(cairo, stroke.dashPixels.data(), static_cast<int>(stroke.dashPixels.size()), 0.0);
  cairo_set_line_cap(cairo, stroke.roundCaps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
}

// Turned by hand and not by Cairo's matrix: that would make a font of its own for every angle.
void addOutline(cairo_t* cairo, const PlacedGlyph& glyph, Point origin, double angleRadians) {
  const GlyphOutline& outline = *glyph.outline;
  const double c = glyph.outlineScale * std::cos(angleRadians);
  const double s = glyph.outlineScale * std::sin(angleRadians);
  const auto place = [&](const Point& p) { return Point{origin.x + p.x * c - p.y * s, origin.y + p.x * s + p.y * c}; };
  const Point* next = outline.points.data();
  for (const GlyphOutline::Verb verb : outline.verbs) {
    switch (verb) {
      case GlyphOutline::Verb::Move: {
        const Point p = place(*next++);
        cairo_move_to(cairo, p.x, p.y);
        break;
      }
      case GlyphOutline::Verb::Line: {
        const Point p = place(*next++);
        cairo_line_to(cairo, p.x, p.y);
        break;
      }
      case GlyphOutline::Verb::Curve: {
        const Point a = place(next[0]);
        const Point b = place(next[1]);
        const Point p = place(next[2]);
        next += 3;
        cairo_curve_to(cairo, a.x, a.y, b.x, b.y, p.x, p.y);
        break;
      }
      case GlyphOutline::Verb::Close:
        cairo_close_path(cairo);
        break;
    }
  }
}

void addStraight(cairo_t* cairo, const TextItem& item, const ShapedText& shaped) {
  double start = 0.0;
  if (item.align == TextAlign::Center) start = -0.5 * shaped.extent.advancePixels;
  if (item.align == TextAlign::Right) start = -shaped.extent.advancePixels;
  const double c = std::cos(item.angleRadians);
  const double s = std::sin(item.angleRadians);
  for (const PlacedGlyph& glyph : shaped.glyphs) {
    const double x = start + glyph.offset.x;
    const double y = glyph.offset.y;
    const Point origin{item.position.x + x * c - y * s, item.position.y + x * s + y * c};
    addOutline(cairo, glyph, origin, item.angleRadians);
  }
}

// Each glyph is set rigid where its middle falls on the curve: letters keep their shape.
void addCurved(cairo_t* cairo, const TextItem& item, const ShapedText& shaped) {
  const TextCurve curve(item.curve);
  const double start = 0.5 * (curve.lengthPixels() - shaped.extent.advancePixels);
  for (const PlacedGlyph& glyph : shaped.glyphs) {
    const double half = 0.5 * glyph.widthPixels;
    const TextCurve::Place middle = curve.at(start + glyph.offset.x + half, item.style.sizePixels);
    const double c = std::cos(middle.angleRadians);
    const double s = std::sin(middle.angleRadians);
    const Point origin{middle.position.x - half * c - glyph.offset.y * s,
                       middle.position.y - half * s + glyph.offset.y * c};
    addOutline(cairo, glyph, origin, middle.angleRadians);
  }
}

void paintItem(cairo_t* cairo, const TextItem& item, Shaper& shaper) {
  if (item.text.empty()) return;
  const ShapedText& shaped = shaper.shape(item.text, item.style);
  cairo_new_path(cairo);
  if (item.curve.size() >= 2) {
    addCurved(cairo, item, shaped);
  } else {
    addStraight(cairo, item, shaped);
  }
  cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
  if (item.style.haloColor && item.style.haloWidthPixels > 0.0) {
    // A halo's edge is soft to the eye: it needs no more than half a pixel's truth, and costs by the segment.
    cairo_set_tolerance(cairo, 0.5);
    setStroke(cairo, {*item.style.haloColor, 2.0 * item.style.haloWidthPixels, {}, true});
    cairo_stroke_preserve(cairo);
    cairo_set_tolerance(cairo, kTolerancePixels);
  }
  setColor(cairo, item.style.color);
  cairo_fill(cairo);
}

void addContours(cairo_t* cairo, const PathItem& item) {
  cairo_new_path(cairo);
  for (const PathItem::Contour& contour : item.contours) {
    bool first = true;
    for (const Point& p : contour.points) {
      if (first) {
        cairo_move_to(cairo, p.x, p.y);
      } else {
        cairo_line_to(cairo, p.x, p.y);
      }
      first = false;
    }
    if (contour.closed && !first) cairo_close_path(cairo);
  }
}

void paintHatch(cairo_t* cairo, const Hatch& hatch) {
  double left = 0.0;
  double top = 0.0;
  double right = 0.0;
  double bottom = 0.0;
  cairo_save(cairo);
  cairo_clip_preserve(cairo);
  cairo_clip_extents(cairo, &left, &top, &right, &bottom);
  cairo_new_path(cairo);
  const double c = std::cos(hatch.angleRadians);
  const double s = std::sin(hatch.angleRadians);
  const double reach = std::hypot(right - left, bottom - top);
  // Lines stand at multiples of the spacing from the page's origin, so that neighbouring areas match.
  double nearest = 1e300;
  double farthest = -1e300;
  for (const Point& corner : {Point{left, top}, Point{right, top}, Point{left, bottom}, Point{right, bottom}}) {
    const double across = corner.y * c - corner.x * s;
    nearest = std::min(nearest, across);
    farthest = std::max(farthest, across);
  }
  const double alongMiddle = 0.5 * (left + right) * c + 0.5 * (top + bottom) * s;
  const double spacing = std::max(hatch.spacingPixels, 0.5);
  for (double across = std::ceil(nearest / spacing) * spacing; across <= farthest; across += spacing) {
    cairo_move_to(cairo, (alongMiddle - reach) * c - across * s, (alongMiddle - reach) * s + across * c);
    cairo_line_to(cairo, (alongMiddle + reach) * c - across * s, (alongMiddle + reach) * s + across * c);
  }
  setStroke(cairo, {hatch.color, hatch.widthPixels, {}, false});
  cairo_stroke(cairo);
  cairo_restore(cairo);
}

void paintItem(cairo_t* cairo, const PathItem& item, Shaper&) {
  addContours(cairo, item);
  cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
  if (item.casing) {
    setStroke(cairo, *item.casing);
    cairo_stroke_preserve(cairo);
  }
  if (item.fill) {
    setColor(cairo, *item.fill);
    cairo_fill_preserve(cairo);
  }
  if (item.hatch) {
    paintHatch(cairo, *item.hatch);
    addContours(cairo, item);
  }
  if (item.stroke) {
    setStroke(cairo, *item.stroke);
    cairo_stroke_preserve(cairo);
  }
  cairo_new_path(cairo);
}

void paintItem(cairo_t* cairo, const BoxItem& item, Shaper&) {
  const Rect& r = item.rect;
  const double radius = std::clamp(item.cornerRadiusPixels, 0.0, 0.5 * std::min(r.width, r.height));
  constexpr double quarter = 1.5707963267948966;
  cairo_new_path(cairo);
  cairo_arc(cairo, r.x + r.width - radius, r.y + radius, radius, -quarter, 0.0);
  cairo_arc(cairo, r.x + r.width - radius, r.y + r.height - radius, radius, 0.0, quarter);
  cairo_arc(cairo, r.x + radius, r.y + r.height - radius, radius, quarter, 2.0 * quarter);
  cairo_arc(cairo, r.x + radius, r.y + radius, radius, 2.0 * quarter, 3.0 * quarter);
  cairo_close_path(cairo);
  setColor(cairo, item.fill);
  cairo_fill_preserve(cairo);
  if (item.stroke) {
    setStroke(cairo, *item.stroke);
    cairo_stroke_preserve(cairo);
  }
  cairo_new_path(cairo);
}

// Cairo's pixels are native 32-bit words 0xAARRGGBB.
Image toImage(cairo_surface_t* surface, int width, int height) {
  cairo_surface_flush(surface);
  Image image{
      width, height,
      std::vector<std::uint8_t>(std::size_t{4} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  std::uint8_t* out = image.rgba.data();
  for (int y = 0; y < height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < width; ++x, out += 4) {
      const std::uint32_t pixel = row[x];
      out[0] = static_cast<std::uint8_t>(pixel >> 16U);
      out[1] = static_cast<std::uint8_t>(pixel >> 8U);
      out[2] = static_cast<std::uint8_t>(pixel);
      out[3] = static_cast<std::uint8_t>(pixel >> 24U);
    }
  }
  return image;
}

}  // namespace

Image paintDrawing(const Drawing& drawing, int widthPixels, int heightPixels, Shaper& shaper) {
  if (widthPixels <= 0 || heightPixels <= 0) return {};
  const std::unique_ptr<cairo_surface_t, CairoDestroy> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, widthPixels, heightPixels));
  const std::unique_ptr<cairo_t, CairoDestroy> cairo(cairo_create(surface.get()));
  cairo_set_tolerance(cairo.get(), kTolerancePixels);
  for (const Item& item : drawing.items) {
    std::visit([&](const auto& it) { paintItem(cairo.get(), it, shaper); }, item);
  }
  return toImage(surface.get(), widthPixels, heightPixels);
}

}  // namespace cordon::typography
