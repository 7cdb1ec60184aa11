#pragma once

#include <string>

namespace pggit {

/// A collation. Its version is not kept: the server that makes it finds out.
struct Collation {
  std::string provider;  ///< icu or builtin; empty for libc.
  std::string locale;    ///< Empty where libc has one for order and one for character classes.
  std::string lc_collate;
  std::string lc_ctype;
  bool deterministic = true;
  std::string icu_rules;  ///< Since 16; empty when there are none.

  bool operator==(const Collation&) const = default;
};

}  // namespace pggit
