#pragma once

#include <string>
#include <vector>

#include "core/catalog/catalogs.h"

namespace pggit {

/// `'{1,2}'::oid[]`, to ask the server for many rows at once.
inline std::string OidArray(const std::vector<Oid32>& oids) {
  std::string text;
  for (const Oid32 oid : oids) text += (text.empty() ? "'{" : ",") + std::to_string(oid);
  return (text.empty() ? "'{" : text) + "}'::pg_catalog.oid[]";
}

}  // namespace pggit
