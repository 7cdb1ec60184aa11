#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/model/schema.h"

namespace pggit {

/// Schemas under other names, as a branch has them.
struct SchemaMove {
  std::map<std::string, std::string> names;  ///< The other name of each.
  /// What stays where it is, by schema and name: members of extensions, which are there once.
  std::set<std::pair<std::string, std::string>> kept;
  std::set<std::pair<std::string, std::string>> kept_operators;
};

/// Takes what is called like something in `schema` out of what stays: a table may have the name of
/// an extension's function.
void MoveAllOf(const Schema& schema, SchemaMove& move);

/// Whether an object is of one schema, so that a branch can have one of its own: it lies in it, is
/// it, or says what is granted in it by default.
bool IsOfSchema(const ObjectId& id);

/// `sql`, which the server or we wrote, with the other names wherever it names something in one of
/// the schemas, or the schema itself: qualified names, `SCHEMA name`, names in literals that the
/// server reads as such ('public.s'::regclass). In the search path of a function each schema gets
/// its other one in front.
///
/// Texts that nobody reads before they run, such as bodies of functions, stay as they are.
std::string MoveSchemas(const std::string& sql, const SchemaMove& move);

/// `id` in the schema of the other name.
ObjectId MoveSchemas(ObjectId id, const SchemaMove& move);

/// `schema`, read where a branch has it, under the names that its definitions use: the other way
/// round.
void MoveBack(Schema& schema, const std::map<std::string, std::string>& names, int server_major);

}  // namespace pggit
