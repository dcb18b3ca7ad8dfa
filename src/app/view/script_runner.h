#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "app/exit_code.h"
#include "app/view/script.h"
#include "base/diagnostic.h"

namespace cordon::app {

/// Carries out a script: a line begins when the window is done with the one before. It knows no window; step() is told
/// how it stands. Belongs to the thread that draws.
class ScriptRunner {
 public:
  /// `run` carries out a line; `report` hears, for standard error, why a script ended early.
  ScriptRunner(std::function<std::optional<Diagnostic>(const std::string& line)> run,
               std::function<void(const Diagnostics&)> report);

  /// How the window stands.
  struct Situation {
    double nowSeconds = 0.0;
    bool hasOpened = false;     ///< a scenario is shown
    bool framesAreDue = false;  ///< frames that were asked for are still to be drawn
    bool isBusy = false;        ///< the map moves, or files, lines or pictures wait
    bool isSettled = false;     ///< nothing is busy and the picture is complete
  };

  void start(Script script) { script_ = std::move(script); }

  /// Whether a script was started and has not ended.
  bool isRunning() const { return script_ && !ended_; }

  /// How the script ended; nothing while it runs, or where there is none.
  std::optional<ExitCode> ended() const { return ended_; }

  /// Takes the next step. Returns how many frames have to be drawn for it.
  int step(const Situation& situation);

  /// Ends the script, if one is running: the errors are reported as those of the line that is being carried out.
  void fail(Diagnostics problems, ExitCode code);

  /// What a line asks for before the next one may begin.
  void waitForSettled() { waitsForSettled_ = true; }
  void waitUntil(double seconds) { waitUntilSeconds_ = seconds; }

  /// Adds something to be done by a line, one thing a frame.
  void addStep(std::function<void()> step) { steps_.push_back(std::move(step)); }
  bool hasSteps() const { return !steps_.empty(); }

  /// A picture of the whole window is to go into a file, once it has settled; whoever draws takes it. The next line
  /// waits for that.
  void askForScreenshot(std::filesystem::path file) { screenshot_ = std::move(file); }
  std::optional<std::filesystem::path> takeScreenshot() { return std::exchange(screenshot_, std::nullopt); }

 private:
  bool isLineDone(const Situation& situation) const;
  int stepLine(const Situation& situation);
  int beginLine(double nowSeconds);

  std::function<std::optional<Diagnostic>(const std::string&)> run_;
  std::function<void(const Diagnostics&)> report_;
  std::optional<Script> script_;
  std::optional<ExitCode> ended_;
  std::optional<Script::Line> line_;  ///< being carried out
  double lineSinceSeconds_ = 0.0;
  double waitUntilSeconds_ = 0.0;
  bool waitsForSettled_ = false;
  std::optional<std::filesystem::path> screenshot_;
  std::deque<std::function<void()>> steps_;
};

}  // namespace cordon::app
