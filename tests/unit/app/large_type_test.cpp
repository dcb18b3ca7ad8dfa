#include "app/view/large_type.h"

#include <gtest/gtest.h>

namespace cordon::app {
namespace {

TEST(LargeType, EnlargesAndGoesBack) {
  LargeType type;
  double scale = 1.25;
  type.set(true, scale);
  EXPECT_TRUE(type.isOn());
  EXPECT_DOUBLE_EQ(scale, 2.0);
  EXPECT_EQ(type.kept(scale), 1.25);
  type.set(true, scale);
  EXPECT_DOUBLE_EQ(scale, 2.0) << "not twice";
  type.set(false, scale);
  EXPECT_FALSE(type.isOn());
  EXPECT_EQ(scale, 1.25);
  type.set(false, scale);
  EXPECT_EQ(scale, 1.25);
}

TEST(LargeType, StaysWithinTheLimit) {
  LargeType type;
  double scale = 2.0;
  type.set(true, scale);
  EXPECT_EQ(scale, 2.5);
  type.set(false, scale);
  EXPECT_EQ(scale, 2.0);
}

TEST(LargeType, KeepsASizeThatIsChosenMeanwhile) {
  LargeType type;
  double scale = 1.0;
  type.set(true, scale);
  scale = 1.5;
  EXPECT_EQ(type.kept(scale), 1.5);
  type.set(false, scale);
  EXPECT_EQ(scale, 1.5);
}

}  // namespace
}  // namespace cordon::app
