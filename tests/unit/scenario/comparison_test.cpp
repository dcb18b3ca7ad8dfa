#include "scenario/comparison.h"

#include <gmock/gmock.h>

#include <cmath>

#include "sample.h"

namespace cordon::scenario {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Document read(const std::string& text) {
  auto document = readDocument(text, "", test::catalogue());
  for (const Diagnostic& problem : document.diagnostics()) ADD_FAILURE() << toString(problem);
  return std::move(document).value();
}

Comparison compareWith(const std::string& from, const std::string& to) {
  return compare(read(test::smallestText()), read(test::smallestWith(from, to)));
}

/// "~ label: before -> after" of each member of the only difference.
std::vector<std::string> membersOf(const Comparison& comparison) {
  std::vector<std::string> members;
  for (const Difference& difference : comparison.differences) {
    for (const MemberDifference& member : difference.members) {
      members.push_back(member.label + ": " + inWords(member.before) + " -> " + inWords(member.after));
    }
  }
  return members;
}

TEST(Comparison, NothingDiffersWhereOnlyTheWritingDoes) {
  EXPECT_TRUE(compareWith("\"km\": 130", "\"km\": 130.0").isEmpty());
  EXPECT_TRUE(compareWith("\"source\": \"kyodo\"", "\"sources\": [\"kyodo\"]").isEmpty());
  EXPECT_TRUE(compareWith("\"accuracy_km\": 67", "\"accuracy_km\": 67, \"label_priority\": 0").isEmpty());
  EXPECT_TRUE(compareWith("\"kind\": \"site\", \"name\": \"Kunashir\"", "\"name\": \"Kunashir\", \"kind\": \"site\"")
                  .isEmpty());
}

TEST(Comparison, TellsHowFarASiteMoved) {
  const Comparison comparison = compareWith("[145.96, 44.18]", "[145.96, 44.28]");
  ASSERT_THAT(comparison.differences, SizeIs(1));
  const Difference& moved = comparison.differences[0];
  EXPECT_EQ(moved.kind, DifferenceKind::Changed);
  EXPECT_EQ(moved.part, PartKind::Feature);
  EXPECT_EQ(moved.feature, FeatureKind::Site);
  EXPECT_EQ(moved.id, "kunashir");
  EXPECT_EQ(moved.name, "Kunashir");
  EXPECT_TRUE(moved.isMoved());
  // A meridian's arc is the integral of its radius of curvature, here at the middle latitude.
  constexpr double kEccentricitySquared = 0.00669437999014;
  const double sine = std::sin(geo::degreesToRadians(44.23));
  const double radius =
      geo::kSemiMajorMeters * (1.0 - kEccentricitySquared) / std::pow(1.0 - kEccentricitySquared * sine * sine, 1.5);
  EXPECT_NEAR(moved.movedMeters.value(), radius * geo::degreesToRadians(0.1), 0.01);
  EXPECT_EQ(*moved.geometryBefore, Geometry(geo::LatLon::fromDegrees(44.18, 145.96)));
  EXPECT_EQ(*moved.geometryAfter, Geometry(geo::LatLon::fromDegrees(44.28, 145.96)));
  EXPECT_THAT(moved.members, IsEmpty());
}

TEST(Comparison, TellsMembersBeforeAndAfter) {
  EXPECT_THAT(membersOf(compareWith("\"accuracy_km\": 67", "\"accuracy_km\": 5")),
              ElementsAre("accuracy (km): 67 -> 5"));
  EXPECT_THAT(membersOf(compareWith("\"ru\": \"Кунашир\"", "\"ru\": \"Остров\"")),
              ElementsAre("names ru: Кунашир -> Остров"));
  EXPECT_THAT(membersOf(compareWith("\"title\": \"One battery\"", "\"title\": \"Two\", \"author\": \"me\"")),
              ElementsAre("title: One battery -> Two", "author: none -> me"));
  EXPECT_THAT(membersOf(compareWith("\"title\": \"A title\"", "\"title\": \"Another\"")),
              ElementsAre("title: A title -> Another"));
  const Comparison comparison = compareWith("\"accuracy_km\": 67", "\"accuracy_km\": 5");
  EXPECT_EQ(comparison.differences[0].members[0].pointer, "/properties/accuracy_km");
}

TEST(Comparison, MatchesStatementsAndRangesByWhatTheySay) {
  EXPECT_THAT(membersOf(compareWith("\"last_confirmed\": \"2016-11-22\"", "\"last_confirmed\": \"2018-01\"")),
              ElementsAre("statement bal, deployed, from 2016-11-18: last confirmed: 2016-11-22 -> 2018-01"));
  const Comparison added =
      compareWith("\"systems\": [ { \"system\": \"bal\"",
                  "\"systems\": [ { \"system\": \"bal\", \"status\": \"planned\" }, { \"system\": \"bal\"");
  EXPECT_THAT(membersOf(added), ElementsAre("statement: none -> system bal, status planned"));
  EXPECT_EQ(added.differences[0].members[0].pointer, "/properties/systems/0");
  EXPECT_THAT(membersOf(compareWith("\"km\": 130, \"bound\": \"at_least\"", "\"km\": 120, \"bound\": \"at_least\"")),
              ElementsAre("range 120 km: km: 130 -> 120"));
  EXPECT_THAT(membersOf(compareWith("\"km\": 260", "\"km\": 290")),
              ElementsAre("range 290 km, with the Kh-35U: km: 260 -> 290"));
}

TEST(Comparison, NoticesMembersThatNoReaderKnows) {
  for (const char* anchor :
       {"\"accuracy_km\": 67", "\"status\": \"deployed\"", "\"km\": 130", "\"name\": \"Bal\"", "\"title\": \"A title\"",
        "\"version\": 1", "\"type\": \"FeatureCollection\"", "\"id\": \"kunashir\""}) {
    const Comparison comparison = compareWith(anchor, std::string("\"mine\": \"x\", ") + anchor);
    ASSERT_THAT(comparison.differences, SizeIs(1)) << anchor;
    ASSERT_THAT(comparison.differences[0].members, SizeIs(1)) << anchor;
    EXPECT_EQ(comparison.differences[0].members[0].after, "x");
  }
}

TEST(Comparison, ListsWhatWasAddedAndRemoved) {
  const Document before = read(test::smallestText());
  Document after = before;
  after.features.edit(0).id = "other";
  after.sources.clear();
  after.views.emplace_back().id = "north";
  const Comparison comparison = compare(before, after);
  ASSERT_THAT(comparison.differences, SizeIs(4));
  EXPECT_EQ(comparison.differences[0].kind, DifferenceKind::Added);
  EXPECT_EQ(comparison.differences[0].id, "other");
  EXPECT_TRUE(comparison.differences[0].geometryAfter);
  EXPECT_FALSE(comparison.differences[0].geometryBefore);
  EXPECT_EQ(comparison.differences[1].kind, DifferenceKind::Removed);
  EXPECT_EQ(comparison.differences[1].id, "kunashir");
  EXPECT_TRUE(comparison.differences[1].geometryBefore);
  EXPECT_FALSE(comparison.differences[1].isMoved());
  EXPECT_EQ(comparison.differences[2].part, PartKind::Source);
  EXPECT_EQ(comparison.differences[3].part, PartKind::View);
}

TEST(Comparison, AShapeMovedAsFarAsItsFarthestVertex) {
  Document before;
  Feature& line = before.features.emplace_back();
  line.kind = FeatureKind::Line;
  line.geometry = std::vector<Path>{{geo::LatLon::fromDegrees(0, 0), geo::LatLon::fromDegrees(0, 1)}};
  Document after = before;
  auto& path = std::get<std::vector<Path>>(after.features.edit(0).geometry)[0];
  path[1] = geo::LatLon::fromDegrees(0, 2);
  // A degree of the equator: the semi-major axis times pi / 180.
  EXPECT_NEAR(compare(before, after).differences.at(0).movedMeters.value(), 111'319.49, 0.01);
  path.push_back(geo::LatLon::fromDegrees(0, 3));
  const Comparison reshaped = compare(before, after);
  EXPECT_FALSE(reshaped.differences.at(0).movedMeters);
  EXPECT_TRUE(reshaped.differences.at(0).isMoved());
}

TEST(Comparison, TwoDatesDifferInTheStatementsInForce) {
  Document document;
  const auto date = [](const char* text) { return Date::parse(text).value(); };
  Feature& site = document.features.emplace_back();
  site.id = "site";
  const auto state = [&](const char* system, Status status, const char* from) {
    SystemAssignment& statement = site.systems.emplace_back();
    statement.systemId = system;
    statement.status = status;
    statement.from = date(from);
  };
  state("bal", Status::Deployed, "2016");
  state("bastion", Status::Deployed, "2019");
  state("bal", Status::Withdrawn, "2022");
  Feature& note = document.features.emplace_back();
  note.id = "note";
  note.kind = FeatureKind::Note;
  note.from = date("2020");

  EXPECT_TRUE(compareDates(document, date("2017"), date("2018")).isEmpty());
  const Comparison first = compareDates(document, date("2015"), date("2017"));
  ASSERT_THAT(first.differences, SizeIs(1));
  EXPECT_EQ(first.differences[0].kind, DifferenceKind::Added);
  EXPECT_THAT(membersOf(first), ElementsAre("bal: none -> deployed, from 2016"));

  const Comparison later = compareDates(document, date("2018"), date("2023"));
  ASSERT_THAT(later.differences, SizeIs(2));
  EXPECT_EQ(later.differences[0].kind, DifferenceKind::Changed);
  EXPECT_FALSE(later.differences[0].isMoved());
  EXPECT_EQ(later.differences[1].kind, DifferenceKind::Added);
  EXPECT_EQ(later.differences[1].id, "note");
  EXPECT_THAT(membersOf(later),
              ElementsAre("bal: deployed, from 2016 -> withdrawn, from 2022", "bastion: none -> deployed, from 2019"));

  const Comparison back = compareDates(document, date("2023"), date("2015"));
  ASSERT_THAT(back.differences, SizeIs(2));
  EXPECT_EQ(back.differences[0].kind, DifferenceKind::Removed);
  EXPECT_TRUE(back.differences[0].geometryBefore);
  EXPECT_EQ(back.differences[1].kind, DifferenceKind::Removed);
}

}  // namespace
}  // namespace cordon::scenario
