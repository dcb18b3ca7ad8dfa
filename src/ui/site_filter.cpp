#include "ui/site_filter.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "scenario/state.h"
#include "scene/model_text.h"
#include "ui/text_match.h"

namespace cordon::ui {

namespace {

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : foldedText(text)) {
    if (c != ' ' && c != '\t') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string searchedText(const scenario::Feature& site) {
  std::string text = site.name + '\n' + site.id;
  for (const auto* names : {&site.names, &site.altNames}) {
    for (const auto& [language, name] : *names) text += '\n' + name;
  }
  return foldedText(text);
}

using SystemIndices = std::unordered_map<std::string_view, std::size_t>;

SystemIndices indicesOf(const scenario::Document& document) {
  SystemIndices indices;
  for (std::size_t i = 0; i < document.systems.size(); ++i) indices.emplace(document.systems[i].id, i);
  return indices;
}

}  // namespace

SiteTable makeSiteTable(std::shared_ptr<const scenario::Document> document, const scenario::Date& date,
                        const std::string& language) {
  SiteTable table;
  table.document = std::move(document);
  table.date = date;
  table.language = language;
  const SystemIndices indices = indicesOf(*table.document);
  table.sitesOfSystem.assign(table.document->systems.size(), 0);
  table.withdrawnOfSystem = table.sitesOfSystem;
  const SharedList<scenario::Feature>& features = table.document->features;
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (features[i].kind != scenario::FeatureKind::Site) continue;
    SiteTable::Row row{i, scene::featureName(features[i], language), searchedText(features[i]), {}};
    for (const scenario::SystemAssignment* assignment : scenario::stateAt(features[i], date)) {
      const auto found = indices.find(assignment->systemId);
      if (found == indices.end()) continue;
      row.states.push_back({found->second, assignment->status});
      const bool isWithdrawn = assignment->status == scenario::Status::Withdrawn;
      ++(isWithdrawn ? table.withdrawnOfSystem : table.sitesOfSystem)[found->second];
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::size_t> filteredSites(const SiteTable& table, const SiteFilter& filter) {
  const std::vector<std::string> words = wordsOf(filter.text);
  const std::string* systemId = nullptr;
  if (filter.system && *filter.system < table.document->systems.size()) {
    systemId = &table.document->systems[*filter.system].id;
  }

  const auto holds = [&](const SiteTable::Row& row) {
    if (filter.onlyOnThisDate) {
      return std::any_of(row.states.begin(), row.states.end(), [&](const SiteTable::State& state) {
        return (!filter.system || state.system == *filter.system) && (!filter.status || state.status == *filter.status);
      });
    }
    if (!filter.system && !filter.status) return true;
    const auto& ever = table.document->features[row.feature].systems;
    return std::any_of(ever.begin(), ever.end(), [&](const scenario::SystemAssignment& assignment) {
      return (!filter.system || (systemId && assignment.systemId == *systemId)) &&
             (!filter.status || assignment.status == *filter.status);
    });
  };

  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const SiteTable::Row& row = table.rows[i];
    const bool named = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return row.searched.find(word) != std::string::npos;
    });
    if (named && holds(row)) shown.push_back(i);
  }
  return shown;
}

void SiteList::update(const std::shared_ptr<const scenario::Document>& document, const scenario::Date& date,
                      const std::string& language, const SiteFilter& filter) {
  const bool sameTable = table_.document == document && table_.date == date && table_.language == language;
  if (sameTable && filter_ == filter) return;
  if (!sameTable) table_ = makeSiteTable(document, date, language);
  filter_ = filter;
  shown_ = filteredSites(table_, filter_);
}

}  // namespace cordon::ui
