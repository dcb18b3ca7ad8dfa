#pragma once

#include <cstddef>
#include <filesystem>

#include "typography/typesetter.h"

namespace cordon::test {

/// How two pictures of one size differ.
struct PictureDifference {
  std::size_t pixels = 0;           ///< of a picture
  std::size_t differentPixels = 0;  ///< those where a channel differs by more than kTolerance
  int greatest = 0;                 ///< of all channels, 0 to 255
  bool sameSize = true;

  static constexpr int kTolerance = 3;
  static constexpr double kAllowedShare = 0.00015;

  double share() const {
    return pixels == 0 ? 1.0 : static_cast<double>(differentPixels) / static_cast<double>(pixels);
  }
  bool isAllowed() const { return sameSize && share() <= kAllowedShare; }
};

/// Reads a PNG as 8-bit RGBA, colours not premultiplied. Throws std::runtime_error where there is none.
typography::Image readPng(const std::filesystem::path& file);

PictureDifference compare(const typography::Image& expected, const typography::Image& actual);

/// Writes NAME-expected.png, NAME-actual.png, NAME-difference.png (differing pixels red) and NAME.json into a folder.
/// Returns the JSON's path.
std::filesystem::path keepEvidence(const std::filesystem::path& folder, const std::string& name,
                                   const std::filesystem::path& expected, const std::filesystem::path& actual,
                                   const PictureDifference& difference);

}  // namespace cordon::test
