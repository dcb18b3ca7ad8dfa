#include <fmt/format.h>

#include "edit/command_words.h"
#include "edit/words.h"
#include "edit/workspace_command_parts.h"
#include "scene/model_text.h"

namespace cordon::edit {

namespace {

/// The event nearest after (or before) the shown day; a partial date stands at its first day, from which it counts.
std::optional<int> neighbourDay(const Workspace& workspace, bool after) {
  const int today = workspace.date().lastDay();
  std::optional<int> nearest;
  for (const scenario::TimelineEvent& event : workspace.timeline()) {
    const int day = event.date.firstDay();
    if (after ? day <= today : day >= today) continue;
    if (!nearest || (after ? day < *nearest : day > *nearest)) nearest = day;
  }
  return nearest;
}

void showDay(Workspace& workspace, std::optional<scenario::Date> date) {
  workspace.shown().date = date;
  workspace.playback().fractionDays = 0.0;
}

void addStep(const CommandSubjects& subjects, Command added, bool after) {
  Workspace& workspace = subjects.workspace;
  added.isPossible = [&workspace, after] { return neighbourDay(workspace, after).has_value(); };
  added.run = [&workspace, after](const Arguments&) -> Failure {
    const std::optional<int> day = neighbourDay(workspace, after);
    if (!day) return plainError(after ? "No event comes later." : "No event comes earlier.");
    showDay(workspace, scenario::Date::fromDay(*day));
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(added), 0, 0);
}

std::vector<Command::Choice> eventDays(const Workspace& workspace) {
  std::vector<Command::Choice> choices{{"none", "Date: the scenario's own"}};
  for (const scenario::TimelineEvent& event : workspace.timeline()) {
    const std::string day = scenario::Date::fromDay(event.date.firstDay()).toString();
    if (choices.back().arguments == day) {
      choices.back().title += "; " + event.text;
    } else {
      choices.push_back({day, fmt::format("Date: {}: {}", scene::longDate(event.date), event.text)});
    }
  }
  return choices;
}

Failure play(Workspace& workspace, bool on) {
  Playback& playback = workspace.playback();
  if (on && !workspace.span()) return plainError("The scenario tells of no time that could be played.");
  playback.fractionDays = 0.0;
  // At its end it starts again.
  if (on && !playback.playing && workspace.date().lastDay() >= workspace.span()->lastDay) {
    workspace.shown().date = scenario::Date::fromDay(workspace.span()->firstDay);
  }
  playback.playing = on;
  return std::nullopt;
}

}  // namespace

void addDateCommands(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;

  Command date = command("date", "Show a date", "YYYY-MM-DD|none", "Date");
  date.choices = [&workspace] { return eventDays(workspace); };
  date.run = [&workspace](const Arguments& arguments) -> Failure {
    const std::optional<scenario::Date> parsed = scenario::Date::parse(arguments[0]);
    if (!parsed && arguments[0] != "none") {
      return plainError(fmt::format("\"{}\" is no date.", arguments[0]),
                        "Write YYYY-MM-DD, YYYY-MM or YYYY; or none for the scenario's own.");
    }
    showDay(workspace, parsed);
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(date), 1, 1);

  Command next = command("date-next", "Next event", "", "Date", ".");
  addStep(subjects, std::move(next), true);
  Command previous = command("date-previous", "Previous event", "", "Date", ",");
  addStep(subjects, std::move(previous), false);

  Command player = command("play", "Play", "[on|off|toggle]", "Date", "P");
  player.chordArguments = "toggle";
  player.isOn = [&workspace] { return workspace.playback().playing; };
  player.isPossible = [&workspace] { return workspace.span().has_value(); };
  player.choices = [&workspace] {
    return std::vector<Command::Choice>{{"toggle", workspace.playback().playing ? "Pause" : "Play through time"}};
  };
  player.run = [&workspace](const Arguments& arguments) -> Failure {
    const Result<bool> on = readSwitch(arguments, workspace.playback().playing);
    return on ? play(workspace, *on) : on.diagnostics().front();
  };
  addCommand(subjects.table, std::move(player), 0, 1);

  Command speed = command("play-speed", "Speed of play", "DAYS_PER_SECOND", "Date");
  speed.choices = [] {
    std::vector<Command::Choice> choices;
    for (const double days : kPlayPaces) {
      choices.push_back({fmt::format("{:g}", days), fmt::format("Speed of play: {:g} days a second", days)});
    }
    return choices;
  };
  constexpr double kMostDaysPerSecond = 36'525.0;
  addNumber(subjects.table, std::move(speed), "Speed", {0.0, kMostDaysPerSecond, true},
            [&workspace](double days) { workspace.playback().daysPerSecond = days; });
}

}  // namespace cordon::edit
