#pragma once

#include <functional>

#include "edit/command_table.h"
#include "edit/workspace.h"

namespace cordon::edit {

/// What editing needs to know besides the document.
struct EditingData {
  const scenario::Catalogue& catalogue;
  std::function<bool(geo::LatLon)> isOnLand;  ///< for the accuracy of an island's name
};

/// Adds the commands that change the scenario; each is one step of the history:
///
///     site-add WHERE [NAME [SYSTEM [STATUS [FROM [SOURCE]]]]]     note-add WHERE NAME
///     line-add LAT,LON LAT,LON...   track-add LAT,LON LAT,LON...  area-add LAT,LON LAT,LON LAT,LON...
///     move ID LAT,LON               move-selection LAT,LON LAT,LON
///     vertex-move ID LAT,LON N [PATH]   vertex-add ID LAT,LON N [PATH]   vertex-remove ID N [PATH]
///     delete [ID...]                duplicate
///     set PART ID POINTER VALUE     unset PART ID POINTER         rename PART ID NEW_ID
///     statement-add SITE SYSTEM STATUS [FROM [SOURCE]]
///     source-add TITLE [PUBLISHER [DATE [URL]]]                   system-add NAME KM         system-copy ID
///     part-remove system|source|view ID
///     scenario-set MEMBER VALUE     scenario-unset MEMBER         edit-mode on|off|toggle     step-end
///
/// WHERE is a position (geo::parseCoordinates) or a place of the gazetteer, whose accuracy the site then has. PART is
/// feature, system, source or view; POINTER a JSON pointer within it, a feature's property also by its bare name;
/// VALUE is JSON, or a text where it is none. N counts vertices from 1. What the reader would not take is refused in
/// the words of `cordon check`, and nothing changes. Both arguments outlive the table.
void addEditCommands(CommandTable& table, Workspace& workspace, const EditingData& data);

/// Selects features by their ids.
void selectFeatures(Workspace& workspace, const std::vector<std::string>& ids);

/// Ids of the features that are selected, the document's order; a ring stands for its site.
std::vector<std::string> selectedFeatures(const Workspace& workspace);

/// Adds a feature under an id made of its name, and selects it.
void addFeature(Workspace& workspace, scenario::Feature feature);

}  // namespace cordon::edit
