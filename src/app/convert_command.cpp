#include "app/convert_command.h"

#include <fmt/format.h>

#include <utility>

#include "app/load_scenario.h"
#include "app/messages.h"
#include "base/file_writer.h"
#include "interchange/column_text.h"
#include "interchange/export.h"
#include "interchange/import.h"

namespace cordon::app {

namespace {

using interchange::Format;

/// The format that a word of an option means; nothing for an empty word. Tells an unknown one.
bool readFormat(const char* option, const std::string& word, bool isRead, std::optional<Format>& format) {
  if (word.empty()) return true;
  format = interchange::formatOfWord(word);
  if (format) return true;
  report(plainError(fmt::format("{} is no format: {}.", option, word),
                    fmt::format("The formats are {}", interchange::formatList(isRead))));
  return false;
}

struct Request {
  interchange::ImportOptions import;
  interchange::ExportOptions output;
  std::optional<Format> to;
};

std::optional<Request> checkArguments(const ConvertArguments& arguments) {
  Request request;
  bool isGood = readFormat("--from", arguments.from, true, request.import.format);
  isGood = readFormat("--to", arguments.to, false, request.to) && isGood;
  if (!request.to && arguments.to.empty()) {
    request.to = interchange::formatOfPath(arguments.out);
    if (!request.to) {
      report(plainError(fmt::format("the ending of {} says no format.", arguments.out),
                        fmt::format("Name it with --to: {}", interchange::formatList(false))));
      isGood = false;
    }
  }
  if (!arguments.date.empty()) {
    request.output.day = scenario::Date::parse(arguments.date);
    if (!request.output.day) {
      report(plainError(fmt::format("--date is no date: {}.", arguments.date), "Write YYYY-MM-DD"));
      isGood = false;
    }
  }
  if (!isGood) return std::nullopt;
  return request;
}

}  // namespace

ExitCode convert(const ConvertArguments& arguments) {
  std::optional<Request> request = checkArguments(arguments);
  if (!request) return ExitCode::WrongUse;
  if (const auto problem = whyNotWritable(arguments.out)) {
    report(*problem);
    return ExitCode::FileError;
  }
  const std::optional<CatalogueFolder> data = loadCatalogue();
  if (!data) return ExitCode::Environment;
  const Result<std::filesystem::path> path = scenario::resolveScenario(arguments.in, data->assets);
  if (!path) {
    report(path.diagnostics());
    return ExitCode::FileError;
  }
  if (const auto unreadable = whyNotReadable(*path)) {
    report(*unreadable);
    return ExitCode::FileError;
  }
  const Result<std::string> text = scenario::readTextFile(*path);
  if (!text) {
    report(text.diagnostics());
    return ExitCode::FileError;
  }
  if (!request->import.format) request->import.format = interchange::formatOfContent(*path, *text);
  if (!arguments.columns.empty()) {
    const Result<interchange::ColumnChoice> columns =
        interchange::readColumns(arguments.columns, interchange::previewTable(*text, 0).guess);
    if (!columns) {
      Diagnostic problem = columns.diagnostics().front();
      problem.message = "--columns: " + problem.message;
      report(problem);
      return ExitCode::WrongUse;
    }
    request->import.columns = *columns;
  }
  const Result<scenario::Document> document = interchange::importFile(*path, request->import, data->catalogue);
  report(document.diagnostics());
  if (!document) return ExitCode::BadData;

  Format to = *request->to;
  // "a.kml b.geojson" makes a scenario, "scenario.geojson b.geojson" a file for other programs.
  if (arguments.to.empty() && to == Format::GeoJson && request->import.format != Format::Scenario)
    to = Format::Scenario;
  Result<std::string> bytes = interchange::exportDocument(*document, to, request->output);
  Diagnostics told = bytes.diagnostics();
  for (Diagnostic& one : told) one.file = arguments.out;
  report(told);
  if (!bytes) return ExitCode::BadData;
  if (const auto problem = writeFile(arguments.out, *bytes)) {
    report(*problem);
    return ExitCode::FileError;
  }
  const std::string summary = fmt::format("{}: {}; {} features, {} systems\n", arguments.out,
                                          to == Format::Scenario ? "a scenario" : interchange::wordOf(to),
                                          document->features.size(), document->systems.size());
  return print(summary) ? ExitCode::Ok : ExitCode::FileError;
}

}  // namespace cordon::app
