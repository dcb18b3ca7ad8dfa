#pragma once

#include <geodesic.h>

namespace cordon::geo {

/// PROJ's parameters of WGS84; initialised once and never changed after, so that all threads may read it.
///
/// Private to geo: no header that other libraries include may include this one.
const geod_geodesic& wgs84Geodesic();

}  // namespace cordon::geo
