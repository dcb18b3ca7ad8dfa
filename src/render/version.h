#pragma once

#include <string>

namespace cordon::render {

/// The version of OpenSceneGraph that the program runs with, e.g. "3.6.5".
std::string openSceneGraphVersion();

}  // namespace cordon::render
