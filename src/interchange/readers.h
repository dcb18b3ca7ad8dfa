#pragma once

#include <filesystem>
#include <string>

#include "interchange/foreign_feature.h"
#include "interchange/import.h"

/// One reader a format. Each adds what it finds to the builder, and tells it what is wrong.
namespace cordon::interchange {

void readGeoJson(const std::string& text, DocumentBuilder& builder);
void readGeoJsonTree(const Json& root, DocumentBuilder& builder);
void readCsv(const std::string& text, const ImportOptions& options, DocumentBuilder& builder);
void readOrbatMapper(const std::string& text, DocumentBuilder& builder);
/// KML, GPX, GeoPackage or a Shapefile's main file, by GDAL. `bytes` are changed in no way that outlives the call.
void readByGdal(std::string bytes, Format format, const std::filesystem::path& path, DocumentBuilder& builder);

/// The first .kml file of a zip archive; the error says why there is none, or that it is too large.
Result<std::string> kmlOfKmz(const std::string& bytes, const std::string& file);

/// Looks over an XML text before a parser does: UTF-8, no document type, not nested deeper than 100. Counts the
/// elements of KML that a scenario cannot hold. Returns false, and tells why, for a text that is not to be parsed.
bool checkXml(const std::string& text, DocumentBuilder& builder);

/// What attributes of a GeoJSON or table feature mean to a scenario: name, description, radius, dates, colours. What is
/// taken is taken out of them.
void takeKnownAttributes(ForeignFeature& feature);

}  // namespace cordon::interchange
