#pragma once

#include "extension/spi.h"

namespace pggit {

/// Makes the event triggers that capture DDL, where they are missing. They are no members of the
/// extension: a member would already fire while a dump is being loaded.
void CreateEventTriggers(Spi& spi);

void DropEventTriggers(Spi& spi);

/// Has the commands of each transaction written when it commits. Once, when the library is loaded.
void RegisterCapture();

}  // namespace pggit
