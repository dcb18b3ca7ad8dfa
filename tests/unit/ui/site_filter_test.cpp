#include "ui/site_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace cordon::ui {
namespace {

using scenario::Date;
using scenario::Status;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

scenario::SystemAssignment assignment(const std::string& system, Status status, const char* from, const char* to) {
  scenario::SystemAssignment made;
  made.systemId = system;
  made.status = status;
  if (from) made.from = Date::parse(from);
  if (to) made.to = Date::parse(to);
  return made;
}

scenario::Feature site(const std::string& id, const std::string& name,
                       std::vector<scenario::SystemAssignment> assignments) {
  scenario::Feature made;
  made.id = id;
  made.kind = scenario::FeatureKind::Site;
  made.geometry = geo::LatLon{};
  made.name = name;
  made.systems = std::move(assignments);
  return made;
}

/// Three sites about a note, two systems.
std::shared_ptr<const scenario::Document> document() {
  scenario::Document made;
  for (const char* id : {"bal", "s-300"}) {
    made.systems.emplace_back();
    made.systems.back().id = id;
  }
  made.features.push_back(site("kunashir", "Kunashir",
                               {assignment("bal", Status::Deployed, "2016-11-18", nullptr),
                                assignment("s-300", Status::Reported, "2022-09", "2023-08-30"),
                                assignment("s-300", Status::Withdrawn, "2023-08-31", nullptr)}));
  made.features.edit(made.features.size() - 1).names = {{"ja", "国後島"}, {"ru", "Кунашир"}};
  made.features.edit(made.features.size() - 1).altNames = {{"en", "Kunashiri"}};
  scenario::Feature note = site("note", "Kunashir's note", {});
  note.kind = scenario::FeatureKind::Note;
  made.features.push_back(std::move(note));
  made.features.push_back(site("matua", "Matua", {assignment("bal", Status::Planned, "2021", nullptr)}));
  made.features.push_back(site("evora", "Évora Norte", {}));
  made.features.edit(made.features.size() - 1).altNames = {{"en", "Kōfu"}};
  return std::make_shared<const scenario::Document>(std::move(made));
}

SiteTable table(const char* date) {
  return makeSiteTable(document(), *Date::parse(date), "en");
}

std::vector<std::string> idsOf(const SiteTable& sites, const SiteFilter& filter) {
  std::vector<std::string> ids;
  for (const std::size_t row : filteredSites(sites, filter)) {
    ids.push_back(sites.document->features[sites.rows[row].feature].id);
  }
  return ids;
}

TEST(SiteTable, HoldsSitesWithTheirStateOnTheDate) {
  const SiteTable sites = table("2023-01-01");
  ASSERT_EQ(sites.rows.size(), 3U);
  ASSERT_EQ(sites.rows[0].states.size(), 2U);
  EXPECT_EQ(sites.rows[0].states[1].system, 1U);
  EXPECT_EQ(sites.rows[0].states[1].status, Status::Reported);
  EXPECT_THAT(sites.sitesOfSystem, ElementsAre(2U, 1U));
}

TEST(SiteTable, CountsNoWithdrawal) {
  const SiteTable sites = table("2024-01-01");
  EXPECT_EQ(sites.rows[0].states[1].status, Status::Withdrawn);
  EXPECT_THAT(sites.sitesOfSystem, ElementsAre(2U, 0U));
  EXPECT_THAT(sites.withdrawnOfSystem, ElementsAre(0U, 1U));
}

TEST(SiteTable, NamesSitesInTheLanguageAskedFor) {
  const SiteTable sites = makeSiteTable(document(), *Date::parse("2024"), "ja");
  EXPECT_EQ(sites.rows[0].name, "国後島");
  EXPECT_EQ(sites.rows[1].name, "Matua");
}

TEST(FilteredSites, WithoutFiltersAreAllInOrder) {
  EXPECT_THAT(idsOf(table("2024-01-01"), {}), ElementsAre("kunashir", "matua", "evora"));
}

TEST(FilteredSites, FindNamesInEveryLanguageByEveryWord) {
  const SiteTable sites = table("2024-01-01");
  for (const char* text : {"KUNASHIRI", "куна", "国後", "  kuna shir "}) {
    EXPECT_THAT(idsOf(sites, {text, {}, {}, false}), ElementsAre("kunashir")) << text;
  }
  EXPECT_THAT(idsOf(sites, {"norte evora", {}, {}, false}), ElementsAre("evora"));
  EXPECT_THAT(idsOf(sites, {"kofu", {}, {}, false}), ElementsAre("evora"));
  EXPECT_THAT(idsOf(sites, {"kuna matua", {}, {}, false}), IsEmpty());
}

TEST(FilteredSites, BySystemAndStatusOfOneStatement) {
  const SiteTable sites = table("2024-01-01");
  EXPECT_THAT(idsOf(sites, {"", 0, {}, false}), ElementsAre("kunashir", "matua"));
  EXPECT_THAT(idsOf(sites, {"", {}, Status::Planned, false}), ElementsAre("matua"));
  EXPECT_THAT(idsOf(sites, {"", 1, Status::Reported, false}), ElementsAre("kunashir"));
  EXPECT_THAT(idsOf(sites, {"", 1, Status::Deployed, false}), IsEmpty());
}

TEST(FilteredSites, OnThisDateLookAtThatDaysStateOnly) {
  const SiteFilter reported{"", 1, Status::Reported, true};
  EXPECT_THAT(idsOf(table("2023-01-01"), reported), ElementsAre("kunashir"));
  EXPECT_THAT(idsOf(table("2024-01-01"), reported), IsEmpty());
  EXPECT_THAT(idsOf(table("2017-01-01"), {"", {}, {}, true}), ElementsAre("kunashir"));
}

TEST(SiteList, FollowsDateFilterAndDocument) {
  SiteList list;
  const auto first = document();
  list.update(first, *Date::parse("2017-01-01"), "en", {"", {}, {}, true});
  EXPECT_THAT(list.shown(), ElementsAre(0U));
  list.update(first, *Date::parse("2022-01-01"), "en", {"", {}, {}, true});
  EXPECT_THAT(list.shown(), ElementsAre(0U, 1U));
  list.update(first, *Date::parse("2022-01-01"), "en", {"matua", {}, {}, true});
  EXPECT_THAT(list.shown(), ElementsAre(1U));
  list.update(std::make_shared<const scenario::Document>(), *Date::parse("2022-01-01"), "en", {"matua", {}, {}, true});
  EXPECT_THAT(list.shown(), IsEmpty());
}

}  // namespace
}  // namespace cordon::ui
