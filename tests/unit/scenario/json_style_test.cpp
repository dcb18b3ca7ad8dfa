#include "scenario/json_style.h"

#include <gtest/gtest.h>

namespace cordon::scenario {
namespace {

TEST(JsonStyle, IsToldFromATextOfManyLines) {
  const JsonStyle style = styleOf("{\r\n    \"a\" : [1,2],\r\n    \"b\" : {\"c\" : 3}\r\n}");
  EXPECT_EQ(style.lineEnd, "\r\n");
  EXPECT_EQ(style.indent, "    ");
  EXPECT_EQ(style.colon, " : ");
  EXPECT_EQ(style.comma, ",");
  EXPECT_EQ(style.bracePad, "");
  EXPECT_EQ(style.lineBytes, 120U);
}

TEST(JsonStyle, SeesThatEveryItemHasItsLine) {
  EXPECT_EQ(styleOf("{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}").lineBytes, 0U);
  EXPECT_EQ(styleOf("{\n  \"a\": [ 1 ]\n}").lineBytes, 120U);
}

TEST(JsonStyle, LooksIntoNoString) {
  const JsonStyle style = styleOf("[\"a:b , { \\\" \\\\\", 1]\n");
  EXPECT_EQ(style.lineEnd, "");
  EXPECT_EQ(style.comma, ", ");
  EXPECT_FALSE(style.onlyAscii);
}

TEST(JsonStyle, PrintsWhatReadsAsTheSame) {
  const Json json = {{"a", {1, 2.5, nullptr, true}}, {"é", {{"b", Json::array()}, {"c", Json::object()}}}};
  JsonStyle style;
  style.onlyAscii = true;
  for (const std::size_t lineBytes : {0, 10, 40, 120}) {
    style.lineBytes = lineBytes;
    for (const bool oneLine : {false, true}) {
      std::string text;
      printStyled(json, style, "", 0, oneLine, text);
      EXPECT_EQ(Json::parse(text), json) << text;
      EXPECT_EQ(text.find('\n') == std::string::npos, oneLine || lineBytes == 120) << text;
      EXPECT_NE(text.find("\\u00e9"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace cordon::scenario
