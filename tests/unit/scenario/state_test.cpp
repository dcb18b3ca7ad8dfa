#include "scenario/state.h"

#include <gmock/gmock.h>

#include "sample.h"

namespace cordon::scenario {
namespace {

using testing::UnorderedElementsAre;

Date day(const char* text) {
  return Date::parse(text).value();
}

SystemAssignment statement(Status status, const char* from, const char* to = nullptr) {
  SystemAssignment assignment;
  assignment.systemId = "a";
  assignment.status = status;
  if (from) assignment.from = day(from);
  if (to) assignment.to = day(to);
  return assignment;
}

Status statusAt(const std::vector<SystemAssignment>& statements, const char* date) {
  Feature site;
  site.systems = statements;
  const auto state = stateAt(site, day(date));
  if (state.size() != 1) throw std::logic_error("one statement expected");
  return state.front()->status;
}

TEST(State, HoldsFromTheFirstToTheLastDay) {
  const auto partial = statement(Status::Deployed, "2016-11", "2017");
  EXPECT_FALSE(isActive(partial, day("2016-10-31")));
  EXPECT_TRUE(isActive(partial, day("2016-11-01")));
  EXPECT_TRUE(isActive(partial, day("2017-12-31")));
  EXPECT_FALSE(isActive(partial, day("2018-01-01")));
  EXPECT_TRUE(isActive(statement(Status::Deployed, nullptr), day("1000-01-01")));
  EXPECT_FALSE(isActive(statement(Status::Exercise, "2023-04-19"), day("2023-04-20")));
}

TEST(State, ShowsAPlanUntilSomethingReplacesIt) {
  const std::vector<SystemAssignment> life{
      statement(Status::Withdrawn, "2023-08-31"), statement(Status::Planned, "2017-11-29"),
      statement(Status::Deployed, "2021-12-02"),  statement(Status::Exercise, "2022-06-01"),
      statement(Status::Planned, "2022-07-01"),   statement(Status::Reported, "2022-08-01")};
  EXPECT_EQ(statusAt(life, "2017-11-29"), Status::Planned);
  EXPECT_EQ(statusAt(life, "2021-12-01"), Status::Planned);
  EXPECT_EQ(statusAt(life, "2021-12-02"), Status::Deployed);
  EXPECT_EQ(statusAt(life, "2022-06-01"), Status::Deployed);
  EXPECT_EQ(statusAt(life, "2022-09-01"), Status::Deployed);
  EXPECT_EQ(statusAt(life, "2023-08-31"), Status::Withdrawn);
}

TEST(State, AnExerciseIsSeenWhereThingsAreOnlyPlanned) {
  const std::vector<SystemAssignment> life{statement(Status::Planned, "2018"),
                                           statement(Status::Exercise, "2023-04-19")};
  EXPECT_EQ(statusAt(life, "2023-04-19"), Status::Exercise);
  EXPECT_EQ(statusAt(life, "2023-04-20"), Status::Planned);
}

TEST(State, FeaturesAndNotesHaveTheirTime) {
  Feature note;
  note.kind = FeatureKind::Note;
  note.date = day("2018-12-30");
  EXPECT_FALSE(isShown(note, day("2018-12-29")));
  EXPECT_TRUE(isShown(note, day("2025-01-01")));
  note.to = day("2020");
  EXPECT_FALSE(isShown(note, day("2021-01-01")));
}

/// "site system status" of everything that holds on a day.
std::vector<std::string> okhotskAt(const char* date) {
  const auto document = loadDocument(test::assetsFolder() / "scenarios" / "okhotsk.geojson", test::catalogue());
  std::vector<std::string> lines;
  for (const Feature& feature : document->features) {
    for (const SystemAssignment* a : stateAt(feature, day(date))) {
      const char* words[] = {"deployed", "planned", "reported", "exercise", "withdrawn", "hypothetical"};
      lines.push_back(feature.id + " " + a->systemId + " " + words[static_cast<int>(a->status)]);
    }
  }
  return lines;
}

TEST(OkhotskState, IsWhatWasPublishedAtEachDate) {
  EXPECT_THAT(okhotskAt("2015-12-31"), UnorderedElementsAre());
  // What was published in November 2016 was not known earlier in that year.
  EXPECT_THAT(okhotskAt("2016-11-17"), UnorderedElementsAre());
  EXPECT_THAT(okhotskAt("2017-01-01"), UnorderedElementsAre("primorye bastion-p deployed", "primorye bal deployed",
                                                            "kunashir bal deployed", "iturup bastion-p deployed"));
  EXPECT_THAT(
      okhotskAt("2018-12-30"),
      UnorderedElementsAre("primorye bastion-p deployed", "primorye bal deployed", "kunashir bal deployed",
                           "iturup bastion-p deployed", "matua bastion-p planned", "matua bal planned",
                           "paramushir bastion-p planned", "paramushir bal planned", "kamchatka bastion-p planned",
                           "kamchatka bal planned", "simushir bastion-p hypothetical", "simushir bal hypothetical",
                           "urup bastion-p hypothetical", "urup bal hypothetical"));
  EXPECT_THAT(okhotskAt("2022-01-01"),
              UnorderedElementsAre("primorye bastion-p deployed", "primorye bal deployed", "kunashir bal deployed",
                                   "iturup bastion-p deployed", "iturup s-300v4 deployed", "iturup tor-m2 reported",
                                   "matua bastion-p deployed", "matua bal planned", "paramushir bastion-p planned",
                                   "paramushir bal planned", "kamchatka bastion-p planned", "kamchatka bal planned"));
  EXPECT_THAT(okhotskAt("2025-12-31"),
              UnorderedElementsAre("primorye bastion-p deployed", "primorye bal deployed", "kunashir bal deployed",
                                   "kunashir s-300v4 withdrawn", "iturup bastion-p deployed",
                                   "iturup s-300v4 withdrawn", "iturup tor-m2 reported", "matua bastion-p deployed",
                                   "matua bal planned", "paramushir bastion-p deployed", "paramushir bal planned",
                                   "kamchatka bastion-p planned", "kamchatka bal planned"));
}

}  // namespace
}  // namespace cordon::scenario
