#include "scenario/place.h"

namespace cordon::scenario {

std::string escapePointerToken(std::string_view token) {
  std::string escaped;
  for (const char c : token) {
    if (c == '~') {
      escaped += "~0";
    } else if (c == '/') {
      escaped += "~1";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Place::pointer() const {
  if (!parent_) return "";
  return parent_->pointer() + "/" + (isItem_ ? std::to_string(index_) : escapePointerToken(name_));
}

}  // namespace cordon::scenario
