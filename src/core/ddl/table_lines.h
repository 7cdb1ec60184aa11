#pragma once

#include <string>

#include "core/ddl/piece.h"
#include "core/model/object_id.h"
#include "core/model/table.h"

namespace pggit {

// What stands between the parentheses of CREATE TABLE, one line a part.

/// `email text NOT NULL DEFAULT ''`; `id` is the table.
std::string RenderColumn(const ObjectId& id, const Column& column, Form form);

/// `CONSTRAINT users_pkey PRIMARY KEY (id)`.
std::string RenderConstraint(const Constraint& constraint);

/// Whether the constraint stands there at all, or is added to the table once that exists.
bool IsInline(const Constraint& constraint, Form form);

}  // namespace pggit
