#pragma once

#include "edit/command_table.h"
#include "edit/workspace.h"

namespace cordon::edit {

/// Adds the commands that need nothing but a workspace and the preferences (both must outlive the table):
///
///     date YYYY-MM-DD|none        date-next   date-previous   play [on|off|toggle]   play-speed DAYS_PER_SECOND
///     layer NAME on|off|toggle    exaggeration X              palette standard|color-blind|print|dark
///     language en|ru|ja           second-language en|ru|ja|none
///     system ID on|off|toggle|only                            systems on|off
///     claim ID default|min|max|span|N                         fill union|each|overlaps
///     opacity ID PERCENT          line-width ID FACTOR        site ID on|off|toggle|only      sites on|off
///     select ID [add]             select-none                 select-all
///     tool select|measure|area|bearing|ring|reach             tool-end      tool-cancel      tool-select ...
///     tool-reach measure LAT,LON LAT,LON...  area LAT,LON LAT,LON...     measure-clear ring LAT,LON KM ring-radius KM
///     ring-remove N|all reach LAT,LON               wrong-map on|off|toggle view-add NAME               view-remove ID
///     undo          redo units km|nmi|mi             coordinates dd|dms|mgrs     theme dark|light    text-scale X
///     invert-zoom on|off|toggle   inertia on|off|toggle       panel on|off|toggle
///     panel-width UNITS           section TITLE open|closed|toggle            legend on|off|toggle
///     details-share SHARE|default [editing]
///
/// Positions are read by geo::parseCoordinates, as one word (quoted where it has spaces). ID of `select` is the id of a
/// site, a ring ("site/system"), a line (or a part of one, "line/1"), an area, or a place's id or name; with `add` what
/// is selected already is taken back. `N` of `claim` and `ring-remove` counts from 1.
/// Languages and units are kept in the preferences and shown by the workspace; who reads the preferences hands them to
/// Workspace::shown() first. Unknown ids and words are answered with what there is, or with the nearest; a command that
/// fails changes nothing.
void addWorkspaceCommands(CommandTable& table, Workspace& workspace, Preferences& preferences);

}  // namespace cordon::edit
