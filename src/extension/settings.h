#pragma once

namespace pggit {

/// Tells the server of pggit's settings. Once, when the library is loaded.
void DefineSettings();

}  // namespace pggit
