#pragma once

#include <cstddef>

namespace cordon::scene {

/// Which of a system's published ranges is drawn.
enum class RangeChoice {
  Default,  ///< the one that the catalogue or the document marks; of a span, its greater value
  Min,      ///< the smallest value
  Max,      ///< the greatest value
  Span,     ///< from the smallest to the greatest: a band between two circles
  Claim     ///< one that is named
};

/// What is drawn of a system's ranges.
struct ClaimChoice {
  RangeChoice kind = RangeChoice::Default;
  std::size_t claim = 0;  ///< of RangeChoice::Claim: index into scenario::System::ranges; beyond them: the default

  friend bool operator==(const ClaimChoice&, const ClaimChoice&) = default;
};

/// How strongly a ring's area is tinted at its rim where nothing else is asked for.
inline constexpr double kDefaultFillOpacity = 0.20;

/// Bounds of SystemLook::lineWidthFactor.
inline constexpr double kLeastLineWidthFactor = 0.25;
inline constexpr double kMostLineWidthFactor = 4.0;

/// How one system is shown.
struct SystemLook {
  bool visible = true;
  ClaimChoice claim;
  double fillOpacity = kDefaultFillOpacity;  ///< 0 to 1
  double lineWidthFactor = 1.0;              ///< of the status's width

  friend bool operator==(const SystemLook&, const SystemLook&) = default;
};

/// How the areas of overlapping rings are tinted.
enum class FillMode {
  Union,    ///< each system's rings as one area of one opacity
  Each,     ///< each ring by itself: overlaps are denser
  Overlaps  ///< by the number of rings that cover a place, whatever their systems
};

}  // namespace cordon::scene
