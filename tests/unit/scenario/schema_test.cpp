#include <gmock/gmock.h>

#include "sample.h"

namespace cordon::scenario {
namespace {

using test::smallestText;
using test::smallestWith;

Diagnostics schema(const std::string& text) {
  return checkSchema(text, "test.geojson", test::assetsFolder());
}

std::string allOf(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics) text += toString(d) + "\n";
  return text;
}

TEST(Schema, AcceptsTheSmallestUsefulScenario) {
  EXPECT_EQ(allOf(schema(smallestText())), "");
}

TEST(Schema, NamesPlaceAndMend) {
  const auto problems = schema(smallestWith("\"deployed\"", "\"depolyed\""));
  ASSERT_EQ(problems.size(), 1U) << allOf(problems);
  EXPECT_EQ(problems[0].pointer, "/features/0/properties/systems/0/status");
  EXPECT_THAT(problems[0].mend, testing::HasSubstr("hypothetical"));
}

TEST(Schema, TellsAllViolations) {
  std::string text = smallestWith("\"km\": 130", "\"km\": 0");
  text.replace(text.find("\"kind\": \"site\""), 14, "\"kind\": \"sight\"");
  text.replace(text.find("\"version\": 1"), 12, "\"version\": 7");
  EXPECT_GE(schema(text).size(), 3U);
}

/// Changes of the sample that break the form, which schema and reader both must refuse.
TEST(SchemaAndReader, RefuseTheSameForms) {
  const std::vector<std::pair<std::string, std::string>> changes{
      {"\"km\": 130", "\"km\": 0"},
      {"\"km\": 130", "\"km\": 20038"},
      {"\"km\": 130", "\"km\": \"130\""},
      {"\"km\": 130", "\"km\": [1, 2, 3]"},
      {"\"km\": 130, ", ""},
      {"\"title\": \"One battery\"",
       "\"views\": [{ \"id\": \"v\", \"camera\": { \"lat\": 1, \"lon\": 2, \"range_km\": 0.05 } }]"},
      {"\"title\": \"One battery\"",
       "\"views\": [{ \"id\": \"v\", \"camera\": { \"lat\": 1, \"lon\": 2, \"range_km\": 100001 } }]"},
      {"at_least", "atleast"},
      {"2016-11-18", "18.11.2016"},
      {"2016-11-18", "2016-13-01"},
      {"145.96, 44.18", "145.96, 94.18"},
      {"145.96, 44.18", "545.96, 44.18"},
      {"145.96, 44.18", "145.96"},
      {"\"Point\"", "\"Circle\""},
      {"\"kind\": \"site\"", "\"kind\": \"area\""},
      {"\"kind\": \"site\", ", ""},
      {"deployed", "gone"},
      {"\"accuracy_km\": 67", "\"accuracy_km\": -1"},
      {"\"accuracy_km\": 67", "\"label_priority\": 1.5"},
      {"\"accuracy_km\": 67", "\"style\": { \"color\": \"red\" }"},
      {"\"accuracy_km\": 67", "\"style\": { \"hatch\": \"dots\" }"},
      {"{ \"ja\": \"国後島\", \"ru\": \"Кунашир\" }", "[]"},
      {"\"version\": 1", "\"version\": \"1\""},
      {"https://example.org/", "example.org"},
      {"\"title\": \"One battery\"", "\"views\": [{ \"id\": \"v\" }]"},
      {"\"title\": \"One battery\"", "\"views\": [{ \"id\": \"v\", \"camera\": { \"lat\": 1, \"lon\": 2 } }]"},
      {"\"title\": \"One battery\"", "\"title\": 5"},
      {"\"features\"", "\"fixtures\""},
      {"\"cordon\"", "\"cordoned\""},
  };
  for (const auto& [before, after] : changes) {
    const std::string text = smallestWith(before, after);
    EXPECT_FALSE(readDocument(text, "", test::catalogue())) << after;
    EXPECT_TRUE(hasErrors(schema(text))) << after;
  }
}

/// Changes of the sample that both must accept.
TEST(SchemaAndReader, AcceptTheSameForms) {
  const std::vector<std::pair<std::string, std::string>> changes{
      {"\"km\": 130, \"bound\": \"at_least\"", "\"km\": [130, 140]"},
      {"2016-11-18", "2016"},
      {"\"accuracy_km\": 67", "\"accuracy_km\": null"},
      {"\"accuracy_km\": 67", "\"style\": { \"color\": \"#aaBBcc\", \"dash\": [4, 2.5] }"},
      {"\"id\": \"kunashir\"", "\"id\": 7"},
      {"\"id\": \"kunashir\",", ""},
      {"[145.96, 44.18]", "[145.96, 44.18, 12]"},
      {"\"title\": \"One battery\"", "\"views\": [{ \"id\": \"v\", \"extent\": [170, 40, -170, 60] }]"},
      {"\"title\": \"One battery\"",
       "\"views\": [{ \"id\": \"v\", \"layers\": [\"-relief\"], \"camera\": "
       "{ \"lat\": 1, \"lon\": 2, \"range_km\": 3 } }]"},
      {"\"type\": \"Feature\",", "\"type\": \"Feature\", \"bbox\": [1, 2, 3, 4],"},
  };
  for (const auto& [before, after] : changes) {
    const std::string text = smallestWith(before, after);
    const auto document = readDocument(text, "", test::catalogue());
    EXPECT_TRUE(document) << after << allOf(document.diagnostics());
    EXPECT_EQ(allOf(schema(text)), "") << after;
  }
}

}  // namespace
}  // namespace cordon::scenario
