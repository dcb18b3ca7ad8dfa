#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "interchange/export.h"
#include "interchange/losses.h"

/// One writer a format. Each counts what the format cannot hold.
namespace cordon::interchange {

std::string writeGeoJson(const scenario::Document& document, const ExportOptions& options, Losses& losses);
std::string writeKml(const scenario::Document& document, const ExportOptions& options, Losses& losses);
std::string writeCsv(const scenario::Document& document, const ExportOptions& options, Losses& losses);
std::string writeCzml(const scenario::Document& document, const ExportOptions& options, Losses& losses);
Result<std::string> writeGeoPackage(const scenario::Document& document, const ExportOptions& options, Losses& losses);

/// A zip archive of one file.
std::string zipOf(const std::string& name, std::string_view content);

}  // namespace cordon::interchange
