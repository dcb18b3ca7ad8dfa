#pragma once

#include <map>
#include <string>
#include <string_view>

#include "scenario/document.h"
#include "scene/length_unit.h"
#include "scene/render_model.h"
#include "typography/drawing.h"

/// The words and numbers of a model. Pure; any thread.
namespace cordon::scene {

/// A system's short name in a language, or else its own, or else its id.
std::string systemName(const scenario::System& system, const std::string& language);

/// A feature's name in a language, or else its own, or else any, or else its id.
std::string featureName(const scenario::Feature& feature, const std::string& language);

/// A claim as its bound has it: "≥ 300 km", "≤ 300 km", "300 km", "150–200 km"; in other units as claimedText() writes
/// them, bounds rounded to the side on which they stay true.
std::string claimText(const scenario::RangeClaim& claim, LengthUnit unit = LengthUnit::Kilometers);

/// Two numbers of kilometres as a span: "300–600 km"; in other units its ends are rounded outwards, so that what lies
/// between the kilometres does so between these.
std::string spanText(double leastKm, double greatestKm, LengthUnit unit = LengthUnit::Kilometers);

/// "30 December 2018", "December 2018", "2018".
std::string longDate(const scenario::Date& date);

/// "30 Dec 2018", "Dec 2018", "2018".
std::string shortDate(const scenario::Date& date);

/// "Dec 2018", "2018".
std::string monthOf(const scenario::Date& date);

/// "Kyodo, 30 Dec 2018"; the title where the source has no publisher.
std::string citation(const scenario::Source& source);

/// The same without the page on which it was read: "Kyodo, 30 Dec 2018" of a source "Kyodo, in The Japan Times".
std::string shortCitation(const scenario::Source& source);

/// A state as the map knows it.
Status toStatus(scenario::Status status);

/// A word for a state within a remark: "planned".
std::string_view statusWord(Status status);

/// A state's line in the legend: "Hypothetical: not named by the source".
std::string_view statusExplanation(Status status);

/// A name and what stands with it, as SiteSymbol and Place have them.
struct NamePair {
  std::string first;
  std::string second;
};

/// Chooses a thing's names: the language's or else its own; then the other toponym after a slash where it is disputed,
/// or else the name in the second language where it differs.
NamePair chooseNames(const std::string& name, const std::map<std::string, std::string>& names,
                     const std::map<std::string, std::string>& altNames, const std::string& language,
                     const std::string& secondLanguage);

/// The colour of "#rrggbb"; grey where the text is none.
typography::Color parseColor(std::string_view text, double alpha = 1.0);

/// The shape of a symbol's word in the format; a circle where it is none.
SymbolShape parseSymbol(std::string_view word);

}  // namespace cordon::scene
