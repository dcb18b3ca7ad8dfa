#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/view/application.h"
#include "app/view/keys.h"

namespace cordon::app {

namespace {

constexpr double kSamePlacePixels = 4.0;
constexpr double kTextSeconds = 1.5;
constexpr double kDoubleClickFactor = 3.0;

}  // namespace

typography::Point Application::toMap(double x, double y) const {
  const typography::Rect r = room();
  return {x - r.x, y - r.y};
}

bool Application::isOverMap(double x, double y) const {
  const typography::Rect r = room();
  return x >= r.x && y >= r.y && x < r.x + r.width && y < r.y + r.height;
}

void Application::installHandlers() {
  gl::Window::Handlers handlers;
  const auto noteInput = [this] {
    lastInput_ = now();
    needFrames(3);
  };
  handlers.mouseButton = [this, noteInput](int button, bool pressed, int modifiers) {
    noteInput();
    pressButton(button, pressed, modifiers);
  };
  handlers.mouseMove = [this, noteInput](double x, double y) {
    noteInput();
    movePointer(x, y);
  };
  handlers.mouseLeave = [this, noteInput] {
    noteInput();
    pointerIsInside_ = false;
  };
  handlers.scroll = [this, noteInput](double, double notches) {
    noteInput();
    if (!isOverMap(pointer_.x, pointer_.y) || ImGuiBackend::wantsMouse()) return;
    control_->scroll(toMap(pointer_.x, pointer_.y), notches);
  };
  handlers.key = [this, noteInput](int key, int scancode, bool repeated, int modifiers) {
    noteInput();
    lastKey_ = {key, modifiers, repeated};
    const auto chord = chordOfKey(key, scancode, modifiers);
    if (!chord) return;
    // A text field keeps its keys; those with Ctrl that it does not know stay commands.
    const bool editsText = *chord == "Ctrl+A" || *chord == "Ctrl+Z" || *chord == "Ctrl+Y" || *chord == "Ctrl+Shift+Z";
    const bool isCommand = chord->starts_with("Ctrl+") || (chord->size() > 1 && (*chord)[0] == 'F');
    if ((ImGuiBackend::wantsText() || isTextExpected()) && (!isCommand || editsText)) return;
    pressChord(*chord, repeated);
  };
  handlers.character = [this, noteInput](unsigned codepoint) {
    noteInput();
    if (ImGuiBackend::wantsText()) return;
    if (isTextExpected()) {
      earlyText_ += codepoint < 0x10000U ? static_cast<char16_t>(codepoint) : u'?';
      return;
    }
    if (const auto chord = chordOfCharacter(codepoint, lastKey_.key, lastKey_.modifiers)) {
      pressChord(*chord, lastKey_.repeated);
    }
  };
  handlers.drop = [this, noteInput](const std::vector<std::string>& paths) {
    noteInput();
    if (!paths.empty()) run("open " + edit::quoted(paths.front()));
  };
  handlers.damaged = [this] { needFrames(1); };
  window_.setHandlers(std::move(handlers));
}

void Application::pressButton(int button, bool pressed, int modifiers) {
  const MapControl::Button which = button == GLFW_MOUSE_BUTTON_RIGHT    ? MapControl::Button::Right
                                   : button == GLFW_MOUSE_BUTTON_MIDDLE ? MapControl::Button::Middle
                                                                        : MapControl::Button::Left;
  if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
  const typography::Point at = toMap(pointer_.x, pointer_.y);
  if (pressed) {
    if (!isOverMap(pointer_.x, pointer_.y) || ImGuiBackend::wantsMouse()) return;
    if (control_->isPressed()) return;  // a second button changes nothing
    pressedMap_ = true;
    pressedShift_ = (modifiers & GLFW_MOD_SHIFT) != 0;
    control_->press(which, at, pressedShift_, (modifiers & GLFW_MOD_CONTROL) != 0, now());
    return;
  }
  if (!pressedMap_) return;
  const std::optional<typography::Rect> box = control_->box();
  const MapControl::Gesture gesture = control_->release(which, at, now());
  if (!control_->isPressed()) pressedMap_ = false;
  switch (gesture) {
    case MapControl::Gesture::Box:
      if (box) selectBox(*box, false);
      break;
    case MapControl::Gesture::Click:
      clickMap(at, pressedShift_);
      break;
    case MapControl::Gesture::DoubleClick:
      if (workspace_.isDrawing()) {
        run("tool-end");
      } else if (workspace_.tool() == edit::Tool::Select) {
        control_->zoomBy(kDoubleClickFactor, at);
      } else {
        clickMap(at, pressedShift_);
      }
      break;
    case MapControl::Gesture::None:
      break;
  }
}

bool Application::isTextExpected() const {
  return now() < textExpectedUntil_;
}

void Application::giveEarlyText() {
  if (!ImGuiBackend::wantsText()) return;
  textExpectedUntil_ = 0.0;
  for (const char16_t character : std::exchange(earlyText_, {})) ImGuiBackend::addCharacter(character);
}

void Application::movePointer(double x, double y) {
  pointer_ = {x, y};
  pointerIsInside_ = true;
  control_->move(toMap(x, y), now());
}

void Application::pressChord(const std::string& chord, bool repeated) {
  // Without its own keyboard navigation ImGui leaves Escape to the program.
  if (chord == "Escape" && ImGuiBackend::closePopups()) return;
  const edit::Command* command = commands_.byChord(chord);
  if (command == nullptr) return;
  // Held keys move the map; they toggle nothing to and fro.
  const bool mayRepeat = command->group == "Map" || command->name == "date-next" || command->name == "date-previous" ||
                         command->name == "undo" || command->name == "redo";
  if (repeated && !mayRepeat) return;
  // The field that these open has the keyboard a frame later: what is typed until then belongs to it.
  if (command->name == "search" || command->name == "commands" || command->name.ends_with("-dialog")) {
    textExpectedUntil_ = now() + kTextSeconds;
  }
  run(edit::bareLine(*command));
}

void Application::clickMap(typography::Point pixel, bool add) {
  if (workspace_.tool() != edit::Tool::Select) {
    if (const auto place = projector().toGround(pixel)) workspace_.useTool(*place);
    return;
  }
  const std::vector<scene::Pick> picks = picksAt(pixel);
  if (picks.empty()) {
    if (!add) workspace_.select({});
    pickTurn_ = 0;
    return;
  }
  const bool again = std::hypot(pixel.x - lastPickAt_.x, pixel.y - lastPickAt_.y) < kSamePlacePixels;
  pickTurn_ = again && !add ? (pickTurn_ + 1) % picks.size() : 0;
  lastPickAt_ = pixel;
  workspace_.select({picks[pickTurn_].item}, add);
}

void Application::selectBox(const typography::Rect& box, bool add) {
  if (!model_) return;
  const scene::Projector map = projector();
  const scene::GroundProjection ground(map, {}, 0.0);
  std::vector<scene::Item> items;
  for (std::string& id : scene::sitesIn(*model_, ground, box, drawnSigns())) {
    items.push_back({scene::ItemKind::Site, std::move(id)});
  }
  workspace_.select(std::move(items), add);
}

}  // namespace cordon::app
