#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "scenario/document.h"

namespace cordon::edit {

/// The versions of a document, one a named step. Parts that a step did not change are not shared yet: a version costs
/// what the document costs.
class History {
 public:
  using DocumentPointer = std::shared_ptr<const scenario::Document>;

  explicit History(DocumentPointer first);

  const DocumentPointer& current() const { return versions_[at_].document; }

  /// Makes a new version current; what was undone before is dropped.
  void push(std::string step, DocumentPointer document);

  bool canUndo() const { return at_ > 0; }
  bool canRedo() const { return at_ + 1 < versions_.size(); }
  /// The step that undo() or redo() would take; only where it can.
  const std::string& undoStep() const { return versions_[at_].step; }
  const std::string& redoStep() const { return versions_[at_ + 1].step; }
  void undo() { --at_; }
  void redo() { ++at_; }

  void markSaved() { saved_ = current(); }
  bool isModified() const { return saved_ != current(); }

 private:
  struct Version {
    std::string step;
    DocumentPointer document;
  };
  std::vector<Version> versions_;
  std::size_t at_ = 0;
  DocumentPointer saved_;
};

}  // namespace cordon::edit
