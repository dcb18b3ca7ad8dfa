#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "scenario/io.h"
#include "scenario/json_text.h"
#include "scenario/place.h"

namespace cordon::scenario {

namespace {

/// What the validator says of one place.
struct Violation {
  std::vector<std::string> steps;  ///< from the root: member names and indices
  std::string description;

  bool isWrapper() const {
    return description.rfind("Failed to validate", 0) == 0 || description.rfind("Object failed", 0) == 0;
  }
  bool isAtOrAbove(const Violation& other) const {
    return steps.size() <= other.steps.size() && std::equal(steps.begin(), steps.end(), other.steps.begin());
  }
  std::string pointer() const {
    std::string text;
    for (const std::string& step : steps) text.append("/").append(escapePointerToken(step));
    return text;
  }
};

std::vector<Violation> violationsOf(valijson::ValidationResults& results) {
  std::vector<Violation> violations;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    Violation violation;
    violation.description = error.description;
    // The context is "<root>", then each step in brackets.
    for (std::size_t i = 1; i < error.context.size(); ++i) {
      const std::string& step = error.context[i];
      const bool isBracketed = step.size() >= 2 && step.front() == '[' && step.back() == ']';
      violation.steps.push_back(isBracketed ? step.substr(1, step.size() - 2) : step);
    }
    violations.push_back(std::move(violation));
  }
  return violations;
}

/// The validator's words for what users meet most, in this program's words.
std::string readable(const std::string& description) {
  static const std::map<std::string, std::string> sentences{
      {"Failed to match against any enum values.", "This is not one of the values that may stand here."},
      {"Failed to match expected value set by 'const' constraint.", "This is not the value that must stand here."},
      {"Failed to match regex specified by 'pattern' constraint.", "The text does not have the form needed here."},
      {"Value type not permitted by 'type' constraint.", "A value of this type may not stand here."}};
  const auto sentence = sentences.find(description);
  return sentence == sentences.end() ? description : sentence->second;
}

/// Finds the description of a place in the schema, which says what belongs there.
std::string describe(const nlohmann::json& schema, const std::vector<std::string>& steps) {
  const auto resolved = [&schema](const nlohmann::json* node) {
    while (node->contains("$ref")) {
      const std::string reference = node->at("$ref").get<std::string>().substr(1);
      node = &schema.at(nlohmann::json::json_pointer(reference));
    }
    return node;
  };
  const nlohmann::json* node = &schema;
  for (const std::string& step : steps) {
    node = resolved(node);
    if (node->contains("properties") && node->at("properties").contains(step)) {
      node = &node->at("properties").at(step);
    } else if (node->contains("items") && node->at("items").is_object()) {
      node = &node->at("items");
    } else {
      // Deeper than the schema's plain part: what is said of the place above holds.
      break;
    }
  }
  node = resolved(node);
  return node->value("description", "");
}

Diagnostic failure(const std::string& file, std::string message) {
  return Diagnostic{Severity::Error, std::move(message), file, "", std::nullopt, "Reinstall the program."};
}

}  // namespace

Diagnostics checkSchema(std::string_view text, const std::string& fileName, const std::filesystem::path& assetsFolder) {
  const auto ordered = parseJson(text, fileName);
  if (!ordered) return ordered.diagnostics();

  const auto path = assetsFolder / "schema" / "cordon-scenario.schema.json";
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  if (!file) return {failure(path.string(), "The scenario's schema cannot be read.")};
  const nlohmann::json schemaJson = nlohmann::json::parse(content.str(), nullptr, false);
  if (schemaJson.is_discarded()) return {failure(path.string(), "The scenario's schema is not JSON.")};

  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schemaJson), schema);

  const nlohmann::json target = nlohmann::json::parse(text);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(target), &results)) return {};

  const auto violations = violationsOf(results);
  Diagnostics problems;
  std::set<std::string> told;
  for (const Violation& violation : violations) {
    // "Failed to validate against ..." only passes on what is told more exactly elsewhere.
    const bool isPassedOn = violation.isWrapper() &&
                            std::any_of(violations.begin(), violations.end(), [&violation](const Violation& other) {
                              return !other.isWrapper() && violation.isAtOrAbove(other);
                            });
    const std::string pointer = violation.pointer();
    if (isPassedOn || !told.insert(pointer + "\n" + violation.description).second) continue;
    problems.push_back({Severity::Error, readable(violation.description), fileName, pointer, std::nullopt,
                        describe(schemaJson, violation.steps)});
    if (problems.size() >= 1000) break;
  }
  return problems;
}

}  // namespace cordon::scenario
