#include "output/png.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include <cstring>
#include <random>
#include <stdexcept>

namespace cordon::output {
namespace {

typography::Image noise(int width, int height) {
  std::mt19937 random(7);
  typography::Image image{width, height, {}};
  for (int i = 0; i < width * height; ++i) {
    const unsigned alpha = random() % 256;
    for (int channel = 0; channel < 3; ++channel) {
      image.rgba.push_back(static_cast<std::uint8_t>(alpha == 0 ? 0 : random() % (alpha + 1)));
    }
    image.rgba.push_back(static_cast<std::uint8_t>(alpha));
  }
  return image;
}

/// libpng as a second opinion: it checks the checksums of all chunks.
struct Decoded {
  png_uint_32 format = 0;
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

Decoded decode(const std::vector<std::uint8_t>& file) {
  png_image png;
  std::memset(&png, 0, sizeof png);
  png.version = PNG_IMAGE_VERSION;
  EXPECT_TRUE(png_image_begin_read_from_memory(&png, file.data(), file.size())) << png.message;
  Decoded decoded{png.format, static_cast<int>(png.width), static_cast<int>(png.height), {}};
  png.format = PNG_FORMAT_RGBA;
  decoded.rgba.resize(PNG_IMAGE_SIZE(png));
  EXPECT_TRUE(png_image_finish_read(&png, nullptr, decoded.rgba.data(), 0, nullptr)) << png.message;
  EXPECT_EQ(png.warning_or_error, 0U) << png.message;
  return decoded;
}

TEST(Png, OpaquePictureIsReadBackExactly) {
  const typography::Image image = noise(61, 47);
  const Decoded decoded = decode(encodePng(image, {}));
  ASSERT_EQ(decoded.width, 61);
  ASSERT_EQ(decoded.height, 47);
  EXPECT_EQ(decoded.format & PNG_FORMAT_FLAG_ALPHA, 0U) << "an opaque picture has no alpha channel";
  for (std::size_t i = 0; i < image.rgba.size(); ++i) {
    ASSERT_EQ(decoded.rgba[i], i % 4 == 3 ? 255 : image.rgba[i]) << "at byte " << i;
  }
}

TEST(Png, TransparentPictureIsNotPremultiplied) {
  const typography::Image image{4, 1, {64, 0, 128, 128, 0, 0, 0, 0, 10, 20, 30, 255, 1, 0, 0, 1}};
  const Decoded decoded = decode(encodePng(image, {false, {}}));
  EXPECT_NE(decoded.format & PNG_FORMAT_FLAG_ALPHA, 0U);
  EXPECT_THAT(decoded.rgba, testing::ElementsAre(128, 0, 255, 128, 0, 0, 0, 0, 10, 20, 30, 255, 255, 0, 0, 1));
}

TEST(Png, PremultipliedAgainItIsTheSamePicture) {
  const typography::Image image = noise(64, 64);
  const Decoded decoded = decode(encodePng(image, {false, {}}));
  for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
    ASSERT_EQ(decoded.rgba[i + 3], image.rgba[i + 3]);
    for (std::size_t channel = 0; channel < 3; ++channel) {
      const double again = decoded.rgba[i + channel] * image.rgba[i + 3] / 255.0;
      ASSERT_NEAR(again, image.rgba[i + channel], 0.51);
    }
  }
}

TEST(Png, EqualPicturesGiveEqualBytes) {
  EXPECT_EQ(encodePng(noise(200, 100), {}), encodePng(noise(200, 100), {}));
}

TEST(Png, CarriesItsTextsInPlainAndInUnicode) {
  const auto file = encodePng(noise(3, 3), {true, {{"Software", "Cordon 0.1.0"}, {"Title", "Сцена 国後"}}});
  const std::string bytes(file.begin(), file.end());
  EXPECT_THAT(bytes, testing::HasSubstr(std::string("tEXtSoftware\0Cordon 0.1.0", 25)));
  EXPECT_THAT(bytes, testing::HasSubstr(std::string("iTXtTitle\0\0\0\0\0", 14) + "Сцена 国後"));
  EXPECT_EQ(decode(file).width, 3);
}

TEST(Png, RefusesAPictureWhoseBytesDoNotFitItsSize) {
  EXPECT_THROW(encodePng({2, 2, std::vector<std::uint8_t>(15)}, {}), std::invalid_argument);
  EXPECT_THROW(encodePng({0, 0, {}}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::output
