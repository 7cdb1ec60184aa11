#pragma once

#include "core/model/attributes.h"

namespace pggit {

/// What a role's new objects of one sort start with, in one schema or in all: which role, schema
/// and sort is in the signature, FOR ROLE alice IN SCHEMA app ON TABLES. Without a schema they are
/// told against what such objects start with anyway; in a schema they come on top of these. The
/// role itself appears as kOwnerRole.
struct DefaultPrivileges {
  Privileges privileges;

  bool operator==(const DefaultPrivileges&) const = default;
};

}  // namespace pggit
