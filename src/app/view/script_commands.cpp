#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include "app/messages.h"
#include "app/number_list.h"
#include "app/view/application.h"
#include "app/view/keys.h"
#include "app/view/window_commands.h"
#include "geo/coordinate_format.h"
#include "output/file_writer.h"

namespace cordon::app {

namespace {

using edit::Arguments;
using Problem = std::optional<Diagnostic>;

constexpr int kDragSteps = 12;

/// Positions of the ground as pixels of the map; the problem names the one that is not to be seen.
Result<std::vector<typography::Point>> pixelsOf(const Arguments& positions, const scene::Projector& map) {
  std::vector<typography::Point> pixels;
  for (const std::string& text : positions) {
    const auto position = geo::parseCoordinates(text);
    if (!position) return Result<std::vector<typography::Point>>::failure(position.diagnostics());
    const auto pixel = map.visiblePixel(*position);
    if (!pixel || pixel->x < 0.0 || pixel->y < 0.0 || pixel->x >= map.widthPixels() || pixel->y >= map.heightPixels()) {
      return Result<std::vector<typography::Point>>::failure(
          plainError(fmt::format("{} is not on the map now.", text)));
    }
    pixels.push_back(*pixel);
  }
  return pixels;
}

}  // namespace

void WindowCommands::addScripting(Application& app) {
  const auto add = [&app](std::string name, std::string title, std::string usage,
                          std::function<Problem(const Arguments&)> run) {
    app.commands_.add(
        {std::move(name), std::move(title), std::move(usage), "Script", "", "", std::move(run), {}, {}, {}, false});
  };
  // The map's corner in the window: pointers live there.
  const auto pointAt = [&app](typography::Point pixel) {
    const typography::Rect room = app.room();
    app.movePointer(room.x + pixel.x, room.y + pixel.y);
  };
  const auto button = [&app](bool pressed, int modifiers) {
    if (pressed) {
      app.pressedMap_ = true;
      app.pressedShift_ = (modifiers & GLFW_MOD_SHIFT) != 0;
      app.control_->press(MapControl::Button::Left, app.toMap(app.pointer_.x, app.pointer_.y), app.pressedShift_,
                          (modifiers & GLFW_MOD_CONTROL) != 0, app.now());
    } else {
      app.pressButton(GLFW_MOUSE_BUTTON_LEFT, false, modifiers);
    }
  };
  add("settle", "Wait until the picture is complete", "", [&app](const Arguments&) -> Problem {
    app.scriptWaitsForSettled_ = true;
    return std::nullopt;
  });
  add("point", "Put the pointer over a position", "LAT,LON", [&app, pointAt](const Arguments& a) -> Problem {
    const auto pixels = pixelsOf(a, app.projector());
    if (!pixels) return pixels.diagnostics().front();
    if (pixels->size() != 1) return plainError("it is written point LAT,LON.");
    pointAt(pixels->front());
    return std::nullopt;
  });
  add("click", "Click a position", "LAT,LON [shift]", [&app, pointAt, button](const Arguments& a) -> Problem {
    const bool shift = a.size() == 2 && a[1] == "shift";
    if (a.size() != (shift ? 2U : 1U)) return plainError("it is written click LAT,LON [shift].");
    const auto pixels = pixelsOf({a.front()}, app.projector());
    if (!pixels) return pixels.diagnostics().front();
    pointAt(pixels->front());
    app.scriptSteps_.push_back([button, shift] { button(true, shift ? GLFW_MOD_SHIFT : 0); });
    app.scriptSteps_.push_back([button, shift] { button(false, shift ? GLFW_MOD_SHIFT : 0); });
    return std::nullopt;
  });
  add("drag", "Drag from one position to another", "LAT,LON LAT,LON [shift|ctrl]",
      [&app, pointAt, button](const Arguments& a) -> Problem {
        const std::string with = a.size() == 3 ? a[2] : "";
        if (a.size() < 2 || a.size() > 3 || (a.size() == 3 && with != "shift" && with != "ctrl")) {
          return plainError("it is written drag LAT,LON LAT,LON [shift|ctrl].");
        }
        const auto pixels = pixelsOf({a[0], a[1]}, app.projector());
        if (!pixels) return pixels.diagnostics().front();
        const int modifiers = with == "shift" ? GLFW_MOD_SHIFT : with == "ctrl" ? GLFW_MOD_CONTROL : 0;
        const typography::Point from = (*pixels)[0];
        const typography::Point to = (*pixels)[1];
        pointAt(from);
        app.scriptSteps_.push_back([button, modifiers] { button(true, modifiers); });
        for (int i = 1; i <= kDragSteps; ++i) {
          const double t = static_cast<double>(i) / kDragSteps;
          app.scriptSteps_.push_back([pointAt, from, to, t] {
            pointAt({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t});
          });
        }
        // A pause before letting go: no throw.
        for (int i = 0; i < 3; ++i) app.scriptSteps_.push_back([pointAt, to] { pointAt(to); });
        app.scriptSteps_.push_back([button, modifiers] { button(false, modifiers); });
        return std::nullopt;
      });
  add("key", "Press a key", "CHORD", [&app](const Arguments& a) -> Problem {
    if (a.size() != 1) return plainError("it is written key CHORD.");
    const auto chord = edit::normalizedChord(a.front());
    if (!chord) return chord.diagnostics().front();
    const auto key = keyOfChord(*chord);
    if (ImGuiBackend::wantsText() && key && !chord->starts_with("Ctrl+")) {
      ImGuiBackend::setKey(*key, true);
      app.scriptSteps_.push_back([key] { ImGuiBackend::setKey(*key, false); });
      return std::nullopt;
    }
    if (app.commands_.byChord(*chord) == nullptr) return plainError(fmt::format("no command has the key {}.", *chord));
    app.pressChord(*chord, false);
    return std::nullopt;
  });
  add("type", "Type a text into the field that has the keyboard", "TEXT", [](const Arguments& a) -> Problem {
    if (a.size() != 1) return plainError("it is written type TEXT (in double quotes where it has spaces).");
    if (!ImGuiBackend::wantsText()) return plainError("no text field has the keyboard.");
    ImGuiBackend::addText(a.front().c_str());
    return std::nullopt;
  });
  add("screenshot", "Save the whole window as a picture", "FILE", [&app](const Arguments& a) -> Problem {
    if (a.size() != 1) return plainError("it is written screenshot FILE.");
    if (auto problem = output::whyNotWritable(a.front())) return problem;
    app.screenshot_ = a.front();
    app.needFrames(1);
    return std::nullopt;
  });
  add("window", "Resize the window", "W,H", [&app](const Arguments& a) -> Problem {
    if (a.size() != 1) return plainError("it is written window W,H.");
    const auto size = parseNumbers("window", a.front(), {{"W", 64.0, 16384.0, true}, {"H", 64.0, 16384.0, true}}, 2);
    if (!size) return size.diagnostics().front();
    app.window_.resize(static_cast<int>((*size)[0]), static_cast<int>((*size)[1]));
    app.scriptWaitsForSettled_ = true;
    return std::nullopt;
  });
  add("wait", "Wait some seconds", "SECONDS", [&app](const Arguments& a) -> Problem {
    const auto seconds = a.size() == 1
                             ? parseNumbers("wait", a.front(), {{"SECONDS", 0.0, 600.0}}, 1)
                             : Result<std::vector<double>>::failure(plainError("it is written wait SECONDS."));
    if (!seconds) return seconds.diagnostics().front();
    app.waitUntil_ = app.now() + seconds->front();
    return std::nullopt;
  });
  add("expect", "End with an error unless something holds", "WHAT VALUE",
      [&app](const Arguments& a) { return app.expect(a); });
}

}  // namespace cordon::app
