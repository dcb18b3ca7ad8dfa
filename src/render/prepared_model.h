#pragma once

#include <memory>

#include "render/tile_rings.h"
#include "scene/render_model.h"

namespace cordon::render {

/// A model made ready for Renderer::setModel, on whatever thread has the time. Immutable.
class PreparedModel {
 public:
  explicit PreparedModel(std::shared_ptr<const scene::RenderModel> model);

  const scene::RenderModel& model() const { return *model_; }
  const std::shared_ptr<const scene::RenderModel>& shared() const { return model_; }
  const RingSet& rings() const { return rings_; }

 private:
  std::shared_ptr<const scene::RenderModel> model_;
  RingSet rings_;
};

}  // namespace cordon::render
