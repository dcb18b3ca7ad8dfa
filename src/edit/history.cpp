#include "edit/history.h"

#include <stdexcept>
#include <utility>

namespace cordon::edit {

History::History(DocumentPointer first, std::size_t mostBytes)
    : current_(std::move(first)), saved_(current_), mostBytes_(mostBytes) {}

History::Pushed History::push(std::string step, DocumentPointer document, std::string mergeKey) {
  const bool isMerged = !mergeKey.empty() && mergeKey == mergeKey_;
  scenario::Change change = scenario::changeBetween(isMerged ? *beforeMerged_ : *current_, *document);
  if (!isMerged && change.isEmpty()) return Pushed::Nothing;

  dropUndone();
  if (isMerged) {
    bytes_ -= steps_.back().bytes;
    steps_.pop_back();
    --position_;
  } else {
    beforeMerged_ = mergeKey.empty() ? nullptr : std::move(current_);
    mergeKey_ = std::move(mergeKey);
  }
  setCurrent(std::move(document));
  if (change.isEmpty()) {
    endMerging();
    return Pushed::Cancelled;
  }
  add(std::move(step), std::move(change));
  return isMerged ? Pushed::Merged : Pushed::Step;
}

void History::endMerging() {
  mergeKey_.clear();
  beforeMerged_.reset();
}

void History::jumpTo(std::size_t position) {
  if (position > steps_.size()) throw std::out_of_range("a history has no such step");
  endMerging();
  if (position == position_) return;
  scenario::Document document = *current_;
  while (position_ > position) {
    --position_;
    document = scenario::applied(scenario::inverse(steps_[position_].change), std::move(document));
  }
  while (position_ < position) {
    document = scenario::applied(steps_[position_].change, std::move(document));
    ++position_;
  }
  setCurrent(std::make_shared<const scenario::Document>(std::move(document)));
}

void History::markSaved() {
  endMerging();
  saved_ = current_;
  isModified_ = false;
}

void History::dropUndone() {
  while (steps_.size() > position_) {
    bytes_ -= steps_.back().bytes;
    steps_.pop_back();
  }
}

void History::add(std::string name, scenario::Change change) {
  const std::size_t bytes = sizeof(Step) + name.size() + scenario::approximateBytes(change);
  steps_.push_back({std::move(name), std::move(change), bytes});
  bytes_ += bytes;
  ++position_;
  while (bytes_ > mostBytes_ && steps_.size() > 1) {
    bytes_ -= steps_.front().bytes;
    steps_.pop_front();
    --position_;
    ++droppedSteps_;
  }
}

void History::setCurrent(DocumentPointer document) {
  current_ = std::move(document);
  isModified_ = current_ != saved_ && !scenario::areIdentical(*current_, *saved_);
}

}  // namespace cordon::edit
