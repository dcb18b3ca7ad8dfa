#include "geo/version.h"

#include <proj.h>

namespace cordon::geo {

std::string projVersion() {
  return proj_info().version;
}

}  // namespace cordon::geo
