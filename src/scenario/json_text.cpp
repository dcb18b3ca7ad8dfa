#include "scenario/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

#include "scenario/io.h"
#include "scenario/json_style.h"
#include "scenario/place.h"

namespace cordon::scenario {

namespace {

/// Builds the tree while nlohmann's parser reads: unlike its own builder it bounds the nesting and refuses a
/// member that is named twice, which the tree could not keep.
class TreeBuilder final : public nlohmann::json_sax<Json> {
 public:
  explicit TreeBuilder(Json& root) : root_(root) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Json& object = *open_.back();
    // The tree's own look-up is linear in the members, which a hostile file could have a million of.
    if (!names_.back().insert(name).second) {
      duplicate_ = pointerToOpen().append("/").append(escapePointerToken(name));
      return false;
    }
    auto& members = object.get_ref<Json::object_t&>();
    slot_ = &members.Container::emplace_back(name, nullptr).second;
    return true;
  }

  bool parse_error(std::size_t byteCount, const std::string&, const nlohmann::detail::exception& exception) override {
    // The parser counts the bytes read, the last of which it could not use.
    errorByte_ = byteCount == 0 ? 0 : byteCount - 1;
    error_ = exception.what();
    return false;
  }

  bool isTooDeep() const { return tooDeep_; }
  const std::optional<std::string>& duplicate() const { return duplicate_; }
  const std::string& error() const { return error_; }
  std::size_t errorByte() const { return errorByte_; }

 private:
  Json* place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_object()) {
      *slot_ = std::move(value);
      return slot_;
    }
    open_.back()->push_back(std::move(value));
    return &open_.back()->back();
  }

  template <typename Value>
  bool add(Value&& value) {
    place(Json(std::forward<Value>(value)));
    return true;
  }

  bool open(Json container) {
    if (open_.size() >= static_cast<std::size_t>(kMaxNesting)) {
      tooDeep_ = true;
      return false;
    }
    open_.push_back(place(std::move(container)));
    names_.emplace_back();
    return true;
  }

  bool close() {
    open_.pop_back();
    names_.pop_back();
    return true;
  }

  std::string pointerToOpen() const {
    std::string pointer;
    for (std::size_t depth = 1; depth < open_.size(); ++depth) {
      const Json& parent = *open_[depth - 1];
      if (parent.is_array()) {
        pointer += fmt::format("/{}", parent.size() - 1);
        continue;
      }
      for (const auto& member : parent.items()) {
        if (&member.value() == open_[depth]) pointer.append("/").append(escapePointerToken(member.key()));
      }
    }
    return pointer;
  }

  Json& root_;
  std::vector<Json*> open_;  // containers from the root inwards; only the innermost one grows, so all stay put
  std::vector<std::unordered_set<std::string>> names_;  // of the members of each of them
  Json* slot_ = nullptr;
  bool tooDeep_ = false;
  std::optional<std::string> duplicate_;
  std::string error_;
  std::size_t errorByte_ = 0;
};

/// The readable part of "[json.exception.parse_error.101] parse error at line 2, column 3: syntax error ... - ...".
std::string readableError(const std::string& what) {
  if (what.find("invalid string: ill-formed UTF-8") != std::string::npos) return "The text is not valid UTF-8.";
  const auto colon = what.find(": ");
  std::string text = colon == std::string::npos ? what : what.substr(colon + 2);
  if (what.find("out_of_range.406") != std::string::npos) return "The number is too large.";
  std::string sentence = "Invalid JSON: " + text;
  if (sentence.back() != '.') sentence += '.';
  return sentence;
}

/// A hint for the mistakes that other programs' output and hand-edited files make most often.
std::string mendFor(std::string_view text, std::size_t byteIndex) {
  const std::size_t begin = byteIndex >= 10 ? byteIndex - 10 : 0;
  const std::string_view around = text.substr(begin, byteIndex - begin + 12);
  if (around.find("NaN") != std::string_view::npos || around.find("Infinity") != std::string_view::npos ||
      around.find("nan") != std::string_view::npos) {
    return "JSON has no NaN or Infinity: give a number or leave the member out.";
  }
  if (byteIndex >= text.size()) return "The file ends too early: look for a missing bracket or quotation mark.";
  if (text[byteIndex] == ']' || text[byteIndex] == '}') return "Look for a comma too many just before this place.";
  if (text[byteIndex] == '"' || text[byteIndex] == '{') return "Look for a missing comma just before this place.";
  return "";
}

/// The first byte after the opening brackets that are one too many.
std::size_t tooDeepByte(std::string_view text) {
  int depth = 0;
  bool inString = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString) {
      if (c == '\\') ++i;
      if (c == '"') inString = false;
    } else if (c == '"') {
      inString = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxNesting) return i;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return text.size();
}

}  // namespace

TextPosition textPosition(std::string_view text, std::size_t byteIndex) {
  const std::string_view before = text.substr(0, byteIndex);
  const auto lineFeeds = std::count(before.begin(), before.end(), '\n');
  const auto lastLineFeed = before.rfind('\n');
  const std::size_t lineBegin = lastLineFeed == std::string_view::npos ? 0 : lastLineFeed + 1;
  return {static_cast<int>(lineFeeds) + 1, static_cast<int>(before.size() - lineBegin) + 1};
}

namespace {

/// What is too much in a text, found before anything is built of it, and where.
struct Excess {
  std::string what;
  std::size_t byte = 0;
};

/// Counts what could be values. Not a parser: of what is no JSON it tells nothing useful, which the parser then does.
std::optional<Excess> excessIn(std::string_view text) {
  std::size_t values = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      const std::size_t start = i;
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
      }
      if (i - start > kMaxStringBytes) {
        return Excess{fmt::format("A text of the file is longer than {} bytes.", kMaxStringBytes), start};
      }
    } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      const std::size_t end = std::min(text.find_first_not_of(" \n\r\t", i), text.size());
      if (end - i > kMaxStringBytes) {
        return Excess{fmt::format("The file has more than {} blanks in a row.", kMaxStringBytes), i};
      }
      i = end - 1;
    } else if (c == ',' || c == '[' || c == '{') {
      if (++values > kMaxValues) return Excess{fmt::format("The file has more than {} values.", kMaxValues), i};
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Json> parseJson(std::string_view text, const std::string& fileName) {
  const auto failure = [&](std::string message, std::optional<TextPosition> position, std::string mend) {
    return Result<Json>::failure(
        Diagnostic{Severity::Error, std::move(message), fileName, "", position, std::move(mend)});
  };
  if (text.size() > kMaxTextBytes) {
    return failure(fmt::format("The file has {} bytes; at most {} are read.", text.size(), kMaxTextBytes), std::nullopt,
                   "Split it, or simplify its lines and areas.");
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return failure("The file is empty.", TextPosition{}, "A scenario is a GeoJSON FeatureCollection.");
  }

  if (const auto excess = excessIn(text)) {
    return failure(excess->what, textPosition(text, excess->byte), "Split it, or simplify its lines and areas.");
  }

  Json root;
  TreeBuilder builder(root);
  const bool done = Json::sax_parse(text.begin(), text.end(), &builder);
  if (builder.isTooDeep()) {
    return failure(fmt::format("Arrays and objects are nested more than {} deep.", kMaxNesting),
                   textPosition(text, tooDeepByte(text)), "");
  }
  if (builder.duplicate()) {
    return Result<Json>::failure(Diagnostic{Severity::Error, "The object has two members of this name.", fileName,
                                            *builder.duplicate(), std::nullopt, "Remove or rename one of them."});
  }
  if (!done) {
    const std::size_t byte = std::min(builder.errorByte(), text.size());
    return failure(readableError(builder.error()), textPosition(text, byte), mendFor(text, byte));
  }
  return root;
}

std::string printJson(const Json& json) {
  std::string out;
  printStyled(json, JsonStyle{}, "", 0, false, out);
  out += '\n';
  return out;
}

}  // namespace cordon::scenario
