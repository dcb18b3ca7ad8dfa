#include "app/view/comparison_follower.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "app/view/scenario_loader.h"
#include "scene/model_text.h"

namespace cordon::app {

namespace {

/// The scenario to compare with, and what it is called.
struct Read {
  std::shared_ptr<const scenario::Document> document;
  std::string title;
  Diagnostics problems;
};

Read read(const Baseline& baseline, const std::filesystem::path& assets, const scenario::Catalogue& catalogue) {
  Read result;
  std::optional<scenario::Document> document;
  if (baseline.kind == Baseline::Kind::Saved) {
    scenario::SoundReading reading = scenario::readSound(baseline.text, baseline.name, catalogue);
    document = std::move(reading.document);
    result.problems = std::move(reading.problems);
    result.title = baseline.name + " as saved";
  } else {
    LoadedFile loaded = loadFile({baseline.name, false}, assets, catalogue);
    document = std::move(loaded.document);
    result.problems = std::move(loaded.problems);
    result.title = loaded.name;
  }
  if (!document) return result;
  result.document = std::make_shared<const scenario::Document>(std::move(*document));
  const auto errors = std::count_if(result.problems.begin(), result.problems.end(),
                                    [](const Diagnostic& problem) { return problem.severity == Severity::Error; });
  result.problems.clear();
  if (errors > 0) {
    Diagnostic warning = plainError(fmt::format("{} has {} problem{}; what is sound of it is compared.", result.title,
                                                errors, errors == 1 ? "" : "s"));
    warning.severity = Severity::Warning;
    result.problems.push_back(std::move(warning));
  }
  return result;
}

ComparisonAnswer make(const ComparisonRequest& request, const std::filesystem::path& assets,
                      const scenario::Catalogue& catalogue) {
  ComparisonAnswer answer;
  answer.number = request.number;
  scene::MapChanges changes;
  const Baseline& baseline = *request.baseline;
  if (baseline.kind == Baseline::Kind::Date) {
    changes.title = scene::longDate(baseline.date);
    changes.before = request.document;
    changes.dateBefore = baseline.date;
    changes.comparison = scenario::compareDates(*request.document, baseline.date, request.date);
  } else {
    if (request.last) {
      changes.title = request.last->title;
      changes.before = request.last->before;
    } else {
      Read before = read(baseline, assets, catalogue);
      changes.title = std::move(before.title);
      changes.before = std::move(before.document);
      answer.problems = std::move(before.problems);
    }
    if (!changes.before) return answer;
    changes.comparison = scenario::compare(*changes.before, *request.document);
  }
  answer.changes = std::make_shared<const scene::MapChanges>(std::move(changes));
  return answer;
}

}  // namespace

ComparisonAnswer makeComparison(const ComparisonRequest& request, const std::filesystem::path& assets,
                                const scenario::Catalogue& catalogue) {
  try {
    return make(request, assets, catalogue);
  } catch (const std::exception& error) {
    return {request.number, nullptr, {plainError(fmt::format("The comparison could not be made ({}).", error.what()))}};
  }
}

ComparisonFollower::ComparisonFollower(edit::Workspace& workspace, const std::filesystem::path& assets,
                                       const scenario::Catalogue& catalogue, std::function<void()> wake)
    : workspace_(workspace),
      worker_([&assets,
               &catalogue](const ComparisonRequest& request) { return makeComparison(request, assets, catalogue); },
              std::move(wake)) {}

void ComparisonFollower::begin(Baseline baseline) {
  baseline_ = std::make_shared<const Baseline>(std::move(baseline));
  changes_.reset();
  ++number_;
  ask();
}

void ComparisonFollower::end() {
  baseline_.reset();
  changes_.reset();
  askedDocument_.reset();
  workspace_.shown().changes.reset();
}

void ComparisonFollower::noteSaved(const std::string& text) {
  if (!baseline_ || baseline_->kind != Baseline::Kind::Saved) return;
  baseline_ = std::make_shared<const Baseline>(Baseline{Baseline::Kind::Saved, workspace_.name(), text, {}});
  ++number_;
  ask();
}

void ComparisonFollower::ask() {
  askedDocument_ = workspace_.documentPointer();
  askedDate_ = workspace_.date();
  isCurrent_ = false;
  // What was read of another baseline is none of this one's.
  const bool isSame = changes_ && readNumber_ == number_;
  worker_.request({number_, baseline_, isSame ? changes_ : nullptr, askedDocument_, askedDate_});
}

Diagnostics ComparisonFollower::follow() {
  std::optional<ComparisonAnswer> answer = worker_.take();
  if (!baseline_) return {};
  // Escape ends it, and another scenario.
  if (changes_ && workspace_.shown().changes != changes_) {
    end();
    return {};
  }
  Diagnostics told;
  if (answer && answer->number == number_) {
    told = std::move(answer->problems);
    if (!answer->changes) {
      end();
      return told;
    }
    changes_ = answer->changes;
    readNumber_ = number_;
    workspace_.shown().changes = changes_;
    isCurrent_ = true;
  }
  const bool hasDate = baseline_->kind == Baseline::Kind::Date;
  if (askedDocument_ != workspace_.documentPointer() || (hasDate && !(askedDate_ == workspace_.date()))) ask();
  return told;
}

}  // namespace cordon::app
