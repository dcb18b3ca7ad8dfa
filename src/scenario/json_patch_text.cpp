#include "scenario/json_patch_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "scenario/item_match.h"
#include "scenario/json_spans.h"
#include "scenario/json_style.h"

namespace cordon::scenario {

namespace {

bool hasLineEnd(std::string_view space) {
  return space.find('\n') != std::string_view::npos;
}

/// The end of the line before, with its line feed, and what stands on the line after. Only where there is a line feed.
std::string_view lineHead(std::string_view gap) {
  return gap.substr(0, gap.find('\n') + 1);
}
std::string_view lineTail(std::string_view gap) {
  return gap.substr(gap.find('\n') + 1);
}

/// What stands between two items when those that stood between them are gone: the end of the first one's line and the
/// beginning of the second one's.
std::string joinedGap(std::string_view after, std::string_view before) {
  if (!hasLineEnd(after) && hasLineEnd(before)) return std::string(before);
  if (!hasLineEnd(before)) return std::string(after);
  std::string gap = std::string(lineHead(after)).append(lineTail(before));
  return std::count(gap.begin(), gap.end(), ',') == 1 ? gap : std::string(after);
}

const Json::object_t::value_type& memberAt(const Json& object, std::size_t i) {
  const Json::object_t::Container& members = object.get_ref<const Json::object_t&>();
  return members[i];
}

class Patcher {
 public:
  explicit Patcher(std::string_view text) : text_(text), style_(styleOf(text)) {}

  std::string run(const Json& before, const Json& wanted) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    const std::size_t begin = skipSpace(text_, text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    const std::size_t end = valueEnd(text_, begin);
    out_.reserve(text_.size() + text_.size() / 8);
    append(text_.substr(0, begin));
    value(before, wanted, begin, end);
    append(text_.substr(end));
    return std::move(out_);
  }

 private:
  /// An array or object of the original, and what becomes of it.
  struct Container {
    std::size_t begin = 0;
    std::size_t lineBegin = 0;  ///< in out_, of the line that the bracket is on
    std::vector<JsonSpan> spans;
    ItemMatch match;
    bool inOneLine = false;                   ///< the original has no line end in it
    std::optional<bool> itemsInOneLine = {};  ///< whether its arrays and objects have none; nothing where it has none
  };

  void append(std::string_view piece) {
    const std::size_t lineFeed = piece.rfind('\n');
    if (lineFeed != std::string_view::npos) lineBegin_ = out_.size() + lineFeed + 1;
    out_ += piece;
  }

  /// The white space that a line of out_ begins with.
  std::string marginAt(std::size_t lineBegin) const {
    const std::size_t end = std::min(out_.find_first_not_of(" \t", lineBegin), out_.size());
    return out_.substr(lineBegin, end - lineBegin);
  }

  void print(const Json& json, bool oneLine) {
    std::string printed;
    printStyled(json, style_, json.is_structured() ? marginAt(lineBegin_) : std::string(), out_.size() - lineBegin_,
                oneLine, printed);
    append(printed);
  }

  void value(const Json& before, const Json& wanted, std::size_t begin, std::size_t end) {
    if (before == wanted) {
      append(text_.substr(begin, end - begin));
    } else if (before.is_structured() && before.type() == wanted.type() && !before.empty() && !wanted.empty()) {
      container(before, wanted, begin, end);
    } else {
      print(wanted, false);
    }
  }

  void container(const Json& before, const Json& wanted, std::size_t begin, std::size_t end) {
    Container box{begin, lineBegin_, itemSpans(text_, begin),
                  before.is_object() ? matchMembers(before, wanted) : matchItems(before, wanted),
                  !hasLineEnd(text_.substr(begin, end - begin))};
    noteItemsInOneLine(before, box);
    append(opening(box));
    for (std::size_t i = 0; i < box.match.oldOf.size(); ++i) {
      if (i > 0) append(gapBefore(box, i));
      item(before, wanted, i, box);
    }
    append(text_.substr(box.spans.back().end, end - box.spans.back().end));
  }

  void item(const Json& before, const Json& wanted, std::size_t i, const Container& box) {
    const auto old = box.match.oldOf[i];
    if (wanted.is_object()) {
      const auto& [name, content] = memberAt(wanted, i);
      if (!old) {
        append(printString(name, style_) + style_.colon);
        print(content, false);
        return;
      }
      const JsonSpan& span = box.spans[*old];
      append(text_.substr(span.begin, span.valueBegin - span.begin));
      value(memberAt(before, *old).second, content, span.valueBegin, span.end);
    } else if (old) {
      value(before[*old], wanted[i], box.spans[*old].begin, box.spans[*old].end);
    } else {
      print(wanted[i], box.itemsInOneLine.value_or(false));
    }
  }

  void noteItemsInOneLine(const Json& before, Container& box) const {
    if (!before.is_array()) return;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (!before[i].is_structured() || before[i].empty()) continue;
      const JsonSpan& span = box.spans[i];
      box.itemsInOneLine = !hasLineEnd(text_.substr(span.begin, span.end - span.begin));
      if (!*box.itemsInOneLine) return;
    }
  }

  std::string_view gapAfter(const Container& box, std::size_t old) const {
    return text_.substr(box.spans[old].end, box.spans[old + 1].begin - box.spans[old].end);
  }

  std::string_view openingSpace(const Container& box) const {
    return text_.substr(box.begin + 1, box.spans.front().begin - box.begin - 1);
  }

  /// The old place of a new item that stays; nothing for others.
  static std::optional<std::size_t> stayed(const Container& box, std::size_t i) {
    return box.match.stays[i] ? box.match.oldOf[i] : std::nullopt;
  }

  /// The bracket and what stands before the first item.
  std::string opening(const Container& box) const {
    std::string opening(text_.substr(box.begin, 1));
    const std::string_view space = openingSpace(box);
    const auto first = stayed(box, 0);
    if (first && *first > 0 && hasLineEnd(space)) {
      const std::string_view gap = gapAfter(box, *first - 1);
      if (hasLineEnd(gap) && lineTail(gap).find(',') == std::string_view::npos) {
        return opening.append(lineHead(space)).append(lineTail(gap));
      }
    }
    return opening.append(space);
  }

  /// What stands between a new item and the one before it.
  std::string gapBefore(const Container& box, std::size_t i) const {
    const auto left = stayed(box, i - 1);
    const auto right = stayed(box, i);
    const bool hasAfter = left && *left + 1 < box.spans.size();
    if (hasAfter && right && *right > 0) {
      if (*right == *left + 1) return std::string(gapAfter(box, *left));
      return joinedGap(gapAfter(box, *left), gapAfter(box, *right - 1));
    }
    if (hasAfter) return std::string(gapAfter(box, *left));
    if (right && *right > 0) return std::string(gapAfter(box, *right - 1));
    const bool isBeforeFirst = right.has_value();
    std::string usual = usualGap(box, isBeforeFirst);
    const std::string_view space = openingSpace(box);
    return isBeforeFirst && hasLineEnd(space) && hasLineEnd(usual) ? joinedGap(usual, space) : usual;
  }

  std::string usualGap(const Container& box, bool atBegin) const {
    if (box.spans.size() > 1) return std::string(gapAfter(box, atBegin ? 0 : box.spans.size() - 2));
    const std::string_view space = openingSpace(box);
    if (hasLineEnd(space)) return std::string(1, ',').append(space);
    // The only item shares a line with its bracket: another one of many lines begins its own.
    if (text_[box.begin] == '[' && !box.inOneLine)
      return std::string(1, ',').append(style_.lineEnd).append(marginAt(box.lineBegin)).append(style_.indent);
    return style_.comma;
  }

  std::string_view text_;
  JsonStyle style_;
  std::string out_;
  std::size_t lineBegin_ = 0;  // of the last line of out_
};

}  // namespace

std::string patchedText(std::string_view originalText, const Json& wanted) {
  const Result<Json> before = parseJson(originalText, "");
  return before ? Patcher(originalText).run(*before, wanted) : printJson(wanted);
}

}  // namespace cordon::scenario
