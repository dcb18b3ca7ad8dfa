#include "interchange/column_text.h"

#include <gmock/gmock.h>

#include "unit/interchange/scenarios.h"

namespace cordon::interchange::test {
namespace {

using testing::HasSubstr;

TEST(ColumnText, NamesNumbersAndUnitsReplaceTheGuess) {
  ColumnChoice guess;
  guess.lat = "Lat";
  guess.name = "Title";
  guess.status = "State";
  const auto choice = readColumns("lon=Länge = Ost,name=,radius=#12,radius_unit=nmi", guess);
  ASSERT_TRUE(choice.ok()) << textOf(choice.diagnostics());
  EXPECT_EQ(choice->lat, "Lat") << "what is left out is as guessed";
  EXPECT_EQ(choice->lon, "Länge = Ost");
  EXPECT_EQ(choice->name, std::nullopt) << "an empty value says that there is none";
  EXPECT_EQ(choice->radius, "#12");
  EXPECT_EQ(choice->status, "State");
  EXPECT_EQ(choice->radiusUnitKm, 1.852);
}

TEST(ColumnText, WhatIsNoneIsNamed) {
  for (const char* text : {"", "lat", "lat=a,", "breite=a", "lat=a,radius_unit=ell", "lat=a,b"}) {
    const auto choice = readColumns(text, {});
    ASSERT_FALSE(choice.ok()) << text;
    EXPECT_THAT(textOf(choice.diagnostics()), HasSubstr("names no column")) << text;
  }
  EXPECT_THAT(textOf(readColumns("lat=a,radius_unit=ell", {}).diagnostics()), HasSubstr("\"radius_unit=ell\""));
}

TEST(ColumnText, NumbersCountFromOne) {
  EXPECT_EQ(numberedColumn("#1"), 0U);
  EXPECT_EQ(numberedColumn("#30"), 29U);
  for (const char* name : {"", "#", "#0", "#-1", "#1a", "1", "# 1", "#99999999999999999999"}) {
    EXPECT_EQ(numberedColumn(name), std::nullopt) << name;
  }
}

using ColumnsByNumber = InFolder;

/// Two columns of one name, and one whose name holds a comma and looks like another's number.
constexpr const char* kTable = "n,n,\"#1, really\",x\nA,44.5,146,7\nB,45,147,8\n";

TEST_F(ColumnsByNumber, ReachColumnsThatNoNameReaches) {
  const auto choice = readColumns("lat=#2,lon=#3,name=#1,radius=#4", previewTable(kTable, 0).guess);
  ASSERT_TRUE(choice.ok());
  const auto document = import("a.csv", kTable, {std::nullopt, *choice});
  ASSERT_TRUE(document.ok()) << textOf(document.diagnostics());
  ASSERT_EQ(document->features.size(), 2U);
  EXPECT_EQ(document->features[0].name, "A");
  const auto place = std::get<geo::LatLon>(document->features[0].geometry);
  EXPECT_NEAR(place.latDegrees(), 44.5, 1e-9);
  EXPECT_NEAR(place.lonDegrees(), 146.0, 1e-9);
}

TEST_F(ColumnsByNumber, RadiiInMilesAreKilometresWithoutNoise) {
  const auto document = import("a.csv", "name,lat,lon,range_nmi\nA,44,146,100\n");
  ASSERT_TRUE(document.ok()) << textOf(document.diagnostics());
  ASSERT_EQ(document->systems.size(), 1U);
  EXPECT_EQ(document->systems[0].id, "185.2-km");
  EXPECT_EQ(document->systems[0].name, "185.2 km");
  EXPECT_EQ(document->systems[0].ranges[0].maxKm, 185.2);
}

TEST_F(ColumnsByNumber, BeyondTheLastAreRefused) {
  const auto document = import("a.csv", kTable, {std::nullopt, *readColumns("lat=#2,lon=#5", {})});
  ASSERT_FALSE(document.ok());
  EXPECT_THAT(textOf(document.diagnostics()), HasSubstr("There is no column #5"));
}

TEST(TablePreview, TellsWhichCellsAreNumbers) {
  const TablePreview table = previewTable("a;b\n44,5;east\n-1; 7 \n", 20);
  ASSERT_EQ(table.numbers.size(), 2U);
  EXPECT_EQ(table.numbers[0], (std::vector<std::optional<double>>{44.5, std::nullopt}));
  EXPECT_EQ(table.numbers[1], (std::vector<std::optional<double>>{-1.0, 7.0}));
}

TEST_F(ColumnsByNumber, ATableInAnotherEncodingIsRefusedWithTheMend) {
  const auto document = import("a.csv", "name,lat,lon\nR\xFCgen,54,13\n");
  ASSERT_FALSE(document.ok());
  EXPECT_THAT(textOf(document.diagnostics()), HasSubstr("no text in UTF-8"));
}

TEST_F(ColumnsByNumber, ARowOfSeparatorsAloneStaysSmall) {
  EXPECT_LE(previewTable(std::string(1'000'000, ','), 1).columns.size(), 10'000U);
}

}  // namespace
}  // namespace cordon::interchange::test
