#pragma once

#include <osg/Geometry>

#include "scene/camera.h"
#include "typography/typesetter.h"

namespace cordon::render {

/// The sky behind the globe, with the atmosphere's glow.
class Sky {
 public:
  Sky();
  osg::Node* node() { return geometry_; }
  void setCamera(const scene::Projector& projector);

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
