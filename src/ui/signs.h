#pragma once

#include <imgui.h>

#include "scene/render_model.h"
#include "ui/panel.h"

namespace cordon::ui {

/// The sign of one of the document's systems as the map shows it now.
scene::SiteSymbol::Part signOf(const ViewOfMap& view, std::size_t systemIndex, scene::Status status);

/// Draws a system's sign as the map does (scene/symbols.h): the shape tells the system, its filling the status.
/// `radius` is half its height, pixels.
void drawSign(ImDrawList& list, const scene::SiteSymbol::Part& sign, ImVec2 centre, float radius,
              scene::PaletteName palette);

/// The same as an item of a line, as high as a frame.
void signItem(const Panel& panel, const scene::SiteSymbol::Part& sign);

}  // namespace cordon::ui
