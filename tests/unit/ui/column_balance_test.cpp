#include "ui/column_balance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cordon::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(BalancedColumns, FillTheLowestFirst) {
  EXPECT_THAT(balancedColumns({3.0F, 1.0F, 1.0F, 3.0F}, 2), ElementsAre(0, 1, 1, 1));
  EXPECT_THAT(balancedColumns({5.0F, 1.0F}, 4), ElementsAre(0, 1));
  EXPECT_THAT(balancedColumns({5.0F, 1.0F, 2.0F}, 1), ElementsAre(0, 0, 0));
  EXPECT_THAT(balancedColumns({}, 3), IsEmpty());
}

TEST(BalancedColumns, DifferByNoMoreThanABlock) {
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    std::vector<float> heights(12);
    for (float& height : heights) height = static_cast<float>(1 + random() % 20);
    for (std::size_t columns = 1; columns <= 4; ++columns) {
      std::vector<float> filled(columns, 0.0F);
      const std::vector<std::size_t> columnOf = balancedColumns(heights, columns);
      ASSERT_EQ(columnOf.size(), heights.size());
      for (std::size_t i = 0; i < heights.size(); ++i) filled.at(columnOf[i]) += heights[i];
      const auto [least, most] = std::minmax_element(filled.begin(), filled.end());
      EXPECT_LE(*most - *least, *std::max_element(heights.begin(), heights.end()));
    }
  }
}

}  // namespace
}  // namespace cordon::ui
