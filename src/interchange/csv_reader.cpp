#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "interchange/column_text.h"
#include "interchange/readers.h"
#include "interchange/utf8.h"
#include "scenario/words.h"

namespace cordon::interchange {

namespace {

/// An apostrophe keeps a spreadsheet from taking a text for a formula; it is no part of the text.
void dropFormulaGuard(std::string& cell) {
  if (cell.size() > 1 && cell.front() == '\'' && std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos) {
    cell.erase(0, 1);
  }
}

/// A row of nothing but separators would take 30 times its length in memory: beyond this they count as text.
constexpr std::size_t kMostColumns = 10'000;

/// Splits a table into rows of cells (RFC 4180), one at a time.
class CsvText {
 public:
  CsvText(std::string_view text, char separator) : text_(text), separator_(separator) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  }

  /// The next row that is not empty; false at the end.
  bool next(std::vector<std::string>& row) {
    while (at_ < text_.size()) {
      row.assign(1, {});
      bool isQuoted = false;
      for (; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (isQuoted) {
          if (c != '"') {
            row.back() += c;
          } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            row.back() += text_[++at_];
          } else {
            isQuoted = false;
          }
        } else if (c == '"' && row.back().empty()) {
          isQuoted = true;
        } else if (c == separator_ && row.size() < kMostColumns) {
          row.emplace_back();
        } else if (c == '\n') {
          ++at_;
          break;
        } else if (c != '\r') {
          row.back() += c;
        }
      }
      for (std::string& cell : row) dropFormulaGuard(cell);
      if (row.size() > 1 || !row.front().empty()) return true;
    }
    return false;
  }

 private:
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

char separatorOf(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', ';', '\t', '|'}) {
    const auto count = std::count(first.begin(), first.end(), candidate);
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

/// Letters and digits alone, in lower case: "Radius (km)" is "radiuskm".
std::string plain(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      result += c;
    } else if (std::isalnum(byte) != 0) {
      result += static_cast<char>(std::tolower(byte));
    }
  }
  return result;
}

using Names = std::vector<std::string_view>;

/// The columns that bear one of the names; names earlier in the list come first and hide later ones.
std::vector<std::string> fitting(const std::vector<std::string>& columns, const Names& names) {
  for (const std::string_view name : names) {
    std::vector<std::string> found;
    for (const std::string& column : columns) {
      if (plain(column) == name) found.push_back(column);
    }
    if (!found.empty()) return found;
  }
  return {};
}

struct RadiusUnit {
  std::string_view ending;
  double km;
};
constexpr std::array<RadiusUnit, 8> kRadiusUnits{{{"km", 1.0},
                                                  {"nmi", 1.852},
                                                  {"nm", 1.852},
                                                  {"sm", 1.852},
                                                  {"miles", 1.609344},
                                                  {"mi", 1.609344},
                                                  {"meters", 0.001},
                                                  {"m", 0.001}}};

/// The radius's column by its name, with its unit.
void guessRadius(TablePreview& table) {
  static const Names kNames{"radius", "range",   "reach",     "reichweite", "portee",
                            "portée", "alcance", "дальность", "радиус",     "射程"};
  for (const std::string_view name : kNames) {
    for (const std::string& column : table.columns) {
      const std::string own = plain(column);
      if (own == name) {
        table.guess.radius = column;
        table.doubts.push_back({Severity::Warning,
                                fmt::format("The column {} does not say its unit: km is taken.", column), "", "",
                                std::nullopt, fmt::format("Say it: --columns radius={},radius_unit=nmi", column)});
        return;
      }
      for (const RadiusUnit& unit : kRadiusUnits) {
        if (own == std::string(name) + std::string(unit.ending)) {
          table.guess.radius = column;
          table.guess.radiusUnitKm = unit.km;
          return;
        }
      }
    }
  }
}

/// What a column of a key holds, in words: "the latitude".
std::string_view wordOfKey(std::string_view key) {
  if (key == "lat") return "latitude";
  if (key == "lon") return "longitude";
  if (key == "from" || key == "to") return key == "from" ? "first day" : "last day";
  return key;
}

void guessOne(TablePreview& table, std::string_view what, const Names& names, bool isNeeded,
              std::optional<std::string>& choice) {
  const std::vector<std::string> found = fitting(table.columns, names);
  if (found.size() == 1) {
    choice = found.front();
    return;
  }
  if (found.empty() && !isNeeded) return;
  std::string list;
  for (const std::string& column : found.empty() ? table.columns : found) {
    if (!list.empty()) list += ", ";
    list += column;
  }
  table.doubts.push_back({isNeeded ? Severity::Error : Severity::Warning,
                          found.empty() ? fmt::format("No column is known to hold the {}.", wordOfKey(what))
                                        : fmt::format("Several columns could hold the {}.", wordOfKey(what)),
                          "", "", std::nullopt, fmt::format("Name it: --columns {}=COLUMN, one of {}", what, list)});
}

std::optional<double> numberOf(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  // A comma as the decimal sign, as tables with semicolons have it.
  std::string own(text);
  if (own.find('.') == std::string::npos) std::replace(own.begin(), own.end(), ',', '.');
  double value = 0.0;
  const auto [end, error] = std::from_chars(own.data(), own.data() + own.size(), value);
  if (error != std::errc() || end != own.data() + own.size()) return std::nullopt;
  return value;
}

Diagnostic notUtf8() {
  return plainError("The table is no text in UTF-8.", "Save it as UTF-8; spreadsheets call that CSV UTF-8.");
}

/// Reads the rows of one table; lives for one call.
class TableReader {
 public:
  TableReader(std::vector<std::string> columns, const ColumnChoice& choice, DocumentBuilder& builder)
      : columns_(std::move(columns)), builder_(builder), unitKm_(choice.radiusUnitKm) {
    lat_ = find(choice.lat, "lat");
    lon_ = find(choice.lon, "lon");
    name_ = find(choice.name, "name");
    radius_ = find(choice.radius, "radius");
    system_ = find(choice.system, "system");
    status_ = find(choice.status, "status");
    from_ = find(choice.from, "from");
    to_ = find(choice.to, "to");
  }

  bool isUsable() const { return isUsable_ && lat_ && lon_; }

  bool read(const std::vector<std::string>& row) {
    const auto cell = [&row](const std::optional<std::size_t>& column) -> std::string {
      return column && *column < row.size() ? row[*column] : std::string();
    };
    const std::optional<double> lat = numberOf(cell(lat_));
    const std::optional<double> lon = numberOf(cell(lon_));
    const std::string name = cell(name_);
    if (!lat || !lon || !isPosition(*lat, *lon)) {
      builder_.losses().add("rows without a position", name);
      return true;
    }
    if (!builder_.countVertices(1)) return false;
    ForeignFeature feature;
    feature.name = name;
    feature.geometry = std::vector<geo::LatLon>{geo::LatLon::fromDegrees(*lat, *lon)};
    const std::string from = cell(from_);
    const std::string to = cell(to_);
    feature.from = dateOfText(from);
    feature.to = dateOfText(to);
    if (!from.empty() && !feature.from) builder_.losses().add("dates that are none", from);
    if (!to.empty() && !feature.to) builder_.losses().add("dates that are none", to);
    addRange(cell(radius_), cell(system_), cell(status_), feature);
    for (std::size_t i = 0; i < columns_.size() && i < row.size(); ++i) {
      const bool isTaken = std::optional(i) == lat_ || std::optional(i) == lon_ || std::optional(i) == name_ ||
                           (!feature.ranges.empty() && std::optional(i) == radius_) ||
                           (!feature.ranges.empty() && std::optional(i) == system_) ||
                           (!feature.ranges.empty() && std::optional(i) == status_) || std::optional(i) == from_ ||
                           std::optional(i) == to_;
      if (!isTaken && !row[i].empty()) feature.attributes[columns_[i]] = row[i];
    }
    if (row.size() > columns_.size()) builder_.losses().add("cells beyond the last column", name);
    return builder_.add(std::move(feature));
  }

 private:
  std::optional<std::size_t> find(const std::optional<std::string>& column, std::string_view what) {
    if (!column) return std::nullopt;
    const std::optional<std::size_t> number = numberedColumn(*column);
    if (number && *number < columns_.size()) return number;
    const auto found = std::find(columns_.begin(), columns_.end(), *column);
    if (!number && found != columns_.end()) return static_cast<std::size_t>(found - columns_.begin());
    std::string list;
    for (const std::string& one : columns_) {
      if (!list.empty()) list += ", ";
      list += one;
    }
    builder_.tell(Severity::Error, fmt::format("There is no column {} for the {}.", *column, what),
                  fmt::format("The columns are {}", list));
    isUsable_ = false;
    return std::nullopt;
  }

  void addRange(const std::string& radius, const std::string& system, const std::string& status,
                ForeignFeature& feature) {
    if (radius.empty()) return;
    const std::optional<double> number = numberOf(radius);
    if (!number) {
      builder_.losses().add("radii that are no numbers", radius);
      return;
    }
    ForeignRange range;
    range.km = *number * unitKm_;
    range.systemId = system;
    for (const auto& word : scenario::words<scenario::Status>()) {
      if (word.text == plain(status)) range.status = word.value;
    }
    if (!status.empty() && !range.status) builder_.losses().add("statuses that are unknown", status);
    range.from = feature.from;
    range.to = feature.to;
    feature.from.reset();
    feature.to.reset();
    feature.ranges.push_back(std::move(range));
  }

  std::vector<std::string> columns_;
  DocumentBuilder& builder_;
  double unitKm_;
  std::optional<std::size_t> lat_, lon_, name_, radius_, system_, status_, from_, to_;
  bool isUsable_ = true;
};

}  // namespace

TablePreview previewTable(std::string_view text, std::size_t mostRows) {
  TablePreview table;
  table.separator = separatorOf(text);
  CsvText csv(text, table.separator);
  csv.next(table.columns);
  std::vector<std::string> row;
  while (table.rows.size() < mostRows && csv.next(row)) {
    row.resize(table.columns.size());
    table.rows.push_back(row);
    std::vector<std::optional<double>>& numbers = table.numbers.emplace_back();
    for (const std::string& cell : row) numbers.push_back(numberOf(cell));
  }
  guessOne(table, "lat",
           {"lat", "latitude", "latdeg", "latdd", "breite", "breitengrad", "latitud", "широта", "緯度", "y", "ycoord"},
           true, table.guess.lat);
  guessOne(table, "lon",
           {"lon", "longitude", "lng", "long", "londeg", "londd", "länge", "laenge", "längengrad", "laengengrad",
            "longitud", "долгота", "経度", "x", "xcoord"},
           true, table.guess.lon);
  guessOne(table, "name",
           {"name", "title", "label", "site", "place", "station", "ort", "bezeichnung", "nom", "nombre", "название",
            "名前", "id"},
           false, table.guess.name);
  guessOne(table, "system", {"system", "systemid", "weapon"}, false, table.guess.system);
  guessOne(table, "status", {"status", "state"}, false, table.guess.status);
  guessOne(table, "from", {"from", "begin", "start", "von"}, false, table.guess.from);
  guessOne(table, "to", {"to", "end", "until", "bis"}, false, table.guess.to);
  guessRadius(table);
  if (!isUtf8(text)) table.doubts.push_back(notUtf8());
  return table;
}

void readCsv(const std::string& text, const ImportOptions& options, DocumentBuilder& builder) {
  if (!isUtf8(text)) {
    const Diagnostic problem = notUtf8();
    builder.tell(problem.severity, problem.message, problem.mend);
    return;
  }
  const TablePreview table = previewTable(text, 0);
  const ColumnChoice& choice = options.columns ? *options.columns : table.guess;
  if (!options.columns) {
    for (const Diagnostic& doubt : table.doubts) builder.tell(doubt.severity, doubt.message, doubt.mend);
  } else if (!choice.lat || !choice.lon) {
    builder.tell(Severity::Error, "The columns of latitude and longitude are needed.",
                 "Name both: --columns lat=..,lon=..");
  }
  TableReader reader(table.columns, choice, builder);
  if (!reader.isUsable()) return;
  CsvText csv(text, table.separator);
  std::vector<std::string> row;
  csv.next(row);
  while (csv.next(row)) {
    if (!reader.read(row)) return;
  }
}

}  // namespace cordon::interchange
