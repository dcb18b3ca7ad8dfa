#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "typography/drawing.h"

/// Every colour that the picture chooses by itself; rings, lines and areas bring theirs in the model.
namespace cordon::scene {

/// The sets of colours that a map may wear.
enum class PaletteName {
  Standard,
  ColorBlind,  ///< the same ground; systems in colours that all kinds of colour vision tell apart
  Print,       ///< dark on white, for paper
  Dark         ///< light on dark, for a darkened room
};

namespace palette {

constexpr typography::Color rgb(std::uint32_t hex, double alpha = 1.0) {
  return {static_cast<double>((hex >> 16U) & 0xFFU) / 255.0, static_cast<double>((hex >> 8U) & 0xFFU) / 255.0,
          static_cast<double>(hex & 0xFFU) / 255.0, alpha};
}
constexpr typography::Color withAlpha(typography::Color color, double alpha) {
  return {color.red, color.green, color.blue, alpha};
}
/// The colour between two, t from 0 to 1.
constexpr typography::Color mix(typography::Color a, typography::Color b, double t) {
  return {a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t, a.blue + (b.blue - a.blue) * t,
          a.alpha + (b.alpha - a.alpha) * t};
}

/// Sea floor below which a water's name is set in the ink for deep water.
inline constexpr double kDeepWaterMeters = -1200.0;

/// Of what is withdrawn, in every palette: grey belongs to no system.
inline constexpr typography::Color kWithdrawn = rgb(0x7B8289);

}  // namespace palette

/// The relief's tint at a height; between two heights it is interpolated.
struct HeightTint {
  double meters = 0.0;
  typography::Color color;
};

/// Colours of the globe and of the sky behind it. Alpha is how strongly a thing covers what lies below it.
struct GroundColors {
  std::array<HeightTint, 9> sea;   ///< from the deepest up
  std::array<HeightTint, 7> land;  ///< from the lowest up
  typography::Color light;         ///< towards which slopes in the light brighten
  typography::Color flatSea;       ///< where the relief is not shown
  typography::Color flatLand;
  typography::Color coast;
  typography::Color shore;  ///< a rim on the water's side of the coast
  typography::Color lake;
  typography::Color river;
  typography::Color border;
  typography::Color graticule;
  typography::Color haze;        ///< towards the limb
  typography::Color ringCasing;  ///< on both sides of a ring's line
  typography::Color space;
  typography::Color skyVeil;
  typography::Color skyGlow;  ///< along the limb
};

/// One set of colours.
struct Palette {
  // Type on the map. Ink on its halo reads on land and on every depth of sea.
  typography::Color ink;
  typography::Color inkHalo;
  typography::Color inkSoft;
  typography::Color remarkInk;
  typography::Color regionInk;
  typography::Color regionHalo;
  typography::Color regionOnDeepInk;  ///< names of island chains over deep water
  typography::Color regionOnDeepHalo;
  typography::Color volcanoInk;
  typography::Color shallowWaterInk;
  typography::Color shallowWaterHalo;
  typography::Color deepWaterInk;
  typography::Color deepWaterHalo;
  typography::Color graticuleInk;
  typography::Color graticuleHalo;

  // Symbols and lines.
  typography::Color casing;
  typography::Color symbolPaper;
  typography::Color symbolEdge;  ///< mixed into the edge of a filled sign
  typography::Color leader;
  typography::Color clusterFill;
  typography::Color clusterText;
  typography::Color claim;  ///< of disputed land: belongs to no system and to neither side

  // Panels.
  typography::Color paper;
  typography::Color paperEdge;
  typography::Color paperShadow;
  typography::Color panelInk;
  typography::Color panelSoftInk;
  typography::Color panelRule;
  typography::Color accent;
  typography::Color footer;

  /// The tint of a place that 1, 2, ... 8 or more rings cover (FillMode::Overlaps).
  std::array<typography::Color, 8> overlaps;

  GroundColors ground;
};

/// The palette of a name. Any thread.
const Palette& paletteOf(PaletteName name);

/// The tint of a place within so many rings, 0 or more; transparent within none.
typography::Color overlapColor(const Palette& colors, int rings);

/// Lines of rings and signs stand out from the ground by so much at least in the palettes that adapt colours.
inline constexpr double kLineContrast = 3.0;

/// A colour that a document chose, as the palette shows it: moved towards the ink until it stands out from the ground.
typography::Color documentColor(PaletteName name, const typography::Color& own, double leastContrast = kLineContrast);

/// A system's colour. `index` is the system's place among the document's systems: of the colour-blind safe palette it
/// alone decides (after eight systems the colours come again); the others show `own` as documentColor does.
typography::Color systemColor(PaletteName name, std::size_t index, const typography::Color& own);

}  // namespace cordon::scene
