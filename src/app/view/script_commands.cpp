#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/view/application.h"
#include "app/view/keys.h"
#include "app/view/window_commands.h"
#include "base/file_writer.h"
#include "edit/command_words.h"
#include "edit/words.h"
#include "geo/coordinate_format.h"
#include "scenario/part_edit.h"

namespace cordon::app {

namespace {

using edit::Arguments;
using edit::Command;
using edit::Failure;

constexpr int kDragSteps = 12;
constexpr double kMostWaitSeconds = 600.0;

void addScriptCommand(edit::CommandTable& table, std::string name, std::string title, std::string usage,
                      std::size_t least, std::size_t most, std::function<Failure(const Arguments&)> run) {
  Command added = edit::command(std::move(name), std::move(title), std::move(usage), "Script");
  added.inPalette = false;
  added.run = std::move(run);
  edit::addCommand(table, std::move(added), least, most);
}

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

/// GLFW's bits of the key that is held, which the words after the first few may name.
Result<int> readModifiers(const Arguments& arguments, std::size_t words) {
  if (arguments.size() <= words) return 0;
  if (arguments.back() == "shift") return GLFW_MOD_SHIFT;
  if (arguments.back() == "ctrl") return GLFW_MOD_CONTROL;
  return Result<int>::failure(plainError(fmt::format("\"{}\" is neither shift nor ctrl.", arguments.back())));
}

/// What a part of a document has at a pointer: a text as it is, else JSON; "none" where there is nothing.
std::string memberText(const scenario::Document& document, const std::string& part, const std::string& id,
                       const std::string& pointer) {
  using scenario::PartKind;
  const PartKind kind = part == "scenario" ? PartKind::Document
                        : part == "system" ? PartKind::System
                        : part == "source" ? PartKind::Source
                        : part == "view"   ? PartKind::View
                                           : PartKind::Feature;
  if (!pointer.starts_with('/')) return "none";
  const nlohmann::ordered_json object = scenario::partObject(document, kind, id);
  const nlohmann::ordered_json::json_pointer at(pointer);
  if (!object.is_structured() || !object.contains(at)) return "none";
  const nlohmann::ordered_json& value = object.at(at);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

void WindowCommands::addScripting(Application& app) {
  addMouse(app);
  addKeyboard(app);
  addWaiting(app);
  addExpectations(app);
}

void WindowCommands::addMouse(Application& app) {
  edit::CommandTable& table = app.commands_;
  // The map's corner in the window: pointers live there.
  const auto pointAt = [&app](typography::Point pixel) {
    const typography::Rect room = app.room();
    app.movePointer(room.x + pixel.x, room.y + pixel.y, app.now());
  };
  const auto button = [&app](bool pressed, int modifiers) {
    if (pressed) {
      app.pressedMap_ = true;
      app.pressedShift_ = (modifiers & GLFW_MOD_SHIFT) != 0;
      app.control_->press(MapControl::Button::Left, app.toMap(app.pointer_.x, app.pointer_.y), app.pressedShift_,
                          (modifiers & GLFW_MOD_CONTROL) != 0, app.now());
    } else {
      app.pressButton(GLFW_MOUSE_BUTTON_LEFT, false, modifiers, app.now());
    }
  };
  addScriptCommand(table, "point", "Put the pointer over a position", "LAT,LON", 1, 1,
                   [&app, pointAt](const Arguments& a) -> Failure {
                     const auto pixels = pixelsOf(a, app.projector());
                     if (!pixels) return pixels.diagnostics().front();
                     pointAt(pixels->front());
                     return std::nullopt;
                   });
  addScriptCommand(table, "click", "Click a position", "LAT,LON [shift]", 1, 2,
                   [&app, pointAt, button](const Arguments& a) -> Failure {
                     const auto modifiers = readModifiers(a, 1);
                     if (!modifiers) return modifiers.diagnostics().front();
                     const auto pixels = pixelsOf({a.front()}, app.projector());
                     if (!pixels) return pixels.diagnostics().front();
                     pointAt(pixels->front());
                     for (const bool pressed : {true, false}) {
                       app.script_.addStep([button, pressed, with = *modifiers] { button(pressed, with); });
                     }
                     return std::nullopt;
                   });
  addScriptCommand(table, "drag", "Drag from one position to another", "LAT,LON LAT,LON [shift|ctrl]", 2, 3,
                   [&app, pointAt, button](const Arguments& a) -> Failure {
                     const auto modifiers = readModifiers(a, 2);
                     if (!modifiers) return modifiers.diagnostics().front();
                     const auto pixels = pixelsOf({a[0], a[1]}, app.projector());
                     if (!pixels) return pixels.diagnostics().front();
                     const typography::Point from = (*pixels)[0];
                     const typography::Point to = (*pixels)[1];
                     pointAt(from);
                     app.script_.addStep([button, with = *modifiers] { button(true, with); });
                     for (int i = 1; i <= kDragSteps; ++i) {
                       const double t = static_cast<double>(i) / kDragSteps;
                       app.script_.addStep([pointAt, from, to, t] {
                         pointAt({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t});
                       });
                     }
                     // A pause before letting go: no throw.
                     for (int i = 0; i < 3; ++i) app.script_.addStep([pointAt, to] { pointAt(to); });
                     app.script_.addStep([button, with = *modifiers] { button(false, with); });
                     return std::nullopt;
                   });
}

void WindowCommands::addKeyboard(Application& app) {
  addScriptCommand(app.commands_, "key", "Press a key", "CHORD", 1, 1, [&app](const Arguments& a) -> Failure {
    const auto chord = edit::normalizedChord(a.front());
    if (!chord) return chord.diagnostics().front();
    if (!ImGuiBackend::wantsKeys() && app.commands_.byChord(*chord) == nullptr) {
      return plainError(fmt::format("no command has the key {}.", *chord));
    }
    app.typeChord(*chord);
    return std::nullopt;
  });
  addScriptCommand(app.commands_, "type", "Type a text into the field that has the keyboard", "TEXT", 1, 1,
                   [](const Arguments& a) -> Failure {
                     if (!ImGuiBackend::wantsText()) return plainError("no text field has the keyboard.");
                     ImGuiBackend::addText(a.front().c_str());
                     return std::nullopt;
                   });
}

void WindowCommands::addWaiting(Application& app) {
  edit::CommandTable& table = app.commands_;
  addScriptCommand(table, "settle", "Wait until the picture is complete", "", 0, 0,
                   [&app](const Arguments&) -> Failure {
                     app.script_.waitForSettled();
                     return std::nullopt;
                   });
  addScriptCommand(table, "wait", "Wait some seconds", "SECONDS", 1, 1, [&app](const Arguments& a) -> Failure {
    const auto seconds = edit::readNumber("Seconds", a.front(), {0.0, kMostWaitSeconds});
    if (!seconds) return seconds.diagnostics().front();
    app.script_.waitUntil(app.now() + *seconds);
    return std::nullopt;
  });
  addScriptCommand(table, "window", "Resize the window", "W,H", 1, 1, [&app](const Arguments& a) -> Failure {
    const auto size = parseSize("window", a.front());
    if (!size) return size.diagnostics().front();
    app.window_.resize(size->widthPixels, size->heightPixels);
    app.script_.waitForSettled();
    return std::nullopt;
  });
  addScriptCommand(table, "screenshot", "Save the whole window as a picture", "FILE", 1, 1,
                   [&app](const Arguments& a) -> Failure {
                     if (auto problem = whyNotWritable(a.front())) return problem;
                     app.script_.askForScreenshot(a.front());
                     app.needFrames(1);
                     return std::nullopt;
                   });
}

void WindowCommands::addExpectations(Application& app) {
  const edit::Workspace& workspace = app.workspace_;
  const auto yesOrNo = [](bool yes) { return std::string(yes ? "yes" : "no"); };
  const auto number = [](std::size_t count) { return std::to_string(count); };
  using Fact = std::pair<std::string, std::function<std::string()>>;
  std::vector<Fact> facts{
      {"selected", [&workspace] { return workspace.selection().empty() ? "none" : workspace.selection().back().id; }},
      {"selections", [&workspace, number] { return number(workspace.selection().size()); }},
      {"date", [&workspace] { return workspace.date().toString(); }},
      {"tool", [&workspace] { return std::string(scene::wordOf(edit::kToolWords, workspace.tool()).text); }},
      {"rings", [&app, number] { return number(app.model_ ? app.model_->rings().size() : 0); }},
      {"reaching", [&app, number] { return app.status_.reachingRings ? number(*app.status_.reachingRings) : "none"; }},
      {"modified", [&workspace, yesOrNo] { return yesOrNo(workspace.history().isModified()); }},
      {"steps", [&workspace, number] { return number(workspace.history().position()); }},
      {"comparison",
       [&workspace] {
         const auto& changes = workspace.shown().changes;
         return changes ? scene::countsText(changes->comparison) : std::string("none");
       }},
      {"problems", [&workspace, number] { return number(workspace.problems().size()); }},
      {"scenario", [&workspace] { return workspace.name(); }},
      {"camera",
       [&app] {
         const scene::Camera& camera = app.camera_;
         return fmt::format("{:.2f},{:.2f},{:.0f}", camera.target.latDegrees(), camera.target.lonDegrees(),
                            camera.rangeMeters / 1000.0);
       }},
      {"full-screen", [&app, yesOrNo] { return yesOrNo(app.window_.isFullScreen()); }},
      {"panel", [&app] { return std::string(app.preferences_.panelOpen ? "open" : "closed"); }}};
  addScriptCommand(app.commands_, "expect", "End with an error unless something holds", "WHAT VALUE", 2, 2,
                   [facts = std::move(facts)](const Arguments& a) -> Failure {
                     std::vector<std::string> known;
                     for (const auto& [what, actual] : facts) {
                       known.push_back(what);
                       if (what != a[0]) continue;
                       const std::string value = actual();
                       if (value == a[1]) return std::nullopt;
                       return plainError(fmt::format("{} is {}.", what, value));
                     }
                     return edit::unknown("thing to expect", a[0], known);
                   });
  addScriptCommand(app.commands_, "expect-member", "End with an error unless a part says something",
                   "feature|system|source|view|scenario ID POINTER VALUE", 4, 4,
                   [&workspace](const Arguments& a) -> Failure {
                     const std::string value = memberText(workspace.document(), a[0], a[1], a[2]);
                     if (value == a[3]) return std::nullopt;
                     return plainError(fmt::format("{} of {} is {}.", a[2], a[1], value));
                   });
}

}  // namespace cordon::app
