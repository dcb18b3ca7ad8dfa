#include "render/version.h"

#include <osg/Version>

namespace cordon::render {

std::string openSceneGraphVersion() {
  return osgGetVersion();
}

}  // namespace cordon::render
