#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// The question what becomes of unsaved changes, while state.unsavedQuestion holds the command that waits: save first,
/// discard them (the command with the word "discard"), or stay.
void drawUnsavedQuestion(const Panel& panel);

/// The question what is kept where another program wrote the file meanwhile, while state.changedFile names it: one's
/// own version, the other, or both under two names.
void drawChangedFileQuestion(const Panel& panel);

/// The offer of changes that an earlier run did not save, while state.recoverable describes some.
void drawRecoveryQuestion(const Panel& panel);

}  // namespace cordon::ui
