#pragma once

#include <array>

#include "edit/preferences.h"
#include "edit/workspace.h"
#include "scene/words.h"

/// What a user chooses among besides what scene/words.h has.
namespace cordon::edit {

inline constexpr std::array<scene::Word<Theme>, 2> kThemeWords{
    {{Theme::Dark, "dark", "Dark", "dark"}, {Theme::Light, "light", "Light", "light"}}};

inline constexpr std::array<scene::Word<geo::CoordinateFormat>, 3> kCoordinateWords{
    {{geo::CoordinateFormat::DecimalDegrees, "dd", "Decimal", "decimal degrees"},
     {geo::CoordinateFormat::DegreesMinutesSeconds, "dms", "DMS", "degrees, minutes and seconds"},
     {geo::CoordinateFormat::Mgrs, "mgrs", "MGRS", "MGRS"}}};

inline constexpr std::array<scene::Word<Tool>, 11> kToolWords{
    {{Tool::Select, "select", "Select", "Select"},
     {Tool::Measure, "measure", "Distance", "Measure a distance"},
     {Tool::Area, "area", "Area", "Measure an area"},
     {Tool::Bearing, "bearing", "Bearing", "Range and bearing"},
     {Tool::Ring, "ring", "Free ring", "Lay a free ring"},
     {Tool::Reach, "reach", "Who reaches", "Who reaches this point"},
     {Tool::AddSite, "add-site", "New site", "Add a site by a click"},
     {Tool::AddNote, "add-note", "New note", "Add a note by a click"},
     {Tool::DrawLine, "draw-line", "New line", "Draw a line"},
     {Tool::DrawTrack, "draw-track", "New track", "Draw a track"},
     {Tool::DrawArea, "draw-area", "New area", "Draw an area"}}};

/// Speeds of the play that are offered, days a second.
inline constexpr std::array<double, 6> kPlayPaces{7.0, 30.0, 90.0, 180.0, 365.0, 730.0};

}  // namespace cordon::edit
