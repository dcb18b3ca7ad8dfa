#include "ui/folder_list.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace cordon::ui {
namespace {

namespace fs = std::filesystem;

class FolderListTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "cordon-folder-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  void addFile(const std::string& name) { std::ofstream(folder_ / name) << "{}"; }

  std::vector<std::string> names(const FolderFilter& filter) const {
    const FolderList list = listFolder(folder_);
    std::vector<std::string> shown;
    for (const std::size_t i : filteredFolder(list, filter)) shown.push_back(list.entries[i].name);
    return shown;
  }

  fs::path folder_;
};

using Names = std::vector<std::string>;

TEST_F(FolderListTest, ShowsFoldersThenScenariosByName) {
  fs::create_directory(folder_ / "zebra");
  fs::create_directory(folder_ / "Alpha");
  for (const char* name : {"b.geojson", "A.GeoJSON", "c.JSON", "notes.txt", ".hidden.json"}) addFile(name);
  EXPECT_EQ(names({}), (Names{"Alpha", "zebra", "A.GeoJSON", "b.geojson", "c.JSON"}));
  EXPECT_EQ(names({"", true, false, false}),
            (Names{"Alpha", "zebra", ".hidden.json", "A.GeoJSON", "b.geojson", "c.JSON"}));
  EXPECT_EQ(names({"", false, true, false}),
            (Names{"Alpha", "zebra", "A.GeoJSON", "b.geojson", "c.JSON", "notes.txt"}));
  EXPECT_EQ(names({"", true, true, true}), (Names{"Alpha", "zebra"}));
}

TEST_F(FolderListTest, ShowsFilesOfOtherEndingsWhereTheyAreAskedFor) {
  for (const char* name : {"a.geojson", "b.KML", "c.csv", "kml"}) addFile(name);
  EXPECT_EQ(names({"", false, false, false, {".kml", ".csv"}}), (Names{"b.KML", "c.csv"}));
  EXPECT_EQ(names({"", false, true, false, {".kml"}}), (Names{"a.geojson", "b.KML", "c.csv", "kml"}));
}

TEST_F(FolderListTest, ExchangesAKnownEndingForAnother) {
  const Names known{".kml", ".geojson"};
  EXPECT_EQ(withEnding("kuril.KML", ".csv", known), "kuril.csv");
  EXPECT_EQ(withEnding("v1.2", ".csv", known), "v1.2.csv");
  EXPECT_EQ(withEnding("a.b.geojson", ".kml", known), "a.b.kml");
}

TEST_F(FolderListTest, NarrowsByATextWithoutCaseAndAccents) {
  for (const char* name : {"old-kuril.json", "Kurilen-Été.json", "sakhalin.json"}) addFile(name);
  EXPECT_EQ(names({"kuril", false, false, false}), (Names{"Kurilen-Été.json", "old-kuril.json"}));
  EXPECT_EQ(names({"ETE", false, false, false}), (Names{"Kurilen-Été.json"}));
  EXPECT_EQ(names({"nothing", false, false, false}), Names());
}

TEST_F(FolderListTest, LeavesOutPipesAndLinksToNowhere) {
  addFile("real.json");
  ASSERT_EQ(mkfifo((folder_ / "pipe.json").c_str(), 0600), 0);
  fs::create_symlink("nowhere", folder_ / "broken.json");
  fs::create_symlink("real.json", folder_ / "link.json");
  EXPECT_EQ(names({}), (Names{"link.json", "real.json"}));
}

TEST_F(FolderListTest, TellsWhyAFolderCannotBeRead) {
  const FolderList gone = listFolder(folder_ / "gone");
  ASSERT_TRUE(gone.problem);
  EXPECT_NE(gone.problem->message.find("No such file"), std::string::npos) << gone.problem->message;
  addFile("file.json");
  EXPECT_TRUE(listFolder(folder_ / "file.json").problem);
  EXPECT_FALSE(listFolder(folder_).problem);
}

TEST(SavedFile, HasAScenariosEnding) {
  EXPECT_EQ(savedFile("/data", "kuril"), "/data/kuril.geojson");
  EXPECT_EQ(savedFile("/data", "kuril.json"), "/data/kuril.json");
  EXPECT_EQ(savedFile("/data", "KURIL.GEOJSON"), "/data/KURIL.GEOJSON");
  EXPECT_EQ(savedFile("/data", "v1.2"), "/data/v1.2.geojson");
  EXPECT_EQ(savedFile("/data", "/else/kuril"), "/else/kuril.geojson");
}

TEST(ParentFolder, StopsAtTheTop) {
  EXPECT_EQ(parentFolder("/data/maps"), "/data");
  EXPECT_EQ(parentFolder("/data/maps/"), "/data");
  EXPECT_EQ(parentFolder("/data"), "/");
  EXPECT_EQ(parentFolder("/"), "/");
}

TEST_F(FolderListTest, FollowsTypedPaths) {
  fs::create_directory(folder_ / "sub");
  addFile("sub/a.json");
  addFile("b.json");
  EXPECT_EQ(typedPath(folder_, "sub", true).path, folder_ / "sub");
  EXPECT_TRUE(typedPath(folder_, "sub", true).isFolder);
  EXPECT_EQ(typedPath(folder_, "sub/", true).path, folder_ / "sub");
  EXPECT_EQ(typedPath(folder_ / "sub", "..", true).path, folder_);
  EXPECT_EQ(typedPath(folder_ / "sub", "../b.json", true).path, folder_ / "b.json");
  EXPECT_FALSE(typedPath(folder_, "sub/a.json", true).isFolder);
  const std::string absolute = (folder_ / "sub/a.json").string();
  EXPECT_EQ(typedPath("/", absolute, true).path, absolute);
  ASSERT_EQ(setenv("HOME", folder_.c_str(), 1), 0);
  EXPECT_EQ(typedPath("/", "~", true).path, folder_);
  EXPECT_EQ(typedPath("/", "~/sub", true).path, folder_ / "sub");
  EXPECT_TRUE(typedPath(folder_, "b", true).path.empty());  // a part of a name
  EXPECT_TRUE(typedPath(folder_, "", true).path.empty());
}

TEST_F(FolderListTest, SaysWhatATypedPathDoesNotLeadTo) {
  addFile("b.json");
  EXPECT_EQ(typedPath(folder_, "none/c.json", true).problem, "There is no " + (folder_ / "none/c.json").string() + ".");
  EXPECT_EQ(typedPath(folder_, "none/", false).problem, "There is no folder " + (folder_ / "none").string() + ".");
  EXPECT_EQ(typedPath(folder_, "b.json/", false).problem, (folder_ / "b.json").string() + " is a file, not a folder.");
  EXPECT_EQ(typedPath(folder_, "./new.json", false).problem, "");  // to be written
  EXPECT_EQ(typedPath(folder_, "./b.json", true).problem, "");
}

}  // namespace
}  // namespace cordon::ui
