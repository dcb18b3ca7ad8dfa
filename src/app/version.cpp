#include "app/version.h"

#include <fmt/format.h>

#include "geo/version.h"
#include "render/version.h"

namespace cordon::app {

std::string programName() {
  return "Cordon " CORDON_VERSION;
}

std::string versionText() {
  return fmt::format("{}\nOpenSceneGraph {}\nPROJ {}", programName(), render::openSceneGraphVersion(),
                     geo::projVersion());
}

}  // namespace cordon::app
