#include "scenario/json_style.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "scenario/json_spans.h"

namespace cordon::scenario {

namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isOfOneLine(std::string_view text) {
  return text.find('\n') == std::string_view::npos;
}

/// Walks once over the text and notes what its white space tells.
class StyleReader {
 public:
  explicit StyleReader(std::string_view text) : text_(text) {}

  JsonStyle read() {
    bool hasEscape = false;
    for (std::size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      if (c == '"') {
        const std::size_t end = valueEnd(text_, at);
        hasEscape = hasEscape || text_.substr(at, end - at).find("\\u") != std::string_view::npos;
        at = end;
        continue;
      }
      if (c == '{' || c == '[') open(at);
      if (c == '}' || c == ']') close(at);
      if (c == ':') noteColon(at);
      if (c == ',' && !comma_) noteComma(at);
      if (c == '\n') noteLine(at);
      ++at;
    }
    const bool isAscii = std::all_of(text_.begin(), text_.end(), [](char c) { return (c & '\x80') == 0; });
    return style(hasEscape && isAscii);
  }

 private:
  JsonStyle style(bool onlyAscii) const {
    JsonStyle style;
    style.lineEnd = lineEnd_.value_or("");
    if (indent_) style.indent = *indent_;
    if (colon_) style.colon = *colon_;
    style.comma = comma_.value_or(style.colon.ends_with(' ') ? ", " : ",");
    style.bracePad = bracePad_.value_or(lineEnd_ && style.colon.ends_with(' ') ? " " : "");
    if (lineEnd_ && !hasFilledLine_) style.lineBytes = 0;
    style.onlyAscii = onlyAscii;
    return style;
  }

  std::string_view spaceFrom(std::size_t at) const { return text_.substr(at, skipSpace(text_, at) - at); }

  void open(std::size_t at) {
    opens_.push_back(at);
    const std::string_view space = spaceFrom(at + 1);
    const std::size_t next = at + 1 + space.size();
    if (text_[at] == '{' && !bracePad_ && isOfOneLine(space) && next < text_.size() && text_[next] != '}') {
      bracePad_ = space;
    }
  }

  void close(std::size_t at) {
    if (opens_.empty()) return;
    const std::size_t begin = opens_.back();
    opens_.pop_back();
    const bool isBroken = lastLine_ && *lastLine_ > begin;
    if (!isBroken && skipSpace(text_, begin + 1) != at) hasFilledLine_ = true;
  }

  void noteColon(std::size_t at) {
    if (colon_) return;
    std::size_t begin = at;
    while (begin > 0 && isSpace(text_[begin - 1])) --begin;
    const std::string_view whole = text_.substr(begin, at + 1 - begin + spaceFrom(at + 1).size());
    if (isOfOneLine(whole)) colon_ = whole;
  }

  void noteComma(std::size_t at) {
    const std::string_view space = spaceFrom(at + 1);
    if (isOfOneLine(space)) comma_ = std::string(1, ',').append(space);
  }

  /// Only line ends inside the outermost brackets say something about the layout.
  void noteLine(std::size_t at) {
    if (opens_.empty()) return;
    lastLine_ = at;
    if (!lineEnd_) lineEnd_ = at > 0 && text_[at - 1] == '\r' ? "\r\n" : "\n";
    const std::size_t end = std::min(text_.find_first_not_of(" \t", at + 1), text_.size());
    const std::string_view margin = text_.substr(at + 1, end - at - 1);
    if (margin.empty() || end == text_.size() || isSpace(text_[end])) return;
    if (!indent_ || margin.size() < indent_->size()) {
      indent_ = margin.front() == '\t' ? std::string("\t") : std::string(margin);
    }
  }

  std::string_view text_;
  std::vector<std::size_t> opens_;
  std::optional<std::size_t> lastLine_;
  std::optional<std::string> lineEnd_;
  std::optional<std::string> indent_;  // the smallest margin
  std::optional<std::string> colon_;
  std::optional<std::string> comma_;
  std::optional<std::string> bracePad_;
  bool hasFilledLine_ = false;  // an array or object that holds something is on one line
};

/// Appends a value in one line, unless that makes `out` longer than a limit: then `out` is left half written.
bool printInline(const Json& json, const JsonStyle& style, std::size_t limit, std::string& out) {
  if (!json.is_structured()) {
    if (json.is_string() && out.size() + json.get_ref<const std::string&>().size() > limit) return false;
    out += json.dump(-1, ' ', style.onlyAscii);
    return out.size() <= limit;
  }
  const bool isObject = json.is_object();
  const bool isSpaced = isObject && !json.empty();
  out += isObject ? "{" : "[";
  if (isSpaced) out += style.bracePad;
  bool isFirst = true;
  for (const auto& member : json.items()) {
    if (!isFirst) out += style.comma;
    isFirst = false;
    if (isObject) out += printString(member.key(), style) + style.colon;
    if (!printInline(member.value(), style, limit, out)) return false;
  }
  if (isSpaced) out += style.bracePad;
  out += isObject ? "}" : "]";
  return out.size() <= limit;
}

}  // namespace

JsonStyle styleOf(std::string_view text) {
  return StyleReader(text).read();
}

std::string printString(const std::string& text, const JsonStyle& style) {
  return Json(text).dump(-1, ' ', style.onlyAscii);
}

void printStyled(const Json& json, const JsonStyle& style, const std::string& margin, std::size_t column, bool oneLine,
                 std::string& out) {
  if (!json.is_structured() || json.empty()) {
    out += json.dump(-1, ' ', style.onlyAscii);
    return;
  }
  if (oneLine || style.lineEnd.empty()) {
    printInline(json, style, std::numeric_limits<std::size_t>::max(), out);
    return;
  }
  const std::size_t begin = out.size();
  // A list of objects gets a line for each, so that a change of one is a change of its line.
  const bool isList = json.is_array() && json.front().is_object();
  if (!isList && column < style.lineBytes && printInline(json, style, begin + style.lineBytes - column, out)) return;
  out.resize(begin);

  const std::string innerMargin = margin + style.indent;
  out += json.is_object() ? "{" : "[";
  bool isFirst = true;
  for (const auto& member : json.items()) {
    if (!isFirst) out += ',';
    out += style.lineEnd;
    isFirst = false;
    const std::size_t lineBegin = out.size();
    out += innerMargin;
    if (json.is_object()) out += printString(member.key(), style) + style.colon;
    printStyled(member.value(), style, innerMargin, out.size() - lineBegin, false, out);
  }
  out += style.lineEnd + margin;
  out += json.is_object() ? "}" : "]";
}

}  // namespace cordon::scenario
