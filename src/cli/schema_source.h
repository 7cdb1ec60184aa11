#pragma once

#include <map>
#include <string>

#include "core/model/schema.h"

namespace pggit::cli {

/// A schema kept in files, as `pggit snapshot` writes it: a directory with one file a definition,
/// or one file with all of them; "-" is standard input.
///
/// Throws Error when there is nothing to read or it is no schema.
Schema LoadSchema(const std::string& input);

/// What a file holds; "-" is standard input. Throws Error when it cannot be read.
std::string ReadText(const std::string& file);

/// Writes one file a definition below `directory`, and takes away definitions that are not in
/// `schema` any more. `format` becomes `.pggit/format`.
///
/// A directory that holds files but no `.pggit/format` is somebody else's: throws Error and changes
/// nothing. Every file is replaced whole; the format file is written last.
void SaveTree(const Schema& schema, const std::string& format, const std::string& directory);

/// Writes all definitions to one file, which is replaced whole.
void SaveDocument(const Schema& schema, const std::string& file);

}  // namespace pggit::cli
