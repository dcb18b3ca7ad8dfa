#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scenario/document.h"

/// How far colours stay apart for colour-blind eyes. Pure; any thread.
namespace cordon::ui {

/// An eye: the usual one, or one that lacks a kind of cone.
enum class Eye { Usual, Protanopia, Deuteranopia, Tritanopia };

/// A colour in [0, 1] of sRGB.
struct Srgb {
  double red = 0.0;
  double green = 0.0;
  double blue = 0.0;
};

/// "#rrggbb"; nothing for another text.
std::optional<Srgb> readColor(const std::string& text);
std::string colorText(const Srgb& color);

/// What the eye sees. Source: Machado, Oliveira, Fernandes 2009, "A Physiologically-based Model for Simulation of Color
/// Vision Deficiency", table of matrices, severity 1.0; applied to linear light.
Srgb seenBy(Eye eye, const Srgb& color);

/// CIE 1976 colour difference in L*a*b* under D65: about 2.3 is just told apart side by side.
double colorDifference(const Srgb& a, const Srgb& b);

/// Below this two systems' colours are hard to tell apart on a map, where they do not touch.
inline constexpr double kLeastColorDifference = 12.0;

/// Another system whose colour some eye hardly tells from the one asked about.
struct ColorClash {
  std::size_t systemIndex = 0;
  Eye eye = Eye::Usual;  ///< that has the most trouble
  double difference = 0.0;
};

/// One for each such system, in the systems' order.
std::vector<ColorClash> colorClashes(const std::vector<scenario::System>& systems, std::size_t of);

/// "is hard to tell from Bal for red-blind eyes".
std::string clashText(const ColorClash& clash, const std::string& otherName);

}  // namespace cordon::ui
