#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edit/feature_edits.h"
#include "edit/workspace.h"
#include "scene/camera.h"
#include "scene/ground_projection.h"

namespace cordon::app {

/// A drag of what is selected across the map: of features as a whole, or of one vertex of one of them. All of it is one
/// step of the history.
///
/// Belongs to one thread. Pixels are those of the map.
class FeatureDrag {
 public:
  /// `workspace` must outlive the drag.
  explicit FeatureDrag(edit::Workspace& workspace) : workspace_(workspace) {}

  /// Takes hold of what can be dragged at a pixel: a vertex, or the middle of a leg (which makes one), of a selected
  /// line, track or area; else what is selected where `picks` has a selected feature first. False where there is
  /// nothing to hold.
  bool press(typography::Point pixel, const scene::GroundProjection& ground, const std::vector<scene::Pick>& picks);

  /// Moves what is held; nothing happens until the pointer has gone a few pixels.
  void move(typography::Point pixel, const scene::Projector& projector);

  /// Lets go; whether anything was moved.
  bool release();

  /// Lets go and puts everything back.
  void cancel();

  bool isHolding() const { return held_.has_value(); }
  /// From where to where it was moved; nothing while it was not.
  std::optional<std::pair<geo::LatLon, geo::LatLon>> way() const;

  /// Removes the vertex at a pixel of a selected line, track or area; false where there is none.
  bool removeVertexAt(typography::Point pixel, const scene::GroundProjection& ground);

 private:
  struct Vertex {
    std::string id;
    edit::VertexIndex index;
    bool isNew = false;
  };
  struct Held {
    edit::Workspace::DocumentPointer start;
    std::vector<std::string> ids;
    std::optional<Vertex> vertex;
    geo::LatLon from;
    geo::LatLon to;
    typography::Point pressedAt;
    std::string mergeKey;
    bool moved = false;
  };

  std::optional<Vertex> vertexAt(typography::Point pixel, const scene::GroundProjection& ground) const;

  edit::Workspace& workspace_;
  std::optional<Held> held_;
  std::size_t drags_ = 0;
};

}  // namespace cordon::app
