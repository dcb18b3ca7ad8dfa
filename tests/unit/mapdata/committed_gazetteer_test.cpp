#include <algorithm>
#include <string>
#include <string_view>

#include "gtest/gtest.h"
#include "mapdata/gazetteer.h"

namespace cordon::mapdata {
namespace {

// The committed files: a property that the reader knows by another name shows here as an empty field.
class CommittedGazetteer : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = loadGazetteer(std::string(CORDON_SOURCE_DIR) + "/geodata");
    ASSERT_TRUE(loaded.ok());
    EXPECT_TRUE(loaded.diagnostics().empty());
    gazetteer_ = std::move(loaded).value();
  }

  const GazetteerPlace* place(std::string_view english, std::string_view kind) const {
    const auto found = std::find_if(gazetteer_.places.begin(), gazetteer_.places.end(), [&](const GazetteerPlace& one) {
      return one.names.en == english && one.kind == kind;
    });
    return found == gazetteer_.places.end() ? nullptr : &*found;
  }

  Gazetteer gazetteer_;
};

TEST_F(CommittedGazetteer, PlacesHaveNamesKindsRanksAndHeights) {
  const GazetteerPlace* sea = place("Sea of Okhotsk", "sea");
  ASSERT_NE(sea, nullptr);
  EXPECT_EQ(sea->names.ru, "Охотское море");
  EXPECT_EQ(sea->names.ja, "オホーツク海");
  EXPECT_EQ(sea->rank, 1);
  const GazetteerPlace* iturup = place("Iturup / Etorofu", "island");
  ASSERT_NE(iturup, nullptr);
  EXPECT_EQ(iturup->names.ru, "Итуруп");
  EXPECT_EQ(iturup->names.ja, "択捉島");
  EXPECT_EQ(iturup->rank, 2);
  EXPECT_EQ(iturup->heightMeters, 1634.0);
  EXPECT_NEAR(iturup->position.latDegrees(), 45.0, 0.7);
  EXPECT_NEAR(iturup->position.lonDegrees(), 147.8, 1.0);
  EXPECT_GE(std::count_if(gazetteer_.places.begin(), gazetteer_.places.end(),
                          [](const GazetteerPlace& one) { return one.heightMeters > 0.0; }),
            50);
  EXPECT_GE(std::count_if(gazetteer_.places.begin(), gazetteer_.places.end(),
                          [](const GazetteerPlace& one) { return one.path.size() > 1; }),
            20);
  for (const GazetteerPlace& one : gazetteer_.places) {
    EXPECT_FALSE(one.names.en.empty());
    EXPECT_FALSE(one.kind.empty()) << one.names.en;
  }
}

TEST_F(CommittedGazetteer, StraitsHaveNamesLinesAndPublishedWidths) {
  ASSERT_GE(gazetteer_.straits.size(), 20U);
  for (const GazetteerShape& strait : gazetteer_.straits) {
    EXPECT_GT(strait.widthKm, 1.0) << strait.names.en;
    EXPECT_LT(strait.widthKm, 100.0) << strait.names.en;
    EXPECT_FALSE(strait.names.ru.empty()) << strait.names.en;
    EXPECT_FALSE(strait.names.ja.empty()) << strait.names.en;
    ASSERT_EQ(strait.parts.size(), 1U);
    EXPECT_GE(strait.parts[0].size(), 2U);
    EXPECT_FALSE(strait.closed);
  }
  const auto notsuke = std::find_if(gazetteer_.straits.begin(), gazetteer_.straits.end(),
                                    [](const GazetteerShape& one) { return one.names.en == "Notsuke Strait"; });
  ASSERT_NE(notsuke, gazetteer_.straits.end());
  EXPECT_EQ(notsuke->widthKm, 16.0);
}

TEST_F(CommittedGazetteer, DisputedIslandsAreAreasAndClaimsAreLines) {
  int islands = 0;
  int lines = 0;
  for (const GazetteerShape& shape : gazetteer_.disputed) {
    if (shape.kind == "disputed_island") {
      ++islands;
      EXPECT_TRUE(shape.closed);
      EXPECT_FALSE(shape.names.ru.empty());
      EXPECT_FALSE(shape.names.ja.empty());
    } else {
      EXPECT_EQ(shape.kind, "claim_line");
      EXPECT_FALSE(shape.closed);
      ++lines;
    }
  }
  EXPECT_EQ(islands, 4);
  EXPECT_EQ(lines, 2);
  EXPECT_GE(std::count_if(gazetteer_.seaLimits.begin(), gazetteer_.seaLimits.end(),
                          [](const GazetteerShape& one) { return one.kind == "limit" && !one.closed; }),
            4);
}

}  // namespace
}  // namespace cordon::mapdata
