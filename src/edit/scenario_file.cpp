#include "edit/scenario_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "base/file_writer.h"
#include "scenario/io.h"

namespace cordon::edit {

namespace {

namespace fs = std::filesystem;

/// The file itself, where the path is a symbolic link to it.
fs::path linkTarget(const fs::path& path) {
  std::error_code error;
  fs::path target = fs::canonical(path, error);
  return error ? path : target;
}

Diagnostic notKept(const fs::path& file, const std::string& why) {
  return {Severity::Warning,
          fmt::format("The version before could not be kept as {}: {}.", file.string(), why),
          "",
          "",
          std::nullopt,
          ""};
}

/// Keeps a file's present content under another name. It is a second name of the same file until the file is replaced,
/// which takes no room on the disk and keeps times and permissions.
class PreviousVersion {
 public:
  explicit PreviousVersion(const fs::path& file) : file_(linkTarget(file)), kept_(previousVersionOf(file)) {
    spare_ = file_.parent_path() / fmt::format(".{}.part", kept_.filename().string());
    ::unlink(spare_.c_str());  // of a program that ended just here
    isLinked_ = ::link(file_.c_str(), spare_.c_str()) == 0;
  }
  ~PreviousVersion() {
    if (isLinked_) ::unlink(spare_.c_str());
  }
  PreviousVersion(const PreviousVersion&) = delete;
  PreviousVersion& operator=(const PreviousVersion&) = delete;

  /// To be called when the file has been replaced. `text`: what it held before.
  std::optional<Diagnostic> keep(const std::string& text) {
    if (isLinked_ && ::rename(spare_.c_str(), kept_.c_str()) == 0) {
      isLinked_ = false;
      return std::nullopt;
    }
    // Not every file system knows a second name.
    if (const auto problem = writeFile(kept_, text)) return notKept(kept_, problem->message);
    return std::nullopt;
  }

 private:
  fs::path file_;
  fs::path kept_;
  fs::path spare_;
  bool isLinked_ = false;
};

bool isSameFile(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return !a.empty() && (a == b || fs::equivalent(a, b, error));
}

SaveResult failed(Diagnostics problems) {
  return {SaveResult::Outcome::Failed, "", std::move(problems)};
}

}  // namespace

fs::path previousVersionOf(const fs::path& file) {
  fs::path kept = linkTarget(file);
  kept += "~";
  return kept;
}

SaveResult saveScenario(const scenario::Document& document, const fs::path& file, const FileVersion& read,
                        OnChange onChange) {
  std::error_code error;
  const bool isThere = fs::is_regular_file(file, error);
  std::optional<std::string> present;
  if (isThere) {
    Result<std::string> text = scenario::readTextFile(file);
    if (text) {
      present = std::move(*text);
    } else if (onChange == OnChange::Ask) {
      return failed(text.diagnostics());
    }
  }
  const bool isOwn = isSameFile(read.file, file);
  if (isOwn && present && *present != read.text && onChange == OnChange::Ask) {
    return {SaveResult::Outcome::ChangedOnDisk, std::move(*present), {}};
  }
  std::string text = scenario::writeDocumentOver(isOwn && present ? *present : read.text, document);
  if (present == text) return {SaveResult::Outcome::Saved, std::move(text), {}};

  std::optional<PreviousVersion> previous;
  if (present) previous.emplace(file);
  if (auto problem = writeFile(file, text)) return failed({std::move(*problem)});
  Diagnostics warnings;
  if (previous) {
    if (auto problem = previous->keep(*present)) warnings.push_back(std::move(*problem));
  }
  return {SaveResult::Outcome::Saved, std::move(text), std::move(warnings)};
}

}  // namespace cordon::edit
