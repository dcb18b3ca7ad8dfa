#include "interchange/losses.h"

#include <fmt/format.h>

#include <algorithm>

namespace cordon::interchange {

void Losses::add(const std::string& kind, const std::string& example, std::size_t count) {
  if (count == 0) return;
  auto found = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& known) { return known.words == kind; });
  if (found == kinds_.end()) found = kinds_.insert(kinds_.end(), Kind{kind, example, 0});
  found->count += count;
}

Diagnostics Losses::diagnostics(const std::string& file) const {
  Diagnostics told;
  for (const Kind& kind : kinds_) {
    Diagnostic one;
    one.severity = Severity::Warning;
    one.file = file;
    one.message = fmt::format("Not kept: {} ({}{}{}).", kind.words, kind.count,
                              kind.example.empty() ? "" : ", first: ", kind.example);
    told.push_back(std::move(one));
  }
  return told;
}

}  // namespace cordon::interchange
