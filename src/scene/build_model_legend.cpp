#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "scene/build_model_state.h"
#include "scene/model_text.h"
#include "scene/palette.h"

namespace cordon::scene {

namespace {

constexpr const char* kReachNotControl =
    "A ring is how far a missile is reported to reach, not what its owner sees or controls.";
constexpr const char* kIslandLevel =
    "Signs stand at the centre of the named island or region, not at a launcher's place.";

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

/// Where a claim was published: "Kyodo, 30 Dec 2018"; empty where nothing is known of it.
std::string originOf(const ModelBuild& build, const scenario::RangeClaim& claim) {
  const scenario::Source* source = claim.sources.empty() ? nullptr : build.document.findSource(claim.sources.front());
  std::string origin = source ? shortCitation(*source) : std::string();
  if (!source && claim.date) origin = shortDate(*claim.date);
  // A map of an earlier day may need a figure that was printed afterwards; it must not pass for one of that day.
  if (source && source->date && source->date->firstDay() > build.date.lastDay()) origin += ", after this map's date";
  return origin;
}

/// Whether figures differ from the published ones, which the details then give.
bool isConverted(const ModelBuild& build) {
  return build.options.lengthUnit != LengthUnit::Kilometers;
}

void addDetail(LegendEntry& entry, const std::string& text) {
  if (text.empty()) return;
  entry.detail += (entry.detail.empty() ? "" : "; ") + text;
}

/// Both ends of a span, each with its origin; one claim that is a span itself needs no numbers again.
void addSpan(ModelBuild& build, const ModelBuild::ShownSystem& shown, LegendEntry& entry) {
  const double leastKm = shown.radiusMeters / 1000.0;
  const double greatestKm = shown.farthestMeters / 1000.0;
  entry.text += " — " + spanText(leastKm, greatestKm, build.options.lengthUnit);
  if (isConverted(build) && shown.farthest == shown.claim) addDetail(entry, spanText(leastKm, greatestKm));
  build.cite(shown.claim->sources);
  if (shown.farthest == shown.claim) {
    addDetail(entry, originOf(build, *shown.claim));
    return;
  }
  build.cite(shown.farthest->sources);
  for (const scenario::RangeClaim* claim : {shown.claim, shown.farthest}) {
    const std::string origin = originOf(build, *claim);
    addDetail(entry, claimText(*claim) + (origin.empty() ? "" : " (" + origin + ")"));
  }
}

void addClaim(ModelBuild& build, const ModelBuild::ShownSystem& shown, LegendEntry& entry) {
  const scenario::RangeClaim& claim = *shown.claim;
  entry.text += " — " + claimText(claim, build.options.lengthUnit);
  if (isConverted(build)) addDetail(entry, claimText(claim));
  if (claim.bound == scenario::Bound::Span && entry.kind == LegendEntry::Kind::Ring) {
    addDetail(entry, "drawn at " + claimedText(shown.radiusMeters / 1000.0, build.options.lengthUnit));
  }
  // A reader who picked a claim wants to read which it is.
  if (shown.look.claim.kind == RangeChoice::Claim) addDetail(entry, claim.meaning);
  build.cite(claim.sources);
  addDetail(entry, originOf(build, claim));
}

void addSystem(ModelBuild& build, const ModelBuild::ShownSystem& shown) {
  const scenario::System& system = *shown.system;
  const bool hasRing = build.model.shows(Layer::Rings) && shown.radiusMeters > 0.0;
  LegendEntry entry;
  entry.kind = hasRing ? LegendEntry::Kind::Ring : LegendEntry::Kind::Symbol;
  entry.color = shown.color;
  entry.shape = parseSymbol(system.symbol);
  entry.text = systemName(system, build.options.language) + std::string(roleWord(system.role));
  if (shown.farthest) {
    addSpan(build, shown, entry);
  } else if (shown.claim) {
    addClaim(build, shown, entry);
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
    entry.forStatus = true;
    entry.color = paletteOf(build.options.palette).inkSoft;
    entry.kind = rings ? LegendEntry::Kind::Ring : LegendEntry::Kind::Symbol;
    entry.text = statusExplanation(entry.status);
    build.model.legend.push_back(std::move(entry));
  }
}

bool sameLook(const LineStyle& a, const LineStyle& b) {
  return a.color.red == b.color.red && a.color.green == b.color.green && a.color.blue == b.color.blue &&
         a.widthPixels == b.widthPixels && a.dashPixels == b.dashPixels;
}

/// What two labels begin with, without a number or a mark at its end: "Tantal, voyage 1" and "... 2" give the ship.
std::string commonStart(const std::string& a, const std::string& b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  std::string start(a.begin(), ends.first);
  const std::size_t last = start.find_last_not_of(" ,;:(-0123456789");
  start.resize(last == std::string::npos ? 0 : last + 1);
  return start;
}

/// The document's own lines and areas; lines that look alike share an entry where their labels begin alike.
void addShapeEntries(ModelBuild& build) {
  std::vector<LegendEntry> entries;
  for (const GroundLine& line : build.model.lines) {
    if (line.label.empty()) continue;
    const auto alike = std::find_if(entries.begin(), entries.end(), [&](const LegendEntry& entry) {
      return sameLook(entry.line, line.style) && commonStart(entry.text, line.label).size() >= 4;
    });
    if (alike != entries.end()) {
      alike->text = commonStart(alike->text, line.label);
      continue;
    }
    LegendEntry entry;
    entry.kind = LegendEntry::Kind::Line;
    entry.line = line.style;
    entry.color = line.style.color;
    entry.text = line.label;
    entries.push_back(std::move(entry));
  }
  for (const GroundArea& area : build.model.areas) {
    if (area.label.empty()) continue;
    LegendEntry entry;
    entry.kind = LegendEntry::Kind::Area;
    entry.color = area.fill.value_or(typography::Color{0.0, 0.0, 0.0, 0.0});
    entry.hatch = area.hatch;
    if (area.outline) entry.line = *area.outline;
    entry.text = area.label;
    entries.push_back(std::move(entry));
  }
  build.model.legend.insert(build.model.legend.end(), entries.begin(), entries.end());
}

void addSources(ModelBuild& build) {
  std::vector<std::string>& lines = build.model.sources;
  for (const std::string& id : build.sourceIds) {
    const scenario::Source* source = build.document.findSource(id);
    if (!source) continue;
    std::string text = shortCitation(*source);
    if (std::find(lines.begin(), lines.end(), text) == lines.end()) lines.push_back(std::move(text));
  }
}

}  // namespace

void addLegend(ModelBuild& build) {
  RenderModel& model = build.model;
  for (const ModelBuild::ShownSystem& shown : build.shownSystems) addSystem(build, shown);
  addStatuses(build);
  addShapeEntries(build);
  const std::string& own = build.document.disclaimer;
  std::vector<std::string> sentences;
  // The document may say it in its own words, but not leave it out.
  if (!model.rings.empty() && own.find("sees or controls") == std::string::npos) sentences.push_back(kReachNotControl);
  const auto isInexact = [](const SiteSymbol& site) { return site.accuracyMeters > 0.0; };
  if (own.empty() && std::any_of(model.sites.begin(), model.sites.end(), isInexact)) sentences.push_back(kIslandLevel);
  if (!own.empty()) sentences.push_back(own);
  for (const std::string& sentence : sentences) model.disclaimer += (model.disclaimer.empty() ? "" : " ") + sentence;
  addSources(build);
}

}  // namespace cordon::scene
