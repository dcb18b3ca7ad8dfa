#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scenario/document.h"

namespace cordon::scenario {

/// Longest text and deepest nesting that a scenario may have.
inline constexpr std::size_t kMaxTextBytes = 100'000'000;
/// Most values (numbers, texts, lists, objects) that it may have, and the longest of its texts, in bytes: reading takes
/// some hundred bytes of memory a value.
inline constexpr std::size_t kMaxValues = 1'000'000;
inline constexpr std::size_t kMaxStringBytes = 1'000'000;
inline constexpr int kMaxNesting = 64;

/// Reads `catalogue/systems.json` of the program's assets.
Result<Catalogue> loadCatalogue(const std::filesystem::path& assetsFolder);

/// Reads a scenario from its text (docs/scenario-format.md).
///
/// Systems of the catalogue that the text names without defining them are added to the document, with their
/// sources. On failure all problems are told, each with its JSON pointer and mend; a syntax error has line and
/// column instead. `fileName` is for the messages only. The text may be hostile: reading it neither touches
/// another file nor takes more than memory in proportion to it.
Result<Document> readDocument(std::string_view text, const std::string& fileName, const Catalogue& catalogue);

/// What is sound of a scenario, and everything that is not.
struct SoundReading {
  std::optional<Document> document;  ///< nothing where the text is no scenario at all
  Diagnostics problems;
};

/// Reads a scenario's sound parts: features, systems, sources and views that have an error are left out, and what named
/// them no longer does. Such a document is for looking at: written, it would lose what was left out.
SoundReading readSound(std::string_view text, const std::string& fileName, const Catalogue& catalogue);

/// Reads a text file of at most kMaxTextBytes, also one that does not tell its size, such as a pipe.
Result<std::string> readTextFile(const std::filesystem::path& path);

/// Reads a scenario file.
Result<Document> loadDocument(const std::filesystem::path& path, const Catalogue& catalogue);

/// Writes a scenario as JSON text that readDocument() reads to an equal document.
///
/// Parts that were read from a file keep their unknown members and the order of all members; members whose
/// meaning did not change keep their values. Positions are written with 9 decimals of a degree (0.1 mm).
std::string writeDocument(const Document& document);

/// Writes a scenario over the text that it was read from or last written to: reads as what writeDocument() gives, but
/// keeps each line whose values did not change as it is (see patchedText()). A text that is no JSON counts for none.
std::string writeDocumentOver(std::string_view originalText, const Document& document);

/// Checks a scenario's text against the JSON Schema in `schema/cordon-scenario.schema.json`: all violations, with
/// JSON pointer, and a mend where one is known. Slow beside readDocument(): meant for `cordon check`.
Diagnostics checkSchema(std::string_view text, const std::string& fileName, const std::filesystem::path& assetsFolder);

/// Names of the built-in scenarios, sorted.
std::vector<std::string> builtInScenarios(const std::filesystem::path& assetsFolder);

/// The file that a name on the command line means: a path that exists (a folder hides no built-in scenario), else
/// the built-in scenario of that name.
/// The error lists the built-in names.
Result<std::filesystem::path> resolveScenario(const std::string& nameOrPath, const std::filesystem::path& assetsFolder);

}  // namespace cordon::scenario
