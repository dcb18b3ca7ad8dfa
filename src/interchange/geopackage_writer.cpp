#include <algorithm>
#include <map>
#include <utility>

#include "interchange/facts.h"
#include "interchange/flat_map.h"
#include "interchange/gdal_api.h"
#include "interchange/writers.h"

namespace cordon::interchange {

namespace {

struct Row {
  Json facts;
  OGRGeometryH geometry = nullptr;  ///< owned until it is given to a feature
};

/// A table: its rows' facts are the columns, typed by what stands in them.
struct Table {
  std::string name;
  OGRwkbGeometryType type = wkbNone;
  std::vector<Row> rows;
};

/// Builds the tables of one package and writes them; lives for one call.
class PackageWriter {
 public:
  explicit PackageWriter(const Gdal& gdal) : gdal_(gdal) {}

  OGRGeometryH point(const geo::LatLon& position) const {
    OGRGeometryH geometry = gdal_.OGR_G_CreateGeometry(wkbPoint);
    const FlatPoint flat = flatPoint(position);
    gdal_.OGR_G_AddPoint_2D(geometry, flat.lonDegrees, flat.latDegrees);
    return geometry;
  }

  OGRGeometryH lines(const std::vector<scenario::Path>& paths) const {
    OGRGeometryH all = gdal_.OGR_G_CreateGeometry(wkbMultiLineString);
    for (const scenario::Path& path : paths) {
      for (const FlatPath& piece : flatLines(path)) {
        gdal_.OGR_G_AddGeometryDirectly(all, curve(wkbLineString, piece, false));
      }
    }
    return all;
  }

  OGRGeometryH polygons(const std::vector<FlatPolygon>& flat) const {
    OGRGeometryH all = gdal_.OGR_G_CreateGeometry(wkbMultiPolygon);
    for (const FlatPolygon& one : flat) {
      OGRGeometryH polygon = gdal_.OGR_G_CreateGeometry(wkbPolygon);
      gdal_.OGR_G_AddGeometryDirectly(polygon, curve(wkbLinearRing, one.outer, true));
      for (const FlatPath& hole : one.holes) {
        gdal_.OGR_G_AddGeometryDirectly(polygon, curve(wkbLinearRing, hole, true));
      }
      gdal_.OGR_G_AddGeometryDirectly(all, polygon);
    }
    return all;
  }

  OGRGeometryH geometryOf(const scenario::Geometry& geometry) const {
    if (const auto* position = std::get_if<geo::LatLon>(&geometry)) return point(*position);
    if (const auto* paths = std::get_if<std::vector<scenario::Path>>(&geometry)) return lines(*paths);
    std::vector<FlatPolygon> all;
    for (const scenario::Polygon& polygon : std::get<std::vector<scenario::Polygon>>(geometry)) {
      for (FlatPolygon& one : flatPolygons(polygon)) all.push_back(std::move(one));
    }
    return polygons(all);
  }

  bool write(GDALDatasetH dataset, OGRSpatialReferenceH system, Table& table) const {
    const char* options[] = {table.type == wkbNone ? "ASPATIAL_VARIANT=GPKG_ATTRIBUTES" : "SPATIAL_INDEX=YES", nullptr};
    OGRLayerH layer = gdal_.GDALDatasetCreateLayer(
        dataset, table.name.c_str(), table.type == wkbNone ? nullptr : system, table.type, const_cast<char**>(options));
    if (layer == nullptr) return false;
    const auto columns = columnsOf(table);
    for (const auto& [name, isNumber] : columns) {
      OGRFieldDefnH field = gdal_.OGR_Fld_Create(name.c_str(), isNumber ? OFTReal : OFTString);
      const OGRErr error = gdal_.OGR_L_CreateField(layer, field, 1);
      gdal_.OGR_Fld_Destroy(field);
      if (error != OGRERR_NONE) return false;
    }
    OGRFeatureDefnH definition = gdal_.OGR_L_GetLayerDefn(layer);
    for (Row& row : table.rows) {
      const FeatureHandle feature(gdal_.OGR_F_Create(definition), DestroyFeature{&gdal_});
      int index = 0;
      for (const auto& [name, isNumber] : columns) {
        const auto value = row.facts.find(name);
        if (value != row.facts.end() && isNumber) {
          gdal_.OGR_F_SetFieldDouble(feature.get(), index, value->get<double>());
        } else if (value != row.facts.end()) {
          gdal_.OGR_F_SetFieldString(feature.get(), index, factText(*value).c_str());
        }
        ++index;
      }
      if (row.geometry != nullptr) gdal_.OGR_F_SetGeometryDirectly(feature.get(), std::exchange(row.geometry, nullptr));
      if (gdal_.OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE) return false;
    }
    return true;
  }

  void destroy(Table& table) const {
    for (Row& row : table.rows) {
      if (row.geometry != nullptr) gdal_.OGR_G_DestroyGeometry(std::exchange(row.geometry, nullptr));
    }
  }

 private:
  OGRGeometryH curve(OGRwkbGeometryType type, const FlatPath& path, bool isClosed) const {
    OGRGeometryH geometry = gdal_.OGR_G_CreateGeometry(type);
    for (const FlatPoint& one : path) gdal_.OGR_G_AddPoint_2D(geometry, one.lonDegrees, one.latDegrees);
    if (isClosed && !path.empty()) {
      gdal_.OGR_G_AddPoint_2D(geometry, path.front().lonDegrees, path.front().latDegrees);
    }
    return geometry;
  }

  /// The columns in the order in which rows bring them, and whether every value is a number.
  static std::vector<std::pair<std::string, bool>> columnsOf(const Table& table) {
    std::vector<std::pair<std::string, bool>> columns;
    for (const Row& row : table.rows) {
      for (const auto& fact : row.facts.items()) {
        const std::string& name = fact.key();
        auto known = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.first == name; });
        if (known == columns.end()) known = columns.insert(columns.end(), {name, true});
        known->second = known->second && fact.value().is_number();
      }
    }
    return columns;
  }

  const Gdal& gdal_;
};

/// The package's own names of its key and geometry may not be columns too; SQLite's names know no case.
Json packageFacts(const Json& facts) {
  Json safe = Json::object();
  std::map<std::string, int> seen;
  for (const auto& [name, value] : facts.items()) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const bool isTaken = lower == "fid" || lower == "geom";
    const int number = ++seen[isTaken ? lower + "_" : lower];
    std::string own = isTaken ? name + "_" : name;
    if (number > 1) own += "_" + std::to_string(number);
    safe[own] = value;
  }
  return safe;
}

Json sourceFacts(const scenario::Source& source) {
  Json facts{{"id", source.id}, {"title", source.title}, {"publisher", source.publisher}};
  facts["date"] = source.date ? source.date->toString() : "";
  facts["url"] = source.url;
  facts["remarks"] = source.remarks;
  return facts;
}

Json rangeFacts(const scenario::System& system, const scenario::RangeClaim& claim) {
  Json facts{{"system", system.id}, {"system_name", system.name}, {"min_km", claim.minKm}, {"max_km", claim.maxKm}};
  facts["claim"] = claimText(claim);
  facts["is_drawn"] = &claim == system.defaultRange() ? "yes" : "no";
  facts["date"] = claim.date ? claim.date->toString() : "";
  std::string sources;
  for (const std::string& id : claim.sources) sources += (sources.empty() ? "" : " ") + id;
  facts["source_ids"] = sources;
  facts["color"] = system.color;
  return facts;
}

std::vector<Table> tablesOf(const scenario::Document& document, const ExportOptions& options,
                            const PackageWriter& writer) {
  std::vector<Table> tables{{"sites", wkbPoint, {}},           {"statements", wkbNone, {}},
                            {"rings", wkbMultiPolygon, {}},    {"areas", wkbMultiPolygon, {}},
                            {"lines", wkbMultiLineString, {}}, {"tracks", wkbMultiLineString, {}},
                            {"notes", wkbPoint, {}},           {"sources", wkbNone, {}},
                            {"ranges", wkbNone, {}},           {"scenario", wkbNone, {}}};
  const auto rowsOf = [&tables](std::string_view name) -> std::vector<Row>& {
    return std::find_if(tables.begin(), tables.end(), [&](const Table& one) { return one.name == name; })->rows;
  };
  for (const scenario::Feature& feature : document.features) {
    if (!isOnMap(feature, options.day)) continue;
    static const std::map<scenario::FeatureKind, const char*> kTables{{scenario::FeatureKind::Site, "sites"},
                                                                      {scenario::FeatureKind::Area, "areas"},
                                                                      {scenario::FeatureKind::Line, "lines"},
                                                                      {scenario::FeatureKind::Track, "tracks"},
                                                                      {scenario::FeatureKind::Note, "notes"}};
    rowsOf(kTables.at(feature.kind))
        .push_back({packageFacts(featureFacts(document, feature)), writer.geometryOf(feature.geometry)});
    for (const scenario::SystemAssignment& statement : feature.systems) {
      rowsOf("statements").push_back({statementFacts(document, feature, statement), nullptr});
    }
  }
  for (const MapRing& ring : mapRings(document, options.day)) {
    Json facts = ringFacts(document, ring);
    facts["color"] = lookOf(ring).color;
    rowsOf("rings").push_back({std::move(facts), writer.polygons(flatPolygons(shapeOf(ring)))});
  }
  const auto addText = [&](const char* member, const std::string& text) {
    if (!text.empty()) rowsOf("scenario").push_back({Json{{"member", member}, {"text", text}}, nullptr});
  };
  addText("title", document.title);
  addText("subtitle", document.subtitle);
  addText("summary", document.summary);
  addText("disclaimer", document.disclaimer);
  addText("author", document.author);
  addText("handling", document.handling);
  addText("language", document.language);
  addText("date", document.date ? document.date->toString() : "");
  for (const scenario::Source& source : document.sources) rowsOf("sources").push_back({sourceFacts(source), nullptr});
  for (const scenario::System& system : document.systems) {
    for (const scenario::RangeClaim& claim : system.ranges) {
      rowsOf("ranges").push_back({rangeFacts(system, claim), nullptr});
    }
  }
  return tables;
}

void countLosses(const scenario::Document& document, Losses& losses) {
  for (const scenario::View& view : document.views) losses.add("views", view.id);
  for (const scenario::Feature& feature : document.features) {
    if (!(feature.style == scenario::Style{})) losses.add("styles", feature.id);
    if (!feature.times.empty()) losses.add("times of tracks", feature.id);
  }
}

}  // namespace

Result<std::string> writeGeoPackage(const scenario::Document& document, const ExportOptions& options, Losses& losses) {
  const Result<const Gdal*> opened = openGdal();
  if (!opened) return Result<std::string>::failure(opened.diagnostics());
  const Gdal& gdal = **opened;
  const GdalMessages messages(gdal);
  const auto failure = [&messages] {
    return Result<std::string>::failure(plainError("GDAL could not make the GeoPackage: " + messages.text() + "."));
  };
  GDALDriverH driver = gdal.GDALGetDriverByName("GPKG");
  if (driver == nullptr) return Result<std::string>::failure(plainError("this GDAL writes no GeoPackages."));

  const std::string path = newMemoryFolder() + "/scenario.gpkg";
  const char* creation[] = {"VERSION=1.3", "DATETIME_FORMAT=UTC", nullptr};
  DatasetHandle dataset(gdal.GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, const_cast<char**>(creation)),
                        CloseDataset{&gdal});
  if (!dataset) return failure();
  const SystemHandle system = wgs84(gdal);
  const PackageWriter writer(gdal);
  std::vector<Table> tables = tablesOf(document, options, writer);
  bool isGood = gdal.GDALDatasetStartTransaction(dataset.get(), FALSE) == OGRERR_NONE;
  for (Table& table : tables) {
    isGood = isGood && writer.write(dataset.get(), system.get(), table);
    writer.destroy(table);
  }
  isGood = isGood && gdal.GDALDatasetCommitTransaction(dataset.get()) == OGRERR_NONE;
  dataset.reset();
  vsi_l_offset size = 0;
  GByte* bytes = gdal.VSIGetMemFileBuffer(path.c_str(), &size, TRUE);
  std::string content;
  if (bytes != nullptr) {
    content.assign(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    gdal.VSIFree(bytes);
  }
  if (!isGood || content.empty()) return failure();
  countLosses(document, losses);
  return Result<std::string>(std::move(content));
}

}  // namespace cordon::interchange
