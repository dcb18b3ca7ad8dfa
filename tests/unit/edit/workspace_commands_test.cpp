#include "edit/workspace_commands.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "edit/words.h"
#include "geo/geodesic.h"
#include "scenario/words.h"
#include "unit/edit/edit_fixture.h"

namespace cordon::edit::test {
namespace {

using scene::Item;
using scene::ItemKind;
using scene::RangeChoice;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::SizeIs;

using Commands = Edit;

TEST_F(Commands, AreAllThereWithATitleAndAGroup) {
  std::set<std::string> names;
  for (const Command& command : table.commands()) {
    names.insert(command.name);
    EXPECT_FALSE(command.title.empty()) << command.name;
    EXPECT_FALSE(command.group.empty()) << command.name;
  }
  EXPECT_THAT(names, IsSupersetOf({"date", "date-next", "date-previous", "play", "play-speed"}));
  EXPECT_THAT(names, IsSupersetOf({"layer", "exaggeration", "palette", "language", "second-language", "wrong-map"}));
  EXPECT_THAT(names, IsSupersetOf({"system", "systems", "claim", "fill", "opacity", "line-width", "site", "sites"}));
  EXPECT_THAT(names, IsSupersetOf({"select", "select-none", "select-all", "tool", "tool-end", "tool-cancel"}));
  EXPECT_THAT(names, IsSupersetOf({"measure", "area", "measure-clear", "ring", "ring-radius", "ring-remove", "reach"}));
  EXPECT_THAT(names, IsSupersetOf({"view-add", "view-remove", "undo", "redo", "units", "coordinates", "theme"}));
  EXPECT_THAT(names, IsSupersetOf({"text-scale", "invert-zoom", "inertia", "panel"}));
}

TEST_F(Commands, HaveTheirChords) {
  const std::vector<std::pair<const char*, const char*>> expected{
      {".", "date-next"},    {",", "date-previous"},  {"P", "play"},
      {"W", "wrong-map"},    {"M", "tool-measure"},   {"A", "tool-area"},
      {"B", "tool-bearing"}, {"C", "tool-ring"},      {"Q", "tool-reach"},
      {"V", "tool-select"},  {"Ctrl+Z", "undo"},      {"Ctrl+Shift+Z", "redo"},
      {"Ctrl+Y", "redo"},    {"Enter", "tool-end"},   {"Escape", "tool-cancel"},
      {"Tab", "panel"},      {"Ctrl+A", "select-all"}};
  for (const auto& [chord, name] : expected) {
    const Command* command = table.byChord(chord);
    ASSERT_NE(command, nullptr) << chord;
    EXPECT_EQ(command->name, name);
  }
  for (const char* free : {"Ctrl+O", "Ctrl+S", "Ctrl+K", "Ctrl+F", "H", "?", "F1", "F11", "F12",  "L",
                           "T",      "N",      "R",      "Space",  "+", "-", "=",  "Up",  "Home", "Delete"}) {
    EXPECT_EQ(table.byChord(free), nullptr) << free;
  }
}

TEST_F(Commands, DoWhatTheirChordsAndMenusGive) {
  const std::vector<Command> commands = table.commands();
  for (const Command& command : commands) {
    if (command.chords.empty() || (command.isPossible && !command.isPossible())) continue;
    run(command.name + " " + command.chordArguments);
  }
}

TEST_F(Commands, OfferOnlyWhatTheyTake) {
  run("ring 44,146 100");
  std::size_t count = 0;
  const std::vector<Command> commands = table.commands();
  for (const Command& command : commands) {
    if (!command.choices || (command.isPossible && !command.isPossible())) continue;
    const std::vector<Command::Choice> choices = command.choices();
    EXPECT_FALSE(choices.empty()) << command.name;
    for (const Command::Choice& choice : choices) {
      if (command.isPossible && !command.isPossible()) continue;
      run(command.name + " " + choice.arguments);
      EXPECT_FALSE(choice.title.empty()) << command.name;
      ++count;
    }
  }
  EXPECT_GT(count, 80U);
}

TEST_F(Commands, TellTheRangeOfANumberInFewDigits) {
  EXPECT_EQ(refusal("ring-radius 50000"), "error: Radius in km: 50000 is not more than 0 and at most 20003.9.");
  EXPECT_EQ(refusal("ring-radius -5"), "error: Radius in km: -5 is not more than 0 and at most 20003.9.");
  EXPECT_EQ(refusal("exaggeration 101"), "error: Exaggeration: 101 is not from 0 to 100.");
}

TEST_F(Commands, RefuseAWrongNumberOfArgumentsWithTheirUsage) {
  const std::string tooMany = " a b c d e f g";
  for (const Command& command : table.commands()) {
    if (command.name == "measure" || command.name == "area") continue;
    EXPECT_THAT(refusal(command.name + tooMany), HasSubstr("Write: " + command.name)) << command.name;
  }
  for (const char* bare : {"date",
                           "layer",
                           "layer relief",
                           "exaggeration",
                           "palette",
                           "system bal",
                           "claim bal",
                           "opacity bal",
                           "select",
                           "tool",
                           "measure",
                           "measure 44,146",
                           "area 44,146 45,147",
                           "ring 44,146",
                           "ring-radius",
                           "ring-remove",
                           "reach",
                           "view-add",
                           "view-remove",
                           "units",
                           "panel",
                           "site iturup",
                           "sites",
                           "systems"}) {
    EXPECT_THAT(refusal(bare), HasSubstr("Write: ")) << bare;
  }
}

TEST_F(Commands, LeaveEverythingAsItIsWhenTheyFail) {
  const scene::ModelOptions before = shown();
  const Preferences kept = preferences;
  for (const char* line : {"date yesterday",
                           "date 2016-13",
                           "play maybe",
                           "play-speed 0",
                           "play-speed -1",
                           "play-speed nan",
                           "play-speed 1e9",
                           "layer sea on",
                           "layer relief maybe",
                           "exaggeration -1",
                           "exaggeration 101",
                           "exaggeration inf",
                           "exaggeration 2x",
                           "palette neon",
                           "language de",
                           "second-language",
                           "system none on",
                           "system bal perhaps",
                           "systems toggle",
                           "claim none 1",
                           "claim bal 0",
                           "claim bal 3",
                           "claim bal -1",
                           "claim bal most",

                           "fill none",
                           "opacity bal 101",
                           "opacity bal -1",
                           "opacity none 5",
                           "line-width bal 0.1",
                           "line-width bal 5",
                           "line-width bal wide",
                           "site none on",
                           "site zone off",
                           "site kunashir maybe",
                           "sites toggle",
                           "select nothing",
                           "select \"\"",
                           "select kunashir twice",
                           "select kunashir/bastion",
                           "select fence/2",
                           "select fence/x",
                           "select kunashir/0",
                           "tool hammer",
                           "measure 44,146 x",
                           "area 44,146 45,147 91,0",
                           "ring x 5",
                           "ring 44,146 0",
                           "ring 44,146 -5",
                           "ring 44,146 20004",
                           "ring-radius 0",
                           "ring-radius far",
                           "ring-remove 1",
                           "ring-remove none",
                           "reach nowhere",
                           "wrong-map maybe",
                           "view-add \" \"",
                           "view-remove none",
                           "undo",
                           "redo",
                           "units furlong",
                           "coordinates utm",
                           "theme blue",
                           "text-scale 0.5",
                           "text-scale 3",
                           "invert-zoom 1",
                           "inertia yes",
                           "panel open"}) {
    EXPECT_FALSE(refusal(line).empty());
    EXPECT_EQ(shown(), before) << line;
    EXPECT_EQ(preferences, kept) << line;
    EXPECT_THAT(workspace.selection(), IsEmpty()) << line;
    EXPECT_FALSE(workspace.history().isModified()) << line;
  }
}

TEST_F(Commands, AnswerWithTheNearestOrWithWhatThereIs) {
  EXPECT_THAT(refusal("layer releif off"), HasSubstr("Did you mean relief?"));
  EXPECT_THAT(refusal("system bastoin off"), HasSubstr("Did you mean bastion?"));
  EXPECT_THAT(refusal("system zzz off"), HasSubstr("bal, bastion, third"));
  EXPECT_THAT(refusal("palette neon"), HasSubstr("standard, color-blind, print, dark"));
  EXPECT_THAT(refusal("select kunashri"), HasSubstr("Did you mean kunashir?"));
  EXPECT_THAT(refusal("lyer relief off"), HasSubstr("Did you mean layer?"));
  EXPECT_THAT(refusal("claim bal 3"), HasSubstr("from 1 to 2"));
}

TEST_F(Commands, DateIsSetAndUnset) {
  run("date 2016-11-20");
  EXPECT_EQ(workspace.date().toString(), "2016-11-20");
  run("date 2016");
  EXPECT_EQ(workspace.date().toString(), "2016");
  run("date none");
  EXPECT_EQ(shown().date, std::nullopt);
}

TEST_F(Commands, DateStepsFromEventToEvent) {
  run("date 2016-01-01");
  run("date-next");
  EXPECT_EQ(workspace.date().toString(), "2016-11-18");
  run("date-next");
  EXPECT_EQ(workspace.date().toString(), "2018-03-01");
  EXPECT_FALSE(table.find("date-next")->isPossible());
  EXPECT_THAT(refusal("date-next"), HasSubstr("No event comes later"));
  run("date-previous");
  EXPECT_EQ(workspace.date().toString(), "2016-11-18");
  EXPECT_FALSE(table.find("date-previous")->isPossible());
  EXPECT_THAT(refusal("date-previous"), HasSubstr("No event comes earlier"));
  const auto choices = table.find("date")->choices();
  ASSERT_THAT(choices, SizeIs(3));
  EXPECT_EQ(choices[1].arguments, "2016-11-18");
  EXPECT_THAT(choices[1].title, HasSubstr("18 November 2016"));
}

TEST_F(Commands, PlayRunsPausesAndBeginsAgain) {
  run("play");
  EXPECT_TRUE(workspace.playback().playing);
  EXPECT_TRUE(table.find("play")->isOn());
  EXPECT_EQ(workspace.date().toString(), "2017-06-01");
  run("play");
  EXPECT_FALSE(workspace.playback().playing);
  run("play-speed 365.25");
  EXPECT_EQ(workspace.playback().daysPerSecond, 365.25);
  run("date 2018-12-31");
  run("play on");
  EXPECT_EQ(workspace.date().toString(), "2016-01-01");
  run("play off");
  workspace.open({}, {}, "empty", {});
  EXPECT_FALSE(table.find("play")->isPossible());
  EXPECT_THAT(refusal("play on"), HasSubstr("no time"));
}

TEST_F(Commands, LayersStandInTheScenesOrder) {
  using scene::Layer;
  const std::vector<std::pair<const char*, Layer>> layers{
      {"relief", Layer::Relief},      {"coast", Layer::Coast},     {"lakes", Layer::Lakes},
      {"rivers", Layer::Rivers},      {"borders", Layer::Borders}, {"graticule", Layer::Graticule},
      {"places", Layer::Places},      {"areas", Layer::Areas},     {"lines", Layer::Lines},
      {"sites", Layer::Sites},        {"rings", Layer::Rings},     {"labels", Layer::Labels},
      {"furniture", Layer::Furniture}};
  ASSERT_THAT(scenario::layerNames(), SizeIs(scene::kLayerCount));
  ASSERT_THAT(layers, SizeIs(scene::kLayerCount));
  for (const auto& [name, layer] : layers) {
    run(std::string("layer ") + name + " off");
    std::vector<bool> expected(scene::kLayerCount, true);
    expected[static_cast<std::size_t>(layer)] = false;
    EXPECT_EQ(shown().layers, expected) << name;
    run(std::string("layer ") + name + " toggle");
  }
}

TEST_F(Commands, LayerChoicesTellWhatTheyWouldDo) {
  run("layer coast off");
  const auto choices = table.find("layer")->choices();
  ASSERT_THAT(choices, SizeIs(scene::kLayerCount));
  EXPECT_EQ(choices[0].arguments, "relief off");
  EXPECT_EQ(choices[0].title, "Hide relief");
  EXPECT_EQ(choices[1].arguments, "coast on");
  EXPECT_EQ(choices[1].title, "Show coast");
}

TEST_F(Commands, MapIsDressed) {
  run("exaggeration 2.5");
  EXPECT_EQ(shown().exaggeration, 2.5);
  run("palette color-blind");
  EXPECT_EQ(shown().palette, scene::PaletteName::ColorBlind);
  run("language ru");
  EXPECT_EQ(shown().language, "ru");
  EXPECT_EQ(preferences.language, "ru");
  run("second-language ja");
  EXPECT_EQ(shown().secondLanguage, "ja");
  run("second-language none");
  EXPECT_EQ(shown().secondLanguage, "");
  EXPECT_EQ(preferences.secondLanguage, "");
  run("wrong-map toggle");
  EXPECT_TRUE(shown().wrongCircles);
  EXPECT_TRUE(table.find("wrong-map")->isOn());
  run("fill overlaps");
  EXPECT_EQ(shown().fillMode, scene::FillMode::Overlaps);
}

TEST_F(Commands, SystemsAreShownAndHidden) {
  run("system bal off");
  EXPECT_FALSE(shown().looks.at("bal").visible);
  run("system bal toggle");
  EXPECT_THAT(shown().looks, IsEmpty());
  run("system bastion only");
  EXPECT_EQ(shown().looks.count("bastion"), 0U);
  EXPECT_FALSE(shown().looks.at("bal").visible);
  EXPECT_FALSE(shown().looks.at("third").visible);
  run("systems off");
  EXPECT_THAT(shown().looks, SizeIs(3));
  run("systems on");
  EXPECT_THAT(shown().looks, IsEmpty());
}

TEST_F(Commands, SystemsAreNamedInTheMapsLanguage) {
  run("language ru");
  run("system bastion off");
  const auto choices = table.find("system")->choices();
  EXPECT_TRUE(std::any_of(choices.begin(), choices.end(), [](const Command::Choice& choice) {
    return choice.arguments == "bastion on" && choice.title == "Show Бастион";
  }));
}

TEST_F(Commands, ClaimsAreChosen) {
  run("claim bal min");
  EXPECT_EQ(shown().looks.at("bal").claim.kind, RangeChoice::Min);
  run("claim bal max");
  EXPECT_EQ(shown().looks.at("bal").claim.kind, RangeChoice::Max);
  run("claim bal span");
  EXPECT_EQ(shown().looks.at("bal").claim.kind, RangeChoice::Span);
  run("claim bal 2");
  EXPECT_EQ(shown().looks.at("bal").claim, (scene::ClaimChoice{RangeChoice::Claim, 1}));
  const auto model = scene::buildRenderModel(workspace.document(), places, shown());
  ASSERT_THAT(model->rings, SizeIs(1));
  EXPECT_EQ(model->rings[0].radiusMeters, 260'000.0);
  run("claim bal default");
  EXPECT_THAT(shown().looks, IsEmpty());
  std::vector<std::string> titles;
  for (const auto& choice : table.find("claim")->choices()) titles.push_back(choice.title);
  EXPECT_THAT(titles, Contains("Bal: ≥ 130 km (Kyodo)"));
  EXPECT_THAT(titles, Contains("Bal: 260 km, with the Kh-35U"));
  scenario::Document unpublished = document();
  unpublished.systems[0].ranges.clear();
  workspace.apply("Nothing published", unpublished);
  EXPECT_THAT(refusal("claim bal max"), HasSubstr("No range of Bal is published"));
}

TEST_F(Commands, LooksHaveOpacityAndWidth) {
  run("opacity bal 35");
  EXPECT_DOUBLE_EQ(shown().looks.at("bal").fillOpacity, 0.35);
  run("line-width bal 2.5");
  EXPECT_EQ(shown().looks.at("bal").lineWidthFactor, 2.5);
  EXPECT_TRUE(shown().looks.at("bal").visible);
}

TEST_F(Commands, SitesAreShownAndHidden) {
  run("site iturup off");
  EXPECT_THAT(shown().hiddenSites, ElementsAre("iturup"));
  run("site iturup toggle");
  EXPECT_THAT(shown().hiddenSites, IsEmpty());
  run("site iturup only");
  EXPECT_THAT(shown().hiddenSites, ElementsAre("kunashir", "remark"));
  run("sites off");
  EXPECT_THAT(shown().hiddenSites, ElementsAre("iturup", "kunashir", "remark"));
  run("sites on");
  EXPECT_THAT(shown().hiddenSites, IsEmpty());
}

TEST_F(Commands, SelectFindsEveryKind) {
  const std::vector<std::pair<const char*, Item>> expected{{"kunashir", {ItemKind::Site, "kunashir"}},
                                                           {"remark", {ItemKind::Site, "remark"}},
                                                           {"kunashir/bal", {ItemKind::Ring, "kunashir/bal"}},
                                                           {"fence", {ItemKind::Line, "fence"}},
                                                           {"fence/0", {ItemKind::Line, "fence/0"}},
                                                           {"fence/1", {ItemKind::Line, "fence/1"}},
                                                           {"zone", {ItemKind::Area, "zone"}},
                                                           {"friza", {ItemKind::Line, "friza"}},
                                                           {"friza/1", {ItemKind::Line, "friza/1"}},
                                                           {"okhotsk", {ItemKind::Place, "Sea of Okhotsk"}},
                                                           {"\"Охотское море\"", {ItemKind::Place, "Sea of Okhotsk"}}};
  for (const auto& [id, item] : expected) {
    run(std::string("select ") + id);
    EXPECT_THAT(workspace.selection(), ElementsAre(item)) << id;
  }
  run("language ja");
  run("select okhotsk");
  EXPECT_THAT(workspace.selection(), ElementsAre(Item{ItemKind::Place, "オホーツク海"}));
}

TEST_F(Commands, SelectAddsAndTakesBack) {
  run("select kunashir");
  run("select iturup add");
  EXPECT_THAT(workspace.selection(), ElementsAre(Item{ItemKind::Site, "kunashir"}, Item{ItemKind::Site, "iturup"}));
  run("select kunashir add");
  EXPECT_THAT(workspace.selection(), ElementsAre(Item{ItemKind::Site, "iturup"}));
  run("select-none");
  EXPECT_THAT(workspace.selection(), IsEmpty());
}

TEST_F(Commands, SelectAllTakesWhatIsShown) {
  run("date 2017-01-01");  // Iturup's battery came in 2018
  run("select-all");
  EXPECT_THAT(workspace.selection(), ElementsAre(Item{ItemKind::Site, "kunashir"}, Item{ItemKind::Site, "remark"}));
  run("date 2018-06-01");
  run("select-all");
  EXPECT_THAT(workspace.selection(), SizeIs(3));
  run("layer sites off");
  run("select-all");
  EXPECT_THAT(workspace.selection(), IsEmpty());
}

TEST_F(Commands, ToolsAreTakenAndPutDown) {
  run("tool measure");
  EXPECT_EQ(workspace.tool(), Tool::Measure);
  EXPECT_TRUE(table.find("tool-measure")->isOn());
  run("tool-area");
  EXPECT_EQ(workspace.tool(), Tool::Area);
  EXPECT_FALSE(table.find("tool-measure")->isOn());
  EXPECT_FALSE(table.find("tool-end")->isPossible());
  for (const double lat : {44.0, 45.0, 46.0}) workspace.useTool(geo::LatLon::fromDegrees(lat, 2.0 * lat));
  EXPECT_TRUE(table.find("tool-end")->isPossible());
  run("tool-end");
  EXPECT_THAT(sketch().paths, SizeIs(1));
  run("tool-cancel");
  EXPECT_EQ(workspace.tool(), Tool::Select);
}

TEST_F(Commands, PathsAreMeasured) {
  // One degree along the equator is 111 319.49 m: the semi-major axis times pi/180.
  run("measure 0,0 0,1");
  ASSERT_THAT(sketch().paths, SizeIs(1));
  EXPECT_NEAR(scene::measurePath(sketch().paths[0]).lengthMeters, 111'319.49, 0.01);
  EXPECT_THAT(workspace.messages().back().text, HasSubstr("111.3 km"));
  run("area 44,146 \"45 N 147 E\" 44°10'48\"N,145°57'36\"E");
  ASSERT_THAT(sketch().paths, SizeIs(2));
  EXPECT_TRUE(sketch().paths[1].closed);
  EXPECT_NEAR(sketch().paths[1].vertices[2].latDegrees(), 44.18, 1e-9);
  run("measure-clear");
  EXPECT_THAT(sketch().paths, IsEmpty());
  EXPECT_FALSE(table.find("measure-clear")->isPossible());
}

TEST_F(Commands, RingsAreLaidAndRemoved) {
  run("ring 44.18,145.96 300");
  run("ring 0,0 20003.9");
  run("ring 10,20 0.5");
  ASSERT_THAT(sketch().rings, SizeIs(3));
  EXPECT_DOUBLE_EQ(sketch().rings[0].radiusMeters, 300'000.0);
  run("ring-remove 2");
  ASSERT_THAT(sketch().rings, SizeIs(2));
  EXPECT_DOUBLE_EQ(sketch().rings[1].radiusMeters, 500.0);
  run("ring-remove all");
  EXPECT_THAT(sketch().rings, IsEmpty());
  run("ring-radius 450");
  EXPECT_DOUBLE_EQ(workspace.freeRingMeters(), 450'000.0);
}

TEST_F(Commands, ReachAsksAboutAPlace) {
  run("reach 44.5,146.5");
  ASSERT_TRUE(workspace.askedPlace());
  EXPECT_NEAR(workspace.askedPlace()->lonDegrees(), 146.5, 1e-12);
  EXPECT_TRUE(sketch().mark);
}

TEST_F(Commands, ViewsAreAddedAndRemovedByStepsOfTheHistory) {
  const std::string before = scenario::writeDocument(workspace.document());
  workspace.setCamera({geo::LatLon::fromDegrees(44.3, 186.4), 900'000.0, geo::degreesToRadians(-30.0),
                       geo::degreesToRadians(58.0), 1200.0});
  run("date 2018-06-01");
  run("layer relief off");
  run("view-add \"Southern Kurils\"");
  run("view-add \"southern kurils!\"");
  run("view-add Курилы");
  ASSERT_THAT(workspace.document().views, SizeIs(4));
  const scenario::View& view = workspace.document().views[1];
  EXPECT_EQ(view.id, "southern-kurils");
  EXPECT_EQ(view.name, "Southern Kurils");
  EXPECT_EQ(std::get<scenario::CameraView>(view.frame), (scenario::CameraView{44.3, -173.6, 900.0, 330.0, 58.0}));
  EXPECT_EQ(view.date, scenario::Date::parse("2018-06-01"));
  EXPECT_THAT(view.layers, ElementsAre("-relief"));
  EXPECT_EQ(workspace.document().views[2].id, "southern-kurils-2");
  EXPECT_EQ(workspace.document().views[3].id, "view");

  // The format takes it.
  const std::string after = scenario::writeDocument(workspace.document());
  const auto read = scenario::readDocument(after, "after.geojson", {});
  ASSERT_TRUE(read) << toString(read.diagnostics().front());
  EXPECT_EQ(*read, workspace.document());

  run("view-remove north");
  EXPECT_EQ(workspace.document().defaultView, std::nullopt);
  EXPECT_EQ(workspace.document().findView("north"), nullptr);
  EXPECT_EQ(table.find("undo")->choices().front().title, "Undo: Remove view North");
  for (int i = 0; i < 4; ++i) run("undo");
  EXPECT_EQ(scenario::writeDocument(workspace.document()), before);
  EXPECT_FALSE(workspace.history().isModified());
  EXPECT_FALSE(table.find("undo")->isPossible());
  for (int i = 0; i < 3; ++i) run("redo");
  EXPECT_EQ(scenario::writeDocument(workspace.document()), after);
}

TEST_F(Commands, ViewsNameTheFewerLayers) {
  run("view-add all");
  EXPECT_THAT(workspace.document().views.back().layers, IsEmpty());
  std::fill(workspace.shown().layers.begin(), workspace.shown().layers.end(), false);
  run("view-add none");
  EXPECT_THAT(workspace.document().views.back().layers, SizeIs(scene::kLayerCount));
  run("layer coast on");
  run("view-add coast");
  EXPECT_THAT(workspace.document().views.back().layers, ElementsAre("coast"));
}

TEST_F(Commands, PreferencesAreSet) {
  run("units nmi");
  EXPECT_EQ(preferences.lengthUnit, scene::LengthUnit::NauticalMiles);
  EXPECT_EQ(shown().lengthUnit, scene::LengthUnit::NauticalMiles);
  run("coordinates mgrs");
  EXPECT_EQ(preferences.coordinateFormat, geo::CoordinateFormat::Mgrs);
  run("theme light");
  EXPECT_EQ(preferences.theme, Theme::Light);
  run("text-scale 1.25");
  EXPECT_EQ(preferences.textScale, 1.25);
  run("invert-zoom on");
  EXPECT_TRUE(preferences.invertZoom);
  run("inertia off");
  EXPECT_FALSE(preferences.inertia);
  run("panel toggle");
  EXPECT_FALSE(preferences.panelOpen);
  EXPECT_FALSE(table.find("panel")->isOn());
  EXPECT_EQ(table.find("panel")->choices().front().title, "Show the panel");
  run("panel-width 410.5");
  EXPECT_EQ(preferences.panelWidth, 410.5);
  run("details-share 0.375");
  run("details-share 0.7 editing");
  EXPECT_EQ(preferences.detailsShare, 0.375);
  EXPECT_EQ(preferences.editingShare, 0.7);
  run("details-share default");
  EXPECT_FALSE(preferences.detailsShare);
  EXPECT_EQ(preferences.editingShare, 0.7);
  run("legend toggle");
  EXPECT_FALSE(preferences.legendOpen);
  run("legend on");
  EXPECT_TRUE(preferences.legendOpen);
  run("section \"Saved views\" closed");
  run("section Systems toggle");
  run("section Systems closed");
  EXPECT_THAT(preferences.closedSections, ElementsAre("Saved views", "Systems"));
  run("section \"Saved views\" toggle");
  run("section Date open");
  EXPECT_THAT(preferences.closedSections, ElementsAre("Systems"));
}

TEST_F(Commands, TakeEveryWordThatIsOffered) {
  const auto line = [](const char* name, std::string_view word) { return std::string(name) + " " + std::string(word); };
  for (const auto& word : scene::kPaletteWords) {
    run(line("palette", word.text));
    EXPECT_EQ(shown().palette, word.value);
  }
  for (const auto& word : scene::kFillWords) {
    run(line("fill", word.text));
    EXPECT_EQ(shown().fillMode, word.value);
  }
  for (const auto& word : scene::kUnitWords) {
    run(line("units", word.text));
    EXPECT_EQ(preferences.lengthUnit, word.value);
  }
  for (const auto& word : scene::kSecondLanguageWords) {
    run(line("second-language", word.text));
    EXPECT_EQ(preferences.secondLanguage, word.value);
  }
  for (const auto& word : kCoordinateWords) {
    run(line("coordinates", word.text));
    EXPECT_EQ(preferences.coordinateFormat, word.value);
  }
  for (const auto& word : kThemeWords) {
    run(line("theme", word.text));
    EXPECT_EQ(preferences.theme, word.value);
  }
  for (const auto& word : kToolWords) {
    run(line("tool", word.text));
    EXPECT_EQ(workspace.tool(), word.value);
    EXPECT_EQ(&scene::wordOf(kToolWords, workspace.tool()), &word);
  }
}

}  // namespace
}  // namespace cordon::edit::test
