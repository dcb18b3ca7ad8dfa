#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "edit/history.h"
#include "edit/preferences.h"
#include "mapdata/gazetteer.h"
#include "scenario/document.h"
#include "scenario/timeline.h"
#include "scene/build_model.h"
#include "scene/camera.h"
#include "scene/picking.h"

namespace cordon::edit {

/// What a click on the map does.
enum class Tool { Select, Measure, Area, Bearing, Ring, Reach, AddSite, AddNote, DrawLine, DrawTrack, DrawArea };

/// Whether a tool's clicks make one path, which Enter ends.
bool drawsPath(Tool tool);
/// Whether what a tool makes is part of the scenario, not of what is laid over the map.
bool addsToScenario(Tool tool);

/// A line for the user, at the window's foot and in the list of messages.
struct Message {
  Severity severity = Severity::Note;
  std::string text;
  std::uint64_t number = 0;  ///< counts up: a new message is told by it
};

/// The play of the date slider.
struct Playback {
  bool playing = false;
  double daysPerSecond = 180.0;
  double fractionDays = 0.0;  ///< of the next day
};

/// One open scenario with everything that is shown of it and done with it; no pixels, no threads, no files.
///
/// Belongs to one thread. The document changes by apply(), undo() and redo() alone; what is shown (`shown()`,
/// `camera()`) is no step of the history.
class Workspace {
 public:
  using DocumentPointer = History::DocumentPointer;

  /// The gazetteer must outlive the workspace.
  explicit Workspace(const mapdata::Gazetteer& gazetteer);

  /// Takes a scenario that was read, with what its reader told; resets selection, history, tools and what is shown
  /// (layers, looks, date), but not languages, palette and units. `file` is what saving writes to; empty: a built-in.
  void open(scenario::Document document, std::filesystem::path file, std::string name, Diagnostics problems);
  /// Takes a newer version of the same file: what is shown stays as far as it still exists.
  void reload(scenario::Document document, Diagnostics problems);

  const scenario::Document& document() const { return *history_.current(); }
  const DocumentPointer& documentPointer() const { return history_.current(); }
  const std::filesystem::path& file() const { return file_; }
  const std::string& name() const { return name_; }          ///< for the title: "okhotsk", "mine.geojson"
  const Diagnostics& problems() const { return problems_; }  ///< of the file as it was read
  const mapdata::Gazetteer& gazetteer() const { return gazetteer_; }
  const std::vector<scenario::TimelineEvent>& timeline() const { return timeline_; }
  const std::optional<scenario::DaySpan>& span() const { return span_; }

  /// A change of the document as one named step. Ids that are gone leave the selection. Changes in a row with the same
  /// merge key are one step, as History::push has it; one that changes nothing is none.
  History::Pushed apply(std::string step, scenario::Document changed, std::string mergeKey = {});
  /// The next change is a step of its own.
  void endMerging() { history_.endMerging(); }
  const History& history() const { return history_; }
  /// Step through the history; nothing where there is no such step.
  void undo();
  void redo();
  /// Undoes or redoes until so many steps of the history are done.
  void jumpTo(std::size_t position);
  void markSaved() { history_.markSaved(); }
  void setFile(std::filesystem::path file, std::string name);

  /// What is shown; whoever draws compares it with what it last drew.
  const scene::ModelOptions& shown() const { return shown_; }
  scene::ModelOptions& shown() { return shown_; }
  const scene::Camera& camera() const { return camera_; }
  void setCamera(const scene::Camera& camera) { camera_ = camera; }

  /// The day that the map shows: the one asked for, else the document's own.
  scenario::Date date() const;

  Playback& playback() { return playback_; }
  const Playback& playback() const { return playback_; }
  /// Moves the date on by wall time (seconds, > 0) while playing; stops at the span's end, and at once where there is
  /// no span. From before the span it goes to the span's first days. Returns whether the date changed.
  bool advance(double seconds);

  /// Selected things, the latest last, each once. Kinds and ids as scene::pickAt gives them.
  const std::vector<scene::Item>& selection() const { return selection_; }
  bool isSelected(const scene::Item& item) const;
  /// Selects these instead of what is selected, or (`add`) besides it; an item that is selected already becomes the
  /// latest.
  void select(std::vector<scene::Item> items, bool add = false);
  void deselect(const scene::Item& item);

  /// Whether what is selected can be changed: in the inspector, and by dragging it. Not a part of the document.
  bool isEditing() const { return editing_; }
  void setEditing(bool editing) { editing_ = editing; }

  Tool tool() const { return tool_; }
  /// Takes another tool; a path that is being drawn is ended and kept as by endTool(true).
  void setTool(Tool tool);
  /// Whether there is an open path that clicks add to (Measure, Area, those that draw): the last of
  /// shown().sketch.paths.
  bool isDrawing() const { return drawing_ && !shown_.sketch.paths.empty(); }
  /// A click of the present tool on the ground: a vertex, the first or second end of a bearing, a ring's centre, the
  /// place asked about, a new site or note, which is selected and ends the tool. Nothing with Tool::Select.
  void useTool(geo::LatLon place);
  /// `keep` (Enter, double click): ends the open path; one of fewer than 2 vertices (an area: 3) is thrown away. One
  /// that was drawn for the scenario becomes a feature, which is selected and ends the tool.
  /// Else (Escape) takes one step back: throws away the open path, or what was asked about, or puts the tool down, or
  /// clears the selection, or ends a comparison; the first of them that there is.
  void endTool(bool keep);
  /// Lays a whole path on the map; one that is being drawn is ended first.
  void addPath(scene::MeasuredPath path);
  /// Removes all paths, an open one and a bearing's first end with them.
  void clearPaths();
  /// Asks who reaches a place, and marks it.
  void askAbout(geo::LatLon place);
  /// Radius of the next free ring.
  double freeRingMeters() const { return freeRingMeters_; }
  void setFreeRingMeters(double meters) { freeRingMeters_ = meters; }
  /// The place that "who reaches this point" and "bearing" ask about.
  const std::optional<geo::LatLon>& askedPlace() const { return askedPlace_; }

  /// Messages, the latest last; at most 200.
  const std::deque<Message>& messages() const { return messages_; }
  void tell(Severity severity, std::string text);

 private:
  void follow();
  void keepDrawn();
  void dropAsked();

  const mapdata::Gazetteer& gazetteer_;
  History history_;
  std::filesystem::path file_;
  std::string name_;
  Diagnostics problems_;
  std::vector<scenario::TimelineEvent> timeline_;
  std::optional<scenario::DaySpan> span_;
  scene::ModelOptions shown_;
  scene::Camera camera_;
  Playback playback_;
  std::vector<scene::Item> selection_;
  bool editing_ = false;
  Tool tool_ = Tool::Select;
  bool drawing_ = false;
  bool hasOrigin_ = false;  ///< askedPlace_ is the first end of a bearing
  double freeRingMeters_ = 300.0e3;
  std::optional<geo::LatLon> askedPlace_;
  std::deque<Message> messages_;
  std::uint64_t messageCount_ = 0;
};

}  // namespace cordon::edit
