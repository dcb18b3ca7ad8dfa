#pragma once

#include <optional>
#include <vector>

#include "app/render_options.h"
#include "base/result.h"
#include "scene/camera.h"

namespace cordon::app {

/// What a picture looks at: from the options, else from the scenario.
struct ChosenView {
  scene::Camera camera;
  std::optional<scenario::Date> date;
  std::vector<bool> layers;
};

/// The camera of a view of the format.
scene::Camera cameraOf(const scenario::CameraView& view);

/// Chooses the camera of --camera, --extent or --view, else the scenario's default view, else its first, else one that
/// shows all its features, else the whole globe. Date and layers come from the options, else from the view.
/// The error names the views that there are.
Result<ChosenView> chooseView(const scenario::Document& document, const RenderOptions& options);

}  // namespace cordon::app
