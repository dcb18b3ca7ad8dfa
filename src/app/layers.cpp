#include "app/layers.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/messages.h"
#include "scenario/suggestion.h"
#include "scenario/words.h"
#include "scene/render_model.h"

namespace cordon::app {

std::vector<std::string> splitWords(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ',') {
      words.emplace_back();
    } else if (c != ' ') {
      words.back() += c;
    }
  }
  return words;
}

Result<std::vector<bool>> parseLayers(const std::string& option, const std::vector<std::string>& words) {
  const std::vector<std::string>& names = scenario::layerNames();
  Diagnostics errors;
  std::size_t hidden = 0;
  std::vector<bool> named(scene::kLayerCount, false);
  for (const std::string& word : words) {
    const bool hides = !word.empty() && word[0] == '-';
    hidden += hides ? 1 : 0;
    const std::string name = word.substr(hides ? 1 : 0);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) {
      named[static_cast<std::size_t>(found - names.begin())] = true;
      continue;
    }
    const std::string near = scenario::nearest(name, names);
    errors.push_back(plainError(fmt::format("{}: there is no layer \"{}\".", option, name),
                                near.empty() ? fmt::format("The layers are {}.", fmt::join(names, ", "))
                                             : fmt::format("Did you mean {}?", near)));
  }
  if (hidden != 0 && hidden != words.size()) {
    errors.push_back(plainError(fmt::format("{}: layers to show and layers to hide cannot be mixed.", option),
                                "Write a,b to show just those, or -a,-b to show all but those."));
  }
  if (!errors.empty()) return Result<std::vector<bool>>::failure(errors);
  if (hidden != 0) named.flip();
  return named;
}

}  // namespace cordon::app
