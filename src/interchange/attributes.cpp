#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <string_view>

#include "interchange/readers.h"
#include "scenario/words.h"

namespace cordon::interchange {

namespace {

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// Takes the first of the names that is there, in any case of letters; null where none is.
Json take(Json& attributes, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (auto item = attributes.begin(); item != attributes.end(); ++item) {
      if (lowered(item.key()) != name || item->is_null()) continue;
      Json value = std::move(*item);
      attributes.erase(item);
      return value;
    }
  }
  return nullptr;
}

std::string takeText(Json& attributes, std::initializer_list<std::string_view> names) {
  const Json value = take(attributes, names);
  if (value.is_null()) return {};
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::optional<double> numberOf(const Json& value) {
  if (value.is_number()) return value.get<double>();
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void takeDate(Json& attributes, std::initializer_list<std::string_view> names, std::optional<scenario::Date>& date) {
  for (const std::string_view name : names) {
    for (auto item = attributes.begin(); item != attributes.end(); ++item) {
      if (lowered(item.key()) != name || !item->is_string()) continue;
      const auto found = dateOfText(item->get_ref<const std::string&>());
      if (!found) continue;
      date = found;
      attributes.erase(item);
      return;
    }
  }
}

void takeRange(ForeignFeature& feature) {
  struct Unit {
    std::string_view name;
    double km;
  };
  static constexpr std::array<Unit, 10> kNames{{{"radius_km", 1.0},
                                                {"range_km", 1.0},
                                                {"radius_m", 0.001},
                                                {"range_m", 0.001},
                                                {"radius_nm", 1.852},
                                                {"range_nm", 1.852},
                                                {"radius_nmi", 1.852},
                                                {"range_nmi", 1.852},
                                                {"radius_mi", 1.609344},
                                                {"range_mi", 1.609344}}};
  for (const Unit& unit : kNames) {
    const Json value = take(feature.attributes, {unit.name});
    if (value.is_null()) continue;
    const std::optional<double> number = numberOf(value);
    if (!number || !(*number > 0.0)) {
      feature.attributes[std::string(unit.name)] = value;
      continue;
    }
    ForeignRange range;
    range.km = *number * unit.km;
    range.systemId = takeText(feature.attributes, {"system"});
    range.systemName = takeText(feature.attributes, {"system_name"});
    if (const auto inner = numberOf(take(feature.attributes, {"inner_radius_km"}))) range.minimumKm = *inner;
    const std::string status = lowered(takeText(feature.attributes, {"status"}));
    for (const auto& word : scenario::words<scenario::Status>()) {
      if (word.text == status) range.status = word.value;
    }
    if (!range.status && !status.empty()) feature.attributes["status"] = status;
    range.from = feature.from;
    range.to = feature.to;
    feature.from.reset();
    feature.to.reset();
    feature.ranges.push_back(std::move(range));
    return;
  }
}

}  // namespace

void takeKnownAttributes(ForeignFeature& feature) {
  Json& attributes = feature.attributes;
  if (feature.name.empty()) feature.name = takeText(attributes, {"name", "title", "label"});
  if (feature.text.empty()) feature.text = takeText(attributes, {"description", "desc", "remarks", "cmt"});
  takeDate(attributes, {"from", "begin", "visiblefromt", "start"}, feature.from);
  takeDate(attributes, {"to", "end", "visibleuntilt"}, feature.to);
  const bool isPoint = std::holds_alternative<std::vector<geo::LatLon>>(feature.geometry);
  if (isPoint) takeRange(feature);
  const auto takeColor = [&attributes](std::string_view name, std::optional<std::string>& color) {
    const Json value = take(attributes, {name});
    if (value.is_null()) return;
    std::string found = value.is_string() ? colorOfText(value.get_ref<const std::string&>()) : "";
    if (found.empty()) {
      attributes[std::string(name)] = value;
    } else {
      color = std::move(found);
    }
  };
  takeColor(isPoint ? "marker-color" : "stroke", feature.style.color);
  if (isPoint) return;
  takeColor("fill", feature.style.fill);
  if (const auto width = numberOf(take(attributes, {"stroke-width"})); width && *width > 0.0 && *width <= 50.0) {
    feature.style.widthPixels = *width;
  }
  if (const auto opacity = numberOf(take(attributes, {"fill-opacity"}));
      opacity && *opacity >= 0.0 && *opacity <= 1.0) {
    feature.style.fillOpacity = *opacity;
  }
}

}  // namespace cordon::interchange
