#include "scenario/json_spans.h"

#include <algorithm>

namespace cordon::scenario {

namespace {

/// After the closing quotation mark of the string that begins at `at`.
std::size_t stringEnd(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') ++at;
  }
  return text.size();
}

}  // namespace

std::size_t skipSpace(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

std::size_t valueEnd(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = stringEnd(text, at);
    } else if (c == '{' || c == '[') {
      ++depth;
      ++at;
      continue;
    } else if (c == '}' || c == ']') {
      if (depth > 0) --depth;
      ++at;
    } else if (depth == 0) {
      return std::min(text.find_first_of(" \t\r\n,]}", at), text.size());
    } else {
      ++at;
    }
    if (depth == 0) return at;
  }
  return text.size();
}

std::vector<JsonSpan> itemSpans(std::string_view text, std::size_t open) {
  std::vector<JsonSpan> spans;
  if (open >= text.size()) return spans;
  const bool isObject = text[open] == '{';
  std::size_t at = skipSpace(text, open + 1);
  while (at < text.size() && text[at] != '}' && text[at] != ']') {
    JsonSpan span{at, at, at};
    if (isObject) {
      const std::size_t colon = skipSpace(text, stringEnd(text, at));
      span.valueBegin = skipSpace(text, std::min(colon + 1, text.size()));
    }
    span.end = valueEnd(text, span.valueBegin);
    spans.push_back(span);
    at = skipSpace(text, span.end);
    if (at < text.size() && text[at] == ',') at = skipSpace(text, at + 1);
    if (at <= span.begin) break;
  }
  return spans;
}

}  // namespace cordon::scenario
