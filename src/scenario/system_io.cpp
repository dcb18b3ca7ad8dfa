#include <cmath>

#include "scenario/members.h"
#include "scenario/parts.h"

namespace cordon::scenario {

namespace {

const auto& sourceMembers() {
  static const std::tuple table{Member{"id", &Source::id, TextCodec{}},
                                Member{"title", &Source::title, TextCodec{}},
                                Member{"publisher", &Source::publisher, TextCodec{}},
                                Member{"date", &Source::date, DateCodec{}},
                                Member{"url", &Source::url, UrlCodec{}},
                                Member{"remarks", &Source::remarks, TextCodec{}}};
  return table;
}

const auto& rangeMembers() {
  static const std::tuple table{Member{"meaning", &RangeClaim::meaning, TextCodec{}},
                                Member{"sources", &RangeClaim::sources, SourceIdsCodec{}, "source"},
                                Member{"date", &RangeClaim::date, DateCodec{}},
                                Member{"default", &RangeClaim::isDefault, BoolCodec{}},
                                Member{"target", &RangeClaim::target, WordCodec<Target>{}}};
  return table;
}

const auto& sectorMembers() {
  static const std::tuple table{Member{"from", &Sector::fromDegrees, NumberCodec{0.0, 360.0}},
                                Member{"to", &Sector::toDegrees, NumberCodec{0.0, 360.0}}};
  return table;
}

struct SectorCodec {
  std::optional<Sector> decode(const Json& json, const Place& place, ReadContext& context) const {
    if (!requireType(json, json.is_object(), "an object with the azimuths \"from\" and \"to\"", place, context)) {
      return std::nullopt;
    }
    for (const char* name : {"from", "to"}) {
      if (!json.contains(name)) context.error(place, fmt::format("The sector has no \"{}\".", name));
    }
    Sector sector;
    readMembers(sectorMembers(), json, sector, place, context);
    return sector;
  }
  Json encode(const Sector& sector) const {
    return Json{{"from", NumberCodec{}.encode(sector.fromDegrees)}, {"to", NumberCodec{}.encode(sector.toDegrees)}};
  }
};

constexpr NumberCodec kRangeKmCodec{0.0, kMostKm, true};

/// Beyond this a ring closes about the antipode with corners, which its series cannot follow (geo/ring_profile.h).
constexpr double kMostExactKm = 19'800.0;

void warnIfInexact(double km, const Place& place, ReadContext& context) {
  if (km <= kMostExactKm) return;
  context.warning(place, "Beyond 19,800 km a ring is drawn with an error of up to 2.6 km.",
                  "Mind the units: ranges are in km.");
}

/// Reads "km", a number or a pair of numbers, and "bound".
void readRangeKm(const Json& object, RangeClaim& range, const Place& place, ReadContext& context) {
  const auto bound = object.find("bound");
  std::optional<Bound> wanted;
  if (bound != object.end() && !bound->is_null()) {
    wanted = WordCodec<Bound>{}.decode(*bound, place.member("bound"), context);
  }
  const auto km = object.find("km");
  if (km == object.end()) {
    context.error(place, "The range has no \"km\".", "Give the published number, or [150, 200] for a span.");
    return;
  }
  const Place at = place.member("km");
  if (!km->is_array()) {
    const auto value = kRangeKmCodec.decode(*km, at, context);
    if (!value) return;
    warnIfInexact(*value, at, context);
    range.minKm = range.maxKm = *value;
    range.bound = wanted.value_or(Bound::Exact);
    if (range.bound == Bound::Span) {
      context.error(at, "A span needs two numbers.", "Write [150, 200], or choose exact, at_least or at_most.");
    }
    return;
  }
  if (km->size() != 2) {
    context.error(at, "A span needs two numbers.", "Write [150, 200].");
    return;
  }
  const auto least = kRangeKmCodec.decode((*km)[0], at.item(0), context);
  const auto most = kRangeKmCodec.decode((*km)[1], at.item(1), context);
  if (!least || !most) return;
  warnIfInexact(*most, at, context);
  if (*least >= *most) context.error(at, "A span's first number must be less than its second.");
  if (wanted && *wanted != Bound::Span) {
    context.error(place.member("bound"), "Two numbers are a span.", "Remove \"bound\", or give one number.");
  }
  range.minKm = *least;
  range.maxKm = *most;
  range.bound = Bound::Span;
}

RangeClaim readRange(const Json& object, const Place& place, ReadContext& context) {
  RangeClaim range;
  range.origin = context.originOf(object);
  readMembers(rangeMembers(), object, range, place, context, {"km", "bound"});
  readRangeKm(object, range, place, context);
  return range;
}

Json writeRange(const RangeClaim& range) {
  Json object = range.origin.json() ? *range.origin.json() : Json::object();
  ReadContext ignored("", nullptr);
  const RangeClaim original = range.origin.json() ? readRange(object, Place(), ignored) : RangeClaim{};
  const bool isChanged =
      range.minKm != original.minKm || range.maxKm != original.maxKm || range.bound != original.bound;
  if (isChanged || !range.origin.json()) {
    const bool isSpan = range.bound == Bound::Span;
    object["km"] = isSpan ? Json::array({NumberCodec{}.encode(range.minKm), NumberCodec{}.encode(range.maxKm)})
                          : NumberCodec{}.encode(range.maxKm);
    object.erase("bound");
    if (!isSpan && range.bound != Bound::Exact) object["bound"] = toWord(range.bound);
  }
  writeMembers(rangeMembers(), range, original, RangeClaim{}, object);
  return object;
}

struct RangesCodec {
  std::optional<std::vector<RangeClaim>> decode(const Json& json, const Place& place, ReadContext& context) const {
    if (!requireType(json, json.is_array(), "an array of ranges", place, context)) return std::nullopt;
    std::vector<RangeClaim> ranges;
    bool hasDefault = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
      const Place item = place.item(i);
      if (!requireType(json[i], json[i].is_object(), "an object", item, context)) continue;
      ranges.push_back(readRange(json[i], item, context));
      if (ranges.back().isDefault && std::exchange(hasDefault, true)) {
        context.error(item.member("default"), "The system has two default ranges.", "Mark only one of them.");
      }
    }
    return ranges;
  }
  Json encode(const std::vector<RangeClaim>& ranges) const {
    Json json = Json::array();
    for (const RangeClaim& range : ranges) json.push_back(writeRange(range));
    return json;
  }
};

const auto& systemMembers() {
  static const std::tuple table{Member{"id", &System::id, TextCodec{}},
                                Member{"name", &System::name, TextCodec{}},
                                Member{"names", &System::names, TextMapCodec{}},
                                Member{"designations", &System::designations, TextListCodec{}},
                                Member{"role", &System::role, WordCodec<Role>{}},
                                Member{"operator", &System::operatorName, TextCodec{}},
                                Member{"color", &System::color, ColorCodec{}},
                                Member{"symbol", &System::symbol, SymbolCodec{}},
                                Member{"ranges", &System::ranges, RangesCodec{}},
                                Member{"minimum_range_km", &System::minimumRangeKm, NumberCodec{0.0, kMostKm, true}},
                                Member{"sector", &System::sector, SectorCodec{}},
                                Member{"remarks", &System::remarks, TextCodec{}}};
  return table;
}

}  // namespace

std::string defaultColor(const std::string& systemId) {
  // Paul Tol's "muted" scheme: told apart by colour-blind eyes.
  static const std::vector<std::string> colors{"#cc6677", "#332288", "#ddcc77", "#117733", "#88ccee",
                                               "#882255", "#44aa99", "#999933", "#aa4499"};
  std::uint32_t hash = 2166136261U;  // FNV-1a: the same on every machine
  for (const char c : systemId) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return colors[hash % colors.size()];
}

System readSystem(const Json& object, std::shared_ptr<const System> base, const Place& place, ReadContext& context) {
  System system = base ? *base : System{};
  system.base = std::move(base);
  system.fromCatalogue = false;
  system.origin = context.originOf(object);
  readMembers(systemMembers(), object, system, place, context);
  if (system.id.empty()) {
    context.error(place, "The system has no \"id\".", "Give it a short name that sites refer to.");
  }
  const auto color = object.find("color");
  if (!system.base && (color == object.end() || color->is_null())) system.color = defaultColor(system.id);
  if (system.name.empty()) system.name = system.id;
  if (system.ranges.empty()) {
    context.error(place, "The system has no \"ranges\".", "Give at least one, e.g. [{ \"km\": 130 }].");
  }
  for (const RangeClaim& range : system.ranges) {
    if (system.minimumRangeKm && *system.minimumRangeKm >= range.maxKm && range.maxKm > 0.0) {
      context.error(place, "The minimum range is not less than the range.", "Mind the units: both are in km.");
      break;
    }
  }
  return system;
}

Json writeSystem(const System& system) {
  Json object = system.origin.json() ? *system.origin.json() : Json{{"id", system.id}};
  ReadContext ignored("", nullptr);
  const System original = readSystem(object, system.base, Place(), ignored);
  const System absent = readSystem(Json{{"id", system.id}}, system.base, Place(), ignored);
  writeMembers(systemMembers(), system, original, absent, object);
  return object;
}

Source readSource(const Json& object, const Place& place, ReadContext& context) {
  Source source;
  source.origin = context.originOf(object);
  readMembers(sourceMembers(), object, source, place, context);
  if (source.id.empty()) {
    context.error(place, "The source has no \"id\".", "Give it a short name that statements refer to.");
  }
  return source;
}

Json writeSource(const Source& source) {
  Json object = source.origin.json() ? *source.origin.json() : Json::object();
  ReadContext ignored("", nullptr);
  writeMembers(sourceMembers(), source, readSource(object, Place(), ignored), Source{}, object);
  return object;
}

}  // namespace cordon::scenario
