#include "edit/journal_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cordon::edit {
namespace {

struct Sample {
  JournalBase base{"/a folder/b\tc.geojson", "b\nc", "{ \"a\": 1,\r\n\t\"b\\\\\": \"\\n\" }\n", 0xfedcba9876543210U};
  std::vector<JournalEntry> entries{{JournalMove::Do, "Move Kunashir", "{\"a\":\"\\\\\"}", 1},
                                    {JournalMove::Undo, "", std::string("\0\xff\t", 3), -2},
                                    {JournalMove::Redo, "\\", "", 1'700'000'000'000}};

  std::string text() const {
    std::uint64_t chain = 0;
    std::string text = journalLine(base, 42, chain);
    for (const JournalEntry& entry : entries) text += journalLine(entry, chain);
    return text;
  }
};

TEST(JournalText, ReadsWhatWasWritten) {
  const Sample sample;
  const auto content = readJournal(sample.text());
  ASSERT_TRUE(content);
  EXPECT_EQ(content->base, sample.base);
  EXPECT_EQ(content->begun, 42);
  EXPECT_EQ(content->entries, sample.entries);
  EXPECT_EQ(content->soundBytes, sample.text().size());
}

TEST(JournalText, IsOneLineAStep) {
  const std::string text = Sample().text();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
  EXPECT_EQ(text.substr(16, 18), "\tcordon-journal-1\t");
}

TEST(JournalText, GoesOnFromWhereItWasRead) {
  const Sample sample;
  auto content = readJournal(sample.text());
  const JournalEntry next{JournalMove::Do, "Next", "payload", 7};
  const auto longer = readJournal(sample.text() + journalLine(next, content->chain));
  ASSERT_EQ(longer->entries.size(), 4U);
  EXPECT_EQ(longer->entries.back(), next);
}

TEST(JournalText, EveryTornTailIsDropped) {
  const Sample sample;
  const std::string text = sample.text();
  for (std::size_t bytes = 0; bytes < text.size(); ++bytes) {
    const auto content = readJournal(text.substr(0, bytes));
    const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bytes), '\n');
    ASSERT_EQ(content.has_value(), lines > 0);
    if (content) {
      EXPECT_EQ(content->entries.size() + 1, static_cast<std::size_t>(lines));
    }
  }
}

TEST(JournalText, EveryChangedByteEndsWhatIsSound) {
  const Sample sample;
  const std::string text = sample.text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto content = readJournal(changed);
    const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    ASSERT_EQ(content.has_value(), lines > 0) << at;
    if (content) {
      ASSERT_EQ(content->entries.size() + 1, static_cast<std::size_t>(lines)) << at;
    }
  }
}

TEST(JournalText, AMissingLineEndsWhatIsSound) {
  const Sample sample;
  std::uint64_t chain = 0;
  std::string text = journalLine(sample.base, 0, chain);
  text += journalLine(sample.entries[0], chain);
  journalLine(sample.entries[1], chain);
  text += journalLine(sample.entries[2], chain);
  EXPECT_EQ(readJournal(text)->entries.size(), 1U);
}

TEST(JournalText, GarbageIsNone) {
  std::mt19937 random(1);
  for (int i = 0; i < 1000; ++i) {
    std::string text(random() % 200, '\0');
    for (char& c : text) c = "\t\n\\abc0123456789"[random() % 17];
    EXPECT_FALSE(readJournal(text));
  }
}

}  // namespace
}  // namespace cordon::edit
