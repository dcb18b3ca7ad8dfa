#pragma once

#include "edit/command_table.h"
#include "edit/workspace.h"

/// The parts of addWorkspaceCommands(), by theme; private to it.
namespace cordon::edit {

/// What the commands act on; both outlive the table.
struct CommandSubjects {
  CommandTable& table;
  Workspace& workspace;
  Preferences& preferences;
};

/// date to play-speed.
void addDateCommands(const CommandSubjects& subjects);

/// layer, exaggeration, palette, languages, wrong-map.
void addMapCommands(const CommandSubjects& subjects);

/// system, systems, claim, fill, opacity, line-width.
void addSystemCommands(const CommandSubjects& subjects);

/// site, sites, select, select-none, select-all.
void addSiteCommands(const CommandSubjects& subjects);

/// tool to reach.
void addToolCommands(const CommandSubjects& subjects);

/// view-add, view-remove, undo, redo.
void addDocumentCommands(const CommandSubjects& subjects);

/// units to legend.
void addPreferenceCommands(const CommandSubjects& subjects);

}  // namespace cordon::edit
