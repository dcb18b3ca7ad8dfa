#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scene/camera.h"

namespace cordon::app {

/// What `cordon view --stats` tells: how long one waits for what the window shows. All times are seconds since the
/// program began. Belongs to the thread that draws.
class ViewStatistics {
 public:
  /// A turn of the loop was away from the window's events for so long.
  void noteTurn(double seconds);
  /// What is shown changed; the picture of it is still to come.
  void noteShownChange(double nowSeconds);
  /// The map has come to rest.
  void noteRest(double nowSeconds);
  /// The picture of a map at rest stands whole.
  void noteSettled(double nowSeconds);
  /// A picture of fewer pixels, drawn while the map moves, stood in the window after so long.
  void noteMovingPicture(double seconds);
  /// A frame was shown: with what is shown now, and with all pixels and labels of it.
  void noteFrame(double nowSeconds, bool isCurrent, bool isComplete);

  bool hasCompletePicture() const { return firstCompleteSeconds_.has_value(); }

  /// What the window is as it ends.
  struct Facts {
    std::string driver;
    int widthPixels = 0;
    int heightPixels = 0;
    scene::Camera camera;
    std::vector<std::string> selected;
    double movingResolution = 1.0;
    double nowSeconds = 0.0;
  };
  /// The text of the file: JSON, with the processor time and the memory that the process has used.
  std::string json(const Facts& facts) const;

 private:
  /// The last and the longest of one kind of waiting.
  struct Waiting {
    std::optional<double> sinceSeconds;
    double lastSeconds = 0.0;
    double slowestSeconds = 0.0;
  };

  std::optional<double> firstPictureSeconds_;
  std::optional<double> firstCompleteSeconds_;
  std::size_t frames_ = 0;
  double slowestOpeningTurnSeconds_ = 0.0;  ///< until the first complete picture
  double slowestTurnSeconds_ = 0.0;
  Waiting shownChange_;
  Waiting settle_;
  std::size_t movingPictures_ = 0;
  double movingSeconds_ = 0.0;
  double slowestMovingSeconds_ = 0.0;
};

}  // namespace cordon::app
