#include "edit/review.h"

#include <gmock/gmock.h>

#include "scenario/io.h"
#include "unit/edit/edit_fixture.h"

namespace cordon::edit::test {
namespace {

using Topic = Finding::Topic;

std::vector<std::pair<Topic, std::string>> topicsOf(const scenario::Document& document,
                                                    const char* today = "2020-01-01", int mostDays = 730) {
  std::vector<std::pair<Topic, std::string>> topics;
  for (const Finding& finding : review(document, *scenario::Date::parse(today), mostDays)) {
    topics.emplace_back(finding.topic, finding.featureId.empty() ? finding.partId : finding.featureId);
  }
  return topics;
}

TEST(Review, AsksForSourcesDatesAndPrecision) {
  const auto topics = topicsOf(document());
  using testing::Contains;
  EXPECT_THAT(topics, Contains(std::pair{Topic::MissingSource, std::string("kunashir")}));
  EXPECT_THAT(topics, Contains(std::pair{Topic::MissingSource, std::string("bastion")})) << "its claim";
  EXPECT_THAT(topics, testing::Not(Contains(std::pair{Topic::MissingSource, std::string("third")})))
      << "nobody uses it";
  EXPECT_THAT(topics, Contains(std::pair{Topic::OldStatus, std::string("kunashir")})) << "2016 is over two years ago";
  EXPECT_THAT(topics, testing::Not(Contains(std::pair{Topic::OldStatus, std::string("iturup")})));
  EXPECT_THAT(topics, Contains(std::pair{Topic::Precision, std::string("kunashir")})) << "no accuracy";
  EXPECT_THAT(topics, Contains(std::pair{Topic::SourceDetails, std::string("kyodo")}));
}

TEST(Review, WeighsDecimalsAgainstAccuracy) {
  scenario::Document one = document();
  while (one.features.size() > 1) one.features.erase(1);
  one.features.edit(0).accuracyKm = 50.0;
  EXPECT_THAT(topicsOf(one), testing::Not(testing::Contains(std::pair{Topic::Precision, std::string("kunashir")})));
  one.features.edit(0).geometry = geo::LatLon::fromDegrees(44.181234, 145.96);
  EXPECT_THAT(topicsOf(one), testing::Contains(std::pair{Topic::Precision, std::string("kunashir")}));
}

TEST(Review, AsksWhatBecameOfAPlanUntilItIsTold) {
  scenario::Document one = document();
  scenario::SystemAssignment& plan = one.features.edit(0).systems[0];
  plan.status = scenario::Status::Planned;
  plan.due = scenario::Date::parse("2018");
  EXPECT_THAT(topicsOf(one), testing::Contains(std::pair{Topic::PlanOverdue, std::string("kunashir")}));
  scenario::SystemAssignment told = plan;
  told.status = scenario::Status::Deployed;
  told.from = scenario::Date::parse("2018-05");
  told.due.reset();
  one.features.edit(0).systems.push_back(told);
  EXPECT_THAT(topicsOf(one), testing::Not(testing::Contains(std::pair{Topic::PlanOverdue, std::string("kunashir")})));
}

TEST(Review, TellsTwinsApartFromNeighbours) {
  scenario::Document one = document();
  one.features.edit(1).geometry = one.features[0].geometry;
  EXPECT_THAT(topicsOf(one), testing::Contains(std::pair{Topic::Duplicate, std::string("iturup")}));
}

}  // namespace
}  // namespace cordon::edit::test
