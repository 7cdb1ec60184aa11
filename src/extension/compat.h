#pragma once

// The server's headers, and everything that differs between PostgreSQL 14 and 18.
//
// This is the only file that looks at PG_VERSION_NUM. Include it after the standard library's and
// core's headers, since the server redefines snprintf and its friends as macros.

extern "C" {
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/guc.h"
#include "utils/guc_tables.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif
}

#if PG_VERSION_NUM < 140000 || PG_VERSION_NUM >= 190000
#error "pggit builds against PostgreSQL 14 to 18"
#endif

/// Makes a symbol visible to the server; everything else in the module is hidden.
#define PGGIT_EXPORT __attribute__((visibility("default")))

// The magic block, with the module's name and version where the server asks for them.
#if PG_VERSION_NUM >= 180000
#define PGGIT_MODULE_MAGIC PG_MODULE_MAGIC_EXT(.name = "pggit", .version = PGGIT_VERSION)
#else
#define PGGIT_MODULE_MAGIC PG_MODULE_MAGIC
#endif

namespace pggit {

/// The major this module was built for.
constexpr int kBuiltForMajor = PG_VERSION_NUM / 10000;

// The file that a relation lies in, and when it is rewritten another one.
#if PG_VERSION_NUM >= 160000
#define PGGIT_FILE_OF(relation) ((relation)->rd_locator.relNumber)
#else
#define PGGIT_FILE_OF(relation) ((relation)->rd_node.relNode)
#endif

/// The record of a setting; null when there is none. May raise.
inline config_generic* FindSetting(const char* name) {
#if PG_VERSION_NUM >= 160000
  return find_option(name, /*create_placeholders=*/false, /*skip_errors=*/true, /*elevel=*/LOG);
#else
  config_generic** const settings = get_guc_variables();
  for (int i = 0; i < GetNumConfigOptions(); ++i) {
    if (pg_strcasecmp(settings[i]->name, name) == 0) return settings[i];
  }
  return nullptr;
#endif
}

// How a function of ours is given to the server's tree walkers, which 14 and 15 declare without
// parameters.
#if PG_VERSION_NUM >= 160000
#define PGGIT_TREE_WALKER(walk) (walk)
#else
#define PGGIT_TREE_WALKER(walk) (reinterpret_cast<bool (*)()>(reinterpret_cast<void*>(walk)))
#endif

// What the hook on permissions of tables is given, and passes on.
#if PG_VERSION_NUM >= 160000
#define PGGIT_CHECKED_TABLES List *tables, List *permissions, bool is_to_raise
#define PGGIT_CHECKED_TABLES_PASSED tables, permissions, is_to_raise
#else
#define PGGIT_CHECKED_TABLES List *tables, bool is_to_raise
#define PGGIT_CHECKED_TABLES_PASSED tables, is_to_raise
#endif

/// The server's version as it numbers itself; a module only loads into the major it was built for.
constexpr int kServerVersionNumber = PG_VERSION_NUM;

}  // namespace pggit
