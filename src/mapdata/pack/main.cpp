#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mapdata/pack/gdal_errors.h"
#include "mapdata/pack/pack_builder.h"
#include "mapdata/pack/relief_packer.h"

namespace {

using cordon::mapdata::GdalErrors;
using cordon::mapdata::kLakeShore;
using cordon::mapdata::kSeaShore;
using cordon::mapdata::PackBuilder;
using cordon::mapdata::PackKind;
using cordon::mapdata::PackLine;

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

std::int32_t toMicrodegrees(double degrees) {
  return static_cast<std::int32_t>(std::lround(degrees * 1e6));
}

void addCurve(const OGRLineString& curve, bool close, unsigned lineClass, std::vector<PackLine>& lines) {
  PackLine line;
  line.lineClass = lineClass;
  for (int i = 0; i < curve.getNumPoints(); ++i) {
    line.points.push_back({toMicrodegrees(curve.getX(i)), toMicrodegrees(curve.getY(i))});
  }
  if (line.points.empty()) return;
  const auto first = line.points.front();
  const auto last = line.points.back();
  if (close && (first.lon != last.lon || first.lat != last.lat)) line.points.push_back(first);
  lines.push_back(std::move(line));
}

void addGeometry(const OGRGeometry& geometry, unsigned lineClass, std::vector<PackLine>& lines) {
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
      for (const OGRLinearRing* ring : *geometry.toPolygon()) addCurve(*ring, true, lineClass, lines);
      break;
    case wkbLineString:
      addCurve(*geometry.toLineString(), false, lineClass, lines);
      break;
    default:
      if (OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbGeometryCollection)) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) addGeometry(*part, lineClass, lines);
      }
  }
}

// Coasts: GSHHG's level to the kind of shore. Lines: class 1, the greatest, to 255, each further one 20 less.
unsigned classOf(const OGRFeature& feature, PackKind kind, int field) {
  const int value = field < 0 ? 1 : feature.GetFieldAsInteger(field);
  if (kind == PackKind::Coast) return value == 1 ? kSeaShore : kLakeShore;
  return static_cast<unsigned>(std::clamp(255 - 20 * (value - 1), 15, 255));
}

std::optional<std::vector<PackLine>> readLines(const std::string& path, PackKind kind, const std::string& attribute) {
  const GdalErrors errors;
  const std::unique_ptr<GDALDataset, CloseDataset> dataset(
      GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (!dataset || dataset->GetLayerCount() < 1) {
    fmt::print(stderr, "cordon_pack: {}: cannot read: {}\n", path, errors.text());
    return std::nullopt;
  }
  std::vector<PackLine> lines;
  OGRLayer* layer = dataset->GetLayer(0);
  const int field = layer->GetLayerDefn()->GetFieldIndex(attribute.c_str());
  for (const OGRFeatureUniquePtr& feature : layer) {
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (geometry) addGeometry(*geometry, classOf(*feature, kind, field), lines);
  }
  return lines;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Packs coasts, lines or relief for Cordon's map.");
  std::string kindName;
  std::string output;
  std::string attribute = "level";
  std::string input;
  std::string regionInput;
  std::vector<double> regionDegrees;
  double cellDegrees = 1.0;
  double toleranceMeters = 0.0;
  app.add_option("kind", kindName, "coast, lines or relief")
      ->required()
      ->check(CLI::IsMember({"coast", "lines", "relief"}));
  app.add_option("output", output, "the pack to write")->required();
  app.add_option("--input", input, "polygons or lines of the whole world; without it the pack is empty");
  app.add_option("--region-input", regionInput, "what stands instead of them inside the region");
  app.add_option("--region", regionDegrees, "W S E N, degrees")->expected(4);
  app.add_option("--attribute", attribute, "integer field with the GSHHG level or the line's class");
  app.add_option("--cell-degrees", cellDegrees, "side of a cell; divides 180 and the region's borders");
  app.add_option("--tolerance-meters", toleranceMeters, "how far the lines may lie from the truth");
  CLI11_PARSE(app, argc, argv);

  const auto report = [](const auto& written) {
    for (const auto& diagnostic : written.diagnostics()) fmt::print(stderr, "cordon_pack: {}\n", toString(diagnostic));
    return written ? 0 : 1;
  };
  if (kindName == "relief") return report(cordon::mapdata::packRelief(input, output));

  GDALAllRegister();
  const PackKind kind = kindName == "coast" ? PackKind::Coast : PackKind::Lines;
  PackBuilder builder(kind, toMicrodegrees(cellDegrees), toleranceMeters);
  if (!input.empty()) {
    const auto world = readLines(input, kind, attribute);
    if (!world) return 1;
    builder.setLayer(*world);
  }
  if (!regionInput.empty()) {
    const auto region = readLines(regionInput, kind, attribute);
    if (!region) return 1;
    builder.setLayer(*region, {toMicrodegrees(regionDegrees.at(0)), toMicrodegrees(regionDegrees.at(1)),
                               toMicrodegrees(regionDegrees.at(2)), toMicrodegrees(regionDegrees.at(3))});
  }
  return report(builder.write(output));
}
