#include "edit/history.h"

#include <gtest/gtest.h>

#include <random>

#include "scenario/io.h"

namespace cordon::edit {
namespace {

using Pushed = History::Pushed;

scenario::Document documentTitled(const std::string& title) {
  scenario::Document document;
  document.title = title;
  return document;
}

History::DocumentPointer titled(const std::string& title) {
  return std::make_shared<const scenario::Document>(documentTitled(title));
}

/// A document of some sites, the id of each with its name.
History::DocumentPointer withSites(const std::vector<std::pair<std::string, std::string>>& sites) {
  scenario::Document document;
  for (const auto& [id, name] : sites) {
    scenario::Feature& site = document.features.emplace_back();
    site.id = id;
    site.name = name;
  }
  return std::make_shared<const scenario::Document>(std::move(document));
}

TEST(History, StepsBackAndForthExactly) {
  History history(titled("1"));
  EXPECT_FALSE(history.canUndo());
  EXPECT_FALSE(history.canRedo());
  EXPECT_EQ(history.push("two", titled("2")), Pushed::Step);
  EXPECT_EQ(history.push("three", titled("3")), Pushed::Step);
  EXPECT_EQ(history.undoStep(), "three");
  history.undo();
  EXPECT_EQ(history.current()->title, "2");
  EXPECT_EQ(history.undoStep(), "two");
  EXPECT_EQ(history.redoStep(), "three");
  history.undo();
  EXPECT_EQ(history.current()->title, "1");
  EXPECT_FALSE(history.canUndo());
  history.redo();
  history.redo();
  EXPECT_EQ(history.current()->title, "3");
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

TEST(History, RedoBringsBackTheSameIdsAtTheSamePlaces) {
  const auto after = withSites({{"a", "A"}, {"site-7", "New"}, {"b", "B"}});
  History history(withSites({{"a", "A"}, {"b", "B"}}));
  history.push("Add", after);
  history.push("Delete", withSites({{"b", "B"}}));
  history.undo();
  EXPECT_EQ(*history.current(), *after);
  history.undo();
  history.redo();
  EXPECT_EQ(*history.current(), *after);
}

TEST(History, WhatChangesNothingIsNoStep) {
  History history(titled("1"));
  history.push("two", titled("2"));
  history.undo();
  EXPECT_EQ(history.push("nothing", titled("1")), Pushed::Nothing);
  EXPECT_EQ(history.stepCount(), 1U);
  EXPECT_TRUE(history.canRedo());
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
  history.push("other", titled("3"));
  EXPECT_TRUE(history.isModified());
  // The step that was saved is gone, but the same text is as saved, however it was written.
  history.push("two again", titled("2"));
  EXPECT_FALSE(history.isModified());
  history.undo();
  EXPECT_TRUE(history.isModified());
}

TEST(History, PushesOfOneDragAreOneStep) {
  History history(withSites({{"a", "start"}, {"b", "B"}}));
  EXPECT_EQ(history.push("Move a", withSites({{"a", "1"}, {"b", "B"}}), "drag 1"), Pushed::Step);
  EXPECT_EQ(history.push("Move a", withSites({{"a", "2"}, {"b", "B"}}), "drag 1"), Pushed::Merged);
  EXPECT_EQ(history.push("Move a by 5 km", withSites({{"a", "3"}, {"b", "B"}}), "drag 1"), Pushed::Merged);
  EXPECT_EQ(history.stepCount(), 1U);
  EXPECT_EQ(history.undoStep(), "Move a by 5 km");
  EXPECT_EQ(history.push("Move a", withSites({{"a", "4"}, {"b", "B"}}), "drag 2"), Pushed::Step);
  EXPECT_EQ(history.stepCount(), 2U);
  history.undo();
  EXPECT_EQ(history.current()->features[0].name, "3");
  history.undo();
  EXPECT_EQ(history.current()->features[0].name, "start");
  history.redo();
  EXPECT_EQ(history.current()->features[0].name, "3");
}

TEST(History, ADragBackToItsStartLeavesNoStep) {
  History history(titled("start"));
  history.push("Move", titled("1"), "drag");
  EXPECT_EQ(history.push("Move", titled("start"), "drag"), Pushed::Cancelled);
  EXPECT_FALSE(history.canUndo());
  EXPECT_FALSE(history.isModified());
  EXPECT_EQ(history.push("Move", titled("2"), "drag"), Pushed::Step);
  history.undo();
  EXPECT_EQ(history.current()->title, "start");
}

TEST(History, NothingMayComeBetweenPushesThatMerge) {
  const auto second = [](const auto& between, const char* key) {
    History history(titled("0"));
    history.push("one", titled("1"), "word");
    between(history);
    return history.push("two", titled("2"), key);
  };
  const auto nothing = [](History&) {};
  EXPECT_EQ(second(nothing, "word"), Pushed::Merged);
  EXPECT_EQ(second(nothing, "other word"), Pushed::Step);
  EXPECT_EQ(second(nothing, ""), Pushed::Step);
  EXPECT_EQ(second([](History& history) { history.markSaved(); }, "word"), Pushed::Step);
  EXPECT_EQ(second([](History& history) { history.endMerging(); }, "word"), Pushed::Step);
  EXPECT_EQ(second([](History& history) { history.push("x", titled("x")); }, "word"), Pushed::Step);
  const auto undoAndRedo = [](History& history) {
    history.undo();
    history.redo();
  };
  EXPECT_EQ(second(undoAndRedo, "word"), Pushed::Step);
}

TEST(History, JumpsToAnyOfItsSteps) {
  History history(titled("0"));
  for (const char* title : {"1", "2", "3"}) history.push(std::string("to ") + title, titled(title));
  EXPECT_EQ(history.stepCount(), 3U);
  EXPECT_EQ(history.stepName(1), "to 2");
  EXPECT_EQ(history.stepChange(1).members->after.title, "2");
  for (const std::size_t position : {0U, 3U, 1U, 1U, 2U, 0U}) {
    history.jumpTo(position);
    EXPECT_EQ(history.position(), position);
    EXPECT_EQ(history.current()->title, std::to_string(position));
    EXPECT_EQ(history.isModified(), position != 0);
  }
  EXPECT_THROW(history.jumpTo(4), std::out_of_range);
  EXPECT_EQ(history.current()->title, "0");
}

TEST(History, DropsTheOldestStepsBeyondItsMemory) {
  constexpr std::size_t kMostBytes = 100'000;
  History history(titled("0"), kMostBytes);
  for (int i = 1; i <= 20; ++i) history.push("step", titled(std::to_string(i) + std::string(10'000, 'x')));
  EXPECT_LT(history.stepCount(), 10U);
  EXPECT_GE(history.stepCount(), 2U);
  EXPECT_EQ(history.stepCount() + history.droppedSteps(), 20U);
  const std::size_t kept = history.stepCount();
  history.jumpTo(0);
  EXPECT_EQ(history.current()->title, std::to_string(20 - kept) + std::string(10'000, 'x'));
  EXPECT_TRUE(history.isModified());
  // What was saved is out of reach by undoing, not by hand.
  history.push("by hand", titled("0"));
  EXPECT_FALSE(history.isModified());
  history.push("huge", titled(std::string(2 * kMostBytes, 'x')));
  EXPECT_EQ(history.stepCount(), 1U);
  history.undo();
  EXPECT_EQ(history.current()->title, "0");
}

TEST(History, AnyWalkGivesTheSameBytesAtTheSamePosition) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
    std::vector<std::pair<std::string, std::string>> sites{{"s0", "0"}};
    History history(withSites(sites));
    std::vector<std::string> texts{scenario::writeDocument(*history.current())};
    for (int i = 1; i < 60; ++i) {
      if (below(3) == 0) {
        history.jumpTo(static_cast<std::size_t>(below(static_cast<int>(history.stepCount()) + 1)));
        sites.clear();
        for (const auto& site : history.current()->features) sites.emplace_back(site.id, site.name);
      } else {
        const auto at = sites.begin() + below(static_cast<int>(sites.size()) + 1);
        if (below(2) == 0 && at != sites.end()) {
          sites.erase(at);
        } else {
          sites.insert(at, {"s" + std::to_string(i), std::to_string(i)});
        }
        texts.resize(history.position() + 1);
        history.push("step", withSites(sites));
        texts.push_back(scenario::writeDocument(*history.current()));
      }
      ASSERT_EQ(scenario::writeDocument(*history.current()), texts.at(history.position())) << "seed " << seed;
      ASSERT_EQ(history.isModified(), texts.at(history.position()) != texts.front()) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace cordon::edit
