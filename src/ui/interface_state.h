#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/position.h"
#include "scene/picking.h"
#include "scene/reach.h"
#include "ui/map_decoration_state.h"
#include "ui/site_filter.h"

namespace cordon::ui {

/// What is open and half typed; never saved in a scenario.
struct InterfaceState {
  bool showsKeys = false;
  bool showsPreferences = false;
  bool showsMessages = false;
  bool showsAbout = false;

  /// The command that would lose unsaved changes and waits for the user's word; empty: none.
  std::string unsavedQuestion;

  struct CommandPalette {
    bool open = false;
    bool justOpened = false;
    std::string text;
    int chosen = 0;
  } palette;

  struct Search {
    bool wantsFocus = false;
    std::string text;
    int chosen = 0;
  } search;

  struct FileDialog {
    enum class Purpose { None, Open, SaveAs, PictureFolder };
    Purpose purpose = Purpose::None;
    bool justOpened = false;
    std::filesystem::path folder;
    std::string name;
    std::string filter;
    bool showsHidden = false;
    bool showsAllFiles = false;
    int chosen = -1;
  } files;

  struct Sites {
    std::string text;
    std::string systemId;       ///< empty: all
    std::optional<int> status;  ///< index into scenario::words<Status>()
    bool onlyOnThisDate = false;
    SiteList list;
    std::optional<std::string> seenSelection;  ///< the site that was selected when the list was last drawn
  } sites;

  /// Answers to "who reaches this point", asked again only when the place or the model changed.
  struct Reaching {
    std::optional<geo::LatLon> place;
    std::uint64_t modelNumber = 0;  ///< ViewOfMap::modelNumber of the model that was asked
    std::vector<scene::Reach> answers;
  } reaching;

  std::optional<scene::Item> inspected;  ///< what the inspector showed last
  std::string viewToRemove;              ///< id of the saved view whose removal waits for a yes

  std::vector<std::string> builtInScenarios;  ///< names for the menu; filled in by the owner

  MapDecorationState decorations;

  std::string newViewName;
  std::string freeRingKm;  ///< the workspace's radius of free rings, but while another is being typed
  bool typesFreeRing = false;
};

}  // namespace cordon::ui
