#pragma once

#include <vector>

#include "scene/page.h"

namespace cordon::scene {

/// The model's legend entries without those of which nothing is in the picture.
///
/// An entry stands for the rings, signs, lines or areas that look like it; texts and entries like which nothing is in
/// the model stay. Needs the rings traced.
std::vector<LegendEntry> visibleLegend(const Page& page);

}  // namespace cordon::scene
