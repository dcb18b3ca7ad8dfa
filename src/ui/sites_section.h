#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Brings the table of sites up to the document, the date and the filters: before any section is drawn.
void updateSiteList(const Panel& panel);

/// Sites: a list to search and to filter; what is clicked is selected, what is clicked twice is flown to.
void drawSitesSection(const Panel& panel);

}  // namespace cordon::ui
