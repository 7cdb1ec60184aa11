#pragma once

#include "extension/compat.h"

extern "C" {
#include "catalog/objectaccess.h"
#include "nodes/parsenodes.h"
}

namespace pggit {

/// What a session on a branch may not reach, however it came upon it: main's tables, functions and
/// types of the schemas that the branch has its own of. Objects of extensions are everybody's.
///
/// All of these are for a session that IsRouted(), and throw Error(kNotSupported) naming the
/// object.

/// A query after its analysis: relations, functions and operators anywhere in it.
void GuardQuery(Query* query);

/// The relations that a statement is about to read or write.
void GuardTables(List* range_table);

/// A relation that a statement names.
void GuardNamedTable(const RangeVar* name);

/// An object that is made, altered, dropped or emptied.
void GuardObject(ObjectAccessType access, Oid catalog, Oid object);

/// A schema that a statement looks into by name; the search path's are led elsewhere.
void GuardNamedSchema(Oid schema);

}  // namespace pggit
