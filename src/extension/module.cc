// The module itself: the block by which the server knows it and its version.

#include "extension/boundary.h"

extern "C" {
extern PGGIT_EXPORT const Pg_magic_struct* PG_MAGIC_FUNCTION_NAME(void);
PGGIT_MODULE_MAGIC;
}
