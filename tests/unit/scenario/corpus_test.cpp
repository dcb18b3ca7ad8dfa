#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "../../fuzz/patch_target.h"
#include "../../fuzz/scenario_target.h"
#include "sample.h"

namespace cordon::scenario {
namespace {

/// Gives every file of a corpus to a check; how many there were.
template <typename Check>
int replay(const std::string& corpus, Check check) {
  const auto folder = std::filesystem::path(CORDON_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / corpus;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_TRUE(check(text.str())) << entry.path();
    ++count;
  }
  return count;
}

/// Replays what the fuzzer starts from and what it found: nothing may crash, and what reads must survive a save.
TEST(ScenarioCorpus, EveryFileIsReadOrRefused) {
  EXPECT_GE(replay("scenario", [](const std::string& text) { return survivesRoundTrip(text, test::catalogue()); }), 12);
}

TEST(PatchCorpus, EveryPairIsPatched) {
  EXPECT_GE(replay("patch", [](const std::string& bytes) { return survivesPatch(bytes); }), 12);
}

}  // namespace
}  // namespace cordon::scenario
