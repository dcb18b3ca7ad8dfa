#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <optional>
#include <random>
#include <sstream>
#include <thread>

#include "base/fingerprint.h"
#include "edit/journal.h"
#include "edit/scenario_file.h"
#include "scenario/io.h"

namespace cordon::edit {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;  // one for all processes of the machine

std::string scenarioText(int edit) {
  return "{ \"type\": \"FeatureCollection\",\n  \"cordon\": { \"version\": 1,\n    \"title\": \"" +
         std::to_string(edit) + "\" },\n  \"features\": [] }\n";
}

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// The edit that a text is the state after; it must be a whole scenario.
int editOf(const std::string& text) {
  const auto document = scenario::readDocument(text, "test", {});
  if (!document) throw std::runtime_error("unreadable: " + text);
  return std::stoi(document->title);
}

/// Something that the editing process says that it did.
struct Report {
  enum class What : std::int32_t { Edited, Flushed, Saved, SaveFailed, Warned };
  What what = What::Edited;
  std::int32_t edit = 0;
  Clock::rep when = 0;
};

/// How the editing process goes about it.
struct Habits {
  int savesEach = 20;
  int flushesEach = 7;
  std::chrono::milliseconds pause{4};
  std::size_t mostFileBytes = 0;  ///< no file may become longer; 0: any length
};

/// The editing process: goes on where the last one was killed.
[[noreturn]] void editUntilKilled(const fs::path& file, const fs::path& folder, const Habits& habits, int pipe) {
  if (habits.mostFileBytes > 0) {
    const rlimit limit{habits.mostFileBytes, habits.mostFileBytes};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileVersion read{file, content(file)};
  auto abandoned = findAbandoned(folder);
  int edit = editOf(read.text);
  std::optional<Journal> journal;
  const int noted = abandoned.empty() || abandoned.front().content.entries.empty()
                        ? 0
                        : std::stoi(abandoned.front().content.entries.back().payload);
  if (noted > edit) {
    edit = noted;
    journal.emplace(std::move(abandoned.front()));
  } else {
    // Nothing was left, or it was killed between a save and the removal of what that made needless.
    for (AbandonedJournal& needless : abandoned) needless.discard();
    journal.emplace(folder, JournalBase{file, "test", read.text, fingerprint(read.text)});
  }
  scenario::Document document = scenario::readDocument(read.text, "test", {}).value();
  const auto tell = [&](Report::What what) {
    const Report report{what, edit, Clock::now().time_since_epoch().count()};
    if (::write(pipe, &report, sizeof report) != sizeof report) ::_exit(1);
  };
  while (true) {
    ++edit;
    document.title = std::to_string(edit);
    journal->add(JournalMove::Do, "Rename", document.title);
    tell(Report::What::Edited);
    if (journal->takeWarning()) tell(Report::What::Warned);
    if (edit % habits.flushesEach == 0 && journal->flush()) tell(Report::What::Flushed);
    if (edit % habits.savesEach == 0) {
      journal->flush();
      SaveResult saved = saveScenario(document, file, read);
      if (saved.outcome == SaveResult::Outcome::Saved) {
        tell(Report::What::Saved);
        read.text = saved.text;
        journal->restart({file, "test", saved.text, fingerprint(saved.text)});
      } else {
        tell(Report::What::SaveFailed);
      }
    }
    std::this_thread::sleep_for(habits.pause);
  }
}

class Killed : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "cordon-kill-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
    std::ofstream(file_ = root_ / "a.geojson") << scenarioText(0);
    folder_ = root_ / "state";
  }
  void TearDown() override { fs::remove_all(root_); }

  /// Lets a process edit for a while and kills it; what it reported up to then.
  std::vector<Report> editAndKill(const Habits& habits, std::chrono::milliseconds life) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      editUntilKilled(file_, folder_, habits, ends[1]);
    }
    close(ends[1]);
    std::thread killer([&] {
      std::this_thread::sleep_for(life);
      killedAt_ = Clock::now();
      kill(child, SIGKILL);
    });
    std::vector<Report> reports;
    Report report;
    while (read(ends[0], &report, sizeof report) == sizeof report) reports.push_back(report);
    killer.join();
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "it ended by itself: " << status;
    return reports;
  }

  static int last(const std::vector<Report>& reports, Report::What what) {
    int edit = 0;
    for (const Report& report : reports) edit = report.what == what ? report.edit : edit;
    return edit;
  }
  static int count(const std::vector<Report>& reports, Report::What what) {
    return static_cast<int>(
        std::count_if(reports.begin(), reports.end(), [&](const Report& report) { return report.what == what; }));
  }

  /// The edit up to which nothing is lost, as the next start would find it.
  int recovered() const {
    const int saved = editOf(content(file_));
    const auto journals = findAbandoned(folder_);
    EXPECT_LE(journals.size(), 1U);
    if (journals.empty()) return saved;
    EXPECT_FALSE(journals.front().isDamaged && journals.front().content.soundBytes == 0);
    int edit = editOf(journals.front().content.base.text);
    for (const JournalEntry& entry : journals.front().content.entries) EXPECT_EQ(entry.payload, std::to_string(++edit));
    return std::max(saved, edit);
  }

  fs::path root_;
  fs::path file_;
  fs::path folder_;
  Clock::time_point killedAt_;
};

class KilledAtRandom : public Killed, public testing::WithParamInterface<unsigned> {};

TEST_P(KilledAtRandom, LosesNoEditOlderThanASecond) {
  std::mt19937 random(GetParam());
  constexpr int kRounds = 52;
  int saved = 0;
  int flushed = 0;
  int edits = 0;
  int before = 0;
  for (int round = 0; round < kRounds; ++round) {
    // Now and then so long that the promised second passes.
    const std::chrono::milliseconds life{round % 17 == 16 ? 1500 : 40 + random() % 160};
    const auto reports = editAndKill({}, life);
    const int found = recovered();
    int old = before;
    for (const Report& report : reports) {
      const Clock::time_point when{Clock::duration(report.when)};
      if (report.what == Report::What::Edited && killedAt_ - when > std::chrono::seconds(1)) old = report.edit;
    }
    ASSERT_GE(found, old) << "round " << round;
    ASSERT_GE(found, last(reports, Report::What::Flushed)) << "round " << round;
    ASSERT_GE(found, last(reports, Report::What::Saved)) << "round " << round;
    ASSERT_LE(found, std::max(before, last(reports, Report::What::Edited)) + 1) << "round " << round;
    const fs::path previous = previousVersionOf(file_);
    if (fs::exists(previous)) {
      ASSERT_LE(editOf(content(previous)), editOf(content(file_)));
    }
    ASSERT_EQ(content(file_), scenarioText(editOf(content(file_)))) << "more than the title's line changed";
    ASSERT_EQ(count(reports, Report::What::SaveFailed) + count(reports, Report::What::Warned), 0);
    saved += count(reports, Report::What::Saved);
    flushed += count(reports, Report::What::Flushed);
    edits += count(reports, Report::What::Edited);
    before = found;
  }
  EXPECT_GT(edits, kRounds);
  EXPECT_GT(flushed, 0);
  EXPECT_GT(saved, 0);
}

INSTANTIATE_TEST_SUITE_P(Seeds, KilledAtRandom, testing::Values(1, 2, 3, 4));

TEST_F(Killed, WithAFullDiskItGoesOnAndKeepsWhatFitted) {
  Habits habits;
  habits.savesEach = 1'000'000;
  habits.flushesEach = 3;
  habits.pause = std::chrono::milliseconds(1);
  habits.mostFileBytes = 600;  // a base of 200 bytes and some lines of 40
  int warned = 0;
  for (int round = 0; round < 8; ++round) {
    const auto reports = editAndKill(habits, std::chrono::milliseconds(400));
    ASSERT_LE(count(reports, Report::What::Warned), 1);
    ASSERT_GE(recovered(), last(reports, Report::What::Flushed));
    ASSERT_EQ(content(file_), scenarioText(0));
    warned += count(reports, Report::What::Warned);
  }
  EXPECT_GT(warned, 0);
  EXPECT_GT(recovered(), 3);
}

TEST_F(Killed, WhereNothingCanBeWrittenTheFileStays) {
  Habits habits;
  habits.mostFileBytes = 40;
  const auto reports = editAndKill(habits, std::chrono::milliseconds(1500));
  EXPECT_EQ(count(reports, Report::What::Warned), 1);
  EXPECT_GT(count(reports, Report::What::SaveFailed), 0);
  EXPECT_EQ(count(reports, Report::What::Saved) + count(reports, Report::What::Flushed), 0);
  EXPECT_GT(last(reports, Report::What::Edited), 20);
  EXPECT_EQ(content(file_), scenarioText(0));
  EXPECT_EQ(recovered(), 0);
}

}  // namespace
}  // namespace cordon::edit
