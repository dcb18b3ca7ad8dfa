#include "edit/workspace_commands.h"

#include "edit/workspace_command_parts.h"

namespace cordon::edit {

void addWorkspaceCommands(CommandTable& table, Workspace& workspace, Preferences& preferences) {
  const CommandSubjects subjects{table, workspace, preferences};
  addDateCommands(subjects);
  addMapCommands(subjects);
  addSystemCommands(subjects);
  addSiteCommands(subjects);
  addToolCommands(subjects);
  addDocumentCommands(subjects);
  addPreferenceCommands(subjects);
}

}  // namespace cordon::edit
