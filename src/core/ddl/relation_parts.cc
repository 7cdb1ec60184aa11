#include "core/ddl/relation_parts.h"

#include "core/base/identifier.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

// Reads `ALTER ... <state> <word> <name>;` about a part, when that is what comes next.
bool ParseState(Cursor& cursor, std::string_view word, std::string& name, Enabled& enabled) {
  const std::size_t statement = cursor.position();
  if (!cursor.Accept("ALTER")) return false;
  cursor.TextUntil({"ENABLE", "DISABLE", ";"});
  if (!cursor.SeesSymbol(";")) {
    enabled = ParseEnabled(cursor);
    if (cursor.Accept(word)) {
      name = cursor.Name();
      cursor.ExpectSymbol(";");
      return true;
    }
  }
  cursor.Rewind(statement);
  return false;
}

// Rules and triggers on anything but a foreign table are altered as a table's.
std::string AlterParts(const ObjectId& relation) {
  return (relation.kind == Kind::kForeignTable ? "ALTER FOREIGN TABLE " : "ALTER TABLE ") +
         SqlName(relation);
}

}  // namespace

std::string EnabledWords(Enabled enabled) {
  switch (enabled) {
    case Enabled::kOrigin: return "ENABLE";
    case Enabled::kDisabled: return "DISABLE";
    case Enabled::kReplica: return "ENABLE REPLICA";
    case Enabled::kAlways: return "ENABLE ALWAYS";
  }
  return "";
}

Enabled ParseEnabled(Cursor& cursor) {
  if (cursor.Accept("DISABLE")) return Enabled::kDisabled;
  cursor.Expect("ENABLE");
  if (cursor.Accept("REPLICA")) return Enabled::kReplica;
  if (cursor.Accept("ALWAYS")) return Enabled::kAlways;
  return Enabled::kOrigin;
}

std::string AlterRelation(const ObjectId& relation) {
  const bool only = relation.kind == Kind::kTable || relation.kind == Kind::kForeignTable;
  return "ALTER " + std::string(KindName(relation.kind)) + (only ? " ONLY " : " ") +
         SqlName(relation);
}

void RenderIndexes(const ObjectId& relation, const std::vector<Index>& indexes,
                   std::vector<Piece>& pieces) {
  for (const Index& index : indexes) {
    const Element element{ElementKind::kIndex, index.name};
    const std::string qualified = QuoteQualified(relation.schema, index.name);
    pieces.push_back({element, std::string("CREATE ") + (index.unique ? "UNIQUE " : "") + "INDEX " +
                                   QuoteIdentifier(index.name) + " ON " +
                                   (index.only ? "ONLY " : "") + SqlName(relation) + ' ' +
                                   index.definition});
    if (!index.tablespace.empty()) {
      pieces.push_back({element, "ALTER INDEX " + qualified + " SET TABLESPACE " +
                                     QuoteIdentifier(index.tablespace)});
    }
    for (const Option& target : index.statistics) {
      pieces.push_back({element, "ALTER INDEX " + qualified + " ALTER COLUMN " + target.name +
                                     " SET STATISTICS " + target.value});
    }
    if (!index.attached_to.empty()) {
      pieces.push_back(
          {element, "ALTER INDEX " + index.attached_to + " ATTACH PARTITION " + qualified});
    }
    if (index.clustered) {
      pieces.push_back({element, "ALTER " + std::string(KindName(relation.kind)) + ' ' +
                                     SqlName(relation) + " CLUSTER ON " +
                                     QuoteIdentifier(index.name)});
    }
  }
}

std::vector<Index> ParseIndexes(Cursor& cursor) {
  std::vector<Index> indexes;
  while (true) {
    const std::size_t statement = cursor.position();
    if (cursor.Sees("CREATE UNIQUE INDEX") || cursor.Sees("CREATE INDEX")) {
      Index index;
      cursor.Expect("CREATE");
      index.unique = cursor.Accept("UNIQUE");
      cursor.Expect("INDEX");
      index.name = cursor.Name();
      cursor.Expect("ON");
      index.only = cursor.Accept("ONLY");
      cursor.QualifiedText();
      index.definition = cursor.TextUntil({";"});
      indexes.push_back(std::move(index));
    } else if (!indexes.empty() && cursor.Accept("ALTER INDEX")) {
      Index& index = indexes.back();
      const std::string name = cursor.QualifiedText();
      if (cursor.Accept("SET TABLESPACE")) {
        index.tablespace = cursor.Name();
      } else if (cursor.Accept("ALTER COLUMN")) {
        Option target;
        target.name = cursor.Number();
        cursor.Expect("SET STATISTICS");
        target.value = cursor.Number();
        index.statistics.push_back(std::move(target));
      } else if (cursor.Accept("ATTACH PARTITION")) {
        cursor.QualifiedText();
        index.attached_to = name;
      } else {
        cursor.Rewind(statement);
        return indexes;
      }
    } else if (!indexes.empty() &&
               (cursor.Accept("ALTER TABLE") || cursor.Accept("ALTER MATERIALIZED VIEW"))) {
      if (!cursor.Sees("ONLY")) cursor.QualifiedText();
      if (!cursor.Accept("CLUSTER ON")) {
        cursor.Rewind(statement);
        return indexes;
      }
      cursor.Name();
      indexes.back().clustered = true;
    } else {
      return indexes;
    }
    cursor.ExpectSymbol(";");
  }
}

void RenderRules(const ObjectId& relation, const std::vector<Rule>& rules,
                 std::vector<Piece>& pieces) {
  for (const Rule& rule : rules) {
    const Element element{ElementKind::kRule, rule.name};
    pieces.push_back({element, rule.definition});
    if (rule.enabled != Enabled::kOrigin) {
      pieces.push_back({element, AlterParts(relation) + ' ' + EnabledWords(rule.enabled) +
                                     " RULE " + QuoteIdentifier(rule.name)});
    }
  }
}

std::vector<Rule> ParseRules(Cursor& cursor) {
  std::vector<Rule> rules;
  while (true) {
    std::string name;
    Enabled enabled = Enabled::kOrigin;
    if (cursor.Sees("CREATE RULE")) {
      const std::size_t begin = cursor.position();
      Rule rule;
      cursor.Expect("CREATE RULE");
      rule.name = cursor.Name();
      // Several actions stand in parentheses, so the first semicolon outside ends the rule.
      cursor.TextUntil({";"});
      rule.definition = cursor.TextSince(begin);
      cursor.ExpectSymbol(";");
      rules.push_back(std::move(rule));
    } else if (ParseState(cursor, "RULE", name, enabled)) {
      if (rules.empty() || rules.back().name != name) cursor.Fail("the rule's definition");
      rules.back().enabled = enabled;
    } else {
      return rules;
    }
  }
}

void RenderTriggers(const ObjectId& relation, const std::vector<Trigger>& triggers,
                    std::vector<Piece>& pieces) {
  for (const Trigger& trigger : triggers) {
    const Element element{ElementKind::kTrigger, trigger.name};
    // A partition's copy of its parent's trigger has a state of its own and nothing else.
    const bool copy = trigger.definition.empty();
    if (!copy) pieces.push_back({element, trigger.definition});
    if (copy || trigger.enabled != Enabled::kOrigin) {
      pieces.push_back({element, AlterParts(relation) + ' ' + EnabledWords(trigger.enabled) +
                                     " TRIGGER " + QuoteIdentifier(trigger.name)});
    }
  }
}

std::vector<Trigger> ParseTriggers(Cursor& cursor) {
  std::vector<Trigger> triggers;
  while (true) {
    std::string name;
    Enabled enabled = Enabled::kOrigin;
    if (cursor.Sees("CREATE TRIGGER") || cursor.Sees("CREATE CONSTRAINT TRIGGER")) {
      const std::size_t begin = cursor.position();
      Trigger trigger;
      cursor.Expect("CREATE");
      cursor.Accept("CONSTRAINT");
      cursor.Expect("TRIGGER");
      trigger.name = cursor.Name();
      cursor.TextUntil({";"});
      trigger.definition = cursor.TextSince(begin);
      cursor.ExpectSymbol(";");
      triggers.push_back(std::move(trigger));
    } else if (ParseState(cursor, "TRIGGER", name, enabled)) {
      const bool of_last = !triggers.empty() && triggers.back().name == name;
      if (!of_last) triggers.push_back({name, "", enabled});
      triggers.back().enabled = enabled;
    } else {
      return triggers;
    }
  }
}

void RenderPolicies(const ObjectId& relation, const std::vector<Policy>& policies,
                    std::vector<Piece>& pieces) {
  for (const Policy& policy : policies) {
    std::string sql = "CREATE POLICY " + QuoteIdentifier(policy.name) + " ON " + SqlName(relation);
    if (!policy.permissive) sql += " AS RESTRICTIVE";
    if (policy.command != "ALL") sql += " FOR " + policy.command;
    if (!policy.roles.empty()) sql += " TO " + JoinNames(policy.roles);
    if (!policy.using_expression.empty()) sql += " USING (" + policy.using_expression + ')';
    if (!policy.check_expression.empty()) sql += " WITH CHECK (" + policy.check_expression + ')';
    pieces.push_back({{ElementKind::kPolicy, policy.name}, std::move(sql)});
  }
}

std::vector<Policy> ParsePolicies(Cursor& cursor) {
  std::vector<Policy> policies;
  while (cursor.Accept("CREATE POLICY")) {
    Policy policy;
    policy.name = cursor.Name();
    cursor.Expect("ON");
    cursor.QualifiedText();
    policy.permissive = !cursor.Accept("AS RESTRICTIVE");
    policy.command = cursor.Accept("FOR") ? cursor.Verbatim() : "ALL";
    if (cursor.Accept("TO")) {
      do {
        policy.roles.push_back(cursor.Name());
      } while (cursor.AcceptSymbol(","));
    }
    if (cursor.Accept("USING")) policy.using_expression = cursor.Parenthesized();
    if (cursor.Accept("WITH CHECK")) policy.check_expression = cursor.Parenthesized();
    cursor.ExpectSymbol(";");
    policies.push_back(std::move(policy));
  }
  return policies;
}

void RenderColumnSettings(const ObjectId& relation, const ColumnSettings& column,
                          std::vector<Piece>& pieces) {
  const Element element{ElementKind::kColumn, column.name};
  const auto add = [&](const std::string& setting) {
    pieces.push_back({element, AlterRelation(relation) + " ALTER COLUMN " +
                                   QuoteIdentifier(column.name) + " SET " + setting});
  };
  if (!column.storage.empty()) add("STORAGE " + column.storage);
  if (!column.compression.empty()) add("COMPRESSION " + column.compression);
  if (!column.statistics.empty()) add("STATISTICS " + column.statistics);
  if (!column.options.empty()) add(RenderStorageOptions(column.options));
}

void RenderReplicaIdentity(const ObjectId& relation, const std::string& replica_identity,
                           std::vector<Piece>& pieces) {
  if (replica_identity.empty()) return;
  // A materialized view takes it by the table's word only.
  pieces.push_back(
      {{ElementKind::kMember, "replica identity"},
       "ALTER TABLE ONLY " + SqlName(relation) + " REPLICA IDENTITY " + replica_identity});
}

void RenderColumnDefaults(const ObjectId& relation, const std::vector<ColumnDefault>& defaults,
                          std::vector<Piece>& pieces) {
  for (const ColumnDefault& value : defaults) {
    pieces.push_back({{ElementKind::kDefault, value.column},
                      AlterRelation(relation) + " ALTER COLUMN " + QuoteIdentifier(value.column) +
                          " SET DEFAULT " + value.expression});
  }
}

std::vector<ColumnDefault> ParseColumnDefaults(Cursor& cursor) {
  std::vector<ColumnDefault> defaults;
  while (true) {
    const std::size_t statement = cursor.position();
    cursor.Accept("ALTER VIEW");
    if (cursor.position() != statement) {
      cursor.QualifiedText();
      if (cursor.Accept("ALTER COLUMN")) {
        ColumnDefault value;
        value.column = cursor.Name();
        cursor.Expect("SET DEFAULT");
        value.expression = cursor.TextUntil({";"});
        cursor.ExpectSymbol(";");
        defaults.push_back(std::move(value));
        continue;
      }
    }
    cursor.Rewind(statement);
    return defaults;
  }
}

}  // namespace pggit
