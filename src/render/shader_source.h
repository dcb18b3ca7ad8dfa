#pragma once

#include <string>
#include <vector>

namespace cordon::render {

struct EmbeddedShader {
  const char* name;
  const char* source;
};

/// The files of shaders/, embedded at build.
const std::vector<EmbeddedShader>& embeddedShaders();

/// The text of a file of shaders/: from disk in a debug build, so that it can be edited without a build, else as
/// embedded. Throws std::logic_error for a name that does not exist.
std::string shaderSource(const std::string& name);

}  // namespace cordon::render
