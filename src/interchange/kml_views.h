#pragma once

#include <string>

#include "interchange/losses.h"
#include "scenario/document.h"

namespace cordon::interchange {

/// A view as KML's LookAt; an extent becomes a camera that sees all of it.
std::string lookAtOf(const scenario::View& view);

/// All views as a gx:Tour; empty without views. Counts what a tour cannot hold.
std::string tourOf(const scenario::Document& document, Losses& losses);

}  // namespace cordon::interchange
