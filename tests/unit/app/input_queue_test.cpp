#include "app/view/input_queue.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cordon::app {
namespace {

using Kind = InputEvent::Kind;

class InputQueueTest : public testing::Test {
 protected:
  void push(Kind kind, int code, int modifiers = 0) {
    InputEvent event{kind};
    event.code = code;
    event.modifiers = modifiers;
    queue_.push(event);
  }

  void tap(int key, int modifiers = 0) {
    push(Kind::KeyPress, key, modifiers);
    push(Kind::KeyRelease, key, modifiers);
  }

  void type(const std::string& letters) {
    for (const char letter : letters) {
      const int key = GLFW_KEY_A + (letter - 'a');
      push(Kind::KeyPress, key);
      InputEvent event{Kind::Character};
      event.codepoint = static_cast<unsigned>(letter);
      queue_.push(event);
      push(Kind::KeyRelease, key);
    }
  }

  void move(double x, double y) {
    InputEvent event{Kind::Move};
    event.x = x;
    event.y = y;
    queue_.push(event);
  }

  /// What each frame gets, until nothing is left: a letter for a character, "+" and "-" with the number of a key or
  /// button that goes down or up, ">" for a move, "~" for the wheel. Keys of letters are left out.
  std::vector<std::string> frames(bool isTyping = true) {
    std::vector<std::string> frames;
    while (!queue_.isEmpty()) {
      queue_.beginFrame(isTyping);
      std::string frame;
      while (const auto event = queue_.next()) frame += signOf(*event);
      frames.push_back(frame);
      if (frames.size() > 1000) break;
    }
    return frames;
  }

  static std::string numbered(char sign, int code) { return std::string(1, sign).append(std::to_string(code)); }

  static std::string signOf(const InputEvent& event) {
    switch (event.kind) {
      case Kind::KeyPress:
      case Kind::KeyRelease:
        if (event.modifiers == 0 && event.code >= GLFW_KEY_A && event.code <= GLFW_KEY_Z) return "";
        return numbered(event.kind == Kind::KeyPress ? '+' : '-', event.code);
      case Kind::ButtonPress:
        return numbered('+', event.code);
      case Kind::ButtonRelease:
        return numbered('-', event.code);
      case Kind::Character:
        return std::string(1, static_cast<char>(event.codepoint));
      case Kind::KeyRepeat:
        return numbered('=', event.code);
      case Kind::Move:
      case Kind::Leave:
        return ">";
      case Kind::Wheel:
        return "~";
    }
    return "?";
  }

  InputQueue queue_;
};

using Frames = std::vector<std::string>;

TEST_F(InputQueueTest, GivesTypedTextToOneFrame) {
  type("okhotsk");
  EXPECT_EQ(frames(), (Frames{"okhotsk"}));
}

TEST_F(InputQueueTest, KeepsKeysAndTextInTheirOrderAndLosesNoTap) {
  type("ab");
  tap(GLFW_KEY_BACKSPACE);
  tap(GLFW_KEY_BACKSPACE);
  type("c");
  tap(GLFW_KEY_ENTER);
  EXPECT_EQ(frames(), (Frames{"ab", "+259", "-259", "+259", "-259c", "+257", "-257"}));
}

TEST_F(InputQueueTest, KeepsAModifierWithTheKeysThatItWasHeldFor) {
  push(Kind::KeyPress, GLFW_KEY_LEFT_CONTROL);
  tap(GLFW_KEY_A, GLFW_MOD_CONTROL);
  push(Kind::KeyRelease, GLFW_KEY_LEFT_CONTROL);
  type("x");
  EXPECT_EQ(frames(), (Frames{"+341+65", "-65-341x"}));
  type("y");
  push(Kind::KeyPress, GLFW_KEY_LEFT_CONTROL);
  push(Kind::KeyRelease, GLFW_KEY_LEFT_CONTROL);
  EXPECT_EQ(frames(), (Frames{"y", "+341", "-341"}));  // Ctrl makes no shortcut of the y
}

TEST_F(InputQueueTest, ReleasesAShortcutsKeyLaterEvenWhenCtrlWasLetGoFirst) {
  push(Kind::KeyPress, GLFW_KEY_A, GLFW_MOD_CONTROL);
  push(Kind::KeyRelease, GLFW_KEY_A, 0);
  EXPECT_EQ(frames().size(), 2U);
}

TEST_F(InputQueueTest, GivesEachClickItsFramesAndItsPlace) {
  move(100, 100);
  push(Kind::ButtonPress, 0);
  push(Kind::ButtonRelease, 0);
  move(300, 100);
  push(Kind::ButtonPress, 0);
  push(Kind::ButtonRelease, 0);
  EXPECT_EQ(frames(), (Frames{">", "+0", "-0", ">", "+0", "-0"}));
  move(302, 101);  // so near that the same thing is pointed at
  push(Kind::ButtonPress, 0);
  EXPECT_EQ(frames(), (Frames{">+0"}));
}

TEST_F(InputQueueTest, PutsTogetherMovesAndTurnsOfTheWheel) {
  for (int i = 1; i <= 50; ++i) move(i, 0);
  InputEvent wheel{Kind::Wheel};
  wheel.y = 0.5;
  for (int i = 0; i < 4; ++i) queue_.push(wheel);
  queue_.beginFrame(true);
  const auto moved = queue_.next();
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->x, 50.0);
  EXPECT_FALSE(queue_.next());  // what the wheel turns over is known a frame later
  queue_.beginFrame(true);
  const auto turned = queue_.next();
  ASSERT_TRUE(turned);
  EXPECT_EQ(turned->y, 2.0);
  EXPECT_TRUE(queue_.isEmpty());
}

TEST_F(InputQueueTest, GivesRepeatsOneByOneToAFieldAndElsewhereAtOnce) {
  for (const bool isTyping : {false, true}) {
    push(Kind::KeyPress, GLFW_KEY_LEFT);
    for (int i = 0; i < 3; ++i) push(Kind::KeyRepeat, GLFW_KEY_LEFT);
    push(Kind::KeyRelease, GLFW_KEY_LEFT);
    const Frames held = isTyping ? Frames{"+263", "=263", "=263", "=263", "-263"} : Frames{"+263=263=263=263", "-263"};
    EXPECT_EQ(frames(isTyping), held);
  }
}

TEST_F(InputQueueTest, HoldsTheRestBackWhenAFrameIsEnded) {
  type("no");
  queue_.beginFrame(true);
  EXPECT_EQ(queue_.next()->kind, Kind::KeyPress);
  EXPECT_EQ(queue_.next()->codepoint, static_cast<unsigned>('n'));
  queue_.endFrame();
  EXPECT_FALSE(queue_.next());
  EXPECT_EQ(frames(), (Frames{"o"}));
}

}  // namespace
}  // namespace cordon::app
