#include "app/diff_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "geo/coordinate_format.h"
#include "scenario/json_text.h"
#include "scenario/parts.h"
#include "scenario/words.h"

namespace cordon::app {

namespace {

using scenario::Difference;
using scenario::DifferenceKind;
using scenario::Json;

constexpr double kMetersInKm = 1000.0;
constexpr int kPositionDecimals = 5;  // of a degree: a metre

std::string_view wordOf(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::Added:
      return "added";
    case DifferenceKind::Removed:
      return "removed";
    case DifferenceKind::Changed:
      break;
  }
  return "changed";
}

char signOf(DifferenceKind kind) {
  return kind == DifferenceKind::Added ? '+' : kind == DifferenceKind::Removed ? '-' : '~';
}

std::string printable(std::string text) {
  const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7f'; };
  std::replace_if(text.begin(), text.end(), isControl, ' ');
  return text;
}

std::string lengthText(double meters) {
  return meters < kMetersInKm ? fmt::format("{:.1f} m", meters) : fmt::format("{:.2f} km", meters / kMetersInKm);
}

std::size_t vertexCount(const scenario::Geometry& geometry) {
  std::size_t count = 0;
  if (const auto* lines = std::get_if<std::vector<scenario::Path>>(&geometry)) {
    for (const scenario::Path& line : *lines) count += line.size();
  } else if (const auto* polygons = std::get_if<std::vector<scenario::Polygon>>(&geometry)) {
    for (const scenario::Polygon& polygon : *polygons) {
      for (const scenario::Path& ring : polygon.rings) count += ring.size();
    }
  } else {
    count = 1;
  }
  return count;
}

std::string placeText(const scenario::Geometry& geometry) {
  if (const auto* point = std::get_if<geo::LatLon>(&geometry)) {
    return geo::formatCoordinates(*point, geo::CoordinateFormat::DecimalDegrees, kPositionDecimals);
  }
  return fmt::format("{} vertices", vertexCount(geometry));
}

std::string moveText(const Difference& difference) {
  const std::string before = placeText(*difference.geometryBefore);
  const std::string after = placeText(*difference.geometryAfter);
  if (!difference.movedMeters) return fmt::format("    another shape: {} -> {}\n", before, after);
  const std::string length = lengthText(*difference.movedMeters);
  if (before == after) return fmt::format("    vertices moved by up to {}\n", length);
  return fmt::format("    moved {}: {} -> {}\n", length, before, after);
}

std::string memberText(const scenario::MemberDifference& member) {
  const std::string label = printable(member.label);
  if (member.before.is_null()) return fmt::format("    + {}: {}\n", label, printable(scenario::inWords(member.after)));
  if (member.after.is_null()) return fmt::format("    - {}: {}\n", label, printable(scenario::inWords(member.before)));
  return fmt::format("    ~ {}: {} -> {}\n", label, printable(scenario::inWords(member.before)),
                     printable(scenario::inWords(member.after)));
}

std::string differenceText(const Difference& difference) {
  std::string text = fmt::format("{} {}", signOf(difference.kind),
                                 difference.feature ? toWord(*difference.feature) : wordOf(difference.part));
  if (!difference.id.empty()) text.append(1, ' ').append(printable(difference.id));
  if (!difference.name.empty()) text += fmt::format(" \"{}\"", printable(difference.name));
  const auto& place = difference.kind == DifferenceKind::Added ? difference.geometryAfter : difference.geometryBefore;
  if (difference.kind != DifferenceKind::Changed && place) text.append(" at ").append(placeText(*place));
  text += "\n";
  if (difference.isMoved()) text += moveText(difference);
  for (const scenario::MemberDifference& member : difference.members) text += memberText(member);
  return text;
}

std::size_t countOf(const scenario::Comparison& comparison, DifferenceKind kind) {
  return static_cast<std::size_t>(
      std::count_if(comparison.differences.begin(), comparison.differences.end(),
                    [kind](const Difference& difference) { return difference.kind == kind; }));
}

std::size_t movedCount(const scenario::Comparison& comparison) {
  return static_cast<std::size_t>(std::count_if(comparison.differences.begin(), comparison.differences.end(),
                                                [](const Difference& difference) { return difference.isMoved(); }));
}

Json jsonOf(const Difference& difference) {
  Json json{{"change", wordOf(difference.kind)}, {"part", wordOf(difference.part)}};
  if (difference.feature) json["kind"] = toWord(*difference.feature);
  if (!difference.id.empty()) json["id"] = difference.id;
  if (!difference.name.empty()) json["name"] = difference.name;
  if (difference.movedMeters) json["moved_km"] = *difference.movedMeters / kMetersInKm;
  const bool isStill = difference.geometryBefore == difference.geometryAfter;
  if (difference.geometryBefore && !isStill) json["geometry_before"] = writeGeometry(*difference.geometryBefore);
  if (difference.geometryAfter) json["geometry"] = writeGeometry(*difference.geometryAfter);
  Json members = Json::array();
  for (const scenario::MemberDifference& member : difference.members) {
    members.push_back(
        {{"member", member.pointer}, {"label", member.label}, {"before", member.before}, {"after", member.after}});
  }
  if (!members.empty()) json["members"] = std::move(members);
  return json;
}

}  // namespace

std::string textOf(const scenario::Comparison& comparison, const ComparedNames& names) {
  if (comparison.isEmpty()) return "";
  std::string text = fmt::format("--- {}\n+++ {}\n", printable(names.before), printable(names.after));
  for (const Difference& difference : comparison.differences) text += differenceText(difference);
  text += fmt::format("{} added, {} removed, {} changed ({} moved)\n", countOf(comparison, DifferenceKind::Added),
                      countOf(comparison, DifferenceKind::Removed), countOf(comparison, DifferenceKind::Changed),
                      movedCount(comparison));
  return text;
}

std::string jsonOf(const scenario::Comparison& comparison, const ComparedNames& names) {
  Json differences = Json::array();
  for (const Difference& difference : comparison.differences) differences.push_back(jsonOf(difference));
  return scenario::printJson({{"before", names.before},
                              {"after", names.after},
                              {"equal", comparison.isEmpty()},
                              {"added", countOf(comparison, DifferenceKind::Added)},
                              {"removed", countOf(comparison, DifferenceKind::Removed)},
                              {"changed", countOf(comparison, DifferenceKind::Changed)},
                              {"moved", movedCount(comparison)},
                              {"differences", std::move(differences)}});
}

}  // namespace cordon::app
