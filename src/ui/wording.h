#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "geo/coordinate_format.h"
#include "scenario/document.h"
#include "scene/length_unit.h"

/// What panels say, in words; pure.
namespace cordon::ui {

/// A published range as its bound has it: "≥ 300 km", "≤ 300 km", "300 km", "150–200 km".
std::string rangeText(const scenario::RangeClaim& claim, scene::LengthUnit unit);

/// What a bound says of the true range: "The true range may be greater."
std::string_view boundMeaning(scenario::Bound bound);

/// "Coastal defence".
std::string_view roleText(scenario::Role role);

/// "Deployed".
std::string_view statusTitle(scenario::Status status);

/// A span of time: "18 Nov 2016 – 30 Aug 2023", "since 18 Nov 2016", "until Aug 2023"; empty where neither is known.
std::string spanText(const std::optional<scenario::Date>& from, const std::optional<scenario::Date>& to);

/// A position to about 10 m in decimal degrees, 3 m in seconds, 1 m in MGRS.
std::string positionText(geo::LatLon position, geo::CoordinateFormat format);

/// "1 site", "2 sites".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// What is wrong with a file in one line: "mine.geojson: 3 problems, the sound rest is shown". Empty without errors.
std::string problemsText(const std::string& name, const Diagnostics& problems);

/// The English name of a language's code ("Russian"), or the code itself.
std::string languageTitle(const std::string& code);

/// A word of the format as a label: "color_blind" as "Color blind".
std::string labelOf(std::string_view word);

/// The argument of commands that take a position: "44.180000,145.960000".
std::string positionArgument(geo::LatLon position);

}  // namespace cordon::ui
