#include <string>
#include <unordered_set>
#include <vector>

#include "scenario/parts.h"

namespace cordon::scenario {

namespace {

/// Adds the entries of these ids that are not known yet; what comes from the catalogue is not written.
template <typename Entry, typename Find>
void addEntries(const std::vector<std::string>& ids, std::unordered_set<std::string>& known, const Find& find,
                std::vector<Entry>& entries) {
  for (const std::string& id : ids) {
    if (!known.insert(id).second) continue;
    if (const Entry* entry = find(id)) {
      entries.push_back(*entry);
      entries.back().fromCatalogue = true;
      entries.back().origin = Origin();
    }
  }
}

template <typename Entry>
std::unordered_set<std::string> idsOf(const std::vector<Entry>& entries) {
  std::unordered_set<std::string> ids;
  for (const Entry& entry : entries) ids.insert(entry.id);
  return ids;
}

}  // namespace

void addNamedFromCatalogue(Document& document, const Catalogue& catalogue) {
  std::unordered_set<std::string> systems = idsOf(document.systems);
  const auto findSystem = [&](const std::string& id) { return catalogue.findSystem(id); };
  for (const Feature& feature : document.features) {
    for (const SystemAssignment& assignment : feature.systems) {
      addEntries({assignment.systemId}, systems, findSystem, document.systems);
    }
  }
  std::unordered_set<std::string> sources = idsOf(document.sources);
  const auto findSource = [&](const std::string& id) { return catalogue.findSource(id); };
  const auto addSources = [&](const std::vector<std::string>& ids) {
    addEntries(ids, sources, findSource, document.sources);
  };
  for (const System& system : document.systems) {
    for (const RangeClaim& range : system.ranges) addSources(range.sources);
  }
  for (const Feature& feature : document.features) {
    addSources(feature.sources);
    for (const SystemAssignment& assignment : feature.systems) addSources(assignment.sources);
  }
}

}  // namespace cordon::scenario
