#include "render/globe.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <osg/CullFace>
#include <osg/Depth>
#include <osg/Geometry>
#include <osg/MatrixTransform>

#include "mapdata/shading.h"
#include "render/color_ramp.h"
#include "render/parallel_for.h"
#include "render/ring_flags.h"
#include "render/shader_source.h"
#include "scene/graticule.h"

namespace cordon::render {

namespace {

using geo::Ecef;
using mapdata::TileKey;
using mapdata::TileRaster;

constexpr int kCells = TileRaster::kMeshCells;
constexpr int kSide = kCells + 1;
constexpr std::size_t kKeptTiles = 96;
// A tile is drawn in up to kBlocks x kBlocks parts, so that a pixel tests only the rings near it.
constexpr int kBlocks = 4;
constexpr int kBlockCells = kCells / kBlocks;
// From so many on, choosing those of each tile takes longer than starting threads for it.
constexpr std::size_t kManyRings = 500;

// Pixels of a tile, owned by the raster: OSG reads them once, without a copy.
class RasterImage : public osg::Image {
 public:
  RasterImage(std::shared_ptr<const TileRaster> raster, const std::vector<std::uint8_t>& bytes)
      : raster_(std::move(raster)) {
    setImage(raster_->width, raster_->height, 1, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE,
             const_cast<std::uint8_t*>(bytes.data()), osg::Image::NO_DELETE);  // OSG does not write to it
  }

 private:
  std::shared_ptr<const TileRaster> raster_;
};

osg::ref_ptr<osg::Texture2D> makeTexture(osg::Image* image) {
  osg::ref_ptr<osg::Texture2D> texture = new osg::Texture2D(image);
  texture->setFilter(osg::Texture::MIN_FILTER, osg::Texture::LINEAR);
  texture->setFilter(osg::Texture::MAG_FILTER, osg::Texture::LINEAR);
  texture->setWrap(osg::Texture::WRAP_S, osg::Texture::CLAMP_TO_EDGE);
  texture->setWrap(osg::Texture::WRAP_T, osg::Texture::CLAMP_TO_EDGE);
  texture->setResizeNonPowerOfTwoHint(false);
  texture->setUseHardwareMipMapGeneration(false);
  texture->setUnRefImageDataAfterApply(true);
  return texture;
}

osg::ref_ptr<osg::Texture2D> makeRamp(const scene::GroundColors& colors) {
  const std::vector<std::uint8_t> ramp = colorRampRgba(colors);
  osg::ref_ptr<osg::Image> image = new osg::Image;
  image->allocateImage(256, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE);
  std::copy(ramp.begin(), ramp.end(), image->data());
  return makeTexture(image);
}

osg::ref_ptr<osg::Texture2D> makeNoLines() {
  osg::ref_ptr<osg::Image> image = new osg::Image;
  image->allocateImage(1, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE);
  std::fill_n(image->data(), 4, static_cast<unsigned char>(0));
  return makeTexture(image);
}

// The mesh's vertices in order: the grid by rows from the north-west, then the rim again, lowered (the skirt).
std::vector<std::pair<int, int>> rim() {
  std::vector<std::pair<int, int>> cells;
  for (int i = 0; i < kCells; ++i) cells.emplace_back(0, i);
  for (int i = 0; i < kCells; ++i) cells.emplace_back(i, kCells);
  for (int i = kCells; i > 0; --i) cells.emplace_back(kCells, i);
  for (int i = kCells; i > 0; --i) cells.emplace_back(i, 0);
  return cells;
}

// The triangles of one block of cells, with the skirt where it lies at the tile's rim.
std::vector<GLushort> blockTriangles(int blockRow, int blockColumn) {
  std::vector<GLushort> elements;
  const auto index = [](int row, int column) { return static_cast<GLushort>(row * kSide + column); };
  const int firstRow = blockRow * kBlockCells;
  const int firstColumn = blockColumn * kBlockCells;
  for (int row = firstRow; row < firstRow + kBlockCells; ++row) {
    for (int column = firstColumn; column < firstColumn + kBlockCells; ++column) {
      for (const GLushort i : {index(row, column), index(row + 1, column), index(row, column + 1),  //
                               index(row, column + 1), index(row + 1, column), index(row + 1, column + 1)}) {
        elements.push_back(i);
      }
    }
  }
  const auto edge = rim();
  const auto skirt = [&edge](std::size_t i) {
    return static_cast<GLushort>(kSide * kSide + static_cast<int>(i % edge.size()));
  };
  for (std::size_t i = 0; i < edge.size(); ++i) {
    const auto [row, column] = edge[i];
    const auto [nextRow, nextColumn] = edge[(i + 1) % edge.size()];
    const int cellRow = std::min({row, nextRow, kCells - 1});
    const int cellColumn = std::min({column, nextColumn, kCells - 1});
    if (cellRow / kBlockCells != blockRow || cellColumn / kBlockCells != blockColumn) continue;
    for (const GLushort k : {index(row, column), index(nextRow, nextColumn), skirt(i),  //
                             skirt(i), index(nextRow, nextColumn), skirt(i + 1)}) {
      elements.push_back(k);
    }
  }
  return elements;
}

osg::Vec3f toVec3f(Ecef v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

bool hasLakes(const TileRaster& raster) {
  for (std::size_t i = 3; i < raster.surface.size(); i += 4) {
    if (raster.surface[i] != 0) return true;
  }
  return false;
}

// The ball around a block's vertices; relief adds no horizontal distance, so heights are left out.
TileSphere blockSphere(const osg::Vec4Array& vertices, Ecef origin, int block) {
  const int firstRow = block / kBlocks * kBlockCells;
  const int firstColumn = block % kBlocks * kBlockCells;
  const auto vertex = [&vertices](int row, int column) {
    const osg::Vec4f& v = vertices[static_cast<std::size_t>(row * kSide + column)];
    return Ecef{static_cast<double>(v.x()), static_cast<double>(v.y()), static_cast<double>(v.z())};
  };
  const Ecef middle = vertex(firstRow + kBlockCells / 2, firstColumn + kBlockCells / 2);
  TileSphere sphere{origin + middle, 0.0};
  for (int row = firstRow; row <= firstRow + kBlockCells; row += kBlockCells) {
    for (int column = firstColumn; column <= firstColumn + kBlockCells; column += kBlockCells) {
      sphere.radiusMeters = std::max(sphere.radiusMeters, geo::norm(vertex(row, column) - middle));
    }
  }
  return sphere;
}

std::array<int, 4> blocksOfQuarter(int quarter) {
  const int first = quarter / 2 * 2 * kBlocks + quarter % 2 * 2;
  return {first, first + 1, first + kBlocks, first + kBlocks + 1};
}

// The ball around some blocks' balls.
TileSphere around(const std::array<TileSphere, kBlocks * kBlocks>& spheres, const std::array<int, 4>& blocks) {
  TileSphere whole;
  for (const int block : blocks) whole.centre = whole.centre + spheres[static_cast<std::size_t>(block)].centre * 0.25;
  for (const int block : blocks) {
    const TileSphere& part = spheres[static_cast<std::size_t>(block)];
    whole.radiusMeters = std::max(whole.radiusMeters, geo::norm(part.centre - whole.centre) + part.radiusMeters);
  }
  return whole;
}

template <typename T>
void setUniform(osg::StateSet& state, const char* name, const T& value) {
  osg::Uniform* uniform = state.getUniform(name);
  if (uniform == nullptr) {
    state.addUniform(new osg::Uniform(name, value));
  } else {
    uniform->set(value);
  }
}

}  // namespace

// OSG would take the vertices' heights for homogeneous coordinates and divide by them.
class TileBound : public osg::Drawable::ComputeBoundingBoxCallback {
 public:
  explicit TileBound(double radiusMeters) {
    const auto r = static_cast<float>(radiusMeters);
    box_ = osg::BoundingBox(-r, -r, -r, r, r, r);
  }
  osg::BoundingBox computeBound(const osg::Drawable&) const override { return box_; }

 private:
  osg::BoundingBox box_;
};

// Blocks of a tile that meet the same rings, drawn at once.
struct Globe::Part {
  RegionRings rings;
  std::vector<int> blocks;
};

struct Globe::Tile {
  osg::ref_ptr<osg::MatrixTransform> transform;
  osg::ref_ptr<osg::Geometry> geometry;  // holds the arrays and the tile's state; parts share them
  bool hasWaters = false;
  mapdata::TileBounds bounds;
  TileSphere sphere;
  double highestMeters = 0.0;
  std::array<TileSphere, kBlocks * kBlocks> blocks;
  std::vector<Part> parts;
  std::uint64_t shownInFrame = 0;
};

Globe::Globe() : root_(new osg::Group), standIns_(new osg::Group), tilesNode_(new osg::Group), noLines_(makeNoLines()) {
  root_->addChild(standIns_);
  root_->addChild(tilesNode_);
  // Stand-ins leave no depth: whatever finer tile is there covers them, however the relief of both differs.
  osg::StateSet* below = standIns_->getOrCreateStateSet();
  below->setAttributeAndModes(new osg::Depth(osg::Depth::LESS, 0.0, 1.0, false));
  below->setRenderBinDetails(-1, "RenderBin");
  osg::StateSet* state = root_->getOrCreateStateSet();
  state->setAttributeAndModes(new osg::CullFace(osg::CullFace::BACK));
  state->setAttributeAndModes(new osg::Depth(osg::Depth::LESS));
  state->setMode(GL_BLEND, osg::StateAttribute::OFF);
  state->addUniform(new osg::Uniform("surfaceMap", 0));
  state->addUniform(new osg::Uniform("lineMap", 1));
  state->addUniform(new osg::Uniform("colorRamp", 2));

  osg::ref_ptr<osg::Vec3Array> uvs = new osg::Vec3Array(osg::Array::BIND_PER_VERTEX);
  const auto push = [&uvs](int row, int column) {
    uvs->push_back({static_cast<float>(column) / kCells, static_cast<float>(row) / kCells, 0.0F});
  };
  for (int row = 0; row < kSide; ++row) {
    for (int column = 0; column < kSide; ++column) push(row, column);
  }
  for (const auto& [row, column] : rim()) push(row, column);
  uvs_ = uvs;
  for (int block = 0; block < kBlocks * kBlocks; ++block) {
    blockTriangles_.push_back(blockTriangles(block / kBlocks, block % kBlocks));
  }
}

osg::Program* Globe::program(bool hasWaters, const RegionRings& rings) {
  const int ringKind = rings.count == 0 ? 0 : rings.needsExact ? 2 : 1;
  const bool overlaps = rings.ringsAround.has_value();
  osg::ref_ptr<osg::Program>& program = programs_[{hasWaters, ringKind, overlaps}];
  if (!program) {
    std::string fragment = shaderSource("globe.frag");
    fragment.insert(fragment.find('\n') + 1, fmt::format("#define WATERS {}\n#define RINGS {}\n#define OVERLAPS {}\n",
                                                         hasWaters ? 1 : 0, ringKind, overlaps ? 1 : 0) +
                                                 ringConstantsText() + paletteText_);
    program = new osg::Program;
    program->addShader(new osg::Shader(osg::Shader::VERTEX, shaderSource("globe.vert")));
    program->addShader(new osg::Shader(osg::Shader::FRAGMENT, fragment));
  }
  return program;
}

Globe::~Globe() = default;

Globe::Part Globe::wholeTile() {
  Part part;
  for (int block = 0; block < kBlocks * kBlocks; ++block) part.blocks.push_back(block);
  return part;
}

void Globe::wear(scene::PaletteName name) {
  palette_ = name;
  const scene::Palette& palette = scene::paletteOf(name);
  const scene::GroundColors& colors = palette.ground;
  osg::StateSet& state = *root_->getOrCreateStateSet();
  state.setTextureAttribute(2, makeRamp(colors));
  const auto vec4 = [](const typography::Color& color) {
    return fmt::format("vec4({:.5f}, {:.5f}, {:.5f}, {:.5f})", color.red, color.green, color.blue, color.alpha);
  };
  paletteText_.clear();
  for (const auto& [constant, color] :
       {std::pair{"light", colors.light}, std::pair{"flatSea", colors.flatSea}, std::pair{"flatLand", colors.flatLand},
        std::pair{"coast", colors.coast}, std::pair{"shore", colors.shore}, std::pair{"lake", colors.lake},
        std::pair{"river", colors.river}, std::pair{"border", colors.border}, std::pair{"graticule", colors.graticule},
        std::pair{"haze", colors.haze}, std::pair{"casing", colors.ringCasing}}) {
    paletteText_ += fmt::format("const vec4 {}Color = {};\n", constant, vec4(color));
  }
  constexpr int kCounts = static_cast<int>(std::tuple_size_v<decltype(palette.overlaps)>) + 1;
  std::string overlaps;
  for (int count = 0; count < kCounts; ++count)
    overlaps += (count == 0 ? "" : ", ") + vec4(scene::overlapColor(palette, count));
  paletteText_ += fmt::format("const vec4 overlapColors[{}] = vec4[{}]({});\n", kCounts, kCounts, overlaps);
  programs_.clear();
}

void Globe::add(std::shared_ptr<const TileRaster> raster) {
  auto tile = std::make_unique<Tile>();
  tile->bounds = mapdata::bounds(raster->key);
  tile->sphere = tileSphere(raster->key, 0.0);
  tile->highestMeters =
      static_cast<double>(*std::max_element(raster->meshHeightMeters.begin(), raster->meshHeightMeters.end()));
  tile->shownInFrame = frame_;
  const mapdata::TileBounds& b = tile->bounds;
  // The skirt hides the gap to a neighbour of another level: as deep as a cell's sagitta and relief can differ.
  const double cellMeters = (b.northRadians - b.southRadians) / kCells * geo::kSemiMajorMeters;
  const double skirtMeters = cellMeters * cellMeters / geo::kSemiMajorMeters + 0.05 * cellMeters;

  osg::ref_ptr<osg::Vec4Array> vertices = new osg::Vec4Array(osg::Array::BIND_PER_VERTEX);
  osg::ref_ptr<osg::Vec3Array> normals = new osg::Vec3Array(osg::Array::BIND_PER_VERTEX);
  const auto push = [&](int row, int column) {
    const geo::LatLon position{b.northRadians + (b.southRadians - b.northRadians) * row / kCells,
                               b.westRadians + (b.eastRadians - b.westRadians) * column / kCells};
    const Ecef local = geo::toEcef(position) - tile->sphere.centre;
    const float height = raster->meshHeightMeters[static_cast<std::size_t>(row * kSide + column)];
    vertices->push_back(osg::Vec4f(toVec3f(local), height));
    normals->push_back(toVec3f(geo::localFrame(position).up));
  };
  for (int row = 0; row < kSide; ++row) {
    for (int column = 0; column < kSide; ++column) push(row, column);
  }
  for (const auto& [row, column] : rim()) push(row, column);

  osg::ref_ptr<osg::Vec3Array> uvs = static_cast<osg::Vec3Array*>(uvs_->clone(osg::CopyOp::DEEP_COPY_ALL));
  for (std::size_t i = kSide * kSide; i < uvs->size(); ++i) (*uvs)[i].z() = static_cast<float>(skirtMeters);

  tile->geometry = new osg::Geometry;
  tile->geometry->setUseDisplayList(false);
  tile->geometry->setUseVertexBufferObjects(true);
  tile->geometry->setCullingActive(false);
  tile->geometry->setVertexArray(vertices);
  tile->geometry->setNormalArray(normals);
  tile->geometry->setTexCoordArray(0, uvs);
  for (int block = 0; block < kBlocks * kBlocks; ++block)
    tile->blocks[static_cast<std::size_t>(block)] = blockSphere(*vertices, tile->sphere.centre, block);

  osg::ref_ptr<osg::StateSet> state = new osg::StateSet;
  state->setTextureAttribute(0, makeTexture(new RasterImage(raster, raster->surface)));
  const bool hasLines = !raster->lines.empty();
  tile->hasWaters = hasLines || hasLakes(*raster);
  state->setTextureAttribute(1, hasLines ? makeTexture(new RasterImage(raster, raster->lines)).get() : noLines_.get());
  const float width = static_cast<float>(raster->width);
  const float height = static_cast<float>(raster->height);
  setUniform(*state, "uvTransform",
             osg::Vec4f((width - 1.0F) / width, (height - 1.0F) / height, 0.5F / width, 0.5F / height));
  setUniform(*state, "rasterSize", osg::Vec2f(width - 1.0F, height - 1.0F));
  setUniform(*state, "texelMeters", static_cast<float>(raster->texelMeters));

  tile->transform = new osg::MatrixTransform(
      osg::Matrixd::translate(tile->sphere.centre.x, tile->sphere.centre.y, tile->sphere.centre.z));
  tile->transform->setCullingActive(false);
  tile->transform->setStateSet(state);
  tiles_[raster->key] = std::move(tile);
}

void Globe::show(const std::vector<TileKey>& keys, const std::vector<TileKey>& standIns,
                 const scene::RenderModel& model, const RingSet& rings, const scene::Projector& projector) {
  ++frame_;
  exaggeration_ = model.exaggeration;
  using scene::Layer;
  const auto mask = [&model](Layer layer) { return model.shows(layer) ? 1.0F : 0.0F; };
  osg::StateSet& common = *root_->getOrCreateStateSet();
  setUniform(common, "exaggeration", static_cast<float>(model.exaggeration));
  setUniform(common, "metersPerPixelAtUnit", static_cast<float>(projector.metersPerPixel(1.0)));
  setUniform(common, "shadeExponent", static_cast<float>(mapdata::kShadeExponent));
  setUniform(common, "finestShadedMeters", static_cast<float>(mapdata::kFinestShadedTexelMeters));
  setUniform(common, "pixelScale", static_cast<float>(projector.unit()));
  if (palette_ != model.palette) wear(model.palette);
  setUniform(common, "graticuleMask", mask(Layer::Graticule));
  setUniform(common, "layerMask",
             osg::Vec4f(mask(Layer::Relief), mask(Layer::Coast), mask(Layer::Lakes), mask(Layer::Rivers)));
  setUniform(common, "borderMask", mask(Layer::Borders));

  standIns_->removeChildren(0, standIns_->getNumChildren());
  tilesNode_->removeChildren(0, tilesNode_->getNumChildren());
  shownTriangles_ = 0;
  shown_ = standIns;
  shown_.insert(shown_.end(), keys.begin(), keys.end());
  const bool showsRings = model.shows(Layer::Rings);
  const auto choose = [&](std::size_t i) {
    Tile& shown = tile(shown_[i]);
    if (showsRings) {
      chooseRings(shown, rings, projector);
    } else {
      shown.parts.assign(1, wholeTile());
    }
  };
  if (rings.size() >= kManyRings) {
    parallelFor(shown_.size(), choose);
  } else {
    for (std::size_t i = 0; i < shown_.size(); ++i) choose(i);
  }
  for (const TileKey& key : standIns) showTile(key, *standIns_, projector);
  for (const TileKey& key : keys) showTile(key, *tilesNode_, projector);
  dropOldest(shown_.size());
}

void Globe::showTile(TileKey key, osg::Group& parent, const scene::Projector& projector) {
  Tile& shown = tile(key);
  shown.shownInFrame = frame_;
  osg::StateSet& state = *shown.transform->getStateSet();
  setUniform(state, "eyeLocal", toVec3f(projector.eye() - shown.sphere.centre));
  // Bases are reduced in double precision: at deep zooms the whole number of steps would eat the float's digits.
  const double step = geo::degreesToRadians(scene::graticuleStepDegrees(projector));
  const auto steps = [step](double from, double to) {
    const double base = from / step;
    return osg::Vec2f(static_cast<float>(base - std::floor(base)), static_cast<float>((to - from) / step));
  };
  const osg::Vec2f lon = steps(shown.bounds.westRadians, shown.bounds.eastRadians);
  const osg::Vec2f lat = steps(shown.bounds.northRadians, shown.bounds.southRadians);
  setUniform(state, "graticule", osg::Vec4f(lon.x(), lon.y(), lat.x(), lat.y()));

  setParts(shown);
  shown.transform->setNodeMask(~0U);
  parent.addChild(shown.transform);
}

void Globe::dropOldest(std::size_t shown) {
  if (tiles_.size() <= kKeptTiles + shown) return;
  std::vector<std::pair<std::uint64_t, TileKey>> byAge;
  for (const auto& [key, tile] : tiles_) {
    if (key.level > kStandInLevel && tile->shownInFrame + 2 < frame_) byAge.emplace_back(tile->shownInFrame, key);
  }
  std::sort(byAge.begin(), byAge.end());
  // Some more than needed, so that not every picture has to look for them.
  const std::size_t excess = std::min(byAge.size(), tiles_.size() - kKeptTiles - shown + kKeptTiles / 8);
  for (std::size_t i = 0; i < excess; ++i) tiles_.erase(byAge[i].second);
}

void Globe::limitTo(const scene::Projector& projector, double bottom, double top) {
  const scene::Matrix4 m = projector.ecefToClip();
  // Points above `bottom` have y - bottom w >= 0, those below `top` top w - y >= 0.
  const auto plane = [&m](double y, double w) {
    return geo::normalized({y * m[4] + w * m[12], y * m[5] + w * m[13], y * m[6] + w * m[14]});
  };
  const Ecef above = plane(1.0, -bottom);
  const Ecef below = plane(-1.0, top);
  for (const TileKey& key : shown_) {
    Tile& shown = tile(key);
    const Ecef fromEye = shown.sphere.centre - projector.eye();
    const double radius = shown.sphere.radiusMeters + shown.highestMeters * exaggeration_;
    const bool seen = geo::dot(above, fromEye) > -radius && geo::dot(below, fromEye) > -radius;
    shown.transform->setNodeMask(seen ? ~0U : 0U);
  }
}

// May be called for several tiles at once.
void Globe::chooseRings(Tile& tile, const RingSet& rings, const scene::Projector& projector) {
  std::vector<Part>& parts = tile.parts;
  parts.clear();
  const auto addBlock = [&parts](RegionRings regionRings, int block) {
    const auto same =
        std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.rings == regionRings; });
    if (same != parts.end()) {
      same->blocks.push_back(block);
    } else {
      parts.push_back({std::move(regionRings), {block}});
    }
  };
  const std::vector<std::size_t> candidates = rings.touching(tile.sphere, projector);
  // Most tiles lie far from every line: one test of the whole tile spares those of its blocks.
  if (!rings.mayHaveEdges(tile.sphere, projector, candidates)) {
    parts.push_back(wholeTile());
    parts.back().rings = rings.forRegion(tile.sphere, tile.sphere.centre, projector, candidates);
    return;
  }
  for (int quarter = 0; quarter < 4; ++quarter) {
    const std::array<int, 4> blocks = blocksOfQuarter(quarter);
    const std::vector<std::size_t> near = rings.touching(around(tile.blocks, blocks), projector, candidates);
    for (const int block : blocks) {
      const TileSphere& sphere = tile.blocks[static_cast<std::size_t>(block)];
      addBlock(rings.forRegion(sphere, tile.sphere.centre, projector, near), block);
    }
  }
}

void Globe::setParts(Tile& tile) {
  tile.transform->removeChildren(0, tile.transform->getNumChildren());
  for (const Part& part : tile.parts) {
    osg::ref_ptr<osg::Geometry> geometry = new osg::Geometry(*tile.geometry, osg::CopyOp::SHALLOW_COPY);
    osg::ref_ptr<osg::DrawElementsUShort> elements = new osg::DrawElementsUShort(GL_TRIANGLES);
    for (const int block : part.blocks) {
      const std::vector<GLushort>& triangles = blockTriangles_[static_cast<std::size_t>(block)];
      elements->insert(elements->end(), triangles.begin(), triangles.end());
    }
    geometry->setComputeBoundingBoxCallback(new TileBound(tile.sphere.radiusMeters));
    shownTriangles_ += elements->size() / 3;
    geometry->addPrimitiveSet(elements);
    osg::StateSet* state = geometry->getOrCreateStateSet();
    state->setAttributeAndModes(program(tile.hasWaters, part.rings));
    const auto vec4 = [](const RegionRings::Vector& v) { return osg::Vec4f(v[0], v[1], v[2], v[3]); };
    state->addUniform(new osg::Uniform("veilBelow", vec4(part.rings.veilBelow)));
    if (part.rings.ringsAround)
      state->addUniform(new osg::Uniform("ringsAround", static_cast<float>(*part.rings.ringsAround)));
    if (part.rings.count > 0) {
      state->addUniform(new osg::Uniform("veilAbove", vec4(part.rings.veilAbove)));
      state->addUniform(new osg::Uniform("ringCount", part.rings.count));
      osg::ref_ptr<osg::Uniform> data =
          new osg::Uniform(osg::Uniform::FLOAT_VEC4, "ringData", static_cast<int>(part.rings.vectors.size()));
      for (std::size_t i = 0; i < part.rings.vectors.size(); ++i)
        data->setElement(static_cast<unsigned>(i), vec4(part.rings.vectors[i]));
      state->addUniform(data);
    }
    tile.transform->addChild(geometry);
  }
}

}  // namespace cordon::render
