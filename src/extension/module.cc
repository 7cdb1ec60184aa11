// The module itself: the block by which the server knows it and its version, and what is done once
// when a session loads it.

#include "extension/boundary.h"
#include "extension/event_triggers.h"
#include "extension/settings.h"

extern "C" {
extern PGGIT_EXPORT const Pg_magic_struct* PG_MAGIC_FUNCTION_NAME(void);
PGGIT_MODULE_MAGIC;

PGGIT_EXPORT void _PG_init(void);  // NOLINT(bugprone-reserved-identifier): the server's name
}

void _PG_init() {
  pggit::Enter([] {
    pggit::DefineSettings();
    pggit::RegisterCapture();
  });
}
