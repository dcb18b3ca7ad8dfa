#include "interchange/foreign_feature.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/parts.h"
#include "scenario/words.h"

namespace cordon::interchange {

namespace {

/// Half the Earth's circumference, as the scenario format bounds lengths.
constexpr double kMostRangeKm = 20037.0;

/// An id of a name: letters, digits and what is not ASCII; the rest becomes "-".
std::string slug(const std::string& name) {
  std::string id;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '.' || c == '_') {
      id += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

/// The GeoJSON that a feature would have been read from: what the scenario format does not know stands in it.
scenario::Origin originOf(const Json& attributes, scenario::FeatureKind kind, const scenario::Geometry& geometry) {
  if (attributes.empty()) return {};
  auto json = std::make_shared<Json>(Json{{"type", "Feature"}, {"geometry", nullptr}, {"properties", Json::object()}});
  // A position at 0, 0 is what a feature without one has: the writer would take it for unchanged.
  if (std::holds_alternative<geo::LatLon>(geometry)) (*json)["geometry"] = scenario::writeGeometry(geometry);
  (*json)["properties"]["kind"] = scenario::toWord(kind);
  (*json)["properties"]["attributes"] = attributes;
  return scenario::Origin(std::move(json));
}

}  // namespace

bool isPosition(double latDegrees, double lonDegrees) {
  return std::abs(latDegrees) <= 90.0 && std::abs(lonDegrees) <= 360.0;
}

std::optional<scenario::Date> dateOfText(std::string_view text) {
  std::string normal(text.substr(0, 10));
  std::replace(normal.begin(), normal.end(), '/', '-');
  for (const std::size_t length : {std::size_t{10}, std::size_t{7}, std::size_t{4}}) {
    if (normal.size() < length) continue;
    if (text.size() > length && std::isdigit(static_cast<unsigned char>(text[length])) != 0) continue;
    if (auto date = scenario::Date::parse(std::string_view(normal).substr(0, length))) return date;
  }
  return std::nullopt;
}

std::string colorOfText(std::string_view text) {
  if (text.empty() || text.front() != '#') return {};
  std::string color = "#";
  if (text.size() == 4) {
    for (const char c : text.substr(1)) color.append(2, c);
  } else if (text.size() == 7 || text.size() == 9) {
    color = text.substr(0, 7);
  } else {
    return {};
  }
  for (char& c : color) {
    if (c != '#' && std::isxdigit(static_cast<unsigned char>(c)) == 0) return {};
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return color;
}

DocumentBuilder::DocumentBuilder(const std::string& file, const scenario::Catalogue& catalogue)
    : file_(file), catalogue_(catalogue) {}

void DocumentBuilder::tell(Severity severity, std::string message, std::string mend) {
  told_.push_back({severity, std::move(message), file_, "", std::nullopt, std::move(mend)});
}

bool DocumentBuilder::countVertices(std::size_t count) {
  if (isFull_) return false;
  vertices_ += count;
  if (vertices_ <= kMostVertices) return true;
  isFull_ = true;
  tell(Severity::Error, fmt::format("The file has more than {} vertices.", kMostVertices),
       "Split it, or simplify its lines and areas.");
  return false;
}

std::string DocumentBuilder::uniqueId(const std::string& wanted) {
  const std::string base = wanted.empty() ? scenario::featureIdIfNone(document_.features.size()) : wanted;
  std::string id = base;
  for (int number = 2; !ids_.insert(id).second; ++number) id = fmt::format("{}-{}", base, number);
  return id;
}

std::string DocumentBuilder::systemOf(const ForeignRange& range) {
  const std::string key = fmt::format("{}\n{}\n{}\n{}", range.systemId, range.systemName, range.km, range.minimumKm);
  const auto known = systems_.find(key);
  if (known != systems_.end()) return known->second;
  const scenario::System* listed = catalogue_.findSystem(range.systemId);
  const bool isListed = listed != nullptr && listed->defaultRange() != nullptr &&
                        listed->defaultRange()->maxKm == range.km && !systemIds_.contains(listed->id);
  scenario::System system;
  if (isListed) {
    system = *listed;
    system.fromCatalogue = true;
    for (const scenario::RangeClaim& claim : system.ranges) {
      for (const std::string& id : claim.sources) {
        const scenario::Source* source = catalogue_.findSource(id);
        if (source == nullptr || document_.findSource(id) != nullptr) continue;
        document_.sources.push_back(*source);
        document_.sources.back().fromCatalogue = true;
      }
    }
  } else {
    system.name = !range.systemName.empty() ? range.systemName
                  : !range.systemId.empty() ? range.systemId
                                            : fmt::format("{} km", range.km);
    std::string base = range.systemId.empty() ? slug(system.name) : range.systemId;
    if (base.empty()) base = "system";
    system.id = base;
    for (int number = 2; systemIds_.contains(system.id) || catalogue_.findSystem(system.id) != nullptr; ++number) {
      system.id = fmt::format("{}-{}", base, number);
    }
    system.color = range.color.empty() ? scenario::defaultColor(system.id) : range.color;
    scenario::RangeClaim claim;
    claim.minKm = claim.maxKm = range.km;
    claim.meaning = "as the imported file says";
    system.ranges.push_back(std::move(claim));
    if (range.minimumKm > 0.0) system.minimumRangeKm = range.minimumKm;
  }
  systemIds_.insert(system.id);
  systems_.emplace(key, system.id);
  document_.systems.push_back(std::move(system));
  return document_.systems.back().id;
}

void DocumentBuilder::addOne(const ForeignFeature& source, scenario::FeatureKind kind, scenario::Geometry geometry,
                             std::size_t part) {
  scenario::Feature feature;
  const std::string wanted = !source.id.empty() ? source.id : slug(source.name);
  feature.id = uniqueId(part == 0 ? wanted : wanted.empty() ? "" : fmt::format("{}-{}", wanted, part + 1));
  feature.kind = kind;
  feature.geometry = std::move(geometry);
  feature.name = source.name;
  feature.remarks = source.text;
  feature.group = source.group;
  feature.from = source.from;
  feature.to = source.to;
  if (feature.from && feature.to && feature.to->lastDay() < feature.from->firstDay()) {
    losses_.add("ends that are before their beginnings", feature.id);
    feature.to.reset();
  }
  feature.style = source.style;
  if (kind == scenario::FeatureKind::Track) feature.times = source.times;
  for (const ForeignRange& range : source.ranges) {
    if (kind != scenario::FeatureKind::Site) {
      losses_.add("radii of what is no point", feature.id);
      continue;
    }
    if (!(range.km > 0.0 && range.km <= kMostRangeKm && range.minimumKm >= 0.0 && range.minimumKm < range.km)) {
      losses_.add("radii that are not over 0 and at most 20037 km", fmt::format("{}: {} km", feature.id, range.km));
      continue;
    }
    scenario::SystemAssignment statement;
    statement.systemId = systemOf(range);
    statement.status = range.status.value_or(scenario::Status::Reported);
    statement.from = range.from;
    statement.to = range.to;
    if (statement.from && statement.to && statement.to->lastDay() < statement.from->firstDay()) {
      losses_.add("ends that are before their beginnings", feature.id);
      statement.to.reset();
    }
    statement.remarks = range.remarks;
    feature.systems.push_back(std::move(statement));
  }
  feature.origin = originOf(source.attributes, kind, feature.geometry);
  document_.features.push_back(std::move(feature));
}

bool DocumentBuilder::add(ForeignFeature feature) {
  if (isFull_) return false;
  if (document_.features.size() >= kMostFeatures) {
    isFull_ = true;
    tell(Severity::Error, fmt::format("The file has more than {} features.", kMostFeatures), "Split it.");
    return false;
  }
  // 100 nautical miles are 185.2 km, not 185.20000000000002.
  for (ForeignRange& range : feature.ranges) {
    range.km = std::round(range.km * 1e6) / 1e6;
    range.minimumKm = std::round(range.minimumKm * 1e6) / 1e6;
  }
  if (auto* points = std::get_if<std::vector<geo::LatLon>>(&feature.geometry)) {
    for (std::size_t i = 0; i < points->size(); ++i) {
      addOne(feature, scenario::FeatureKind::Site, (*points)[i], i);
    }
  } else if (auto* lines = std::get_if<std::vector<scenario::Path>>(&feature.geometry)) {
    const auto isEarlier = [](const scenario::Moment& a, const scenario::Moment& b) {
      return std::pair(a.date.firstDay(), a.secondOfDayUtc.value_or(0)) <
             std::pair(b.date.firstDay(), b.secondOfDayUtc.value_or(0));
    };
    bool isTrack = !feature.times.empty() && lines->size() == 1 && lines->front().size() == feature.times.size();
    if (isTrack && !std::is_sorted(feature.times.begin(), feature.times.end(), isEarlier)) isTrack = false;
    if (!isTrack) losses_.add("times of vertices", feature.name, feature.times.size());
    scenario::Geometry geometry = std::move(*lines);
    addOne(feature, isTrack ? scenario::FeatureKind::Track : scenario::FeatureKind::Line, std::move(geometry), 0);
  } else {
    scenario::Geometry geometry = std::get<std::vector<scenario::Polygon>>(std::move(feature.geometry));
    addOne(feature, scenario::FeatureKind::Area, std::move(geometry), 0);
  }
  return true;
}

Result<scenario::Document> DocumentBuilder::finish() {
  if (!hasErrors(told_) && document_.features.empty()) {
    for (Diagnostic& lost : losses_.diagnostics(file_)) told_.push_back(std::move(lost));
    tell(Severity::Error, "Nothing in the file has a place on the map.", "");
  } else {
    for (Diagnostic& lost : losses_.diagnostics(file_)) told_.push_back(std::move(lost));
  }
  if (hasErrors(told_)) return Result<scenario::Document>::failure(std::move(told_));
  return Result<scenario::Document>(std::move(document_), std::move(told_));
}

}  // namespace cordon::interchange
