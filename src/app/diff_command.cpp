#include "app/diff_command.h"

#include <fmt/format.h>

#include "app/diff_text.h"
#include "app/load_scenario.h"
#include "app/messages.h"
#include "scenario/date.h"

namespace cordon::app {

namespace {

constexpr ExitCode kTrouble = ExitCode::WrongUse;

/// What does not fit about the arguments, if anything.
std::optional<Diagnostic> whyNotComparable(const DiffArguments& arguments) {
  const bool hasDates = !arguments.at.empty() || !arguments.against.empty();
  if (!hasDates && arguments.scenarios.size() != 2) {
    return plainError("two scenarios are compared, or one at two dates.",
                      "Name a second one, or give --at and --against.");
  }
  if (!hasDates) return std::nullopt;
  if (arguments.scenarios.size() != 1) {
    return plainError("--at and --against compare two dates of one scenario.", "Name one scenario.");
  }
  if (arguments.at.empty() || arguments.against.empty()) {
    return plainError("two dates are needed.", "Give both --at and --against.");
  }
  for (const std::string& date : {arguments.at, arguments.against}) {
    if (!scenario::Date::parse(date)) {
      return plainError(fmt::format("\"{}\" is no date.", date), "Write 2016, 2016-11 or 2016-11-18.");
    }
  }
  return std::nullopt;
}

ExitCode tell(const scenario::Comparison& comparison, const ComparedNames& names, bool json) {
  if (!print(json ? jsonOf(comparison, names) : textOf(comparison, names))) {
    report(plainError("standard output cannot be written."));
    return kTrouble;
  }
  return comparison.isEmpty() ? ExitCode::Ok : ExitCode::Different;
}

}  // namespace

ExitCode diff(const DiffArguments& arguments) {
  if (const auto problem = whyNotComparable(arguments)) {
    report(*problem);
    return kTrouble;
  }
  const std::optional<CatalogueFolder> data = loadCatalogue();
  if (!data) return kTrouble;
  std::vector<scenario::Document> documents;
  for (const std::string& name : arguments.scenarios) {
    LoadedScenario loaded = loadScenario(name, data->assets, data->catalogue);
    if (!loaded.document) return kTrouble;
    documents.push_back(std::move(*loaded.document));
  }
  if (documents.size() == 2) {
    return tell(compare(documents[0], documents[1]), {arguments.scenarios[0], arguments.scenarios[1]}, arguments.json);
  }
  const std::string& name = arguments.scenarios.front();
  return tell(
      compareDates(documents.front(), *scenario::Date::parse(arguments.at), *scenario::Date::parse(arguments.against)),
      {name + " at " + arguments.at, name + " at " + arguments.against}, arguments.json);
}

}  // namespace cordon::app
