#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/document.h"
#include "scene/build_cache.h"
#include "scene/build_model.h"
#include "scene/chosen_claim.h"

namespace cordon::scene {

/// What the steps of one buildRenderModel share, and what they find out for the legend and the sources.
struct ModelBuild {
  const scenario::Document& document;
  const ModelOptions& options;
  BuildCache& cache;
  scenario::Date date;
  std::unordered_map<std::string_view, const scenario::System*> systems;

  RenderModel model;
  Diagnostics warnings;

  /// A system that the model shows, in the order in which sites name them.
  struct ShownSystem {
    const scenario::System* system = nullptr;
    SystemLook look;
    typography::Color color;
    SymbolShape symbol = SymbolShape::Circle;
    std::string name;
    std::string ringLabel;
    std::string bandLabel;
    const scenario::RangeClaim* claim = nullptr;     ///< the one drawn; null: none is published
    double radiusMeters = 0.0;                       ///< 0: no ring
    const scenario::RangeClaim* farthest = nullptr;  ///< of a band around that ring, its outer edge's; null: no band
    double farthestMeters = 0.0;
  };
  std::vector<ShownSystem> shownSystems;
  std::vector<std::string> sourceIds;  ///< of everything shown, each once, in order

  void cite(const std::vector<std::string>& ids);

  /// How a system is shown, with the opacity and the width within their bounds.
  SystemLook lookOf(const std::string& systemId) const;

  /// Of one of the document's systems, in the palette.
  typography::Color colorOf(const scenario::System& system) const;
};

/// Sites' signs and their rings, by the layers.
void addSites(ModelBuild& build);

/// The document's lines, tracks, areas and notes, by the layers.
void addShapes(ModelBuild& build);

/// The legend of what the model holds by now, the disclaimer and the footer's sources.
void addLegend(ModelBuild& build);

/// The gazetteer's places, lines and areas, by the layers, with their part of legend and footer.
void addMap(ModelBuild& build, const mapdata::Gazetteer& gazetteer);

/// What differs from what the document is compared with, as far as the map shows it, with its part of the legend and of
/// the date's line. Marks stand for what the picture shows: a difference without a part in this date's map has none.
void addComparison(ModelBuild& build);

/// What the reader's tools have laid on the map and the wrong circles, with their part of the legend. Comes last: it
/// switches on the layers that draw these, which by then hold nothing else where they were off.
void addTools(ModelBuild& build);

/// Vertices joined by geodesics with no segment over 25 km (more where that would add over 20 000 points); longitudes
/// run on over the dateline.
std::vector<geo::LatLon> densified(const std::vector<geo::LatLon>& path, bool closed = false);

}  // namespace cordon::scene
