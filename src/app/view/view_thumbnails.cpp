#include "app/view/view_thumbnails.h"

#include <utility>

namespace cordon::app {

namespace {

constexpr int kWidthPixels = 256;
constexpr int kHeightPixels = 144;

}  // namespace

ViewThumbnails::ViewThumbnails(PictureJobs& jobs, std::function<void()> made) : jobs_(jobs), made_(std::move(made)) {}

std::optional<ui::Picture> ViewThumbnails::find(const scenario::View& view,
                                                const std::function<std::optional<Subject>()>& subject) {
  Thumbnail& thumbnail = thumbnails_[view.id];
  if (thumbnail.askedFor == view) {
    return thumbnail.layer.empty() ? std::nullopt : std::optional(thumbnail.picture);
  }
  const std::optional<Subject> shown = subject();
  if (!shown) return std::nullopt;
  thumbnail.askedFor = view;
  PictureJob job{scene::Projector(shown->camera, kWidthPixels, kHeightPixels), shown->model, true, std::nullopt, {}};
  job.taken = [this, view](const typography::Image& image) { take(view, image); };
  jobs_.add(std::move(job));
  return std::nullopt;
}

void ViewThumbnails::take(const scenario::View& view, const typography::Image& image) {
  const auto found = thumbnails_.find(view.id);
  if (found == thumbnails_.end() || found->second.askedFor != view) return;
  Thumbnail& made = found->second;
  made.layer.set(image, {{0, 0, image.width, image.height}});
  made.picture = {made.layer.texture(), static_cast<double>(image.width), static_cast<double>(image.height)};
  made_();
}

}  // namespace cordon::app
