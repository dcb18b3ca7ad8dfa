#include "scene/palette.h"

#include <algorithm>

#include "scene/contrast.h"

namespace cordon::scene {

namespace {

using palette::rgb;
using typography::Color;

constexpr HeightTint tint(double meters, std::uint32_t hex) {
  return {meters, rgb(hex)};
}

constexpr Palette kStandard{
    .ink = rgb(0x1B2A38),
    .inkHalo = rgb(0xF4F3EC, 0.9),
    .inkSoft = rgb(0x263643),
    .remarkInk = rgb(0x22313F),
    .regionInk = rgb(0x4A4B40),
    .regionHalo = rgb(0xF1EFE2, 0.55),
    .regionOnDeepInk = rgb(0xF6F0DC),
    .regionOnDeepHalo = rgb(0x0E2A45, 0.6),
    .volcanoInk = rgb(0x6B3A1E),
    .shallowWaterInk = rgb(0x1D4E7C),
    .shallowWaterHalo = rgb(0xE4F0F5, 0.5),
    .deepWaterInk = rgb(0xD5E6F2),
    .deepWaterHalo = rgb(0x12304F, 0.45),
    .graticuleInk = rgb(0x24394B, 0.95),
    .graticuleHalo = rgb(0xF4F3EC, 0.82),

    .casing = rgb(0xFFFFFF, 0.95),
    .symbolPaper = rgb(0xFBFAF5),
    .symbolEdge = rgb(0x000000),
    .leader = rgb(0x1B2A38, 0.85),
    .clusterFill = rgb(0x22384D, 0.92),
    .clusterText = rgb(0xFFFFFF),
    .claim = rgb(0x5B4A66),

    .paper = rgb(0xF8F6EF, 0.93),
    .paperEdge = rgb(0x1B2A38, 0.22),
    .paperShadow = rgb(0x0A1828, 0.16),
    .panelInk = rgb(0x1B2A38),
    .panelSoftInk = rgb(0x55636F),
    .panelRule = rgb(0x1B2A38, 0.18),
    .accent = rgb(0xB3122B),
    .footer = rgb(0xF8F6EF, 0.86),

    .overlaps = {rgb(0xFFF3B0, 0.82), rgb(0xFEDB7B, 0.82), rgb(0xFDB457, 0.82), rgb(0xF58A43, 0.82),
                 rgb(0xE35C45, 0.82), rgb(0xBE3156, 0.84), rgb(0x8A1A65, 0.86), rgb(0x4F0F5E, 0.88)},

    // A pale shelf that deepens to slate blue; land in quiet paper greens and warm greys, so that the rings stay on
    // top.
    .ground = {.sea = {tint(-10000.0, 0x12284A), tint(-7500.0, 0x18345C), tint(-5500.0, 0x264E7C),
                       tint(-4000.0, 0x386694), tint(-2500.0, 0x5283AD), tint(-1000.0, 0x78A5C5),
                       tint(-300.0, 0x9EC2D8), tint(-80.0, 0xB8D4E3), tint(0.0, 0xCBE1EA)},
               .land = {tint(0.0, 0xD3D9C8), tint(150.0, 0xD7DAC7), tint(500.0, 0xDAD6C4), tint(1100.0, 0xD3CAB7),
                        tint(1900.0, 0xCABEAD), tint(3000.0, 0xE0DAD3), tint(4500.0, 0xF7F6F4)},
               .light = {1.0, 0.99, 0.95, 1.0},
               .flatSea = {0.80, 0.88, 0.93, 1.0},
               .flatLand = {0.93, 0.92, 0.88, 1.0},
               .coast = {0.16, 0.24, 0.33, 0.72},
               .shore = {0.90, 0.95, 0.97, 0.35},
               .lake = {0.62, 0.76, 0.85, 1.0},
               .river = {0.42, 0.60, 0.74, 0.85},
               .border = {0.42, 0.34, 0.42, 0.55},
               .graticule = {1.0, 1.0, 1.0, 0.20},
               .haze = {0.80, 0.89, 0.97, 0.85},
               .ringCasing = {1.0, 0.99, 0.97, 0.55},
               .space = {0.035, 0.060, 0.105, 1.0},
               .skyVeil = {0.16, 0.30, 0.50, 0.75},
               .skyGlow = {0.78, 0.88, 0.97, 0.92}}};

constexpr Palette kPrint{
    .ink = rgb(0x14181C),
    .inkHalo = rgb(0xFFFFFF, 0.92),
    .inkSoft = rgb(0x22282E),
    .remarkInk = rgb(0x20262C),
    .regionInk = rgb(0x55564C),
    .regionHalo = rgb(0xFFFFFF, 0.6),
    .regionOnDeepInk = rgb(0x4A4B40),
    .regionOnDeepHalo = rgb(0xFFFFFF, 0.6),
    .volcanoInk = rgb(0x6B3A1E),
    .shallowWaterInk = rgb(0x2B5D8C),
    .shallowWaterHalo = rgb(0xFFFFFF, 0.5),
    .deepWaterInk = rgb(0x225282),
    .deepWaterHalo = rgb(0xFFFFFF, 0.5),
    .graticuleInk = rgb(0x3A444D, 0.95),
    .graticuleHalo = rgb(0xFFFFFF, 0.85),

    .casing = rgb(0xFFFFFF, 0.95),
    .symbolPaper = rgb(0xFFFFFF),
    .symbolEdge = rgb(0x000000),
    .leader = rgb(0x14181C, 0.85),
    .clusterFill = rgb(0x2A343D),
    .clusterText = rgb(0xFFFFFF),
    .claim = rgb(0x5B4A66),

    .paper = rgb(0xFFFFFF, 0.97),
    .paperEdge = rgb(0x14181C, 0.55),
    .paperShadow = rgb(0x000000, 0.0),
    .panelInk = rgb(0x14181C),
    .panelSoftInk = rgb(0x4A535B),
    .panelRule = rgb(0x14181C, 0.30),
    .accent = rgb(0xA50F26),
    .footer = rgb(0xFFFFFF, 0.95),

    .overlaps = {rgb(0xFFF0A0, 0.80), rgb(0xFEDB7B, 0.80), rgb(0xFDB457, 0.80), rgb(0xF58A43, 0.80),
                 rgb(0xE35C45, 0.80), rgb(0xBE3156, 0.82), rgb(0x8A1A65, 0.84), rgb(0x4F0F5E, 0.86)},

    .ground = {.sea = {tint(-10000.0, 0xBFD3E2), tint(-7500.0, 0xC8D9E6), tint(-5500.0, 0xD0DFEA),
                       tint(-4000.0, 0xD7E4ED), tint(-2500.0, 0xDEE9F0), tint(-1000.0, 0xE6EEF4),
                       tint(-300.0, 0xEDF3F7), tint(-80.0, 0xF2F7F9), tint(0.0, 0xF6FAFB)},
               .land = {tint(0.0, 0xF3F1E8), tint(150.0, 0xF2EFE5), tint(500.0, 0xF0ECDF), tint(1100.0, 0xEDE6D8),
                        tint(1900.0, 0xEAE1D3), tint(3000.0, 0xF2EEE8), tint(4500.0, 0xFCFBFA)},
               .light = {1.0, 1.0, 0.99, 1.0},
               .flatSea = {0.95, 0.97, 0.985, 1.0},
               .flatLand = {0.96, 0.955, 0.93, 1.0},
               .coast = {0.20, 0.26, 0.32, 0.85},
               .shore = {0.80, 0.88, 0.93, 0.35},
               .lake = {0.88, 0.93, 0.96, 1.0},
               .river = {0.50, 0.64, 0.76, 0.85},
               .border = {0.38, 0.30, 0.38, 0.65},
               .graticule = {0.45, 0.52, 0.58, 0.30},
               .haze = {1.0, 1.0, 1.0, 0.0},
               .ringCasing = {1.0, 1.0, 1.0, 0.55},
               .space = {1.0, 1.0, 1.0, 1.0},
               .skyVeil = {1.0, 1.0, 1.0, 0.0},
               .skyGlow = {0.66, 0.72, 0.77, 0.70}}};

constexpr Palette kDark{
    .ink = rgb(0xEEF2F5),
    .inkHalo = rgb(0x0C131A, 0.85),
    .inkSoft = rgb(0xD3DBE1),
    .remarkInk = rgb(0xDCE3E9),
    .regionInk = rgb(0xC9C6B4),
    .regionHalo = rgb(0x12161A, 0.55),
    .regionOnDeepInk = rgb(0xD2CDB9),
    .regionOnDeepHalo = rgb(0x0A121A, 0.6),
    .volcanoInk = rgb(0xE8B48F),
    .shallowWaterInk = rgb(0x9CC3E0),
    .shallowWaterHalo = rgb(0x0C1A26, 0.5),
    .deepWaterInk = rgb(0x86AFCD),
    .deepWaterHalo = rgb(0x08131D, 0.5),
    .graticuleInk = rgb(0xB4C1CC, 0.95),
    .graticuleHalo = rgb(0x0C131A, 0.8),

    .casing = rgb(0x0A1017, 0.95),
    .symbolPaper = rgb(0x121A22),
    .symbolEdge = rgb(0xFFFFFF),
    .leader = rgb(0xEEF2F5, 0.85),
    .clusterFill = rgb(0xD9E1E8, 0.95),
    .clusterText = rgb(0x10171E),
    .claim = rgb(0xB7A3C4),

    .paper = rgb(0x141C24, 0.94),
    .paperEdge = rgb(0xDCE6EE, 0.20),
    .paperShadow = rgb(0x000000, 0.35),
    .panelInk = rgb(0xE9EEF2),
    .panelSoftInk = rgb(0xA7B3BE),
    .panelRule = rgb(0xE9EEF2, 0.18),
    .accent = rgb(0xFF8A80),
    .footer = rgb(0x10171E, 0.90),

    // Light is much here: from the dark ground up.
    .overlaps = {rgb(0x4B1A6B, 0.78), rgb(0x7B1D6D, 0.80), rgb(0xAD2C62, 0.82), rgb(0xD9494C, 0.82),
                 rgb(0xF0733A, 0.82), rgb(0xF9A03B, 0.82), rgb(0xFBCB5D, 0.84), rgb(0xFCF3B5, 0.86)},

    .ground = {.sea = {tint(-10000.0, 0x070E17), tint(-7500.0, 0x09131E), tint(-5500.0, 0x0C1926),
                       tint(-4000.0, 0x0F1F2E), tint(-2500.0, 0x132737), tint(-1000.0, 0x193142),
                       tint(-300.0, 0x203B4C), tint(-80.0, 0x264455), tint(0.0, 0x2B4B5C)},
               .land = {tint(0.0, 0x3A3E38), tint(150.0, 0x3D4039), tint(500.0, 0x43433B), tint(1100.0, 0x4B473F),
                        tint(1900.0, 0x544E46), tint(3000.0, 0x6A665F), tint(4500.0, 0x8A8883)},
               .light = {0.52, 0.53, 0.52, 1.0},
               .flatSea = {0.07, 0.13, 0.18, 1.0},
               .flatLand = {0.23, 0.24, 0.22, 1.0},
               .coast = {0.66, 0.73, 0.78, 0.62},
               .shore = {0.24, 0.38, 0.47, 0.35},
               .lake = {0.10, 0.18, 0.24, 1.0},
               .river = {0.26, 0.42, 0.54, 0.85},
               .border = {0.70, 0.60, 0.70, 0.60},
               .graticule = {0.80, 0.88, 0.94, 0.13},
               .haze = {0.16, 0.25, 0.34, 0.85},
               .ringCasing = {0.03, 0.05, 0.07, 0.60},
               .space = {0.010, 0.016, 0.026, 1.0},
               .skyVeil = {0.06, 0.12, 0.20, 0.75},
               .skyGlow = {0.24, 0.36, 0.47, 0.92}}};

// Okabe and Ito, "Color Universal Design", 2008; the strongest on this ground first.
constexpr std::array<Color, 8> kToldApartByAll{rgb(0xD55E00), rgb(0xCC79A7), rgb(0x009E73), rgb(0xE69F00),
                                               rgb(0x000000), rgb(0x56B4E9), rgb(0x0072B2), rgb(0xF0E442)};

}  // namespace

const Palette& paletteOf(PaletteName name) {
  switch (name) {
    case PaletteName::Print:
      return kPrint;
    case PaletteName::Dark:
      return kDark;
    case PaletteName::Standard:
    case PaletteName::ColorBlind:
      break;
  }
  return kStandard;
}

Color overlapColor(const Palette& colors, int rings) {
  if (rings <= 0) return palette::withAlpha(colors.overlaps.front(), 0.0);
  return colors.overlaps[std::min(static_cast<std::size_t>(rings), colors.overlaps.size()) - 1];
}

Color documentColor(PaletteName name, const Color& own, double leastContrast) {
  if (name != PaletteName::Print && name != PaletteName::Dark) return own;
  const Palette& colors = paletteOf(name);
  // Land and shelf are the lightest ground of the dark palette, and about as dark as any of the one for print.
  const Color& ground = colors.ground.land.front().color;
  Color shown = own;
  for (double share = 0.1; share < 1.0 && contrast(shown, ground) < leastContrast; share += 0.1)
    shown = palette::withAlpha(palette::mix(own, colors.ink, share), own.alpha);
  return shown;
}

Color systemColor(PaletteName name, std::size_t index, const Color& own) {
  if (name == PaletteName::ColorBlind) return kToldApartByAll[index % kToldApartByAll.size()];
  return documentColor(name, own);
}

}  // namespace cordon::scene
