#pragma once

#include <cstdint>

#include "typography/drawing.h"

/// Every colour that the overlay chooses by itself; rings, lines and areas bring theirs in the model.
namespace cordon::scene::palette {

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

// Type on the map. Ink on paper-coloured halos reads on land and on every depth of sea.
inline constexpr typography::Color kInk = rgb(0x1B2A38);
inline constexpr typography::Color kInkHalo = rgb(0xF4F3EC, 0.9);
inline constexpr typography::Color kInkSoft = rgb(0x263643);
inline constexpr typography::Color kRemarkInk = rgb(0x22313F);
inline constexpr typography::Color kRegionInk = rgb(0x4A4B40);
inline constexpr typography::Color kRegionHalo = rgb(0xF1EFE2, 0.55);
// Names of island chains over deep water.
inline constexpr typography::Color kRegionOnDeepInk = rgb(0xF6F0DC);
inline constexpr typography::Color kRegionOnDeepHalo = rgb(0x0E2A45, 0.6);
inline constexpr typography::Color kVolcanoInk = rgb(0x6B3A1E);
// Names of waters: deep ink over the shelf, pale ink over deep water.
inline constexpr typography::Color kShallowWaterInk = rgb(0x1D4E7C);
inline constexpr typography::Color kShallowWaterHalo = rgb(0xE4F0F5, 0.5);
inline constexpr typography::Color kDeepWaterInk = rgb(0xD5E6F2);
inline constexpr typography::Color kDeepWaterHalo = rgb(0x12304F, 0.45);
/// Sea floor below which a water's name is set in the pale ink.
inline constexpr double kDeepWaterMeters = -1200.0;

inline constexpr typography::Color kGraticuleInk = rgb(0x24394B, 0.95);
inline constexpr typography::Color kGraticuleHalo = rgb(0xF4F3EC, 0.82);

// Symbols.
inline constexpr typography::Color kCasing = rgb(0xFFFFFF, 0.95);
inline constexpr typography::Color kSymbolPaper = rgb(0xFBFAF5);
inline constexpr typography::Color kWithdrawn = rgb(0x7B8289);
inline constexpr typography::Color kLeader = rgb(0x1B2A38, 0.85);
inline constexpr typography::Color kClusterFill = rgb(0x22384D, 0.92);
inline constexpr typography::Color kClusterText = rgb(0xFFFFFF);

// Panels.
inline constexpr typography::Color kPaper = rgb(0xF8F6EF, 0.93);
inline constexpr typography::Color kPaperEdge = rgb(0x1B2A38, 0.22);
inline constexpr typography::Color kPaperShadow = rgb(0x0A1828, 0.16);
inline constexpr typography::Color kPanelInk = rgb(0x1B2A38);
inline constexpr typography::Color kPanelSoftInk = rgb(0x55636F);
inline constexpr typography::Color kPanelRule = rgb(0x1B2A38, 0.18);
inline constexpr typography::Color kAccent = rgb(0xB3122B);
inline constexpr typography::Color kFooter = rgb(0xF8F6EF, 0.86);

}  // namespace cordon::scene::palette
