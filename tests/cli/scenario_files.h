#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"

namespace cordon::test {

/// A test with an empty folder of its own.
class WithFolder : public testing::Test {
 protected:
  std::string file(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string write(const std::string& name, const std::string& text) const;
  std::string read(const std::string& name) const;
  std::vector<std::string> names() const;  ///< sorted

  TemporaryFolder folder_;
};

/// A scenario of one battery with a ring of 300 km.
std::string smallScenario();

/// A text with one place changed; std::logic_error where the place is not there.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace cordon::test
