#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/document.h"
#include "scenario/json_text.h"
#include "scenario/place.h"

namespace cordon::scenario {

/// What the readers of a document's parts share: where problems go, and which ids may be referred to.
class ReadContext {
 public:
  /// `root` is the tree that parts keep as their origin; null: they keep none.
  ReadContext(std::string fileName, std::shared_ptr<const Json> root)
      : fileName_(std::move(fileName)), root_(std::move(root)) {}

  void error(const Place& place, std::string message, std::string mend = "") {
    add(Severity::Error, place, std::move(message), std::move(mend));
  }
  void warning(const Place& place, std::string message, std::string mend = "") {
    add(Severity::Warning, place, std::move(message), std::move(mend));
  }

  /// The origin of a part that was read from an object within the root.
  Origin originOf(const Json& object) const {
    return root_ ? Origin(std::shared_ptr<const Json>(root_, &object)) : Origin();
  }

  bool hasErrors() const { return errorCount_ > 0; }
  std::size_t errorCount() const { return errorCount_; }
  /// Whether there are so many errors that more would help nobody: what is left need not be read.
  bool isHopeless() const { return errorCount_ > 10'000; }

  /// The problems, at most a thousand, then a note of how many more there are. Leaves none behind.
  Diagnostics takeProblems();

  /// Ids that may be named; null: any may.
  const std::unordered_set<std::string>* systemIds = nullptr;
  const std::unordered_set<std::string>* sourceIds = nullptr;

  /// Where the pointers of members go that the format does not know; null: nowhere.
  std::vector<std::string>* unknownMembers = nullptr;

 private:
  void add(Severity severity, const Place& place, std::string message, std::string mend);

  std::string fileName_;
  std::shared_ptr<const Json> root_;
  Diagnostics problems_;
  std::size_t unlisted_ = 0;
  std::size_t errorCount_ = 0;
};

/// Tells that an id names nothing, with the nearest one that does.
void reportUnknownId(ReadContext& context, const Place& place, std::string_view what, const std::string& id,
                     const std::unordered_set<std::string>& known, std::string_view otherwise);

/// A text of the file as a message shows it: in quotation marks, control characters escaped, long ones cut.
std::string quote(std::string_view text);

/// "a number", "an object", ... for messages about wrong types.
std::string describeType(const Json& json);

}  // namespace cordon::scenario
