#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

#include "interchange/gdal_api.h"
#include "interchange/readers.h"
#include "interchange/utf8.h"
#include "scenario/io.h"

namespace cordon::interchange {

namespace {

/// Files that belong to a Shapefile; all but the first may be missing.
constexpr std::array<const char*, 5> kShapefileParts{".shp", ".shx", ".dbf", ".prj", ".cpg"};

std::vector<const char*> driversOf(Format format) {
  switch (format) {
    case Format::Kml:
    case Format::Kmz:
      return {"LIBKML", "KML", nullptr};
    case Format::Gpx:
      return {"GPX", nullptr};
    case Format::GeoPackage:
      return {"GPKG", nullptr};
    case Format::Shapefile:
      return {"ESRI Shapefile", nullptr};
    default:
      return {nullptr};
  }
}

/// What of KML's and GPX's own fields says nothing to a scenario.
bool isNoise(const std::string& name, Format format) {
  static const std::array<std::string_view, 9> kKml{
      "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon", "snippet", "timestamp", "fid"};
  if (format != Format::Kml && format != Format::Kmz) return false;
  return std::find(kKml.begin(), kKml.end(), name) != kKml.end();
}

/// Reads one dataset; lives for one call of readByGdal().
class DatasetReader {
 public:
  DatasetReader(const Gdal& gdal, Format format, DocumentBuilder& builder)
      : gdal_(gdal), format_(format), builder_(builder), wgs84_(wgs84(gdal)) {}

  void read(GDALDatasetH dataset) {
    if (format_ == Format::GeoPackage && !isHarmless(dataset)) return;
    const int layers = gdal_.GDALDatasetGetLayerCount(dataset);
    for (int i = 0; i < layers; ++i) {
      OGRLayerH layer = gdal_.GDALDatasetGetLayer(dataset, i);
      if (layer != nullptr && !readLayer(layer)) return;
    }
  }

 private:
  /// A package is a database: virtual tables of its could read other files.
  bool isHarmless(GDALDatasetH dataset) {
    OGRLayerH found = gdal_.GDALDatasetExecuteSQL(
        dataset, "SELECT name FROM sqlite_master WHERE sql LIKE '%virtual%table%' AND sql NOT LIKE '%using%rtree%'",
        nullptr, nullptr);
    if (found == nullptr) return true;
    const FeatureHandle first(gdal_.OGR_L_GetNextFeature(found), DestroyFeature{&gdal_});
    const bool isClean = first == nullptr;
    gdal_.GDALDatasetReleaseResultSet(dataset, found);
    if (!isClean) builder_.tell(Severity::Error, "The database has virtual tables; such files are not read.");
    return isClean;
  }

  bool readLayer(OGRLayerH layer) {
    const std::string name = gdal_.OGR_L_GetName(layer);
    // GPX: the points of routes and tracks come again in their lines.
    if (format_ == Format::Gpx && name == "route_points") return true;
    if (format_ == Format::Gpx && name == "track_points") return readTrackPoints(layer);
    if (format_ == Format::Gpx && name == "tracks") return true;
    transform_.reset();
    OGRSpatialReferenceH own = gdal_.OGR_L_GetSpatialRef(layer);
    if (own == nullptr) {
      if (format_ == Format::Shapefile || format_ == Format::GeoPackage) {
        builder_.tell(Severity::Warning,
                      fmt::format("The layer {} does not say what its coordinates are: they are taken as longitude and "
                                  "latitude of WGS84.",
                                  name),
                      "Add the .prj file.");
      }
    } else if (gdal_.OSRIsSame(own, wgs84_.get()) == 0) {
      gdal_.OSRSetAxisMappingStrategy(own, OAMS_TRADITIONAL_GIS_ORDER);
      transform_.reset(gdal_.OCTNewCoordinateTransformation(own, wgs84_.get()));
      transform_.get_deleter().gdal = &gdal_;
      if (!transform_) {
        builder_.tell(Severity::Error, fmt::format("The coordinates of the layer {} cannot be converted.", name));
        return false;
      }
    }
    while (OGRFeatureH next = gdal_.OGR_L_GetNextFeature(layer)) {
      const FeatureHandle feature(next, DestroyFeature{&gdal_});
      if (!readFeature(feature.get(), layer, name)) return false;
    }
    return true;
  }

  bool readFeature(OGRFeatureH feature, OGRLayerH layer, const std::string& layerName) {
    OGRGeometryH geometry = gdal_.OGR_F_GetGeometryRef(feature);
    if (geometry == nullptr) {
      builder_.losses().add("rows without a geometry", layerName);
      return true;
    }
    GeometryHandle linear(nullptr, DestroyGeometry{&gdal_});
    if (gdal_.OGR_G_HasCurveGeometry(geometry, FALSE) != 0) {
      linear.reset(gdal_.OGR_G_GetLinearGeometry(geometry, 0.0, nullptr));
      geometry = linear.get();
      builder_.losses().add("arcs (they become lines of short edges)", layerName);
    }
    ForeignFeature base;
    base.group = layerName;
    base.attributes = attributesOf(feature, layer);
    if (const char* style = gdal_.OGR_F_GetStyleString(feature)) takeStyle(style, base);
    return addGeometry(geometry, base);
  }

  Json attributesOf(OGRFeatureH feature, OGRLayerH layer) {
    OGRFeatureDefnH definition = gdal_.OGR_L_GetLayerDefn(layer);
    Json attributes = Json::object();
    const int count = gdal_.OGR_FD_GetFieldCount(definition);
    for (int i = 0; i < count; ++i) {
      if (gdal_.OGR_F_IsFieldSetAndNotNull(feature, i) == 0) continue;
      OGRFieldDefnH field = gdal_.OGR_FD_GetFieldDefn(definition, i);
      const std::string name = gdal_.OGR_Fld_GetNameRef(field);
      if (isNoise(name, format_)) continue;
      switch (gdal_.OGR_Fld_GetType(field)) {
        case OFTInteger:
        case OFTInteger64:
          attributes[name] = gdal_.OGR_F_GetFieldAsInteger64(feature, i);
          break;
        case OFTReal:
          if (const double value = gdal_.OGR_F_GetFieldAsDouble(feature, i); std::isfinite(value)) {
            attributes[name] = value;
          }
          break;
        case OFTBinary:
          builder_.losses().add("binary attributes", name);
          break;
        default:
          if (const std::string text = gdal_.OGR_F_GetFieldAsString(feature, i); !text.empty()) {
            attributes[name] = isUtf8(text) ? text : latin1(text);
          }
      }
    }
    return attributes;
  }

  /// The colours of OGR's style string: "PEN(c:#rrggbbaa,w:2px);BRUSH(fc:#rrggbbaa)".
  static void takeStyle(const std::string& style, ForeignFeature& feature) {
    const auto colorAfter = [&style](const char* tool, const char* key) -> std::string {
      const std::size_t at = style.find(tool);
      if (at == std::string::npos) return {};
      const std::size_t end = style.find(')', at);
      const std::size_t found = style.find(key, at);
      if (found == std::string::npos || found > end) return {};
      return colorOfText(style.substr(found + std::string_view(key).size(), 7));
    };
    if (std::string color = colorAfter("PEN(", "c:"); !color.empty()) feature.style.color = std::move(color);
    if (std::string color = colorAfter("BRUSH(", "fc:"); !color.empty()) feature.style.fill = std::move(color);
  }

  bool addGeometry(OGRGeometryH geometry, const ForeignFeature& base) {
    if (gdal_.OGR_G_Is3D(geometry) != 0) countHeights(geometry);
    ForeignFeature feature = base;
    isGood_ = true;
    const std::string name = gdal_.OGR_G_GetGeometryName(geometry);
    if (name == "GEOMETRYCOLLECTION") {
      for (int i = 0; i < gdal_.OGR_G_GetGeometryCount(geometry); ++i) {
        if (!addGeometry(gdal_.OGR_G_GetGeometryRef(geometry, i), base)) return false;
      }
      return true;
    }
    if (name == "POINT") {
      feature.geometry = path(geometry);
    } else if (name == "MULTIPOINT") {
      std::vector<geo::LatLon> points;
      forParts(geometry, [&](OGRGeometryH part) {
        for (const geo::LatLon& one : path(part)) points.push_back(one);
      });
      feature.geometry = std::move(points);
    } else if (name == "LINESTRING") {
      feature.geometry = std::vector<scenario::Path>{path(geometry)};
    } else if (name == "MULTILINESTRING") {
      std::vector<scenario::Path> lines;
      forParts(geometry, [&](OGRGeometryH part) { lines.push_back(path(part)); });
      feature.geometry = std::move(lines);
    } else if (name == "POLYGON") {
      feature.geometry = std::vector<scenario::Polygon>{polygon(geometry)};
    } else if (name == "MULTIPOLYGON") {
      std::vector<scenario::Polygon> polygons;
      forParts(geometry, [&](OGRGeometryH part) { polygons.push_back(polygon(part)); });
      feature.geometry = std::move(polygons);
    } else {
      builder_.losses().add(fmt::format("geometries of the type {}", name), base.group);
      return true;
    }
    if (isOverLimit_) return false;
    if (!isGood_ || !isWhole(feature)) {
      builder_.losses().add("geometries with positions that are none, or too few", base.group);
      return true;
    }
    takeKnownAttributes(feature);
    return builder_.add(std::move(feature));
  }

  static bool isWhole(const ForeignFeature& feature) {
    if (const auto* points = std::get_if<std::vector<geo::LatLon>>(&feature.geometry)) return !points->empty();
    if (const auto* lines = std::get_if<std::vector<scenario::Path>>(&feature.geometry)) {
      return !lines->empty() &&
             std::all_of(lines->begin(), lines->end(), [](const auto& line) { return line.size() > 1; });
    }
    const auto& polygons = std::get<std::vector<scenario::Polygon>>(feature.geometry);
    return !polygons.empty() && std::all_of(polygons.begin(), polygons.end(), [](const scenario::Polygon& polygon) {
      return !polygon.rings.empty() && std::all_of(polygon.rings.begin(), polygon.rings.end(),
                                                   [](const scenario::Path& ring) { return ring.size() > 2; });
    });
  }

  template <typename Visit>
  void forParts(OGRGeometryH geometry, const Visit& visit) {
    for (int i = 0; i < gdal_.OGR_G_GetGeometryCount(geometry); ++i) visit(gdal_.OGR_G_GetGeometryRef(geometry, i));
  }

  void countHeights(OGRGeometryH geometry) {
    for (int i = 0; i < gdal_.OGR_G_GetPointCount(geometry); ++i) {
      if (gdal_.OGR_G_GetZ(geometry, i) != 0.0) builder_.losses().add("heights");
    }
    forParts(geometry, [this](OGRGeometryH part) { countHeights(part); });
  }

  scenario::Path path(OGRGeometryH geometry) {
    const int count = gdal_.OGR_G_GetPointCount(geometry);
    scenario::Path path;
    if (isOverLimit_ || !builder_.countVertices(static_cast<std::size_t>(count))) {
      isOverLimit_ = true;
      return path;
    }
    path.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
      double lon = gdal_.OGR_G_GetX(geometry, i);
      double lat = gdal_.OGR_G_GetY(geometry, i);
      if (transform_ && gdal_.OCTTransform(transform_.get(), 1, &lon, &lat, nullptr) == 0) isGood_ = false;
      if (!isPosition(lat, lon)) {
        isGood_ = false;
        return {};
      }
      path.push_back(geo::LatLon::fromDegrees(lat, lon));
    }
    return path;
  }

  scenario::Polygon polygon(OGRGeometryH geometry) {
    scenario::Polygon polygon;
    forParts(geometry, [&](OGRGeometryH part) {
      scenario::Path ring = path(part);
      if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
      polygon.rings.push_back(std::move(ring));
    });
    return polygon;
  }

  /// GPX's tracks from their points, which have the times; one line a segment.
  bool readTrackPoints(OGRLayerH layer) {
    std::pair<long long, long long> current{-1, -1};
    scenario::Path line;
    std::vector<scenario::Moment> times;
    const auto flush = [&] {
      bool isGood = true;
      if (line.size() > 1) {
        ForeignFeature track;
        track.group = "tracks";
        track.name = fmt::format("Track {}", current.first + 1);
        if (times.size() == line.size()) track.times = std::move(times);
        track.geometry = std::vector<scenario::Path>{std::move(line)};
        isGood = builder_.add(std::move(track));
      } else if (line.size() == 1) {
        builder_.losses().add("tracks of one point");
      }
      line.clear();
      times.clear();
      return isGood;
    };
    while (OGRFeatureH next = gdal_.OGR_L_GetNextFeature(layer)) {
      const FeatureHandle feature(next, DestroyFeature{&gdal_});
      const int track = gdal_.OGR_F_GetFieldIndex(next, "track_fid");
      const int segment = gdal_.OGR_F_GetFieldIndex(next, "track_seg_id");
      const std::pair<long long, long long> own{gdal_.OGR_F_GetFieldAsInteger64(next, track),
                                                gdal_.OGR_F_GetFieldAsInteger64(next, segment)};
      if (own != current && !flush()) return false;
      current = own;
      OGRGeometryH geometry = gdal_.OGR_F_GetGeometryRef(next);
      if (geometry == nullptr) continue;
      isGood_ = true;
      for (const geo::LatLon& vertex : path(geometry)) line.push_back(vertex);
      if (isOverLimit_) return false;
      if (!isGood_) builder_.losses().add("track points that are no positions");
      const int ele = gdal_.OGR_F_GetFieldIndex(next, "ele");
      if (ele >= 0 && gdal_.OGR_F_IsFieldSetAndNotNull(next, ele) != 0) builder_.losses().add("heights");
      if (const auto moment = momentOf(next)) times.push_back(*moment);
    }
    return flush();
  }

  std::optional<scenario::Moment> momentOf(OGRFeatureH feature) const {
    const int field = gdal_.OGR_F_GetFieldIndex(feature, "time");
    if (field < 0 || gdal_.OGR_F_IsFieldSetAndNotNull(feature, field) == 0) return std::nullopt;
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int zone = 0;
    if (gdal_.OGR_F_GetFieldAsDateTime(feature, field, &year, &month, &day, &hour, &minute, &second, &zone) == 0) {
      return std::nullopt;
    }
    return scenario::Moment::parse(
        fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month, day, hour, minute, second));
  }

  const Gdal& gdal_;
  Format format_;
  DocumentBuilder& builder_;
  SystemHandle wgs84_;
  TransformHandle transform_{nullptr, DestroyTransform{}};
  bool isGood_ = true;
  bool isOverLimit_ = false;
};

const char* endingOf(Format format) {
  switch (format) {
    case Format::Gpx:
      return ".gpx";
    case Format::GeoPackage:
      return ".gpkg";
    default:
      return ".kml";
  }
}

}  // namespace

void readByGdal(std::string bytes, Format format, const std::filesystem::path& path, DocumentBuilder& builder) {
  const Result<const Gdal*> opened = openGdal();
  if (!opened) {
    for (const Diagnostic& problem : opened.diagnostics())
      builder.tell(problem.severity, problem.message, problem.mend);
    return;
  }
  const Gdal& gdal = **opened;
  const GdalMessages messages(gdal);
  const std::string folder = newMemoryFolder();
  std::deque<std::string> contents;
  std::deque<MemoryFile> files;
  std::string main;
  if (format == Format::Shapefile) {
    for (const char* part : kShapefileParts) {
      std::filesystem::path own = path;
      own.replace_extension(part);
      Result<std::string> content = scenario::readTextFile(own);
      if (!content) {
        own.replace_extension([part] {
          std::string upper(part);
          for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
          return upper;
        }());
        content = scenario::readTextFile(own);
      }
      if (!content) continue;
      contents.push_back(std::move(*content));
      files.emplace_back(gdal, folder, std::string("file") + part, contents.back());
    }
    main = folder + "/file.shp";
  } else {
    contents.push_back(std::move(bytes));
    files.emplace_back(gdal, folder, std::string("file") + endingOf(format), contents.back());
    main = files.back().path();
  }
  const std::vector<const char*> drivers = driversOf(format);
  const char* options[] = {format == Format::GeoPackage ? "LIST_ALL_TABLES=NO" : nullptr, nullptr};
  const DatasetHandle dataset(gdal.GDALOpenEx(main.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                              drivers.data(), options, nullptr),
                              CloseDataset{&gdal});
  if (dataset) DatasetReader(gdal, format, builder).read(dataset.get());
  if (!dataset) {
    builder.tell(Severity::Error, fmt::format("The file cannot be read as {}: {}.", wordOf(format), messages.text()),
                 "");
  } else if (!messages.text().empty()) {
    builder.tell(Severity::Warning, fmt::format("GDAL says: {}.", messages.text()));
  }
}

}  // namespace cordon::interchange
