#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "mapdata/gazetteer.h"
#include "scenario/document.h"
#include "scene/build_cache.h"
#include "scene/palette.h"
#include "scene/render_model.h"
#include "scene/sketch.h"
#include "scene/system_look.h"

namespace cordon::scene {

struct MapChanges;

struct ModelOptions {
  std::optional<scenario::Date> date;       ///< nothing: the document's own, else the latest it mentions
  ClaimChoice claim;                        ///< of systems that have no look of their own
  std::map<std::string, SystemLook> looks;  ///< by system id
  std::set<std::string> hiddenSites;        ///< by id
  FillMode fillMode = FillMode::Union;
  std::vector<bool> layers = std::vector<bool>(kLayerCount, true);  ///< by Layer
  double exaggeration = 1.0;                                        ///< of heights, >= 0
  std::string language = "en";                                      ///< of names: "en", "ru", "ja"
  std::string secondLanguage;                                       ///< of the smaller names beneath them; empty: none
  PaletteName palette = PaletteName::Standard;
  bool wrongCircles = false;                       ///< over each ring what a planar buffer would have drawn
  Sketch sketch;                                   ///< of the reader's tools
  LengthUnit lengthUnit = LengthUnit::Kilometers;  ///< of all lettering; figures of claims are rounded honestly
  std::shared_ptr<const MapChanges> changes;       ///< since what the document is compared with; null: with nothing

  friend bool operator==(const ModelOptions&, const ModelOptions&) = default;
};

/// How a system is shown: the look of its own, or else one that draws the claim asked for of all. Pure.
SystemLook lookOf(const ModelOptions& options, const std::string& systemId);

/// Everything that a picture of the document shows on a date, with the map's places and lines.
///
/// At a site each system has the one state that holds on the date (scenario::stateAt), and at most one ring.
/// Min, Max and Span choose among the claims that were published by the date and count against the same target as the
/// default claim; Claim draws the greater value of the one that is named, whenever it was published. A span is two
/// rings: a disc "site/system" to the smallest value and a band "site/system/span" from there to the greatest, a little
/// denser; one where all values agree. A look's opacity and width factor are clamped to their bounds, NaN is
/// the default. Sites that no system is left to show at vanish; `hiddenSites` counts for notes too.
/// With over 120 rings FillMode::Each and Overlaps leave the fill groups as Union has them.
/// Wrong circles come as lines "wrong/" + the ring's id while the layer Rings is shown, for at most 240 rings (with
/// more: none and a warning); a mark labels one of each system and radius. The sketch shows whatever the layers and
/// hidden sites: rings "own-ring/1", ... (site "own-ring", no system), lines and areas "measure/1", ...; what of it is
/// no number is left out. The model then says of the layers that draw these that they are shown: that part holds
/// nothing else. Both toponyms of a disputed place are in the model in every language, the second as "/ name". The
/// legend and the sources name nothing that the model does not show, the sources nothing published after the date. A
/// layer that is off leaves its part empty. Problems: rings that cannot be drawn are left out with a warning; an
/// exaggeration below 0 or NaN is an error. `layers` of another size than kLayerCount throws std::invalid_argument. The
/// cache changes how long it takes, nothing else; it belongs to this gazetteer. Pure otherwise; any thread.
Result<RenderModel> buildRenderModel(const scenario::Document& document, const mapdata::Gazetteer& gazetteer,
                                     const ModelOptions& options, BuildCache& cache);
/// The same where no other build follows.
Result<RenderModel> buildRenderModel(const scenario::Document& document, const mapdata::Gazetteer& gazetteer,
                                     const ModelOptions& options);

}  // namespace cordon::scene
