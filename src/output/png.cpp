#include "output/png.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <stdexcept>
#include <string_view>

namespace cordon::output {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::array<std::uint8_t, 8> kSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
constexpr std::uint8_t kFilterUp = 2;
// Chunks hold at most 2^31 - 1 bytes; smaller ones let readers begin early.
constexpr std::size_t kMaxDataChunkBytes = std::size_t{1} << 30U;
constexpr int kCompressionLevel = 1;

void appendBigEndian(Bytes& out, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void appendChunk(Bytes& out, std::string_view type, const std::uint8_t* data, std::size_t size) {
  appendBigEndian(out, static_cast<std::uint32_t>(size));
  const std::size_t checked = out.size();
  out.insert(out.end(), type.begin(), type.end());
  out.insert(out.end(), data, data + size);
  appendBigEndian(out, libdeflate_crc32(0, out.data() + checked, out.size() - checked));
}

void appendChunk(Bytes& out, std::string_view type, const Bytes& data) {
  appendChunk(out, type, data.data(), data.size());
}

void appendText(Bytes& out, const std::string& keyword, const std::string& text) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
  Bytes data(keyword.begin(), keyword.end());
  data.push_back(0);
  // iTXt: not compressed, no language, no translated keyword.
  if (!ascii) data.insert(data.end(), 4, 0);
  data.insert(data.end(), text.begin(), text.end());
  appendChunk(out, ascii ? "tEXt" : "iTXt", data);
}

void copyOpaque(const std::uint8_t* rgba, std::size_t pixels, std::uint8_t* rgb) {
  for (std::size_t i = 0; i < pixels; ++i) {
    rgb[i * 3] = rgba[i * 4];
    rgb[i * 3 + 1] = rgba[i * 4 + 1];
    rgb[i * 3 + 2] = rgba[i * 4 + 2];
  }
}

void copyUnpremultiplied(const std::uint8_t* premultiplied, std::size_t pixels, std::uint8_t* rgba) {
  for (std::size_t i = 0; i < pixels * 4; i += 4) {
    const unsigned alpha = premultiplied[i + 3];
    for (std::size_t channel = 0; channel < 3; ++channel) {
      const unsigned value = premultiplied[i + channel];
      rgba[i + channel] =
          alpha == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(std::min(255U, (value * 255U + alpha / 2U) / alpha));
    }
    rgba[i + 3] = premultiplied[i + 3];
  }
}

Bytes filteredRows(const typography::Image& image, bool opaque) {
  const auto width = static_cast<std::size_t>(image.width);
  const auto height = static_cast<std::size_t>(image.height);
  const std::size_t rowBytes = width * (opaque ? 3 : 4);
  Bytes filtered((rowBytes + 1) * height);
  Bytes above(rowBytes, 0);
  Bytes row(rowBytes);
  for (std::size_t y = 0; y < height; ++y) {
    const std::uint8_t* pixels = image.rgba.data() + y * width * 4;
    opaque ? copyOpaque(pixels, width, row.data()) : copyUnpremultiplied(pixels, width, row.data());
    std::uint8_t* out = filtered.data() + y * (rowBytes + 1);
    *out++ = kFilterUp;
    for (std::size_t i = 0; i < rowBytes; ++i) out[i] = static_cast<std::uint8_t>(row[i] - above[i]);
    row.swap(above);
  }
  return filtered;
}

Bytes compressed(const Bytes& data) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(kCompressionLevel), &libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  Bytes out(libdeflate_zlib_compress_bound(compressor.get(), data.size()));
  const std::size_t size = libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data(), out.size());
  if (size == 0) throw std::logic_error("libdeflate's own bound was too small");
  out.resize(size);
  return out;
}

}  // namespace

std::vector<std::uint8_t> encodePng(const typography::Image& image, const PngOptions& options) {
  if (image.width <= 0 || image.height <= 0 ||
      image.rgba.size() != static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4) {
    throw std::invalid_argument("encodePng: the picture's size and its bytes do not agree");
  }

  const Bytes data = compressed(filteredRows(image, options.opaque));
  Bytes out(kSignature.begin(), kSignature.end());
  out.reserve(data.size() + 1024);

  Bytes header;
  appendBigEndian(header, static_cast<std::uint32_t>(image.width));
  appendBigEndian(header, static_cast<std::uint32_t>(image.height));
  constexpr std::uint8_t kTrueColor = 2;
  constexpr std::uint8_t kTrueColorAlpha = 6;
  header.insert(header.end(), {8, options.opaque ? kTrueColor : kTrueColorAlpha, 0, 0, 0});
  appendChunk(out, "IHDR", header);
  constexpr std::uint8_t kPerceptual = 0;
  appendChunk(out, "sRGB", Bytes{kPerceptual});
  for (const auto& [keyword, text] : options.texts) appendText(out, keyword, text);
  for (std::size_t at = 0; at < data.size(); at += kMaxDataChunkBytes) {
    appendChunk(out, "IDAT", data.data() + at, std::min(kMaxDataChunkBytes, data.size() - at));
  }
  appendChunk(out, "IEND", Bytes{});
  return out;
}

}  // namespace cordon::output
