#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// The inspector's page of a site: names, position, and every statement about a system there over time.
void inspectSite(const Panel& panel, const scenario::Feature& site);

/// The inspector's page of a ring of the model: its radius, the claim that it draws, and what it does not mean.
void inspectRing(const Panel& panel, const scene::Ring& ring);

}  // namespace cordon::ui
