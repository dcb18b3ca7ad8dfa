#include "edit/history.h"

#include <gtest/gtest.h>

namespace cordon::edit {
namespace {

History::DocumentPointer titled(const char* title) {
  scenario::Document document;
  document.title = title;
  return std::make_shared<const scenario::Document>(std::move(document));
}

TEST(History, StepsBackAndForthExactly) {
  const auto first = titled("1");
  const auto second = titled("2");
  const auto third = titled("3");
  History history(first);
  EXPECT_FALSE(history.canUndo());
  EXPECT_FALSE(history.canRedo());
  history.push("two", second);
  history.push("three", third);
  EXPECT_EQ(history.undoStep(), "three");
  history.undo();
  EXPECT_EQ(history.current(), second);
  EXPECT_EQ(history.undoStep(), "two");
  EXPECT_EQ(history.redoStep(), "three");
  history.undo();
  EXPECT_EQ(history.current(), first);
  EXPECT_FALSE(history.canUndo());
  history.redo();
  history.redo();
  EXPECT_EQ(history.current(), third);
  EXPECT_FALSE(history.canRedo());
}

TEST(History, DropsWhatWasUndoneOnceSomethingElseIsDone) {
  History history(titled("1"));
  history.push("two", titled("2"));
  history.undo();
  history.push("other", titled("2b"));
  EXPECT_FALSE(history.canRedo());
  EXPECT_EQ(history.undoStep(), "other");
  EXPECT_EQ(history.current()->title, "2b");
  history.undo();
  EXPECT_EQ(history.current()->title, "1");
  EXPECT_FALSE(history.canUndo());
}

TEST(History, KnowsWhetherItIsAsSaved) {
  History history(titled("1"));
  EXPECT_FALSE(history.isModified());
  history.push("two", titled("2"));
  EXPECT_TRUE(history.isModified());
  history.undo();
  EXPECT_FALSE(history.isModified());
  history.redo();
  history.markSaved();
  EXPECT_FALSE(history.isModified());
  history.undo();
  EXPECT_TRUE(history.isModified());
  // The saved version is gone: nothing is as saved any more.
  history.push("two again", titled("2"));
  EXPECT_TRUE(history.isModified());
  history.undo();
  EXPECT_TRUE(history.isModified());
}

}  // namespace
}  // namespace cordon::edit
