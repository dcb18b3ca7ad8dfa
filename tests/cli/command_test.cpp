#include "cli/command.h"

#include <gtest/gtest.h>

#include <system_error>

namespace cordon::test {
namespace {

TEST(Command, TellsWhatAProgramLeftBehind) {
  const CommandResult result = runCommand("/bin/sh", {"-c", "echo text; echo \"$WORD\" >&2; exit 7"}, {{"WORD", "x"}});

  EXPECT_EQ(result.exitCode, 7);
  EXPECT_EQ(result.out, "text\n");
  EXPECT_EQ(result.err, "x\n");
}

TEST(Command, TellsTheSignalThatEndedAProgram) {
  EXPECT_EQ(runCommand("/bin/sh", {"-c", "kill -9 $$"}).exitCode, 128 + 9);
}

TEST(Command, ThrowsWhereThereIsNoProgram) {
  EXPECT_THROW(runCommand("/nowhere/program", {}), std::system_error);
}

}  // namespace
}  // namespace cordon::test
