#include "scene/place_style.h"

#include <algorithm>
#include <array>

#include "scene/palette.h"

namespace cordon::scene {

namespace {

using typography::Typeface;
using typography::Weight;

/// A great name fits pictures down to this share of its coarsest scale; nearer it would seem to name a detail.
constexpr double kFinestShare = 0.01;

struct Row {
  Typeface typeface;
  Weight weight;
  std::array<double, 4> size;      ///< by rank, 1 to 4
  std::array<double, 4> coarsest;  ///< metres a pixel, by rank
  double spacing;                  ///< of the letters, in sizes
  bool alongParallel;
  double reach;
};

Row row(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::Sea:
      return {Typeface::SerifItalic, Weight::Regular, {30, 22, 17, 14}, {60e3, 12e3, 4e3, 1.5e3}, 0.34, true, 120};
    case PlaceKind::Gulf:
      return {Typeface::SerifItalic, Weight::Regular, {15, 13.5, 12, 11.5}, {6e3, 3.6e3, 1.6e3, 700}, 0.08, true, 40};
    case PlaceKind::Strait:
      return {Typeface::SerifItalic, Weight::Regular, {12.5, 12, 11.5, 11}, {3.2e3, 1.5e3, 700, 320}, 0.02, false, 0};
    case PlaceKind::Trench:
      return {Typeface::SerifItalic, Weight::Regular, {16, 14, 13, 12}, {12e3, 5e3, 2.5e3, 1e3}, 0.28, true, 40};
    case PlaceKind::Island:
      return {Typeface::Sans, Weight::Medium, {16, 13.5, 12.5, 12}, {5e3, 4.5e3, 1.6e3, 700}, 0.03, false, 0};
    case PlaceKind::Town:
      return {Typeface::Sans, Weight::Regular, {13, 12.5, 12, 11.5}, {5e3, 3.6e3, 1.8e3, 800}, 0.0, false, 0};
    case PlaceKind::Cape:
      return {Typeface::SansItalic, Weight::Regular, {11.5, 11.5, 11, 11}, {2.2e3, 1.1e3, 500, 250}, 0.0, false, 0};
    case PlaceKind::Volcano:
      return {Typeface::SansItalic, Weight::Regular, {11.5, 11.5, 11, 11}, {4.2e3, 1.8e3, 900, 450}, 0.0, false, 0};
    case PlaceKind::Region:
      break;
  }
  return {Typeface::Sans, Weight::Medium, {19, 16, 14, 13}, {30e3, 6e3, 2.4e3, 1e3}, 0.3, true, 70};
}

}  // namespace

PlaceStyle placeStyle(PlaceKind kind, int rank, const Palette& colors) {
  const auto index = static_cast<std::size_t>(std::clamp(rank, 1, 4) - 1);
  const Row r = row(kind);
  PlaceStyle result;
  result.style.typeface = r.typeface;
  result.style.weight = r.weight;
  result.style.sizePixels = r.size[index];
  result.style.letterSpacingPixels = r.spacing * r.size[index];
  result.style.color = colors.ink;
  result.style.haloColor = colors.inkHalo;
  result.style.haloWidthPixels = 1.5;
  result.alongParallel = r.alongParallel;
  result.reachPixels = r.reach;
  result.coarsestMetersPerPixel = (rank > 4 ? 0.5 : 1.0) * r.coarsest[index];
  const bool isGreat = kind == PlaceKind::Sea || kind == PlaceKind::Trench || kind == PlaceKind::Region;
  if (isGreat) result.finestMetersPerPixel = kFinestShare * r.coarsest[index];
  result.water =
      kind == PlaceKind::Sea || kind == PlaceKind::Gulf || kind == PlaceKind::Strait || kind == PlaceKind::Trench;
  result.capitals = kind == PlaceKind::Region || (kind == PlaceKind::Sea && rank <= 1);
  if (result.water) {
    result.style.color = colors.shallowWaterInk;
    result.style.haloColor = colors.shallowWaterHalo;
    result.style.haloWidthPixels = 1.2;
  }
  if (kind == PlaceKind::Region) {
    result.style.color = colors.regionInk;
    result.style.haloColor = colors.regionHalo;
  }
  if (kind == PlaceKind::Town) result.marker = PlaceStyle::Marker::Dot;
  if (kind == PlaceKind::Volcano) {
    result.marker = PlaceStyle::Marker::Summit;
    result.style.color = colors.volcanoInk;
  }
  if (kind == PlaceKind::Cape) result.style.color = colors.inkSoft;
  return result;
}

std::string toCapitals(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]);
    if (a >= 'a' && a <= 'z') {
      result += static_cast<char>(a - 'a' + 'A');
      continue;
    }
    const bool pair = (a == 0xC3 || a == 0xD0 || a == 0xD1) && i + 1 < text.size();
    if (!pair) {
      result += text[i];
      continue;
    }
    unsigned code = ((a & 0x1FU) << 6U) | (static_cast<unsigned char>(text[++i]) & 0x3FU);
    if ((code >= 0xE0 && code <= 0xFE && code != 0xF7) || (code >= 0x430 && code <= 0x44F)) {
      code -= 0x20;
    } else if (code >= 0x450 && code <= 0x45F) {
      code -= 0x50;
    }
    result += static_cast<char>(0xC0U | (code >> 6U));
    result += static_cast<char>(0x80U | (code & 0x3FU));
  }
  return result;
}

}  // namespace cordon::scene
