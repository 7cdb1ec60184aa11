#include <algorithm>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/collate.h"
#include "core/ddl/kinds.h"
#include "core/ddl/relation_parts.h"
#include "core/ddl/sequence_options.h"
#include "core/ddl/table_lines.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

bool HasPlainDefault(const Column& column) {
  return column.generated == Generated::kNever && !column.expression.empty();
}

}  // namespace

std::string RenderColumn(const ObjectId& id, const Column& column, Form form) {
  std::string text = QuoteIdentifier(column.name);
  text += column.type.empty() ? " WITH OPTIONS" : ' ' + column.type;
  if (!column.fdw_options.empty()) text += " OPTIONS " + RenderForeignOptions(column.fdw_options);
  text += RenderCollate(column.collation);
  if (column.not_null) text += " NOT NULL";
  if (column.identity) text += ' ' + RenderIdentity(id, *column.identity);
  if (column.generated != Generated::kNever) {
    text += " GENERATED ALWAYS AS (" + column.expression + ')';
    text += column.generated == Generated::kStored ? " STORED" : " VIRTUAL";
  } else if (HasPlainDefault(column) && form == Form::kCanonical) {
    text += " DEFAULT " + column.expression;
  }
  return text;
}

std::string RenderConstraint(const Constraint& constraint) {
  return "CONSTRAINT " + QuoteIdentifier(constraint.name) + ' ' + constraint.definition;
}

bool IsInline(const Constraint& constraint, Form form) {
  if (IsUnchecked(constraint)) return false;
  return form == Form::kCanonical || constraint.kind == ConstraintKind::kNotNull ||
         (constraint.kind == ConstraintKind::kCheck && form == Form::kSplit);
}

namespace {

std::string RenderCreate(const ObjectId& id, const Table& table, Form form) {
  std::string sql = "CREATE ";
  if (!table.persistence.empty()) sql += table.persistence + ' ';
  sql += std::string(KindName(id.kind)) + ' ' + SqlName(id);
  if (!table.of_type.empty()) sql += " OF " + table.of_type;

  std::vector<std::string> lines;
  for (const Column& column : table.columns) {
    if (column.inherited) continue;
    std::string line = RenderColumn(id, column, form);
    // A typed table lists only the columns it adds something to.
    if (!line.ends_with(" WITH OPTIONS")) lines.push_back(std::move(line));
  }
  for (const Constraint& constraint : table.constraints) {
    if (IsInline(constraint, form)) lines.push_back(RenderConstraint(constraint));
  }
  if (!lines.empty()) {
    sql += " (\n    " + Join(lines, ",\n    ") + "\n)";
  } else if (table.of_type.empty()) {
    sql += " (\n)";
  }
  if (!table.inherits.empty() && !table.inherits_later)
    sql += "\nINHERITS (" + Join(table.inherits, ", ") + ')';
  if (!table.partition_by.empty()) sql += "\nPARTITION BY " + table.partition_by;
  if (!table.server.empty()) sql += "\nSERVER " + QuoteIdentifier(table.server);
  if (!table.fdw_options.empty()) sql += "\nOPTIONS " + RenderForeignOptions(table.fdw_options);
  if (!table.access_method.empty()) sql += "\nUSING " + QuoteIdentifier(table.access_method);
  if (!table.options.empty()) sql += "\nWITH " + RenderStorageOptions(table.options);
  if (!table.tablespace.empty()) sql += "\nTABLESPACE " + QuoteIdentifier(table.tablespace);
  return sql;
}

// What CREATE TABLE cannot say about a column, or not on every major.
void RenderColumnAlterations(const ObjectId& id, const Column& column, Form form,
                             std::vector<Piece>& pieces) {
  const std::string alter =
      AlterRelation(id) + " ALTER COLUMN " + QuoteIdentifier(column.name) + ' ';
  const Element element{ElementKind::kColumn, column.name};
  const auto add = [&](const std::string& action) { pieces.push_back({element, alter + action}); };
  if (HasPlainDefault(column) && (column.inherited || form != Form::kCanonical)) {
    pieces.push_back(
        {{ElementKind::kDefault, column.name}, alter + "SET DEFAULT " + column.expression});
  }
  if (column.inherited && column.not_null) add("SET NOT NULL");
  RenderColumnSettings(
      id, {column.name, column.storage, column.compression, column.statistics, column.options},
      pieces);
  if (column.inherited && !column.fdw_options.empty()) {
    add("OPTIONS " + RenderForeignOptions(column.fdw_options));
  }
}

void RenderConstraintSettings(const ObjectId& id, const Constraint& constraint, Form form,
                              std::vector<Piece>& pieces) {
  const Element element{ElementKind::kConstraint, constraint.name};
  const std::string index = QuoteQualified(id.schema, constraint.name);
  const std::string table = std::string(KindName(id.kind)) + ' ';
  if (!IsInline(constraint, form)) {
    // A key of a partitioned table is made alone, its partitions' keys are attached to it; all
    // other constraints go down to the children.
    const bool key = constraint.kind == ConstraintKind::kPrimaryKey ||
                     constraint.kind == ConstraintKind::kUnique ||
                     constraint.kind == ConstraintKind::kExclusion;
    pieces.push_back({element, "ALTER " + table + (key ? "ONLY " : "") + SqlName(id) + " ADD " +
                                   RenderConstraint(constraint)});
  }
  if (!constraint.tablespace.empty()) {
    pieces.push_back({element, "ALTER INDEX " + index + " SET TABLESPACE " +
                                   QuoteIdentifier(constraint.tablespace)});
  }
  if (!constraint.attached_to.empty()) {
    pieces.push_back(
        {element, "ALTER INDEX " + constraint.attached_to + " ATTACH PARTITION " + index});
  }
  if (constraint.clustered) {
    pieces.push_back({element, "ALTER " + table + SqlName(id) + " CLUSTER ON " +
                                   QuoteIdentifier(constraint.name)});
  }
}

std::vector<Option> ParseForeignOptions(Cursor& cursor) {
  return cursor.Accept("OPTIONS") ? cursor.Options() : std::vector<Option>();
}

std::vector<Option> ParseStorageOptions(Cursor& cursor) {
  return cursor.Accept("WITH") ? cursor.Options() : std::vector<Option>();
}

// From AS IDENTITY on; the sequence has the type of its column.
Identity ParseIdentity(Cursor& cursor, bool always, const std::string& type) {
  Identity identity;
  identity.always = always;
  cursor.Expect("AS IDENTITY");
  cursor.ExpectSymbol("(");
  cursor.Expect("SEQUENCE NAME");
  cursor.Name();
  cursor.ExpectSymbol(".");
  identity.sequence = cursor.Name();
  if (cursor.Sees("LOGGED") || cursor.Sees("UNLOGGED")) identity.persistence = cursor.Verbatim();
  identity.options = ParseSequenceOptions(cursor, type);
  cursor.ExpectSymbol(")");
  return identity;
}

Column ParseColumn(Cursor& cursor) {
  Column column;
  column.name = cursor.Name();
  if (!cursor.Accept("WITH OPTIONS")) {
    column.type = cursor.TextUntil({"OPTIONS", "COLLATE", "NOT NULL", "GENERATED", "DEFAULT", ","});
  }
  column.fdw_options = ParseForeignOptions(cursor);
  column.collation = ParseCollate(cursor);
  column.not_null = cursor.Accept("NOT NULL");
  if (cursor.Accept("GENERATED BY DEFAULT")) {
    column.identity = ParseIdentity(cursor, /*always=*/false, column.type);
  } else if (cursor.Accept("GENERATED ALWAYS")) {
    if (cursor.Sees("AS IDENTITY")) {
      column.identity = ParseIdentity(cursor, /*always=*/true, column.type);
    } else {
      cursor.Expect("AS");
      column.expression = cursor.Parenthesized();
      column.generated = cursor.Accept("STORED") ? Generated::kStored : Generated::kVirtual;
      if (column.generated == Generated::kVirtual) cursor.Expect("VIRTUAL");
    }
  } else if (cursor.Accept("DEFAULT")) {
    column.expression = cursor.TextUntil({","});
  }
  return column;
}

ConstraintKind KindOf(const std::string& definition) {
  if (definition.starts_with("PRIMARY KEY")) return ConstraintKind::kPrimaryKey;
  if (definition.starts_with("UNIQUE")) return ConstraintKind::kUnique;
  if (definition.starts_with("EXCLUDE")) return ConstraintKind::kExclusion;
  if (definition.starts_with("FOREIGN KEY")) return ConstraintKind::kForeignKey;
  if (definition.starts_with("NOT NULL")) return ConstraintKind::kNotNull;
  return ConstraintKind::kCheck;
}

// From the constraint's name on.
Constraint ParseConstraint(Cursor& cursor) {
  Constraint constraint;
  constraint.name = cursor.Name();
  constraint.definition = cursor.TextUntil({",", ";"});
  constraint.kind = KindOf(constraint.definition);
  return constraint;
}

void ParseCreate(Cursor& cursor, const ObjectId& id, Table& table) {
  cursor.Expect("CREATE");
  if (cursor.Accept("UNLOGGED")) table.persistence = "UNLOGGED";
  cursor.Expect(KindName(id.kind));
  cursor.QualifiedText();
  if (cursor.Accept("OF")) table.of_type = cursor.QualifiedText();
  if (cursor.AcceptSymbol("(")) {
    while (!cursor.SeesSymbol(")")) {
      if (cursor.Accept("CONSTRAINT")) {
        table.constraints.push_back(ParseConstraint(cursor));
      } else {
        table.columns.push_back(ParseColumn(cursor));
      }
      if (!cursor.AcceptSymbol(",")) break;
    }
    cursor.ExpectSymbol(")");
  }
  if (cursor.Accept("INHERITS")) {
    cursor.ExpectSymbol("(");
    do {
      table.inherits.push_back(cursor.QualifiedText());
    } while (cursor.AcceptSymbol(","));
    cursor.ExpectSymbol(")");
  }
  if (cursor.Accept("PARTITION BY")) {
    table.partition_by = cursor.TextUntil({"USING", "WITH", "TABLESPACE", ";"});
  }
  if (cursor.Accept("SERVER")) table.server = cursor.Name();
  table.fdw_options = ParseForeignOptions(cursor);
  if (cursor.Accept("USING")) table.access_method = cursor.Name();
  table.options = ParseStorageOptions(cursor);
  if (cursor.Accept("TABLESPACE")) table.tablespace = cursor.Name();
  cursor.ExpectSymbol(";");
}

// The column named `name`; one that a parent makes is listed when it is first spoken of.
Column& FindColumn(Table& table, const std::string& name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const Column& column) { return column.name == name; });
  if (found != table.columns.end()) return *found;
  Column column;
  column.name = name;
  column.inherited = table.of_type.empty();
  table.columns.push_back(std::move(column));
  return table.columns.back();
}

// From ALTER COLUMN on.
void ParseColumnAlteration(Cursor& cursor, Table& table) {
  Column& column = FindColumn(table, cursor.Name());
  if (cursor.Accept("OPTIONS")) {
    column.fdw_options = cursor.Options();
    return;
  }
  if (cursor.Accept("SET DEFAULT")) {
    column.expression = cursor.TextUntil({";"});
  } else if (cursor.Accept("SET NOT NULL")) {
    column.not_null = true;
  } else {
    ParseColumnSetting(cursor, column);
  }
}

Constraint* FindConstraint(Table& table, const std::string& name) {
  const auto found =
      std::find_if(table.constraints.begin(), table.constraints.end(),
                   [&](const Constraint& constraint) { return constraint.name == name; });
  return found == table.constraints.end() ? nullptr : &*found;
}

// `ALTER INDEX ...` about the index of a constraint. False when it is about another index.
bool ParseKeySetting(Cursor& cursor, Table& table) {
  cursor.Expect("ALTER INDEX");
  const std::string first = cursor.QualifiedText();
  const bool attach = cursor.Accept("ATTACH PARTITION");
  if (!attach && !cursor.Accept("SET TABLESPACE")) return false;
  std::string last = cursor.Name();
  if (attach) {
    cursor.ExpectSymbol(".");
    last = cursor.Name();
  }
  if (attach) {
    Constraint* constraint = FindConstraint(table, last);
    if (constraint) constraint->attached_to = first;
    return constraint != nullptr;
  }
  Cursor name(first);
  name.Name();
  name.ExpectSymbol(".");
  Constraint* constraint = FindConstraint(table, name.Name());
  if (constraint) constraint->tablespace = last;
  return constraint != nullptr;
}

// `ALTER [FOREIGN] TABLE ...` about columns, constraints or the partition. False for another one.
bool ParseTableSetting(Cursor& cursor, const ObjectId& id, Table& table) {
  cursor.Expect("ALTER");
  if (!cursor.Accept(KindName(id.kind)) && !cursor.Accept("TABLE")) return false;
  const bool only = cursor.Accept("ONLY");
  const std::string name = cursor.QualifiedText();
  if (only && cursor.Accept("ATTACH PARTITION")) {
    cursor.QualifiedText();
    table.partition_of = name;
    table.partition_bound = cursor.TextUntil({";"});
  } else if (only && cursor.Accept("INHERIT")) {
    table.inherits.push_back(cursor.QualifiedText());
    table.inherits_later = true;
  } else if (only && cursor.Accept("ALTER COLUMN")) {
    ParseColumnAlteration(cursor, table);
  } else if (!only && cursor.Accept("ADD CONSTRAINT")) {
    table.constraints.push_back(ParseConstraint(cursor));
  } else if (!only && cursor.Accept("CLUSTER ON")) {
    Constraint* constraint = FindConstraint(table, cursor.Name());
    if (!constraint) return false;
    constraint->clustered = true;
  } else {
    return false;
  }
  return true;
}

// The statements between CREATE TABLE and the first index, rule, trigger or policy.
void ParseSettings(Cursor& cursor, const ObjectId& id, Table& table) {
  while (cursor.Sees("ALTER")) {
    const std::size_t statement = cursor.position();
    const bool taken = cursor.Sees("ALTER INDEX") ? ParseKeySetting(cursor, table)
                                                  : ParseTableSetting(cursor, id, table);
    if (!taken) {
      cursor.Rewind(statement);
      return;
    }
    cursor.ExpectSymbol(";");
  }
}

// What comes after the indexes: replica identity and row security.
void ParseFlags(Cursor& cursor, Table& table) {
  while (cursor.Sees("ALTER TABLE")) {
    const std::size_t statement = cursor.position();
    cursor.Expect("ALTER TABLE");
    if (cursor.Accept("ONLY")) {
      cursor.QualifiedText();
      if (cursor.Accept("REPLICA IDENTITY")) {
        table.replica_identity = cursor.TextUntil({";"});
        cursor.ExpectSymbol(";");
        continue;
      }
    } else {
      cursor.QualifiedText();
      if (cursor.Accept("ENABLE ROW LEVEL SECURITY")) {
        table.row_security = true;
        cursor.ExpectSymbol(";");
        continue;
      }
      if (cursor.Accept("FORCE ROW LEVEL SECURITY")) {
        table.force_row_security = true;
        cursor.ExpectSymbol(";");
        continue;
      }
    }
    cursor.Rewind(statement);
    return;
  }
}

}  // namespace

std::string RenderIdentity(const ObjectId& id, const Identity& identity) {
  return std::string("GENERATED ") + (identity.always ? "ALWAYS" : "BY DEFAULT") +
         " AS IDENTITY (SEQUENCE NAME " + QuoteQualified(id.schema, identity.sequence) +
         (identity.persistence.empty() ? "" : ' ' + identity.persistence) +
         RenderSequenceOptions(identity.options, " ", /*with_type=*/false) + ')';
}

std::string RenderColumnDefinition(const ObjectId& table, const Column& column) {
  return RenderColumn(table, column, Form::kCanonical);
}

void Render(const ObjectId& id, const Table& table, Form form, std::vector<Piece>& pieces) {
  const std::string name = SqlName(id);
  pieces.push_back({{}, RenderCreate(id, table, form)});
  for (const Column& column : table.columns) RenderColumnAlterations(id, column, form, pieces);
  if (table.inherits_later) {
    for (const std::string& parent : table.inherits) {
      pieces.push_back({{}, AlterRelation(id) + " INHERIT " + parent});
    }
  }
  if (!table.partition_of.empty()) {
    pieces.push_back({{ElementKind::kPartition, ""},
                      "ALTER TABLE ONLY " + table.partition_of + " ATTACH PARTITION " + name + ' ' +
                          table.partition_bound});
  }
  for (const Constraint& constraint : table.constraints) {
    RenderConstraintSettings(id, constraint, form, pieces);
  }
  RenderIndexes(id, table.indexes, pieces);
  RenderReplicaIdentity(id, table.replica_identity, pieces);
  if (table.row_security) {
    pieces.push_back({{}, "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY"});
  }
  if (table.force_row_security) {
    pieces.push_back({{}, "ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY"});
  }
  RenderPolicies(id, table.policies, pieces);
  RenderRules(id, table.rules, pieces);
  RenderTriggers(id, table.triggers, pieces);
}

Table ParseTable(Cursor& cursor, const ObjectId& id) {
  Table table;
  ParseCreate(cursor, id, table);
  ParseSettings(cursor, id, table);
  std::sort(table.constraints.begin(), table.constraints.end());
  table.indexes = ParseIndexes(cursor);
  ParseFlags(cursor, table);
  table.policies = ParsePolicies(cursor);
  table.rules = ParseRules(cursor);
  table.triggers = ParseTriggers(cursor);
  return table;
}

}  // namespace pggit
