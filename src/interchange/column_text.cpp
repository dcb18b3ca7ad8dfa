#include "interchange/column_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace cordon::interchange {

namespace {

/// Takes one part, "lat=Breite"; false where it is none.
bool takePart(std::string_view part, ColumnChoice& choice) {
  const std::size_t sign = part.find('=');
  if (sign == std::string_view::npos) return false;
  const std::string_view key = part.substr(0, sign);
  const std::string_view value = part.substr(sign + 1);
  if (key == "radius_unit") {
    const auto* const unit = std::find_if(kRadiusUnitWords.begin(), kRadiusUnitWords.end(),
                                          [&](const auto& known) { return known.first == value; });
    if (unit == kRadiusUnitWords.end()) return false;
    choice.radiusUnitKm = unit->second;
    return true;
  }
  const std::array<std::pair<std::string_view, std::optional<std::string>*>, 8> keys{{{"lat", &choice.lat},
                                                                                      {"lon", &choice.lon},
                                                                                      {"name", &choice.name},
                                                                                      {"radius", &choice.radius},
                                                                                      {"system", &choice.system},
                                                                                      {"status", &choice.status},
                                                                                      {"from", &choice.from},
                                                                                      {"to", &choice.to}}};
  for (const auto& [word, column] : keys) {
    if (word != key) continue;
    if (value.empty()) {
      column->reset();
    } else {
      *column = std::string(value);
    }
    return true;
  }
  return false;
}

}  // namespace

Result<ColumnChoice> readColumns(std::string_view text, ColumnChoice otherwise) {
  ColumnChoice choice = std::move(otherwise);
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string_view part = text.substr(at, end - at);
    at = end + 1;
    if (!takePart(part, choice)) {
      return Result<ColumnChoice>::failure(plainError(
          fmt::format("\"{}\" names no column.", part),
          "Write e.g. lat=Breite,lon=Laenge,name=Ort,radius=R,radius_unit=nmi; also system, status, from, to; "
          "#3 is the third column; units are km, m, nmi and mi."));
    }
  }
  return choice;
}

std::optional<std::size_t> numberedColumn(std::string_view value) {
  if (value.size() < 2 || value.front() != '#') return std::nullopt;
  value.remove_prefix(1);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number == 0) return std::nullopt;
  return number - 1;
}

}  // namespace cordon::interchange
