#include "typography/typesetter.h"

#include <utility>

#include "typography/font_collection.h"
#include "typography/painter.h"
#include "typography/shaper.h"

namespace cordon::typography {

class Typesetter::Implementation {
 public:
  explicit Implementation(std::unique_ptr<FontCollection> fonts) : fonts_(std::move(fonts)), shaper_(*fonts_) {}

  Shaper& shaper() { return shaper_; }

 private:
  std::unique_ptr<FontCollection> fonts_;
  Shaper shaper_;
};

Typesetter::Typesetter(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}

Typesetter::~Typesetter() = default;

Result<std::unique_ptr<Typesetter>> Typesetter::open(const std::filesystem::path& fontFolder) {
  Result<std::unique_ptr<FontCollection>> fonts = FontCollection::open(fontFolder);
  if (!fonts) return Result<std::unique_ptr<Typesetter>>::failure(fonts.diagnostics());
  auto implementation = std::make_unique<Implementation>(std::move(fonts).value());
  return std::unique_ptr<Typesetter>(new Typesetter(std::move(implementation)));
}

TextExtent Typesetter::measure(std::string_view text, const TextStyle& style) {
  return implementation_->shaper().shape(text, style).extent;
}

Image Typesetter::paint(const Drawing& drawing, int widthPixels, int heightPixels) {
  return paintDrawing(drawing, widthPixels, heightPixels, implementation_->shaper());
}

}  // namespace cordon::typography
