#pragma once

#include <bitset>
#include <deque>
#include <optional>

namespace cordon::app {

/// One thing that the mouse or the keyboard did, with GLFW's numbers of keys and buttons.
struct InputEvent {
  enum class Kind { KeyPress, KeyRepeat, KeyRelease, Character, ButtonPress, ButtonRelease, Move, Leave, Wheel };
  Kind kind = Kind::Move;
  int code = 0;  ///< the key or the button
  int scancode = 0;
  int modifiers = 0;
  unsigned codepoint = 0;
  double x = 0.0;  ///< Move: framebuffer pixels; Wheel: notches
  double y = 0.0;
  double seconds = 0.0;  ///< when it happened
};

/// Hands out events in their order, so many a frame that a toolkit which looks at the state of keys and buttons once a
/// frame misses none: a key or button changes once a frame at most, and no text, key, click or distant move shares a
/// frame with something before it whose outcome it depends on. Letters that are only typed are not held back.
class InputQueue {
 public:
  void push(InputEvent event);

  /// Begins another frame. `isTyping`: a field has the keyboard, to which each repeat of a key matters; elsewhere a
  /// frame has all of them.
  void beginFrame(bool isTyping);
  /// The next event that this frame may have; nothing where it has to wait for the next frame, or there is none.
  std::optional<InputEvent> next();
  /// Nothing more in this frame: what was done changes what comes next is meant for.
  void endFrame() { isEnded_ = true; }

  bool isEmpty() const { return events_.empty(); }

 private:
  bool mayFollow(const InputEvent& event) const;
  void note(const InputEvent& event);

  std::deque<InputEvent> events_;
  bool isEnded_ = false;
  bool isTyping_ = false;
  std::bitset<512> changedKeys_;  ///< this frame, as all that follows
  std::bitset<16> changedButtons_;
  bool hasText_ = false;
  bool hasKey_ = false;  ///< a press of one that types nothing
  bool hasWheel_ = false;
  bool hasMovedFar_ = false;
  double frameX_ = 0.0;  ///< the pointer when the frame began
  double frameY_ = 0.0;
  double x_ = 0.0;
  double y_ = 0.0;
};

}  // namespace cordon::app
