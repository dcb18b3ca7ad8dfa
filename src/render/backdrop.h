#pragma once

#include <osg/Geometry>

#include "scene/camera.h"
#include "scene/palette.h"
#include "typography/typesetter.h"

namespace cordon::render {

/// The sky behind the globe, with the atmosphere's glow.
class Sky {
 public:
  Sky();
  osg::Node* node() { return geometry_; }
  void setColors(const scene::GroundColors& colors);
  /// The part of the picture that is drawn: from `bottom` to `top` in clip space, -1 to 1 the whole.
  void setCamera(const scene::Projector& projector, double bottom = -1.0, double top = 1.0);

 private:
  osg::ref_ptr<osg::Geometry> geometry_;
};

/// A painted picture laid over everything, pixel on pixel.
class OverlayPlane {
 public:
  OverlayPlane();
  osg::Node* node() { return geometry_; }

  /// Takes a picture; only the blocks that are not empty are drawn. Null hides the plane.
  void setImage(const typography::Image* image);

 private:
  osg::ref_ptr<osg::Geometry> geometry_;
};

}  // namespace cordon::render
