#include "picture_comparison.h"

#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "output/png.h"

namespace cordon::test {

namespace fs = std::filesystem;

typography::Image readPng(const fs::path& file) {
  png_image png;
  std::memset(&png, 0, sizeof png);
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&png, file.c_str()) == 0)
    throw std::runtime_error(file.string() + ": " + png.message);
  png.format = PNG_FORMAT_RGBA;
  typography::Image image;
  image.width = static_cast<int>(png.width);
  image.height = static_cast<int>(png.height);
  image.rgba.resize(PNG_IMAGE_SIZE(png));
  if (png_image_finish_read(&png, nullptr, image.rgba.data(), 0, nullptr) == 0) {
    throw std::runtime_error(file.string() + ": " + png.message);
  }
  return image;
}

namespace {

int pixelDifference(const typography::Image& a, const typography::Image& b, std::size_t pixel) {
  int greatest = 0;
  for (std::size_t c = pixel * 4; c < pixel * 4 + 4; ++c)
    greatest = std::max(greatest, std::abs(a.rgba[c] - b.rgba[c]));
  return greatest;
}

}  // namespace

PictureDifference compare(const typography::Image& expected, const typography::Image& actual) {
  PictureDifference result;
  result.sameSize = expected.width == actual.width && expected.height == actual.height;
  if (!result.sameSize) return result;
  result.pixels = expected.rgba.size() / 4;
  for (std::size_t i = 0; i < result.pixels; ++i) {
    const int difference = pixelDifference(expected, actual, i);
    result.greatest = std::max(result.greatest, difference);
    if (difference > PictureDifference::kTolerance) ++result.differentPixels;
  }
  return result;
}

fs::path keepEvidence(const fs::path& folder, const std::string& name, const fs::path& expected, const fs::path& actual,
                      const PictureDifference& difference) {
  fs::create_directories(folder);
  const fs::path expectedCopy = folder / (name + "-expected.png");
  const fs::path actualCopy = folder / (name + "-actual.png");
  const fs::path differencePicture = folder / (name + "-difference.png");
  fs::copy_file(expected, expectedCopy, fs::copy_options::overwrite_existing);
  fs::copy_file(actual, actualCopy, fs::copy_options::overwrite_existing);
  if (difference.sameSize) {
    const typography::Image a = readPng(expected);
    const typography::Image b = readPng(actual);
    typography::Image map = a;
    for (std::size_t i = 0; i < difference.pixels; ++i) {
      const bool differs = pixelDifference(a, b, i) > PictureDifference::kTolerance;
      for (std::size_t c = 0; c < 3; ++c) {
        const int pale = 192 + a.rgba[i * 4 + c] / 4;
        map.rgba[i * 4 + c] = static_cast<std::uint8_t>(differs ? (c == 0 ? 220 : 0) : pale);
      }
      map.rgba[i * 4 + 3] = 255;
    }
    const std::vector<std::uint8_t> png = output::encodePng(map, {});
    std::ofstream(differencePicture, std::ios::binary)
        .write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
  }
  const nlohmann::json report{{"name", name},
                              {"expected", expectedCopy.string()},
                              {"actual", actualCopy.string()},
                              {"difference", difference.sameSize ? differencePicture.string() : ""},
                              {"same_size", difference.sameSize},
                              {"pixels", difference.pixels},
                              {"different_pixels", difference.differentPixels},
                              {"share", difference.share()},
                              {"allowed_share", PictureDifference::kAllowedShare},
                              {"tolerance", PictureDifference::kTolerance},
                              {"greatest_difference", difference.greatest}};
  const fs::path file = folder / (name + ".json");
  std::ofstream(file) << report.dump(2) << '\n';
  return file;
}

}  // namespace cordon::test
