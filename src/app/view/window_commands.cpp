#include "app/view/window_commands.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <chrono>
#include <ctime>
#include <system_error>
#include <thread>

#include "app/view/application.h"
#include "base/file_writer.h"
#include "base/home_folder.h"

extern char** environ;

namespace cordon::app {

namespace {

using edit::Arguments;
using edit::Command;
using edit::Failure;

std::filesystem::path pictureFolder(const edit::Preferences& preferences) {
  if (!preferences.pictureFolder.empty()) return preferences.pictureFolder;
  const std::optional<std::filesystem::path> home = homeFolder();
  if (!home) return ".";
  std::error_code error;
  const std::filesystem::path pictures = *home / "Pictures";
  return std::filesystem::is_directory(pictures, error) ? pictures : *home;
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
Failure openLink(const std::string& url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) {
    return plainError("only http and https addresses are opened.");
  }
  std::string program = "xdg-open";
  std::string address = url;
  std::array<char*, 3> arguments{program.data(), address.data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
    return plainError("there is no xdg-open (package xdg-utils) to open this address with; it is copied: " + url);
  }
  std::thread([child] { waitpid(child, nullptr, 0); }).detach();
  return std::nullopt;
}

/// Adds a command that turns something on and off; without a word it toggles.
void addToggle(edit::CommandTable& table, Command added, const std::function<bool()>& get,
               std::function<Failure(bool)> set) {
  added.isOn = get;
  added.run = [get, set = std::move(set)](const Arguments& a) -> Failure {
    const Result<bool> on = edit::readSwitch(a, get());
    return on ? set(*on) : on.diagnostics().front();
  };
  edit::addCommand(table, std::move(added), 0, 1);
}

}  // namespace

void WindowCommands::add(Application& application) {
  addOpening(application);
  addSaving(application);
  addClipboard(application);
  addHistory(application);
  addLinks(application);
  addPictures(application);
  addCamera(application);
  addViews(application);
  addCameraSteps(application);
  addPresenting(application);
  addComparing(application);
  addExchange(application);
  addScripting(application);
}

void WindowCommands::addLinks(Application& app) {
  Command link = edit::command("link", "Open an address in the browser", "URL", "Help");
  link.inPalette = false;
  link.run = [&app](const Arguments& a) {
    Failure problem = openLink(a.front());
    if (problem) app.window_.setClipboard(a.front());
    return problem;
  };
  edit::addCommand(app.commands_, std::move(link), 1, 1);
}

void WindowCommands::addPictures(Application& app) {
  const auto addPicture = [&app](Command added, bool isPlain) {
    added.run = [&app, isPlain](const Arguments& a) -> Failure {
      if (!app.model_) return plainError("there is no map yet.");
      const std::filesystem::path file =
          a.empty() ? newPictureName(pictureFolder(app.preferences_), app.workspace_.name()) : expandedHome(a.front());
      const std::filesystem::path folder = file.parent_path();
      std::error_code error;
      const bool madeFolder = !folder.empty() && std::filesystem::create_directories(folder, error);
      if (error) {
        return plainError(fmt::format("the folder {} cannot be made ({}).", folder.string(), error.message()),
                          "Choose another one in the preferences.");
      }
      if (auto problem = whyNotWritable(file)) return problem;
      const auto model = isPlain ? app.modelWithout(scene::Layer::Furniture) : app.model_;
      app.jobs_->add({app.projector(), model, !isPlain, file, {}, madeFolder});
      return std::nullopt;
    };
    edit::addCommand(app.commands_, std::move(added), 0, 1);
  };
  addPicture(edit::command("picture", "Save a picture of the map", "[FILE]", "File", "F12"), false);
  addPicture(edit::command("picture-plain", "Save a picture without furniture, the sky transparent", "[FILE]", "File",
                           "Ctrl+F12"),
             true);

  Command folder = edit::command("picture-folder", "Where pictures go", "FOLDER", "File");
  folder.inPalette = false;
  folder.run = [&app](const Arguments& a) -> Failure {
    std::error_code error;
    const std::filesystem::path chosen = expandedHome(a.front());
    if (!std::filesystem::is_directory(chosen, error)) return plainError(fmt::format("{} is no folder.", a.front()));
    app.preferences_.pictureFolder = chosen;
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(folder), 1, 1);
}

void WindowCommands::addPresenting(Application& app) {
  addToggle(
      app.commands_, edit::command("full-screen", "Full screen", "[on|off|toggle]", "View", "F11"),
      [&app] { return app.window_.isFullScreen(); },
      [&app](bool on) -> Failure {
        app.window_.setFullScreen(on);
        if (on && !app.window_.isFullScreen()) return plainError("there is no monitor to fill.");
        return std::nullopt;
      });
  addToggle(
      app.commands_, edit::command("laser", "Laser pointer", "[on|off|toggle]", "View", "L"),
      [&app] { return app.laser_; },
      [&app](bool on) -> Failure {
        app.laser_ = on;
        return std::nullopt;
      });
  addToggle(
      app.commands_, edit::command("large-type", "Large type", "[on|off|toggle]", "View", "T"),
      [&app] { return app.largeType_.isOn(); },
      [&app](bool on) -> Failure {
        app.largeType_.set(on, app.preferences_.textScale);
        return std::nullopt;
      });
}

}  // namespace cordon::app
