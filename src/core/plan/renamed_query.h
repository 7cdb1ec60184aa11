#pragma once

#include <string>

#include "core/plan/renamed_text.h"

namespace pggit {

/// A query with the new name, as the server prints it, as far as that can be foretold: as
/// Respell(), and beyond that
///
/// - a column that was an output under its own name keeps that by AS;
/// - columns that were qualified by the name of the relation, which nobody gave an alias, are
///   qualified by the new one. The query has `schema.to` already.
std::string RespellQuery(const std::string& query, const RenamedName& name);

/// Whether the queries are the same but for names that outputs are given by AS.
bool SameButForAliases(const std::string& a, const std::string& b);

}  // namespace pggit
