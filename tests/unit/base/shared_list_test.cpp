#include "base/shared_list.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

using List = SharedList<int>;

TEST(SharedList, CopiesShareItemsUntilOneIsChanged) {
  const List first{1, 2, 3};
  List second = first;
  EXPECT_TRUE(second.sharesItem(1, first, 1));
  second.edit(1) += 10;
  EXPECT_EQ(first[1], 2);
  EXPECT_EQ(second[1], 12);
  EXPECT_FALSE(second.sharesItem(1, first, 1));
  EXPECT_TRUE(second.sharesItem(2, first, 2));
  second.set(2, 4);
  EXPECT_EQ(first[2], 3);
  EXPECT_EQ(second.back(), 4);
}

TEST(SharedList, IsEqualByItems) {
  const List first{1, 2};
  EXPECT_EQ(first, (List{1, 2}));
  EXPECT_NE(first, (List{1}));
  EXPECT_NE(first, (List{1, 3}));
}

TEST(SharedList, TakesItemsInAndOut) {
  List list{1, 2};
  list.emplace_back() = 3;
  list.push_back(4);
  EXPECT_EQ(list, (List{1, 2, 3, 4}));
  list.erase(1);
  EXPECT_EQ(erase_if(list, [](int item) { return item > 3; }), 1U);
  EXPECT_EQ(list, (List{1, 3}));
  List other{9};
  other.share(list, 1);
  EXPECT_EQ(other, (List{9, 3}));
  EXPECT_EQ(std::find(list.begin(), list.end(), 3) - list.begin(), 1);
  list.clear();
  EXPECT_TRUE(list.empty());
}

}  // namespace
}  // namespace cordon
