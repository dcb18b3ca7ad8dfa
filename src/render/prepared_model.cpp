#include "render/prepared_model.h"

#include <utility>

namespace cordon::render {

namespace {

// A thousand lines over each other say nothing: above so many rings only their union's outline is drawn.
constexpr std::size_t kMaxLines = 120;

}  // namespace

PreparedModel::PreparedModel(std::shared_ptr<const scene::RenderModel> model)
    : model_(std::move(model)),
      rings_(std::shared_ptr<const std::vector<scene::Ring>>(model_, &model_->rings),
             model_->rings.size() > kMaxLines ? RingLines::Union : RingLines::Each, model_->fillMode) {}

}  // namespace cordon::render
