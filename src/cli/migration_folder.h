#pragma once

#include <string>
#include <vector>

#include "core/generate/generate.h"

namespace pggit::cli {

/// The names of all files below the folder, without their folders; none when it is not there.
std::vector<std::string> FilesBelow(const std::string& folder);

/// What a file in the folder holds; empty when it is not there.
std::string TextIfThere(const std::string& folder, const std::string& file);

/// Writes all the files below the folder, or none: what was written goes again when a later one
/// cannot be. A file that is there is left alone, and Error thrown, unless it is to be replaced.
void WriteMigration(const std::string& folder, const std::vector<MigrationFile>& files);

}  // namespace pggit::cli
