#include "scenario/change.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "scenario/document_members.h"
#include "scenario/identity.h"

namespace cordon::scenario {

namespace {

template <typename Part>
bool areIdenticalAt(const std::vector<Part>& a, std::size_t i, const std::vector<Part>& b, std::size_t k) {
  return areIdentical(a[i], b[k]);
}
// Most features of two documents, one made from the other, are the same object.
template <typename Part>
bool areIdenticalAt(const SharedList<Part>& a, std::size_t i, const SharedList<Part>& b, std::size_t k) {
  return a.sharesItem(i, b, k) || areIdentical(a[i], b[k]);
}

template <typename List>
bool areIdenticalLists(const List& a, const List& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!areIdenticalAt(a, i, b, i)) return false;
  }
  return true;
}

/// A part that stands in both lists.
struct Pair {
  std::size_t before;
  std::size_t after;
};

/// The most pairs whose places before ascend as those after do (patience sorting).
std::vector<Pair> longestAscending(const std::vector<Pair>& pairs) {
  std::vector<std::size_t> ends;                    // of the best run of each length, the index of its last pair
  std::vector<std::size_t> previous(pairs.size());  // in that run; of no meaning for the first
  const auto isLess = [&](std::size_t end, std::size_t before) { return pairs[end].before < before; };
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto place = std::lower_bound(ends.begin(), ends.end(), pairs[i].before, isLess);
    previous[i] = place == ends.begin() ? i : *std::prev(place);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<Pair> kept(ends.size());
  std::size_t at = ends.empty() ? 0 : ends.back();
  for (std::size_t i = kept.size(); i-- > 0; at = previous[at]) kept[i] = pairs[at];
  return kept;
}

template <typename List>
ListChange<typename List::value_type> listChange(const List& before, const List& after) {
  std::size_t first = 0;
  const std::size_t shorter = std::min(before.size(), after.size());
  while (first < shorter && areIdenticalAt(before, first, after, first)) ++first;
  std::size_t last = 0;
  while (last < shorter - first && areIdenticalAt(before, before.size() - 1 - last, after, after.size() - 1 - last)) {
    ++last;
  }
  const std::size_t beforeEnd = before.size() - last;
  const std::size_t afterEnd = after.size() - last;

  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = first; i < beforeEnd; ++i) places.emplace(before[i].id, i);
  std::vector<Pair> pairs;
  for (std::size_t i = first; i < afterEnd; ++i) {
    const auto place = places.find(after[i].id);
    if (place == places.end() || !areIdenticalAt(before, place->second, after, i)) continue;
    pairs.push_back({place->second, i});
    places.erase(place);
  }
  pairs = longestAscending(pairs);

  ListChange<typename List::value_type> change;
  auto pair = pairs.begin();
  for (std::size_t i = first; i < beforeEnd; ++i) {
    if (pair != pairs.end() && pair->before == i) {
      ++pair;
    } else {
      change.removed.push_back({i, before[i]});
    }
  }
  pair = pairs.begin();
  for (std::size_t i = first; i < afterEnd; ++i) {
    if (pair != pairs.end() && pair->after == i) {
      ++pair;
    } else {
      change.added.push_back({i, after[i]});
    }
  }
  return change;
}

/// Sets the own members of one document to those of another.
void setMembers(Document& document, const Document& from) {
  document.version = from.version;
  std::apply([&](const auto&... member) { ((document.*(member.pointer) = from.*(member.pointer)), ...); },
             documentMembers());
  document.origin = from.origin;
}

Document membersOf(const Document& document) {
  Document members;
  setMembers(members, document);
  return members;
}

template <typename Items>
bool areAscending(const Items& items, std::size_t limit) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].index >= limit || (i > 0 && items[i].index <= items[i - 1].index)) return false;
  }
  return true;
}

template <typename List>
bool fitsList(const ListChange<typename List::value_type>& change, const List& parts) {
  if (!areAscending(change.removed, parts.size())) return false;
  if (!areAscending(change.added, parts.size() - change.removed.size() + change.added.size())) return false;
  return std::all_of(change.removed.begin(), change.removed.end(),
                     [&](const auto& item) { return parts[item.index].id == item.part.id; });
}

template <typename Part>
void setPart(std::vector<Part>& parts, std::size_t index, const Part& part) {
  parts[index] = part;
}
template <typename Part>
void setPart(SharedList<Part>& parts, std::size_t index, const Part& part) {
  parts.set(index, part);
}
template <typename Part>
void takePart(std::vector<Part>& result, std::vector<Part>& from, std::size_t index) {
  result.push_back(std::move(from[index]));
}
template <typename Part>
void takePart(SharedList<Part>& result, const SharedList<Part>& from, std::size_t index) {
  result.share(from, index);
}

template <typename List>
void applyList(const ListChange<typename List::value_type>& change, List& parts) {
  const bool areInPlace =
      std::equal(change.removed.begin(), change.removed.end(), change.added.begin(), change.added.end(),
                 [](const auto& a, const auto& b) { return a.index == b.index; });
  if (areInPlace) {
    for (const auto& item : change.added) setPart(parts, item.index, item.part);
    return;
  }
  List result;
  result.reserve(parts.size() - change.removed.size() + change.added.size());
  auto removed = change.removed.begin();
  auto added = change.added.begin();
  std::size_t at = 0;
  while (added != change.added.end() || at < parts.size()) {
    if (added != change.added.end() && added->index == result.size()) {
      result.push_back(added->part);
      ++added;
    } else if (removed != change.removed.end() && removed->index == at) {
      ++removed;
      ++at;
    } else {
      takePart(result, parts, at);
      ++at;
    }
  }
  parts = std::move(result);
}

}  // namespace

bool Change::isEmpty() const {
  return features.isEmpty() && systems.isEmpty() && sources.isEmpty() && views.isEmpty() && !members;
}

bool areIdentical(const Document& a, const Document& b) {
  return haveIdenticalMembers(a, b) && areIdenticalLists(a.features, b.features) &&
         areIdenticalLists(a.systems, b.systems) && areIdenticalLists(a.sources, b.sources) &&
         areIdenticalLists(a.views, b.views);
}

Change changeBetween(const Document& before, const Document& after) {
  Change change;
  change.features = listChange(before.features, after.features);
  change.systems = listChange(before.systems, after.systems);
  change.sources = listChange(before.sources, after.sources);
  change.views = listChange(before.views, after.views);
  if (!haveIdenticalMembers(before, after)) change.members = Change::Members{membersOf(before), membersOf(after)};
  return change;
}

bool fits(const Change& change, const Document& document) {
  return fitsList(change.features, document.features) && fitsList(change.systems, document.systems) &&
         fitsList(change.sources, document.sources) && fitsList(change.views, document.views);
}

Document applied(const Change& change, Document document) {
  if (!fits(change, document)) throw std::invalid_argument("a change does not fit the document");
  applyList(change.features, document.features);
  applyList(change.systems, document.systems);
  applyList(change.sources, document.sources);
  applyList(change.views, document.views);
  if (change.members) setMembers(document, change.members->after);
  return document;
}

Change inverse(Change change) {
  const auto turn = [](auto& list) { std::swap(list.removed, list.added); };
  turn(change.features);
  turn(change.systems);
  turn(change.sources);
  turn(change.views);
  if (change.members) std::swap(change.members->before, change.members->after);
  return change;
}

}  // namespace cordon::scenario
