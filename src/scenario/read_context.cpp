#include "scenario/read_context.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/suggestion.h"

namespace cordon::scenario {

namespace {

constexpr std::size_t kMostProblems = 1000;

}  // namespace

void ReadContext::add(Severity severity, const Place& place, std::string message, std::string mend) {
  if (severity == Severity::Error) ++errorCount_;
  if (problems_.size() >= kMostProblems) {
    ++unlisted_;
    return;
  }
  problems_.push_back({severity, std::move(message), fileName_, place.pointer(), std::nullopt, std::move(mend)});
}

Diagnostics ReadContext::takeProblems() {
  // A failure must hold an error even where a thousand warnings came first.
  const auto isError = [](const Diagnostic& d) { return d.severity == Severity::Error; };
  if (hasErrors() && std::none_of(problems_.begin(), problems_.end(), isError)) {
    problems_.push_back({Severity::Error, "There are errors beyond the problems listed.", fileName_, "", std::nullopt,
                         "Mend the problems listed and check again."});
  }
  if (unlisted_ > 0) {
    problems_.push_back(
        {Severity::Note, fmt::format("{} more problems are not listed.", unlisted_), fileName_, "", std::nullopt, ""});
  }
  unlisted_ = 0;
  return std::exchange(problems_, {});
}

void reportUnknownId(ReadContext& context, const Place& place, std::string_view what, const std::string& id,
                     const std::unordered_set<std::string>& known, std::string_view otherwise) {
  std::vector<std::string> candidates(known.begin(), known.end());
  std::sort(candidates.begin(), candidates.end());
  std::string mend = nearest(id, candidates);
  mend = mend.empty() ? std::string(otherwise) : fmt::format("Did you mean {}?", quote(mend));
  context.error(place, fmt::format("There is no {} {}.", what, quote(id)), std::move(mend));
}

std::string quote(std::string_view text) {
  constexpr std::size_t kMostBytes = 80;
  std::string shown(text.substr(0, kMostBytes));
  if (text.size() > kMostBytes) {
    // Not in the middle of a character of several bytes.
    while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U) shown.pop_back();
    shown += "...";
  }
  return Json(shown).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string describeType(const Json& json) {
  switch (json.type()) {
    case Json::value_t::null:
      return "null";
    case Json::value_t::object:
      return "an object";
    case Json::value_t::array:
      return "an array";
    case Json::value_t::string:
      return "the text " + quote(json.get_ref<const std::string&>());
    case Json::value_t::boolean:
      return json.get<bool>() ? "true" : "false";
    default:
      return fmt::format("the number {}", json.dump());
  }
}

}  // namespace cordon::scenario
