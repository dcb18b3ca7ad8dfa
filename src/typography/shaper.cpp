#include "typography/shaper.h"

#include <algorithm>

namespace cordon::typography {

namespace {

struct DescriptionFree {
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
struct AttributesUnref {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct CairoDestroy {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

/// Metrics are unhinted and so grow with the size: all sizes share the fonts and outlines of this one.
constexpr double kReferencePixels = 100.0;

double toPixels(int pangoUnits) {
  return static_cast<double>(pangoUnits) / PANGO_SCALE;
}

PangoWeight pangoWeight(Weight weight) {
  switch (weight) {
    case Weight::Light:
      return PANGO_WEIGHT_LIGHT;
    case Weight::Medium:
      return PANGO_WEIGHT_MEDIUM;
    case Weight::SemiBold:
      return PANGO_WEIGHT_SEMIBOLD;
    case Weight::Bold:
      return PANGO_WEIGHT_BOLD;
    case Weight::Regular:
      break;
  }
  return PANGO_WEIGHT_NORMAL;
}

std::unique_ptr<PangoFontDescription, DescriptionFree> describe(const TextStyle& style) {
  std::unique_ptr<PangoFontDescription, DescriptionFree> description(pango_font_description_new());
  const bool serif = style.typeface == Typeface::SerifItalic;
  pango_font_description_set_family_static(description.get(), serif ? "Noto Serif" : "Noto Sans");
  pango_font_description_set_style(description.get(),
                                   style.typeface == Typeface::Sans ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC);
  pango_font_description_set_weight(description.get(), pangoWeight(style.weight));
  pango_font_description_set_absolute_size(description.get(), kReferencePixels * PANGO_SCALE);
  return description;
}

// Kana or ideographs: they want Japanese forms, and Latin text must not pay for asking.
bool hasJapanese(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

void grow(Rect& box, bool& empty, Point p) {
  if (empty) {
    box = {p.x, p.y, 0.0, 0.0};
    empty = false;
    return;
  }
  const double right = std::max(box.x + box.width, p.x);
  const double bottom = std::max(box.y + box.height, p.y);
  box.x = std::min(box.x, p.x);
  box.y = std::min(box.y, p.y);
  box.width = right - box.x;
  box.height = bottom - box.y;
}

}  // namespace

const GlyphOutline& Shaper::outline(PangoFont* font, PangoGlyph glyph) {
  const auto found = outlines_.find({font, glyph});
  if (found != outlines_.end()) return found->second;

  fontsInUse_.emplace_back(PANGO_FONT(g_object_ref(font)));
  GlyphOutline& result = outlines_[{font, glyph}];
  cairo_scaled_font_t* scaledFont = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  if (scaledFont == nullptr || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return result;
  const std::unique_ptr<cairo_surface_t, CairoDestroy> surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
  const std::unique_ptr<cairo_t, CairoDestroy> cairo(cairo_create(surface.get()));
  cairo_set_scaled_font(cairo.get(), scaledFont);
  const cairo_glyph_t origin{glyph, 0.0, 0.0};
  cairo_glyph_path(cairo.get(), &origin, 1);
  const std::unique_ptr<cairo_path_t, CairoDestroy> path(cairo_copy_path(cairo.get()));
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    const cairo_path_data_t* data = &path->data[i];
    GlyphOutline::Verb verb = GlyphOutline::Verb::Close;
    if (data->header.type == CAIRO_PATH_MOVE_TO) verb = GlyphOutline::Verb::Move;
    if (data->header.type == CAIRO_PATH_LINE_TO) verb = GlyphOutline::Verb::Line;
    if (data->header.type == CAIRO_PATH_CURVE_TO) verb = GlyphOutline::Verb::Curve;
    // Cairo opens a contour anew after each close; a lone point would get a dot of halo.
    const bool lastMove =
        verb == GlyphOutline::Verb::Move && (i + data->header.length >= path->num_data ||
                                             path->data[i + data->header.length].header.type == CAIRO_PATH_MOVE_TO);
    if (lastMove) continue;
    result.verbs.push_back(verb);
    for (int k = 1; k < data->header.length; ++k) result.points.push_back({data[k].point.x, data[k].point.y});
  }
  return result;
}

const ShapedText& Shaper::shape(std::string_view text, const TextStyle& style) {
  const Key key(std::string(text), style.typeface, style.weight, style.sizePixels, style.letterSpacingPixels);
  const auto found = texts_.find(key);
  if (found != texts_.end()) return found->second;

  const double scale = std::max(style.sizePixels, 1e-3) / kReferencePixels;
  ShapedText shaped;
  const auto description = describe(style);
  pango_context_set_language(fonts_.context(), pango_language_from_string(hasJapanese(text) ? "ja" : "en"));
  const ObjectPointer<PangoLayout> layout(pango_layout_new(fonts_.context()));
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_font_description(layout.get(), description.get());
  if (style.letterSpacingPixels != 0.0) {
    const std::unique_ptr<PangoAttrList, AttributesUnref> attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_letter_spacing_new(
                                                 static_cast<int>(style.letterSpacingPixels / scale * PANGO_SCALE)));
    pango_layout_set_attributes(layout.get(), attributes.get());
  }
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));

  const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
  double pen = 0.0;
  bool empty = true;
  for (const GSList* node = line == nullptr ? nullptr : line->runs; node != nullptr; node = node->next) {
    const auto* run = static_cast<const PangoLayoutRun*>(node->data);
    for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
      const PangoGlyphInfo& glyph = run->glyphs->glyphs[i];
      if (glyph.glyph != PANGO_GLYPH_EMPTY) {
        PangoRectangle logical;
        pango_font_get_glyph_extents(run->item->analysis.font, glyph.glyph, nullptr, &logical);
        PlacedGlyph placed{&outline(run->item->analysis.font, glyph.glyph),
                           scale,
                           {pen + toPixels(glyph.geometry.x_offset), toPixels(glyph.geometry.y_offset)},
                           toPixels(logical.width)};
        for (const Point& p : placed.outline->points) {
          grow(shaped.extent.ink, empty, {placed.offset.x + p.x, placed.offset.y + p.y});
        }
        shaped.glyphs.push_back(placed);
      }
      pen += toPixels(glyph.geometry.width);
    }
  }
  shaped.extent.advancePixels = pen;
  const int baseline = pango_layout_get_baseline(layout.get());
  PangoRectangle logical;
  pango_layout_get_extents(layout.get(), nullptr, &logical);
  shaped.extent.ascentPixels = toPixels(baseline);
  shaped.extent.descentPixels = toPixels(logical.height - baseline);
  for (PlacedGlyph& glyph : shaped.glyphs) {
    glyph.offset = {glyph.offset.x * scale, glyph.offset.y * scale};
    glyph.widthPixels *= scale;
  }
  TextExtent& extent = shaped.extent;
  extent.advancePixels *= scale;
  extent.ascentPixels *= scale;
  extent.descentPixels *= scale;
  extent.ink = {extent.ink.x * scale, extent.ink.y * scale, extent.ink.width * scale, extent.ink.height * scale};
  return texts_.emplace(key, std::move(shaped)).first->second;
}

}  // namespace cordon::typography
