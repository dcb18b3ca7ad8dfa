#include "app/view/window_commands.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <system_error>
#include <thread>

#include "app/messages.h"
#include "app/number_list.h"
#include "app/view/application.h"
#include "app/view/fly_to.h"
#include "geo/coordinate_format.h"
#include "geo/geodesic.h"
#include "output/file_writer.h"

extern char** environ;

namespace cordon::app {

namespace {

using edit::Arguments;
using edit::Command;
using Problem = std::optional<Diagnostic>;

constexpr double kZoomStep = 1.6;
constexpr double kPanShare = 0.18;  // of the map's smaller side
constexpr double kTurnStep = 0.17;
constexpr double kPlaceRangeMeters = 250.0e3;
constexpr double kLargeType = 1.6;

Problem wantsArguments(const Arguments& arguments, std::size_t least, std::size_t most, const std::string& usage) {
  if (arguments.size() >= least && arguments.size() <= most) return std::nullopt;
  return plainError("it is written " + usage + ".");
}

/// So many words, and perhaps "discard".
Problem wantsDiscard(const Arguments& arguments, std::size_t words, const std::string& usage) {
  const bool fits = arguments.size() == words || (arguments.size() == words + 1 && arguments.back() == "discard");
  return fits ? std::nullopt : Problem(plainError("it is written " + usage + "."));
}

/// "on", "off" or "toggle" (also where there is no word) applied to a switch.
Problem setSwitch(const Arguments& arguments, bool& value, const std::string& usage) {
  const std::string word = arguments.empty() ? "toggle" : arguments.front();
  if (arguments.size() > 1 || (word != "on" && word != "off" && word != "toggle")) {
    return plainError("it is written " + usage + ".");
  }
  value = word == "toggle" ? !value : word == "on";
  return std::nullopt;
}

/// "~" and "~/..." as a shell has them; all else as it is.
std::filesystem::path expanded(const std::string& text) {
  const char* home = std::getenv("HOME");
  if (home != nullptr && (text == "~" || text.starts_with("~/"))) {
    return std::filesystem::path(home) / text.substr(std::min<std::size_t>(2, text.size()));
  }
  return text;
}

std::filesystem::path pictureFolder(const edit::Preferences& preferences) {
  if (!preferences.pictureFolder.empty()) return preferences.pictureFolder;
  const char* home = std::getenv("HOME");
  if (home == nullptr) return ".";
  std::error_code error;
  const std::filesystem::path pictures = std::filesystem::path(home) / "Pictures";
  return std::filesystem::is_directory(pictures, error) ? pictures : std::filesystem::path(home);
}

/// "okhotsk-20261125-101530.png"; with a number where that is taken.
std::filesystem::path newPictureName(const std::filesystem::path& folder, const std::string& scenario) {
  const std::time_t time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local = {};
  localtime_r(&time, &local);
  const std::string stem =
      fmt::format("{}-{:04}{:02}{:02}-{:02}{:02}{:02}", std::filesystem::path(scenario).stem().string(),
                  local.tm_year + 1900, local.tm_mon + 1, local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec);
  std::filesystem::path file = folder / (stem + ".png");
  std::error_code error;
  for (int i = 2; std::filesystem::exists(file, error); ++i) file = folder / fmt::format("{}-{}.png", stem, i);
  return file;
}

/// Hands an address to the desktop's browser without a shell.
Problem openLink(const std::string& url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) {
    return plainError("only http and https addresses are opened.");
  }
  std::string program = "xdg-open";
  std::string address = url;
  std::array<char*, 3> arguments{program.data(), address.data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
    return plainError("the desktop has no xdg-open to open the address with.",
                      "Install xdg-utils, or copy the address: " + url);
  }
  std::thread([child] { waitpid(child, nullptr, 0); }).detach();
  return std::nullopt;
}

}  // namespace

void WindowCommands::add(Application& application) {
  addFiles(application);
  addCamera(application);
  addPresenting(application);
  addScripting(application);
}

void WindowCommands::addFiles(Application& app) {
  const auto add = [&app](Command command) { app.commands_.add(std::move(command)); };
  // What would lose changes is asked about first, unless a script does it or the words say so.
  const auto mayLose = [&app](const Arguments& a, std::size_t words, const std::string& line) {
    if (a.size() > words || app.script_ || !app.workspace_.history().isModified()) return true;
    app.interface_->state().unsavedQuestion = line;
    return false;
  };
  Command command{"open", "Open a scenario", "FILE [discard]", "File", "", "", {}, {}, {}, {}, true};
  command.run = [&app, mayLose](const Arguments& a) -> Problem {
    if (auto problem = wantsDiscard(a, 1, "open FILE [discard]")) return problem;
    if (mayLose(a, 1, "open " + edit::quoted(a.front()))) app.load({expanded(a.front()).string(), false});
    return std::nullopt;
  };
  command.choices = [&app] {
    std::vector<Command::Choice> choices;
    for (const std::string& name : scenario::builtInScenarios(app.resources_.paths.assets)) {
      choices.push_back({name, "Open the built-in scenario " + name});
    }
    for (const std::filesystem::path& file : app.preferences_.recentFiles) {
      choices.push_back({edit::quoted(file.string()), "Open " + file.string()});
    }
    return choices;
  };
  add(command);
  const auto save = [&app](const std::filesystem::path& file) -> Problem {
    std::error_code error;
    const bool own = std::filesystem::equivalent(file, app.workspace_.file(), error) && !error;
    if (own && app.fileWritten_ && lastWritten(file) != app.fileWritten_) {
      return plainError("the file changed on disk since it was read: saving would overwrite that.",
                        "Save under another name, or read the file again (F5).");
    }
    if (own && app.fileHasErrors_) {
      return plainError("the file has errors, and what is not sound of it would be lost by saving.",
                        "Mend the file (cordon check lists its errors), or save under another name.");
    }
    const std::string text = scenario::writeDocument(app.workspace_.document());
    auto problem = output::writeFile(file, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    if (problem) return problem;
    app.workspace_.setFile(file, file.filename().string());
    app.workspace_.markSaved();
    app.fileWritten_ = lastWritten(file);
    app.fileHasErrors_ = false;
    app.fileChangeTold_ = false;
    edit::noteRecent(app.preferences_, absolutePath(file));
    app.tell(Severity::Note, fmt::format("Saved as {}", file.string()));
    return std::nullopt;
  };
  command = {"save", "Save", "[FILE]", "File", "Ctrl+S", "", {}, {}, {}, {}, true};
  command.run = [&app, save](const Arguments& a) -> Problem {
    if (auto problem = wantsArguments(a, 0, 1, "save [FILE]")) return problem;
    if (!a.empty()) return save(expanded(a.front()));
    if (!app.workspace_.file().empty()) return save(app.workspace_.file());
    app.run("save-dialog");
    return std::nullopt;
  };
  add(command);
  command = {"revert", "Read the file again", "[discard]", "File", "F5", "", {}, {}, {}, {}, true};
  command.run = [&app, mayLose](const Arguments& a) -> Problem {
    if (auto problem = wantsDiscard(a, 0, "revert [discard]")) return problem;
    if (!mayLose(a, 0, "revert")) return std::nullopt;
    const std::filesystem::path file = app.workspace_.file();
    app.load(file.empty() ? LoadRequest{app.workspace_.name(), false} : LoadRequest{file.string(), true});
    return std::nullopt;
  };
  add(command);
  command = {"cancel-reading", "Stop opening the file", "", "File", "", "", {}, {}, {}, {}, true};
  command.run = [&app](const Arguments&) -> Problem {
    app.loadIsCancelled_ = true;
    return std::nullopt;
  };
  command.isPossible = [&app] { return app.loader_->isBusy(); };
  add(command);
  command = {"quit", "Quit", "[discard]", "File", "Ctrl+Q", "", {}, {}, {}, {}, true};
  command.run = [&app, mayLose](const Arguments& a) -> Problem {
    if (auto problem = wantsDiscard(a, 0, "quit [discard]")) return problem;
    if (mayLose(a, 0, "quit")) app.quits_ = true;
    return std::nullopt;
  };
  add(command);
  command = {"copy", "Copy a text", "TEXT", "Edit", "", "", {}, {}, {}, {}, false};
  command.run = [&app](const Arguments& a) -> Problem {
    if (auto problem = wantsArguments(a, 1, 1, "copy TEXT")) return problem;
    app.window_.setClipboard(a.front());
    app.tell(Severity::Note, "Copied: " + a.front());
    return std::nullopt;
  };
  add(command);
  command = {"link", "Open an address in the browser", "URL", "Help", "", "", {}, {}, {}, {}, false};
  command.run = [](const Arguments& a) -> Problem {
    if (auto problem = wantsArguments(a, 1, 1, "link URL")) return problem;
    return openLink(a.front());
  };
  add(command);

  const auto picture = [&app](const Arguments& a, bool plain) -> Problem {
    if (!app.model_) return plainError("there is no map yet.");
    const std::filesystem::path file =
        a.empty() ? newPictureName(pictureFolder(app.preferences_), app.workspace_.name()) : expanded(a.front());
    if (auto problem = output::whyNotWritable(file)) return problem;
    PictureJob job{app.projector(), app.model_, !plain, file, {}};
    if (plain) job.model = app.modelWithout(scene::Layer::Furniture);
    app.jobs_->add(std::move(job));
    return std::nullopt;
  };
  command = {"picture", "Save a picture of the map", "[FILE]", "File", "F12", "", {}, {}, {}, {}, true};
  command.run = [picture](const Arguments& a) -> Problem {
    if (auto problem = wantsArguments(a, 0, 1, "picture [FILE]")) return problem;
    return picture(a, false);
  };
  add(command);
  command = {"picture-plain",
             "Save a picture without furniture, the sky transparent",
             "[FILE]",
             "File",
             "Ctrl+F12",
             "",
             {},
             {},
             {},
             {},
             true};
  command.run = [picture](const Arguments& a) -> Problem {
    if (auto problem = wantsArguments(a, 0, 1, "picture-plain [FILE]")) return problem;
    return picture(a, true);
  };
  add(command);
}

void WindowCommands::addCamera(Application& app) {
  const auto add = [&app](std::string name, std::string title, std::string usage, std::string chords,
                          std::function<Problem(const Arguments&)> run, bool inPalette = true) {
    app.commands_.add({std::move(name),
                       std::move(title),
                       std::move(usage),
                       "Map",
                       std::move(chords),
                       "",
                       std::move(run),
                       {},
                       {},
                       {},
                       inPalette});
  };
  const auto middle = [&app] {
    const typography::Rect room = app.room();
    return typography::Point{0.5 * room.width, 0.5 * room.height};
  };
  add(
      "camera", "Look from a camera", "LAT,LON,RANGE_KM[,HEADING[,TILT]]", "",
      [&app](const Arguments& a) -> Problem {
        if (auto problem = wantsArguments(a, 1, 1, "camera LAT,LON,RANGE_KM[,HEADING[,TILT]]")) return problem;
        const auto numbers = parseNumbers("camera", a.front(), cameraRules(), 3);
        if (!numbers) return numbers.diagnostics().front();
        const std::vector<double>& n = *numbers;
        app.control_->jumpTo({geo::LatLon::fromDegrees(n[0], n[1]), n[2] * 1000.0,
                              geo::degreesToRadians(n.size() > 3 ? n[3] : 0.0),
                              geo::degreesToRadians(n.size() > 4 ? n[4] : 0.0)});
        return std::nullopt;
      },
      false);
  add(
      "go", "Fly to a position", "POSITION [RANGE_KM]", "",
      [&app](const Arguments& a) -> Problem {
        if (auto problem = wantsArguments(a, 1, 2, "go POSITION [RANGE_KM]")) return problem;
        const auto position = geo::parseCoordinates(a.front());
        if (!position) return position.diagnostics().front();
        double range = std::min(kPlaceRangeMeters, app.camera_.rangeMeters);
        if (a.size() > 1) {
          const auto km =
              parseNumbers("RANGE_KM", a[1], {{"RANGE_KM", scenario::kLeastCameraKm, scenario::kMostCameraKm}}, 1);
          if (!km) return km.diagnostics().front();
          range = km->front() * 1000.0;
        }
        app.control_->flyTo({*position, range, 0.0, 0.0});
        return std::nullopt;
      },
      false);
  add(
      "fly-to", "Fly to a site or place", "ID", "",
      [&app](const Arguments& a) -> Problem {
        if (auto problem = wantsArguments(a, 1, 1, "fly-to ID")) return problem;
        const auto camera = cameraOf(a.front(), app.workspace_.document(), app.resources_.gazetteer, app.model_.get());
        if (!camera) return plainError(fmt::format("there is no site, line, area or place \"{}\".", a.front()));
        app.control_->flyTo(*camera);
        return std::nullopt;
      },
      false);
  Command view{"view", "Go to a saved view", "ID", "Map", "", "", {}, {}, {}, {}, true};
  view.run = [&app](const Arguments& a) -> Problem {
    if (auto problem = wantsArguments(a, 1, 1, "view ID")) return problem;
    const std::vector<scenario::View>& views = app.workspace_.document().views;
    const auto found = std::find_if(views.begin(), views.end(),
                                    [&](const scenario::View& v) { return v.id == a.front() || v.name == a.front(); });
    if (found == views.end()) {
      std::vector<std::string> ids;
      for (const scenario::View& v : views) ids.push_back(v.id);
      return plainError(fmt::format("the scenario has no view \"{}\".", a.front()),
                        ids.empty() ? "" : fmt::format("Its views are {}.", fmt::join(ids, ", ")));
    }
    const auto chosen = app.chooseSavedView(*found);
    if (!chosen) return plainError(fmt::format("the view \"{}\" cannot be shown.", a.front()));
    app.control_->flyTo(chosen->camera);
    if (chosen->date) app.workspace_.shown().date = chosen->date;
    if (!found->layers.empty()) app.workspace_.shown().layers = chosen->layers;
    return std::nullopt;
  };
  view.choices = [&app] {
    std::vector<Command::Choice> choices;
    for (const scenario::View& v : app.workspace_.document().views) {
      choices.push_back({edit::quoted(v.id), "View: " + (v.name.empty() ? v.id : v.name)});
    }
    return choices;
  };
  app.commands_.add(view);
  add("home", "Back to the scenario's first view", "", "Space", [&app](const Arguments&) -> Problem {
    RenderOptions options;
    const scene::Projector map = app.projector();
    options.widthPixels = map.widthPixels();
    options.heightPixels = map.heightPixels();
    const auto chosen = chooseView(app.workspace_.document(), options);
    if (!chosen) return chosen.diagnostics().front();
    app.control_->flyTo(chosen->camera);
    return std::nullopt;
  });
  const auto turned = [&app](bool heading, bool tilt) {
    scene::Camera camera = app.camera_;
    if (heading) camera.headingRadians = 0.0;
    if (tilt) camera.tiltRadians = 0.0;
    app.control_->flyTo(camera);
  };
  add("north", "North up", "", "N", [turned](const Arguments&) -> Problem {
    turned(true, false);
    return std::nullopt;
  });
  add("reset-tilt", "Look straight down", "", "R", [turned](const Arguments&) -> Problem {
    turned(false, true);
    return std::nullopt;
  });
  struct Step {
    const char* name;
    const char* title;
    const char* chords;
    double zoom, right, down, heading, tilt;
  };
  constexpr std::array kSteps{Step{"zoom-in", "Nearer", "+ =", kZoomStep, 0.0, 0.0, 0.0, 0.0},
                              Step{"zoom-out", "Farther", "-", 1.0 / kZoomStep, 0.0, 0.0, 0.0, 0.0},
                              Step{"pan-left", "Move left", "Left", 1.0, -1.0, 0.0, 0.0, 0.0},
                              Step{"pan-right", "Move right", "Right", 1.0, 1.0, 0.0, 0.0, 0.0},
                              Step{"pan-up", "Move up", "Up", 1.0, 0.0, -1.0, 0.0, 0.0},
                              Step{"pan-down", "Move down", "Down", 1.0, 0.0, 1.0, 0.0, 0.0},
                              Step{"turn-left", "Turn left", "Shift+Left", 1.0, 0.0, 0.0, -kTurnStep, 0.0},
                              Step{"turn-right", "Turn right", "Shift+Right", 1.0, 0.0, 0.0, kTurnStep, 0.0},
                              Step{"tilt-up", "Look more to the horizon", "Shift+Up", 1.0, 0.0, 0.0, 0.0, kTurnStep},
                              Step{"tilt-down", "Look more downward", "Shift+Down", 1.0, 0.0, 0.0, 0.0, -kTurnStep}};
  for (const Step& step : kSteps) {
    add(step.name, step.title, "", step.chords, [&app, middle, step](const Arguments&) -> Problem {
      const typography::Rect room = app.room();
      const double pan = kPanShare * std::min(room.width, room.height);
      if (step.zoom != 1.0) app.control_->zoomBy(step.zoom, middle());
      if (step.right != 0.0 || step.down != 0.0) app.control_->panBy(step.right * pan, step.down * pan);
      if (step.heading != 0.0 || step.tilt != 0.0) app.control_->turnBy(step.heading, step.tilt);
      return std::nullopt;
    });
  }
}

void WindowCommands::addPresenting(Application& app) {
  Command command{"full-screen", "Full screen", "[on|off|toggle]", "View", "F11", "", {}, {}, {}, {}, true};
  command.run = [&app](const Arguments& a) -> Problem {
    bool on = app.window_.isFullScreen();
    if (auto problem = setSwitch(a, on, "full-screen [on|off|toggle]")) return problem;
    app.window_.setFullScreen(on);
    if (on && !app.window_.isFullScreen()) return plainError("there is no monitor to fill.");
    return std::nullopt;
  };
  command.isOn = [&app] { return app.window_.isFullScreen(); };
  app.commands_.add(command);
  command = {"laser", "Laser pointer", "[on|off|toggle]", "View", "L", "", {}, {}, {}, {}, true};
  command.run = [&app](const Arguments& a) { return setSwitch(a, app.laser_, "laser [on|off|toggle]"); };
  command.isOn = [&app] { return app.laser_; };
  app.commands_.add(command);
  command = {"large-type", "Large type", "[on|off|toggle]", "View", "T", "", {}, {}, {}, {}, true};
  command.run = [&app](const Arguments& a) -> Problem {
    bool on = app.largeType_;
    if (auto problem = setSwitch(a, on, "large-type [on|off|toggle]")) return problem;
    if (on == app.largeType_) return std::nullopt;
    if (on) app.smallTextScale_ = app.preferences_.textScale;
    app.preferences_.textScale =
        on ? std::min(edit::kMostTextScale, kLargeType * app.smallTextScale_) : app.smallTextScale_;
    app.largeType_ = on;
    return std::nullopt;
  };
  command.isOn = [&app] { return app.largeType_; };
  app.commands_.add(command);
  command = {"picture-folder", "Where pictures go", "FOLDER", "File", "", "", {}, {}, {}, {}, false};
  command.run = [&app](const Arguments& a) -> Problem {
    if (auto problem = wantsArguments(a, 1, 1, "picture-folder FOLDER")) return problem;
    std::error_code error;
    if (!std::filesystem::is_directory(expanded(a.front()), error)) {
      return plainError(fmt::format("{} is no folder.", a.front()));
    }
    app.preferences_.pictureFolder = expanded(a.front());
    return std::nullopt;
  };
  app.commands_.add(command);
}

}  // namespace cordon::app
