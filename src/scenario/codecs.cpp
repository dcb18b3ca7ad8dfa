#include "scenario/codecs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "scenario/suggestion.h"

namespace cordon::scenario {

bool requireType(const Json& json, bool hasType, std::string_view wanted, const Place& place, ReadContext& context) {
  if (!hasType) {
    context.error(place, fmt::format("This must be {}, not {}.", wanted, describeType(json)));
  }
  return hasType;
}

std::optional<std::string> TextCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  if (!requireType(json, json.is_string(), "a text", place, context)) return std::nullopt;
  return json.get_ref<const std::string&>();
}

std::optional<std::string> UrlCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  auto url = TextCodec{}.decode(json, place, context);
  if (url && !url->empty() && url->rfind("http://", 0) != 0 && url->rfind("https://", 0) != 0) {
    context.error(place, "This is no web address.", "It must begin with https:// or http://.");
    return std::nullopt;
  }
  return url;
}

std::optional<std::string> ColorCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  auto color = TextCodec{}.decode(json, place, context);
  if (!color) return std::nullopt;
  const auto isHexDigit = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  if (color->size() != 7 || color->front() != '#' || !std::all_of(color->begin() + 1, color->end(), isHexDigit)) {
    context.error(place, fmt::format("{} is no colour.", quote(*color)), "Write it as \"#rrggbb\", e.g. \"#c0392b\".");
    return std::nullopt;
  }
  for (char& c : *color) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  }
  return color;
}

std::optional<std::size_t> decodeWord(const Json& json, const std::vector<std::string_view>& allowed,
                                      const Place& place, ReadContext& context) {
  if (!requireType(json, json.is_string(), "a text", place, context)) return std::nullopt;
  const auto& word = json.get_ref<const std::string&>();
  const auto found = std::find(allowed.begin(), allowed.end(), word);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  const std::string near = nearest(word, {allowed.begin(), allowed.end()});
  std::string mend = near.empty() ? "" : fmt::format("Did you mean \"{}\"? ", near);
  mend += fmt::format("Allowed are: {}.", fmt::join(allowed, ", "));
  context.error(place, fmt::format("{} is not a word that may stand here.", quote(word)), std::move(mend));
  return std::nullopt;
}

std::optional<std::string> SymbolCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  const auto index = decodeWord(json, {symbolNames().begin(), symbolNames().end()}, place, context);
  if (!index) return std::nullopt;
  return symbolNames()[*index];
}

std::optional<bool> BoolCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  if (!requireType(json, json.is_boolean(), "true or false", place, context)) return std::nullopt;
  return json.get<bool>();
}

std::optional<double> NumberCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  if (!json.is_number()) {
    const bool isQuoted = json.is_string() && !json.get_ref<const std::string&>().empty() &&
                          std::isdigit(static_cast<unsigned char>(json.get_ref<const std::string&>().front())) != 0;
    context.error(place, fmt::format("This must be a number, not {}.", describeType(json)),
                  isQuoted ? "Remove the quotation marks." : "");
    return std::nullopt;
  }
  const double value = json.get<double>();
  const bool isTooSmall = excludesLeast ? !(value > least) : !(value >= least);
  const bool isTooLarge = excludesMost ? !(value < most) : !(value <= most);
  if (isTooSmall || isTooLarge || !std::isfinite(value)) {
    std::string mend;
    if (most < std::numeric_limits<double>::max()) {
      mend = fmt::format("It must be {} {:.15g} and {} {:.15g}.", excludesLeast ? "over" : "at least", least,
                         excludesMost ? "under" : "at most", most);
    } else {
      mend = fmt::format("It must be {} {:.15g}.", excludesLeast ? "over" : "at least", least);
    }
    context.error(place, fmt::format("The number {} is out of range.", json.dump()), std::move(mend));
    return std::nullopt;
  }
  return value;
}

Json NumberCodec::encode(double value) const {
  // Whole numbers are written as a person would: 300, not 300.0.
  if (std::abs(value) < 1e15 && value == std::nearbyint(value) && !(value == 0.0 && std::signbit(value))) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

std::optional<int> IntegerCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  const auto value = NumberCodec{static_cast<double>(least), static_cast<double>(most)}.decode(json, place, context);
  if (!value) return std::nullopt;
  if (*value != std::nearbyint(*value)) {
    context.error(place, fmt::format("This must be a whole number, not {}.", json.dump()));
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

std::optional<Date> DateCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  if (!requireType(json, json.is_string(), "a date as text", place, context)) return std::nullopt;
  const auto& text = json.get_ref<const std::string&>();
  const auto date = Date::parse(text);
  if (!date) {
    context.error(
        place, fmt::format("{} is no date.", quote(text)),
        "Write a day that the calendar has as \"2018-12-30\", or as much as is known: \"2018-12\", \"2018\".");
  }
  return date;
}

std::optional<std::vector<std::string>> TextListCodec::decode(const Json& json, const Place& place,
                                                              ReadContext& context) const {
  if (!requireType(json, json.is_array(), "an array of texts", place, context)) return std::nullopt;
  std::vector<std::string> texts;
  bool isGood = true;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const Place item = place.item(i);
    const auto text = TextCodec{}.decode(json[i], item, context);
    if (text && allowed) {
      const bool hasMinus = allowsMinus && !text->empty() && text->front() == '-';
      const std::string word = hasMinus ? text->substr(1) : *text;
      isGood &= decodeWord(word, {allowed->begin(), allowed->end()}, item, context).has_value();
    }
    if (text) {
      texts.push_back(*text);
    } else {
      isGood = false;
    }
  }
  if (!isGood) return std::nullopt;
  return texts;
}

std::optional<std::vector<std::string>> SourceIdsCodec::decode(const Json& json, const Place& place,
                                                               ReadContext& context) const {
  const auto check = [&context](const std::string& id, const Place& at) {
    if (context.sourceIds && context.sourceIds->count(id) == 0) {
      reportUnknownId(context, at, "source", id, *context.sourceIds, "Add it to \"sources\" in the member \"cordon\".");
    }
  };
  if (json.is_string()) {
    check(json.get_ref<const std::string&>(), place);
    return std::vector<std::string>{json.get_ref<const std::string&>()};
  }
  if (!requireType(json, json.is_array(), "the id of a source or an array of such ids", place, context)) {
    return std::nullopt;
  }
  auto ids = TextListCodec{}.decode(json, place, context);
  for (std::size_t i = 0; ids && i < ids->size(); ++i) check((*ids)[i], place.item(i));
  return ids;
}

std::optional<std::string> SystemIdCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  auto id = TextCodec{}.decode(json, place, context);
  if (id && context.systemIds && context.systemIds->count(*id) == 0) {
    reportUnknownId(context, place, "system", *id, *context.systemIds,
                    "Define it in \"systems\" of the member \"cordon\", or name one that `cordon systems` lists.");
  }
  return id;
}

std::optional<std::map<std::string, std::string>> TextMapCodec::decode(const Json& json, const Place& place,
                                                                       ReadContext& context) const {
  if (!requireType(json, json.is_object(), "an object of texts by language, e.g. { \"ja\": \"...\" }", place,
                   context)) {
    return std::nullopt;
  }
  std::map<std::string, std::string> texts;
  for (const auto& member : json.items()) {
    const auto text = TextCodec{}.decode(member.value(), place.member(member.key()), context);
    if (text) texts.emplace(member.key(), *text);
  }
  return texts;
}

std::optional<std::vector<double>> DashCodec::decode(const Json& json, const Place& place, ReadContext& context) const {
  if (!requireType(json, json.is_array(), "an array of lengths in pixels", place, context)) return std::nullopt;
  std::vector<double> lengths;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto length = NumberCodec{0.0, 1000.0, true}.decode(json[i], place.item(i), context);
    if (!length) return std::nullopt;
    lengths.push_back(*length);
  }
  if (lengths.size() % 2 != 0) {
    context.error(place, "A dash pattern needs an even count of lengths.", "Give what is drawn and the gap in turn.");
    return std::nullopt;
  }
  return lengths;
}

Json DashCodec::encode(const std::vector<double>& lengths) const {
  Json json = Json::array();
  for (const double length : lengths) json.push_back(NumberCodec{}.encode(length));
  return json;
}

std::optional<std::vector<Moment>> TimesCodec::decode(const Json& json, const Place& place,
                                                      ReadContext& context) const {
  if (!requireType(json, json.is_array(), "an array of dates or times", place, context)) return std::nullopt;
  std::vector<Moment> times;
  bool isGood = true;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto moment = json[i].is_string() ? Moment::parse(json[i].get_ref<const std::string&>()) : std::nullopt;
    if (!moment) {
      context.error(place.item(i), fmt::format("This must be a date or time, not {}.", describeType(json[i])),
                    "Write \"2018-05-07\" or \"2018-05-07T14:30:00Z\".");
      isGood = false;
      continue;
    }
    if (!times.empty() && moment->date.lastDay() < times.back().date.firstDay()) {
      context.error(place.item(i), "This is earlier than the time before it.",
                    "Times follow the track from its first vertex to its last.");
      isGood = false;
    }
    times.push_back(*moment);
  }
  if (!isGood) return std::nullopt;
  return times;
}

Json TimesCodec::encode(const std::vector<Moment>& times) const {
  Json json = Json::array();
  for (const Moment& moment : times) json.push_back(moment.toString());
  return json;
}

}  // namespace cordon::scenario
