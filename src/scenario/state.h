#pragma once

#include <vector>

#include "scenario/document.h"

namespace cordon::scenario {

/// Whether a statement is in force on a day (a partial date counts as its last day).
///
/// It is from the first day of `from` to the last day of `to`. An exercise without `to` ends with `from`.
bool isActive(const SystemAssignment& assignment, const Date& date);

/// Whether a feature is shown on a day: between its `from` (a note without `from`: its `date`) and its `to`.
bool isShown(const Feature& feature, const Date& date);

/// What holds for each system at a site on a day: at most one statement a system, in the order in which the
/// site first names the systems. Empty where the feature is not shown.
///
/// Of the statements in force the latest wins, except that a plan or a guess replaces no deployment or report,
/// a mere report or exercise replaces no deployment, and a guess replaces nothing but another guess.
/// The pointers point into the feature.
std::vector<const SystemAssignment*> stateAt(const Feature& site, const Date& date);

}  // namespace cordon::scenario
