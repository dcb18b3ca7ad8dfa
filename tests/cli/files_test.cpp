#include <gmock/gmock.h>

#include "cli/scenario_files.h"

namespace cordon::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Files : public WithFolder {};

TEST_F(Files, AMissingScenarioIsNamedWithTheBuiltInOnes) {
  const CommandResult run = runCordon({"render", file("none.geojson"), "--output", file("out.png")});
  EXPECT_EQ(run.exitCode, 3) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("none.geojson"), HasSubstr("okhotsk")));
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(Files, AFolderIsNoScenario) {
  const CommandResult run = runCordon({"render", folder_.path().string(), "--output", file("out.png")});
  EXPECT_EQ(run.exitCode, 3) << run.err;
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(Files, CheckReadsOnlySoMuch) {
  const CommandResult run = runCommand(
      "/bin/sh", {"-c", "head -c 150000000 /dev/zero | \"$0\" check /dev/stdin", CORDON_BINARY_DIR "/bin/cordon"});
  EXPECT_EQ(run.exitCode, 3) << run.err;
  EXPECT_THAT(run.err, HasSubstr("more than 100000000 bytes"));
}

TEST_F(Files, CheckTakesNoReadingErrorForAnEmptyFile) {
  // The kernel refuses to read a process's memory at address 0.
  const CommandResult run = runCordon({"check", "/proc/self/mem"});
  EXPECT_EQ(run.exitCode, 3) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("cannot be read to its end"), testing::Not(HasSubstr("empty"))));
}

TEST_F(Files, AnOutputFolderThatDoesNotExistIsToldFirst) {
  const CommandResult run = runCordon({"render", file("none.geojson"), "--output", file("no/such/out.png")});
  EXPECT_EQ(run.exitCode, 3);
  EXPECT_THAT(run.err, AllOf(HasSubstr("no/such"), HasSubstr("No such file or directory")));
}

TEST_F(Files, AFolderForTheStatisticsMustExistToo) {
  const CommandResult run = runCordon({"render", "--output", file("out.png"), "--stats", file("no/stats.json")});
  EXPECT_EQ(run.exitCode, 3);
  EXPECT_THAT(run.err, HasSubstr("stats.json"));
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(Files, AFullDiskLeavesTheOlderPictureAndNothingElse) {
  write("out.png", "older picture");
  const CommandResult run = runCommand("/bin/sh",
                                       {"-c", "ulimit -f 8; exec \"$@\"", "sh", CORDON_BINARY_DIR "/bin/cordon",
                                        "render", "--output", file("out.png"), "--resolution", "256,256"},
                                       // The driver's own cache would meet the limit before the picture does.
                                       {{"MESA_SHADER_CACHE_DISABLE", "true"}});
  EXPECT_EQ(run.exitCode, 3) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("out.png cannot be written"), HasSubstr("File too large")));
  EXPECT_EQ(read("out.png"), "older picture");
  EXPECT_THAT(names(), ElementsAre("out.png"));
}

TEST_F(Files, AFullDeviceIsTold) {
  const CommandResult run = runCordon({"render", "--output", "/dev/full", "--resolution", "64,64"});
  EXPECT_EQ(run.exitCode, 3) << run.err;
  EXPECT_THAT(run.err, HasSubstr("No space left on device"));
}

TEST_F(Files, MissingProgramDataIsAnEnvironmentError) {
  const CommandResult run = runCordon({"render", "--output", file("out.png")}, {{"CORDON_DATA", file("nothing")}});
  EXPECT_EQ(run.exitCode, 4);
  EXPECT_THAT(run.err, HasSubstr("CORDON_DATA"));
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(Files, WithoutAGraphicsDriverItSaysWhatToInstall) {
  // The vendor library's list of drivers is empty.
  const CommandResult run =
      runCordon({"render", "--output", file("out.png")}, {{"__EGL_VENDOR_LIBRARY_FILENAMES", "/dev/null"}});
  EXPECT_EQ(run.exitCode, 4) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("no OpenGL driver"), HasSubstr("apt install")));
  EXPECT_THAT(names(), IsEmpty());
}

}  // namespace
}  // namespace cordon::test
