#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// The question what becomes of unsaved changes, while state.unsavedQuestion holds the command that waits: save first,
/// discard them (the command with the word "discard"), or stay. Enter gives the answer that is marked, at first to
/// save; Escape stays.
void drawUnsavedQuestion(const Panel& panel);

}  // namespace cordon::ui
