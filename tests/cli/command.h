#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cordon::test {

/// What a finished program left behind.
struct CommandResult {
  int exitCode = -1;  ///< 128 + signal where a signal ended it
  std::string out;
  std::string err;
};

/// Runs a program to its end, with nothing on standard input.
///
/// `environment` is added to this process's own; an empty value removes the variable. Throws std::system_error where
/// the program cannot be started.
CommandResult runCommand(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         const std::map<std::string, std::string>& environment = {});

/// Runs the program `cordon` of this build.
CommandResult runCordon(const std::vector<std::string>& arguments,
                        const std::map<std::string, std::string>& environment = {});

/// A new, empty folder that is removed with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace cordon::test
