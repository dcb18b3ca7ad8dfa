#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "mapdata/mapped_file.h"
#include "ui/glyph_set.h"
#include "ui/panel.h"

namespace cordon::ui {

/// The faces of ImGui's font atlas, with only the characters that were asked for: a whole Japanese font would take
/// seconds. Belongs to the thread of the ImGui context that is current when it is made.
class FontAtlas {
 public:
  /// Fonts that cannot be read are replaced (problems()): without Japanese its letters stay question marks, without the
  /// others ImGui's own font serves.
  explicit FontAtlas(const std::filesystem::path& folder);

  /// Asks for the characters of a UTF-8 text.
  void note(std::string_view utf8);

  /// Builds the atlas where the size or the characters have changed since; between frames only. `pixelsAUnit`: of a
  /// unit of length, over 0. Returns whether it was built.
  bool update(double pixelsAUnit);

  /// Whether characters are asked for that the atlas does not hold yet.
  bool isBehind() const { return isBehind_; }

  const Fonts& fonts() const { return fonts_; }
  const Diagnostics& problems() const { return problems_; }

 private:
  std::unique_ptr<mapdata::MappedFile> load(const std::filesystem::path& file);
  ImFont* addFace(const mapdata::MappedFile& file, float sizePixels);
  bool build(float sizePixels);
  void buildPlain(float sizePixels);

  Diagnostics problems_;
  std::unique_ptr<mapdata::MappedFile> regular_;
  std::unique_ptr<mapdata::MappedFile> bold_;
  std::unique_ptr<mapdata::MappedFile> japanese_;
  GlyphSet glyphs_;
  std::vector<std::uint16_t> ranges_;  ///< of the atlas, which keeps pointing to them
  bool isBehind_ = true;
  float sizePixels_ = 0.0F;
  Fonts fonts_;
};

}  // namespace cordon::ui
