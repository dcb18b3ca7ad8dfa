#include "ui/field_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "edit/command_table.h"

namespace cordon::ui {

namespace {

std::string trimmed(const std::string& text) {
  const std::size_t from = text.find_first_not_of(" \t\n");
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\n") - from + 1);
}

std::optional<double> readNumber(const std::string& text) {
  const std::string word = trimmed(text);
  double value = 0.0;
  const char* const end = word.data() + word.size();
  const auto [rest, problem] = std::from_chars(word.data(), end, value);
  const bool isNumber = !word.empty() && problem == std::errc() && rest == end && std::isfinite(value);
  return isNumber ? std::optional(value) : std::nullopt;
}

FieldJson numberJson(double value) {
  constexpr double kMostWhole = 1e15;
  if (value == std::round(value) && std::abs(value) < kMostWhole) return static_cast<std::int64_t>(value);
  return value;
}

/// Two numbers with "to", a dash or a comma between them.
std::optional<std::pair<double, double>> readPair(const std::string& text) {
  for (const char* between : {"to", "–", "-", ","}) {
    const std::size_t at = text.find(between, 1);
    if (text.empty() || at == std::string::npos) continue;
    const auto first = readNumber(text.substr(0, at));
    const auto second = readNumber(text.substr(at + std::string_view(between).size()));
    if (first && second) return std::pair(*first, *second);
  }
  return std::nullopt;
}

FieldValue refused(std::string message, std::string mend) {
  return FieldValue::failure(Diagnostic{Severity::Error, std::move(message), {}, {}, {}, std::move(mend)});
}

}  // namespace

FieldValue textValue(const std::string& text) {
  return text.empty() ? std::optional<FieldJson>() : std::optional<FieldJson>(text);
}

FieldValue numberValue(const std::string& text) {
  const std::string word = trimmed(text);
  if (word.empty()) return std::optional<FieldJson>();
  if (const auto number = readNumber(word)) return std::optional<FieldJson>(numberJson(*number));
  return refused(fmt::format("\"{}\" is no number.", word), "Write one such as 12.5.");
}

FieldValue listValue(const std::string& text) {
  FieldJson list = FieldJson::array();
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::string item = trimmed(text.substr(at, end - at));
    if (!item.empty()) list.push_back(item);
    at = end + 1;
  }
  return list.empty() ? std::optional<FieldJson>() : std::optional<FieldJson>(std::move(list));
}

FieldValue numbersValue(const std::string& text) {
  FieldJson list = FieldJson::array();
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ' && c != ',' && c != ';') {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    const auto number = readNumber(word);
    if (!number) return refused(fmt::format("\"{}\" is no number.", word), "Write lengths such as 6, 4.");
    list.push_back(numberJson(*number));
    word.clear();
  }
  return list.empty() ? std::optional<FieldJson>() : std::optional<FieldJson>(std::move(list));
}

FieldValue sectorValue(const std::string& text) {
  if (trimmed(text).empty()) return std::optional<FieldJson>();
  const auto pair = readPair(trimmed(text));
  if (!pair) return refused("A sector has two azimuths.", "Write degrees clockwise from north, such as 350 to 80.");
  return std::optional<FieldJson>(FieldJson{{"from", numberJson(pair->first)}, {"to", numberJson(pair->second)}});
}

FieldValue rangeValue(FieldJson range, const std::string& text) {
  const std::string word = trimmed(text);
  if (const auto one = readNumber(word)) {
    range["km"] = numberJson(*one);
    if (range.value("bound", "") == "span") range.erase("bound");
    return std::optional<FieldJson>(std::move(range));
  }
  const auto pair = readPair(word);
  if (!pair) return refused("A range is a number of km, or two for a span.", "Write 300, or 150 to 200.");
  range["km"] = FieldJson::array({numberJson(pair->first), numberJson(pair->second)});
  range.erase("bound");
  return std::optional<FieldJson>(std::move(range));
}

std::string numberText(double value) {
  return fmt::format("{}", value);
}

std::string numberText(const std::optional<double>& value) {
  return value ? numberText(*value) : std::string();
}

std::string pointerToken(const std::string& name) {
  std::string token;
  for (const char c : name) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

std::string setLine(const EditedPart& part, const std::string& pointer, const std::optional<FieldJson>& value) {
  const bool isDocument = part.kind == scenario::PartKind::Document;
  std::string line = isDocument ? (value ? "scenario-set" : "scenario-unset") : (value ? "set" : "unset");
  if (!isDocument) line += fmt::format(" {} {}", wordOf(part.kind), edit::quoted(part.id));
  line += ' ' + edit::quoted(pointer);
  if (value) line += ' ' + edit::quoted(value->dump(-1, ' ', false, FieldJson::error_handler_t::replace));
  return line;
}

Result<std::string> triedLine(const scenario::Document& document, const scenario::Catalogue& catalogue,
                              const EditedPart& part, const std::string& pointer, const FieldValue& value) {
  if (!value) return Result<std::string>::failure(value.diagnostics());
  const auto tried = scenario::withMember(document, part.kind, part.id, pointer, *value, catalogue);
  if (!tried) return Result<std::string>::failure(tried.diagnostics());
  return {setLine(part, pointer, *value), tried.diagnostics()};
}

std::optional<FieldJson> withText(std::map<std::string, std::string> texts, const std::string& key,
                                  const std::string& text) {
  if (text.empty()) {
    texts.erase(key);
  } else {
    texts[key] = text;
  }
  return texts.empty() ? std::nullopt : std::optional<FieldJson>(texts);
}

FieldJson wholeSystem(const scenario::Document& document, const std::string& id) {
  const scenario::System* system = document.findSystem(id);
  if (system == nullptr) return nullptr;
  scenario::Document alone;
  alone.systems = {*system};
  scenario::System& whole = alone.systems.front();
  whole.base.reset();
  whole.fromCatalogue = false;
  return scenario::partObject(alone, scenario::PartKind::System, id);
}

std::string sourcesLine(const scenario::Document& document, const EditedPart& part, const std::string& pointer,
                        const std::vector<std::string>& ids) {
  const FieldJson::json_pointer at(pointer);
  const FieldJson object = scenario::partObject(document, part.kind, part.id);
  const FieldJson::json_pointer parent = at.parent_pointer();
  if (object.contains(parent) && object.at(parent).contains("source")) {
    FieldJson changed = object.at(parent);
    changed.erase("source");
    if (!ids.empty()) changed["sources"] = ids;
    return setLine(part, parent.to_string(), changed);
  }
  return setLine(part, pointer, ids.empty() ? std::nullopt : std::optional<FieldJson>(ids));
}

}  // namespace cordon::ui
