#include "render/renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <osg/GLExtensions>
#include <osgViewer/Viewer>

#include "render/backdrop.h"
#include "render/framebuffer.h"
#include "render/globe.h"
#include "render/tile_rings.h"

namespace cordon::render {

namespace {

using mapdata::TileKey;

// A thousand lines over each other say nothing: above so many rings only their union's outline is drawn.
constexpr std::size_t kMaxLines = 120;

osg::Matrixd toOsg(const scene::Matrix4& m) {
  // OSG multiplies row vectors from the left: the transpose of the mathematical matrix.
  return {m[0], m[4], m[8],  m[12], m[1], m[5], m[9],  m[13],  //
          m[2], m[6], m[10], m[14], m[3], m[7], m[11], m[15]};
}

// A fill group whose lines are more, in some part of the tile, than the shader takes. The globe draws a tile in 4 x 4
// blocks, which are as large as the tiles two levels below.
std::optional<int> crowdedGroup(TileKey key, const scene::Projector& projector, const RingSet& rings, int levels) {
  const TileSphere sphere = tileSphere(key, 0.0);
  const std::optional<int> group = rings.forRegion(sphere, sphere.centre, projector).crowdedGroup;
  if (!group || levels == 0) return group;
  for (int child = 0; child < 4; ++child) {
    const auto found =
        crowdedGroup({key.level + 1, key.x * 2 + child % 2, key.y * 2 + child / 2}, projector, rings, levels - 1);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace

class Renderer::Implementation {
 public:
  Implementation(TileStore& tiles, const Options& options)
      : tiles_(tiles), options_(options), rings_({}), shownRings_({}) {
    window_ = viewer_.setUpViewerAsEmbeddedInWindow(0, 0, 64, 64);
    viewer_.setThreadingModel(osgViewer::ViewerBase::SingleThreaded);
    viewer_.setKeyEventSetsDone(0);
    osg::Camera* camera = viewer_.getCamera();
    camera->setComputeNearFarMode(osg::CullSettings::DO_NOT_COMPUTE_NEAR_FAR);
    camera->setCullingMode(osg::CullSettings::NO_CULLING);
    camera->setClearColor(osg::Vec4f(0.0F, 0.0F, 0.0F, 0.0F));
    camera->setAllowEventFocus(false);
    root_ = new osg::Group;
    root_->addChild(globe_.node());
    if (options.background) root_->addChild(sky_.node());
    root_->addChild(overlay_.node());
    osg::StateSet* state = root_->getOrCreateStateSet();
    state->setMode(GL_LIGHTING, osg::StateAttribute::OFF);
    viewer_.setSceneData(root_);
    viewer_.realize();
    gl_ = osg::GLExtensions::Get(window_->getState()->getContextID(), true);
  }

  bool isSupported() const {
    return gl_->isGlslSupported && gl_->isFrameBufferObjectSupported && gl_->glslLanguageVersion >= 3.3F;
  }

  void setModel(const scene::RenderModel& model) {
    model_ = model;
    rings_ = RingSet(model.rings, model.rings.size() > kMaxLines ? RingLines::Union : RingLines::Each);
  }

  void draw(const scene::Projector& projector, const typography::Image* overlay) {
    const std::vector<TileKey> keys = selectTiles(projector, model_.exaggeration, options_.detail);
    std::vector<TileKey> missing;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(missing),
                 [this](TileKey key) { return !globe_.has(key); });
    tiles_.request(missing);
    for (const TileKey& key : missing) {
      globe_.add(tiles_.wait(key));
      tiles_.forget(key);
    }
    globe_.show(keys, model_, ringsFor(keys, projector), projector);
    sky_.setCamera(projector);
    overlay_.setImage(overlay);

    const int width = projector.widthPixels();
    const int height = projector.heightPixels();
    if (!framebuffer_ || framebuffer_->widthPixels() != width || framebuffer_->heightPixels() != height) {
      framebuffer_.reset();
      framebuffer_ = std::make_unique<Framebuffer>(*gl_, width, height);
      window_->resized(0, 0, width, height);
      window_->setDefaultFboId(framebuffer_->id());
    }
    osg::Camera* camera = viewer_.getCamera();
    camera->setViewport(0, 0, width, height);
    camera->setViewMatrix(toOsg(projector.ecefToEye()));
    camera->setProjectionMatrix(toOsg(projector.eyeToClip()));
    redraw();
    statistics_ = {globe_.shownTiles(), globe_.shownTriangles()};
  }

  void redraw() {
    gl_->glBindFramebuffer(GL_FRAMEBUFFER_EXT, framebuffer_->id());
    viewer_.frame(0.0);
    glFinish();
  }

  typography::Image readPixels() const {
    typography::Image image;
    image.width = framebuffer_->widthPixels();
    image.height = framebuffer_->heightPixels();
    const std::size_t rowBytes = static_cast<std::size_t>(image.width) * 4;
    image.rgba.resize(rowBytes * static_cast<std::size_t>(image.height));
    gl_->glBindFramebuffer(GL_FRAMEBUFFER_EXT, framebuffer_->id());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, image.width, image.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    // OpenGL's rows begin at the bottom.
    for (int y = 0; y < image.height / 2; ++y) {
      std::uint8_t* top = image.rgba.data() + rowBytes * static_cast<std::size_t>(y);
      std::uint8_t* bottom = image.rgba.data() + rowBytes * static_cast<std::size_t>(image.height - 1 - y);
      std::swap_ranges(top, top + rowBytes, bottom);
    }
    return image;
  }

  const Statistics& statistics() const { return statistics_; }

 private:
  // Each ring's line; or, of groups so crowded that no line could be told from the next, the union's outline.
  const RingSet& ringsFor(const std::vector<TileKey>& keys, const scene::Projector& projector) {
    shownRings_ = rings_;
    if (!model_.shows(scene::Layer::Rings)) return shownRings_;
    for (const TileKey& key : keys) {
      for (auto group = crowdedGroup(key, projector, shownRings_, 2); group && !shownRings_.isUnited(*group);
           group = crowdedGroup(key, projector, shownRings_, 2)) {
        shownRings_ = shownRings_.withUnited(*group);
      }
    }
    return shownRings_;
  }

  TileStore& tiles_;
  Options options_;
  scene::RenderModel model_;
  RingSet rings_;
  RingSet shownRings_;
  osgViewer::Viewer viewer_;
  osg::ref_ptr<osgViewer::GraphicsWindowEmbedded> window_;
  osg::ref_ptr<osg::Group> root_;
  osg::ref_ptr<osg::GLExtensions> gl_;
  Globe globe_;
  Sky sky_;
  OverlayPlane overlay_;
  std::unique_ptr<Framebuffer> framebuffer_;
  Statistics statistics_;
};

Result<std::unique_ptr<Renderer>> Renderer::create(TileStore& tiles, const Options& options) {
  auto implementation = std::make_unique<Implementation>(tiles, options);
  if (!implementation->isSupported()) {
    const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    return Result<std::unique_ptr<Renderer>>::failure(
        Diagnostic{Severity::Error,
                   fmt::format("the OpenGL driver is too old ({}): 3.3 compatibility is needed",
                               version != nullptr ? version : "no version"),
                   {},
                   {},
                   {},
                   "Update the driver, or use Mesa's software driver with LIBGL_ALWAYS_SOFTWARE=1."});
  }
  return std::unique_ptr<Renderer>(new Renderer(std::move(implementation)));
}

Renderer::Renderer(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
Renderer::~Renderer() = default;
void Renderer::setModel(const scene::RenderModel& model) {
  implementation_->setModel(model);
}
void Renderer::draw(const scene::Projector& projector, const typography::Image* overlay) {
  implementation_->draw(projector, overlay);
}
void Renderer::redraw() {
  implementation_->redraw();
}
typography::Image Renderer::readPixels() const {
  return implementation_->readPixels();
}
const Renderer::Statistics& Renderer::statistics() const {
  return implementation_->statistics();
}

std::string Renderer::driver() const {
  return fmt::format("{}, OpenGL {}", reinterpret_cast<const char*>(glGetString(GL_RENDERER)),
                     reinterpret_cast<const char*>(glGetString(GL_VERSION)));
}

}  // namespace cordon::render
