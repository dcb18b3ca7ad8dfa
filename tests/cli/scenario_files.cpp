#include "cli/scenario_files.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace cordon::test {

std::string WithFolder::write(const std::string& name, const std::string& text) const {
  std::ofstream(folder_.path() / name, std::ios::binary) << text;
  return file(name);
}

std::string WithFolder::read(const std::string& name) const {
  std::ostringstream text;
  text << std::ifstream(folder_.path() / name, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> WithFolder::names() const {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    found.push_back(entry.path().filename().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string smallScenario() {
  return R"({
  "type": "FeatureCollection",
  "cordon": {
    "version": 1,
    "title": "One battery",
    "systems": [
      { "id": "test-missile", "name": "Test", "ranges": [ { "km": 300, "bound": "at_least", "default": true } ] }
    ]
  },
  "features": [
    {
      "type": "Feature",
      "id": "kunashir",
      "geometry": { "type": "Point", "coordinates": [145.96, 44.18] },
      "properties": {
        "kind": "site",
        "name": "Kunashir",
        "systems": [ { "system": "test-missile", "status": "deployed", "from": "2016-11-18" } ]
      }
    }
  ]
}
)";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + from);
  return text.replace(at, from.size(), to);
}

}  // namespace cordon::test
