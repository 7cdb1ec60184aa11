#pragma once

#include <string>
#include <vector>

#include "core/ddl/piece.h"
#include "core/model/schema.h"

namespace pggit {

/// One statement of a script, without its semicolon, and what it is about.
struct Statement {
  ObjectId object;
  Element element;
  std::string sql;
};

/// The statements that rebuild `schema` in an empty database, each after what it needs.
///
/// Objects come in the order of their kinds and names as far as their needs allow; then keys and
/// indexes, foreign keys, rules, triggers and policies, publications and subscriptions, privileges,
/// default privileges, and event triggers at the very end. Equal schemas give equal scripts.
///
/// What needs itself in a circle is made in two steps, as pg_dump does: a view first with its
/// columns alone, a table first without its checks; and, which pg_dump cannot, a function first
/// without its SQL body (BEGIN ATOMIC or RETURN). A circle without such a place throws
/// Error(kDependencyCycle) naming the objects on it.
std::vector<Statement> PlanRestore(const Schema& schema);

/// PlanRestore as a script for psql, after settings that make it independent of the session.
std::string RestoreScript(const Schema& schema);

}  // namespace pggit
