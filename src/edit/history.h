#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>

#include "scenario/change.h"
#include "scenario/document.h"

namespace cordon::edit {

/// The steps that led to a document, each kept as what it changed, so that all can be undone and redone exactly.
///
/// Belongs to one thread.
class History {
 public:
  using DocumentPointer = std::shared_ptr<const scenario::Document>;

  /// What the steps may take together: the oldest are dropped beyond that, but never the latest.
  static constexpr std::size_t kMostBytes = 256'000'000;

  /// What became of a push.
  enum class Pushed {
    Nothing,   ///< the document was identical to the current one
    Step,      ///< a new last step
    Merged,    ///< the last step now leads to the new document
    Cancelled  ///< the document is again as it was before the last step, which is gone
  };

  explicit History(DocumentPointer first, std::size_t mostBytes = kMostBytes);

  const DocumentPointer& current() const { return current_; }

  /// Makes a new version current; what was undone before is dropped.
  ///
  /// Two pushes in a row with the same merge key that is not empty are one step, with the latter's name: a drag, a
  /// typed word. Undoing, redoing, saving and any other push come between.
  Pushed push(std::string step, DocumentPointer document, std::string mergeKey = {});
  /// The next push is a step of its own: what was dragged was let go.
  void endMerging();

  /// The steps that are kept, undone ones included, the oldest first.
  std::size_t stepCount() const { return steps_.size(); }
  const std::string& stepName(std::size_t step) const { return steps_.at(step).name; }
  /// What a step changed.
  const scenario::Change& stepChange(std::size_t step) const { return steps_.at(step).change; }
  /// How many of the steps are done: 0 is before the first one kept.
  std::size_t position() const { return position_; }
  /// How many steps were dropped to keep within the memory; they can no longer be undone.
  std::size_t droppedSteps() const { return droppedSteps_; }
  /// Undoes or redoes until so many steps are done. std::out_of_range beyond stepCount().
  void jumpTo(std::size_t position);

  bool canUndo() const { return position_ > 0; }
  bool canRedo() const { return position_ < steps_.size(); }
  /// The step that undo() or redo() would take; only where it can.
  const std::string& undoStep() const { return steps_.at(position_ - 1).name; }
  const std::string& redoStep() const { return steps_.at(position_).name; }
  void undo() { jumpTo(position_ - 1); }
  void redo() { jumpTo(position_ + 1); }

  void markSaved();
  /// Whether the current document would be written otherwise than the one that was saved last, however it came about.
  bool isModified() const { return isModified_; }

 private:
  struct Step {
    std::string name;
    scenario::Change change;
    std::size_t bytes = 0;
  };

  void dropUndone();
  void add(std::string name, scenario::Change change);
  void setCurrent(DocumentPointer document);

  DocumentPointer current_;
  DocumentPointer saved_;
  bool isModified_ = false;
  std::deque<Step> steps_;
  std::size_t position_ = 0;
  std::size_t droppedSteps_ = 0;
  std::size_t bytes_ = 0;
  std::size_t mostBytes_;
  std::string mergeKey_;          ///< of the last push, while another may be merged into its step
  DocumentPointer beforeMerged_;  ///< where that step began
};

}  // namespace cordon::edit
