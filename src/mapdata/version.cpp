#include "mapdata/version.h"

#include <gdal_version.h>

namespace cordon::mapdata {

std::string gdalVersion() {
  return GDAL_RELEASE_NAME;
}

}  // namespace cordon::mapdata
