#include "app/view/script_runner.h"

#include <algorithm>
#include <utility>

namespace cordon::app {

namespace {

constexpr double kSettleLimitSeconds = 120.0;

}  // namespace

ScriptRunner::ScriptRunner(std::function<std::optional<Diagnostic>(const std::string&)> run,
                           std::function<void(const Diagnostics&)> report)
    : run_(std::move(run)), report_(std::move(report)) {}

int ScriptRunner::step(const Situation& situation) {
  if (!isRunning()) return 0;
  if (line_ && !isLineDone(situation)) return stepLine(situation);
  line_.reset();
  waitsForSettled_ = false;
  return situation.hasOpened ? beginLine(situation.nowSeconds) : 0;
}

bool ScriptRunner::isLineDone(const Situation& situation) const {
  if (situation.nowSeconds < waitUntilSeconds_ || hasSteps() || screenshot_) return false;
  return !situation.isBusy && !situation.framesAreDue && (situation.isSettled || !waitsForSettled_);
}

int ScriptRunner::stepLine(const Situation& situation) {
  if (situation.nowSeconds - std::max(lineSinceSeconds_, waitUntilSeconds_) > kSettleLimitSeconds) {
    fail({plainError("the picture did not settle within two minutes.")}, ExitCode::Environment);
    return 0;
  }
  if (situation.nowSeconds < waitUntilSeconds_ || situation.framesAreDue) return 0;
  if (hasSteps()) {
    const std::function<void()> step = std::move(steps_.front());
    steps_.pop_front();
    step();
    return 1;
  }
  return screenshot_ && situation.isSettled ? 1 : 0;  // whoever draws the frame takes it
}

int ScriptRunner::beginLine(double nowSeconds) {
  line_ = script_->next();
  lineSinceSeconds_ = nowSeconds;
  if (!line_) {
    ended_ = ExitCode::Ok;
    return 0;
  }
  if (const auto problem = run_(line_->text)) {
    fail({*problem}, ExitCode::WrongUse);
    return 0;
  }
  return 2;
}

void ScriptRunner::fail(Diagnostics problems, ExitCode code) {
  if (!isRunning()) return;
  if (line_) {
    for (Diagnostic& problem : problems) problem = script_->errorAt(*line_, problem);
  }
  report_(problems);
  ended_ = code;
}

}  // namespace cordon::app
