#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "mapdata/gazetteer.h"
#include "scenario/document.h"
#include "scene/render_model.h"

namespace cordon::scene {

/// Which of a system's published ranges is drawn.
enum class RangeChoice {
  Default,  ///< the one that the catalogue or the document marks; of a span, its greater value
  Min,      ///< the smallest value
  Max       ///< the greatest value
};

struct ModelOptions {
  std::optional<scenario::Date> date;  ///< nothing: the document's own, else the latest it mentions
  RangeChoice rangeChoice = RangeChoice::Default;
  std::vector<bool> layers = std::vector<bool>(kLayerCount, true);  ///< by Layer
  double exaggeration = 1.0;                                        ///< of heights, >= 0
  std::string language = "en";                                      ///< of names: "en", "ru", "ja"
  std::string secondLanguage;                                       ///< of the smaller names beneath them; empty: none
};

/// Everything that a picture of the document shows on a date, with the map's places and lines.
///
/// At a site each system has the one state that holds on the date (scenario::stateAt), and at most one ring.
/// Min and Max choose among the claims that were published by the date and count against the same target as the
/// default claim. Both toponyms of a disputed place are in the model in every language, the second as "/ name".
/// The legend and the sources name nothing that the model does not show, the sources nothing published after the date.
/// A layer that is off leaves its part empty. Problems: rings that cannot be drawn are left out with a warning; an
/// exaggeration below 0 or NaN is an error. `layers` of another size than kLayerCount throws std::invalid_argument.
/// Pure; any thread.
Result<RenderModel> buildRenderModel(const scenario::Document& document, const mapdata::Gazetteer& gazetteer,
                                     const ModelOptions& options);

}  // namespace cordon::scene
