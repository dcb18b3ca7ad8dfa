#pragma once

#include "interchange/export.h"
#include "interchange/losses.h"

namespace cordon::interchange {

/// Counts what all writers of foreign formats leave out, or those of this format: texts of the scenario, members of
/// systems, sources and statements, statements that never have a ring, members that the scenario format does not know.
/// What belongs to the shapes of a format alone its writer counts.
void countUnwritten(const scenario::Document& document, Format format, const ExportOptions& options, Losses& losses);

}  // namespace cordon::interchange
