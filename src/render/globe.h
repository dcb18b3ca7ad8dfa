#pragma once

#include <map>
#include <memory>
#include <optional>
#include <osg/Group>
#include <osg/Program>
#include <osg/Texture2D>
#include <string>
#include <tuple>
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

  /// Shows these tiles (all added before) and no others, with the model's rings, as the camera sees them: `standIns`
  /// below all others. Drops the oldest of the tiles that have not been shown for a while; those of kStandInLevel are
  /// kept.
  void show(const std::vector<mapdata::TileKey>& keys, const std::vector<mapdata::TileKey>& standIns,
            const scene::RenderModel& model, const RingSet& rings, const scene::Projector& projector);

  /// Leaves out, until the next show(), the tiles that cannot be seen between two heights of clip space.
  void limitTo(const scene::Projector& projector, double bottom, double top);

  std::size_t shownTriangles() const { return shownTriangles_; }
  std::size_t shownTiles() const { return shown_.size(); }

 private:
  struct Part;
  struct Tile;

  void showTile(mapdata::TileKey key, osg::Group& parent, const scene::Projector& projector);
  void wear(scene::PaletteName name);
  void dropOldest(std::size_t shown);
  Tile& tile(mapdata::TileKey key) { return *tiles_.at(key); }
  static Part wholeTile();
  static void chooseRings(Tile& tile, const RingSet& rings, const scene::Projector& projector);
  void setParts(Tile& tile);
  osg::Program* program(bool hasWaters, const RegionRings& rings);

  osg::ref_ptr<osg::Group> root_;
  osg::ref_ptr<osg::Group> standIns_;  ///< child of root_: coarse tiles where finer ones are still missing
  osg::ref_ptr<osg::Group> tilesNode_;
  osg::ref_ptr<osg::Texture2D> noLines_;
  osg::ref_ptr<osg::Array> uvs_;
  std::vector<std::vector<GLushort>> blockTriangles_;                           ///< by block, row by row
  std::map<std::tuple<bool, int, bool>, osg::ref_ptr<osg::Program>> programs_;  ///< by waters, kind of rings, overlaps
  std::map<mapdata::TileKey, std::unique_ptr<Tile>> tiles_;
  std::vector<mapdata::TileKey> shown_;
  std::uint64_t frame_ = 0;
  double exaggeration_ = 1.0;
  std::optional<scene::PaletteName> palette_;  ///< that the globe wears
  std::string paletteText_;                    ///< its colours as constants of the shader
  std::size_t shownTriangles_ = 0;
};

}  // namespace cordon::render
