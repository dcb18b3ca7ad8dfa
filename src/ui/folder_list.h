#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace cordon::ui {

/// A file or folder in a folder.
struct FolderEntry {
  std::string name;
  std::string folded;  ///< foldedText(name)
  bool isFolder = false;
};

/// What stands in a folder: folders first, then files, each by name without regard to case.
struct FolderList {
  std::filesystem::path folder;
  std::vector<FolderEntry> entries;
  std::optional<Diagnostic> problem;  ///< why there is nothing, or not everything
};

/// Reads a folder: its folders and regular files (links to them too), no devices or pipes. Never throws.
FolderList listFolder(const std::filesystem::path& folder);

/// What a list is narrowed to.
struct FolderFilter {
  std::string text;            ///< every entry shown holds it, without regard to case and accents
  bool showsHidden = false;    ///< names that begin with a dot
  bool showsAllFiles = false;  ///< else only scenarios (.geojson, .json) and folders
  bool onlyFolders = false;
  std::vector<std::string> endings{};  ///< shown instead of scenarios, in small letters: ".kml"; empty: scenarios

  friend bool operator==(const FolderFilter&, const FolderFilter&) = default;
};

/// Entries of the list that pass, as indices in its order: those that begin with the text before others. Pure.
std::vector<std::size_t> filteredFolder(const FolderList& list, const FolderFilter& filter);

/// Whether a name ends as a scenario's does: .geojson or .json, in small or capital letters.
bool isScenarioName(std::string_view name);

/// Whether a name ends as one of these (".kml"), in small or capital letters.
bool hasEnding(std::string_view name, const std::vector<std::string>& endings);

/// The name with an ending instead of the one that it has of `known`, or after it: "a.kml" or "a" becomes "a.csv".
std::string withEnding(const std::string& name, const std::string& ending, const std::vector<std::string>& known);

/// The file to save to: "NAME" in the folder, with ".geojson" where the name has no scenario's ending. An absolute name
/// stands for itself.
std::filesystem::path savedFile(const std::filesystem::path& folder, const std::string& name);

/// Whether a typed text is meant as a path, not as a part of a name: it has a slash, or is "~", "." or "..".
bool looksLikePath(std::string_view text);

/// What a typed text leads to.
struct TypedPath {
  std::filesystem::path path;  ///< from the root, without dots; empty: the text is no path
  bool isFolder = false;       ///< one that is there
  std::string problem;         ///< one sentence: what is not there; else empty
};

/// Follows a typed path: absolute, relative to the folder, or with "~" for the user's own; a plain name counts where
/// the folder holds it. `mustExist`: a path to nothing is a problem. Never throws.
TypedPath typedPath(const std::filesystem::path& folder, const std::string& text, bool mustExist);

/// The folder above; the folder itself at the top.
std::filesystem::path parentFolder(const std::filesystem::path& folder);

}  // namespace cordon::ui
