#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "geo/coordinate_format.h"
#include "scene/length_unit.h"

namespace cordon::edit {

enum class Theme { Dark, Light };

/// Limits of Preferences::textScale and Preferences::panelWidth.
inline constexpr double kLeastTextScale = 0.75;
inline constexpr double kMostTextScale = 2.5;
inline constexpr double kLeastPanelWidth = 100.0;
inline constexpr double kMostPanelWidth = 4000.0;
/// Limits of Preferences::detailsShare and Preferences::editingShare.
inline constexpr double kLeastDetailsShare = 0.1;
inline constexpr double kMostDetailsShare = 0.9;

/// What a user has chosen for every scenario: kept between runs, never saved in a scenario.
struct Preferences {
  scene::LengthUnit lengthUnit = scene::LengthUnit::Kilometers;
  geo::CoordinateFormat coordinateFormat = geo::CoordinateFormat::DecimalDegrees;
  Theme theme = Theme::Dark;
  double textScale = 1.0;  ///< of the program's own type, on top of the monitor's scale
  bool invertZoom = false;
  bool inertia = true;
  std::string language = "en";  ///< of names on the map: "en", "ru", "ja"
  std::string secondLanguage;   ///< empty: none
  bool panelOpen = true;
  double panelWidth = 360.0;                       ///< at a text scale of 1 on a plain monitor
  std::vector<std::string> closedSections;         ///< of the panel, by title
  std::optional<double> detailsShare;              ///< of the panel's height, for its lower part; nothing: as it suits
  std::optional<double> editingShare;              ///< the same while the selection is edited
  bool legendOpen = true;                          ///< else the map's legend is folded
  std::filesystem::path pictureFolder;             ///< of screenshots; empty: the pictures' folder, else home
  std::vector<std::filesystem::path> recentFiles;  ///< latest first, at most 12
  int windowWidth = 1440;
  int windowHeight = 900;

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// Moves a file to the head of `recentFiles`.
void noteRecent(Preferences& preferences, const std::filesystem::path& file);

/// `$XDG_CONFIG_HOME/cordon/preferences.json`, else `~/.config/cordon/preferences.json`; nothing where neither
/// it (as an absolute path) nor HOME is set.
std::optional<std::filesystem::path> preferencesFile();

/// Reads preferences. A missing file gives the defaults; a member that does not fit gives its default and a warning. A
/// file that is no preferences at all is renamed to "preferences.json.damaged" (with a number where that is taken),
/// which a warning tells, and gives the defaults. Never throws for any content.
Result<Preferences> loadPreferences(const std::filesystem::path& file);

/// Writes preferences whole or not at all (writeFile()), for their owner only, making the folder where needed.
std::optional<Diagnostic> savePreferences(const Preferences& preferences, const std::filesystem::path& file);

}  // namespace cordon::edit
