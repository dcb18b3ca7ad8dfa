#include "app/view/view_options.h"

namespace cordon::app {

Result<ViewOptions> checkArguments(const ViewArguments& arguments) {
  Diagnostics errors;
  ViewOptions options;
  options.scenario = arguments.scenario;
  options.usesConfig = !arguments.noConfig;
  options.fullScreen = arguments.fullScreen;
  const auto take = [&errors]<typename T>(const Result<T>& result) -> std::optional<T> {
    if (result) return *result;
    errors.insert(errors.end(), result.diagnostics().begin(), result.diagnostics().end());
    return std::nullopt;
  };
  if (!arguments.camera.empty() && !arguments.view.empty()) {
    errors.push_back(plainError("--camera and --view exclude each other.", "Give just one of them."));
  }
  if (!arguments.camera.empty()) options.camera = take(parseCamera("--camera", arguments.camera));
  if (!arguments.view.empty()) options.view = arguments.view;
  if (!arguments.date.empty()) options.date = take(parseDay("--date", arguments.date));
  if (!arguments.windowSize.empty()) {
    if (const auto size = take(parseSize("--window", arguments.windowSize))) {
      options.windowWidth = size->widthPixels;
      options.windowHeight = size->heightPixels;
    }
  }
  if (!arguments.script.empty()) options.script = arguments.script;
  if (!arguments.stats.empty()) options.stats = arguments.stats;
  if (!errors.empty()) return Result<ViewOptions>::failure(errors);
  return options;
}

}  // namespace cordon::app
