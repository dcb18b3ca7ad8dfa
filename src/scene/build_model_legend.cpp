#include <algorithm>
#include <array>
#include <string>

#include "scene/build_model_state.h"
#include "scene/build_model_text.h"
#include "scene/palette.h"
#include "scene/symbols.h"

namespace cordon::scene {

namespace {

constexpr const char* kReachNotControl =
    "A ring is how far a missile is reported to reach, not what its owner sees or controls.";
constexpr const char* kIslandLevel =
    "Signs stand at the centre of the named island or region, not at a launcher's place.";
constexpr std::size_t kMostSources = 12;

/// What a system is, where its rings mean something else than reach against ships.
std::string_view roleWord(scenario::Role role) {
  switch (role) {
    case scenario::Role::AirDefence:
      return " (air defence)";
    case scenario::Role::Ballistic:
      return " (ballistic)";
    case scenario::Role::LandAttack:
      return " (land attack)";
    case scenario::Role::Naval:
    case scenario::Role::CoastalDefence:
      break;
  }
  return "";
}

void addSystem(ModelBuild& build, const ModelBuild::ShownSystem& shown) {
  const scenario::System& system = *shown.system;
  const bool hasRing = build.model.shows(Layer::Rings) && shown.radiusMeters > 0.0;
  LegendEntry entry;
  entry.kind = hasRing ? LegendEntry::Kind::Ring : LegendEntry::Kind::Symbol;
  entry.color = parseColor(system.color);
  entry.shape = parseSymbol(system.symbol);
  entry.text = systemName(system, build.options.language) + std::string(roleWord(system.role));
  if (shown.claim) {
    entry.text += " — " + claimText(*shown.claim);
    if (shown.claim->bound == scenario::Bound::Span && hasRing) {
      entry.detail = "drawn at " + kilometers(shown.radiusMeters / 1000.0) + " km";
    }
    build.cite(shown.claim->sources);
    const scenario::Source* source =
        shown.claim->sources.empty() ? nullptr : build.document.findSource(shown.claim->sources.front());
    std::string origin = source ? citation(*source) : std::string();
    if (!source && shown.claim->date) origin = shortDate(*shown.claim->date);
    if (!origin.empty()) entry.detail += (entry.detail.empty() ? "" : "; ") + origin;
  }
  build.model.legend.push_back(std::move(entry));
}

void addStatuses(ModelBuild& build) {
  const bool rings = !build.model.rings.empty();
  std::array<bool, 6> present{};
  for (const Ring& ring : build.model.rings) present[static_cast<std::size_t>(ring.status)] = true;
  if (!build.shownSystems.empty()) {
    for (const SiteSymbol& site : build.model.sites) {
      for (const SiteSymbol::Part& part : site.parts) {
        if (part.shape != SymbolShape::Note && !site.remark.empty())
          present[static_cast<std::size_t>(part.status)] = true;
      }
    }
  }
  for (std::size_t i = 0; i < present.size(); ++i) {
    if (!present[i]) continue;
    LegendEntry entry;
    entry.status = static_cast<Status>(i);
    entry.color = palette::kInkSoft;
    entry.kind = rings ? LegendEntry::Kind::Line : LegendEntry::Kind::Symbol;
    entry.line = ringLineStyle(entry.status, entry.color);
    entry.text = statusExplanation(entry.status);
    build.model.legend.push_back(std::move(entry));
  }
}

/// The document's own lines and areas, each kind of line once by its label.
void addShapeEntries(ModelBuild& build) {
  for (const scenario::Feature& feature : build.document.features) {
    const auto line = std::find_if(build.model.lines.begin(), build.model.lines.end(), [&](const GroundLine& l) {
      return l.id == feature.id || l.id == feature.id + "/0";
    });
    if (feature.kind == scenario::FeatureKind::Line || feature.kind == scenario::FeatureKind::Track) {
      if (line == build.model.lines.end() || line->label.empty()) continue;
      LegendEntry entry;
      entry.kind = LegendEntry::Kind::Line;
      entry.line = line->style;
      entry.color = line->style.color;
      entry.text = line->label;
      build.model.legend.push_back(std::move(entry));
    }
  }
}

void addSources(ModelBuild& build) {
  std::vector<std::string> lines;
  for (const std::string& id : build.sourceIds) {
    const scenario::Source* source = build.document.findSource(id);
    if (!source) continue;
    std::string text = citation(*source);
    if (std::find(lines.begin(), lines.end(), text) == lines.end()) lines.push_back(std::move(text));
  }
  if (lines.size() > kMostSources) {
    const std::size_t more = lines.size() - kMostSources;
    lines.resize(kMostSources);
    lines.push_back("and " + std::to_string(more) + " more in the scenario");
  }
  if (!lines.empty()) lines.front() = "Sources: " + lines.front();
  // What the map itself is made of comes last, and is there already.
  build.model.sources.insert(build.model.sources.begin(), lines.begin(), lines.end());
}

}  // namespace

void addLegend(ModelBuild& build) {
  RenderModel& model = build.model;
  std::vector<LegendEntry> ofMap = std::move(model.legend);
  model.legend.clear();
  for (const ModelBuild::ShownSystem& shown : build.shownSystems) addSystem(build, shown);
  addStatuses(build);
  addShapeEntries(build);
  model.legend.insert(model.legend.end(), ofMap.begin(), ofMap.end());
  const auto isInexact = [](const SiteSymbol& site) { return site.accuracyMeters > 0.0; };
  model.disclaimer = model.rings.empty() ? "" : kReachNotControl;
  if (std::any_of(model.sites.begin(), model.sites.end(), isInexact)) {
    model.disclaimer += (model.disclaimer.empty() ? "" : " ") + std::string(kIslandLevel);
  }
  if (!build.document.disclaimer.empty()) {
    model.disclaimer += (model.disclaimer.empty() ? "" : " ") + build.document.disclaimer;
  }
  addSources(build);
}

}  // namespace cordon::scene
