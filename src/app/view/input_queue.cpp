#include "app/view/input_queue.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cmath>
#include <cstddef>

namespace cordon::app {

namespace {

using Kind = InputEvent::Kind;

/// A pointer that went no farther points at the same thing still.
constexpr double kNearPixels = 4.0;
constexpr double kOutside = -1.0e6;

bool isModifier(int key) {
  return key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
}

/// Keys whose press does nothing by itself: the characters that follow say what was typed.
bool isTyped(const InputEvent& event) {
  if ((event.modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_ALT)) != 0) return false;
  const bool isPad = event.code >= GLFW_KEY_KP_0 && event.code <= GLFW_KEY_KP_ADD;
  return (event.code >= GLFW_KEY_SPACE && event.code < GLFW_KEY_ESCAPE) || isPad || event.code == GLFW_KEY_KP_EQUAL;
}

template <std::size_t count>
bool has(const std::bitset<count>& set, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < count && set[static_cast<std::size_t>(index)];
}

template <std::size_t count>
void add(std::bitset<count>& set, int index) {
  if (index >= 0 && static_cast<std::size_t>(index) < count) set.set(static_cast<std::size_t>(index));
}

}  // namespace

void InputQueue::push(InputEvent event) {
  // Of the places that a pointer passes only the last matters, of the turns of a wheel their sum.
  if (!events_.empty() && events_.back().kind == event.kind) {
    InputEvent& last = events_.back();
    if (event.kind == Kind::Wheel) {
      last.x += event.x;
      last.y += event.y;
      return;
    }
    if (event.kind == Kind::Move) {
      last = event;
      return;
    }
  }
  events_.push_back(event);
}

void InputQueue::beginFrame(bool isTyping) {
  isTyping_ = isTyping;
  isEnded_ = false;
  changedKeys_.reset();
  changedButtons_.reset();
  hasText_ = hasKey_ = hasWheel_ = hasMovedFar_ = false;
  frameX_ = x_;
  frameY_ = y_;
}

bool InputQueue::mayFollow(const InputEvent& event) const {
  switch (event.kind) {
    case Kind::KeyPress:
      if (isTyped(event)) return changedButtons_.none() && !hasKey_;
      if (has(changedKeys_, event.code) || hasKey_ || changedButtons_.any()) return false;
      // Ctrl would make text of this frame a shortcut.
      return !hasText_ ||
             (isModifier(event.code) && event.code != GLFW_KEY_LEFT_CONTROL && event.code != GLFW_KEY_RIGHT_CONTROL);
    case Kind::KeyRelease:
      return !has(changedKeys_, event.code) && !(isModifier(event.code) && (hasKey_ || changedButtons_.any()));
    case Kind::KeyRepeat:
      return !isTyping_ || isTyped(event) || (!hasKey_ && !hasText_ && !has(changedKeys_, event.code));
    case Kind::Character:
      return !hasKey_ && changedButtons_.none();
    case Kind::ButtonPress:
      return !has(changedButtons_, event.code) && !hasKey_ && !hasText_ && !hasWheel_ && !hasMovedFar_;
    case Kind::ButtonRelease:
      return !has(changedButtons_, event.code);
    case Kind::Move:
    case Kind::Leave:
      return changedButtons_.none() && !hasWheel_;
    case Kind::Wheel:
      return changedButtons_.none() && !hasMovedFar_;
  }
  return true;
}

void InputQueue::note(const InputEvent& event) {
  switch (event.kind) {
    case Kind::KeyPress:
      if (isTyped(event)) return;
      add(changedKeys_, event.code);
      hasKey_ = hasKey_ || !isModifier(event.code);
      return;
    case Kind::KeyRelease:
      if (!isTyped(event)) add(changedKeys_, event.code);
      return;
    case Kind::KeyRepeat:
      if (!isTyping_ || isTyped(event)) return;
      add(changedKeys_, event.code);
      hasKey_ = true;
      return;
    case Kind::Character:
      hasText_ = true;
      return;
    case Kind::ButtonPress:
    case Kind::ButtonRelease:
      add(changedButtons_, event.code);
      return;
    case Kind::Move:
      x_ = event.x;
      y_ = event.y;
      hasMovedFar_ = hasMovedFar_ || std::hypot(x_ - frameX_, y_ - frameY_) > kNearPixels;
      return;
    case Kind::Leave:
      x_ = y_ = kOutside;
      hasMovedFar_ = true;
      return;
    case Kind::Wheel:
      hasWheel_ = true;
      return;
  }
}

std::optional<InputEvent> InputQueue::next() {
  if (isEnded_ || events_.empty() || !mayFollow(events_.front())) return std::nullopt;
  const InputEvent event = events_.front();
  events_.pop_front();
  note(event);
  return event;
}

}  // namespace cordon::app
