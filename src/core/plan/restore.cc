#include "core/plan/restore.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/definition.h"
#include "core/plan/circles.h"
#include "core/plan/order.h"
#include "core/plan/restore_graph.h"

namespace pggit {
namespace {

using Nodes = std::vector<RestoreNode>;

// Settings that the statements are written for; most are pg_dump's.
constexpr std::string_view kPreamble =
    "SET statement_timeout = 0;\n"
    "SET lock_timeout = 0;\n"
    "SET idle_in_transaction_session_timeout = 0;\n"
    "SET client_encoding = 'UTF8';\n"
    "SET standard_conforming_strings = on;\n"
    "SELECT pg_catalog.set_config('search_path', '', false);\n"
    "SET check_function_bodies = false;\n"
    "SET xmloption = content;\n"
    "SET DateStyle = 'ISO, YMD';\n"
    "SET IntervalStyle = 'postgres';\n"
    "SET TimeZone = 'UTC';\n"
    "SET extra_float_digits = 3;\n"
    "SET client_min_messages = warning;\n"
    "SET row_security = off;\n"
    "SET default_tablespace = '';\n"
    "SET default_table_access_method = heap;\n"
    "SET default_toast_compression = 'pglz';\n"
    "\n";

// Finds a place where the circle can be opened; false when it has none.
bool Open(const Nodes& nodes, const std::vector<std::size_t>& circle, RestoreBreaks& breaks) {
  std::set<ObjectId> objects;
  for (const std::size_t node : circle) objects.insert(nodes[node].object->id);
  for (const std::size_t node : circle) {
    const Object& object = *nodes[node].object;
    if (std::holds_alternative<Table>(object.definition) && ChecksAreOn(object, objects) &&
        breaks.tables.insert(object.id).second) {
      return true;
    }
  }
  for (const std::size_t node : circle) {
    const Object& object = *nodes[node].object;
    if (std::holds_alternative<View>(object.definition) && nodes[node].piece.element == Element{} &&
        breaks.views.insert(object.id).second) {
      return true;
    }
  }
  for (const std::size_t node : circle) {
    const Object& object = *nodes[node].object;
    if (!BodyIsOn(object, objects)) continue;
    std::set<ObjectId>& on_circle = breaks.functions[object.id];
    const std::size_t known = on_circle.size();
    on_circle.insert(objects.begin(), objects.end());
    if (on_circle.size() > known) return true;
  }
  return false;
}

[[noreturn]] void FailOnCircle(const Nodes& nodes, const std::vector<std::size_t>& circle) {
  std::set<std::string> names;
  for (const std::size_t node : circle) names.insert(Describe(nodes[node].object->id));
  std::string detail = "They are:";
  for (const std::string& name : names) detail += "\n  " + name;
  throw Error(ErrorCode::kDependencyCycle, "some objects need each other in a circle", detail);
}

// Opens every circle among the nodes that `order` does not have.
void OpenCircles(const Nodes& nodes, const std::vector<std::size_t>& order, RestoreBreaks& breaks) {
  std::vector<bool> placed(nodes.size());
  for (const std::size_t node : order) placed[node] = true;
  std::vector<std::vector<std::size_t>> needs(nodes.size());
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    if (placed[node]) continue;
    for (const std::size_t other : nodes[node].needs) {
      if (!placed[other]) needs[node].push_back(other);
    }
  }
  for (const std::vector<std::size_t>& circle : FindCircles(needs)) {
    if (!Open(nodes, circle, breaks)) FailOnCircle(nodes, circle);
  }
}

}  // namespace

std::vector<Statement> PlanRestore(const Schema& schema) {
  RestoreBreaks breaks;
  for (const auto& [id, object] : schema.objects) {
    if (CallsItself(object)) breaks.functions.try_emplace(id);
  }
  while (true) {
    Nodes nodes = BuildRestoreGraph(schema, breaks);
    const std::vector<std::size_t> order = OrderByNeeds(nodes);
    if (order.size() != nodes.size()) {
      OpenCircles(nodes, order, breaks);
      continue;
    }
    std::vector<Statement> statements;
    statements.reserve(order.size() + 1);
    // A new database has a schema public; it goes when `schema` has none.
    const ObjectId public_schema{Kind::kSchema, "", "public", ""};
    if (!schema.objects.contains(public_schema)) {
      statements.push_back({public_schema, {}, "DROP SCHEMA IF EXISTS public"});
    }
    for (const std::size_t node : order) {
      Piece& piece = nodes[node].piece;
      statements.push_back(
          {nodes[node].object->id, std::move(piece.element), std::move(piece.sql)});
    }
    return statements;
  }
}

std::string RestoreScript(const Schema& schema) {
  std::vector<Piece> pieces;
  for (Statement& statement : PlanRestore(schema)) {
    pieces.push_back({std::move(statement.element), std::move(statement.sql)});
  }
  return std::string(kPreamble) + JoinPieces(pieces);
}

}  // namespace pggit
