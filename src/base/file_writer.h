#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostic.h"

namespace cordon {

/// Says why a file could not be written there, as far as that can be seen without writing; nothing if it looks well.
///
/// Looks for: a folder that does not exist or takes no files, a file that may not be replaced, a folder of that name.
std::optional<Diagnostic> whyNotWritable(const std::filesystem::path& path);

/// Whom a new file is for, before the user's umask.
enum class Readers { Everyone, OwnerOnly };

/// Writes a whole file or nothing: to a temporary file beside it, flushed to the disk, then renamed, and the folder
/// flushed too.
///
/// An older file stays as it was until the new one is complete, and keeps its permissions; a symbolic link stays one,
/// even where what it points to is not there. What is no regular file (a device, a pipe) is written directly. Returns
/// the error, if any: its message names the file and the reason. Then the older file is as it was and nothing is left
/// behind, unless only the folder could not be flushed. SIGINT, SIGTERM and SIGHUP that arrive meanwhile are delivered
/// afterwards, with nothing left behind; so is the size limit of a process told as an error. Any thread; calls wait for
/// each other.
std::optional<Diagnostic> writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes,
                                    Readers readers = Readers::Everyone);
std::optional<Diagnostic> writeFile(const std::filesystem::path& path, std::string_view text,
                                    Readers readers = Readers::Everyone);

}  // namespace cordon
