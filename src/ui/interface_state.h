#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "edit/review.h"
#include "edit/workspace.h"
#include "geo/position.h"
#include "scene/picking.h"
#include "scene/reach.h"
#include "ui/comparison_rows.h"
#include "ui/map_decoration_state.h"
#include "ui/site_filter.h"
#include "ui/table_columns.h"

namespace cordon::ui {

/// What is open and half typed; never saved in a scenario.
struct InterfaceState {
  bool showsKeys = false;
  bool showsPreferences = false;
  bool showsMessages = false;
  bool showsHistory = false;
  bool showsAbout = false;
  bool togglesMenu = false;       ///< opens the first menu, or closes the one that is open
  bool dismissesMessage = false;  ///< takes an error or a warning out of the status bar

  /// The command that would lose unsaved changes and waits for the user's word; empty: none.
  std::string unsavedQuestion;
  std::string changedFile;  ///< that another program wrote, while the user decides whose version is kept
  std::string recoverable;  ///< what an earlier run did not save, in words, while it is offered

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

  /// The list of what differs from what the scenario is compared with, made anew where that changes.
  struct Comparing {
    std::shared_ptr<const scene::MapChanges> of;
    std::vector<ComparisonRow> rows;
    std::optional<typography::Rect> place;  ///< of its window, pixels of the map
  } comparing;

  /// The dialog that asks for two dates to compare.
  struct ComparedDates {
    bool isOpen = false;
    bool justOpened = false;
    std::string before;
    std::string after;
  } comparedDates;

  struct FileDialog {
    enum class Purpose { None, Open, Compare, SaveAs, Import, Export, PictureFolder };
    Purpose purpose = Purpose::None;
    bool justOpened = false;
    std::filesystem::path folder;
    std::string name;
    std::string filter;
    bool showsHidden = false;
    bool showsAllFiles = false;
    int chosen = -1;
    std::string exportEnding;   ///< of the last export; empty: there was none
    bool exportsShown = false;  ///< only what the map shows
  } files;

  /// A kind of file that is written for other programs.
  struct FileKind {
    std::string ending;   ///< ".kml"
    std::string purpose;  ///< what for, in one line
  };
  std::vector<FileKind> exportKinds;       ///< the first is offered first; filled in by the owner, as the next
  std::vector<std::string> importEndings;  ///< of all files that can be imported: ".kml"
  TableImport table;                       ///< whose columns are being chosen

  struct Sites {
    std::string text;
    std::string systemId;       ///< empty: all
    std::optional<int> status;  ///< index into scenario::words<Status>()
    bool onlyOnThisDate = false;
    bool showsAll = false;  ///< also of a long list
    SiteList list;
    std::optional<std::string> seenSelection;  ///< the site that was selected when the list was last drawn
  } sites;

  /// Answers to "who reaches this point", asked again only when the place or the model changed.
  struct Reaching {
    std::optional<geo::LatLon> place;
    std::uint64_t modelNumber = 0;  ///< ViewOfMap::modelNumber of the model that was asked
    std::vector<scene::Reach> answers;
  } reaching;

  /// What is half typed where the scenario is edited.
  struct Editing {
    /// A text field that has the keyboard. Fields are named by their part and pointer, "feature kunashir
    /// /properties/name".
    struct Field {
      std::string name;        ///< empty: none
      std::string text;        ///< as typed
      std::string lineBefore;  ///< the command that puts back what stood there before
      std::string line;        ///< that waits for the field to be left; empty: none
      bool wasChanged = false;
      std::optional<Diagnostic> problem;  ///< why the text is not taken
    } field;
    std::string putBackName;   ///< the field that was left with a text that was not taken
    std::string putBackText;   ///< what is told of it
    std::string wantsField;    ///< pointer of the field that is to get the keyboard
    int wantsFieldFrames = 0;  ///< for how long it is waited for

    std::string systemId;  ///< of the system that is edited; empty: none

    /// A source that is being found, or written down.
    struct SourcePick {
      std::string name;  ///< of the list that it is for
      std::string text;
      bool isNew = false;
      std::string title;
      std::string publisher;
      std::string date;
      std::string url;
    } source;

    /// A statement that is being added to a site.
    struct NewStatement {
      std::string siteId;  ///< empty: none
      std::string systemId;
      std::size_t status = 0;  ///< index into scenario::words<Status>()
      std::string from;
      std::vector<std::string> sources;
    } statement;

    std::string newSystemName;
    std::string newSystemKm;
    std::string newSourceTitle;
  } editing;

  /// What a reviewer would ask, asked again only when the document or the age changed.
  struct Review {
    edit::Workspace::DocumentPointer document;
    int ageYears = 2;
    int askedYears = 0;
    std::vector<edit::Finding> findings;
  } review;

  std::optional<scene::Item> inspected;  ///< what the inspector showed last

  /// Which of several selected things is read: the last, until another is stepped to.
  struct Stepping {
    std::vector<scene::Item> of;  ///< the selection that was stepped through; another begins anew
    std::size_t at = 0;           ///< index into `of`
  } stepping;

  /// The panel's lower part: what is known of the selection, and what the tools have found out.
  struct Details {
    enum class Topic { Selection, Tool, System };
    Topic topic = Topic::Selection;
    bool isFolded = false;                ///< to its heading
    bool toolIsClosed = false;            ///< until the tools find out something else
    std::optional<scene::Item> selected;  ///< when it was last drawn, as all below: what changed comes to the front
    edit::Tool tool = edit::Tool::Select;
    std::optional<geo::LatLon> askedPlace;
    std::size_t measuredPoints = 0;
    std::size_t rings = 0;
    std::string systemId;  ///< of the system that is edited
  } details;

  /// Which part of the sections is in view, so that it stays there when the type's size changes.
  struct Sections {
    float unit = 0.0F;   ///< that the anchor was taken at
    std::string title;   ///< of the section at the top of the view
    double share = 0.0;  ///< how much of it is scrolled away
    int framesToRestore = 0;
    std::vector<std::pair<std::string, float>> tops;  ///< of the headings in this frame, pixels from the first
  } sections;

  float panelLeft = -1.0F;   ///< the side panel's edge in the window; below 0: it is not shown
  std::string viewToRemove;  ///< id of the saved view whose removal waits for a yes

  std::vector<std::string> builtInScenarios;  ///< names for the menu; filled in by the owner

  MapDecorationState decorations;

  std::string newViewName;
  std::string freeRingKm;  ///< the workspace's radius of free rings, but while another is being typed
  bool typesFreeRing = false;
  std::string freeRingProblem;  ///< why it was not taken; empty: it was
};

}  // namespace cordon::ui
