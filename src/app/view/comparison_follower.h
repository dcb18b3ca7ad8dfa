#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/view/latest_worker.h"
#include "edit/workspace.h"
#include "scenario/io.h"
#include "scene/map_changes.h"

namespace cordon::app {

/// What the open scenario is compared with.
struct Baseline {
  enum class Kind {
    File,   ///< another scenario's file
    Saved,  ///< the scenario as it was last saved or opened
    Date    ///< another date of it
  };
  Kind kind = Kind::File;
  std::string name;     ///< of File: a path or a built-in name; of Saved: the scenario's
  std::string text;     ///< of Saved: what the file holds
  scenario::Date date;  ///< of Date
};

/// A comparison to make, off the thread that draws.
struct ComparisonRequest {
  std::uint64_t number = 0;  ///< of what it is compared with
  std::shared_ptr<const Baseline> baseline;
  std::shared_ptr<const scene::MapChanges> last;  ///< of the same baseline, which it need not read again; may be null
  edit::Workspace::DocumentPointer document;
  scenario::Date date;  ///< that the map shows
};
struct ComparisonAnswer {
  std::uint64_t number = 0;
  std::shared_ptr<const scene::MapChanges> changes;  ///< null: `problems` say why
  Diagnostics problems;
};

/// Makes a comparison; what is sound of a file with errors is compared, with a warning. Any thread.
ComparisonAnswer makeComparison(const ComparisonRequest& request, const std::filesystem::path& assets,
                                const scenario::Catalogue& catalogue);

/// Compares the open scenario with something else, again after each change of it or, with another date, of the date:
/// Workspace::shown().changes. Where somebody takes that away, the comparison ends. Belongs to the window's thread.
class ComparisonFollower {
 public:
  /// The workspace, the folder of assets and the catalogue must outlive it; `wake` is called by its own thread.
  ComparisonFollower(edit::Workspace& workspace, const std::filesystem::path& assets,
                     const scenario::Catalogue& catalogue, std::function<void()> wake);

  void begin(Baseline baseline);
  void end();
  /// The scenario was saved, or its file was read again: a comparison with what was saved goes on with this.
  void noteSaved(const std::string& text);

  /// Keeps up with the workspace; returns what is to be told. Call it each turn.
  Diagnostics follow();

  /// Whether a comparison is under way.
  bool isBusy() const { return worker_.isBusy() || (baseline_ && !isCurrent_); }

 private:
  void ask();

  edit::Workspace& workspace_;
  std::shared_ptr<const Baseline> baseline_;          ///< null: nothing is compared
  std::shared_ptr<const scene::MapChanges> changes_;  ///< the last that were handed over
  edit::Workspace::DocumentPointer askedDocument_;
  scenario::Date askedDate_;
  std::uint64_t number_ = 0;      ///< of the baseline
  std::uint64_t readNumber_ = 0;  ///< of that which changes_ come of
  bool isCurrent_ = false;
  LatestWorker<ComparisonRequest, ComparisonAnswer> worker_;  ///< the last: it ends before the rest
};

}  // namespace cordon::app
