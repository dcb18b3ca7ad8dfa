#include "app/view/foreign_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <system_error>
#include <utility>

#include "app/load_scenario.h"
#include "app/view/fly_to.h"
#include "base/file_writer.h"
#include "edit/edit_commands.h"
#include "interchange/column_text.h"
#include "interchange/export.h"
#include "scenario/io.h"

namespace cordon::app {

namespace {

using Task = ForeignRequest::Task;

constexpr std::size_t kPreviewRows = 20;
/// More than that are not selected: nobody looks at them one by one.
constexpr std::size_t kMostSelected = 1000;
constexpr const char* kNotKept = "Not kept: ";

std::string nameOf(const std::filesystem::path& file) {
  return file.filename().string();
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// Why a file is not read; nothing where it may be.
std::optional<Diagnostic> whyNotRead(const std::filesystem::path& file) {
  if (auto unreadable = whyNotReadable(file)) return unreadable;
  std::error_code error;
  if (std::filesystem::is_regular_file(file, error)) return std::nullopt;
  // A pipe may never end, and the window would wait for it when it is closed.
  return plainError(file.string() + " cannot be imported: it is no file.", "Save what it gives to a file.");
}

Result<scenario::Document> readForeign(const ForeignRequest& request, const scenario::Catalogue& catalogue) {
  using Failure = Result<scenario::Document>;
  if (auto problem = whyNotRead(request.file)) return Failure::failure(std::move(*problem));
  interchange::ImportOptions options;
  if (!request.columns.empty()) {
    const Result<std::string> text = scenario::readTextFile(request.file);
    if (!text) return Failure::failure(text.diagnostics());
    auto columns = interchange::readColumns(request.columns, interchange::previewTable(*text, 0).guess);
    if (!columns) return Failure::failure(columns.diagnostics());
    options.columns = std::move(columns).value();
  }
  return interchange::importFile(request.file, options, catalogue);
}

/// What a file says of itself as a whole stays behind when its features are added to another scenario.
void tellLeftOut(const scenario::Document& imported, Diagnostics& told) {
  const auto add = [&told](std::string what) {
    told.push_back({Severity::Warning, kNotKept + std::move(what) + ".", "", "", std::nullopt, ""});
  };
  if (!imported.views.empty()) add(counted(imported.views.size(), "saved view", "saved views"));
  if (!imported.summary.empty()) add("the file's description");
  if (!imported.handling.empty()) add(fmt::format("the file's handling line \"{}\"", imported.handling));
}

bool reachesAsFar(const scenario::System& a, const scenario::System& b) {
  const scenario::RangeClaim* left = a.defaultRange();
  const scenario::RangeClaim* right = b.defaultRange();
  if (left == nullptr || right == nullptr) return left == right;
  return left->maxKm == right->maxKm && a.minimumRangeKm == b.minimumRangeKm;
}

std::string rangeInWords(const scenario::System& system) {
  const scenario::RangeClaim* claim = system.defaultRange();
  return claim == nullptr ? "no range" : fmt::format("{} km", claim->maxKm);
}

/// Systems whose ids mean another radius in the document get ids of their own: else the imported sites would have
/// rings that the file does not say.
void keepRadii(scenario::Document& imported, const scenario::Document& document, const scenario::Catalogue& catalogue,
               Diagnostics& told) {
  std::map<std::string, std::string> renamed;
  for (scenario::System& system : imported.systems) {
    const scenario::System* own = document.findSystem(system.id);
    if (own == nullptr || reachesAsFar(*own, system)) continue;
    std::string id;
    for (int number = 2; id.empty(); ++number) {
      const std::string wanted = fmt::format("{}-{}", system.id, number);
      const scenario::System* taken = document.findSystem(wanted);
      if (imported.findSystem(wanted) != nullptr || catalogue.findSystem(wanted) != nullptr) continue;
      // That of an earlier import serves again.
      if (taken == nullptr || reachesAsFar(*taken, system)) id = wanted;
    }
    told.push_back({Severity::Note,
                    fmt::format("The system {} reaches {} in the file and {} in the scenario: the file's is {}.",
                                system.id, rangeInWords(system), rangeInWords(*own), id),
                    "", "", std::nullopt, ""});
    renamed.emplace(system.id, id);
    // What backs a system of the scenario's own is the scenario's too.
    for (const scenario::RangeClaim& claim : system.ranges) {
      for (scenario::Source& source : imported.sources) {
        const bool backs = std::find(claim.sources.begin(), claim.sources.end(), source.id) != claim.sources.end();
        if (backs) source.fromCatalogue = false;
      }
    }
    system.id = id;
    system.fromCatalogue = false;
    system.base = nullptr;
  }
  if (renamed.empty()) return;
  for (std::size_t i = 0; i < imported.features.size(); ++i) {
    const auto& statements = imported.features[i].systems;
    const bool isAffected = std::any_of(statements.begin(), statements.end(),
                                        [&](const auto& statement) { return renamed.contains(statement.systemId); });
    if (!isAffected) continue;
    for (scenario::SystemAssignment& statement : imported.features.edit(i).systems) {
      const auto found = renamed.find(statement.systemId);
      if (found != renamed.end()) statement.systemId = found->second;
    }
  }
}

void importInto(ForeignAnswer& answer, const scenario::Catalogue& catalogue) {
  ForeignRequest& request = answer.request;
  if (!request.imported) {
    Result<scenario::Document> read = readForeign(request, catalogue);
    answer.told = read.diagnostics();
    for (Diagnostic& one : answer.told) {
      if (one.mend.find("--columns") != std::string::npos) one.mend = "Choose the columns: File, Import…";
    }
    if (!read) return;
    tellLeftOut(*read, answer.told);
    request.imported = std::make_shared<const ForeignFile>(ForeignFile{std::move(read).value(), answer.told});
  }
  answer.told = request.imported->told;
  scenario::Document added = request.imported->document;
  keepRadii(added, *request.document, catalogue, answer.told);
  Result<edit::Pasted> merged = edit::pasted(*request.document, scenario::writeDocument(added), catalogue);
  for (Diagnostic told : merged.diagnostics()) {
    told.file = request.file.string();
    if (merged) told.severity = std::max(told.severity, Severity::Warning);  // the rest was added
    answer.told.push_back(std::move(told));
  }
  if (!merged) return;
  answer.merged = std::move(merged).value();
  answer.camera = cameraOfFeatures(answer.merged->ids, answer.merged->document);
}

void preview(ForeignAnswer& answer) {
  if (auto problem = whyNotRead(answer.request.file)) {
    answer.told = {std::move(*problem)};
    return;
  }
  const Result<std::string> text = scenario::readTextFile(answer.request.file);
  if (text) {
    answer.table = interchange::previewTable(*text, kPreviewRows);
  } else {
    answer.told = text.diagnostics();
  }
}

void exportTo(ForeignAnswer& answer) {
  const ForeignRequest& request = answer.request;
  const std::optional<interchange::Format> format = interchange::formatOfPath(request.file);
  std::error_code error;
  if (!format) {
    answer.told = {plainError("the file's ending says no format.")};
  } else if (!request.overwrites && std::filesystem::exists(request.file, error)) {
    answer.told = {plainError(request.file.string() + " exists already.", "Choose another name, or overwrite it.")};
  } else if (auto problem = whyNotWritable(request.file)) {
    answer.told = {std::move(*problem)};
  } else {
    const Result<std::string> bytes = interchange::exportDocument(*request.document, *format, {request.day});
    answer.told = bytes.diagnostics();
    if (!bytes) return;
    if (auto unwritten = writeFile(request.file, *bytes)) answer.told = {std::move(*unwritten)};
  }
}

/// Whether a path's ending means a format that is read, or written.
bool servesFor(const std::filesystem::path& file, bool interchange::FormatName::*use) {
  const std::optional<interchange::Format> format = interchange::formatOfPath(file);
  const auto& names = interchange::formatNames();
  return std::any_of(names.begin(), names.end(),
                     [&](const interchange::FormatName& name) { return name.format == format && name.*use; });
}

std::string endings(bool interchange::FormatName::*use) {
  std::string list;
  for (const interchange::FormatName& name : interchange::formatNames()) {
    if (!(name.*use) || name.extensions.empty()) continue;
    if (!list.empty()) list += ", ";
    list += name.extensions.front();
  }
  return list;
}

std::optional<Diagnostic> whyNotImported(const std::filesystem::path& file) {
  if (servesFor(file, &interchange::FormatName::isRead)) return std::nullopt;
  return plainError(fmt::format("The ending of {} is none that is read.", nameOf(file)),
                    fmt::format("Read are {}.", endings(&interchange::FormatName::isRead)));
}

Diagnostic note(std::string text) {
  return {Severity::Note, std::move(text), "", "", std::nullopt, ""};
}

}  // namespace

ForeignAnswer answerForeign(const ForeignRequest& request, const scenario::Catalogue& catalogue) {
  ForeignAnswer answer;
  answer.request = request;
  try {
    switch (request.task) {
      case Task::Import:
        importInto(answer, catalogue);
        break;
      case Task::Preview:
        preview(answer);
        break;
      case Task::Export:
        exportTo(answer);
        break;
    }
  } catch (const std::exception& error) {
    answer.merged.reset();
    answer.told.push_back(plainError(fmt::format("{}: {}.", nameOf(request.file), error.what())));
  }
  return answer;
}

ForeignFiles::ForeignFiles(edit::Workspace& workspace, const scenario::Catalogue& catalogue, std::function<void()> wake)
    : workspace_(workspace),
      worker_([&catalogue](const ForeignRequest& request) { return answerForeign(request, catalogue); },
              std::move(wake)) {}

std::optional<Diagnostic> ForeignFiles::begin(ForeignRequest request) {
  if (isAsked_) return plainError("Another file is still being imported or exported.", "Try again when it is done.");
  request.document = workspace_.documentPointer();
  isAsked_ = true;
  isDropped_ = false;
  worker_.request(std::move(request));
  return std::nullopt;
}

std::optional<Diagnostic> ForeignFiles::beginImport(const std::filesystem::path& file, const std::string& columns) {
  if (!columns.empty() && interchange::formatOfPath(file) != interchange::Format::Csv) {
    return plainError("Only tables (.csv, .tsv, .txt) have columns to choose.");
  }
  if (auto problem = whyNotImported(file)) return problem;
  ForeignRequest request;
  request.file = file;
  request.columns = columns;
  return begin(std::move(request));
}

std::optional<Diagnostic> ForeignFiles::beginPreview(const std::filesystem::path& file) {
  if (auto problem = whyNotImported(file)) return problem;
  ForeignRequest request;
  request.task = Task::Preview;
  request.file = file;
  return begin(std::move(request));
}

std::optional<Diagnostic> ForeignFiles::beginExport(const std::filesystem::path& file, bool overwrites,
                                                    std::optional<scenario::Date> day) {
  if (!servesFor(file, &interchange::FormatName::isWritten)) {
    return plainError(fmt::format("The ending of {} is none that is written.", nameOf(file)),
                      fmt::format("Give it one of {}.", endings(&interchange::FormatName::isWritten)));
  }
  std::error_code error;
  if (std::filesystem::equivalent(file, workspace_.file(), error) && !error) {
    return plainError(
        fmt::format("{} is the scenario's own file: an export would lose what only Cordon keeps.", nameOf(file)),
        "Choose another name; Save writes the scenario.");
  }
  ForeignRequest request;
  request.task = Task::Export;
  request.file = file;
  request.overwrites = overwrites;
  request.day = day;
  return begin(std::move(request));
}

std::optional<ForeignOutcome> ForeignFiles::follow() {
  std::optional<ForeignAnswer> answer = worker_.take();
  if (!answer) return std::nullopt;
  ForeignRequest& request = answer->request;
  ForeignOutcome outcome;
  outcome.file = request.file;
  isAsked_ = false;
  const std::string name = nameOf(request.file);
  if (std::exchange(isDropped_, false) && request.task != Task::Export) {
    outcome.told = {note(fmt::format("{} was not imported: another scenario was opened meanwhile.", name))};
    return outcome;
  }
  if (answer->merged && request.document != workspace_.documentPointer()) {
    isAsked_ = true;
    request.document = workspace_.documentPointer();
    worker_.request(std::move(request));
    return std::nullopt;
  }
  outcome.told = std::move(answer->told);
  outcome.table = std::move(answer->table);
  if (hasErrors(outcome.told) || outcome.table) return outcome;
  const auto lost =
      static_cast<std::size_t>(std::count_if(outcome.told.begin(), outcome.told.end(),
                                             [](const Diagnostic& one) { return one.severity == Severity::Warning; }));
  outcome.hasLost = lost > 0;
  std::string summary = fmt::format("Exported to {}", request.file.string());
  if (answer->merged) {
    std::vector<std::string> ids = std::move(answer->merged->ids);
    summary = fmt::format("Imported {} from {}", counted(ids.size(), "feature", "features"), name);
    workspace_.apply("Import " + name, std::move(answer->merged->document));
    ids.resize(std::min(ids.size(), kMostSelected));
    edit::selectFeatures(workspace_, ids);
    outcome.camera = answer->camera;
  }
  if (lost > 0) {
    summary += fmt::format(" ({} not kept: see Messages)", counted(lost, "kind of things was", "kinds of things were"));
  }
  outcome.told.push_back(note(std::move(summary)));
  return outcome;
}

}  // namespace cordon::app
