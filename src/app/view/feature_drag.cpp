#include "app/view/feature_drag.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "edit/edit_commands.h"
#include "geo/geodesic.h"

namespace cordon::app {

namespace {

constexpr double kReachPixels = 8.0;
constexpr double kDeadZonePixels = 4.0;

double distance(typography::Point a, typography::Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

bool isClosed(const scenario::Feature& feature) {
  return feature.kind == scenario::FeatureKind::Area;
}

}  // namespace

std::optional<FeatureDrag::Vertex> FeatureDrag::vertexAt(typography::Point pixel,
                                                         const scene::GroundProjection& ground) const {
  const double reach = kReachPixels * ground.projector().unit();
  std::optional<Vertex> best;
  double least = reach;
  for (const std::string& id : edit::selectedFeatures(workspace_)) {
    const scenario::Feature& feature = *workspace_.document().findFeature(id);
    if (std::holds_alternative<geo::LatLon>(feature.geometry)) continue;
    const std::vector<scenario::Path> paths = edit::pathsOf(feature.geometry);
    for (std::size_t path = 0; path < paths.size(); ++path) {
      const std::size_t count = paths[path].size();
      const auto offer = [&](geo::LatLon place, std::size_t vertex, bool isNew) {
        const auto at = ground.pixel(place);
        // A vertex goes before the middle of a leg.
        const double away = at ? distance(*at, pixel) + (isNew ? 0.01 : 0.0) : reach;
        if (away >= least) return;
        least = away;
        best = Vertex{id, {path, vertex}, isNew};
      };
      for (std::size_t i = 0; i < count; ++i) offer(paths[path][i], i, false);
      const std::size_t legs = isClosed(feature) ? count : count - 1;
      for (std::size_t i = 0; i < legs; ++i) {
        offer(geo::geodesicInterpolate(paths[path][i], paths[path][(i + 1) % count], 0.5), i + 1, true);
      }
    }
  }
  return best;
}

bool FeatureDrag::press(typography::Point pixel, const scene::GroundProjection& ground,
                        const std::vector<scene::Pick>& picks) {
  held_.reset();
  const auto place = ground.projector().toGround(pixel);
  if (!place) return false;
  Held held;
  held.start = workspace_.documentPointer();
  held.pressedAt = pixel;
  held.from = held.to = *place;
  held.vertex = vertexAt(pixel, ground);
  if (!held.vertex) {
    const bool isSelected =
        !picks.empty() && picks.front().item.kind != scene::ItemKind::Ring && workspace_.isSelected(picks.front().item);
    if (!isSelected) return false;
    held.ids = edit::selectedFeatures(workspace_);
    if (held.ids.empty()) return false;
    // A single site is told by its own place, not by where its sign was taken hold of.
    if (held.ids.size() == 1) held.from = held.to = edit::anchorOf(*workspace_.document().findFeature(held.ids[0]));
  }
  held.mergeKey = fmt::format("drag {}", ++drags_);
  held_ = std::move(held);
  return true;
}

void FeatureDrag::move(typography::Point pixel, const scene::Projector& projector) {
  if (!held_) return;
  if (!held_->moved && distance(pixel, held_->pressedAt) < kDeadZonePixels * projector.unit()) return;
  const auto pressed = projector.toGround(held_->pressedAt);
  const auto place = projector.toGround(pixel);
  if (!place || !pressed) return;
  held_->moved = true;
  scenario::Document changed = *held_->start;
  if (held_->vertex) {
    held_->to = *place;
    const std::optional<std::size_t> index = changed.featureIndex(held_->vertex->id);
    if (!index) return;
    scenario::Feature& feature = changed.features.edit(*index);
    if (held_->vertex->isNew) {
      edit::insertVertex(feature, held_->vertex->index, *place);
    } else {
      edit::moveVertex(feature, held_->vertex->index, *place);
    }
    const std::string name = feature.name.empty() ? feature.id : feature.name;
    workspace_.apply((held_->vertex->isNew ? "Add a vertex of " : "Move a vertex of ") + name, std::move(changed),
                     held_->mergeKey);
    return;
  }
  // The sign stays under the pointer where it was taken hold of.
  held_->to = edit::carried(held_->from, *pressed, *place);
  std::string name;
  for (const std::string& id : held_->ids) {
    const std::optional<std::size_t> index = changed.featureIndex(id);
    if (!index) return;
    scenario::Feature& feature = changed.features.edit(*index);
    edit::carry(feature, *pressed, *place);
    name = feature.name.empty() ? feature.id : feature.name;
  }
  workspace_.apply(held_->ids.size() == 1 ? "Move " + name : fmt::format("Move {} features", held_->ids.size()),
                   std::move(changed), held_->mergeKey);
}

bool FeatureDrag::release() {
  const bool moved = held_ && held_->moved;
  held_.reset();
  return moved;
}

void FeatureDrag::cancel() {
  if (held_ && held_->moved) workspace_.undo();
  held_.reset();
}

std::optional<std::pair<geo::LatLon, geo::LatLon>> FeatureDrag::way() const {
  if (!held_ || !held_->moved) return std::nullopt;
  return std::pair{held_->from, held_->to};
}

bool FeatureDrag::removeVertexAt(typography::Point pixel, const scene::GroundProjection& ground) {
  const auto vertex = vertexAt(pixel, ground);
  if (!vertex || vertex->isNew) return false;
  scenario::Document changed = workspace_.document();
  const std::optional<std::size_t> index = changed.featureIndex(vertex->id);
  if (!index) return false;
  scenario::Feature& feature = changed.features.edit(*index);
  const std::string name = feature.name.empty() ? feature.id : feature.name;
  if (!edit::removeVertex(feature, vertex->index)) {
    workspace_.tell(Severity::Warning, "It would keep too few vertices: delete it instead.");
    return true;
  }
  workspace_.apply("Remove a vertex of " + name, std::move(changed));
  return true;
}

}  // namespace cordon::app
