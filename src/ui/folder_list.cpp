#include "ui/folder_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/home_folder.h"
#include "ui/text_match.h"

namespace cordon::ui {

namespace fs = std::filesystem;

namespace {

Diagnostic unreadable(const fs::path& folder, const std::error_code& error) {
  Diagnostic problem;
  problem.message = fmt::format("The folder cannot be read: {}.", error.message());
  problem.file = folder.string();
  problem.mend = "Choose another folder, or ask for the right to read this one.";
  return problem;
}

bool endsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

FolderList listFolder(const fs::path& folder) {
  FolderList list{folder, {}, std::nullopt};
  std::error_code error;
  fs::directory_iterator iterator(folder, error);
  while (!error && iterator != fs::directory_iterator()) {
    // Links may lead nowhere: such entries are left out, and the rest is still read.
    std::error_code ignored;
    const bool isFolder = iterator->is_directory(ignored);
    if (isFolder || iterator->is_regular_file(ignored)) {
      std::string name = iterator->path().filename().string();
      std::string folded = foldedText(name);
      list.entries.push_back({std::move(name), std::move(folded), isFolder});
    }
    iterator.increment(error);
  }
  if (error) list.problem = unreadable(folder, error);
  std::sort(list.entries.begin(), list.entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
    if (a.isFolder != b.isFolder) return a.isFolder;
    return a.folded == b.folded ? a.name < b.name : a.folded < b.folded;
  });
  return list;
}

std::vector<std::size_t> filteredFolder(const FolderList& list, const FolderFilter& filter) {
  const std::string wanted = foldedText(filter.text);
  const auto isWanted = [&filter](const std::string& name) {
    return filter.endings.empty() ? isScenarioName(name) : hasEnding(name, filter.endings);
  };
  std::vector<std::size_t> begins;
  std::vector<std::size_t> holds;
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    const FolderEntry& entry = list.entries[i];
    if (!filter.showsHidden && !entry.name.empty() && entry.name[0] == '.') continue;
    if (!entry.isFolder && (filter.onlyFolders || (!filter.showsAllFiles && !isWanted(entry.name)))) continue;
    const std::size_t at = entry.folded.find(wanted);
    if (at == std::string::npos) continue;
    (at == 0 ? begins : holds).push_back(i);
  }
  begins.insert(begins.end(), holds.begin(), holds.end());
  return begins;
}

bool isScenarioName(std::string_view name) {
  const std::string folded = foldedText(name);
  return endsWith(folded, ".geojson") || endsWith(folded, ".json");
}

bool hasEnding(std::string_view name, const std::vector<std::string>& endings) {
  const std::string folded = foldedText(name);
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& end) { return endsWith(folded, end); });
}

std::string withEnding(const std::string& name, const std::string& ending, const std::vector<std::string>& known) {
  const std::size_t dot = hasEnding(name, known) ? name.rfind('.') : std::string::npos;
  return name.substr(0, dot) + ending;
}

fs::path savedFile(const fs::path& folder, const std::string& name) {
  return folder / (isScenarioName(name) ? name : name + ".geojson");
}

bool looksLikePath(std::string_view text) {
  return text.find('/') != std::string_view::npos || text == "~" || text == "." || text == "..";
}

TypedPath typedPath(const fs::path& folder, const std::string& text, bool mustExist) {
  std::error_code error;
  const fs::path given = (folder / expandedHome(text)).lexically_normal();
  const bool exists = !text.empty() && fs::exists(given, error);
  if (text.empty() || (!exists && !looksLikePath(text))) return {};
  TypedPath typed;
  typed.path = given.has_filename() ? given : given.parent_path();
  typed.isFolder = fs::is_directory(given, error);
  const bool saysFolder = !given.has_filename() && !typed.isFolder;
  if (saysFolder && fs::exists(typed.path, error)) {
    typed.problem = fmt::format("{} is a file, not a folder.", typed.path.string());
  } else if (!exists && (mustExist || saysFolder)) {
    typed.problem = fmt::format("There is no {}{}.", saysFolder ? "folder " : "", typed.path.string());
  }
  return typed;
}

fs::path parentFolder(const fs::path& folder) {
  const fs::path plain = folder.has_filename() || !folder.has_parent_path() ? folder : folder.parent_path();
  return plain.has_parent_path() ? plain.parent_path() : plain;
}

}  // namespace cordon::ui
