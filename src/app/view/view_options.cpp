#include "app/view/view_options.h"

#include <fmt/format.h>

#include "app/messages.h"
#include "app/number_list.h"

namespace cordon::app {

Result<ViewOptions> checkArguments(const ViewArguments& arguments) {
  Diagnostics errors;
  ViewOptions options;
  options.scenario = arguments.scenario;
  options.usesConfig = !arguments.noConfig;
  options.fullScreen = arguments.fullScreen;
  const auto numbers = [&errors](const char* option, const std::string& text, const std::vector<NumberRule>& rules,
                                 std::size_t atLeast) -> std::optional<std::vector<double>> {
    const auto parsed = parseNumbers(option, text, rules, atLeast);
    if (parsed) return *parsed;
    errors.insert(errors.end(), parsed.diagnostics().begin(), parsed.diagnostics().end());
    return std::nullopt;
  };
  if (!arguments.camera.empty() && !arguments.view.empty()) {
    errors.push_back(plainError("--camera and --view exclude each other.", "Give just one of them."));
  }
  if (!arguments.camera.empty()) {
    if (const auto n = numbers("--camera", arguments.camera, cameraRules(), 3)) {
      options.camera =
          scenario::CameraView{(*n)[0], (*n)[1], (*n)[2], n->size() > 3 ? (*n)[3] : 0.0, n->size() > 4 ? (*n)[4] : 0.0};
    }
  }
  if (!arguments.view.empty()) options.view = arguments.view;
  if (!arguments.date.empty()) {
    options.date = scenario::Date::parse(arguments.date);
    if (!options.date || !options.date->day()) {
      errors.push_back(plainError(fmt::format("--date: \"{}\" is no day.", arguments.date),
                                  "Write YYYY-MM-DD, such as 2018-12-30."));
    }
  }
  if (!arguments.windowSize.empty()) {
    if (const auto n = numbers("--window", arguments.windowSize,
                               {{"W", 64.0, 16384.0, true, true}, {"H", 64.0, 16384.0, true, true}}, 2)) {
      options.windowWidth = static_cast<int>((*n)[0]);
      options.windowHeight = static_cast<int>((*n)[1]);
    }
  }
  if (!arguments.script.empty()) options.script = arguments.script;
  if (!arguments.stats.empty()) options.stats = arguments.stats;
  if (!errors.empty()) return Result<ViewOptions>::failure(errors);
  return options;
}

}  // namespace cordon::app
