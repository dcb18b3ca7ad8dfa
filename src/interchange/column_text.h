#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "interchange/import.h"

namespace cordon::interchange {

/// km in one unit of a radius, by the words of column texts.
inline constexpr std::array<std::pair<std::string_view, double>, 4> kRadiusUnitWords{
    {{"km", 1.0}, {"m", 0.001}, {"nmi", 1.852}, {"mi", 1.609344}}};

/// Reads which columns of a table mean what: "lat=Breite,lon=#4,radius=R,radius_unit=nmi".
///
/// Keys are lat, lon, name, radius, system, status, from, to and radius_unit (km, m, nmi, mi). A value is a column's
/// name, "#4" the fourth column whatever its name, and nothing ("name=") says that there is none. What the text leaves
/// out is as in `otherwise`. The error names the part that is none of this. Whether the columns exist is seen when the
/// table is read. Any thread.
Result<ColumnChoice> readColumns(std::string_view text, ColumnChoice otherwise);

/// The column that "#3" means, counted from 0: 2. Nothing for what is a name.
std::optional<std::size_t> numberedColumn(std::string_view value);

}  // namespace cordon::interchange
