#include "render/backdrop.h"

#include <algorithm>
#include <cmath>
#include <osg/BlendFunc>
#include <osg/Depth>
#include <osg/Geometry>
#include <osg/Program>
#include <osg/Texture2D>

#include "render/overlay_layer.h"
#include "render/shader_source.h"

namespace cordon::render {

namespace {

osg::ref_ptr<osg::Geometry> makeGeometry(const char* shaderName, int renderBin) {
  osg::ref_ptr<osg::Program> program = new osg::Program;
  program->addShader(new osg::Shader(osg::Shader::VERTEX, shaderSource(std::string(shaderName) + ".vert")));
  program->addShader(new osg::Shader(osg::Shader::FRAGMENT, shaderSource(std::string(shaderName) + ".frag")));
  osg::ref_ptr<osg::Geometry> geometry = new osg::Geometry;
  geometry->setUseDisplayList(false);
  geometry->setUseVertexBufferObjects(true);
  geometry->setCullingActive(false);
  osg::StateSet* state = geometry->getOrCreateStateSet();
  state->setAttributeAndModes(program);
  state->setMode(GL_CULL_FACE, osg::StateAttribute::OFF);
  state->setRenderBinDetails(renderBin, "RenderBin");
  return geometry;
}

}  // namespace

Sky::Sky() : geometry_(makeGeometry("sky", 5)) {
  osg::ref_ptr<osg::Vec3Array> corners = new osg::Vec3Array(osg::Array::BIND_PER_VERTEX);
  corners->push_back({-1.0F, -1.0F, 0.0F});
  corners->push_back({3.0F, -1.0F, 0.0F});
  corners->push_back({-1.0F, 3.0F, 0.0F});
  geometry_->setVertexArray(corners);
  geometry_->addPrimitiveSet(new osg::DrawArrays(GL_TRIANGLES, 0, 3));
  osg::StateSet* state = geometry_->getOrCreateStateSet();
  // At the far plane, after the globe: only the pixels that it left open are shaded.
  state->setAttributeAndModes(new osg::Depth(osg::Depth::LEQUAL, 0.0, 1.0, false));
  state->addUniform(new osg::Uniform("clipToRay", osg::Matrixf()));
  state->addUniform(new osg::Uniform("eyeUnit", osg::Vec3f()));
  for (const char* name : {"spaceColor", "veilColor", "glowColor"})
    state->addUniform(new osg::Uniform(name, osg::Vec4f()));
  setColors(scene::paletteOf(scene::PaletteName::Standard).ground);
}

void Sky::setColors(const scene::GroundColors& colors) {
  osg::StateSet* state = geometry_->getOrCreateStateSet();
  const auto set = [state](const char* name, const typography::Color& color) {
    state->getUniform(name)->set(osg::Vec4f(static_cast<float>(color.red), static_cast<float>(color.green),
                                            static_cast<float>(color.blue), static_cast<float>(color.alpha)));
  };
  set("spaceColor", colors.space);
  set("veilColor", colors.skyVeil);
  set("glowColor", colors.skyGlow);
}

void Sky::setCamera(const scene::Projector& projector, double bottom, double top) {
  const scene::Matrix4 eye = projector.ecefToEye();
  const double tanY = std::tan(0.5 * scene::kFieldOfViewRadians);
  const double tanX = tanY * projector.widthPixels() / projector.heightPixels();
  // Rows of the rotation are the eye's axes; the ray is right x + up y - backward, scaled to the unit sphere.
  osg::Matrixf clipToRay;
  clipToRay.makeIdentity();
  for (int axis = 0; axis < 3; ++axis) {
    const double scale = geo::kSemiMajorMeters / (axis == 2 ? geo::kSemiMinorMeters : geo::kSemiMajorMeters);
    const auto column = static_cast<std::size_t>(axis);
    clipToRay(0, axis) = static_cast<float>(eye[column] * tanX * scale);
    clipToRay(1, axis) = static_cast<float>(eye[4 + column] * tanY * scale * 0.5 * (top - bottom));
    clipToRay(2, axis) = 0.0F;
    clipToRay(3, axis) = static_cast<float>((eye[4 + column] * tanY * 0.5 * (top + bottom) - eye[8 + column]) * scale);
  }
  osg::StateSet* state = geometry_->getOrCreateStateSet();
  state->getUniform("clipToRay")->set(clipToRay);
  const geo::Ecef e = projector.eye();
  state->getUniform("eyeUnit")->set(osg::Vec3f(static_cast<float>(e.x / geo::kSemiMajorMeters),
                                               static_cast<float>(e.y / geo::kSemiMajorMeters),
                                               static_cast<float>(e.z / geo::kSemiMinorMeters)));
}

OverlayPlane::OverlayPlane() : geometry_(makeGeometry("overlay", 10)) {
  osg::StateSet* state = geometry_->getOrCreateStateSet();
  state->setAttributeAndModes(new osg::Depth(osg::Depth::ALWAYS, 0.0, 1.0, false));
  state->setMode(GL_DEPTH_TEST, osg::StateAttribute::OFF);
  // Colours are premultiplied; coverage adds up as well, for pictures with a transparent sky.
  state->setAttributeAndModes(new osg::BlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA));
  state->setMode(GL_BLEND, osg::StateAttribute::ON);
  state->addUniform(new osg::Uniform("overlay", 0));
  geometry_->setNodeMask(0);
}

void OverlayPlane::setImage(const typography::Image* image) {
  geometry_->setNodeMask(image == nullptr ? 0U : ~0U);
  if (image == nullptr) return;
  osg::ref_ptr<osg::Vec3Array> corners = new osg::Vec3Array(osg::Array::BIND_PER_VERTEX);
  osg::ref_ptr<osg::Vec2Array> uvs = new osg::Vec2Array(osg::Array::BIND_PER_VERTEX);
  const auto push = [&](int x, int y) {
    const float u = static_cast<float>(x) / static_cast<float>(image->width);
    const float v = static_cast<float>(y) / static_cast<float>(image->height);
    corners->push_back({2.0F * u - 1.0F, 1.0F - 2.0F * v, 0.0F});
    uvs->push_back({u, v});
  };
  for (const Block& block : inkedBlocks(*image)) {
    push(block.left, block.top);
    push(block.left, block.bottom);
    push(block.right, block.bottom);
    push(block.right, block.top);
  }
  geometry_->setVertexArray(corners);
  geometry_->setTexCoordArray(0, uvs);
  geometry_->removePrimitiveSet(0, geometry_->getNumPrimitiveSets());
  geometry_->addPrimitiveSet(new osg::DrawArrays(GL_QUADS, 0, static_cast<int>(corners->size())));

  osg::ref_ptr<osg::Image> pixels = new osg::Image;
  pixels->setImage(image->width, image->height, 1, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE,
                   const_cast<std::uint8_t*>(image->rgba.data()), osg::Image::NO_DELETE);  // OSG does not write to it
  osg::ref_ptr<osg::Texture2D> texture = new osg::Texture2D(pixels);
  texture->setFilter(osg::Texture::MIN_FILTER, osg::Texture::NEAREST);
  texture->setFilter(osg::Texture::MAG_FILTER, osg::Texture::NEAREST);
  texture->setResizeNonPowerOfTwoHint(false);
  texture->setUnRefImageDataAfterApply(true);
  geometry_->getOrCreateStateSet()->setTextureAttribute(0, texture);
}

}  // namespace cordon::render
