#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "picture_comparison.h"

namespace cordon::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kExpected = fs::path(CORDON_SOURCE_DIR) / "tests/golden/expected";
const fs::path kEvidence = fs::path(CORDON_BINARY_DIR) / "golden-differences";

struct Golden {
  std::string name;
  std::vector<std::string> arguments;
};

void PrintTo(const Golden& golden, std::ostream* out) {
  *out << golden.name;
}

// Every date is given: none may come from the clock.
const std::vector<Golden> kGoldens{
    {"okhotsk", {"okhotsk", "--date", "2018-12-30"}},
    {"latest", {"okhotsk", "--date", "2025-10-01"}},
    {"south-kurils", {"okhotsk", "--view", "south-kurils", "--date", "2025-10-01"}},
    {"oblique", {"okhotsk", "--view", "kurils-oblique", "--date", "2025-10-01"}},
    {"globe", {"okhotsk", "--view", "globe", "--date", "2018-12-30"}},
    {"no-background", {"okhotsk", "--camera", "50,151,14000", "--date", "2018-12-30", "--no-background"}},
    {"vladivostok", {"vladivostok-2019", "--date", "2019-04-25"}},
    {"japanese", {"okhotsk", "--view", "south-kurils", "--date", "2018-12-30", "--language", "ja"}},
    {"dark", {"okhotsk", "--date", "2025-10-01", "--palette", "dark"}},
    {"print", {"okhotsk", "--date", "2025-10-01", "--palette", "print"}},
    {"color-blind", {"okhotsk", "--date", "2025-10-01", "--palette", "color-blind"}},
    {"overlaps", {"okhotsk", "--date", "2025-10-01", "--fill", "overlaps"}},
    {"span", {"okhotsk", "--date", "2018-12-30", "--range-claim", "span"}},
    {"matua", {"okhotsk", "--camera", "48.08,153.23,60", "--date", "2025-10-01"}}};

// The driver is asserted, since another one's pixels differ in ways that no tolerance should cover.
void render(std::vector<std::string> arguments, const fs::path& picture) {
  fs::path stats = picture;
  stats.replace_extension(".json");
  arguments.insert(arguments.begin(), "render");
  for (const std::string& word : {std::string("--resolution"), std::string("960,540"), std::string("--output"),
                                  picture.string(), std::string("--stats"), stats.string()}) {
    arguments.push_back(word);
  }
  const CommandResult run =
      runCordon(arguments, {{"LC_ALL", "C.UTF-8"}, {"LANGUAGE", ""}, {"TZ", "UTC"}, {"LIBGL_ALWAYS_SOFTWARE", "1"}});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  ASSERT_THAT(json::parse(std::ifstream(stats)).at("gl_renderer").get<std::string>(), testing::HasSubstr("llvmpipe"));
}

// The whole window, on a display so large that the pointer, in its middle, is outside.
void drawWindow(const fs::path& folder, const fs::path& picture) {
  const fs::path script = folder / "script.txt";
  std::ofstream(script) << "date 2018-12-30\nselect matua\nsettle\nscreenshot " << picture.string() << "\n";
  const fs::path stats = folder / "stats.json";
  const CommandResult run = runCommand(
      "/usr/bin/xvfb-run",
      {"-a", "-s", "-screen 0 4000x2000x24", (fs::path(CORDON_BINARY_DIR) / "bin/cordon").string(), "view", "okhotsk",
       "--script", script.string(), "--stats", stats.string(), "--window", "1280,720", "--no-config"},
      // Whatever an earlier run has left unsaved is offered again: not here.
      {{"LC_ALL", "C.UTF-8"},
       {"LANGUAGE", ""},
       {"TZ", "UTC"},
       {"LIBGL_ALWAYS_SOFTWARE", "1"},
       {"XDG_STATE_HOME", (folder / "state").string()}});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  ASSERT_THAT(json::parse(std::ifstream(stats)).at("gl_renderer").get<std::string>(), testing::HasSubstr("llvmpipe"));
}

void expectGolden(const std::string& name, const fs::path& actual) {
  const fs::path expected = kExpected / (name + ".png");
  const char* update = std::getenv("CORDON_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    fs::create_directories(kExpected);
    fs::copy_file(actual, expected, fs::copy_options::overwrite_existing);
  }
  const PictureDifference difference = compare(readPng(expected), readPng(actual));
  if (difference.isAllowed()) return;
  const fs::path report = keepEvidence(kEvidence, name, expected, actual, difference);
  ADD_FAILURE() << difference.differentPixels << " of " << difference.pixels << " pixels differ by more than "
                << PictureDifference::kTolerance << "/255, the greatest by " << difference.greatest << ". See\n  "
                << report.string() << "\n  " << (kEvidence / (name + "-difference.png")).string()
                << "\nIf the new picture is right, look at it and run scripts/update-golden.";
}

class GoldenPicture : public testing::TestWithParam<Golden> {};

TEST_P(GoldenPicture, IsTheOneThatWasLookedAt) {
  const TemporaryFolder folder;
  const fs::path actual = folder.path() / "actual.png";
  ASSERT_NO_FATAL_FAILURE(render(GetParam().arguments, actual));
  expectGolden(GetParam().name, actual);
}

TEST(GoldenWindow, IsTheOneThatWasLookedAt) {
  const TemporaryFolder folder;
  const fs::path actual = folder.path() / "actual.png";
  ASSERT_NO_FATAL_FAILURE(drawWindow(folder.path(), actual));
  expectGolden("window", actual);
}

INSTANTIATE_TEST_SUITE_P(All, GoldenPicture, testing::ValuesIn(kGoldens), [](const auto& test) {
  std::string name = test.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

// The comparison must see what matters: a picture that lacks one ring is another picture.
TEST(GoldenMutation, ARingThatIsMissingFailsTheComparison) {
  const TemporaryFolder folder;
  const fs::path source = fs::path(CORDON_SOURCE_DIR) / "assets/scenarios/okhotsk.geojson";
  json scenario = json::parse(std::ifstream(source));
  json& features = scenario.at("features");
  const auto site =
      std::find_if(features.begin(), features.end(), [](const json& feature) { return feature.at("id") == "matua"; });
  ASSERT_NE(site, features.end());
  features.erase(site);
  const fs::path mutated = folder.path() / "okhotsk.geojson";
  std::ofstream(mutated) << scenario.dump(2);

  const std::vector<std::string> withoutLegend{"--date", "2025-10-01", "--layers", "relief,coast,rings"};
  std::vector<std::string> whole{source.string()};
  std::vector<std::string> lacking{mutated.string()};
  whole.insert(whole.end(), withoutLegend.begin(), withoutLegend.end());
  lacking.insert(lacking.end(), withoutLegend.begin(), withoutLegend.end());
  ASSERT_NO_FATAL_FAILURE(render(whole, folder.path() / "whole.png"));
  ASSERT_NO_FATAL_FAILURE(render(whole, folder.path() / "again.png"));
  ASSERT_NO_FATAL_FAILURE(render(lacking, folder.path() / "lacking.png"));
  const typography::Image picture = readPng(folder.path() / "whole.png");
  EXPECT_TRUE(compare(picture, readPng(folder.path() / "again.png")).isAllowed());
  const PictureDifference difference = compare(picture, readPng(folder.path() / "lacking.png"));
  EXPECT_FALSE(difference.isAllowed()) << difference.differentPixels << " pixels differ";
}

TEST(GoldenComparison, ToleratesNoiseButNoMore) {
  typography::Image a;
  a.width = 200;
  a.height = 100;
  a.rgba.assign(200 * 100 * 4, 100);
  typography::Image b = a;
  for (std::uint8_t& value : b.rgba) value = 103;
  EXPECT_TRUE(compare(a, b).isAllowed());
  for (std::size_t i = 0; i < 3; ++i) b.rgba[i * 400] = 104;
  EXPECT_TRUE(compare(a, b).isAllowed());  // 3 of 20 000 is 0.015 %
  b.rgba[4 * 1234 + 2] = 96;
  EXPECT_FALSE(compare(a, b).isAllowed());
  b.width = 100;
  b.height = 200;
  EXPECT_FALSE(compare(a, b).isAllowed());
}

}  // namespace
}  // namespace cordon::test
