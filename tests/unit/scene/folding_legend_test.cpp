#include <gtest/gtest.h>

#include <tuple>
#include <vector>

#include "scene/occupancy.h"
#include "unit/scene/overlay_samples.h"

namespace cordon::scene {
namespace {

using namespace test;

TEST(FoldingLegend, TellsAllEntriesOrHowManyItLeavesOut) {
  RenderModel model = chain();
  for (int i = 1; i <= 9; ++i) {
    LegendEntry& entry = model.legend.emplace_back();
    entry.text = "Entry " + std::to_string(i);
  }
  OverlayOptions options;
  options.chrome.legend = LegendStyle::Open;
  for (const auto& [width, height, unit] : {std::tuple{1280, 720, 0.82}, std::tuple{704, 626, 1.0},
                                            std::tuple{920, 660, 0.82}, std::tuple{700, 480, 1.0}}) {
    const Overlay overlay = layoutOverlay(model, Projector(okhotsk(), width, height, unit), typesetter(), options);
    ASSERT_TRUE(overlay.legendTitle) << width;
    int told = 0;
    int others = 0;
    for (const typography::Item& item : overlay.drawing.items) {
      const auto* text = std::get_if<typography::TextItem>(&item);
      others += text != nullptr && text->text == "Bastion, planned" ? 1 : 0;
    }
    for (int i = 1; i <= 9; ++i) told += drawsText(overlay, "Entry " + std::to_string(i)) ? 1 : 0;
    EXPECT_TRUE(told == 9 || drawsText(overlay, std::to_string(14 - told - others) + " more")) << width << " " << told;
    EXPECT_TRUE(drawsText(overlay, "Legend"));
  }
  options.chrome.legend = LegendStyle::Folded;
  const Projector map(okhotsk(), 1280, 720, 0.82);
  const Overlay folded = layoutOverlay(model, map, typesetter(), options);
  ASSERT_TRUE(folded.legendTitle);
  EXPECT_FALSE(drawsText(folded, "Entry 1"));
  EXPECT_FALSE(layoutOverlay(model, map, typesetter()).legendTitle);  // stills do not fold
}

TEST(FoldingLegend, KeepsClearOfSites) {
  OverlayOptions options;
  options.chrome.legend = LegendStyle::Open;
  const Projector map(okhotsk(), 704, 593, 1.0);  // large type at 1280x720
  options.chrome.covered = {{607.0, 25.0, 80.0, 400.0}};
  // Rows of sites, from which the lower edge, the left, the right or both keep free.
  const std::vector<std::vector<typography::Point>> rows{
      {{60.0, 520.0}, {180.0, 520.0}, {300.0, 520.0}, {420.0, 520.0}, {540.0, 520.0}, {660.0, 520.0}},
      {{60.0, 120.0}, {60.0, 220.0}, {60.0, 320.0}, {60.0, 420.0}, {60.0, 520.0}},
      {{560.0, 470.0}, {560.0, 540.0}, {200.0, 430.0}, {200.0, 540.0}, {400.0, 250.0}},
      {{620.0, 560.0}, {80.0, 90.0}, {80.0, 560.0}}};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    RenderModel model = chain();
    model.sites.clear();
    model.rings.clear();
    LegendEntry entry;
    entry.text = "An entry";
    entry.detail = "and what is known of it";
    model.legend.assign(9, entry);
    for (const typography::Point& pixel : rows[row]) {
      const auto place = map.toGround(pixel);
      ASSERT_TRUE(place);
      addSite(model, "s" + std::to_string(model.sites.size()), *place, 0.0);
    }
    const Overlay overlay = layoutOverlay(model, map, typesetter(), options);
    const PlacedLabel* legend = furniture(overlay, "legend");
    ASSERT_NE(legend, nullptr) << row;
    for (const SiteSymbol& site : model.sites) {
      const auto pixel = map.visiblePixel(site.position);
      ASSERT_TRUE(pixel);
      EXPECT_FALSE(overlap(legend->boxes.front(), {pixel->x - 6.0, pixel->y - 6.0, 12.0, 12.0})) << row << site.id;
    }
    EXPECT_FALSE(overlap(legend->boxes.front(), options.chrome.covered.front()));
  }
  // With nothing to keep clear of it has all its details.
  RenderModel empty = chain();
  empty.sites.clear();
  EXPECT_TRUE(drawsText(layoutOverlay(empty, Projector(okhotsk(), 1920, 1080, 0.82), typesetter(), options),
                        "more than 300 km"));
}

}  // namespace
}  // namespace cordon::scene
