#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace cordon::interchange {

/// What the target of a conversion cannot hold: counted by kind, told once a kind.
class Losses {
 public:
  /// Counts `count` things of a kind, in words for "Not kept: ...": "heights". `example` names the first of them.
  void add(const std::string& kind, const std::string& example = {}, std::size_t count = 1);

  bool empty() const { return kinds_.empty(); }

  /// One warning a kind, in the order in which the kinds were first met: "Not kept: heights (3, first: Iturup)."
  Diagnostics diagnostics(const std::string& file) const;

 private:
  struct Kind {
    std::string words;
    std::string example;
    std::size_t count = 0;
  };
  std::vector<Kind> kinds_;
};

}  // namespace cordon::interchange
