#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "sample.h"
#include "scenario/json_text.h"

namespace cordon::scenario {
namespace {

using test::assetsFolder;
using test::catalogue;

std::string textOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string allOf(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) text += toString(d) + "\n";
  return text;
}

class BuiltIn : public testing::TestWithParam<std::string> {
 protected:
  std::filesystem::path path() const { return resolveScenario(GetParam(), assetsFolder()).value(); }
};

TEST_P(BuiltIn, IsValidWithoutAWarning) {
  const auto document = loadDocument(path(), catalogue());
  ASSERT_TRUE(document) << allOf(document.diagnostics());
  EXPECT_EQ(allOf(document.diagnostics()), "");
  EXPECT_EQ(allOf(checkSchema(textOf(path()), "", assetsFolder())), "");
  ASSERT_TRUE(document->defaultView);
  EXPECT_FALSE(document->disclaimer.empty());
}

TEST_P(BuiltIn, SurvivesARoundTrip) {
  const Document document = loadDocument(path(), catalogue()).value();
  const std::string text = writeDocument(document);
  EXPECT_EQ(readDocument(text, "", catalogue()).value(), document);
  EXPECT_EQ(parseJson(text, "").value(), parseJson(textOf(path()), "").value());
}

TEST_P(BuiltIn, EveryStatementNamesItsSource) {
  const Document document = loadDocument(path(), catalogue()).value();
  for (const Feature& feature : document.features) {
    for (const SystemAssignment& assignment : feature.systems) EXPECT_FALSE(assignment.sources.empty()) << feature.id;
    if (feature.kind != FeatureKind::Site && feature.id != "pacific-fleet") {
      EXPECT_FALSE(feature.sources.empty()) << feature.id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, BuiltIn, testing::Values("okhotsk", "vladivostok-2019"));

TEST(BuiltInScenarios, AreListed) {
  EXPECT_THAT(builtInScenarios(assetsFolder()), testing::ElementsAre("okhotsk", "vladivostok-2019"));
}

TEST(BuiltInCatalogue, DrawsWhatTheReportSays) {
  const RangeClaim* bastion = catalogue().findSystem("bastion-p")->defaultRange();
  EXPECT_EQ(bastion->maxKm, 300.0);
  EXPECT_EQ(bastion->bound, Bound::AtLeast);
  EXPECT_THAT(bastion->sources, testing::Contains("kyodo-2018-12-30"));
  const RangeClaim* bal = catalogue().findSystem("bal")->defaultRange();
  EXPECT_EQ(bal->maxKm, 130.0);
  EXPECT_EQ(bal->bound, Bound::AtLeast);
}

TEST(BuiltInCatalogue, NoClaimIsWithoutASourceOrTheWordUnverified) {
  ASSERT_GE(catalogue().systems.size(), 21U);
  for (const System& system : catalogue().systems) {
    bool hasSourced = false;
    for (const RangeClaim& range : system.ranges) hasSourced |= !range.sources.empty();
    for (const RangeClaim& range : system.ranges) {
      EXPECT_FALSE(range.meaning.empty()) << system.id;
      EXPECT_EQ(range.sources.empty(), range.meaning.find("unverified") != std::string::npos) << system.id;
    }
    if (hasSourced) {
      EXPECT_FALSE(system.defaultRange()->sources.empty()) << system.id;
    }
  }
}

}  // namespace
}  // namespace cordon::scenario
