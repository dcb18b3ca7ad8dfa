#pragma once

#include <string>

namespace cordon::scene {

/// The units in which lengths are shown. The document's and the program's own are metres and kilometres.
enum class LengthUnit { Kilometers, NauticalMiles, Miles };

/// Metres in one unit: 1000, 1852 (the international nautical mile), 1609.344 (the international mile).
double metersIn(LengthUnit unit);

/// "km", "nmi", "mi".
std::string symbolOf(LengthUnit unit);

/// A length for a reader: "300 km", "12.3 km", "850 m", "12 346 km"; no needless zeros.
///
/// Four significant digits, but never coarser than one unit; spaces part the thousands. Below one kilometre metres are
/// used with kilometres (to the centimetre at best), and decimals of the unit with the others (three at most). Negative
/// lengths keep their sign. Not finite: std::invalid_argument, as in all functions here.
std::string lengthText(double meters, LengthUnit unit);

/// A length rounded to what a reader may be told of it, where it is known no better than to `uncertaintyMeters`.
///
/// To whole units from one unit on and to tenths below, and to no finer steps than the greatest of 1, 2 and 5 times a
/// power of ten units that is at most a tenth of the uncertainty: 45 790 m within 102 km of the truth are 50 000.
/// `uncertaintyMeters` >= 0. Nothing finer is left to tell where it gives 0.
double roughMeters(double meters, LengthUnit unit, double uncertaintyMeters);

/// Two lengths as a span, the unit said once where both have the same: "208–215 km", "850 m–1.2 km", "300 km".
std::string lengthSpanText(double leastMeters, double greatestMeters, LengthUnit unit);

/// Which way a claimed figure may be rounded without claiming more than its source did.
enum class Rounding { Nearest, Down, Up };

/// A published number of kilometres in a unit, with the unit: 300 km as "300 km", "162 nmi"; "more than 130 km" (Down)
/// as "70 nmi".
///
/// Whole kilometres stay as they are, of others three digits. Converted figures have no more digits than the
/// kilometres, and no finer decimals (below ten units: one more). Down and Up always round that way: "more than 300 km"
/// (161.99 nmi) is "161 nmi"; but Down never to nothing. `km` >= 0.
std::string claimedText(double km, LengthUnit unit, Rounding rounding = Rounding::Nearest);
/// The same without the unit.
std::string claimedNumber(double km, LengthUnit unit, Rounding rounding = Rounding::Nearest);

/// An area: "12 300 km²", "0.52 km²"; in the square of the unit, to four significant digits and six decimals at most.
std::string areaText(double squareMeters, LengthUnit unit);

/// An azimuth for a reader: "045.2°", from 0 to under 360, any whole turns taken off.
std::string azimuthText(double radians);

}  // namespace cordon::scene
