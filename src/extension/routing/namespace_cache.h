#pragma once

namespace pggit {

/// The name of the schema that a statement means by `name`; null when it means just that. What it
/// gives must hold until the next call. It may look schemas up itself, and may raise.
using NamespaceAlias = const char* (*)(const char* name);

/// Has the server look up what `alias` says whenever it looks a schema up by name, for the rest of
/// the session. Nothing that it keeps is changed: it asks the hash function of the cache's key
/// first and then compares, and both are told the other name.
///
/// False when the cache is not made as we know it, or does not ask. Needs a transaction.
bool LeadNamespaceLookups(NamespaceAlias alias);

/// Whether LeadNamespaceLookups() has been done.
bool NamespaceLookupsAreLed() noexcept;

}  // namespace pggit
