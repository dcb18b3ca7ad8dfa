#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/panel.h"

namespace cordon::ui {

/// A question that keeps all else waiting. Call it in each frame while it is asked; `title` names it.
///
/// Answers stand side by side; Enter gives the marked one (the first, until arrows or Tab mark another), Escape the
/// last. Returns the index of the answer in the frame in which it is given.
std::optional<std::size_t> askQuestion(const Panel& panel, const char* title, const std::string& text,
                                       const std::vector<std::string>& answers);

}  // namespace cordon::ui
