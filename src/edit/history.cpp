#include "edit/history.h"

#include <utility>

namespace cordon::edit {

History::History(DocumentPointer first) : saved_(first) {
  versions_.push_back({std::string(), std::move(first)});
}

void History::push(std::string step, DocumentPointer document) {
  versions_.resize(at_ + 1);
  versions_.push_back({std::move(step), std::move(document)});
  ++at_;
}

}  // namespace cordon::edit
