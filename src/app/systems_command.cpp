#include "app/systems_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/load_scenario.h"
#include "app/messages.h"
#include "scenario/io.h"
#include "scenario/words.h"

namespace cordon::app {

namespace {

std::string rangeText(const scenario::RangeClaim& claim) {
  switch (claim.bound) {
    case scenario::Bound::AtLeast:
      return fmt::format("≥ {} km", claim.maxKm);
    case scenario::Bound::AtMost:
      return fmt::format("≤ {} km", claim.maxKm);
    case scenario::Bound::Span:
      return fmt::format("{}–{} km", claim.minKm, claim.maxKm);
    case scenario::Bound::Exact:
      break;
  }
  return fmt::format("{} km", claim.maxKm);
}

std::string sourceText(const scenario::RangeClaim& claim, const scenario::Catalogue& catalogue) {
  std::string text;
  for (const std::string& id : claim.sources) {
    const scenario::Source* source = catalogue.findSource(id);
    if (source == nullptr) continue;
    const std::string& name = source->publisher.empty() ? source->title : source->publisher;
    text += fmt::format("{}{}{}{}", text.empty() ? "" : "; ", name, !name.empty() && source->date ? ", " : "",
                        source->date ? source->date->toString() : "");
  }
  return text;
}

std::string systemText(const scenario::System& system, const scenario::Catalogue& catalogue, std::size_t idWidth) {
  std::string text = fmt::format("{:<{}}  {}  ({})\n", system.id, idWidth, system.name, scenario::toWord(system.role));
  for (const scenario::RangeClaim& claim : system.ranges) {
    const std::string source = sourceText(claim, catalogue);
    text +=
        fmt::format("{:{}}  {} {}{}{}\n", "", idWidth, &claim == system.defaultRange() ? "*" : "-", rangeText(claim),
                    claim.meaning.empty() ? "" : ", " + claim.meaning, source.empty() ? "" : " [" + source + "]");
  }
  return text;
}

}  // namespace

ExitCode listSystems() {
  const std::optional<CatalogueFolder> data = loadCatalogue();
  if (!data) return ExitCode::Environment;
  const scenario::Catalogue& catalogue = data->catalogue;
  std::size_t idWidth = 0;
  for (const scenario::System& system : catalogue.systems) idWidth = std::max(idWidth, system.id.size());
  std::string text;
  for (const scenario::System& system : catalogue.systems) text += systemText(system, catalogue, idWidth);
  text += "\n* is drawn unless --range-claim chooses another.\n";
  if (print(text)) return ExitCode::Ok;
  report(plainError("standard output cannot be written."));
  return ExitCode::FileError;
}

}  // namespace cordon::app
