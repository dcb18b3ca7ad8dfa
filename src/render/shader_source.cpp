#include "render/shader_source.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace cordon::render {

std::string shaderSource(const std::string& name) {
#ifdef CORDON_SHADER_FOLDER
  std::ifstream file(fmt::format("{}/{}", CORDON_SHADER_FOLDER, name));
  if (file) {
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }
#endif
  for (const EmbeddedShader& shader : embeddedShaders()) {
    if (name == shader.name) return shader.source;
  }
  throw std::logic_error(fmt::format("no shader named {}", name));
}

}  // namespace cordon::render
