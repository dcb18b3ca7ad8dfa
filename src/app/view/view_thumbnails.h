#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/view/picture_jobs.h"
#include "render/overlay_layer.h"
#include "scenario/document.h"
#include "ui/view_of_map.h"

namespace cordon::app {

/// Small pictures of the saved views for the panel, made beside the map's own picture. Belongs to the context's thread.
class ViewThumbnails {
 public:
  /// What a view's picture shows.
  struct Subject {
    scene::Camera camera;
    std::shared_ptr<const render::PreparedModel> model;
  };

  /// `jobs` makes the pictures and outlives this; `made` is called for each that is there.
  ViewThumbnails(PictureJobs& jobs, std::function<void()> made);

  /// The picture of a view. Where there is none of the view as it is now, it is asked for, once, as soon as `subject`
  /// has something to show.
  std::optional<ui::Picture> find(const scenario::View& view, const std::function<std::optional<Subject>()>& subject);

  /// Another scenario: forgets all.
  void clear() { thumbnails_.clear(); }

 private:
  struct Thumbnail {
    render::OverlayLayer layer;
    ui::Picture picture;
    std::optional<scenario::View> askedFor;  ///< the view of whose picture this is
  };
  void take(const scenario::View& view, const typography::Image& image);

  PictureJobs& jobs_;
  std::function<void()> made_;
  std::map<std::string, Thumbnail> thumbnails_;  ///< by the view's id
};

}  // namespace cordon::app
