#pragma once

#include "extension/spi.h"

namespace pggit {

/// Has every session of this database load the library when it begins: a session that has not
/// loaded it takes pggit.current_branch for a word of nobody's, and stays on main.
///
/// Adds to session_preload_libraries of the database what is not in it yet; that of the server and
/// what others added stays. Done as a superuser, for whoever initialises need not be one.
void PreloadLibrary(Spi& spi);

/// Takes it out again.
void StopPreloading(Spi& spi);

/// Whether new sessions of this database load the library.
bool IsPreloaded(Spi& spi);

}  // namespace pggit
