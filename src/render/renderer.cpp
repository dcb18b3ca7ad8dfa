#include "render/renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <optional>
#include <osg/GLExtensions>
#include <osg/GLObjects>
#include <osgViewer/Viewer>
#include <set>
#include <utility>

#include "render/backdrop.h"
#include "render/framebuffer.h"
#include "render/globe.h"
#include "render/tile_rings.h"

namespace cordon::render {

namespace {

using mapdata::TileKey;

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
  Implementation(TileStore& tiles, TileDetail detail) : tiles_(tiles), detail_(std::move(detail)) {
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
    root_->addChild(sky_.node());
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

  void setModel(std::shared_ptr<const PreparedModel> model) {
    if (model == prepared_) return;
    prepared_ = std::move(model);
    sky_.setColors(scene::paletteOf(this->model().palette).ground);
    arranged_.reset();
  }

  void draw(const scene::Projector& projector, const typography::Image* overlay, bool sky) {
    const std::vector<TileKey> keys = selectTiles(projector, model().exaggeration, detail_);
    std::vector<TileKey> missing;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(missing),
                 [this](TileKey key) { return !globe_.has(key); });
    tiles_.request(missing);
    for (const TileKey& key : missing) {
      globe_.add(tiles_.wait(key));
      tiles_.forget(key);
    }
    arranged_.reset();
    globe_.show(keys, {}, model(), ringsFor(keys, projector), projector);
    sky_.setCamera(projector);
    sky_.node()->setNodeMask(sky ? ~0U : 0U);
    overlay_.setImage(overlay);
    useFramebuffer(framebuffer_, projector);
    setCamera(projector, {0, projector.heightPixels()});
    redraw();
    statistics_ = {globe_.shownTiles(), globe_.shownTriangles()};
  }

  void redraw() {
    frameInto(*framebuffer_);
    glFinish();
  }

  Readiness prepare(const scene::Projector& projector, double budgetMilliseconds) {
    const std::vector<TileKey> keys = selectTiles(projector, model().exaggeration, detail_);
    const auto start = std::chrono::steady_clock::now();
    const auto isInTime = [&] {
      const auto taken = std::chrono::steady_clock::now() - start;
      return std::chrono::duration<double, std::milli>(taken).count() < budgetMilliseconds;
    };
    std::vector<TileKey> missing;
    bool tookOne = false;
    for (const TileKey& key : keys) {
      if (globe_.has(key) || broken_.contains(key)) continue;
      // At least one a call, however long the rest took: else a slow machine would never come to an end.
      if ((!tookOne || isInTime()) && take(key)) {
        tookOne = true;
      } else if (!broken_.contains(key)) {
        missing.push_back(key);
      }
    }
    const std::size_t missingCount = missing.size();
    // Where nothing else is there, the coarsest tiles stand in: they are asked for last and kept.
    for (int x = 0; x < (2 << kStandInLevel); ++x) {
      for (int y = 0; y < (1 << kStandInLevel); ++y) {
        const TileKey key{kStandInLevel, x, y};
        if (globe_.has(key) || broken_.contains(key)) continue;
        if (missingCount > 0 || !take(key)) missing.push_back(key);
      }
    }
    tiles_.request(missing);
    return {keys.size(), missingCount};
  }

  std::optional<std::string> takeProblem() { return std::exchange(problem_, std::nullopt); }

  void drawRows(Slot slot, const scene::Projector& projector, Rows rows, bool sky) {
    const double height = projector.heightPixels();
    const double bottom = 2.0 * rows.first / height - 1.0;
    const double top = 2.0 * (rows.first + rows.count) / height - 1.0;
    if (rows.first == 0 || arranged_ != slot) arrange(slot, projector);
    globe_.limitTo(projector, bottom, top);
    sky_.setCamera(projector, bottom, top);
    sky_.node()->setNodeMask(sky ? ~0U : 0U);
    overlay_.setImage(nullptr);
    auto& framebuffer = slots_[static_cast<std::size_t>(slot)];
    useFramebuffer(framebuffer, projector);
    setCamera(projector, rows);
    frameInto(*framebuffer);
  }

  void show(Slot slot, const typography::Rect& room, int windowHeightPixels) {
    const auto& framebuffer = slots_[static_cast<std::size_t>(slot)];
    if (!framebuffer) return;
    const auto left = static_cast<GLint>(std::lround(room.x));
    const auto right = static_cast<GLint>(std::lround(room.x + room.width));
    const auto top = windowHeightPixels - static_cast<GLint>(std::lround(room.y));
    const auto bottom = windowHeightPixels - static_cast<GLint>(std::lround(room.y + room.height));
    const bool same = right - left == framebuffer->widthPixels() && top - bottom == framebuffer->heightPixels();
    gl_->glBindFramebuffer(GL_READ_FRAMEBUFFER_EXT, framebuffer->id());
    gl_->glBindFramebuffer(GL_DRAW_FRAMEBUFFER_EXT, 0);
    gl_->glBlitFramebuffer(0, 0, framebuffer->widthPixels(), framebuffer->heightPixels(), left, bottom, right, top,
                           GL_COLOR_BUFFER_BIT, same ? GL_NEAREST : GL_LINEAR);
    gl_->glBindFramebuffer(GL_FRAMEBUFFER_EXT, 0);
  }

  void drop(Slot slot) { slots_[static_cast<std::size_t>(slot)].reset(); }

  typography::Image readPixels() const { return read(*framebuffer_); }
  typography::Image readSlot(Slot slot) const { return read(*slots_[static_cast<std::size_t>(slot)]); }

  typography::Image readWindow(int widthPixels, int heightPixels) const { return read(0, widthPixels, heightPixels); }

  typography::Image read(const Framebuffer& framebuffer) const {
    return read(framebuffer.id(), framebuffer.widthPixels(), framebuffer.heightPixels());
  }

  typography::Image read(GLuint framebuffer, int widthPixels, int heightPixels) const {
    typography::Image image{widthPixels, heightPixels, {}};
    const std::size_t rowBytes = static_cast<std::size_t>(image.width) * 4;
    image.rgba.resize(rowBytes * static_cast<std::size_t>(image.height));
    gl_->glBindFramebuffer(GL_FRAMEBUFFER_EXT, framebuffer);
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
  // Takes a tile over from the store. One that cannot be built is never asked for again.
  bool take(TileKey key) {
    try {
      const std::shared_ptr<const mapdata::TileRaster> raster = tiles_.poll(key);
      if (!raster) return false;
      globe_.add(raster);
      tiles_.forget(key);
      return true;
    } catch (const std::exception& error) {
      broken_.insert(key);
      problem_ = error.what();
      return false;
    }
  }

  void arrange(Slot slot, const scene::Projector& projector) {
    const std::vector<TileKey> wanted = selectTiles(projector, model().exaggeration, detail_);
    std::vector<TileKey> keys;
    std::set<TileKey> standIns;
    for (const TileKey& key : wanted) {
      if (globe_.has(key)) {
        keys.push_back(key);
      } else {
        addStandIns(key, keys, standIns);
      }
    }
    const std::vector<TileKey> below(standIns.begin(), standIns.end());
    globe_.show(keys, below, model(), ringsFor(keys, projector), projector);
    releaseDropped();
    arranged_ = slot;
  }

  // The four finer tiles where all are there, as after zooming out; else the finest coarser one.
  void addStandIns(TileKey key, std::vector<TileKey>& keys, std::set<TileKey>& standIns) const {
    std::array<TileKey, 4> children;
    for (int i = 0; i < 4; ++i) {
      children[static_cast<std::size_t>(i)] = {key.level + 1, key.x * 2 + i % 2, key.y * 2 + i / 2};
    }
    if (std::all_of(children.begin(), children.end(), [this](TileKey child) { return globe_.has(child); })) {
      keys.insert(keys.end(), children.begin(), children.end());
      return;
    }
    for (TileKey above = key; above.level > kStandInLevel;) {
      above = {above.level - 1, above.x / 2, above.y / 2};
      if (!globe_.has(above)) continue;
      standIns.insert(above);
      return;
    }
  }

  void useFramebuffer(std::unique_ptr<Framebuffer>& framebuffer, const scene::Projector& projector) {
    const int width = projector.widthPixels();
    const int height = projector.heightPixels();
    if (framebuffer && framebuffer->widthPixels() == width && framebuffer->heightPixels() == height) return;
    framebuffer.reset();
    framebuffer = std::make_unique<Framebuffer>(*gl_, width, height);
  }

  void setCamera(const scene::Projector& projector, Rows rows) {
    osg::Camera* camera = viewer_.getCamera();
    const double height = projector.heightPixels();
    if (window_->getTraits()->width != projector.widthPixels() ||
        window_->getTraits()->height != projector.heightPixels()) {
      window_->resized(0, 0, projector.widthPixels(), projector.heightPixels());
    }
    camera->setViewport(0, rows.first, projector.widthPixels(), rows.count);
    camera->setViewMatrix(toOsg(projector.ecefToEye()));
    // Stretches the rows' part of clip space to the whole of it.
    const double stretch = height / rows.count;
    const double middle = (2.0 * rows.first + rows.count) / height - 1.0;
    scene::Matrix4 m = projector.eyeToClip();
    for (std::size_t column = 0; column < 4; ++column) {
      m[4 + column] = stretch * (m[4 + column] - middle * m[12 + column]);
    }
    camera->setProjectionMatrix(toOsg(m));
  }

  // What was dropped is given back at once: OSG would keep it for some frames, of which a resting map has none.
  void releaseDropped() { osg::flushAllDeletedGLObjects(window_->getState()->getContextID()); }

  void frameInto(const Framebuffer& framebuffer) {
    window_->setDefaultFboId(framebuffer.id());
    gl_->glBindFramebuffer(GL_FRAMEBUFFER_EXT, framebuffer.id());
    viewer_.frame(0.0);
    gl_->glBindFramebuffer(GL_FRAMEBUFFER_EXT, 0);
  }

  // Each ring's line; or, of groups so crowded that no line could be told from the next, the union's outline.
  RingSet ringsFor(const std::vector<TileKey>& keys, const scene::Projector& projector) const {
    RingSet rings = prepared_->rings();
    if (!model().shows(scene::Layer::Rings) || !rings.hasLinesOfEach()) return rings;
    for (const TileKey& key : keys) {
      for (auto group = crowdedGroup(key, projector, rings, 2); group && !rings.isUnited(*group);
           group = crowdedGroup(key, projector, rings, 2)) {
        rings = rings.withUnited(*group);
      }
    }
    return rings;
  }

  const scene::RenderModel& model() const { return prepared_->model(); }

  TileStore& tiles_;
  TileDetail detail_;
  std::shared_ptr<const PreparedModel> prepared_ =
      std::make_shared<const PreparedModel>(std::make_shared<const scene::RenderModel>());
  osgViewer::Viewer viewer_;
  osg::ref_ptr<osgViewer::GraphicsWindowEmbedded> window_;
  osg::ref_ptr<osg::Group> root_;
  osg::ref_ptr<osg::GLExtensions> gl_;
  std::set<TileKey> broken_;
  std::optional<std::string> problem_;
  Globe globe_;
  Sky sky_;
  OverlayPlane overlay_;
  std::unique_ptr<Framebuffer> framebuffer_;
  std::array<std::unique_ptr<Framebuffer>, 3> slots_;
  std::optional<Slot> arranged_;  ///< the slot for whose picture the globe is set up
  Statistics statistics_;
};

Result<std::unique_ptr<Renderer>> Renderer::create(TileStore& tiles, const TileDetail& detail) {
  auto implementation = std::make_unique<Implementation>(tiles, detail);
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
void Renderer::setModel(std::shared_ptr<const PreparedModel> model) {
  implementation_->setModel(std::move(model));
}
void Renderer::draw(const scene::Projector& projector, const typography::Image* overlay, bool sky) {
  implementation_->draw(projector, overlay, sky);
}
Renderer::Readiness Renderer::prepare(const scene::Projector& projector, double budgetMilliseconds) {
  return implementation_->prepare(projector, budgetMilliseconds);
}
std::optional<std::string> Renderer::takeProblem() {
  return implementation_->takeProblem();
}
void Renderer::drawRows(Slot slot, const scene::Projector& projector, Rows rows, bool sky) {
  implementation_->drawRows(slot, projector, rows, sky);
}
void Renderer::finish() {
  glFinish();
}
void Renderer::show(Slot slot, const typography::Rect& room, int windowHeightPixels) {
  implementation_->show(slot, room, windowHeightPixels);
}
typography::Image Renderer::readSlot(Slot slot) const {
  return implementation_->readSlot(slot);
}
void Renderer::drop(Slot slot) {
  implementation_->drop(slot);
}
void Renderer::redraw() {
  implementation_->redraw();
}
typography::Image Renderer::readPixels() const {
  return implementation_->readPixels();
}
typography::Image Renderer::readWindow(int widthPixels, int heightPixels) const {
  return implementation_->readWindow(widthPixels, heightPixels);
}
const Renderer::Statistics& Renderer::statistics() const {
  return implementation_->statistics();
}

std::string Renderer::driver() const {
  return fmt::format("{}, OpenGL {}", reinterpret_cast<const char*>(glGetString(GL_RENDERER)),
                     reinterpret_cast<const char*>(glGetString(GL_VERSION)));
}

}  // namespace cordon::render
