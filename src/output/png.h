#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "typography/typesetter.h"

namespace cordon::output {

struct PngOptions {
  /// True: RGB, the picture's alpha is not looked at. False: RGBA, colours not premultiplied (as PNG wants them).
  bool opaque = true;
  /// Keyword and text of tEXt chunks, e.g. {"Software", "Cordon"}. Keywords have 1 to 79 bytes; texts are UTF-8 and
  /// go to iTXt chunks where they are not plain ASCII.
  std::vector<std::pair<std::string, std::string>> texts;
};

/// Encodes a picture as a PNG file (ISO/IEC 15948), sRGB, 8 bits a channel.
///
/// Equal pictures give equal bytes. Every row is filtered by "up" and compressed by libdeflate's fastest level: on maps
/// half the time of libpng's fastest settings, and smaller. Domain: at least one pixel, rgba of width * height * 4
/// bytes, else std::invalid_argument. Pure; any thread.
std::vector<std::uint8_t> encodePng(const typography::Image& image, const PngOptions& options);

}  // namespace cordon::output
