#include <algorithm>
#include <optional>

#include "core/ddl/lexer.h"
#include "core/diff/parts.h"
#include "core/lint/findings.h"
#include "core/plan/effective_columns.h"

namespace pggit {
namespace {

using Names = std::vector<std::string>;

// The names in the first parentheses of `definition`, up to what is no plain name.
Names ColumnsIn(const std::string& definition) {
  const std::vector<Token> tokens = Lex(definition);
  Names names;
  std::size_t at = 0;
  while (at < tokens.size() && tokens[at].value != "(") ++at;
  int depth = 0;
  bool fresh = true;  // A column begins here.
  for (; at + 1 < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kSymbol && token.value == "(") ++depth;
    if (token.kind == TokenKind::kSymbol && token.value == ")" && --depth == 0) break;
    if (depth == 1 && token.value == "," && token.kind == TokenKind::kSymbol) {
      fresh = true;
    } else if (depth == 1 && fresh && IsName(token)) {
      if (tokens[at + 1].value == "(") return names;
      names.push_back(token.value);
      fresh = false;
    } else if (depth > 1 && fresh) {
      return names;
    }
  }
  return names;
}

bool IsPartial(const std::string& definition) {
  return std::ranges::any_of(Lex(definition),
                             [](const Token& token) { return IsWord(token, "where"); });
}

// Whether an index begins with these columns, in any order.
bool Begins(const Names& index, Names key) {
  if (index.size() < key.size() || key.empty()) return false;
  Names first(index.begin(), index.begin() + static_cast<std::ptrdiff_t>(key.size()));
  std::ranges::sort(first);
  std::ranges::sort(key);
  return first == key;
}

bool HasIndexFor(const Table& table, const Constraint& key) {
  const Names columns = ColumnsIn(key.definition);
  const auto fits = [&](const std::string& definition) {
    return !IsPartial(definition) && Begins(ColumnsIn(definition), columns);
  };
  return std::ranges::any_of(table.indexes,
                             [&](const Index& index) { return fits(index.definition); }) ||
         std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
           return (constraint.kind == ConstraintKind::kPrimaryKey ||
                   constraint.kind == ConstraintKind::kUnique) &&
                  fits(constraint.definition);
         });
}

bool HasKey(const Table& table) {
  return std::ranges::count(table.constraints, ConstraintKind::kPrimaryKey, &Constraint::kind) > 0;
}

class TableLinter {
 public:
  TableLinter(LintRun& run, const Object& object, const Table& table, const Object* old)
      : run_(run),
        id_(object.id),
        table_(table),
        old_object_(old),
        old_(old ? std::get_if<Table>(&old->definition) : nullptr) {}

  void Run() {
    CheckColumns();
    for (const Constraint& key : table_.constraints) {
      if (key.kind == ConstraintKind::kForeignKey) CheckKey(key);
    }
    for (const Index& index : table_.indexes) CheckIndex(index);
    const bool silent = !table_.policies.empty() && !table_.row_security;
    const bool was_silent = old_ && !old_->policies.empty() && !old_->row_security;
    if (silent && !was_silent) {
      run_.Add("policies-without-row-security", id_, {},
               Describe(id_) + " has policies and row security is off");
    }
    const bool own = table_.partition_of.empty() && table_.inherits.empty();
    if (!old_ && own && id_.kind == Kind::kTable && !HasKey(table_)) {
      run_.Add("table-without-primary-key", id_, {}, Describe(id_) + " has no primary key");
    }
  }

 private:
  void CheckColumns() {
    if (!old_) return;
    const std::vector<Column> before = EffectiveColumns(run_.from, *old_object_);
    for (const Column& column : table_.columns) {
      const bool filled = !column.expression.empty() || column.identity;
      if (column.inherited || FindColumn(before, column.name) || !column.not_null || filled) {
        continue;
      }
      const Element element{ElementKind::kColumn, column.name};
      run_.Add("not-null-without-default", id_, element,
               Describe(id_, element) + " would be null in the rows that are there");
    }
  }

  void CheckKey(const Constraint& key) {
    if (HasIndexFor(table_, key)) return;
    const Constraint* old = old_ ? FindPart(old_->constraints, key.name) : nullptr;
    if (old && old->definition == key.definition && !HasIndexFor(*old_, *old)) return;
    const Element element = PartElement(key);
    run_.Add(
        "foreign-key-without-index", id_, element,
        "no index of " + Describe(id_) + " begins with the columns of " + Describe(id_, element));
  }

  void CheckIndex(const Index& index) {
    const Index* old = old_ ? FindPart(old_->indexes, index.name) : nullptr;
    if (old && old->definition == index.definition) return;
    const auto same = std::ranges::find_if(table_.indexes, [&](const Index& other) {
      return other.name != index.name && other.definition == index.definition &&
             (other.unique || !index.unique);
    });
    const std::optional<std::string> twin =
        same == table_.indexes.end() ? ConstraintLike(index) : std::optional(same->name);
    if (!twin) return;
    run_.Add("duplicate-index", id_, PartElement(index),
             Describe(id_, PartElement(index)) + " is what \"" + *twin + "\" is");
  }

  // A key whose index is the same.
  std::optional<std::string> ConstraintLike(const Index& index) const {
    if (IsPartial(index.definition) || !index.definition.starts_with("USING btree")) return {};
    for (const Constraint& key : table_.constraints) {
      const bool unique =
          key.kind == ConstraintKind::kPrimaryKey || key.kind == ConstraintKind::kUnique;
      if (unique &&
          "USING btree " + key.definition.substr(key.definition.find('(')) == index.definition) {
        return key.name;
      }
    }
    return {};
  }

  LintRun& run_;
  const ObjectId& id_;
  const Table& table_;
  const Object* old_object_;
  const Table* old_;
};

}  // namespace

void LintTables(LintRun& run) {
  for (const auto& [id, object] : run.to.objects) {
    const Table* table = std::get_if<Table>(&object.definition);
    if (!table) continue;
    const Object* old = LintRun::Find(run.from, id);
    if (old && *old == object) continue;
    TableLinter(run, object, *table, old).Run();
  }
}

}  // namespace pggit
