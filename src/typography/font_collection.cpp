#include "typography/font_collection.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace cordon::typography {

namespace {

struct ConfigDestroy {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using ConfigPointer = std::unique_ptr<FcConfig, ConfigDestroy>;

// Sorted, so that equal folders give equal fonts whatever the file system's order.
std::vector<std::filesystem::path> fontFiles(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string extension = it->path().extension().string();
    if (extension == ".ttf" || extension == ".otf" || extension == ".ttc") files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

FontCollection::FontCollection(ObjectPointer<PangoFontMap> fontMap, ObjectPointer<PangoContext> context)
    : fontMap_(std::move(fontMap)), context_(std::move(context)) {}

FontCollection::~FontCollection() = default;

Result<std::unique_ptr<FontCollection>> FontCollection::open(const std::filesystem::path& folder) {
  using Opened = Result<std::unique_ptr<FontCollection>>;
  const ConfigPointer config(FcConfigCreate());
  int opened = 0;
  for (const std::filesystem::path& file : fontFiles(folder)) {
    opened += FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(file.c_str())) ? 1 : 0;
  }
  if (opened == 0) {
    return Opened::failure({Severity::Error,
                            "no readable font in this folder",
                            folder.string(),
                            {},
                            {},
                            "Install the program's data whole, or point CORDON_DATA to it."});
  }
  // Pango starts fontconfig's default configuration beside the one it is given, and with it a scan of all the
  // machine's fonts; with a current configuration set there is nothing for it to start.
  FcConfigSetCurrent(config.get());

  ObjectPointer<PangoFontMap> fontMap(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fontMap.get()), config.get());
  ObjectPointer<PangoContext> context(pango_font_map_create_context(fontMap.get()));
  pango_context_set_language(context.get(), pango_language_from_string("en"));
  pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context.get(), 72.0);
  return std::unique_ptr<FontCollection>(new FontCollection(std::move(fontMap), std::move(context)));
}

}  // namespace cordon::typography
