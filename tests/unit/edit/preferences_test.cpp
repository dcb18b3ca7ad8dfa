#include "edit/preferences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <limits>
#include <random>
#include <sstream>

namespace cordon::edit {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class PreferencesTest : public testing::Test {
 protected:
  PreferencesTest() { fs::create_directories(folder); }
  ~PreferencesTest() override { fs::remove_all(folder); }

  void write(const std::string& text) { std::ofstream(file, std::ios::binary) << text; }
  std::string read() {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
  }
  /// What a file of that text gives.
  Result<Preferences> loaded(const std::string& text) {
    write(text);
    return loadPreferences(file);
  }

  fs::path folder = fs::temp_directory_path() /
                    (std::string("cordon-preferences-") +
                     testing::UnitTest::GetInstance()->current_test_info()->name() + std::to_string(::getpid()));
  fs::path file = folder / "preferences.json";
};

Preferences unusual() {
  Preferences preferences;
  preferences.lengthUnit = scene::LengthUnit::NauticalMiles;
  preferences.coordinateFormat = geo::CoordinateFormat::Mgrs;
  preferences.theme = Theme::Light;
  preferences.textScale = 1.3;
  preferences.invertZoom = true;
  preferences.inertia = false;
  preferences.language = "ja";
  preferences.secondLanguage = "ru";
  preferences.panelOpen = false;
  preferences.panelWidth = 412.5;
  preferences.closedSections = {"Systems", "\"Quoted\" and\nbroken"};
  preferences.detailsShare = 0.375;
  preferences.editingShare = 0.9;
  preferences.legendOpen = false;
  preferences.pictureFolder = "/somewhere/картинки";
  preferences.recentFiles = {"/a.geojson", "b c.geojson"};
  preferences.windowWidth = 1280;
  preferences.windowHeight = 720;
  return preferences;
}

TEST_F(PreferencesTest, ComeBackAsTheyWere) {
  ASSERT_FALSE(savePreferences(unusual(), file));
  const auto back = loadPreferences(file);
  EXPECT_EQ(*back, unusual());
  EXPECT_THAT(back.diagnostics(), IsEmpty());
  EXPECT_THAT(read(), HasSubstr("\"length_unit\": \"nmi\""));
  // Only the one file is there: no temporary file was left.
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST_F(PreferencesTest, AreDefaultsWhereThereIsNoFile) {
  const auto read = loadPreferences(folder / "none" / "preferences.json");
  EXPECT_EQ(*read, Preferences());
  EXPECT_THAT(read.diagnostics(), IsEmpty());
  EXPECT_EQ(*loaded("{}"), Preferences());
}

TEST_F(PreferencesTest, MakeTheirFolder) {
  const fs::path deep = folder / "new" / "cordon" / "preferences.json";
  ASSERT_FALSE(savePreferences(unusual(), deep));
  EXPECT_EQ(*loadPreferences(deep), unusual());
}

TEST_F(PreferencesTest, TellWhereTheyCannotBeWritten) {
  write("a file, no folder");
  const auto failure = savePreferences(unusual(), file / "preferences.json");
  ASSERT_TRUE(failure);
  EXPECT_THAT(failure->message, HasSubstr("cannot be written"));
  EXPECT_TRUE(savePreferences(unusual(), folder));  // a folder is no file
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST_F(PreferencesTest, AreWrittenThroughALink) {
  const fs::path real = folder / "real.json";
  std::ofstream(real) << "{}";
  fs::create_symlink(real, file);
  ASSERT_FALSE(savePreferences(unusual(), file));
  EXPECT_TRUE(fs::is_symlink(file));
  EXPECT_EQ(*loadPreferences(real), unusual());
}

TEST_F(PreferencesTest, AreTakenMemberByMember) {
  const auto read = loaded(R"({ "theme": "light", "text_scale": "large", "inertia": 0, "unknown": [1],
                                "length_unit": "furlong", "window_width": 1280.4, "language": "ru" })");
  EXPECT_EQ(read->theme, Theme::Light);
  EXPECT_EQ(read->textScale, 1.0);
  EXPECT_TRUE(read->inertia);
  EXPECT_EQ(read->lengthUnit, scene::LengthUnit::Kilometers);
  EXPECT_EQ(read->windowWidth, 1280);
  EXPECT_EQ(read->language, "ru");
  ASSERT_THAT(read.diagnostics(), SizeIs(3));
  std::string pointers;
  for (const Diagnostic& warning : read.diagnostics()) {
    EXPECT_EQ(warning.severity, Severity::Warning);
    EXPECT_EQ(warning.file, file.string());
    pointers += warning.pointer;
  }
  EXPECT_EQ(pointers, "/length_unit/text_scale/inertia");
}

TEST_F(PreferencesTest, KeepNumbersWithinTheirLimits) {
  const auto read = loaded(R"({ "text_scale": 99, "panel_width": -5, "window_width": 1e300, "window_height": 1 })");
  EXPECT_EQ(read->textScale, 2.5);
  EXPECT_EQ(read->panelWidth, 100.0);
  EXPECT_EQ(read->windowWidth, 16'384);
  EXPECT_EQ(read->windowHeight, 100);
  EXPECT_THAT(read.diagnostics(), SizeIs(4));
}

TEST_F(PreferencesTest, TakeAShareThatIsThere) {
  EXPECT_FALSE(loaded(R"({ "details_share": null })")->detailsShare);
  EXPECT_EQ(loaded(R"({ "details_share": 0.25 })")->detailsShare, 0.25);
  const auto read = loaded(R"({ "details_share": "half", "editing_share": 7 })");
  EXPECT_FALSE(read->detailsShare);
  EXPECT_EQ(read->editingShare, 0.9);
  EXPECT_THAT(read.diagnostics(), SizeIs(2));
}

TEST_F(PreferencesTest, SurviveNumbersThatAreNone) {
  Preferences broken;
  broken.textScale = std::numeric_limits<double>::quiet_NaN();
  broken.panelWidth = std::numeric_limits<double>::infinity();
  ASSERT_FALSE(savePreferences(broken, file));
  const auto read = loadPreferences(file);
  EXPECT_EQ(*read, Preferences());
  EXPECT_THAT(read.diagnostics(), SizeIs(2));
}

TEST_F(PreferencesTest, CutHugeLists) {
  std::string list = "[\"x\"";
  for (int i = 0; i < 100'000; ++i) list += ",\"file\"";
  const auto read = loaded("{ \"recent_files\": " + list + "], \"closed_sections\": " + list + "] }");
  EXPECT_THAT(read->recentFiles, SizeIs(12));
  EXPECT_THAT(read->closedSections, SizeIs(1000));
  EXPECT_THAT(read.diagnostics(), SizeIs(2));
}

TEST_F(PreferencesTest, LeaveOutItemsThatAreNoNames) {
  const auto read = loaded(R"({ "recent_files": ["a", 1, "", null, "b\u0000c", "d"] })");
  EXPECT_THAT(read->recentFiles, ElementsAre(fs::path("a"), fs::path("d")));
  EXPECT_THAT(read.diagnostics(), SizeIs(1));
}

TEST_F(PreferencesTest, WarnOfWhatIsNoObject) {
  const std::string deep(200'000, '[');
  for (const std::string& text : {std::string("[]"), std::string("{"), std::string(), std::string("null"), deep,
                                  std::string("{ \"theme\": \"\xff\xfe\" }"), std::string("{\"text_scale\": 1e999}")}) {
    const auto read = loaded(text);
    EXPECT_EQ(*read, Preferences());
    EXPECT_THAT(read.diagnostics(), SizeIs(1)) << text.substr(0, 40);
  }
  const auto ofFolder = loadPreferences(folder);
  EXPECT_EQ(*ofFolder, Preferences());
  EXPECT_THAT(ofFolder.diagnostics(), SizeIs(1));
}

TEST_F(PreferencesTest, ArePutAsideWhereTheyAreDamaged) {
  const auto content = [](const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
  };
  const auto first = loaded("{ \"theme\": \"light\"");
  ASSERT_THAT(first.diagnostics(), SizeIs(1));
  EXPECT_THAT(first.diagnostics().front().mend, HasSubstr((folder / "preferences.json.damaged").string()));
  EXPECT_FALSE(fs::exists(file));
  EXPECT_THAT(loadPreferences(file).diagnostics(), IsEmpty()) << "it is told once";
  ASSERT_FALSE(savePreferences(unusual(), file));
  EXPECT_EQ(content(folder / "preferences.json.damaged"), "{ \"theme\": \"light\"");

  // A second one leaves the first where it is; a link stays one.
  const fs::path real = folder / "real.json";
  fs::rename(file, real);
  fs::create_symlink(real, file);
  std::ofstream(real) << "second";
  std::ofstream(folder / "real.json.damaged") << "first";
  EXPECT_THAT(loadPreferences(file).diagnostics(), SizeIs(1));
  EXPECT_EQ(content(folder / "real.json.damaged"), "first");
  EXPECT_EQ(content(folder / "real.json.damaged-2"), "second");
  ASSERT_FALSE(savePreferences(unusual(), file));
  EXPECT_TRUE(fs::is_symlink(file));
  EXPECT_EQ(*loadPreferences(real), unusual());

  // What only does not fit stays.
  write(R"({ "theme": 1 })");
  EXPECT_THAT(loadPreferences(file).diagnostics(), SizeIs(1));
  EXPECT_TRUE(fs::exists(real));
}

TEST_F(PreferencesTest, AreForTheirOwnerOnly) {
  ASSERT_FALSE(savePreferences(unusual(), file));
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(PreferencesTest, WriteNamesThatAreNotUtf8) {
  Preferences preferences;
  preferences.pictureFolder = "/pictures\xff";
  ASSERT_FALSE(savePreferences(preferences, file));
  EXPECT_THAT(loadPreferences(file).diagnostics(), IsEmpty());
}

TEST_F(PreferencesTest, SurviveAThousandDamagedFiles) {
  ASSERT_FALSE(savePreferences(unusual(), file));
  const std::string sound = read();
  std::mt19937 random(20'181'230);
  for (int i = 0; i < 1000; ++i) {
    std::string text = sound;
    for (std::size_t n = 1 + random() % 8; n > 0 && !text.empty(); --n) {
      const std::size_t at = random() % text.size();
      switch (random() % 4) {
        case 0:
          text[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          text.erase(at, random() % 20);
          break;
        case 2:
          text.insert(at, sound.substr(random() % sound.size(), random() % 40));
          break;
        default:
          text.resize(at);
      }
    }
    const auto read = loaded(text);
    ASSERT_TRUE(read);
    EXPECT_FALSE(hasErrors(read.diagnostics()));
    EXPECT_TRUE(read->textScale >= 0.75 && read->textScale <= 2.5);
    EXPECT_TRUE(read->windowWidth >= 200 && read->windowHeight >= 100);
    EXPECT_LE(read->recentFiles.size(), 12U);
    // What was taken of it can be kept; each time would wait for the disk.
    if (i % 50 != 0) continue;
    ASSERT_FALSE(savePreferences(*read, file));
    ASSERT_EQ(*loadPreferences(file), *read) << text;
  }
}

TEST(NoteRecent, KeepsTheLatestFirstAndEachOnce) {
  Preferences preferences;
  for (int i = 0; i < 20; ++i) noteRecent(preferences, std::to_string(i));
  ASSERT_THAT(preferences.recentFiles, SizeIs(12));
  EXPECT_EQ(preferences.recentFiles.front(), "19");
  EXPECT_EQ(preferences.recentFiles.back(), "8");
  noteRecent(preferences, "10");
  EXPECT_THAT(preferences.recentFiles, SizeIs(12));
  EXPECT_EQ(preferences.recentFiles.front(), "10");
  EXPECT_EQ(std::count(preferences.recentFiles.begin(), preferences.recentFiles.end(), "10"), 1);
}

/// Sets a variable of the environment (null: unsets it) until the end of the scope.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) {
    if (value != nullptr) {
      ::setenv(name_, value, 1);
    } else {
      ::unsetenv(name_);
    }
  }

  const char* name_;
  std::optional<std::string> before_;
};

TEST(PreferencesFile, StandsInTheConfigurationFolder) {
  const Variable home("HOME", "/people/ann");
  {
    const Variable config("XDG_CONFIG_HOME", "/settings");
    EXPECT_EQ(preferencesFile(), fs::path("/settings/cordon/preferences.json"));
  }
  for (const char* none : {static_cast<const char*>(nullptr), "", "relative/folder"}) {
    const Variable config("XDG_CONFIG_HOME", none);
    EXPECT_EQ(preferencesFile(), fs::path("/people/ann/.config/cordon/preferences.json"));
  }
  const Variable config("XDG_CONFIG_HOME", nullptr);
  const Variable homeless("HOME", nullptr);
  EXPECT_EQ(preferencesFile(), std::nullopt);
}

}  // namespace
}  // namespace cordon::edit
