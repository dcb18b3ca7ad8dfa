#include "edit/preferences.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/file_writer.h"
#include "base/home_folder.h"
#include "edit/words.h"

namespace cordon::edit {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxRecentFiles = 12;
constexpr std::size_t kMaxListItems = 1000;
constexpr std::size_t kMaxTextBytes = 4096;
constexpr std::uintmax_t kMaxFileBytes = 4'000'000;

/// The members of a file that was read, taken one by one; what does not fit leaves the default and a warning.
class MemberReader {
 public:
  MemberReader(const Json& object, const fs::path& file, Diagnostics& warnings)
      : object_(object), file_(file), warnings_(warnings) {}

  void read(const char* name, bool& value) {
    const Json* json = member(name);
    if (json == nullptr) return;
    if (!json->is_boolean()) return warn(name, "is not true or false");
    value = json->get<bool>();
  }

  void read(const char* name, double& value, double least, double most) {
    const Json* json = member(name);
    if (json == nullptr) return;
    if (!json->is_number() || !std::isfinite(json->get<double>())) return warn(name, "is not a number");
    const double read = json->get<double>();
    value = std::clamp(read, least, most);
    if (value != read) warn(name, fmt::format("is not from {} to {}", least, most));
  }

  void read(const char* name, std::optional<double>& value, double least, double most) {
    const Json* json = member(name);
    if (json == nullptr || json->is_null()) return;
    double read = least;
    this->read(name, read, least, most);
    if (json->is_number()) value = read;
  }

  void read(const char* name, int& value, int least, int most) {
    double read = value;
    this->read(name, read, least, most);
    value = static_cast<int>(std::lround(read));
  }

  template <typename Value, std::size_t count>
  void read(const char* name, Value& value, const std::array<scene::Word<Value>, count>& words) {
    readOneOf(name, value, words, &scene::Word<Value>::text);
  }

  template <std::size_t count>
  void read(const char* name, std::string& value, const std::array<scene::Word<std::string_view>, count>& words) {
    readOneOf(name, value, words, &scene::Word<std::string_view>::value);
  }

  void read(const char* name, fs::path& value) {
    const Json* json = member(name);
    if (json == nullptr) return;
    if (!isText(*json)) return warn(name, "is not the name of a folder");
    value = json->get<std::string>();
  }

  template <typename Text>
  void read(const char* name, std::vector<Text>& values, std::size_t most) {
    const Json* json = member(name);
    if (json == nullptr) return;
    if (!json->is_array()) return warn(name, "is not a list");
    bool allFit = json->size() <= most;
    for (const Json& item : *json) {
      if (values.size() == most) break;
      if (isText(item) && !item.get_ref<const std::string&>().empty()) {
        values.emplace_back(item.get<std::string>());
      } else {
        allFit = false;
      }
    }
    if (!allFit) warn(name, "has items that do not fit and were left out");
  }

 private:
  template <typename Value, typename Kept, std::size_t count>
  void readOneOf(const char* name, Value& value, const std::array<scene::Word<Kept>, count>& words,
                 std::string_view scene::Word<Kept>::*text) {
    const Json* json = member(name);
    if (json == nullptr) return;
    for (const scene::Word<Kept>& word : words) {
      if (json->is_string() && json->get_ref<const std::string&>() == word.*text) {
        value = word.value;
        return;
      }
    }
    warn(name, "is none of the words that it may be");
  }

  /// A NUL in a path would cut it short in the system's calls.
  static bool isText(const Json& json) {
    if (!json.is_string()) return false;
    const std::string& text = json.get_ref<const std::string&>();
    return text.size() <= kMaxTextBytes && text.find('\0') == std::string::npos;
  }

  const Json* member(const char* name) const {
    const auto found = object_.find(name);
    return found == object_.end() ? nullptr : &*found;
  }

  void warn(const char* name, const std::string& what) {
    warnings_.push_back(
        {Severity::Warning, fmt::format("\"{}\" {}.", name, what), file_.string(), fmt::format("/{}", name), {}, ""});
  }

  const Json& object_;
  const fs::path& file_;
  Diagnostics& warnings_;
};

Preferences readMembers(const Json& object, const fs::path& file, Diagnostics& warnings) {
  Preferences read;
  MemberReader reader(object, file, warnings);
  reader.read("length_unit", read.lengthUnit, scene::kUnitWords);
  reader.read("coordinate_format", read.coordinateFormat, kCoordinateWords);
  reader.read("theme", read.theme, kThemeWords);
  reader.read("text_scale", read.textScale, kLeastTextScale, kMostTextScale);
  reader.read("invert_zoom", read.invertZoom);
  reader.read("inertia", read.inertia);
  reader.read("language", read.language, scene::kLanguageWords);
  reader.read("second_language", read.secondLanguage, scene::kSecondLanguageWords);
  reader.read("panel_open", read.panelOpen);
  reader.read("panel_width", read.panelWidth, kLeastPanelWidth, kMostPanelWidth);
  reader.read("closed_sections", read.closedSections, kMaxListItems);
  reader.read("details_share", read.detailsShare, kLeastDetailsShare, kMostDetailsShare);
  reader.read("editing_share", read.editingShare, kLeastDetailsShare, kMostDetailsShare);
  reader.read("legend_open", read.legendOpen);
  reader.read("picture_folder", read.pictureFolder);
  reader.read("recent_files", read.recentFiles, kMaxRecentFiles);
  reader.read("window_width", read.windowWidth, 200, 16'384);
  reader.read("window_height", read.windowHeight, 100, 16'384);
  return read;
}

Json toJson(const std::optional<double>& number) {
  return number ? Json(*number) : Json();
}

Json toJson(const Preferences& preferences) {
  Json recent = Json::array();
  for (const fs::path& file : preferences.recentFiles) recent.push_back(file.string());
  return {{"length_unit", scene::wordOf(scene::kUnitWords, preferences.lengthUnit).text},
          {"coordinate_format", scene::wordOf(kCoordinateWords, preferences.coordinateFormat).text},
          {"theme", scene::wordOf(kThemeWords, preferences.theme).text},
          {"text_scale", preferences.textScale},
          {"invert_zoom", preferences.invertZoom},
          {"inertia", preferences.inertia},
          {"language", preferences.language},
          {"second_language", preferences.secondLanguage},
          {"panel_open", preferences.panelOpen},
          {"panel_width", preferences.panelWidth},
          {"closed_sections", preferences.closedSections},
          {"details_share", toJson(preferences.detailsShare)},
          {"editing_share", toJson(preferences.editingShare)},
          {"legend_open", preferences.legendOpen},
          {"picture_folder", preferences.pictureFolder.string()},
          {"recent_files", std::move(recent)},
          {"window_width", preferences.windowWidth},
          {"window_height", preferences.windowHeight}};
}

Diagnostic warning(const fs::path& file, std::string message) {
  return {Severity::Warning, std::move(message), file.string(), "", {}, ""};
}

/// A name that is free: "preferences.json.damaged", or with a number.
fs::path nameForDamaged(const fs::path& file) {
  fs::path name = file;
  name += ".damaged";
  std::error_code error;
  for (int i = 2; fs::exists(fs::symlink_status(name, error)); ++i) {
    name = file;
    name += fmt::format(".damaged-{}", i);
  }
  return name;
}

/// The defaults in place of a file that is no preferences. It is put aside, so that saving does not overwrite it.
Result<Preferences> defaultsFor(const fs::path& file, const std::string& fault) {
  std::error_code error;
  const fs::path target = fs::canonical(file, error);  // a link stays one
  const fs::path kept = nameForDamaged(target);
  if (!error) fs::rename(target, kept, error);
  Diagnostic told = warning(file, fmt::format("The preferences {}; the defaults are used.", fault));
  told.mend =
      error ? fmt::format("The file could not be put aside ({}): changed preferences overwrite it.", error.message())
            : fmt::format("The file is kept as {}.", kept.string());
  return {Preferences{}, {std::move(told)}};
}

}  // namespace

void noteRecent(Preferences& preferences, const fs::path& file) {
  std::vector<fs::path>& recent = preferences.recentFiles;
  recent.erase(std::remove(recent.begin(), recent.end(), file), recent.end());
  recent.insert(recent.begin(), file);
  if (recent.size() > kMaxRecentFiles) recent.resize(kMaxRecentFiles);
}

std::optional<fs::path> preferencesFile() {
  // The XDG base directory specification lets a relative path count for none.
  const char* value = std::getenv("XDG_CONFIG_HOME");  // NOLINT(concurrency-mt-unsafe)
  const fs::path config = value == nullptr ? "" : value;
  if (config.is_absolute()) return config / "cordon" / "preferences.json";
  if (const std::optional<fs::path> home = homeFolder()) return *home / ".config" / "cordon" / "preferences.json";
  return std::nullopt;
}

Result<Preferences> loadPreferences(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) return Preferences{};
  if (status.type() != fs::file_type::regular) {
    return {Preferences{}, {warning(file, "The preferences are no file that can be read; the defaults are used.")}};
  }
  const std::uintmax_t bytes = fs::file_size(file, error);
  if (!error && bytes > kMaxFileBytes) return defaultsFor(file, "are too long to be any");
  std::ifstream stream(file, std::ios::binary);
  std::string text(error ? 0 : static_cast<std::size_t>(bytes), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (error || !stream) return defaultsFor(file, "cannot be read");
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return defaultsFor(file, "are no JSON object");
  Diagnostics warnings;
  Preferences read = readMembers(json, file, warnings);
  return {std::move(read), std::move(warnings)};
}

std::optional<Diagnostic> savePreferences(const Preferences& preferences, const fs::path& file) {
  std::error_code error;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), error);
  if (error) return plainError(fmt::format("{} cannot be written: {}.", file.string(), error.message()));
  // Names of files need not be UTF-8.
  const std::string text = toJson(preferences).dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  return writeFile(file, text, Readers::OwnerOnly);
}

}  // namespace cordon::edit
