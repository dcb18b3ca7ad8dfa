#include "app/view/picture_jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>

#include "app/messages.h"
#include "app/version.h"
#include "app/view/overlay_painter.h"
#include "base/file_writer.h"
#include "output/png.h"

namespace cordon::app {

namespace {

using render::Renderer;

constexpr double kTileBudgetMilliseconds = 8.0;

}  // namespace

PictureJobs::PictureJobs(const mapdata::MapData& mapData, std::filesystem::path fonts,
                         std::function<void(const Outcome&)> tell, std::function<void()> wake)
    : mapData_(mapData), fonts_(std::move(fonts)), tell_(std::move(tell)), wake_(std::move(wake)) {}

bool PictureJobs::step(Renderer& renderer, int rows) {
  if (finishing_.valid()) {
    if (finishing_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
    tell_(finishing_.get());
  }
  if (jobs_.empty()) return false;
  PictureJob& job = jobs_.front();
  const int height = job.projector.heightPixels();
  // The map may have drawn in between: with its own model, and with other tiles.
  renderer.setModel(job.model);
  if (renderer.prepare(job.projector, kTileBudgetMilliseconds).missing > 0) {
    rowsDone_ = 0;
    return true;
  }
  const int count = std::min(std::max(1, rows), height - rowsDone_);
  renderer.drawRows(Renderer::Slot::Aside, job.projector, {rowsDone_, count}, job.sky);
  rowsDone_ += count;
  if (rowsDone_ < height) return true;
  rowsDone_ = 0;
  typography::Image picture = renderer.readSlot(Renderer::Slot::Aside);
  renderer.drop(Renderer::Slot::Aside);
  PictureJob done = std::move(job);
  jobs_.pop_front();
  if (done.taken) done.taken(picture);
  if (done.file) finish(std::move(done), std::move(picture));
  return true;
}

void PictureJobs::finish(PictureJob job, typography::Image picture) {
  finishing_ = std::async(std::launch::async, [this, job = std::move(job), picture = std::move(picture)]() mutable {
    Outcome outcome{std::nullopt, *job.file, job.madeFolder};
    try {
      auto typesetter = typography::Typesetter::open(fonts_);
      if (!typesetter) {
        outcome.problem = typesetter.diagnostics().front();
      } else {
        const PaintedOverlay overlay = paintOverlay({job.model->shared(), job.projector}, mapData_, **typesetter);
        layOver(picture, overlay.map);
        layOver(picture, overlay.furniture);
        for (const PaintedPart& part : overlay.parts) {
          layOver(picture, part.image, static_cast<int>(part.rect.x), static_cast<int>(part.rect.y));
        }
      }
      const std::vector<std::uint8_t> png =
          output::encodePng(picture, {job.sky, {{"Software", programName()}, {"Title", job.model->model().title}}});
      if (!outcome.problem) outcome.problem = writeFile(*job.file, png);
    } catch (const std::exception& error) {
      outcome.problem =
          plainError(fmt::format("{}: the picture could not be made ({}).", job.file->string(), error.what()));
    }
    wake_();
    return outcome;
  });
}

}  // namespace cordon::app
