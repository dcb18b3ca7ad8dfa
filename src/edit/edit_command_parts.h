#pragma once

#include "edit/edit_commands.h"

/// The parts of addEditCommands(), by theme; private to it.
namespace cordon::edit {

/// What the commands act on; all outlive the table.
struct EditSubjects {
  CommandTable& table;
  Workspace& workspace;
  EditingData data;
};

/// site-add to duplicate.
void addMapEditCommands(const EditSubjects& subjects);

/// set to scenario-unset.
void addMemberCommands(const EditSubjects& subjects);

/// The name that a step of the history calls a feature by.
std::string stepName(const scenario::Feature& feature);

/// Takes a changed document that may have been refused; warnings become messages.
std::optional<Diagnostic> applyOrTell(Workspace& workspace, std::string step, Result<scenario::Document> changed,
                                      std::string mergeKey = {});

}  // namespace cordon::edit
