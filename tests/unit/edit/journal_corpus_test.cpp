#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "../../fuzz/journal_target.h"

namespace cordon::edit {
namespace {

TEST(JournalCorpus, EveryFileIsReadOrRefused) {
  const auto folder = std::filesystem::path(CORDON_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / "journal";
  int count = 0;
  int sound = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_TRUE(survivesJournal(text.str())) << entry.path();
    sound += readJournal(text.str()) ? 1 : 0;
    ++count;
  }
  EXPECT_GE(count, 11);
  EXPECT_GE(sound, 7) << "their first lines are sound";
}

}  // namespace
}  // namespace cordon::edit
