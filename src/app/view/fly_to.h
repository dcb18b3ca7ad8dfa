#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mapdata/gazetteer.h"
#include "scenario/document.h"
#include "scene/camera.h"
#include "scene/render_model.h"

namespace cordon::app {

/// A camera that looks at the site, system (all its rings in the model), ring ("site/system"), line, area, note or
/// place of an id (or a place's name in any language) from a fitting distance, straight down with north up. Nothing
/// where there is none.
std::optional<scene::Camera> cameraOf(const std::string& id, const scenario::Document& document,
                                      const mapdata::Gazetteer& gazetteer, const scene::RenderModel* model);

/// A camera over features and the rings of their systems' default claims, likewise. Nothing where no id is a feature's.
std::optional<scene::Camera> cameraOfFeatures(const std::vector<std::string>& ids, const scenario::Document& document);

}  // namespace cordon::app
