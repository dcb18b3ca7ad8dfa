#include "ui/table_columns.h"

#include <gtest/gtest.h>

namespace cordon::ui {
namespace {

TableImport table() {
  TableImport made;
  made.file = "/data/my sites.csv";
  made.columns = {"Ort", "Breite", "Länge", "R"};
  made.rows = {{"A", "44", "146", "300"}, {"B", "91", "146", "300"}, {"C", "45", "east", ""}, {"D", "-90", "360", "9"}};
  made.numbers = {{std::nullopt, 44.0, 146.0, 300.0},
                  {std::nullopt, 91.0, 146.0, 300.0},
                  {std::nullopt, 45.0, std::nullopt, std::nullopt},
                  {std::nullopt, -90.0, 360.0, 9.0}};
  made.chosen = {1, 2, 0, 3, {}, {}, {}, {}};
  made.guessed = made.chosen;
  return made;
}

TEST(TableColumns, CountsTheRowsThatHaveAPosition) {
  TableImport own = table();
  EXPECT_EQ(readablePositions(own), 2U);
  own.chosen[1] = 3;
  EXPECT_EQ(readablePositions(own), 2U) << "300 and 9 degrees east";
  own.chosen[0].reset();
  EXPECT_FALSE(canImport(own));
  EXPECT_EQ(readablePositions(own), 0U);
}

TEST(TableColumns, TheLineNamesEveryFieldByNumber) {
  TableImport own = table();
  own.unit = 2;
  EXPECT_EQ(importLine(own),
            "import \"/data/my sites.csv\" columns lat=#2,lon=#3,name=#1,radius=#4,system=,status=,from=,to=,"
            "radius_unit=nmi");
}

TEST(TableColumns, ADoubtStandsUntilItsFieldIsChosen) {
  TableImport own = table();
  own.doubts = {{"latitude?", 0}, {"unit?", 3}, {"encoding!", std::nullopt}};
  EXPECT_EQ(standingDoubts(own).size(), 3U);
  own.chosen[0] = 3;
  EXPECT_EQ(standingDoubts(own), (std::vector<std::string>{"unit?", "encoding!"}));
  own.unit = 1;
  EXPECT_EQ(standingDoubts(own), std::vector<std::string>{"encoding!"});
}

TEST(TableColumns, AColumnKnowsWhatItIsChosenFor) {
  const TableImport own = table();
  EXPECT_EQ(fieldOfColumn(own, 0), 2U);
  EXPECT_EQ(fieldOfColumn(own, 3), 3U);
  TableImport without = own;
  without.chosen[3].reset();
  EXPECT_EQ(fieldOfColumn(without, 3), std::nullopt);
}

}  // namespace
}  // namespace cordon::ui
