#include "app/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/check_command.h"
#include "app/convert_command.h"
#include "app/diff_command.h"
#include "app/messages.h"
#include "app/render_command.h"
#include "app/render_options.h"
#include "app/systems_command.h"
#include "app/version.h"
#include "app/view_command.h"

namespace cordon::app {

namespace {

constexpr const char* kExitCodes =
    "\nExit codes:\n"
    "  0  all is well\n"
    "  1  a scenario has errors\n"
    "  2  the arguments do not fit\n"
    "  3  a file cannot be read or written\n"
    "  4  no OpenGL driver, or the program's data or memory is missing\n";

constexpr const char* kRenderExamples =
    "\nExamples:\n"
    "  cordon render --output okhotsk.png\n"
    "  cordon render my.geojson --output my.png --resolution 3840,2160\n"
    "  cordon render --camera -44.2,170,900 --output nz.png\n"
    "  cordon render --extent 143,42,158,52 --date 2018-12-30 --output kurils.png\n"
    "  cordon render --layers -places,-furniture --stats stats.json --output plain.png\n";

CLI::App* addRender(CLI::App& app, RenderArguments& arguments) {
  CLI::App* verb = app.add_subcommand("render", "Draw a scenario as a PNG picture");
  verb->add_option("SCENARIO", arguments.scenario,
                   "A scenario file, or a built-in one's name; okhotsk if none is given")
      ->type_name("");
  verb->add_option("--output,-o", arguments.output, "The PNG file to write; needed")->type_name("F.png");
  verb->add_option("--resolution", arguments.resolution, "Pixels, 64 to 16384 each way; 1920,1080 if not given")
      ->type_name("W,H");
  verb->add_option("--camera", arguments.camera,
                   "Look at a place from a distance in km (0.1 to 100000); heading clockwise from north, tilt from 0 "
                   "(straight down) to less than 90; degrees")
      ->type_name("LAT,LON,RANGE_KM[,HEADING[,TILT]]");
  verb->add_option("--view", arguments.view, "A view that the scenario names")->type_name("NAME");
  verb->add_option("--extent", arguments.extent, "Show all of a frame, degrees; E below W crosses the dateline")
      ->type_name("W,S,E,N");
  verb->add_option("--date", arguments.date, "Show what was published to hold on a day")->type_name("YYYY-MM-DD");
  verb->add_option(
          "--layers", arguments.layers,
          "a,b shows just those, -a,-b all but those: relief, coast, lakes, rivers, borders, graticule, places, "
          "areas, lines, sites, rings, labels, furniture")
      ->type_name("NAMES");
  verb->add_option("--range-claim", arguments.rangeClaim, "Which published range is drawn: default, min, max or span")
      ->type_name("CHOICE");
  verb->add_option("--exaggeration", arguments.exaggeration, "Heights are multiplied by this, 0 to 100; 1 if not given")
      ->type_name("X");
  verb->add_flag("--no-background", arguments.noBackground, "Leave the sky transparent");
  verb->add_option("--language", arguments.language, "Names in en, ru or ja")->type_name("LANG");
  verb->add_option("--palette", arguments.palette, "Colours: standard, color-blind, print or dark")->type_name("NAME");
  verb->add_option("--fill", arguments.fill, "Rings' areas: union (by system), each, or overlaps (by their number)")
      ->type_name("NAME");
  verb->add_option("--rendering-backend", arguments.backend, "auto or egl (both draw without a display)")
      ->type_name("NAME");
  verb->add_option("--stats", arguments.stats, "Write times, sizes, sites and rings with check points as JSON")
      ->type_name("F.json");
  verb->add_flag("--verbose", arguments.verbose, "Tell what each phase took");
  verb->footer(std::string(kRenderExamples) + kExitCodes);
  return verb;
}

constexpr const char* kViewExamples =
    "\nExamples:\n"
    "  cordon\n"
    "  cordon view my.geojson\n"
    "  cordon view okhotsk --view matua --date 2021-12-31\n"
    "  cordon view --script tour.txt\n";

void addView(CLI::App& app, ViewArguments& arguments) {
  CLI::App* verb = app.add_subcommand("view", "Open a scenario in a window (also where no command is given)");
  verb->add_option("SCENARIO", arguments.scenario,
                   "A scenario file, or a built-in one's name; okhotsk if none is given")
      ->type_name("");
  verb->add_option("--camera", arguments.camera, "Look at a place from a distance in km, as cordon render does")
      ->type_name("LAT,LON,RANGE_KM[,HEADING[,TILT]]");
  verb->add_option("--view", arguments.view, "A view that the scenario names")->type_name("NAME");
  verb->add_option("--date", arguments.date, "Show what was published to hold on a day")->type_name("YYYY-MM-DD");
  verb->add_option("--window", arguments.windowSize,
                   "The window's size in pixels (times the monitor's scale), as far as the screen has room; as it was "
                   "last, if not given")
      ->type_name("W,H");
  verb->add_flag("--full-screen", arguments.fullScreen, "Fill the monitor");
  verb->add_option("--script", arguments.script, "Carry out the commands of a file, one a line, and end")
      ->type_name("FILE");
  verb->add_flag("--no-config", arguments.noConfig, "Neither read nor write the preferences");
  verb->add_option("--stats", arguments.stats, "Write times and sizes as JSON when the window is closed")
      ->type_name("F.json");
  verb->footer(std::string(kViewExamples) + kExitCodes);
}

constexpr const char* kDiffExamples =
    "\nExamples:\n"
    "  cordon diff yesterday.geojson today.geojson\n"
    "  cordon diff --json okhotsk mine.geojson\n"
    "  cordon diff okhotsk --at 2016-01-01 --against 2024-01-01\n"
    "\nExit codes:\n"
    "  0  nothing differs\n"
    "  1  something differs\n"
    "  2  trouble: arguments, files, scenarios with errors\n";

CLI::App* addDiff(CLI::App& app, DiffArguments& arguments) {
  CLI::App* verb = app.add_subcommand("diff", "Tell what differs between two scenarios, or two dates of one");
  verb->add_option("SCENARIO", arguments.scenarios, "Scenario files, or built-in names: two, or one with two dates")
      ->required()
      ->type_name("");
  verb->add_option("--at", arguments.at, "The day to begin with; of one scenario")->type_name("YYYY-MM-DD");
  verb->add_option("--against", arguments.against, "The day to compare it with")->type_name("YYYY-MM-DD");
  verb->add_flag("--json", arguments.json, "Write JSON, for programs");
  verb->footer(kDiffExamples);
  return verb;
}

constexpr const char* kConvertExamples =
    "\nFormats: cordon, geojson, kml, kmz, gpkg, csv; read only: gpx, shp, orbat; written only: czml.\n"
    "What a format cannot hold is told; docs/interchange.md has the table.\n"
    "\nExamples:\n"
    "  cordon convert okhotsk okhotsk.kmz\n"
    "  cordon convert okhotsk rings.geojson --date 2018-12-30\n"
    "  cordon convert sites.csv mine.geojson --columns lat=Breite,lon=Laenge,radius=R,radius_unit=nmi\n"
    "  cordon convert places.gpkg mine.geojson\n";

CLI::App* addConvert(CLI::App& app, ConvertArguments& arguments) {
  CLI::App* verb = app.add_subcommand("convert", "Make a scenario of another program's file, or the other way round");
  verb->add_option("IN", arguments.in, "A file of another program, a scenario file, or a built-in one's name")
      ->type_name("")
      ->required();
  verb->add_option("OUT", arguments.out, "The file to write")->type_name("")->required();
  verb->add_option("--from", arguments.from, "What IN is; by its ending and content if not given")->type_name("FORMAT");
  verb->add_option("--to", arguments.to,
                   "What OUT shall be; by its ending if not given (.geojson: rings as polygons of a scenario, else a "
                   "scenario)")
      ->type_name("FORMAT");
  verb->add_option("--date", arguments.date, "Write just what the map shows on a day")->type_name("YYYY-MM-DD");
  verb->add_option("--columns", arguments.columns, "Which columns of a CSV mean what: lat=..,lon=..,name=..,radius=..")
      ->type_name("LIST");
  verb->footer(std::string(kConvertExamples) + kExitCodes);
  return verb;
}

ExitCode runView(const ViewArguments& arguments) {
  const Result<ViewOptions> options = checkArguments(arguments);
  if (options.ok()) return view(*options);
  report(options.diagnostics());
  return ExitCode::WrongUse;
}

ExitCode runRender(const RenderArguments& arguments) {
  const Result<RenderOptions> options = checkArguments(arguments);
  if (options.ok()) return render(*options);
  report(options.diagnostics());
  return ExitCode::WrongUse;
}

/// The verb that stands on the command line, for messages: "cordon render".
std::string commandOf(const CLI::App& app) {
  const std::vector<CLI::App*> verbs = app.get_subcommands();
  return verbs.empty() ? "cordon" : "cordon " + verbs.front()->get_name();
}

}  // namespace

ExitCode runCommandLine(int argumentCount, const char* const* arguments) {
  CLI::App app("Shows where publicly reported missile systems stand and how far they reach.", "cordon");
  app.set_version_flag("--version", versionText());
  app.require_subcommand(0, 1);
  app.footer(std::string(
                 "\nExamples:\n  cordon view okhotsk\n  cordon render --output okhotsk.png\n  cordon check my.geojson\n"
                 "  cordon systems\n  cordon render --help\n") +
             kExitCodes);

  RenderArguments renderArguments;
  const CLI::App* renderVerb = addRender(app, renderArguments);
  ViewArguments viewArguments;
  addView(app, viewArguments);
  std::vector<std::string> scenarios;
  CLI::App* checkVerb = app.add_subcommand("check", "Tell everything that is wrong with scenario files");
  checkVerb->add_option("FILE", scenarios, "Scenario files, or built-in names")->required();
  checkVerb->footer(std::string("\nExample:\n  cordon check my.geojson okhotsk\n") + kExitCodes);
  DiffArguments diffArguments;
  const CLI::App* diffVerb = addDiff(app, diffArguments);
  ConvertArguments convertArguments;
  const CLI::App* convertVerb = addConvert(app, convertArguments);
  CLI::App* systemsVerb = app.add_subcommand("systems", "List the built-in catalogue with every published range");
  systemsVerb->footer(std::string("\nExample:\n  cordon systems\n") + kExitCodes);

  try {
    app.parse(argumentCount, arguments);
  } catch (const CLI::Success& wanted) {
    // Help or version: CLI11 knows which text it is.
    std::ostringstream text;
    app.exit(wanted, text, text);
    return print(text.str()) ? ExitCode::Ok : ExitCode::FileError;
  } catch (const CLI::ParseError& error) {
    if (app.get_subcommands().empty() && argumentCount > 1 && arguments[1][0] != '-') {
      report(plainError(fmt::format("there is no command \"{}\".", arguments[1]),
                        "The commands are view, render, check, convert, diff and systems. See cordon --help."));
      return ExitCode::WrongUse;
    }
    report(plainError(std::string(error.what()) + ".", "See " + commandOf(app) + " --help."));
    return ExitCode::WrongUse;
  }
  if (checkVerb->parsed()) return check(scenarios);
  if (diffVerb->parsed()) return diff(diffArguments);
  if (convertVerb->parsed()) return convert(convertArguments);
  if (systemsVerb->parsed()) return listSystems();
  if (renderVerb->parsed()) return runRender(renderArguments);
  return runView(viewArguments);
}

}  // namespace cordon::app
