#pragma once

#include <string>
#include <vector>

#include "scenario/document.h"

namespace cordon::edit {

/// Something that an editor would ask the author about.
struct Finding {
  enum class Topic { MissingSource, MissingDate, OldStatus, PlanOverdue, Precision, Duplicate, SourceDetails };
  Topic topic = Topic::MissingSource;
  std::string text;
  std::string featureId;  ///< what to look at; empty: a system or a source
  std::string partId;     ///< of that system or source

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Goes through a scenario as a reviewer would: statements and drawn claims without a source, rings without a date,
/// statuses that nobody has confirmed for more than `mostDays` before `today`, plans whose time has passed, positions
/// told more finely than they are known, sites at one place, sources without a date or an address. What is hypothetical
/// needs no source. In the document's order, grouped by topic. Pure.
std::vector<Finding> review(const scenario::Document& document, scenario::Date today, int mostDays);

}  // namespace cordon::edit
