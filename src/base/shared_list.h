#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace cordon {

/// A list whose copies share their items: copying ten thousand features costs no more than counting them.
///
/// Items are changed by edit() and set() alone, which leave other lists' items as they are. Copies may be used by
/// several threads at once, one list only as a vector may. Indices must be in range.
template <typename T>
class SharedList {
 public:
  using value_type = T;

  class const_iterator {  // NOLINT(readability-identifier-naming): as in std
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    const_iterator() = default;
    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    reference operator[](difference_type n) const { return *at_[n]; }
    const_iterator& operator++() { return ++at_, *this; }
    const_iterator operator++(int) { return const_iterator(at_++); }
    const_iterator& operator--() { return --at_, *this; }
    const_iterator operator--(int) { return const_iterator(at_--); }
    const_iterator& operator+=(difference_type n) { return at_ += n, *this; }
    const_iterator& operator-=(difference_type n) { return at_ -= n, *this; }
    friend const_iterator operator+(const_iterator a, difference_type n) { return a += n; }
    friend const_iterator operator+(difference_type n, const_iterator a) { return a += n; }
    friend const_iterator operator-(const_iterator a, difference_type n) { return a -= n; }
    friend difference_type operator-(const_iterator a, const_iterator b) { return a.at_ - b.at_; }
    friend auto operator<=>(const_iterator a, const_iterator b) { return a.at_ <=> b.at_; }
    friend bool operator==(const_iterator a, const_iterator b) { return a.at_ == b.at_; }

   private:
    friend class SharedList;
    explicit const_iterator(const std::shared_ptr<const T>* at) : at_(at) {}
    const std::shared_ptr<const T>* at_ = nullptr;
  };
  using iterator = const_iterator;

  SharedList() = default;
  SharedList(std::initializer_list<T> items) {
    items_.reserve(items.size());
    for (const T& item : items) push_back(item);
  }

  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  const T& operator[](std::size_t index) const { return *items_[index]; }
  const T& front() const { return *items_.front(); }
  const T& back() const { return *items_.back(); }
  const_iterator begin() const { return const_iterator(items_.data()); }
  const_iterator end() const { return const_iterator(items_.data() + items_.size()); }

  void reserve(std::size_t count) { items_.reserve(count); }
  void clear() { items_.clear(); }
  void push_back(T item) { items_.push_back(std::make_shared<const T>(std::move(item))); }  // NOLINT
  /// Adds an item, to be filled in before the list is copied.
  T& emplace_back() {  // NOLINT(readability-identifier-naming): as in std
    auto own = std::make_shared<T>();
    T& item = *own;
    items_.push_back(std::move(own));
    return item;
  }
  void insert(std::size_t index, T item) {
    items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(index), std::make_shared<const T>(std::move(item)));
  }
  void erase(std::size_t index) { items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(index)); }
  void set(std::size_t index, T item) { items_[index] = std::make_shared<const T>(std::move(item)); }

  /// A copy of the item in its place, to be changed before the list is copied.
  T& edit(std::size_t index) {
    auto own = std::make_shared<T>(*items_[index]);
    T& item = *own;
    items_[index] = std::move(own);
    return item;
  }

  /// Adds another list's item, shared with it.
  void share(const SharedList& from, std::size_t index) { items_.push_back(from.items_[index]); }
  bool sharesItem(std::size_t index, const SharedList& other, std::size_t otherIndex) const {
    return items_[index] == other.items_[otherIndex];
  }

  /// As std::erase_if() for other lists.
  template <typename Predicate>
  friend std::size_t erase_if(SharedList& list, Predicate isGone) {  // NOLINT(readability-identifier-naming): as in std
    return std::erase_if(list.items_, [&](const std::shared_ptr<const T>& item) { return isGone(*item); });
  }

  friend bool operator==(const SharedList& a, const SharedList& b) {
    return std::equal(a.items_.begin(), a.items_.end(), b.items_.begin(), b.items_.end(),
                      [](const auto& left, const auto& right) { return left == right || *left == *right; });
  }

 private:
  std::vector<std::shared_ptr<const T>> items_;
};

}  // namespace cordon
