#pragma once

#include <map>
#include <memory>
#include <osg/Group>
#include <osg/Program>
#include <osg/Texture2D>
#include <utility>
#include <vector>

#include "mapdata/tile.h"
#include "render/tile_rings.h"
#include "scene/camera.h"
#include "scene/render_model.h"

namespace cordon::render {

/// The tiles of the globe as OpenSceneGraph nodes. Belongs to the thread that draws.
class Globe {
 public:
  Globe();
  ~Globe();

  osg::Group* node() { return root_; }

  /// Whether a tile's buffers and textures exist.
  bool has(mapdata::TileKey key) const { return tiles_.contains(key); }

  /// Makes a tile's buffers and textures from its raster.
  void add(std::shared_ptr<const mapdata::TileRaster> raster);

  /// Shows these tiles (all added before) and no others, with the model's rings, as the camera sees them.
  /// Drops the oldest of the tiles that have not been shown for a while.
  void show(const std::vector<mapdata::TileKey>& keys, const scene::RenderModel& model, const RingSet& rings,
            const scene::Projector& projector);

  std::size_t shownTriangles() const { return shownTriangles_; }
  std::size_t shownTiles() const { return static_cast<std::size_t>(root_->getNumChildren()); }

 private:
  struct Part;
  struct Tile;

  Tile& tile(mapdata::TileKey key) { return *tiles_.at(key); }
  void setParts(Tile& tile, const RingSet* rings, const scene::Projector& projector);
  osg::Program* program(bool hasWaters, const RegionRings& rings);

  osg::ref_ptr<osg::Group> root_;
  osg::ref_ptr<osg::Texture2D> ramp_;
  osg::ref_ptr<osg::Texture2D> noLines_;
  osg::ref_ptr<osg::Array> uvs_;
  std::vector<std::vector<GLushort>> blockTriangles_;                    ///< by block, row by row
  std::map<std::pair<bool, int>, osg::ref_ptr<osg::Program>> programs_;  ///< by waters and kind of rings
  std::map<mapdata::TileKey, std::unique_ptr<Tile>> tiles_;
  std::uint64_t frame_ = 0;
  std::size_t shownTriangles_ = 0;
};

}  // namespace cordon::render
