#include "ui/comparison_rows.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "edit/command_table.h"
#include "scenario/words.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

using scenario::Difference;
using scenario::PartKind;
using scene::ChangeKind;

constexpr std::array kGroups{ChangeKind::New, ChangeKind::Gone, ChangeKind::Moved, ChangeKind::Changed};

std::string_view titleOf(ChangeKind group) {
  switch (group) {
    case ChangeKind::New:
      return "Added";
    case ChangeKind::Gone:
      return "Removed";
    case ChangeKind::Moved:
      return "Moved";
    case ChangeKind::Changed:
      break;
  }
  return "Changed";
}

std::string_view wordOf(const Difference& difference) {
  return difference.feature ? toWord(*difference.feature) : scenario::wordOf(difference.part);
}

std::string partText(const Difference& difference) {
  if (difference.part == PartKind::Document) return "The scenario itself";
  return fmt::format("{} ({})", difference.name.empty() ? difference.id : difference.name, wordOf(difference));
}

std::string moveText(const Difference& difference, const ComparisonForm& form) {
  if (!difference.movedMeters) return "another shape";
  const std::string length = scene::lengthText(*difference.movedMeters, form.unit);
  const auto* from = std::get_if<geo::LatLon>(&*difference.geometryBefore);
  const auto* to = std::get_if<geo::LatLon>(&*difference.geometryAfter);
  if (!from || !to) return "vertices moved by up to " + length;
  return fmt::format("{}: {} → {}", length, positionText(*from, form.coordinates), positionText(*to, form.coordinates));
}

}  // namespace

std::vector<ComparisonRow> comparisonRows(const scenario::Comparison& comparison) {
  using Kind = ComparisonRow::Kind;
  std::vector<ComparisonRow> rows;
  for (const ChangeKind group : kGroups) {
    bool isFirst = true;
    for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
      const Difference& difference = comparison.differences[i];
      if (scene::changeKindOf(difference) != group) continue;
      if (isFirst) rows.push_back({Kind::Heading, group, 0, 0});
      isFirst = false;
      rows.push_back({Kind::Part, group, i, 0});
      if (group == ChangeKind::Moved) rows.push_back({Kind::Move, group, i, 0});
      for (std::size_t member = 0; member < difference.members.size(); ++member) {
        rows.push_back({Kind::Member, group, i, member});
      }
    }
  }
  return rows;
}

std::string rowText(const scenario::Comparison& comparison, const ComparisonRow& row, const ComparisonForm& form) {
  if (row.kind == ComparisonRow::Kind::Heading) {
    return fmt::format("{} ({})", titleOf(row.group), scene::countOf(comparison, row.group));
  }
  const Difference& difference = comparison.differences[row.difference];
  if (row.kind == ComparisonRow::Kind::Part) return partText(difference);
  if (row.kind == ComparisonRow::Kind::Move) return moveText(difference, form);
  const scenario::MemberDifference& member = difference.members[row.member];
  return fmt::format("{}: {} → {}", member.label, scenario::inWords(member.before), scenario::inWords(member.after));
}

std::vector<std::string> linesToShow(const Difference& difference, bool isThere) {
  const std::string id = edit::quoted(difference.id);
  switch (difference.part) {
    case PartKind::Feature:
      break;
    case PartKind::View:
      if (isThere) return {"view " + id};
      return {};
    case PartKind::System:
      if (isThere) return {"edit-mode on", "edit-system " + id};
      return {};
    case PartKind::Source:
    case PartKind::Document:
      return {};
  }
  const auto& place = difference.geometryAfter ? difference.geometryAfter : difference.geometryBefore;
  std::vector<std::string> lines;
  if (isThere) lines.push_back("select " + id);
  if (isThere && difference.geometryAfter) {
    lines.push_back("fly-to " + id);
  } else if (const auto* point = place ? std::get_if<geo::LatLon>(&*place) : nullptr) {
    lines.push_back("go " + positionArgument(*point));
  } else if (place) {
    const scenario::Path* path = nullptr;
    if (const auto* parts = std::get_if<std::vector<scenario::Path>>(&*place)) {
      if (!parts->empty()) path = &parts->front();
    } else if (const auto& polygons = std::get<std::vector<scenario::Polygon>>(*place);
               !polygons.empty() && !polygons.front().rings.empty()) {
      path = &polygons.front().rings.front();
    }
    if (path && !path->empty()) lines.push_back("go " + positionArgument((*path)[path->size() / 2]));
  }
  return lines;
}

}  // namespace cordon::ui
