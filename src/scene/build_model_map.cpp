#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "scene/build_model_state.h"
#include "scene/model_text.h"
#include "scene/palette.h"

namespace cordon::scene {

namespace {

/// A strait's width is a detail: it shows where the picture is about that large.
constexpr double kStraitsCoarsestMetersPerPixel = 400.0;
/// Nearer, the straits' own lines take the place of the sea's limits, which S-23 gives in words alone.
constexpr double kLimitsFinestMetersPerPixel = 120.0;

PlaceKind toKind(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, PlaceKind>, 8> kinds{{{"sea", PlaceKind::Sea},
                                                                         {"gulf", PlaceKind::Gulf},
                                                                         {"strait", PlaceKind::Strait},
                                                                         {"trench", PlaceKind::Trench},
                                                                         {"island", PlaceKind::Island},
                                                                         {"town", PlaceKind::Town},
                                                                         {"cape", PlaceKind::Cape},
                                                                         {"volcano", PlaceKind::Volcano}}};
  for (const auto& [word, value] : kinds) {
    if (word == kind) return value;
  }
  return PlaceKind::Region;
}

void addPlaces(ModelBuild& build, const mapdata::Gazetteer& gazetteer) {
  const ModelOptions& options = build.options;
  for (const mapdata::GazetteerPlace& from : gazetteer.places) {
    Place place;
    place.kind = toKind(from.kind);
    place.rank = from.rank;
    place.position = from.position;
    NamePair names = chooseNames(from.names.en, mapdata::byLanguage(from.names), mapdata::byLanguage(from.otherNames),
                                 options.language, options.secondLanguage);
    place.name = std::move(names.first);
    place.secondName = std::move(names.second);
    place.heightMeters = from.heightMeters;
    place.extentMeters = 1000.0 * from.extentKm;
    place.path = build.cache.densifiedPath(from.path, false);
    build.model.places.push_back(std::move(place));
  }
}

LineStyle claimLineStyle(const Palette& colors) {
  return {palette::withAlpha(colors.claim, 0.9), 1.5, {8.0, 4.0}, palette::withAlpha(colors.casing, 0.45)};
}

void addLineParts(ModelBuild& build, const mapdata::GazetteerShape& shape, const GroundLine& like) {
  for (std::size_t i = 0; i < shape.parts.size(); ++i) {
    GroundLine line = like;
    line.id = i == 0 ? shape.id : shape.id + "/" + std::to_string(i);
    line.points = build.cache.densifiedPath(shape.parts[i], false);
    if (i > 0) line.label.clear();
    if (line.points.size() > 1) build.model.lines.push_back(std::move(line));
  }
}

void addClaims(ModelBuild& build, const mapdata::Gazetteer& gazetteer) {
  RenderModel& model = build.model;
  const Palette& colors = paletteOf(build.options.palette);
  const typography::Hatch hatch{palette::withAlpha(colors.claim, 0.5), 0.9, 5.5, 0.7854};
  GroundLine claim;
  claim.style = claimLineStyle(colors);
  bool hasAreas = false;
  bool hasLines = false;
  for (const mapdata::GazetteerShape& shape : gazetteer.disputed) {
    if (!shape.closed && model.shows(Layer::Lines)) {
      addLineParts(build, shape, claim);
      hasLines = true;
    }
    if (!shape.closed || !model.shows(Layer::Areas)) continue;
    GroundArea& area = model.areas.emplace_back();
    area.id = shape.id;
    for (const auto& part : shape.parts) area.contours.push_back(build.cache.densifiedPath(part, true));
    area.hatch = hatch;
    hasAreas = true;
  }
  if (!hasAreas && !hasLines) return;
  LegendEntry entry;
  entry.kind = hasAreas ? LegendEntry::Kind::Area : LegendEntry::Kind::Line;
  entry.color.alpha = 0.0;
  entry.text = "Administered by Russia, claimed by Japan";
  if (hasAreas) entry.hatch = hatch;
  if (hasLines) {
    entry.line = claimLineStyle(colors);
  } else {
    entry.line.color.alpha = 0.0;
  }
  model.legend.push_back(std::move(entry));
}

void addWaters(ModelBuild& build, const mapdata::Gazetteer& gazetteer) {
  RenderModel& model = build.model;
  const typography::Color& waterInk = paletteOf(build.options.palette).shallowWaterInk;
  for (const mapdata::GazetteerShape& strait : gazetteer.straits) {
    GroundLine line;
    line.style = {palette::withAlpha(waterInk, 0.7), 1.0, {}, {}};
    if (strait.widthKm > 0.0) line.label = claimedText(strait.widthKm, build.options.lengthUnit);
    line.coarsestMetersPerPixel = kStraitsCoarsestMetersPerPixel;
    addLineParts(build, strait, line);
  }
  GroundLine limit;
  limit.style = {palette::withAlpha(waterInk, 0.45), 1.0, {2.0, 3.0}, {}};
  limit.finestMetersPerPixel = kLimitsFinestMetersPerPixel;
  bool hasLimits = false;
  for (const mapdata::GazetteerShape& shape : gazetteer.seaLimits) {
    // The closed shape is the sea's whole outline: along the shore the map's own coast is the limit.
    if (shape.closed) continue;
    addLineParts(build, shape, limit);
    hasLimits = true;
  }
  if (!hasLimits) return;
  LegendEntry entry;
  entry.kind = LegendEntry::Kind::Line;
  entry.line = limit.style;
  entry.color = limit.style.color;
  entry.text = "Limits of the Sea of Okhotsk (IHO S-23)";
  model.legend.push_back(std::move(entry));
}

/// Whose data the picture's ground is, for the footer.
std::string mapCredits(const RenderModel& model) {
  std::string credits;
  const auto add = [&credits](const char* text) { credits += (credits.empty() ? "Map: " : ", ") + std::string(text); };
  if (model.shows(Layer::Relief)) add("relief ETOPO5 (NOAA)");
  if (model.shows(Layer::Coast)) add("coast GSHHG 2.3.7");
  if (model.shows(Layer::Rivers) || model.shows(Layer::Borders)) add("rivers and borders WDBII");
  return credits;
}

}  // namespace

void addMap(ModelBuild& build, const mapdata::Gazetteer& gazetteer) {
  if (build.model.shows(Layer::Places)) addPlaces(build, gazetteer);
  addClaims(build, gazetteer);
  if (build.model.shows(Layer::Lines)) addWaters(build, gazetteer);
  build.model.mapCredits = mapCredits(build.model);
}

}  // namespace cordon::scene
