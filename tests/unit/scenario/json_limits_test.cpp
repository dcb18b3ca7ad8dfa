#include <gtest/gtest.h>

#include <string>

#include "scenario/io.h"
#include "scenario/json_text.h"

namespace cordon::scenario {

namespace {

std::string listOf(std::size_t count, const std::string& item) {
  std::string text(1, '[');
  text.append(item);
  for (std::size_t i = 1; i < count; ++i) text.append(1, ',').append(item);
  text.append(1, ']');
  return text;
}

/// A list of one text of so many characters, with or without its end.
std::string textOf(std::size_t characters, const char* end) {
  std::string text("[\"");
  text.append(characters, 'x').append(end);
  return text;
}

std::string refusal(const std::string& text) {
  const Result<Json> read = parseJson(text, "hostile.geojson");
  return read ? std::string() : toString(read.diagnostics().front());
}

TEST(JsonLimits, SoManyValuesAreReadAndNoMore) {
  EXPECT_EQ(refusal(listOf(kMaxValues - 1, "0")), "");
  EXPECT_NE(refusal(listOf(kMaxValues + 1, "0")).find("1000000 values"), std::string::npos);
  EXPECT_NE(refusal(listOf(kMaxValues / 2 + 1, "{}")).find("values"), std::string::npos);
}

TEST(JsonLimits, ATextIsBounded) {
  EXPECT_EQ(refusal(textOf(kMaxStringBytes - 1, "\"]")), "");
  EXPECT_NE(refusal(textOf(kMaxStringBytes + 1, "\"]")).find("1000000 bytes"), std::string::npos);
  EXPECT_NE(refusal(textOf(kMaxStringBytes + 1, "")).find("1000000 bytes"), std::string::npos);
}

TEST(JsonLimits, CommasAndBracketsWithinTextsAreNoValues) {
  std::string item(1, '"');
  item.append(90'000, ',').append("\\\"[{\"");
  EXPECT_EQ(refusal(listOf(100, item)), "");
}

}  // namespace

}  // namespace cordon::scenario
