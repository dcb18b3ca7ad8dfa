#include <fmt/format.h>

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "geo/coordinate_format.h"
#include "geo/geodesic.h"

namespace cordon::geo {

namespace {

constexpr const char* kExamples = "Write for example 44.18, 145.96 or 44°10'48\"N 145°57'36\"E or 55TDJ1687192391.";

/// A sentence about what is wrong and one about the mend.
struct Complaint {
  std::string message;
  std::string mend = kExamples;
};

enum class Mark { Number, Sign, Degrees, Minutes, Seconds, Colon, Letter, Comma };

struct Token {
  Mark mark = Mark::Number;
  double number = 0.0;  ///< of a Number
  char letter = 0;      ///< of a Letter: N, S, E or W; of a Sign: + or -
  bool hasFraction = false;
};

/// Signs that mean the same as one ASCII sign; longer ones first.
struct Spelling {
  std::string_view text;
  Mark mark;
  char letter = 0;
};

constexpr std::array kSpellings{
    Spelling{"''", Mark::Seconds},    Spelling{"′′", Mark::Seconds},    Spelling{"″", Mark::Seconds},
    Spelling{"”", Mark::Seconds},     Spelling{"“", Mark::Seconds},     Spelling{"\"", Mark::Seconds},
    Spelling{"′", Mark::Minutes},     Spelling{"’", Mark::Minutes},     Spelling{"‘", Mark::Minutes},
    Spelling{"´", Mark::Minutes},     Spelling{"'", Mark::Minutes},     Spelling{"m", Mark::Minutes},
    Spelling{"°", Mark::Degrees},     Spelling{"º", Mark::Degrees},     Spelling{"˚", Mark::Degrees},
    Spelling{"d", Mark::Degrees},     Spelling{"D", Mark::Degrees},     Spelling{"−", Mark::Sign, '-'},
    Spelling{"–", Mark::Sign, '-'},   Spelling{"-", Mark::Sign, '-'},   Spelling{"+", Mark::Sign, '+'},
    Spelling{":", Mark::Colon},       Spelling{",", Mark::Comma},       Spelling{";", Mark::Comma},
    Spelling{"/", Mark::Comma},       Spelling{"N", Mark::Letter, 'N'}, Spelling{"n", Mark::Letter, 'N'},
    Spelling{"S", Mark::Letter, 'S'}, Spelling{"E", Mark::Letter, 'E'}, Spelling{"e", Mark::Letter, 'E'},
    Spelling{"W", Mark::Letter, 'W'}, Spelling{"w", Mark::Letter, 'W'},
};

constexpr std::array<std::string_view, 6> kSpaces{" ", "\t", "\r", "\n", "\xC2\xA0", "\xE2\x80\xAF"};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The word (or single sign) at the text's start, for messages; at most 20 bytes, never a torn character.
std::string_view firstWord(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && length < 20 && isLetter(text[length])) ++length;
  if (length > 0) return text.substr(0, length);
  length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
  return text.substr(0, length);
}

/// Consumes a number at the text's start.
std::optional<Token> takeNumber(std::string_view& text) {
  std::size_t length = 0;
  std::size_t points = 0;
  while (length < text.size() && (isDigit(text[length]) || text[length] == '.'))
    points += text[length++] == '.' ? 1U : 0U;
  Token token;
  const auto [end, error] = std::from_chars(text.data(), text.data() + length, token.number, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + length) return std::nullopt;
  token.hasFraction = points > 0;
  text.remove_prefix(length);
  return token;
}

/// Splits the text into marks; whatever is none is complained of.
std::optional<Complaint> tokenize(std::string_view text, std::vector<Token>& tokens) {
  while (!text.empty()) {
    const auto startsWith = [&](std::string_view prefix) { return text.starts_with(prefix); };
    const auto space = std::find_if(kSpaces.begin(), kSpaces.end(), startsWith);
    if (space != kSpaces.end()) {
      text.remove_prefix(space->size());
      continue;
    }
    if (isDigit(text.front()) || text.front() == '.') {
      const std::optional<Token> number = takeNumber(text);
      if (!number) return Complaint{"The position holds a number that cannot be read."};
      tokens.push_back(*number);
      continue;
    }
    const std::string_view word = firstWord(text);
    // A small s ends seconds after a number; anywhere else it is the south's letter.
    if (text.front() == 's' && word.size() <= 2) {
      const bool afterNumber = !tokens.empty() && tokens.back().mark == Mark::Number;
      const bool afterMinutes = tokens.size() > 1 && tokens[tokens.size() - 2].mark == Mark::Minutes;
      tokens.push_back(afterNumber && afterMinutes ? Token{Mark::Seconds} : Token{Mark::Letter, 0.0, 'S'});
      text.remove_prefix(1);
      continue;
    }
    const auto spelling =
        std::find_if(kSpellings.begin(), kSpellings.end(), [&](const Spelling& s) { return text.starts_with(s.text); });
    // Letters stand alone ("N") or against another mark's letter ("sN"); a longer word is none of ours.
    const bool isWord = isLetter(word.front()) && word.size() > 2;
    if (spelling == kSpellings.end() || isWord) {
      if (word == "nan" || word == "NaN" || word == "inf" || word == "Infinity" || word == "NAN") {
        return Complaint{fmt::format("\"{}\" is not a position.", word)};
      }
      return Complaint{fmt::format("\"{}\" is not part of a position.", word)};
    }
    tokens.push_back({spelling->mark, 0.0, spelling->letter});
    text.remove_prefix(spelling->text.size());
  }
  return std::nullopt;
}

std::size_t countMarks(std::span<const Token> tokens, Mark mark) {
  return static_cast<std::size_t>(
      std::count_if(tokens.begin(), tokens.end(), [mark](const Token& t) { return t.mark == mark; }));
}

/// The index of the (zero-based) n-th token with the mark.
std::size_t indexOf(std::span<const Token> tokens, Mark mark, std::size_t n) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].mark == mark && n-- == 0) return i;
  }
  return tokens.size();
}

/// Where the second coordinate begins; the comma, where there is one, is taken out.
std::optional<std::size_t> splitIndex(std::vector<Token>& tokens) {
  if (const std::size_t comma = indexOf(tokens, Mark::Comma, 0); comma < tokens.size()) {
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(comma));
    return comma;
  }
  if (countMarks(tokens, Mark::Letter) == 2) {
    const bool lettersLead = tokens.front().mark == Mark::Letter;
    return lettersLead ? indexOf(tokens, Mark::Letter, 1) : indexOf(tokens, Mark::Letter, 0) + 1;
  }
  const auto withSign = [&](std::size_t number) {
    return number > 0 && tokens[number - 1].mark == Mark::Sign ? number - 1 : number;
  };
  if (countMarks(tokens, Mark::Degrees) == 2) {
    const std::size_t degrees = indexOf(tokens, Mark::Degrees, 1);
    if (degrees == 0) return std::nullopt;
    return withSign(degrees - 1);
  }
  const std::size_t numbers = countMarks(tokens, Mark::Number);
  if (numbers < 2 || numbers % 2 != 0) return std::nullopt;
  return withSign(indexOf(tokens, Mark::Number, numbers / 2));
}

/// One half of a position: degrees with the sign of its letter, and the letter, or 0 without one.
struct Half {
  double degrees = 0.0;
  char letter = 0;

  bool isLatitude() const { return letter == 'N' || letter == 'S'; }
  bool isLongitude() const { return letter == 'E' || letter == 'W'; }
};

std::optional<Complaint> readHalf(std::span<const Token> tokens, Half& half) {
  std::array<double, 3> values{};
  std::size_t count = 0;
  std::optional<Mark> unit;
  bool signedHalf = false;
  bool negative = false;
  bool fraction = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    switch (token.mark) {
      case Mark::Sign:
        if (count > 0 || signedHalf) return Complaint{"A sign stands where none can be."};
        signedHalf = true;
        negative = token.letter == '-';
        break;
      case Mark::Letter:
        if (half.letter != 0) return Complaint{"One half of the position has two hemisphere letters."};
        if (count > 0 && i + 1 != tokens.size()) return Complaint{"A hemisphere letter stands among the numbers."};
        half.letter = token.letter;
        break;
      case Mark::Number:
        if (count == 3) return Complaint{"One half of the position has more than degrees, minutes and seconds."};
        if (fraction) return Complaint{"Only the last of degrees, minutes and seconds may have decimals."};
        fraction = token.hasFraction;
        values[count++] = token.number;
        break;
      case Mark::Colon:
        if (count == 0 || i + 1 == tokens.size() || tokens[i - 1].mark != Mark::Number ||
            tokens[i + 1].mark != Mark::Number) {
          return Complaint{"A colon must stand between two numbers."};
        }
        break;
      case Mark::Degrees:
      case Mark::Minutes:
      case Mark::Seconds: {
        const std::size_t expected = token.mark == Mark::Degrees ? 1 : token.mark == Mark::Minutes ? 2 : 3;
        if (count != expected || tokens[i - 1].mark != Mark::Number || unit == token.mark) {
          return Complaint{"The signs of degrees, minutes and seconds are out of order."};
        }
        unit = token.mark;
        break;
      }
      case Mark::Comma:
        return Complaint{"The position has more than one comma.", "Write a point before decimals: 44.18, 145.96."};
    }
  }
  if (count == 0) return Complaint{"One half of the position is missing."};
  if (signedHalf && half.letter != 0) {
    return Complaint{"A number has both a sign and a hemisphere letter.", "Leave one of them out."};
  }
  if (values[1] >= 60.0 || values[2] >= 60.0) {
    return Complaint{fmt::format("{} {} are not less than 60.", values[1] >= 60.0 ? values[1] : values[2],
                                 values[1] >= 60.0 ? "minutes" : "seconds")};
  }
  half.degrees = values[0] + values[1] / 60.0 + values[2] / 3600.0;
  if (negative || half.letter == 'S' || half.letter == 'W') half.degrees = -half.degrees;
  return std::nullopt;
}

/// Tells latitude from longitude and holds both to their ranges.
std::optional<Complaint> combine(Half first, Half second, LatLon& position) {
  if ((first.letter == 0) != (second.letter == 0)) {
    return Complaint{"Only one half of the position has a hemisphere letter.",
                     "Write one for both halves, or signs for both."};
  }
  if ((first.isLatitude() && second.isLatitude()) || (first.isLongitude() && second.isLongitude())) {
    return Complaint{
        fmt::format("Both halves of the position are {}.", first.isLatitude() ? "latitudes" : "longitudes"),
        "Write N or S once and E or W once."};
  }
  const bool swapped = first.isLongitude();
  const double latDegrees = swapped ? second.degrees : first.degrees;
  const double lonDegrees = swapped ? first.degrees : second.degrees;
  if (!(std::abs(latDegrees) <= 90.0)) {
    Complaint complaint{fmt::format("The latitude {} is not between -90 and 90 degrees.", latDegrees)};
    if (std::abs(lonDegrees) <= 90.0 && std::abs(latDegrees) <= 360.0) {
      complaint.mend = first.letter == 0 ? "Latitude comes first: are the two swapped?" : "Are the letters swapped?";
    }
    return complaint;
  }
  if (!(lonDegrees >= -180.0 && lonDegrees <= 360.0)) {
    return Complaint{fmt::format("The longitude {} is not between -180 and 360 degrees.", lonDegrees)};
  }
  position = LatLon::fromDegrees(latDegrees, lonDegrees >= 180.0 ? lonDegrees - 360.0 : lonDegrees);
  return std::nullopt;
}

/// The text in capitals without spaces if it has the form of an MGRS reference with its square of 100 km.
std::optional<std::string> mgrsText(std::string_view text) {
  std::string compact;
  for (const char c : text) {
    if (c == ' ' || c == '\t') continue;
    if (!isDigit(c) && !isLetter(c)) return std::nullopt;
    compact += isDigit(c) ? c : static_cast<char>(c & ~0x20);
  }
  std::size_t zoneDigits = 0;
  while (zoneDigits < compact.size() && isDigit(compact[zoneDigits])) ++zoneDigits;
  if (zoneDigits > 2 || compact.size() < zoneDigits + 3) return std::nullopt;
  for (std::size_t i = 0; i < compact.size(); ++i) {
    const bool wantsLetter = i >= zoneDigits && i < zoneDigits + 3;
    if (isLetter(compact[i]) != wantsLetter) return std::nullopt;
  }
  return compact;
}

std::optional<Complaint> readMgrs(const std::string& text, LatLon& position) {
  try {
    int zone = 0;
    bool north = true;
    double easting = 0.0;
    double northing = 0.0;
    int digits = 0;
    GeographicLib::MGRS::Reverse(text, zone, north, easting, northing, digits, true);
    double latDegrees = 0.0;
    double lonDegrees = 0.0;
    GeographicLib::UTMUPS::Reverse(zone, north, easting, northing, latDegrees, lonDegrees);
    position = LatLon::fromDegrees(latDegrees, lonDegrees >= 180.0 ? lonDegrees - 360.0 : lonDegrees);
    return std::nullopt;
  } catch (const GeographicLib::GeographicErr& error) {
    return Complaint{fmt::format("The MGRS reference \"{}\" names no square: {}.", text.substr(0, 40), error.what()),
                     "Write zone, band, square and an even number of digits: 55TDJ1687192391."};
  }
}

std::optional<Complaint> read(std::string_view text, LatLon& position) {
  constexpr std::size_t kLongestText = 200;
  if (text.size() > kLongestText) return Complaint{"The position is longer than any position is."};
  if (const std::optional<std::string> mgrs = mgrsText(text)) return readMgrs(*mgrs, position);
  std::vector<Token> tokens;
  if (std::optional<Complaint> complaint = tokenize(text, tokens)) return complaint;
  if (tokens.empty()) return Complaint{"The position is empty."};
  if (countMarks(tokens, Mark::Comma) > 1) {
    return Complaint{"The position has more than one comma.", "Write a point before decimals: 44.18, 145.96."};
  }
  const std::optional<std::size_t> split = splitIndex(tokens);
  if (!split) return Complaint{"The position does not divide into a latitude and a longitude."};
  Half first;
  Half second;
  const std::span<const Token> all(tokens);
  if (std::optional<Complaint> complaint = readHalf(all.first(*split), first)) return complaint;
  if (std::optional<Complaint> complaint = readHalf(all.subspan(*split), second)) return complaint;
  return combine(first, second, position);
}

}  // namespace

Result<LatLon> parseCoordinates(std::string_view text) {
  LatLon position;
  if (std::optional<Complaint> complaint = read(text, position)) {
    return Result<LatLon>::failure(plainError(std::move(complaint->message), std::move(complaint->mend)));
  }
  return position;
}

}  // namespace cordon::geo
