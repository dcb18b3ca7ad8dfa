#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cordon::scenario {

/// A token of a JSON pointer with its `~` and `/` escaped (RFC 6901).
std::string escapePointerToken(std::string_view token);

/// A place in a JSON tree, as a chain of steps on the call stack: costs nothing until its pointer is asked for.
///
/// Refers to its parent and to the text of its member's name; both must outlive it.
class Place {
 public:
  /// The root.
  Place() = default;

  Place member(std::string_view name) const { return Place(this, name, 0, false); }
  Place item(std::size_t index) const { return Place(this, {}, index, true); }

  /// The JSON pointer, e.g. "/features/3/geometry".
  std::string pointer() const;

 private:
  Place(const Place* parent, std::string_view name, std::size_t index, bool isItem)
      : parent_(parent), name_(name), index_(index), isItem_(isItem) {}

  const Place* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
  bool isItem_ = false;
};

}  // namespace cordon::scenario
