#include "scenario/members.h"
#include "scenario/parts.h"

namespace cordon::scenario {

namespace {

const auto& assignmentMembers() {
  static const std::tuple table{Member{"system", &SystemAssignment::systemId, SystemIdCodec{}},
                                Member{"status", &SystemAssignment::status, WordCodec<Status>{}},
                                Member{"from", &SystemAssignment::from, DateCodec{}},
                                Member{"to", &SystemAssignment::to, DateCodec{}},
                                Member{"due", &SystemAssignment::due, DateCodec{}},
                                Member{"last_confirmed", &SystemAssignment::lastConfirmed, DateCodec{}},
                                Member{"sources", &SystemAssignment::sources, SourceIdsCodec{}, "source"},
                                Member{"confidence", &SystemAssignment::confidence, WordCodec<Confidence>{}},
                                Member{"remarks", &SystemAssignment::remarks, TextCodec{}}};
  return table;
}

const auto& styleMembers() {
  static const std::tuple table{Member{"color", &Style::color, ColorCodec{}},
                                Member{"fill", &Style::fill, ColorCodec{}},
                                Member{"fill_opacity", &Style::fillOpacity, NumberCodec{0.0, 1.0}},
                                Member{"width", &Style::widthPixels, NumberCodec{0.0, 50.0, true}},
                                Member{"dash", &Style::dashPixels, DashCodec{}},
                                Member{"hatch", &Style::hatch, WordCodec<Hatch>{}}};
  return table;
}

const auto& propertyMembers() {
  static const std::tuple table{Member{"name", &Feature::name, TextCodec{}},
                                Member{"names", &Feature::names, TextMapCodec{}},
                                Member{"alt_names", &Feature::altNames, TextMapCodec{}},
                                Member{"accuracy_km", &Feature::accuracyKm, NumberCodec{0.0, kMostKm}},
                                Member{"date", &Feature::date, DateCodec{}},
                                Member{"from", &Feature::from, DateCodec{}},
                                Member{"to", &Feature::to, DateCodec{}},
                                Member{"times", &Feature::times, TimesCodec{}},
                                Member{"sources", &Feature::sources, SourceIdsCodec{}, "source"},
                                Member{"text", &Feature::text, TextCodec{}},
                                Member{"remarks", &Feature::remarks, TextCodec{}},
                                Member{"label_priority", &Feature::labelPriority, IntegerCodec{-100, 100}},
                                Member{"group", &Feature::group, TextCodec{}}};
  return table;
}

void checkOrder(const std::optional<Date>& from, const std::optional<Date>& to, std::string_view laterName,
                const Place& place, ReadContext& context) {
  if (from && to && to->lastDay() < from->firstDay()) {
    context.error(place.member(laterName),
                  fmt::format("\"{}\" ({}) is before \"from\" ({}).", laterName, to->toString(), from->toString()),
                  "Swap or mend the dates.");
  }
}

SystemAssignment readAssignment(const Json& object, const Place& place, ReadContext& context) {
  SystemAssignment assignment;
  assignment.origin = context.originOf(object);
  readMembers(assignmentMembers(), object, assignment, place, context);
  const auto system = object.find("system");
  if (system == object.end() || system->is_null()) {
    context.error(place, "The entry names no \"system\".", "Give the id of a system, e.g. \"bastion-p\".");
  }
  checkOrder(assignment.from, assignment.to, "to", place, context);
  checkOrder(assignment.from, assignment.lastConfirmed, "last_confirmed", place, context);
  return assignment;
}

Json writeAssignment(const SystemAssignment& assignment) {
  Json object = assignment.origin.json() ? *assignment.origin.json() : Json::object();
  ReadContext ignored("", nullptr);
  writeMembers(assignmentMembers(), assignment, readAssignment(object, Place(), ignored), SystemAssignment{}, object);
  return object;
}

std::vector<SystemAssignment> readAssignments(const Json& json, const Place& place, ReadContext& context) {
  std::vector<SystemAssignment> assignments;
  if (json.is_null() || !requireType(json, json.is_array(), "an array of objects", place, context)) return assignments;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const Place item = place.item(i);
    if (requireType(json[i], json[i].is_object(), "an object such as { \"system\": \"bal\" }", item, context)) {
      assignments.push_back(readAssignment(json[i], item, context));
    }
  }
  return assignments;
}

/// The id of a feature: a text or a whole number; empty where there is none.
std::string readId(const Json& object, const Place& place, ReadContext& context) {
  const auto id = object.find("id");
  if (id == object.end() || id->is_null()) return "";
  if (id->is_number_integer()) return id->dump();
  if (id->is_string() && !id->get_ref<const std::string&>().empty()) return id->get<std::string>();
  context.error(place.member("id"), fmt::format("An id must be a text or a whole number, not {}.", describeType(*id)));
  return "";
}

void checkKind(const Feature& feature, const Place& properties, ReadContext& context) {
  if (feature.kind != FeatureKind::Site && !feature.systems.empty()) {
    context.error(properties.member("systems"), fmt::format("A {} has no systems.", toWord(feature.kind)),
                  "Only a feature of the kind \"site\" has.");
  }
  if (feature.times.empty()) return;
  const Place times = properties.member("times");
  if (feature.kind != FeatureKind::Track) {
    context.error(times, fmt::format("A {} has no times.", toWord(feature.kind)),
                  "Only a feature of the kind \"track\" has.");
    return;
  }
  const auto* lines = std::get_if<std::vector<Path>>(&feature.geometry);
  if (lines && !lines->empty() && lines->front().size() != feature.times.size()) {
    context.error(times,
                  fmt::format("The track has {} vertices but {} times.", lines->front().size(), feature.times.size()),
                  "Give one time for each vertex.");
  }
}

std::optional<FeatureKind> readKind(const Json& properties, const Place& place, ReadContext& context) {
  const auto kind = properties.find("kind");
  if (kind == properties.end()) {
    context.error(place, "The feature has no \"kind\".", "Add \"kind\": site, area, line, track or note.");
    return std::nullopt;
  }
  return WordCodec<FeatureKind>{}.decode(*kind, place.member("kind"), context);
}

void readProperties(const Json& properties, Feature& feature, const Place& place, ReadContext& context) {
  readMembers(propertyMembers(), properties, feature, place, context, {"kind", "systems", "style"});
  const auto systems = properties.find("systems");
  if (systems != properties.end()) feature.systems = readAssignments(*systems, place.member("systems"), context);
  const auto style = properties.find("style");
  if (style != properties.end() && !style->is_null()) {
    const Place at = place.member("style");
    if (requireType(*style, style->is_object(), "an object", at, context)) {
      readMembers(styleMembers(), *style, feature.style, at, context);
    }
  }
  checkOrder(feature.from, feature.to, "to", place, context);
}

}  // namespace

std::string featureIdIfNone(std::size_t index) {
  return fmt::format("feature-{}", index + 1);
}

Feature readFeature(const Json& object, const std::string& idIfNone, const Place& place, ReadContext& context) {
  Feature feature;
  feature.origin = context.originOf(object);
  const auto type = object.find("type");
  if (type == object.end() || *type != "Feature") {
    context.error(place.member("type"), "Every item of \"features\" must have the \"type\" \"Feature\".");
  }
  feature.id = readId(object, place, context);
  if (feature.id.empty()) feature.id = idIfNone;

  const Place propertiesPlace = place.member("properties");
  const auto properties = object.find("properties");
  if (properties == object.end() || !properties->is_object()) {
    context.error(propertiesPlace, "The feature has no object \"properties\".", "Add at least { \"kind\": \"site\" }.");
    return feature;
  }
  const auto kind = readKind(*properties, propertiesPlace, context);
  readProperties(*properties, feature, propertiesPlace, context);
  if (!kind) return feature;
  feature.kind = *kind;

  const Place geometryPlace = place.member("geometry");
  const auto geometryJson = object.find("geometry");
  if (geometryJson == object.end() || geometryJson->is_null()) {
    context.error(geometryPlace, "The feature has no geometry.", "Say where it is, or remove it.");
    return feature;
  }
  auto geometry = readGeometry(*geometryJson, *kind, geometryPlace, context);
  if (geometry) {
    feature.geometry = std::move(*geometry);
    checkKind(feature, propertiesPlace, context);
  }
  return feature;
}

Json writeFeature(const Feature& feature, const std::string& idIfNone) {
  const bool isNew = feature.origin.json() == nullptr;
  Json object = isNew ? Json{{"type", "Feature"}} : *feature.origin.json();
  ReadContext ignored("", nullptr);
  const Feature original = isNew ? Feature{} : readFeature(object, idIfNone, Place(), ignored);
  if (feature.id != (isNew ? idIfNone : original.id)) object["id"] = feature.id;
  if (isNew || feature.geometry != original.geometry) {
    Json& geometry = object["geometry"];
    Json written = writeGeometry(feature.geometry);
    if (geometry.is_object()) {
      geometry.update(written);
    } else {
      geometry = std::move(written);
    }
  }
  Json& properties = object["properties"];
  if (!properties.is_object()) properties = Json::object();
  if (isNew || feature.kind != original.kind) properties["kind"] = toWord(feature.kind);
  writeMembers(propertyMembers(), feature, original, Feature{}, properties);
  if (feature.systems != original.systems) {
    Json systems = Json::array();
    for (const SystemAssignment& assignment : feature.systems) systems.push_back(writeAssignment(assignment));
    properties["systems"] = std::move(systems);
  }
  if (!(feature.style == original.style)) {
    Json& style = properties["style"];
    if (!style.is_object()) style = Json::object();
    writeMembers(styleMembers(), feature.style, original.style, Style{}, style);
  }
  return object;
}

}  // namespace cordon::scenario
