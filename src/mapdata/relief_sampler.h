#pragma once

#include <vector>

#include "mapdata/relief_raster.h"

namespace cordon::mapdata {

/// Heights and their slopes at the crossings of columns and rows, row by row.
struct ReliefSamples {
  std::vector<float> meters;
  std::vector<float> perLonDegree;  ///< d(metres)/d(longitude), eastward
  std::vector<float> perLatDegree;  ///< d(metres)/d(latitude), northward
};

/// Samples a relief by a uniform cubic B-spline over its pixels: smooth to the second derivative, so that neither
/// heights nor shading show the source's grid however far they are magnified. It softens the source by about a pixel.
///
/// The spline runs over the coarsest resolution whose pixels are not larger than three texels. Results depend only on
/// the coordinates and on that choice. Longitudes ascend within [-180, 180], latitudes descend.
ReliefSamples sampleRelief(const ReliefRaster& relief, const std::vector<double>& lonDegrees,
                           const std::vector<double>& latDegrees, double texelDegrees);

}  // namespace cordon::mapdata
