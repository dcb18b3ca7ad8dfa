#pragma once

#include "ui/edit_form.h"

namespace cordon::ui {

/// What is stated of systems at a site over time: a button that adds a statement and leaves the earlier ones, and each
/// of them to be changed.
void editStatements(const EditForm& form, const scenario::Feature& site);

}  // namespace cordon::ui
