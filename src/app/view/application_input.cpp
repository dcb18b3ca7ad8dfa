#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "app/view/application.h"
#include "app/view/keys.h"

namespace cordon::app {

namespace {

constexpr double kSamePlacePixels = 4.0;
/// What a text field does with Ctrl.
constexpr std::array kTextChords{"Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"};
/// Within which a field that was asked for has the keyboard.
constexpr int kFieldFrames = 8;
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
  using Kind = InputEvent::Kind;
  gl::Window::Handlers handlers;
  handlers.mouseButton = [this](int button, bool pressed, int modifiers) {
    InputEvent event{pressed ? Kind::ButtonPress : Kind::ButtonRelease};
    event.code = button;
    event.modifiers = modifiers;
    noteInput(event);
  };
  handlers.mouseMove = [this](double x, double y) {
    InputEvent event{Kind::Move};
    event.x = x;
    event.y = y;
    noteInput(event);
  };
  handlers.mouseLeave = [this] { noteInput({Kind::Leave}); };
  handlers.scroll = [this](double x, double y) {
    InputEvent event{Kind::Wheel};
    event.x = x;
    event.y = y;
    noteInput(event);
  };
  handlers.key = [this](int key, int scancode, gl::Window::KeyChange change, int modifiers) {
    InputEvent event{change == gl::Window::KeyChange::Released   ? Kind::KeyRelease
                     : change == gl::Window::KeyChange::Repeated ? Kind::KeyRepeat
                                                                 : Kind::KeyPress};
    event.code = key;
    event.scancode = scancode;
    event.modifiers = modifiers;
    noteInput(event);
  };
  handlers.character = [this](unsigned codepoint) {
    InputEvent event{Kind::Character};
    event.codepoint = codepoint;
    noteInput(event);
  };
  handlers.drop = [this](const std::vector<std::string>& paths) {
    needFrames(3);
    if (!paths.empty()) run("open " + edit::quoted(paths.front()));
  };
  handlers.damaged = [this] { needFrames(1); };
  window_.setHandlers(std::move(handlers));
}

void Application::noteInput(InputEvent event) {
  event.seconds = now();
  input_.push(event);
}

void Application::takeInput() {
  if (fieldFrames_ > 0) {
    // What is typed meanwhile belongs to the field.
    fieldFrames_ = ImGuiBackend::wantsText() ? 0 : fieldFrames_ - 1;
    if (fieldFrames_ > 0) {
      needFrames(1);
      return;
    }
  }
  if (imgui_->isOpening()) {
    needFrames(1);
    return;
  }
  input_.beginFrame(ImGuiBackend::wantsText());
  while (const auto event = input_.next()) {
    imgui_->give(*event);
    handleInput(*event);
    lastInput_ = event->seconds;
    needFrames(3);
  }
}

void Application::handleInput(const InputEvent& event) {
  using Kind = InputEvent::Kind;
  if (event.kind == Kind::KeyPress || event.kind == Kind::ButtonPress || event.kind == Kind::Wheel) {
    altIsAlone_ = event.code == GLFW_KEY_LEFT_ALT && event.kind == Kind::KeyPress;
  }
  switch (event.kind) {
    case Kind::KeyPress:
    case Kind::KeyRepeat:
      takeKey(event);
      return;
    case Kind::KeyRelease:
      if (event.code != GLFW_KEY_LEFT_ALT || !altIsAlone_ || ImGuiBackend::isModal()) return;
      input_.endFrame();
      run("menu");
      return;
    case Kind::Character:
      if (ImGuiBackend::wantsText() || ImGuiBackend::wantsKeys()) return;
      if (const auto chord = chordOfCharacter(event.codepoint, lastKey_.key, lastKey_.modifiers)) {
        pressChord(*chord, lastKey_.repeated);
      }
      return;
    case Kind::ButtonPress:
    case Kind::ButtonRelease:
      pressButton(event.code, event.kind == Kind::ButtonPress, event.modifiers, event.seconds);
      return;
    case Kind::Move:
      movePointer(event.x, event.y, event.seconds);
      return;
    case Kind::Leave:
      pointerIsInside_ = false;
      return;
    case Kind::Wheel:
      if (!isOverMap(pointer_.x, pointer_.y) || ImGuiBackend::wantsMouse()) return;
      control_->scroll(toMap(pointer_.x, pointer_.y), event.y);
      return;
  }
}

void Application::takeKey(const InputEvent& event) {
  lastKey_ = {event.code, event.modifiers, event.kind == InputEvent::Kind::KeyRepeat};
  const auto chord = chordOfKey(event.code, event.scancode, event.modifiers);
  if (!chord || ImGuiBackend::isModal()) return;
  // A text field keeps its keys; those with Ctrl that it does not know stay commands.
  const bool editsText = std::find(kTextChords.begin(), kTextChords.end(), *chord) != kTextChords.end();
  const bool isCommand = chord->starts_with("Ctrl+") || (chord->size() > 1 && (*chord)[0] == 'F');
  if (ImGuiBackend::wantsText() && (!isCommand || editsText)) return;
  if (ImGuiBackend::wantsKeys() && !isCommand) return;
  pressChord(*chord, lastKey_.repeated);
}

void Application::typeChord(const std::string& chord) {
  const std::size_t plus = chord.size() > 1 ? chord.rfind('+', chord.size() - 2) : std::string::npos;
  const std::string_view key = std::string_view(chord).substr(plus == std::string::npos ? 0 : plus + 1);
  InputEvent event;
  event.code = keyOfChord(chord).value_or(GLFW_KEY_UNKNOWN);
  event.modifiers = modifiersOfChord(chord);
  const bool isTyped = key.size() == 1 && (event.modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_ALT)) == 0;
  const auto note = [&](InputEvent::Kind kind) {
    event.kind = kind;
    noteInput(event);
  };
  note(InputEvent::Kind::KeyPress);
  if (isTyped || key == "Space") {
    const char letter = key == "Space" ? ' ' : key.front();
    const bool isSmall = letter >= 'A' && letter <= 'Z' && (event.modifiers & GLFW_MOD_SHIFT) == 0;
    event.codepoint = static_cast<unsigned>(static_cast<unsigned char>(isSmall ? letter + ('a' - 'A') : letter));
    note(InputEvent::Kind::Character);
  }
  note(InputEvent::Kind::KeyRelease);
}

void Application::pressButton(int button, bool pressed, int modifiers, double seconds) {
  const MapControl::Button which = button == GLFW_MOUSE_BUTTON_RIGHT    ? MapControl::Button::Right
                                   : button == GLFW_MOUSE_BUTTON_MIDDLE ? MapControl::Button::Middle
                                                                        : MapControl::Button::Left;
  if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
  const typography::Point at = toMap(pointer_.x, pointer_.y);
  if (pressed) {
    if (!isOverMap(pointer_.x, pointer_.y) || ImGuiBackend::wantsMouse()) return;
    if (control_->isPressed() || drag_.isHolding()) return;  // a second button changes nothing
    if (takeHold(which, at, modifiers)) return;
    pressedMap_ = true;
    pressedShift_ = (modifiers & GLFW_MOD_SHIFT) != 0;
    control_->press(which, at, pressedShift_, (modifiers & GLFW_MOD_CONTROL) != 0, seconds);
    return;
  }
  if (drag_.isHolding()) {
    if (which == MapControl::Button::Left && !drag_.release()) clickMap(at, pressedShift_);
    return;
  }
  if (!pressedMap_) return;
  const std::optional<typography::Rect> box = control_->box();
  const MapControl::Gesture gesture = control_->release(which, at, seconds);
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

void Application::movePointer(double x, double y, double seconds) {
  pointer_ = {x, y};
  pointerIsInside_ = true;
  if (drag_.isHolding()) {
    drag_.move(toMap(x, y), projector());
    return;
  }
  control_->move(toMap(x, y), seconds);
}

/// While the scenario is edited, a press takes hold of what is selected; Ctrl takes a vertex out.
bool Application::takeHold(MapControl::Button button, typography::Point at, int modifiers) {
  if (button != MapControl::Button::Left || !workspace_.isEditing() || workspace_.tool() != edit::Tool::Select ||
      (modifiers & GLFW_MOD_SHIFT) != 0) {
    return false;
  }
  const scene::Projector map = projector();
  const scene::GroundProjection ground(map, drawnHeight(), 0.0);
  pressedShift_ = false;
  if ((modifiers & GLFW_MOD_CONTROL) != 0) return drag_.removeVertexAt(at, ground);
  return drag_.press(at, ground, picksAt(at));
}

void Application::pressChord(const std::string& chord, bool repeated) {
  if (chord == "Escape") {
    // One step back: the next click on the same place begins anew with what lies on top.
    lastPickAt_ = {-1.0, -1.0};
    interface_->state().dismissesMessage = true;
    if (drag_.isHolding()) {
      drag_.cancel();
      return;
    }
  }
  const edit::Command* command = commands_.byChord(chord);
  if (command == nullptr) return;
  // Held keys move the map; they toggle nothing to and fro.
  const bool mayRepeat = command->group == "Map" || command->name == "date-next" || command->name == "date-previous" ||
                         command->name == "undo" || command->name == "redo";
  if (repeated && !mayRepeat) return;
  if (command->name == "search" || command->name == "commands" || command->name.ends_with("-dialog")) {
    fieldFrames_ = kFieldFrames;
  }
  // What comes after a command is meant for what it leaves.
  if (!mayRepeat) input_.endFrame();
  run(edit::bareLine(*command));
}

bool Application::isAtLastPick(typography::Point pixel) const {
  return std::hypot(pixel.x - lastPickAt_.x, pixel.y - lastPickAt_.y) < kSamePlacePixels;
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
  pickTurn_ = isAtLastPick(pixel) && !add ? (pickTurn_ + 1) % picks.size() : 0;
  lastPickAt_ = pixel;
  workspace_.select({picks[pickTurn_].item}, add);
}

void Application::selectBox(const typography::Rect& box, bool add) {
  if (!model_) return;
  const scene::Projector map = projector();
  const scene::GroundProjection ground(map, {}, 0.0);
  std::vector<scene::Item> items;
  for (std::string& id : scene::sitesIn(model_->model(), ground, box, drawnSigns())) {
    items.push_back({scene::ItemKind::Site, std::move(id)});
  }
  workspace_.select(std::move(items), add);
}

}  // namespace cordon::app
