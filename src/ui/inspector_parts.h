#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ui/panel.h"

/// What the inspector's pages are made of.
namespace cordon::ui {

/// The large name and what kind of thing it is, with a button that flies there where `flyTo` names a target.
void inspectorHeading(const Panel& panel, const std::string& name, const std::string& kind,
                      const std::optional<std::string>& flyTo);

/// A heading within a page.
void inspectorSubheading(const Panel& panel, const std::string& text);

/// A row of the names by language, with the other toponyms after a slash.
void nameFacts(const Panel& panel, const std::map<std::string, std::string>& names,
               const std::map<std::string, std::string>& others);

/// A position in the preferred format; a click copies it.
void positionFact(const Panel& panel, geo::LatLon position);

/// Publications by id, each a link to its page where it has one.
void sourceList(const Panel& panel, const std::vector<std::string>& ids);

}  // namespace cordon::ui
