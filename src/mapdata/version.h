#pragma once

#include <string>

namespace cordon::mapdata {

/// The version of GDAL that the program runs with, e.g. "3.6.2".
std::string gdalVersion();

}  // namespace cordon::mapdata
