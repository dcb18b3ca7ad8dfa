#include "scenario/json_patch_text.h"

#include <gtest/gtest.h>

#include <functional>
#include <sstream>

#include "sample.h"

namespace cordon::scenario {
namespace {

Json treeOf(const std::string& text) {
  const auto tree = parseJson(text, "test");
  if (!tree) throw std::runtime_error(toString(tree.diagnostics().front()) + "\n" + text);
  return *tree;
}

/// The text after an edit of its tree; it must read as the edited tree.
std::string edited(const std::string& text, const std::function<void(Json&)>& edit) {
  Json tree = treeOf(text);
  edit(tree);
  std::string patched = patchedText(text, tree);
  EXPECT_EQ(treeOf(patched), tree) << patched;
  return patched;
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  const auto at = text.find(before);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + before);
  return text.replace(at, before.size(), after);
}

const char* const kHandMade =
    "{ \"type\": \"FeatureCollection\",\n"
    "  \"cordon\": {   \"version\": 1, \"title\" : \"Caf\\u00e9 \\/ bar\",  \n"
    "     \"x-own\": { \"weight\": 1.50, \"count\": 1e2, \"none\": null } },\n"
    "\n"
    "  \"features\": [\n"
    "    { \"type\": \"Feature\", \"id\": \"a\",\t\n"
    "      \"geometry\": { \"type\": \"Point\", \"coordinates\": [ 145.960, 44.18 ] },\n"
    "      \"properties\": { \"kind\": \"site\", \"n\": 1.0 } },\n"
    "    { \"type\": \"Feature\", \"id\": \"b\",\n"
    "      \"geometry\": { \"type\": \"Point\", \"coordinates\": [ 146, 45 ] },\n"
    "      \"properties\": { \"kind\": \"site\" } }\n"
    "  ] }\n\n";

TEST(PatchedText, IsTheSameWhereNothingChanged) {
  for (const std::string& text :
       {std::string(kHandMade), std::string("\xEF\xBB\xBF \r\n[1,2 , 3.0e0]\t"), std::string("\"a\\u00e9\""),
        std::string("-0.0"), std::string("{}"), std::string("[ ]"), test::smallestText()}) {
    EXPECT_EQ(edited(text, [](Json&) {}), text);
  }
}

TEST(PatchedText, ChangesOneNumberAlone) {
  const std::string patched =
      edited(kHandMade, [](Json& tree) { tree["features"][0]["geometry"]["coordinates"][1] = 44.25; });
  EXPECT_EQ(patched, replaced(kHandMade, "44.18", "44.25"));
}

TEST(PatchedText, KeepsSpellingsBesideAChangedString) {
  const std::string patched = edited(kHandMade, [](Json& tree) { tree["cordon"]["title"] = "Bar"; });
  EXPECT_EQ(patched, replaced(kHandMade, "\"Caf\\u00e9 \\/ bar\"", "\"Bar\""));
}

TEST(PatchedText, WritesOtherCharactersAsTheOriginalDoes) {
  const auto rename = [](Json& tree) { tree["cordon"]["title"] = "é"; };
  EXPECT_EQ(edited(kHandMade, rename), replaced(kHandMade, "\"Caf\\u00e9 \\/ bar\"", "\"\\u00e9\""));
  const std::string utf8 = replaced(kHandMade, "Caf\\u00e9", "Café");
  EXPECT_EQ(edited(utf8, rename), replaced(utf8, "\"Café \\/ bar\"", "\"é\""));
}

TEST(PatchedText, AddsAMemberAtTheEndOfItsLine) {
  const std::string patched =
      edited(kHandMade, [](Json& tree) { tree["features"][1]["properties"]["name"] = "North"; });
  EXPECT_EQ(patched, replaced(kHandMade, "{ \"kind\": \"site\" }", "{ \"kind\": \"site\", \"name\": \"North\" }"));
}

TEST(PatchedText, RemovesAMemberFromItsLine) {
  const std::string patched = edited(kHandMade, [](Json& tree) { tree["cordon"]["x-own"].erase("count"); });
  EXPECT_EQ(patched, replaced(kHandMade, "\"count\": 1e2, ", ""));
}

TEST(PatchedText, AddsAFeatureWithoutTouchingTheOthers) {
  const Json feature = {{"type", "Feature"}, {"id", "c"}, {"properties", {{"kind", "site"}}}};
  const std::string line = "{ \"type\" : \"Feature\", \"id\" : \"c\", \"properties\" : { \"kind\" : \"site\" } }";
  const std::string plain = replaced(kHandMade, "\"title\" :", "\"title\":");
  const std::string ownLine =
      "    " + replaced(replaced(replaced(replaced(line, " :", ":"), " :", ":"), " :", ":"), " :", ":");
  EXPECT_EQ(edited(plain, [&](Json& tree) { tree["features"].insert(tree["features"].begin(), feature); }),
            replaced(plain, "\"features\": [\n", "\"features\": [\n" + ownLine + ",\n"));
  EXPECT_EQ(edited(plain, [&](Json& tree) { tree["features"].insert(tree["features"].begin() + 1, feature); }),
            replaced(plain, "    { \"type\": \"Feature\", \"id\": \"b\"",
                     ownLine + ",\n    { \"type\": \"Feature\", \"id\": \"b\""));
  EXPECT_EQ(edited(plain, [&](Json& tree) { tree["features"].push_back(feature); }),
            replaced(plain, "{ \"kind\": \"site\" } }\n  ] }", "{ \"kind\": \"site\" } },\n" + ownLine + "\n  ] }"));
}

TEST(PatchedText, RemovesAFeatureWithItsLines) {
  const std::string a =
      std::string(kHandMade).substr(std::string(kHandMade).find("    { \"type\": \"Feature\", \"id\": \"a\""));
  const std::string linesOfA = a.substr(0, a.find("    { \"type\": \"Feature\", \"id\": \"b\""));
  EXPECT_EQ(edited(kHandMade, [](Json& tree) { tree["features"].erase(0); }), replaced(kHandMade, linesOfA, ""));
  const std::string b = a.substr(linesOfA.size());
  const std::string linesOfB = b.substr(0, b.find("\n  ] }"));
  EXPECT_EQ(edited(kHandMade, [](Json& tree) { tree["features"].erase(1); }),
            replaced(kHandMade, ",\n" + linesOfB, ""));
}

TEST(PatchedText, KnowsAMovedFeatureById) {
  const std::string patched =
      edited(kHandMade, [](Json& tree) { std::swap(tree["features"][0], tree["features"][1]); });
  EXPECT_NE(patched.find("[ 145.960, 44.18 ]"), std::string::npos);
  EXPECT_NE(patched.find("\"id\": \"a\",\t\n"), std::string::npos);
}

TEST(PatchedText, EmptiesAndFills) {
  const std::string emptied = edited(kHandMade, [](Json& tree) { tree["features"].clear(); });
  EXPECT_NE(emptied.find("\n  \"features\": [] }\n\n"), std::string::npos) << emptied;
  const std::string filled = edited("{\n\t\"a\": [ ],\n\t\"b\": {}\n}\n", [](Json& tree) {
    tree["a"].push_back({{"x", 1}});
    tree["b"]["c"] = "d";
  });
  EXPECT_EQ(filled, "{\n\t\"a\": [\n\t\t{\n\t\t\t\"x\": 1\n\t\t}\n\t],\n\t\"b\": {\n\t\t\"c\": \"d\"\n\t}\n}\n");
}

TEST(PatchedText, StaysOneLine) {
  EXPECT_EQ(edited("{\"a\":1,\"b\":[1,2,3],\"c\":{}}",
                   [](Json& tree) {
                     tree["b"].erase(1);
                     tree["c"]["d"] = {1, {{"e", 2}}};
                     tree["f"] = "g";
                   }),
            "{\"a\":1,\"b\":[1,3],\"c\":{\"d\":[1,{\"e\":2}]},\"f\":\"g\"}");
}

TEST(PatchedText, KeepsTabsAndCarriageReturns) {
  const std::string text = "{\r\n\t\"a\": 1,\r\n\t\"b\": {\r\n\t\t\"c\": 2\r\n\t}\r\n}\r\n";
  EXPECT_EQ(edited(text,
                   [](Json& tree) {
                     tree["b"]["d"] = {{"e", 1}};
                   }),
            replaced(text, "\"c\": 2", "\"c\": 2,\r\n\t\t\"d\": {\r\n\t\t\t\"e\": 1\r\n\t\t}"));
  EXPECT_EQ(edited(text, [](Json& tree) { tree.erase("a"); }), replaced(text, "\t\"a\": 1,\r\n", ""));
  EXPECT_EQ(edited(text, [](Json& tree) { tree.erase("b"); }), "{\r\n\t\"a\": 1\r\n}\r\n");
}

TEST(PatchedText, KeepsLeadingCommas) {
  const std::string text = "[ 1\n, 2\n, 3\n]";
  EXPECT_EQ(edited(text, [](Json& tree) { tree.push_back(4); }), "[ 1\n, 2\n, 3\n, 4\n]");
  EXPECT_EQ(edited(text, [](Json& tree) { tree.erase(1); }), "[ 1\n, 3\n]");
  EXPECT_EQ(edited(text, [](Json& tree) { tree.erase(0); }), "[ 2\n, 3\n]");
  EXPECT_EQ(edited(text, [](Json& tree) { tree.insert(tree.begin() + 1, 9); }), "[ 1\n, 9\n, 2\n, 3\n]");
}

TEST(PatchedText, ChangesOneVertexOfALine) {
  const std::string text = "[\n  [1.0, 2.0], [3.0, 4.0],\n  [5.0, 6.0],\n  [7.0, 8.0]\n]";
  EXPECT_EQ(edited(text, [](Json& tree) { tree[2][0] = 5.5; }), replaced(text, "5.0", "5.5"));
  EXPECT_EQ(edited(text, [](Json& tree) { tree.erase(2); }), replaced(text, "  [5.0, 6.0],\n", ""));
  EXPECT_EQ(edited(text,
                   [](Json& tree) {
                     tree.insert(tree.begin() + 3, Json{0, 1});
                   }),
            replaced(text, "  [7.0", "  [0, 1],\n  [7.0"));
}

TEST(PatchedText, AddsAStatementBesideOneWithoutId) {
  const std::string text =
      "{ \"systems\": [ { \"system\": \"bal\", \"from\": \"2016\",\n"
      "                 \"sources\": [\"x\"] } ] }";
  EXPECT_EQ(edited(text,
                   [](Json& tree) {
                     tree["systems"].insert(tree["systems"].begin(), Json{{"system", "bastion"}, {"from", "2014"}});
                   }),
            replaced(text, "[ { \"system\": \"bal\"",
                     "[ { \"system\": \"bastion\", \"from\": \"2014\" },\n" + std::string(17, ' ') +
                         "{ \"system\": \"bal\""));
}

TEST(PatchedText, PutsOneFeatureOnOneLineWhereAllAre) {
  const std::string text = "{\"features\": [\n{\"id\": \"a\", \"t\": \"" + std::string(200, 'x') + "\"}\n]}\n";
  const std::string patched = edited(text, [](Json& tree) {
    tree["features"].push_back({{"id", "b"}, {"t", std::string(200, 'y')}});
  });
  EXPECT_EQ(patched, replaced(text, "\"}\n]}", "\"},\n{\"id\": \"b\", \"t\": \"" + std::string(200, 'y') + "\"}\n]}"));
}

TEST(PatchedText, OrdersMembersAsWanted) {
  EXPECT_EQ(patchedText("{ \"a\": 1.0, \"b\": 2.0, \"c\": 3.0 }", treeOf("{ \"c\": 3, \"a\": 1, \"b\": 2 }")),
            "{ \"c\": 3.0, \"a\": 1.0, \"b\": 2.0 }");
}

TEST(PatchedText, ReplacesWhatIsNoJson) {
  const Json wanted = {{"a", 1}};
  for (const char* text : {"", "{", "{ // a remark\n \"a\": 2 }", "{\"a\":1,\"a\":2}", "\xFF"}) {
    EXPECT_EQ(patchedText(text, wanted), printJson(wanted)) << text;
  }
  EXPECT_EQ(patchedText("3\n", wanted), "{\"a\": 1}\n");
}

TEST(WriteDocumentOver, ChangesTheLinesOfTheEditAlone) {
  const std::string text = test::smallestText();
  auto document = readDocument(text, "test", test::catalogue()).value();
  EXPECT_EQ(writeDocumentOver(text, document), text);
  document.features.edit(0).geometry = geo::LatLon::fromDegrees(44.18, 145.97);
  EXPECT_EQ(writeDocumentOver(text, document), replaced(text, "145.96", "145.97"));
  document.features.edit(0).systems[0].to = Date::parse("2018").value();
  const std::string both = writeDocumentOver(text, document);
  EXPECT_EQ(both, replaced(replaced(text, "145.96", "145.97"), "\"sources\": [\"kyodo\"] } ]",
                           "\"sources\": [\"kyodo\"], \"to\": \"2018\" } ]"));
  EXPECT_EQ(readDocument(both, "test", test::catalogue()).value(), document);
}

TEST(WriteDocumentOver, WritesWhatWriteDocumentDoesOverNothing) {
  const auto document = readDocument(test::smallestText(), "test", test::catalogue()).value();
  EXPECT_EQ(writeDocumentOver("", document), writeDocument(document));
}

}  // namespace
}  // namespace cordon::scenario
