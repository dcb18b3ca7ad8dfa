#pragma once

#include <filesystem>

#include "base/result.h"

namespace cordon::mapdata {

/// Writes a relief pack (see relief_raster.h) from a GeoTIFF with its overviews: one band, north up, geographic
/// coordinates, metres. Returns the number of resolutions. Errors: the raster is none of that; the pack cannot be
/// written.
Result<int> packRelief(const std::filesystem::path& geoTiff, const std::filesystem::path& pack);

}  // namespace cordon::mapdata
