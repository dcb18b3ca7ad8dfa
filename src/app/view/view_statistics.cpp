#include "app/view/view_statistics.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/statistics.h"

namespace cordon::app {

void ViewStatistics::noteTurn(double seconds) {
  // The first picture compiles the shaders.
  double& slowest = hasCompletePicture() ? slowestTurnSeconds_ : slowestOpeningTurnSeconds_;
  slowest = std::max(slowest, seconds);
}

void ViewStatistics::noteShownChange(double nowSeconds) {
  if (!shownChange_.sinceSeconds) shownChange_.sinceSeconds = nowSeconds;
}

void ViewStatistics::noteRest(double nowSeconds) {
  settle_.sinceSeconds = nowSeconds;
}

void ViewStatistics::noteSettled(double nowSeconds) {
  if (!settle_.sinceSeconds) return;
  settle_.lastSeconds = nowSeconds - *std::exchange(settle_.sinceSeconds, std::nullopt);
  settle_.slowestSeconds = std::max(settle_.slowestSeconds, settle_.lastSeconds);
}

void ViewStatistics::noteMovingPicture(double seconds) {
  ++movingPictures_;
  movingSeconds_ += seconds;
  slowestMovingSeconds_ = std::max(slowestMovingSeconds_, seconds);
}

void ViewStatistics::noteFrame(double nowSeconds, bool isCurrent, bool isComplete) {
  ++frames_;
  if (!firstPictureSeconds_) firstPictureSeconds_ = nowSeconds;
  if (!isCurrent) return;
  if (!firstCompleteSeconds_ && isComplete) firstCompleteSeconds_ = nowSeconds;
  if (!shownChange_.sinceSeconds) return;
  shownChange_.lastSeconds = nowSeconds - *std::exchange(shownChange_.sinceSeconds, std::nullopt);
  // Before the first complete picture one waits for the program's start.
  if (firstCompleteSeconds_) {
    shownChange_.slowestSeconds = std::max(shownChange_.slowestSeconds, shownChange_.lastSeconds);
  }
}

std::string ViewStatistics::json(const Facts& facts) const {
  const auto milliseconds = [](double seconds) { return 1000.0 * seconds; };
  const double movingMean = movingPictures_ > 0 ? movingSeconds_ / static_cast<double>(movingPictures_) : 0.0;
  const nlohmann::ordered_json json{{"gl_renderer", facts.driver},
                                    {"window", {{"width", facts.widthPixels}, {"height", facts.heightPixels}}},
                                    {"milliseconds",
                                     {{"first_picture", milliseconds(firstPictureSeconds_.value_or(0.0))},
                                      {"first_complete_picture", milliseconds(firstCompleteSeconds_.value_or(0.0))},
                                      {"moving_frame_mean", milliseconds(movingMean)},
                                      {"moving_frame_slowest", milliseconds(slowestMovingSeconds_)},
                                      {"slowest_turn_while_opening", milliseconds(slowestOpeningTurnSeconds_)},
                                      {"slowest_turn_of_the_loop", milliseconds(slowestTurnSeconds_)},
                                      {"last_change_shown", milliseconds(shownChange_.lastSeconds)},
                                      {"slowest_change_shown", milliseconds(shownChange_.slowestSeconds)},
                                      {"last_settle", milliseconds(settle_.lastSeconds)},
                                      {"slowest_settle", milliseconds(settle_.slowestSeconds)}}},
                                    {"camera", cameraJson(facts.camera)},
                                    {"selected", facts.selected},
                                    {"moving_frames", movingPictures_},
                                    {"moving_resolution", facts.movingResolution},
                                    {"frames", frames_},
                                    {"seconds", facts.nowSeconds},
                                    {"cpu_seconds", processCpuSeconds()},
                                    {"peak_rss_bytes", peakResidentBytes()}};
  return json.dump(2) + "\n";
}

}  // namespace cordon::app
