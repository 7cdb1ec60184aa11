#pragma once

#include <optional>
#include <string_view>

#include "core/model/object_id.h"

namespace pggit {

/// The versioned object that something of the server is, or is a part of.
struct IdentifiedObject {
  ObjectId id;
  /// Whether the server's word leaves the kind open: a trigger's relation may be a table or a view,
  /// a "type" a domain. The kind is then the likeliest one.
  bool kind_is_guess = false;
};

/// Reads what pg_identify_object() and the functions of event triggers call a thing: its `type`
/// ("table column") and its `identity` ("public.users.email").
///
/// Parts give the object whose definition they stand in. Nothing for what has no definition of its
/// own in a schema (a role, a large object) and for an index, whose identity does not tell its
/// table.
std::optional<IdentifiedObject> IdentifyObject(std::string_view type, std::string_view identity);

}  // namespace pggit
