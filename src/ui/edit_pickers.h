#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/edit_form.h"

namespace cordon::ui {

/// A list of the document's systems and of the catalogue's others, each with its sign and colour. `take` hears the id
/// of the one that was chosen.
void systemPicker(const Panel& panel, std::string_view label, const char* id, const std::string& chosen,
                  const std::function<void(const std::string& systemId)>& take);

/// Sources by id, each with its page and a cross, and below them a field that finds one of the document's while it is
/// typed in or opens a small form for a new one. `take` hears the list as it is to be. `name` tells lists apart.
void sourcePicker(const Panel& panel, std::string_view label, const std::string& name,
                  const std::vector<std::string>& ids,
                  const std::function<void(const std::vector<std::string>& ids)>& take);

/// The same for the member of a part.
void sourcesOf(const EditForm& form, std::string_view label, const std::string& pointer,
               const std::vector<std::string>& ids);

}  // namespace cordon::ui
