#include <gmock/gmock.h>

#include "cli/scenario_files.h"

namespace cordon::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class Convert : public WithFolder {};

TEST_F(Convert, AScenarioBecomesKmlAndWhatIsLostIsTold) {
  const CommandResult run = runCordon({"convert", "okhotsk", file("o.kml")});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("o.kml: kml; "));
  EXPECT_THAT(run.err, HasSubstr("Not kept: "));
  EXPECT_THAT(read("o.kml"), HasSubstr("<gx:Tour>"));
}

TEST_F(Convert, AForeignFileBecomesAScenarioThatPassesCheck) {
  write("in.csv", "Name,Breite,Laenge,Radius_km\nA,44,146,300\n");
  const CommandResult run = runCordon({"convert", file("in.csv"), file("out.geojson")});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  const CommandResult checked = runCordon({"check", file("out.geojson")});
  EXPECT_EQ(checked.exitCode, 0) << checked.err;
  EXPECT_THAT(checked.out, HasSubstr("1 features, 1 systems"));
}

TEST_F(Convert, ColumnsMayBeNamed) {
  write("in.csv", "a,b,c\n44,146,10\n");
  const CommandResult guess = runCordon({"convert", file("in.csv"), file("out.geojson")});
  EXPECT_EQ(guess.exitCode, 1);
  EXPECT_THAT(guess.err, HasSubstr("--columns lat=COLUMN"));
  const CommandResult run =
      runCordon({"convert", file("in.csv"), file("out.geojson"), "--columns", "lat=a,lon=b,radius=c,radius_unit=nmi"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(read("out.geojson"), HasSubstr("18.52"));
}

TEST_F(Convert, WrongArgumentsAreToldAndNothingIsWritten) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"convert", "okhotsk", file("o.xyz")},
                                                    {"convert", "okhotsk", file("o.kml"), "--to", "nothing"},
                                                    {"convert", "okhotsk", file("o.kml"), "--date", "yesterday"},
                                                    {"convert", "okhotsk"}}) {
    EXPECT_EQ(runCordon(arguments).exitCode, 2);
  }
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(Convert, ADocumentTypeIsNotRead) {
  write("in.kml", "<!DOCTYPE a [<!ENTITY b \"c\">]><kml/>");
  const CommandResult run = runCordon({"convert", file("in.kml"), file("out.geojson")});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr("document type"));
}

}  // namespace
}  // namespace cordon::test
