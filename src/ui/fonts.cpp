#include "ui/fonts.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

namespace cordon::ui {

namespace {

// From ascender to descender, of which Noto Sans is 0.73 wide: letters of 12 pixels and more.
constexpr double kRegularUnits = 17.0;
constexpr float kSmallShare = 0.97F;
constexpr float kTitleShare = 1.2F;
constexpr float kDateShare = 1.56F;
constexpr float kMostPixels = 120.0F;

static_assert(std::is_same_v<ImWchar, ImWchar16>, "glyph ranges are of 16 bits");

constexpr std::array<ImWchar, 3> kAscii{0x20, 0x7E, 0};

/// Adds a font of some characters to the atlas, or (`merges`) to the font that was added last. `ranges` and the file
/// outlive the atlas.
ImFont* addFont(const mapdata::MappedFile& file, float sizePixels, const ImWchar* ranges, bool merges) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.MergeMode = merges;
  // ImGui copies data that is not its own, once a face: it is lent as its own, and taken back at once.
  config.FontDataOwnedByAtlas = true;
  // ImGui only reads it.
  void* data = const_cast<std::byte*>(file.data());
  ImFont* font = atlas.AddFontFromMemoryTTF(data, static_cast<int>(file.size()), sizePixels, &config, ranges);
  atlas.ConfigData.back().FontDataOwnedByAtlas = false;
  return font;
}

}  // namespace

FontAtlas::FontAtlas(const std::filesystem::path& folder)
    : regular_(load(folder / "NotoSans-Regular.ttf")),
      bold_(load(folder / "NotoSans-SemiBold.ttf")),
      japanese_(load(folder / "NotoSansJP-Regular.otf")) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
}

std::unique_ptr<mapdata::MappedFile> FontAtlas::load(const std::filesystem::path& file) {
  Result<std::unique_ptr<mapdata::MappedFile>> mapped = mapdata::MappedFile::open(file);
  if (mapped) return std::move(*mapped);
  Diagnostic problem = mapped.diagnostics().front();
  problem.severity = Severity::Warning;
  problems_.push_back(std::move(problem));
  return nullptr;
}

void FontAtlas::note(std::string_view utf8) {
  if (glyphs_.note(utf8)) isBehind_ = true;
}

ImFont* FontAtlas::addFace(const mapdata::MappedFile& file, float sizePixels) {
  ImFont* face = addFont(file, sizePixels, ranges_.data(), false);
  if (japanese_) addFont(*japanese_, sizePixels, ranges_.data(), true);
  return face;
}

bool FontAtlas::build(float sizePixels) {
  if (!regular_) return false;
  const mapdata::MappedFile& bold = bold_ ? *bold_ : *regular_;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  fonts_.regular = addFace(*regular_, sizePixels);
  fonts_.bold = addFace(bold, sizePixels);
  const float smallPixels = std::max(sizePixels * kSmallShare, 1.0F);
  fonts_.small = addFace(*regular_, smallPixels);
  fonts_.title = addFace(bold, std::round(sizePixels * kTitleShare));
  fonts_.date = addFont(bold, std::round(sizePixels * kDateShare), kAscii.data(), false);
  if (!atlas.Build()) return false;
  // The letters are as large as they were made. The lines of a text stand a whole number of pixels apart: between two
  // rows of pixels they would be blurred.
  fonts_.small->FontSize = std::ceil(smallPixels);
  return true;
}

void FontAtlas::buildPlain(float sizePixels) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  const auto add = [&](float size) {
    ImFontConfig config;
    config.SizePixels = std::round(size);
    return atlas.AddFontDefault(&config);
  };
  fonts_.regular = add(sizePixels);
  fonts_.bold = fonts_.regular;
  fonts_.small = add(sizePixels * kSmallShare);
  fonts_.title = add(sizePixels * kTitleShare);
  fonts_.date = add(sizePixels * kDateShare);
  atlas.Build();
}

bool FontAtlas::update(double pixelsAUnit) {
  const float sizePixels = std::clamp(static_cast<float>(std::round(kRegularUnits * pixelsAUnit)), 6.0F, kMostPixels);
  if (!isBehind_ && sizePixels == sizePixels_) return false;
  sizePixels_ = sizePixels;
  isBehind_ = false;
  ranges_ = glyphs_.ranges();
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  if (!build(sizePixels)) {
    if (regular_) {
      problems_.push_back({Severity::Warning, "The program's fonts cannot be used: a plainer one serves.",
                           regular_->path().string(), "", std::nullopt, "Install the program again."});
      regular_.reset();
    }
    buildPlain(sizePixels);
  }
  io.FontDefault = fonts_.regular;
  return true;
}

}  // namespace cordon::ui
