#include "ui/place_search.h"

#include <algorithm>
#include <map>
#include <utility>

#include "edit/command_table.h"
#include "ui/text_match.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

std::string kindOf(const scenario::Feature& feature) {
  switch (feature.kind) {
    case scenario::FeatureKind::Site:
      return "Site";
    case scenario::FeatureKind::Area:
      return "Area";
    case scenario::FeatureKind::Line:
      return "Line";
    case scenario::FeatureKind::Track:
      return "Track";
    case scenario::FeatureKind::Note:
      break;
  }
  return "Note";
}

void appendNames(std::vector<std::string>& names, const std::map<std::string, std::string>& more,
                 const std::string& language) {
  const auto own = more.find(language);
  if (own != more.end()) names.push_back(own->second);
  for (const auto& [code, name] : more) {
    if (code != language) names.push_back(name);
  }
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<std::string> positionProblem(std::string_view text) {
  constexpr std::string_view kBeforeNumbers = " \t+-.(NSEWnsew";
  const std::size_t first = text.find_first_not_of(kBeforeNumbers);
  // A letter that is followed by no number begins a name; so does a letter that stands against one ("S-300").
  if (first == std::string_view::npos || !isDigit(text[first])) return std::nullopt;
  if (first > 1 && text[first - 1] == '-' && text.find_first_of("NSEWnsew") < first) return std::nullopt;
  const Result<geo::LatLon> position = geo::parseCoordinates(text);
  if (position) return std::nullopt;
  const Diagnostic& problem = position.diagnostics().front();
  return problem.mend.empty() ? problem.message : problem.message + " " + problem.mend;
}

PlaceIndex::PlaceIndex(const scenario::Document& document, const mapdata::Gazetteer& gazetteer,
                       const std::string& language) {
  addDocument(document, language);
  for (const mapdata::GazetteerPlace& place : gazetteer.places) {
    addPlace(labelOf(place.kind), place.id, place.names, place.otherNames, 10 + place.rank, language);
  }
  for (const mapdata::GazetteerShape& strait : gazetteer.straits) {
    const bool isPlace = std::any_of(gazetteer.places.begin(), gazetteer.places.end(),
                                     [&](const mapdata::GazetteerPlace& place) { return place.id == strait.id; });
    if (isPlace) continue;
    addPlace("Strait", strait.id, strait.names, {}, 12, language);
  }
}

void PlaceIndex::addDocument(const scenario::Document& document, const std::string& language) {
  for (const scenario::Feature& feature : document.features) {
    std::vector<std::string> names;
    const auto own = feature.names.find(language);
    if (own == feature.names.end()) names.push_back(feature.name);
    appendNames(names, feature.names, language);
    names.push_back(feature.name);
    appendNames(names, feature.altNames, language);
    names.push_back(feature.id);
    const int rank = feature.kind == scenario::FeatureKind::Site ? 0 : 3;
    add({kindOf(feature), "fly-to " + edit::quoted(feature.id), {}, rank}, names);
  }
  for (const scenario::System& system : document.systems) {
    std::vector<std::string> names{system.name};
    appendNames(names, system.names, language);
    names.insert(names.end(), system.designations.begin(), system.designations.end());
    names.push_back(system.id);
    add({"System", "fly-to " + edit::quoted(system.id), {}, 1}, names);
  }
  for (const scenario::View& view : document.views) {
    add({"View", "view " + edit::quoted(view.id), {}, 2}, {view.name, view.id});
  }
}

void PlaceIndex::addPlace(const std::string& kind, const std::string& id, const mapdata::PlaceNames& names,
                          const mapdata::PlaceNames& otherNames, int rank, const std::string& language) {
  add({kind, "fly-to " + edit::quoted(id), {}, rank},
      {mapdata::nameIn(names, language), names.en, names.ru, names.ja, otherNames.en, otherNames.ru, otherNames.ja});
}

void PlaceIndex::add(Entry entry, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const bool isKnown =
        std::any_of(entry.names.begin(), entry.names.end(), [&](const Name& known) { return known.text == name; });
    if (!name.empty() && !isKnown) entry.names.push_back({name, foldedText(name)});
  }
  if (!entry.names.empty()) entries_.push_back(std::move(entry));
}

std::vector<SearchResult> PlaceIndex::find(std::string_view text, geo::CoordinateFormat format,
                                           std::size_t most) const {
  std::string wanted = foldedText(text);
  wanted.erase(0, wanted.find_first_not_of(" \t"));
  wanted.erase(wanted.find_last_not_of(" \t") + 1);
  std::vector<SearchResult> results;
  if (wanted.empty()) return results;
  if (const Result<geo::LatLon> position = geo::parseCoordinates(text)) {
    results.push_back({positionText(*position, format), "Position", "go " + positionArgument(*position)});
  }

  struct Found {
    const Entry* entry;
    const Name* name;
    int score;
  };
  std::vector<Found> found;
  for (const Entry& entry : entries_) {
    Found best{&entry, nullptr, 0};
    for (const Name& name : entry.names) {
      const int score = nameScore(wanted, name.folded).value_or(0);
      if (score > best.score) best = {&entry, &name, score};
    }
    if (best.name) found.push_back(best);
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.entry->rank != b.entry->rank) return a.entry->rank < b.entry->rank;
    return a.name->text.size() < b.name->text.size();
  });
  for (const Found& one : found) {
    if (results.size() >= most) break;
    const std::string& shown = one.entry->names.front().text;
    results.push_back(
        {shown == one.name->text ? shown : shown + " · " + one.name->text, one.entry->kind, one.entry->line});
  }
  return results;
}

}  // namespace cordon::ui
