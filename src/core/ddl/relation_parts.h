#pragma once

#include <string>
#include <vector>

#include "core/ddl/cursor.h"
#include "core/ddl/piece.h"
#include "core/model/object_id.h"
#include "core/model/relation_parts.h"
#include "core/model/table.h"

namespace pggit {

// The statements that add parts to a relation, and back. Each Parse function reads as many of its
// statements as come next and leaves the cursor on the first other one.

void RenderIndexes(const ObjectId& relation, const std::vector<Index>& indexes,
                   std::vector<Piece>& pieces);
std::vector<Index> ParseIndexes(Cursor& cursor);

void RenderRules(const ObjectId& relation, const std::vector<Rule>& rules,
                 std::vector<Piece>& pieces);
std::vector<Rule> ParseRules(Cursor& cursor);

void RenderTriggers(const ObjectId& relation, const std::vector<Trigger>& triggers,
                    std::vector<Piece>& pieces);
std::vector<Trigger> ParseTriggers(Cursor& cursor);

void RenderPolicies(const ObjectId& relation, const std::vector<Policy>& policies,
                    std::vector<Piece>& pieces);
std::vector<Policy> ParsePolicies(Cursor& cursor);

/// `ENABLE REPLICA` and the like, of rules and triggers of all sorts; and back.
std::string EnabledWords(Enabled enabled);
Enabled ParseEnabled(Cursor& cursor);

/// What CREATE cannot say about a column, or not on every major.
void RenderColumnSettings(const ObjectId& relation, const ColumnSettings& column,
                          std::vector<Piece>& pieces);
/// Reads one of them from SET on, up to its semicolon. `column` is a Column or ColumnSettings.
template <class C>
void ParseColumnSetting(Cursor& cursor, C& column) {
  cursor.Expect("SET");
  if (cursor.Accept("STORAGE")) {
    column.storage = cursor.Verbatim();
  } else if (cursor.Accept("COMPRESSION")) {
    column.compression = cursor.Verbatim();
  } else if (cursor.Accept("STATISTICS")) {
    column.statistics = cursor.Number();
  } else {
    column.options = cursor.Options();
  }
}

/// A column of a table as CREATE TABLE and ADD COLUMN take it, its default included.
std::string RenderColumnDefinition(const ObjectId& table, const Column& column);

/// `(SEQUENCE NAME ...)` and so on: what follows GENERATED.
std::string RenderIdentity(const ObjectId& table, const Identity& identity);

/// `REPLICA IDENTITY ...` of a table or materialized view, when it is not the default.
void RenderReplicaIdentity(const ObjectId& relation, const std::string& replica_identity,
                           std::vector<Piece>& pieces);

/// Defaults of a view's columns, which no CREATE VIEW can hold.
void RenderColumnDefaults(const ObjectId& relation, const std::vector<ColumnDefault>& defaults,
                          std::vector<Piece>& pieces);
std::vector<ColumnDefault> ParseColumnDefaults(Cursor& cursor);

/// `ALTER TABLE ONLY public.t`: how statements about a relation begin. Foreign tables, views and
/// the like go by their own word and take no ONLY.
std::string AlterRelation(const ObjectId& relation);

}  // namespace pggit
