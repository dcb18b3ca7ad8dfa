#include <cstdio>
#include <exception>
#include <new>

#include "app/command_line.h"

int main(int argumentCount, char** arguments) {
  using cordon::app::ExitCode;
  try {
    return static_cast<int>(cordon::app::runCommandLine(argumentCount, arguments));
  } catch (const std::bad_alloc&) {
    std::fputs("cordon: error: there is not enough memory.\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "cordon: error: %s\n", error.what());
  }
  return static_cast<int>(ExitCode::Environment);
}
