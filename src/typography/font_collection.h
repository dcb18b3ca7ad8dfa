#pragma once

#include <pango/pangocairo.h>

#include <filesystem>
#include <memory>

#include "base/result.h"

namespace cordon::typography {

/// Releases a GObject.
struct ObjectRelease {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using ObjectPointer = std::unique_ptr<T, ObjectRelease>;

/// The program's own fonts, as a Pango context that knows no other.
///
/// Private to typography. One object may be used by one thread at a time.
class FontCollection {
 public:
  /// Opens every .ttf, .otf and .ttc file of a folder; fails where there is none that can be read.
  static Result<std::unique_ptr<FontCollection>> open(const std::filesystem::path& folder);
  ~FontCollection();

  /// For shaping at fractional positions with unhinted metrics.
  PangoContext* context() const { return context_.get(); }

 private:
  FontCollection(ObjectPointer<PangoFontMap> fontMap, ObjectPointer<PangoContext> context);
  ObjectPointer<PangoFontMap> fontMap_;
  ObjectPointer<PangoContext> context_;
};

}  // namespace cordon::typography
