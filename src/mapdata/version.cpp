#include "mapdata/version.h"

#include <gdal.h>

namespace cordon::mapdata {

std::string gdalVersion() {
  return GDALVersionInfo("RELEASE_NAME");
}

}  // namespace cordon::mapdata
