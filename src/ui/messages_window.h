#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// All messages, the latest first, and what is wrong in the file; while InterfaceState::showsMessages. `ownProblems`
/// are those of the program's installation.
void drawMessagesWindow(const Panel& panel, const Diagnostics& ownProblems);

}  // namespace cordon::ui
