#include "interchange/unwritten.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>

#include "interchange/map_rings.h"
#include "scenario/unknown_members.h"

namespace cordon::interchange {

namespace {

/// What a format has of that which others lack.
struct Held {
  std::set<std::string_view> texts;  ///< of the scenario
  bool claims = false;               ///< all of a system's, not the one that is drawn alone
  bool claimSources = false;
  bool sources = false;     ///< those too that nothing names, with their remarks
  bool statements = false;  ///< those too that have no ring
};

Held heldBy(Format format) {
  switch (format) {
    case Format::GeoJson:
      return {{"title", "summary", "disclaimer", "author", "handling line"}, true, false, false, false};
    case Format::Kml:
    case Format::Kmz:
      return {{"title", "subtitle", "summary", "disclaimer", "author", "handling line", "default view"},
              true,
              false,
              false,
              false};
    case Format::Czml:
      return {{"title", "summary", "handling line"}, true, false, false, false};
    case Format::Csv:
      return {{"handling line"}, false, false, false, true};
    case Format::GeoPackage:
      return {{"title", "subtitle", "summary", "disclaimer", "author", "handling line", "language", "date"},
              true,
              true,
              true,
              true};
    case Format::Scenario:
    case Format::Gpx:
    case Format::Shapefile:
    case Format::OrbatMapper:
      break;
  }
  return {};
}

void countTexts(const scenario::Document& document, const Held& held, Losses& losses) {
  const auto count = [&](std::string_view what, bool isThere) {
    if (isThere && !held.texts.contains(what)) losses.add(fmt::format("the scenario's {}", what));
  };
  count("title", !document.title.empty());
  count("subtitle", !document.subtitle.empty());
  count("summary", !document.summary.empty());
  count("disclaimer", !document.disclaimer.empty());
  count("author", !document.author.empty());
  count("handling line", !document.handling.empty());
  count("language", !document.language.empty());
  count("date", document.date.has_value());
  count("span of dates", document.from.has_value() || document.to.has_value());
  count("default view", document.defaultView.has_value());
}

void countSystems(const scenario::Document& document, const Held& held, Losses& losses) {
  for (const scenario::System& system : document.systems) {
    for (const scenario::RangeClaim& claim : system.ranges) {
      if (!held.claims && &claim != system.defaultRange()) losses.add("ranges that are not drawn", system.id);
      if (!held.claimSources && (!claim.sources.empty() || claim.date)) {
        losses.add("dates and sources of ranges", system.id);
      }
      if (claim.target) losses.add("what ranges are counted against", system.id);
    }
    if (system.fromCatalogue) continue;
    losses.add("roles of systems", system.id);
    if (!system.names.empty()) losses.add("names of systems in other languages", system.id);
    if (!system.designations.empty()) losses.add("designations of systems", system.id);
    if (system.operatorName) losses.add("operators of systems", system.id);
    if (!system.remarks.empty()) losses.add("remarks on systems", system.id);
  }
}

void countSources(const scenario::Document& document, const Held& held, Losses& losses) {
  if (held.sources) return;
  std::unordered_set<std::string_view> named;
  for (const scenario::Feature& feature : document.features) {
    named.insert(feature.sources.begin(), feature.sources.end());
    for (const scenario::SystemAssignment& statement : feature.systems)
      named.insert(statement.sources.begin(), statement.sources.end());
  }
  for (const scenario::Source& source : document.sources) {
    if (source.fromCatalogue) continue;
    if (!named.contains(source.id)) losses.add("sources that no feature names", source.id);
    if (!source.remarks.empty()) losses.add("remarks on sources", source.id);
  }
}

/// Without a day: on a day what does not hold is left out on purpose.
void countStatements(const scenario::Document& document, Losses& losses) {
  std::unordered_set<const scenario::SystemAssignment*> shown;
  for (const MapRing& ring : mapRings(document, {})) shown.insert(ring.statement);
  for (const scenario::Feature& feature : document.features) {
    for (const scenario::SystemAssignment& statement : feature.systems) {
      if (!shown.contains(&statement)) losses.add("statements that have no ring on any day", feature.id);
    }
  }
}

/// Of a feature's own properties the writers keep what they do not know.
bool isFeatureProperty(std::string_view pointer) {
  constexpr std::string_view kFeatures = "/features/";
  constexpr std::string_view kProperties = "/properties/";
  if (!pointer.starts_with(kFeatures)) return false;
  const std::size_t properties = pointer.find(kProperties);
  return properties != std::string_view::npos &&
         pointer.find('/', properties + kProperties.size()) == std::string_view::npos;
}

}  // namespace

void countUnwritten(const scenario::Document& document, Format format, const ExportOptions& options, Losses& losses) {
  const Held held = heldBy(format);
  countTexts(document, held, losses);
  countSystems(document, held, losses);
  countSources(document, held, losses);
  if (!held.statements && !options.day) countStatements(document, losses);
  for (const std::string& pointer : scenario::unknownMembers(document)) {
    if (!isFeatureProperty(pointer)) losses.add("members that the scenario format does not know", pointer);
  }
}

}  // namespace cordon::interchange
