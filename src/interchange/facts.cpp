#include "interchange/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "scenario/state.h"
#include "scenario/words.h"

namespace cordon::interchange {

namespace {

using scenario::Status;

void addText(Json& facts, const std::string& name, const std::string& text) {
  if (!text.empty()) facts[name] = text;
}

void addDate(Json& facts, const std::string& name, const std::optional<scenario::Date>& date) {
  if (date) facts[name] = date->toString();
}

void addSources(Json& facts, const scenario::Document& document, const std::vector<std::string>& ids) {
  std::string texts;
  std::string names;
  for (const std::string& id : ids) {
    if (!names.empty()) names += ' ';
    names += id;
    const scenario::Source* source = document.findSource(id);
    if (source == nullptr) continue;
    if (!texts.empty()) texts += " | ";
    texts += sourceText(*source);
  }
  addText(facts, "sources", texts);
  addText(facts, "source_ids", names);
}

void addStatement(Json& facts, const scenario::Document& document, const scenario::SystemAssignment& statement) {
  facts["status"] = scenario::toWord(statement.status);
  addDate(facts, "from", statement.from);
  addDate(facts, "to", statement.to);
  addDate(facts, "due", statement.due);
  addDate(facts, "last_confirmed", statement.lastConfirmed);
  if (statement.confidence) facts["confidence"] = scenario::toWord(*statement.confidence);
  addText(facts, "remarks", statement.remarks);
  addSources(facts, document, statement.sources);
}

/// What addStatement() and the writers say by themselves.
const std::set<std::string_view>& knownProperties() {
  static const std::set<std::string_view> names{"kind", "name",    "names", "alt_names",      "accuracy_km", "systems",
                                                "date", "from",    "to",    "times",          "sources",     "source",
                                                "text", "remarks", "group", "label_priority", "style"};
  return names;
}

/// Members that the scenario format does not know; what an import kept in "attributes" stands among the others again.
void addUnknown(Json& facts, const scenario::Feature& feature) {
  if (feature.origin.json() == nullptr || !feature.origin.json()->is_object()) return;
  const auto properties = feature.origin.json()->find("properties");
  if (properties == feature.origin.json()->end() || !properties->is_object()) return;
  const auto add = [&facts](const std::string& name, const Json& value) {
    if (!value.is_null() && !facts.contains(name)) facts[name] = value;
  };
  for (const auto& [name, value] : properties->items()) {
    if (knownProperties().contains(name)) continue;
    if (name == "attributes" && value.is_object()) {
      for (const auto& [inner, innerValue] : value.items()) add(inner, innerValue);
    } else {
      add(name, value);
    }
  }
}

std::string plainNumber(double value) {
  return fmt::format("{}", value);
}

}  // namespace

std::string claimText(const scenario::RangeClaim& claim) {
  std::string text;
  switch (claim.bound) {
    case scenario::Bound::Exact:
      text = plainNumber(claim.maxKm) + " km";
      break;
    case scenario::Bound::AtLeast:
      text = "at least " + plainNumber(claim.maxKm) + " km";
      break;
    case scenario::Bound::AtMost:
      text = "at most " + plainNumber(claim.maxKm) + " km";
      break;
    case scenario::Bound::Span:
      text = plainNumber(claim.minKm) + " to " + plainNumber(claim.maxKm) + " km";
      break;
  }
  if (!claim.meaning.empty()) text += ", " + claim.meaning;
  return text;
}

std::string sourceText(const scenario::Source& source) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += ", ";
    text += part;
  };
  add(source.title);
  add(source.publisher);
  if (source.date) add(source.date->toString());
  add(source.url);
  return text.empty() ? source.id : text;
}

std::string factText(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string titleOf(const scenario::Feature& feature) {
  return feature.name.empty() ? feature.id : feature.name;
}

std::string titleOf(const MapRing& ring) {
  const std::string& name = ring.system->name.empty() ? ring.system->id : ring.system->name;
  return fmt::format("{}: {} {} km", titleOf(*ring.site), name, ring.claim->maxKm);
}

std::string dayText(int daysSince1970) {
  return scenario::Date::fromDay(daysSince1970).toString();
}

bool isOnMap(const scenario::Feature& feature, const std::optional<scenario::Date>& day) {
  return !day || scenario::isShown(feature, *day);
}

Json ringFacts(const scenario::Document& document, const MapRing& ring) {
  Json facts = Json::object();
  facts["kind"] = "ring";
  facts["id"] = ring.id;
  facts["name"] = titleOf(ring);
  facts["site"] = ring.site->id;
  facts["system"] = ring.system->id;
  addText(facts, "system_name", ring.system->name);
  facts["radius_km"] = ring.claim->maxKm;
  if (ring.innerRadiusMeters > 0.0) facts["inner_radius_km"] = *ring.system->minimumRangeKm;
  if (ring.system->sector) {
    facts["sector_from"] = ring.system->sector->fromDegrees;
    facts["sector_to"] = ring.system->sector->toDegrees;
  }
  std::string claims;
  for (const scenario::RangeClaim& claim : ring.system->ranges) {
    if (!claims.empty()) claims += "; ";
    claims += claimText(claim);
  }
  facts["bound"] = scenario::toWord(ring.claim->bound);
  facts["claims"] = claims;
  addStatement(facts, document, *ring.statement);
  if (ring.firstDay) facts["shown_from"] = dayText(*ring.firstDay);
  if (ring.lastDay) facts["shown_to"] = dayText(*ring.lastDay);
  return facts;
}

Json statementFacts(const scenario::Document& document, const scenario::Feature& site,
                    const scenario::SystemAssignment& statement) {
  Json facts = Json::object();
  facts["site"] = site.id;
  facts["system"] = statement.systemId;
  addStatement(facts, document, statement);
  return facts;
}

Json featureFacts(const scenario::Document& document, const scenario::Feature& feature) {
  Json facts = Json::object();
  facts["kind"] = scenario::toWord(feature.kind);
  facts["id"] = feature.id;
  facts["name"] = titleOf(feature);
  for (const auto& [language, name] : feature.names) facts["name_" + language] = name;
  for (const auto& [language, name] : feature.altNames) facts["alt_name_" + language] = name;
  if (feature.accuracyKm) facts["accuracy_km"] = *feature.accuracyKm;
  addDate(facts, "date", feature.date);
  addDate(facts, "from", feature.from);
  addDate(facts, "to", feature.to);
  addText(facts, "group", feature.group);
  addText(facts, "text", feature.text);
  addText(facts, "remarks", feature.remarks);
  if (feature.labelPriority != 0) facts["label_priority"] = feature.labelPriority;
  addSources(facts, document, feature.sources);
  addUnknown(facts, feature);
  return facts;
}

Look lookOf(const MapRing& ring) {
  Look look;
  look.color = look.fill = ring.system->color;
  switch (ring.statement->status) {
    case Status::Deployed:
      return {look.color, 2.4, 1.0, look.fill, 0.18};
    case Status::Reported:
      return {look.color, 2.2, 1.0, look.fill, 0.14};
    case Status::Planned:
      return {look.color, 2.2, 0.8, look.fill, 0.1};
    case Status::Exercise:
      return {look.color, 2.2, 0.7, look.fill, 0.08};
    case Status::Withdrawn:
      return {"#7b8289", 1.4, 0.8, "#7b8289", 0.0};
    case Status::Hypothetical:
      return {look.color, 1.6, 0.6, look.fill, 0.0};
  }
  return look;
}

Look lookOf(const scenario::Feature& feature) {
  Look look;
  look.color = feature.style.color.value_or("#4a4b40");
  look.widthPixels = feature.style.widthPixels.value_or(1.6);
  look.fill = feature.style.fill.value_or(look.color);
  look.fillOpacity = feature.style.fillOpacity.value_or(0.14);
  return look;
}

}  // namespace cordon::interchange
