#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "mapdata/map_data.h"
#include "render/renderer.h"

namespace cordon::app {

/// A picture to be made beside the map's own: for a file, with labels, signs and furniture as far as the model shows
/// them, or of a saved view, without.
struct PictureJob {
  scene::Projector projector;
  std::shared_ptr<const render::PreparedModel> model;
  bool sky = true;
  std::optional<std::filesystem::path> file;  ///< a PNG; nothing: `taken` gets the picture
  std::function<void(const typography::Image&)> taken;
  bool madeFolder = false;  ///< the file's folder was made for it
};

/// Makes pictures one after the other, a few rows at a time on the thread that draws, the rest on another thread.
class PictureJobs {
 public:
  /// What became of a file.
  struct Outcome {
    std::optional<Diagnostic> problem;
    std::filesystem::path file;
    bool madeFolder = false;  ///< as of the job
  };

  /// `tell` hears what became of a file, on the thread that calls step(); `wake` is called by the other thread.
  PictureJobs(const mapdata::MapData& mapData, std::filesystem::path fonts, std::function<void(const Outcome&)> tell,
              std::function<void()> wake);

  void add(PictureJob job) { jobs_.push_back(std::move(job)); }
  bool isIdle() const { return jobs_.empty() && !finishing_.valid(); }

  /// Takes the next step. The renderer holds the job's model afterwards: `true` says so. `rows` bounds what is drawn.
  bool step(render::Renderer& renderer, int rows);

 private:
  void finish(PictureJob job, typography::Image picture);

  const mapdata::MapData& mapData_;
  std::filesystem::path fonts_;
  std::function<void(const Outcome&)> tell_;
  std::function<void()> wake_;
  std::deque<PictureJob> jobs_;
  int rowsDone_ = 0;
  std::future<Outcome> finishing_;
};

}  // namespace cordon::app
