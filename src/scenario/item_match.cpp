#include "scenario/item_match.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace cordon::scenario {

namespace {

using Indices = std::vector<std::size_t>;

/// The items that keep their order: a longest increasing run of the old places.
void findThoseThatStay(ItemMatch& match) {
  const std::size_t count = match.oldOf.size();
  match.stays.assign(count, false);
  Indices tails;  // for each length of run the new item with the least old place that ends one
  std::vector<std::optional<std::size_t>> previous(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!match.oldOf[i]) continue;
    const auto at = std::lower_bound(tails.begin(), tails.end(), *match.oldOf[i],
                                     [&](std::size_t tail, std::size_t old) { return *match.oldOf[tail] < old; });
    if (at != tails.begin()) previous[i] = *std::prev(at);
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  if (tails.empty()) return;
  for (std::optional<std::size_t> i = tails.back(); i; i = previous[*i]) match.stays[*i] = true;
}

const std::string* idOf(const Json& item) {
  if (!item.is_object()) return nullptr;
  const auto id = item.find("id");
  return id != item.end() && id->is_string() ? &id->get_ref<const std::string&>() : nullptr;
}

/// How well one item may be made of another: nothing where it had better be written anew.
std::optional<int> likeness(const Json& before, const Json& after) {
  constexpr std::size_t kMostMembers = 64;
  if (before.is_structured() != after.is_structured()) return std::nullopt;
  if (!before.is_structured()) return 1;
  if (before.type() != after.type()) return std::nullopt;
  if (before.size() > kMostMembers || after.size() > kMostMembers) return 1;
  int equal = 0;
  if (before.is_array()) {
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) equal += before[i] == after[i] ? 1 : 0;
    return 1 + 2 * equal;
  }
  for (const auto& member : after.items()) {
    const auto same = before.find(member.key());
    equal += same != before.end() && *same == member.value() ? 1 : 0;
  }
  const bool isOther = idOf(before) != nullptr && idOf(after) != nullptr;
  const auto most = static_cast<int>(std::max(before.size(), after.size()));
  // Two things that call themselves differently are one only where nearly all else is the same.
  if (isOther && equal + 1 < most) return std::nullopt;
  return 1 + 2 * equal;
}

class ArrayMatcher {
 public:
  ArrayMatcher(const Json::array_t& before, const Json::array_t& after) : before_(before), after_(after) {
    match_.oldOf.resize(after.size());
    isTaken_.resize(before.size(), false);
  }

  ItemMatch run() {
    matchIds();
    matchEqual();
    findThoseThatStay(match_);
    matchLike();
    return std::move(match_);
  }

 private:
  void take(std::size_t old, std::size_t fresh) {
    match_.oldOf[fresh] = old;
    isTaken_[old] = true;
  }

  void matchIds() {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (const std::string* id = idOf(before_[i])) places.emplace(*id, i);
    }
    for (std::size_t i = 0; i < after_.size() && !places.empty(); ++i) {
      const std::string* id = idOf(after_[i]);
      const auto place = id ? places.find(*id) : places.end();
      if (place != places.end() && !isTaken_[place->second]) take(place->second, i);
    }
  }

  void matchEqual() {
    Indices olds;
    Indices news;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (!isTaken_[i]) olds.push_back(i);
    }
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (!match_.oldOf[i]) news.push_back(i);
    }
    const auto areEqual = [&](std::size_t old, std::size_t fresh) { return before_[old] == after_[fresh]; };
    std::size_t begin = 0;
    while (begin < std::min(olds.size(), news.size()) && areEqual(olds[begin], news[begin])) {
      take(olds[begin], news[begin]);
      ++begin;
    }
    while (olds.size() > begin && news.size() > begin && areEqual(olds.back(), news.back())) {
      take(olds.back(), news.back());
      olds.pop_back();
      news.pop_back();
    }
    if (olds.size() == begin || news.size() == begin) return;

    std::unordered_map<std::size_t, Indices> places;  // by hash, the first of them last
    for (std::size_t i = olds.size(); i > begin; --i) {
      places[std::hash<Json>{}(before_[olds[i - 1]])].push_back(olds[i - 1]);
    }
    for (std::size_t i = begin; i < news.size(); ++i) {
      const auto found = places.find(std::hash<Json>{}(after_[news[i]]));
      if (found == places.end() || found->second.empty() || !areEqual(found->second.back(), news[i])) continue;
      take(found->second.back(), news[i]);
      found->second.pop_back();
    }
  }

  /// Goes over the gaps between items that stay.
  void matchLike() {
    std::size_t oldBegin = 0;
    std::size_t newBegin = 0;
    for (std::size_t i = 0; i <= after_.size(); ++i) {
      if (i < after_.size() && !match_.stays[i]) continue;
      const std::size_t oldEnd = i < after_.size() ? *match_.oldOf[i] : before_.size();
      matchGap(oldBegin, oldEnd, newBegin, i);
      oldBegin = oldEnd + 1;
      newBegin = i + 1;
    }
  }

  void matchGap(std::size_t oldBegin, std::size_t oldEnd, std::size_t newBegin, std::size_t newEnd) {
    constexpr std::size_t kMostPairs = 1024;
    Indices olds;
    Indices news;
    for (std::size_t i = oldBegin; i < oldEnd; ++i) {
      if (!isTaken_[i]) olds.push_back(i);
    }
    for (std::size_t i = newBegin; i < newEnd; ++i) {
      if (!match_.oldOf[i]) news.push_back(i);
    }
    if (olds.empty() || news.empty()) return;
    if (olds.size() > kMostPairs / news.size()) {
      for (std::size_t i = 0; i < std::min(olds.size(), news.size()); ++i) {
        if (likeness(before_[olds[i]], after_[news[i]])) stay(olds[i], news[i]);
      }
      return;
    }
    pairBest(olds, news);
  }

  /// Pairs in order, so that the sum of likenesses is greatest.
  void pairBest(const Indices& olds, const Indices& news) {
    const std::size_t width = news.size() + 1;
    std::vector<int> best((olds.size() + 1) * width, 0);  // of the items from (old, new) on
    std::vector<std::optional<int>> likenesses(olds.size() * news.size());
    for (std::size_t o = olds.size(); o-- > 0;) {
      for (std::size_t n = news.size(); n-- > 0;) {
        const auto like = likeness(before_[olds[o]], after_[news[n]]);
        likenesses[o * news.size() + n] = like;
        best[o * width + n] = std::max(
            {best[(o + 1) * width + n], best[o * width + n + 1], like ? *like + best[(o + 1) * width + n + 1] : 0});
      }
    }
    std::size_t o = 0;
    std::size_t n = 0;
    while (o < olds.size() && n < news.size()) {
      const auto like = likenesses[o * news.size() + n];
      const int here = best[o * width + n];
      if (like && here == *like + best[(o + 1) * width + n + 1]) {
        stay(olds[o++], news[n++]);
      } else if (here == best[(o + 1) * width + n]) {
        ++o;
      } else {
        ++n;
      }
    }
  }

  void stay(std::size_t old, std::size_t fresh) {
    take(old, fresh);
    match_.stays[fresh] = true;
  }

  const Json::array_t& before_;
  const Json::array_t& after_;
  ItemMatch match_;
  std::vector<bool> isTaken_;
};

}  // namespace

ItemMatch matchMembers(const Json& before, const Json& after) {
  const Json::object_t::Container& olds = before.get_ref<const Json::object_t&>();
  const Json::object_t::Container& news = after.get_ref<const Json::object_t&>();
  ItemMatch match;
  match.oldOf.resize(news.size());
  std::size_t begin = 0;
  for (; begin < std::min(olds.size(), news.size()) && olds[begin].first == news[begin].first; ++begin) {
    match.oldOf[begin] = begin;
  }
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = begin; i < olds.size(); ++i) places.emplace(olds[i].first, i);
  for (std::size_t i = begin; i < news.size(); ++i) {
    const auto place = places.find(news[i].first);
    if (place != places.end()) match.oldOf[i] = place->second;
  }
  findThoseThatStay(match);
  return match;
}

ItemMatch matchItems(const Json& before, const Json& after) {
  return ArrayMatcher(before.get_ref<const Json::array_t&>(), after.get_ref<const Json::array_t&>()).run();
}

}  // namespace cordon::scenario
