#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "scenario/io.h"
#include "scene/build_model.h"

namespace cordon::scene {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path kAssets = std::filesystem::path(CORDON_SOURCE_DIR) / "assets";

RenderModel build(const char* scenario, const char* date) {
  const auto catalogue = scenario::loadCatalogue(kAssets);
  const auto document =
      scenario::loadDocument(kAssets / "scenarios" / (std::string(scenario) + ".geojson"), *catalogue);
  ModelOptions options;
  options.date = scenario::Date::parse(date);
  return buildRenderModel(*document, {}, options).value();
}

/// Ids of the rings in a state, sorted.
std::vector<std::string> ringsOf(const RenderModel& model, Status status) {
  std::vector<std::string> ids;
  for (const Ring& ring : model.rings) {
    if (ring.status == status) ids.push_back(ring.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

using Ids = std::vector<std::string>;

TEST(BuildModelOkhotsk, atTheDateOfTheSource) {
  const RenderModel model = build("okhotsk", "2018-12-30");
  EXPECT_EQ(ringsOf(model, Status::Deployed),
            (Ids{"iturup/bastion-p", "kunashir/bal", "primorye/bal", "primorye/bastion-p"}));
  EXPECT_EQ(ringsOf(model, Status::Planned), (Ids{"kamchatka/bal", "kamchatka/bastion-p", "matua/bal",
                                                  "matua/bastion-p", "paramushir/bal", "paramushir/bastion-p"}));
  EXPECT_EQ(ringsOf(model, Status::Hypothetical),
            (Ids{"simushir/bal", "simushir/bastion-p", "urup/bal", "urup/bastion-p"}));
  EXPECT_EQ(model.rings.size(), 14U);
  int supposed = 0;
  for (const SiteSymbol& site : model.sites) {
    if (site.remark == "hypothetical, not named by the source") ++supposed;
  }
  EXPECT_EQ(supposed, 2);
  for (const Ring& ring : model.rings) {
    EXPECT_DOUBLE_EQ(ring.radiusMeters, ring.systemId == "bal" ? 130e3 : 300e3) << ring.id;
  }
}

TEST(BuildModelOkhotsk, afterTheLaterReports) {
  const RenderModel model = build("okhotsk", "2025-12-31");
  EXPECT_EQ(ringsOf(model, Status::Deployed), (Ids{"iturup/bastion-p", "kunashir/bal", "matua/bastion-p",
                                                   "paramushir/bastion-p", "primorye/bal", "primorye/bastion-p"}));
  EXPECT_EQ(ringsOf(model, Status::Withdrawn), (Ids{"iturup/s-300v4", "kunashir/s-300v4"}));
  EXPECT_EQ(ringsOf(model, Status::Hypothetical), Ids{});
}

TEST(BuildModelOkhotsk, namesNoSourceThatWasPublishedLater) {
  const RenderModel model = build("okhotsk", "2018-12-30");
  EXPECT_THAT(model.sources, Contains("Kyodo, 30 Dec 2018"));
  for (const char* year : {"2019", "2020", "2022", "2025"}) {
    EXPECT_THAT(model.sources, Not(Contains(HasSubstr(year))));
  }
}

TEST(BuildModelOkhotsk, disputedIslandsBearBothNames) {
  const RenderModel model = build("okhotsk", "2018-12-30");
  std::vector<std::string> pairs;
  for (const SiteSymbol& site : model.sites) {
    if (!site.secondName.empty()) pairs.push_back(site.name + " " + site.secondName);
  }
  EXPECT_THAT(pairs, testing::UnorderedElementsAre("Kunashir / Kunashiri", "Iturup / Etorofu"));
}

TEST(BuildModelOkhotsk, theLegendNamesClaimsWithTheirSource) {
  const RenderModel model = build("okhotsk", "2018-12-30");
  std::vector<std::string> texts;
  for (const LegendEntry& entry : model.legend) texts.push_back(entry.text + " | " + entry.detail);
  EXPECT_THAT(texts, Contains(testing::AllOf(HasSubstr("Bastion — ≥ 300 km"), HasSubstr("Kyodo"), HasSubstr("2018"))));
  EXPECT_THAT(texts, Not(Contains(HasSubstr("S-300"))));
  EXPECT_THAT(model.disclaimer, HasSubstr("not what its owner sees or controls"));
}

TEST(BuildModelVladivostok, showsNotesTracksAndAreasWithoutRings) {
  const RenderModel model = build("vladivostok-2019", "2019-04-25");
  EXPECT_EQ(model.rings.size(), 0U);
  EXPECT_EQ(std::count_if(model.lines.begin(), model.lines.end(), [](const GroundLine& line) { return line.arrow; }),
            4);
  EXPECT_EQ(model.areas.size(), 1U);
  EXPECT_THAT(model.sites, Contains(testing::Field(&SiteSymbol::id, "summit")));
}

}  // namespace
}  // namespace cordon::scene
