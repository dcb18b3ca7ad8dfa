#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// The dialog that asks which columns of a table mean what, with its first rows; while InterfaceState::table is open.
/// Enter and its button emit `import FILE columns TEXT`, Escape closes it.
void drawTableImport(const Panel& panel);

}  // namespace cordon::ui
