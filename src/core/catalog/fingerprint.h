#pragma once

#include <string>

#include "core/catalog/row_source.h"

namespace pggit {

/// A text that is equal for two moments exactly when no row was added to, changed in or taken from
/// the catalogs that the server's printing functions read, but for temporary objects.
///
/// pg_get_viewdef() and its kin read the newest catalog whatever snapshot the query runs under, so
/// a reading is only true when the fingerprint before it is the one after it. It is made of the
/// count of rows and the sum of their xmin: a change replaces a row by one with a newer xmin.
std::string ReadFingerprint(RowSource& source);

}  // namespace pggit
