#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/catalog/row_source.h"

namespace pggit {

// pg_get_viewdef() and its kin read the newest catalog whatever snapshot the query runs under, so a
// reading is only true when the catalogs stood still from its snapshot to its end.

/// The number of the next transaction to write as the source's snapshot has it, if none that writes
/// was running then. Only within WithSnapshot.
std::optional<std::uint32_t> QuietFrom(RowSource& source);

/// Whether no transaction that writes has begun since: nothing can have moved then. Costs nothing;
/// false says nothing. Only within WithSnapshot, the same or a later one.
bool IsStillQuiet(RowSource& source, std::optional<std::uint32_t> from);

/// The catalogs that the printing functions read, as one snapshot shows them, but for temporary
/// objects: enough to tell whether they have changed since.
struct CatalogMark {
  std::string horizon;      ///< The oldest transaction that was running at the snapshot.
  std::string fingerprint;  ///< See ReadFingerprint().
};

/// Marks what the source's snapshot shows. Only within WithSnapshot.
CatalogMark MarkCatalogs(RowSource& source);

/// Whether the source's snapshot shows what `mark` was taken of. Only within WithSnapshot.
bool IsUnchanged(RowSource& source, const CatalogMark& mark);

}  // namespace pggit
