#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/drawn_ground.h"
#include "app/render_options.h"
#include "scene/camera.h"
#include "scene/render_model.h"

namespace cordon::app {

/// What a run of `cordon render` took, wall milliseconds.
struct Timings {
  double loadMs = 0.0;         ///< to the model and the camera: arguments, data folders, scenario
  double settleMs = 0.0;       ///< from there until the picture is drawn with all its tiles and labels
  double steadyFrameMs = 0.0;  ///< to draw the same picture again
  double encodeMs = 0.0;
  double writeMs = 0.0;
  double totalMs = 0.0;     ///< from the program's start to the picture on the disk
  double cpuSeconds = 0.0;  ///< of all threads, until then
};

/// Processor time that the process has used, user and system, seconds.
double processCpuSeconds();

/// The greatest resident memory that the process has had.
std::int64_t peakResidentBytes();

/// A camera as statistics have it: degrees and kilometres.
nlohmann::ordered_json cameraJson(const scene::Camera& camera);

/// What `--stats` tells besides the model.
struct RunFacts {
  Timings timings;
  std::size_t tiles = 0;
  std::size_t triangles = 0;
  std::string driver;
  std::string date;
};

/// The text of the file of `--stats`: JSON, documented in docs/command-line.md.
std::string statisticsJson(const RenderOptions& options, const scenario::Document& document,
                           const scene::RenderModel& model, const scene::Projector& projector,
                           const DrawnGround& ground, const RunFacts& facts);

}  // namespace cordon::app
