#include "mapdata/shading.h"

#include <algorithm>
#include <cmath>

namespace cordon::mapdata {

double shadeZFactor(double texelMeters) {
  return std::pow(std::max(texelMeters, kFinestShadedTexelMeters) / 100.0, kShadeExponent);
}

}  // namespace cordon::mapdata
