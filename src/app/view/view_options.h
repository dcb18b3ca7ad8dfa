#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/render_options.h"
#include "base/result.h"

namespace cordon::app {

/// The words of `cordon view` as they stand on the command line; empty where not given.
struct ViewArguments {
  std::string scenario = "okhotsk";
  std::string camera;
  std::string view;
  std::string date;
  std::string windowSize;
  std::string script;
  std::string stats;
  bool noConfig = false;
  bool fullScreen = false;
};

/// What `cordon view` was asked for, checked.
struct ViewOptions {
  std::string scenario;
  std::optional<scenario::CameraView> camera;  ///< at most one of camera and view is there
  std::optional<std::string> view;
  std::optional<scenario::Date> date;
  std::optional<int> windowWidth;
  std::optional<int> windowHeight;
  std::optional<std::filesystem::path> script;
  std::optional<std::filesystem::path> stats;
  bool usesConfig = true;
  bool fullScreen = false;
};

/// Checks the arguments. All that is wrong is told, not just the first.
Result<ViewOptions> checkArguments(const ViewArguments& arguments);

}  // namespace cordon::app
