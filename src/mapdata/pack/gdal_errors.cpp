#include "mapdata/pack/gdal_errors.h"

#include <cpl_error.h>

namespace cordon::mapdata {

namespace {

void collect(CPLErr severity, CPLErrorNum, const char* message) {
  if (severity < CE_Warning) return;
  static_cast<GdalErrors*>(CPLGetErrorHandlerUserData())->append(message);
}

}  // namespace

GdalErrors::GdalErrors() {
  CPLPushErrorHandlerEx(collect, this);
}

GdalErrors::~GdalErrors() {
  CPLPopErrorHandler();
}

void GdalErrors::append(const char* message) {
  if (!text_.empty()) text_ += "; ";
  text_ += message;
}

}  // namespace cordon::mapdata
