#pragma once

#include "extension/compat.h"

namespace pggit {

/// What the server looks up by name where we lead it.
enum class Named { kSchema, kRelation, kType };

/// What the server looks up: a name in a schema, which a schema's name has none.
struct LookedUp {
  const char* name = nullptr;
  Oid schema = InvalidOid;
};

/// What a statement means by what it names; without a name when it means just that. The name must
/// hold until the next call. It may look names up itself, and may raise.
using NameAlias = LookedUp (*)(Named what, LookedUp asked);

/// Has the server look up what `alias` says whenever it looks such a name up, for the rest of the
/// session. Nothing that it keeps is changed: it asks the hash function of a cache's key first and
/// then compares, and both are told the other name.
///
/// False when the caches are not made as we know them, or do not ask. Needs a transaction.
bool LeadLookups(NameAlias alias);

/// Whether LeadLookups() has been done.
bool LookupsAreLed() noexcept;

}  // namespace pggit
