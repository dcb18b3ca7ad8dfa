#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/read_context.h"
#include "scenario/words.h"

/// A codec turns one kind of JSON value into a value of the model and back:
///   std::optional<T> decode(const Json&, const Place&, ReadContext&) const;  // nothing: the context has the error
///   Json encode(const T&) const;                                             // decodes to an equal value
namespace cordon::scenario {

/// Half the Earth's circumference: a longer range would reach every place.
inline constexpr double kMostKm = 20037.0;

struct TextCodec {
  std::optional<std::string> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::string& text) const { return text; }
};

/// An http or https address, or an empty text.
struct UrlCodec {
  std::optional<std::string> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::string& text) const { return text; }
};

/// "#rrggbb"; made lower case.
struct ColorCodec {
  std::optional<std::string> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::string& text) const { return text; }
};

/// One of symbolNames().
struct SymbolCodec {
  std::optional<std::string> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::string& text) const { return text; }
};

struct BoolCodec {
  std::optional<bool> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(bool value) const { return value; }
};

struct NumberCodec {
  double least = std::numeric_limits<double>::lowest();
  double most = std::numeric_limits<double>::max();
  bool excludesLeast = false;
  bool excludesMost = false;

  std::optional<double> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(double value) const;
};

struct IntegerCodec {
  int least;
  int most;

  std::optional<int> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(int value) const { return value; }
};

struct DateCodec {
  std::optional<Date> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const Date& date) const { return date.toString(); }
};

/// An array of texts; `allowed` empty: any text. A "-" before an allowed one is let through where `allowsMinus`.
struct TextListCodec {
  const std::vector<std::string>* allowed = nullptr;
  bool allowsMinus = false;

  std::optional<std::vector<std::string>> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::vector<std::string>& texts) const { return texts; }
};

/// Ids of sources: an array, or one text alone.
struct SourceIdsCodec {
  std::optional<std::vector<std::string>> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::vector<std::string>& ids) const { return ids; }
};

/// The id of a system.
struct SystemIdCodec {
  std::optional<std::string> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::string& id) const { return id; }
};

/// Texts by language.
struct TextMapCodec {
  std::optional<std::map<std::string, std::string>> decode(const Json& json, const Place& place,
                                                           ReadContext& context) const;
  Json encode(const std::map<std::string, std::string>& texts) const { return texts; }
};

/// Lengths in pixels of what is drawn and left out in turn: an even count of numbers over 0.
struct DashCodec {
  std::optional<std::vector<double>> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::vector<double>& lengths) const;
};

/// Moments that do not go back.
struct TimesCodec {
  std::optional<std::vector<Moment>> decode(const Json& json, const Place& place, ReadContext& context) const;
  Json encode(const std::vector<Moment>& times) const;
};

/// Reads a text, one of a list of words; the error lists them.
std::optional<std::size_t> decodeWord(const Json& json, const std::vector<std::string_view>& allowed,
                                      const Place& place, ReadContext& context);

template <typename Value>
struct WordCodec {
  std::optional<Value> decode(const Json& json, const Place& place, ReadContext& context) const {
    if (json.is_string()) {
      for (const Word<Value>& word : words<Value>()) {
        if (json.get_ref<const std::string&>() == word.text) return word.value;
      }
    }
    std::vector<std::string_view> texts;
    for (const Word<Value>& word : words<Value>()) texts.push_back(word.text);
    decodeWord(json, texts, place, context);
    return std::nullopt;
  }
  Json encode(Value value) const { return toWord(value); }
};

/// Whether the value is of a JSON type; the error says what was wanted and what is there.
bool requireType(const Json& json, bool hasType, std::string_view wanted, const Place& place, ReadContext& context);

}  // namespace cordon::scenario
