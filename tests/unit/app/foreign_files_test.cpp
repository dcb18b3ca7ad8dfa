#include "app/view/foreign_files.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "mapdata/gazetteer.h"
#include "scenario/io.h"

namespace cordon::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kText = R"({"type":"FeatureCollection","cordon":{"version":1,
  "systems":[{"id":"bal","name":"Bal","ranges":[{"km":130}]}]},"features":[
  {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[146,44]},
   "properties":{"kind":"site","name":"A","systems":[{"system":"bal","status":"deployed"}]}}]})";

class ForeignFilesTest : public testing::Test {
 protected:
  ForeignFilesTest() {
    std::string name = (fs::temp_directory_path() / "cordon-foreign-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder: " + name);
    folder_ = name;
    workspace_.open(document(), {}, "islands", {});
  }
  ~ForeignFilesTest() override {
    std::error_code ignored;
    fs::permissions(folder_, fs::perms::owner_all, ignored);
    fs::remove_all(folder_, ignored);
  }

  static scenario::Document document() { return scenario::readDocument(kText, "islands", {}).value(); }

  fs::path write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }
  static std::string read(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
  }

  ForeignOutcome finish() {
    while (true) {
      if (auto outcome = files_.follow()) return std::move(*outcome);
      std::this_thread::yield();
    }
  }
  ForeignOutcome import(const fs::path& file, const std::string& columns = "") {
    const auto problem = files_.beginImport(file, columns);
    EXPECT_FALSE(problem) << problem->message;
    return finish();
  }
  ForeignOutcome exportTo(const fs::path& file, bool overwrites = false) {
    const auto problem = files_.beginExport(file, overwrites, std::nullopt);
    EXPECT_FALSE(problem) << problem->message;
    return finish();
  }
  static std::string textOf(const ForeignOutcome& outcome) {
    std::string text;
    for (const Diagnostic& one : outcome.told) text += toString(one) + "\n";
    return text;
  }
  double kmOfSite(const std::string& id) const {
    const scenario::Feature* site = workspace_.document().findFeature(id);
    return workspace_.document().findSystem(site->systems.at(0).systemId)->defaultRange()->maxKm;
  }

  fs::path folder_;
  mapdata::Gazetteer gazetteer_;
  scenario::Catalogue catalogue_;
  edit::Workspace workspace_{gazetteer_};
  ForeignFiles files_{workspace_, catalogue_, {}};
};

TEST_F(ForeignFilesTest, AnImportIsOneStepThatAddsAndSelects) {
  const std::string before = scenario::writeDocument(workspace_.document());
  const ForeignOutcome outcome = import(write("sites.csv", "name,lat,lon,radius_km\nB,45,147,300\nC,46,148,300\n"));
  EXPECT_THAT(textOf(outcome), HasSubstr("Imported 2 features from sites.csv"));
  EXPECT_FALSE(outcome.hasLost);
  ASSERT_EQ(workspace_.document().features.size(), 3U);
  EXPECT_EQ(workspace_.document().features[0].id, "a") << "what was there stays";
  EXPECT_EQ(kmOfSite("b"), 300.0);
  EXPECT_EQ(workspace_.selection().size(), 2U);
  EXPECT_EQ(workspace_.history().position(), 1U);
  ASSERT_TRUE(outcome.camera);
  EXPECT_NEAR(outcome.camera->target.latDegrees(), 45.5, 0.1);
  EXPECT_GT(outcome.camera->rangeMeters, 600.0e3) << "the rings are seen whole";
  workspace_.undo();
  EXPECT_EQ(scenario::writeDocument(workspace_.document()), before);
}

TEST_F(ForeignFilesTest, ColumnsAreThoseThatWereChosen) {
  const fs::path file = write("a.csv", "p,q,r\n44,146,10\n");
  const ForeignOutcome guessed = import(file);
  EXPECT_THAT(textOf(guessed), HasSubstr("latitude"));
  EXPECT_THAT(textOf(guessed), HasSubstr("File, Import"));
  EXPECT_EQ(workspace_.history().position(), 0U) << "nothing was added";
  import(file, "lat=#1,lon=#2,radius=#3,radius_unit=nmi");
  ASSERT_EQ(workspace_.document().features.size(), 2U);
  EXPECT_NEAR(kmOfSite(workspace_.document().features[1].id), 18.52, 1e-9);
}

TEST_F(ForeignFilesTest, ARadiusIsNeverThatOfAnotherSystemOfTheSameName) {
  const fs::path file = write("a.csv", "name,lat,lon,radius_km,system\nB,45,147,260,bal\n");
  EXPECT_THAT(textOf(import(file)), HasSubstr("The system bal reaches 260 km in the file and 130 km in the scenario"));
  EXPECT_EQ(kmOfSite("a"), 130.0);
  EXPECT_EQ(kmOfSite("b"), 260.0);
  import(file);
  EXPECT_EQ(workspace_.document().systems.size(), 2U) << "the second import uses the system of the first";
  EXPECT_EQ(kmOfSite("b-2"), 260.0);
}

TEST_F(ForeignFilesTest, WhatIsNotKeptIsToldAndCounted) {
  const fs::path file = write("a.csv", "name,lat,lon,from\nB,45,147,soon\nC,95,147,2015\n");
  const ForeignOutcome outcome = import(file);
  EXPECT_TRUE(outcome.hasLost);
  EXPECT_THAT(textOf(outcome), HasSubstr("Not kept: rows without a position (1, first: C)"));
  EXPECT_THAT(textOf(outcome), HasSubstr("Not kept: dates that are none (1, first: soon)"));
  EXPECT_THAT(outcome.told.back().message,
              HasSubstr("Imported 1 feature from a.csv (2 kinds of things were not kept: see Messages)"));
}

TEST_F(ForeignFilesTest, WhatAScenarioSaysAsAWholeIsToldToBeLeftOut) {
  scenario::Document other = document();
  other.handling = "For the desk only";
  other.features.edit(0).id = "other";
  const ForeignOutcome outcome = import(write("other.geojson", scenario::writeDocument(other)));
  EXPECT_THAT(textOf(outcome), HasSubstr("Not kept: the file's handling line \"For the desk only\""));
  EXPECT_NE(workspace_.document().findFeature("other"), nullptr);
}

TEST_F(ForeignFilesTest, WhatWasEditedMeanwhileStays) {
  ASSERT_FALSE(files_.beginImport(write("a.csv", "name,lat,lon\nB,45,147\n"), ""));
  scenario::Document changed = workspace_.document();
  changed.features.edit(0).name = "Renamed";
  workspace_.apply("Rename", std::move(changed));
  const ForeignOutcome outcome = finish();
  ASSERT_EQ(workspace_.document().features.size(), 2U) << textOf(outcome);
  EXPECT_EQ(workspace_.document().features[0].name, "Renamed");
  EXPECT_EQ(workspace_.document().features[1].name, "B");
  workspace_.undo();
  EXPECT_EQ(workspace_.document().features[0].name, "Renamed") << "the import is a step of its own";
}

TEST_F(ForeignFilesTest, AnotherScenarioGetsNothingThatWasMeantForTheLast) {
  ASSERT_FALSE(files_.beginImport(write("a.csv", "name,lat,lon\nB,45,147\n"), ""));
  workspace_.open(document(), {}, "another", {});
  files_.noteOpened();
  EXPECT_THAT(textOf(finish()), HasSubstr("another scenario was opened"));
  EXPECT_EQ(workspace_.document().features.size(), 1U);
  EXPECT_FALSE(import(folder_ / "a.csv").hasLost);
  EXPECT_EQ(workspace_.document().features.size(), 2U) << "the next import is none of that";
}

TEST_F(ForeignFilesTest, OneAtATime) {
  const fs::path file = write("a.csv", "name,lat,lon\nB,45,147\n");
  ASSERT_FALSE(files_.beginImport(file, ""));
  const auto second = files_.beginExport(folder_ / "a.kml", false, std::nullopt);
  ASSERT_TRUE(second);
  EXPECT_THAT(second->message, HasSubstr("still being imported or exported"));
  finish();
  EXPECT_FALSE(files_.isBusy());
  EXPECT_FALSE(fs::exists(folder_ / "a.kml"));
}

TEST_F(ForeignFilesTest, ATableIsLookedAtWithoutAChange) {
  ASSERT_FALSE(files_.beginPreview(write("a.csv", "name;Breite;x\nB;45,5;147\n")));
  const ForeignOutcome outcome = finish();
  ASSERT_TRUE(outcome.table);
  EXPECT_EQ(outcome.table->guess.lat, "Breite");
  EXPECT_EQ(outcome.table->guess.lon, "x");
  EXPECT_EQ(outcome.table->numbers[0][1], 45.5);
  EXPECT_TRUE(outcome.told.empty());
  EXPECT_EQ(workspace_.history().position(), 0U);
}

TEST_F(ForeignFilesTest, AnExportIsReadBackAndOverwritesOnlyWhenItIsTold) {
  const fs::path file = folder_ / "out.csv";
  EXPECT_THAT(textOf(exportTo(file)), HasSubstr("Exported to " + file.string()));
  const std::string first = read(file);
  EXPECT_THAT(first, HasSubstr("130"));
  scenario::Document changed = workspace_.document();
  changed.features.edit(0).name = "Renamed";
  workspace_.apply("Rename", std::move(changed));
  EXPECT_THAT(textOf(exportTo(file)), HasSubstr("exists already"));
  EXPECT_EQ(read(file), first);
  exportTo(file, true);
  EXPECT_THAT(read(file), HasSubstr("Renamed"));
  import(file);
  ASSERT_EQ(workspace_.document().features.size(), 2U);
  EXPECT_EQ(workspace_.document().features[1].name, "Renamed");
}

TEST_F(ForeignFilesTest, AnExportMayHoldOnlyOneDay) {
  scenario::Document changed = workspace_.document();
  changed.features.edit(0).systems[0].from = scenario::Date::parse("2016");
  workspace_.apply("Date", std::move(changed));
  ASSERT_FALSE(files_.beginExport(folder_ / "day.geojson", false, scenario::Date::parse("2015-01-01")));
  finish();
  ASSERT_FALSE(files_.beginExport(folder_ / "all.geojson", false, std::nullopt));
  finish();
  EXPECT_THAT(read(folder_ / "all.geojson"), HasSubstr("Polygon"));
  EXPECT_THAT(read(folder_ / "day.geojson"), testing::Not(HasSubstr("Polygon")));
}

TEST_F(ForeignFilesTest, WhatCannotBeReadOrWrittenIsOneSentence) {
  EXPECT_THAT(files_.beginImport(folder_ / "a.docx", "")->message, HasSubstr("a.docx is none that is read"));
  EXPECT_THAT(files_.beginImport(folder_ / "a.kml", "lat=a")->message, HasSubstr("Only tables"));
  EXPECT_THAT(files_.beginExport(folder_ / "a.gpx", false, {})->message, HasSubstr("a.gpx is none that is written"));
  EXPECT_EQ(import(folder_ / "missing.kml").told.size(), 1U);
  ASSERT_EQ(mkfifo((folder_ / "pipe.csv").c_str(), 0600), 0);
  EXPECT_THAT(textOf(import(folder_ / "pipe.csv")), HasSubstr("it is no file"));
  const ForeignOutcome nowhere = exportTo(folder_ / "no folder" / "a.kml");
  ASSERT_EQ(nowhere.told.size(), 1U);
  EXPECT_EQ(nowhere.told[0].severity, Severity::Error);
  fs::create_symlink("/dev/full", folder_ / "full.kml");
  const ForeignOutcome full = exportTo(folder_ / "full.kml", true);
  ASSERT_EQ(full.told.size(), 1U);
  EXPECT_THAT(textOf(full), HasSubstr("No space left on device"));
}

TEST_F(ForeignFilesTest, TheScenariosOwnFileIsNotExportedOver) {
  const fs::path own = write("own.geojson", kText);
  workspace_.setFile(own, "own.geojson");
  const auto problem = files_.beginExport(own, true, std::nullopt);
  ASSERT_TRUE(problem);
  EXPECT_THAT(problem->message, HasSubstr("the scenario's own file"));
  EXPECT_EQ(read(own), kText);
}

}  // namespace
}  // namespace cordon::app
