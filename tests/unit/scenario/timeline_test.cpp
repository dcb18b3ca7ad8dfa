#include "scenario/timeline.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "sample.h"

namespace cordon::scenario {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Date day(const char* text) {
  return Date::parse(text).value();
}

std::vector<std::string> lines(const Document& document) {
  std::vector<std::string> result;
  for (const TimelineEvent& event : timeline(document)) {
    result.push_back(event.date.toString() + " " + event.featureId + ": " + event.text);
  }
  return result;
}

Feature feature(const char* id, FeatureKind kind, const char* name) {
  Feature result;
  result.id = id;
  result.kind = kind;
  result.name = name;
  return result;
}

SystemAssignment statement(const char* system, Status status, const char* from, const char* to = nullptr) {
  SystemAssignment result;
  result.systemId = system;
  result.status = status;
  if (from) result.from = day(from);
  if (to) result.to = day(to);
  return result;
}

Document document() {
  Document result;
  System bastion;
  bastion.id = "bastion-p";
  bastion.name = "Bastion";
  result.systems = {bastion};
  Feature iturup = feature("iturup", FeatureKind::Site, "Iturup");
  iturup.systems = {statement("bastion-p", Status::Deployed, "2016-11-18"),
                    statement("s-300", Status::Reported, "2020-12", "2023"),
                    statement("bastion-p", Status::Hypothetical, nullptr)};
  Feature strike = feature("strike", FeatureKind::Note, "");
  strike.text = "A launch was reported";
  strike.date = day("2018-05-07");
  Feature voyage = feature("voyage", FeatureKind::Track, "Voyage");
  for (const char* time : {"2017-10-13T06:00Z", "2018-05-07", "2017-11-01"}) {
    voyage.times.push_back(*Moment::parse(time));
  }
  Feature zone = feature("zone", FeatureKind::Area, "Zone");
  zone.from = day("2017");
  zone.to = day("2017-02");
  result.features = {iturup, strike, voyage, zone};
  return result;
}

TEST(Timeline, HoldsEveryDatedChangeInOrder) {
  EXPECT_THAT(lines(document()),
              ElementsAre("2016-11-18 iturup: Bastion deployed: Iturup", "2017 zone: Zone begins",
                          "2017-02-28 zone: Zone ends", "2017-10-13 voyage: Voyage begins",
                          "2018-05-07 strike: A launch was reported", "2018-05-07 voyage: Voyage ends",
                          "2020-12 iturup: s-300 reported: Iturup", "2023-12-31 iturup: s-300 reported: Iturup ends"));
  EXPECT_THAT(timeline(Document()), IsEmpty());
}

TEST(Timeline, SaysTheSameOfOneDayAndFeatureOnce) {
  Document twice;
  Feature site = feature("a", FeatureKind::Site, "A");
  site.systems = {statement("x", Status::Planned, "2017-01"), statement("x", Status::Planned, "2017-01-01"),
                  statement("x", Status::Planned, "2017-01-02")};
  Feature other = site;
  other.id = "b";
  twice.features = {site, other};
  EXPECT_THAT(lines(twice), ElementsAre("2017-01 a: x planned: A", "2017-01 b: x planned: A",
                                        "2017-01-02 a: x planned: A", "2017-01-02 b: x planned: A"));
}

TEST(Timeline, OfTheBuiltInScenarioBeginsWithTheFirstDeployment) {
  const auto okhotsk = loadDocument(test::assetsFolder() / "scenarios" / "okhotsk.geojson", test::catalogue());
  const std::vector<TimelineEvent> events = timeline(*okhotsk);
  const auto onTheDay = [](const TimelineEvent& event) { return event.date == day("2016-11-18"); };
  EXPECT_GE(std::count_if(events.begin(), events.end(), onTheDay), 2);
  EXPECT_TRUE(std::is_sorted(events.begin(), events.end(),
                             [](const auto& a, const auto& b) { return a.date.firstDay() < b.date.firstDay(); }));
  // The file states its span itself.
  EXPECT_EQ(daySpan(*okhotsk), (DaySpan{day("2016-01-01").firstDay(), day("2025-12-31").lastDay()}));
}

TEST(DaySpan, IsTheDocumentsOwnElseItsEvents) {
  Document doc = document();
  const int first = day("2016-11-18").firstDay();
  const int last = day("2023-12-31").firstDay();
  EXPECT_EQ(daySpan(doc), (DaySpan{first, last}));
  doc.from = day("2015");
  EXPECT_EQ(daySpan(doc), (DaySpan{day("2015-01-01").firstDay(), last}));
  doc.to = day("2024-02");
  EXPECT_EQ(daySpan(doc), (DaySpan{day("2015-01-01").firstDay(), day("2024-02-29").firstDay()}));
  doc.from.reset();
  EXPECT_EQ(daySpan(doc), (DaySpan{first, day("2024-02-29").firstDay()}));
}

TEST(DaySpan, IsNeverTurnedRoundAndMayBeMissing) {
  EXPECT_EQ(daySpan(Document()), std::nullopt);
  Document doc;
  doc.to = day("2017-03-01");
  EXPECT_EQ(daySpan(doc), (DaySpan{doc.to->firstDay(), doc.to->firstDay()}));
  doc.from = day("2018-03-01");
  EXPECT_EQ(daySpan(doc), (DaySpan{doc.from->firstDay(), doc.from->firstDay()}));
}

}  // namespace
}  // namespace cordon::scenario
