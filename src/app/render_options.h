#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "scenario/document.h"
#include "scene/build_model.h"

namespace cordon::app {

/// The words of `cordon render` as they stand on the command line; empty where not given.
struct RenderArguments {
  std::string scenario = "okhotsk";
  std::string output;
  std::string resolution = "1920,1080";
  std::string camera;
  std::string view;
  std::string extent;
  std::string date;
  std::string layers;
  std::string rangeClaim = "default";
  std::string exaggeration;
  std::string backend = "auto";
  std::string stats;
  std::string language = "en";
  std::string palette = "standard";
  std::string fill = "union";
  bool noBackground = false;
  bool verbose = false;
};

/// What `cordon render` was asked for, checked.
struct RenderOptions {
  std::string scenario;
  std::filesystem::path output;
  int widthPixels = 1920;
  int heightPixels = 1080;
  std::optional<scenario::CameraView> camera;  ///< at most one of camera, extent and view is there
  std::optional<scenario::ExtentView> extent;
  std::optional<std::string> view;
  std::optional<scenario::Date> date;
  std::optional<std::vector<bool>> layers;
  scene::ClaimChoice claim;  ///< of all systems
  double exaggeration = 1.0;
  bool background = true;
  std::optional<std::filesystem::path> stats;
  bool verbose = false;
  std::string language = "en";
  scene::PaletteName palette = scene::PaletteName::Standard;
  scene::FillMode fillMode = scene::FillMode::Union;
};

/// Reads LAT,LON,RANGE_KM[,HEADING[,TILT]], degrees and kilometres. Errors begin with the option's or command's name.
Result<scenario::CameraView> parseCamera(const std::string& option, const std::string& text);

/// Pixels of a picture or of the window.
struct Size {
  int widthPixels = 0;
  int heightPixels = 0;
};

/// Reads W,H.
Result<Size> parseSize(const std::string& option, const std::string& text);

/// Reads a whole date, YYYY-MM-DD.
Result<scenario::Date> parseDay(const std::string& option, const std::string& text);

/// Checks the arguments. All that is wrong is told, not just the first.
Result<RenderOptions> checkArguments(const RenderArguments& arguments);

}  // namespace cordon::app
