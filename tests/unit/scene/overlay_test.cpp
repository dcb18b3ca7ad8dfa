#include "scene/overlay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <random>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "scene/occupancy.h"
#include "scene/palette.h"
#include "unit/scene/overlay_samples.h"

namespace cordon::scene {
namespace {

using namespace test;

TEST(Overlay, NamesNoPeninsulaInAnotherCountryFromAfar) {
  RenderModel model;
  Place kamchatka;
  kamchatka.kind = PlaceKind::Region;
  kamchatka.rank = 1;
  kamchatka.name = "Kamchatka";
  kamchatka.position = LatLon::fromDegrees(56.5, 159.5);
  kamchatka.path = {LatLon::fromDegrees(52.0, 157.0), LatLon::fromDegrees(54.0, 158.0),
                    LatLon::fromDegrees(58.0, 161.0)};
  model.places = {kamchatka};
  for (const double range : {4.0e6, 2.6e7}) {
    const LatLon target = range > 1e7 ? LatLon::fromDegrees(45.0, 60.0) : LatLon::fromDegrees(55.0, 159.0);
    const Projector projector({target, range, 0.0, 0.0}, 1920, 1080);
    bool isNamed = false;
    for (const PlacedLabel& label : layoutOverlay(model, projector, typesetter(), {}).labels) {
      isNamed = isNamed || label.kind == LabelKind::Place;
    }
    EXPECT_EQ(isNamed, range < 1e7);
  }
}

void expectTidy(const Overlay& overlay, int width, int height) {
  for (std::size_t i = 0; i < overlay.labels.size(); ++i) {
    const PlacedLabel& label = overlay.labels[i];
    EXPECT_LE(std::abs(label.angleRadians), std::numbers::pi / 2.0) << label.text;
    for (const Rect& box : label.boxes) {
      if (label.kind != LabelKind::Furniture) {
        EXPECT_TRUE(contains({0.0, 0.0, static_cast<double>(width), static_cast<double>(height)}, box)) << label.text;
        for (const Rect& panel : overlay.panels) EXPECT_FALSE(overlap(panel, box)) << label.text;
      }
      for (std::size_t k = i + 1; k < overlay.labels.size(); ++k) {
        for (const Rect& other : overlay.labels[k].boxes) {
          EXPECT_FALSE(overlap(box, other)) << label.text << " on " << overlay.labels[k].text;
        }
      }
    }
  }
  for (std::size_t i = 0; i < overlay.panels.size(); ++i) {
    for (std::size_t k = i + 1; k < overlay.panels.size(); ++k) {
      EXPECT_FALSE(overlap(overlay.panels[i], overlay.panels[k]));
    }
  }
}

std::size_t count(const Overlay& overlay, LabelKind kind) {
  return static_cast<std::size_t>(std::count_if(overlay.labels.begin(), overlay.labels.end(),
                                                [&](const PlacedLabel& l) { return l.kind == kind; }));
}

TEST(Overlay, LabelsNeitherOverlapNorLeaveThePictureNorStandUnderFurniture) {
  const RenderModel model = chain();
  for (const double heading : {0.0, 1.0, 3.0}) {
    for (const double tilt : {0.0, 0.9}) {
      Camera camera = okhotsk();
      camera.headingRadians = heading;
      camera.tiltRadians = tilt;
      const Overlay overlay = layoutOverlay(model, Projector(camera, 1920, 1080), typesetter());
      expectTidy(overlay, 1920, 1080);
      EXPECT_GE(count(overlay, LabelKind::Place), 5U);
      EXPECT_GE(count(overlay, LabelKind::Ring), 1U);
    }
  }
}

TEST(Overlay, FurnitureFitsSmallAndUprightPictures) {
  const RenderModel model = chain();
  for (const auto& [width, height] :
       {std::pair{640, 360}, std::pair{720, 1280}, std::pair{320, 200}, std::pair{3840, 2160}}) {
    const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), width, height), typesetter());
    expectTidy(overlay, width, height);
    double area = 0.0;
    for (const Rect& panel : overlay.panels) {
      EXPECT_TRUE(contains({-0.5, -0.5, width + 1.0, height + 1.0}, panel)) << width;
      area += panel.width * panel.height;
    }
    EXPECT_LT(area, 0.5 * width * height) << width;
  }
}

TEST(Overlay, ALineOnHandlingStandsAtBothEdgesAndOnNothing) {
  RenderModel model = chain();
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{640, 480}, std::pair{720, 1280}}) {
    const Projector projector(okhotsk(), width, height);
    model.handling = "FOR OFFICIAL USE ONLY";
    const Overlay overlay = layoutOverlay(model, projector, typesetter(), {});
    expectTidy(overlay, width, height);
    std::vector<Rect> bars;
    for (const PlacedLabel& label : overlay.labels) {
      if (label.id == "handling") bars.push_back(label.boxes.front());
    }
    ASSERT_EQ(bars.size(), 2U);
    EXPECT_EQ(bars[0].y, 0.0);
    EXPECT_EQ(bars[1].y + bars[1].height, height);
    for (const Rect& panel : overlay.panels) {
      const bool isBar = panel.y == bars[0].y || panel.y == bars[1].y;
      EXPECT_TRUE(isBar || (!overlap(panel, bars[0]) && !overlap(panel, bars[1])));
    }
    model.handling.clear();
    for (const PlacedLabel& label : layoutOverlay(model, projector, typesetter(), {}).labels) {
      EXPECT_NE(label.id, "handling");
    }
  }
}

TEST(Overlay, IsTheSameEachTime) {
  const RenderModel model = chain();
  const Projector projector(okhotsk(), 1280, 720);
  const Overlay first = layoutOverlay(model, projector, typesetter());
  const Overlay second = layoutOverlay(model, projector, typesetter());
  ASSERT_EQ(first.labels.size(), second.labels.size());
  EXPECT_EQ(typesetter().paint(first.drawing, 1280, 720).rgba, typesetter().paint(second.drawing, 1280, 720).rgba);
}

TEST(Overlay, NamesTheSitesOfTheChain) {
  const Overlay overlay = layoutOverlay(chain(), Projector(okhotsk(), 1920, 1080), typesetter());
  // Two at each place: both are shown, the second beside its place.
  EXPECT_EQ(count(overlay, LabelKind::Site), 12U);
  EXPECT_EQ(count(overlay, LabelKind::Cluster), 0U);
}

TEST(Overlay, BearsTheDatelineAndThePole) {
  RenderModel model;
  addSite(model, "dateline", LatLon::fromDegrees(62.0, 179.9), 300e3);
  addSite(model, "pole", LatLon::fromDegrees(89.5, 20.0), 300e3);
  for (const LatLon target : {LatLon::fromDegrees(62.0, 180.0), LatLon::fromDegrees(90.0, 0.0)}) {
    const Overlay overlay = layoutOverlay(model, Projector({target, 2.0e6, 0.0, 0.0}, 1280, 720), typesetter());
    expectTidy(overlay, 1280, 720);
    EXPECT_EQ(count(overlay, LabelKind::Ring), 1U);
    EXPECT_EQ(count(overlay, LabelKind::Site), 1U);
  }
}

TEST(Overlay, GathersTenThousandSitesInCounts) {
  RenderModel model;
  std::mt19937 random(3);
  std::uniform_real_distribution<double> latitude(40.0, 62.0);
  std::uniform_real_distribution<double> longitude(135.0, 165.0);
  for (int i = 0; i < 10'000; ++i) {
    addSite(model, std::to_string(i), LatLon::fromDegrees(latitude(random), longitude(random)), 0.0);
  }
  const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1920, 1080), typesetter());
  int counted = 0;
  for (const PlacedLabel& label : overlay.labels) {
    if (label.kind == LabelKind::Cluster) counted += std::stoi(label.text);
  }
  EXPECT_GT(count(overlay, LabelKind::Cluster), 50U);
  EXPECT_GT(counted, 5000);
}

TEST(Overlay, OfAnEmptyModelHasScaleAndGraticuleAlone) {
  const Overlay overlay = layoutOverlay({}, Projector(okhotsk(), 1280, 720), typesetter());
  EXPECT_EQ(count(overlay, LabelKind::Furniture), 1U);
  EXPECT_GT(count(overlay, LabelKind::Graticule), 4U);
}

TEST(Overlay, HonoursTheLayers) {
  RenderModel model = chain();
  model.layers.assign(kLayerCount, false);
  EXPECT_TRUE(layoutOverlay(model, Projector(okhotsk(), 1280, 720), typesetter()).drawing.items.empty());
  model.layers[static_cast<std::size_t>(Layer::Sites)] = true;
  const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1280, 720), typesetter());
  EXPECT_FALSE(overlay.drawing.items.empty());
  EXPECT_EQ(count(overlay, LabelKind::Site), 0U);
}

TEST(Overlay, ShowsBothNamesOfADisputedPlaceAtOneSize) {
  RenderModel model;
  Place place;
  place.kind = PlaceKind::Island;
  place.rank = 1;
  place.name = "Iturup";
  place.secondName = "/ Etorofu";
  place.position = LatLon::fromDegrees(50.0, 150.0);
  model.places = {place};
  OverlayOptions options;
  options.showSecondNames = false;
  const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1280, 720), typesetter(), options);
  EXPECT_TRUE(std::any_of(overlay.labels.begin(), overlay.labels.end(),
                          [](const PlacedLabel& l) { return l.text == "Iturup / Etorofu"; }));
}

TEST(Overlay, CountsSignsOnOneSpotOnlyWhereTheyAreMany) {
  for (const int sites : {2, 3, 4, 7}) {
    RenderModel model;
    for (int i = 0; i < sites; ++i) addSite(model, std::to_string(i), LatLon::fromDegrees(50.0, 150.0), 0.0);
    const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1920, 1080), typesetter());
    EXPECT_EQ(count(overlay, LabelKind::Cluster), sites < 4 ? 0U : 1U) << sites;
    EXPECT_EQ(count(overlay, LabelKind::Site), sites < 4 ? static_cast<std::size_t>(sites) : 0U) << sites;
  }
}

TEST(Overlay, GivesHeightsToMountainsAndNotToLargeIslands) {
  Place place;
  place.name = "Somewhere";
  place.heightMeters = 1609.0;
  place.position = LatLon::fromDegrees(50.0, 150.0);
  const auto hasHeight = [&](PlaceKind kind, int rank, double rangeMeters) {
    place.kind = kind;
    place.rank = rank;
    RenderModel model;
    model.places = {place};
    const Projector projector({place.position, rangeMeters, 0.0, 0.0}, 1920, 1080);
    const Overlay overlay = layoutOverlay(model, projector, typesetter());
    EXPECT_TRUE(drawsText(overlay, "Somewhere"));
    return drawsText(overlay, "1609 m");
  };
  EXPECT_FALSE(hasHeight(PlaceKind::Island, 1, 1.0e6));
  EXPECT_FALSE(hasHeight(PlaceKind::Island, 1, 1.0e5));
  EXPECT_FALSE(hasHeight(PlaceKind::Island, 4, 1.0e6));
  EXPECT_TRUE(hasHeight(PlaceKind::Island, 4, 1.0e5));
  EXPECT_TRUE(hasHeight(PlaceKind::Volcano, 3, 1.0e6));
}

TEST(Overlay, LabelsAtMostThreeRingsOfOneLook) {
  RenderModel model;
  for (int i = 0; i < 8; ++i) {
    addSite(model, std::to_string(i), LatLon::fromDegrees(44.0 + 4.0 * (i % 4), i < 4 ? 142.0 : 158.0), 150e3);
  }
  const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1920, 1080), typesetter());
  EXPECT_EQ(count(overlay, LabelKind::Ring), 3U);
}

TEST(Overlay, ListsInTheLegendOnlyWhatIsInThePicture) {
  RenderModel model;
  GroundLine line;
  line.points = {LatLon::fromDegrees(49.0, 148.0), LatLon::fromDegrees(51.0, 152.0)};
  model.lines = {line};
  LegendEntry entry;
  entry.kind = LegendEntry::Kind::Line;
  entry.line = line.style;
  entry.text = "A line";
  model.legend = {entry};
  EXPECT_TRUE(drawsText(layoutOverlay(model, Projector(okhotsk(), 1280, 720), typesetter()), "A line"));
  const Camera elsewhere{LatLon::fromDegrees(-40.0, 20.0), 2.0e6, 0.0, 0.0};
  EXPECT_FALSE(drawsText(layoutOverlay(model, Projector(elsewhere, 1280, 720), typesetter()), "A line"));
}

/// The texts of some of a drawing's items.
std::vector<std::string> textsIn(const Overlay& overlay, std::size_t from, std::size_t to) {
  std::vector<std::string> texts;
  for (std::size_t i = from; i < to; ++i) {
    if (const auto* text = std::get_if<typography::TextItem>(&overlay.drawing.items.at(i))) texts.push_back(text->text);
  }
  return texts;
}

TEST(Overlay, PartsScaleAndDateFromTheOtherFurniture) {
  const RenderModel model = chain();
  for (const LegendStyle style : {LegendStyle::Still, LegendStyle::Open, LegendStyle::Folded}) {
    OverlayOptions options;
    options.chrome.legend = style;
    const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1920, 1080), typesetter(), options);
    ASSERT_EQ(overlay.liveParts.size(), 2U);
    const LivePart& date = overlay.liveParts[0];
    const LivePart& scale = overlay.liveParts[1];
    EXPECT_EQ(date.of, LivePart::Of::Date);
    EXPECT_EQ(scale.of, LivePart::Of::Camera);
    EXPECT_EQ(date.to, scale.from);
    EXPECT_EQ(scale.to, overlay.drawing.items.size());
    EXPECT_EQ(textsIn(overlay, date.from, date.to), std::vector<std::string>{model.dateText});
    bool hasCaption = false;
    for (const std::string& text : textsIn(overlay, scale.from, scale.to)) {
      hasCaption = hasCaption || text.starts_with("scale at the centre");
    }
    EXPECT_TRUE(hasCaption);
    for (const std::string& text : textsIn(overlay, overlay.furnitureFrom, date.from)) {
      EXPECT_NE(text, model.dateText);
      EXPECT_FALSE(text.starts_with("scale at the centre"));
    }
    for (const LivePart& part : overlay.liveParts) {
      for (std::size_t i = part.from; i < part.to; ++i) {
        const auto* text = std::get_if<typography::TextItem>(&overlay.drawing.items[i]);
        if (text == nullptr) continue;
        EXPECT_TRUE(contains(part.rect, {text->position.x, text->position.y, 0.0, 0.0})) << text->text;
      }
    }
  }
}

TEST(Overlay, TheLegendShowsASystemAsItStandsInThePicture) {
  const auto strokesGrey = [](const RenderModel& model) {
    const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1920, 1080), typesetter());
    int grey = 0;
    for (std::size_t i = overlay.furnitureFrom; i < overlay.drawing.items.size(); ++i) {
      const auto* path = std::get_if<typography::PathItem>(&overlay.drawing.items[i]);
      if (path == nullptr || !path->stroke) continue;
      const typography::Color& color = path->stroke->color;
      grey += color.red == palette::kWithdrawn.red && color.green == palette::kWithdrawn.green ? 1 : 0;
    }
    return grey;
  };
  RenderModel model;
  addSite(model, "a", LatLon::fromDegrees(50.0, 150.0), 300e3);
  addSite(model, "b", LatLon::fromDegrees(53.0, 156.0), 300e3);
  LegendEntry entry;
  entry.kind = LegendEntry::Kind::Ring;
  entry.shape = SymbolShape::Triangle;
  entry.color = palette::rgb(0xC8102E);
  entry.text = "Bastion";
  model.legend = {entry};
  const auto set = [&](std::size_t i, Status status) {
    model.rings[i].status = model.sites[i].parts[0].status = status;
  };
  set(0, Status::Withdrawn);
  set(1, Status::Withdrawn);
  EXPECT_GT(strokesGrey(model), 0);
  set(1, Status::Deployed);
  EXPECT_EQ(strokesGrey(model), 0);
}

TEST(Overlay, TheLegendOfOverlapsTellsWhatIsCounted) {
  RenderModel model;
  for (int i = 0; i < 3; ++i) addSite(model, std::to_string(i), LatLon::fromDegrees(48.0 + 2.0 * i, 150.0), 300e3);
  model.rings[0].status = Status::Planned;
  model.rings[1].status = Status::Hypothetical;
  LegendEntry entry;
  entry.text = "An entry";
  model.legend = {entry};
  const Projector map(okhotsk(), 1920, 1080);
  const auto legend = [&] {
    const Overlay overlay = layoutOverlay(model, map, typesetter());
    std::string all;
    for (const std::string& text : textsIn(overlay, overlay.furnitureFrom, overlay.drawing.items.size())) {
      all += text + " ";
    }
    return all;
  };
  EXPECT_EQ(legend().find("not counted"), std::string::npos);
  model.fillMode = FillMode::Overlaps;
  EXPECT_NE(legend().find("Planned rings count as deployed ones; hypothetical ones are not counted"), std::string::npos)
      << legend();
  model.rings[0].status = model.rings[1].status = Status::Deployed;
  EXPECT_EQ(legend().find("count as deployed"), std::string::npos);
}

TEST(Overlay, AFreeRingWhoseLineIsOutOfSightIsNamedAtItsMiddle) {
  RenderModel model;
  addSite(model, "own", LatLon::fromDegrees(50.0, 151.0), 300e3);
  Ring& ring = model.rings.front();
  ring.isFree = true;
  model.sites.clear();
  model.marks = {{"own", ring.centre, SymbolShape::Circle, palette::rgb(0x102030), 3.0, "own ring, far"}};
  model.marks.front().ofRing = ring.id;
  const Projector map(okhotsk(), 1920, 1080);
  EXPECT_FALSE(drawsText(layoutOverlay(model, map, typesetter()), "own ring, far"));
  ring.radiusMeters = 18e6;
  EXPECT_TRUE(drawsText(layoutOverlay(model, map, typesetter()), "own ring, far"));
}

TEST(Overlay, NoLineOfTheGraticuleStrikesItsOwnLabel) {
  RenderModel model;
  for (const Camera& camera : {Camera{LatLon::fromDegrees(89.9, 0.0), 2.5e5, 0.0, 0.0},
                               Camera{LatLon::fromDegrees(-89.5, 40.0), 4.0e5, 0.3, 0.0},
                               Camera{LatLon::fromDegrees(72.0, 30.0), 3.0e6, 0.4, 0.5}, okhotsk()}) {
    const Projector map(camera, 1280, 720);
    for (const PlacedLabel& label : layoutOverlay(model, map, typesetter()).labels) {
      if (label.kind != LabelKind::Graticule) continue;
      const bool isLatitude = label.text.back() == 'N' || label.text.back() == 'S';
      const double degrees = std::stod(label.text) * (label.text.back() == 'S' || label.text.back() == 'W' ? -1 : 1);
      if (label.text.find("′") != std::string::npos) continue;
      // The letters, without the room about them: all of them on one side of the line.
      const Rect box = label.boxes.front();
      int sides = 0;
      for (const double x : {box.x + 3.0, box.x + box.width - 3.0}) {
        for (const double y : {box.y + 3.0, box.y + box.height - 4.5}) {
          const auto ground = map.toGround({x, y});
          ASSERT_TRUE(ground) << label.text;
          const double at = isLatitude ? ground->latDegrees() : ground->lonDegrees();
          sides += std::remainder(at - degrees, 360.0) > 0.0 ? 1 : -1;
        }
      }
      EXPECT_EQ(std::abs(sides), 4) << label.text << " from " << camera.target.latDegrees();
    }
  }
}

TEST(Overlay, KeepsATapesLabelOffTheSignWhereItEnds) {
  RenderModel model;
  const LatLon end = LatLon::fromDegrees(50.0, 151.0);
  addSite(model, "a", end, 0.0);
  model.marks = {{"measure/1/2", end, SymbolShape::Circle, palette::rgb(0x102030), 3.0, "123.4 km"}};
  const Projector map(okhotsk(), 1920, 1080);
  const Overlay overlay = layoutOverlay(model, map, typesetter(), {});
  const auto pixel = map.visiblePixel(end);
  ASSERT_TRUE(pixel);
  const typography::TextItem* label = nullptr;
  for (const typography::Item& item : overlay.drawing.items) {
    const auto* drawn = std::get_if<typography::TextItem>(&item);
    if (drawn != nullptr && drawn->text == "123.4 km") label = drawn;
  }
  ASSERT_NE(label, nullptr);
  // A sign is 6.5 units about its place, its casing and the glow of what is selected some 7 more.
  const double left = label->position.x - pixel->x;
  const double above = pixel->y - (label->position.y + 0.2 * label->style.sizePixels);
  EXPECT_GT(std::hypot(left, above), 13.5 * map.unit());
  EXPECT_LT(std::hypot(left, above), 25.0 * map.unit());
}

TEST(Overlay, KeepsNamesAndLegendOffWhatTheWindowCovers) {
  const RenderModel model = chain();
  OverlayOptions options;
  options.chrome.legend = LegendStyle::Open;
  options.chrome.covered = {{1180.0, 20.0, 80.0, 680.0}};
  const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1280, 720), typesetter(), options);
  ASSERT_NE(furniture(overlay, "legend"), nullptr);
  for (const PlacedLabel& label : overlay.labels) {
    if (label.kind == LabelKind::Cluster || label.id == "sources") continue;
    for (const Rect& box : label.boxes) EXPECT_FALSE(overlap(box, options.chrome.covered.front())) << label.text;
  }
}

TEST(Overlay, ParksLabelsOfToolsBesideEachOtherAndDropsWhatMayYield) {
  RenderModel model;
  const LatLon place = LatLon::fromDegrees(50.0, 151.0);
  for (int i = 0; i < 4; ++i) {
    GroundMark& mark = model.marks.emplace_back();
    mark.id = "measure/" + std::to_string(i);
    mark.position = place;
    mark.label = "123.4 km";
  }
  for (int i = 0; i < 12; ++i) {
    GroundMark& mark = model.marks.emplace_back();
    mark.id = "wrong/" + std::to_string(i);
    mark.position = place;
    mark.radiusPixels = 0.0;
    mark.label = "85–92 km too short";
    mark.mayYield = true;
  }
  const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), 1920, 1080), typesetter());
  std::vector<Rect> boxes;
  for (const typography::Item& item : overlay.drawing.items) {
    const auto* text = std::get_if<typography::TextItem>(&item);
    if (text == nullptr || (text->text != "123.4 km" && text->text != "85–92 km too short")) continue;
    const double width = typesetter().measure(text->text, text->style).advancePixels;
    boxes.push_back(
        {text->position.x, text->position.y - 0.7 * text->style.sizePixels, width, 0.7 * text->style.sizePixels});
  }
  ASSERT_GT(boxes.size(), 4U);
  EXPECT_LT(boxes.size(), 16U);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(overlap(boxes[i], boxes[k])) << i << " " << k;
  }
}

}  // namespace
}  // namespace cordon::scene
