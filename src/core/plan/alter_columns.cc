#include <algorithm>
#include <initializer_list>
#include <limits>

#include "core/base/identifier.h"
#include "core/ddl/relation_parts.h"
#include "core/ddl/sequence_options.h"
#include "core/ddl/text.h"
#include "core/diff/parts.h"
#include "core/plan/alter.h"
#include "core/plan/casts.h"
#include "core/plan/effective_columns.h"
#include "core/plan/inheritance.h"
#include "core/plan/not_nulls.h"
#include "core/plan/options.h"
#include "core/plan/row_by_row.h"
#include "core/plan/sequence_change.h"

namespace pggit {
namespace {

// What SET STORAGE DEFAULT says since 16.
std::string DefaultStorage(const std::string& type) {
  static constexpr std::string_view kPlain[] = {
      "smallint", "integer", "bigint", "real",    "double precision",
      "boolean",  "date",    "uuid",   "oid",     "\"char\"",
      "name",     "money",   "point",  "macaddr", "macaddr8",
      "line",     "lseg",    "box",    "circle",  "tid",
      "xid"};
  if (std::ranges::find(kPlain, type) != std::end(kPlain) || type.starts_with("time") ||
      type.starts_with("interval")) {
    return "PLAIN";
  }
  const bool main = type.starts_with("numeric") || type == "inet" || type == "cidr";
  return main ? "MAIN" : "EXTENDED";
}

// A column that may give every row a value of its own makes the server write the table anew.
bool MayRewrite(const Schema& schema, const Column& column) {
  return column.identity || column.generated == Generated::kStored ||
         WorkedOutRowByRow(schema, column.expression) != RowByRow::kNo;
}

class ColumnAlterer {
 public:
  ColumnAlterer(const Migration& migration, const Fate& fate)
      : migration_(migration),
        fate_(fate),
        id_(fate.to->id),
        table_("ALTER " + std::string(KindName(id_.kind)) + ' ' + SqlName(id_) + ' ') {}

  Actions Run() {
    const std::vector<Column> before = AfterParents();
    for (const Column& column : EffectiveColumns(migration_.to, *fate_.to)) {
      element_ = {ElementKind::kColumn, column.name};
      name_ = QuoteIdentifier(column.name);
      const Column* old = FindColumn(before, column.name);
      const bool carried = IsCarried(migration_, fate_, element_);
      if (fate_.creates.contains(element_) && !carried) {
        Add(column);
      } else if (old) {
        Change(*old, column, /*mark=*/carried || fate_.retypes.contains(column.name));
      }
      TakeOverDefault(column);
    }
    return std::move(actions_);
  }

 private:
  void Say(std::string sql, Cost cost) {
    actions_.push_back({{element_, std::move(sql)}, std::move(cost)});
  }

  void AlterColumn(const std::string& action, Hazards hazards = {}, std::string note = {}) {
    Say(table_ + "ALTER COLUMN " + name_ + ' ' + action,
        Locks(id_, LockMode::kAccessExclusive, hazards, std::move(note)));
  }

  // The columns as they are when the statements about the parents have run.
  std::vector<Column> AfterParents() const {
    std::vector<Column> columns = EffectiveColumns(migration_.from, *fate_.from);
    const std::vector<Column> target = EffectiveColumns(migration_.to, *fate_.to);
    for (const Object* parent : Parents(migration_.to, *fate_.to)) {
      const Fate* fate = migration_.FateOf(parent->id);
      if (!fate || !fate->stays() || !IsBound(migration_, fate_, parent->id)) continue;
      const std::vector<Column> from = EffectiveColumns(migration_.from, *fate->from);
      for (const Column& column : EffectiveColumns(migration_.to, *parent)) {
        Carry(FindColumn(from, column.name), column, target, columns);
      }
    }
    return columns;
  }

  // What ALTER on the parent does to one column of the child.
  void Carry(const Column* from, const Column& to, const std::vector<Column>& target,
             std::vector<Column>& columns) const {
    Column* column = FindColumn(columns, to.name);
    const bool fresh = IsCarried(migration_, fate_, {ElementKind::kColumn, to.name});
    if (fresh || !column) {
      if (!fresh || !FindColumn(target, to.name)) return;
      Column made = to;
      made.statistics.clear();
      made.options.clear();
      made.storage.clear();
      made.compression.clear();
      if (migration_.options.server_major < 17) made.identity.reset();
      if (column) {
        *column = made;
      } else {
        columns.push_back(made);
      }
      return;
    }
    if (!from) return;
    if (from->type != to.type || from->collation != to.collation) {
      column->type = to.type;
      column->collation = to.collation;
      column->storage.clear();
      column->compression.clear();
    }
    if (from->not_null != to.not_null) column->not_null = to.not_null;
    if (from->generated != to.generated ||
        (to.generated != Generated::kNever && from->expression != to.expression)) {
      column->generated = to.generated;
      column->expression = to.generated == Generated::kNever ? "" : to.expression;
    }
  }

  void Add(const Column& column) {
    Hazards hazards;
    std::string note;
    if (MayRewrite(migration_.to, column)) hazards.Add(Hazard::kRewrite);
    if (column.not_null && column.expression.empty() && !column.identity) {
      note = "fails when the table has rows: the new column must not be null";
    }
    Say(table_ + "ADD COLUMN " + RenderColumnDefinition(id_, column),
        Locks(id_, LockMode::kAccessExclusive, hazards, std::move(note)));
    std::vector<Piece> settings;
    RenderColumnSettings(
        id_, {column.name, column.storage, column.compression, column.statistics, column.options},
        settings);
    for (Piece& piece : settings) Say(std::move(piece.sql), Locks(id_, LockMode::kAccessExclusive));
  }

  // A default that is the parent's has no piece in the definition of the child.
  void TakeOverDefault(const Column& column) {
    const Element value{ElementKind::kDefault, column.name};
    const Column* listed = FindPart(std::get<Table>(fate_.to->definition).columns, column.name);
    if (!fate_.creates.contains(value) || (listed && !listed->expression.empty())) return;
    actions_.push_back(
        {{value, "ALTER " + std::string(KindName(id_.kind)) + " ONLY " + SqlName(id_) +
                     " ALTER COLUMN " + name_ + " SET DEFAULT " + column.expression},
         Locks(id_, LockMode::kAccessExclusive)});
  }

  void Change(Column from, const Column& to, bool mark) {
    if (mark) Say("", {});
    if (from.identity && !to.identity) AlterColumn("DROP IDENTITY");
    ChangeGeneration(from, to);
    ChangeType(from, to);
    if (from.not_null != to.not_null) {
      if (to.not_null && HasUncheckedNotNull(to)) {
        // The constraint that is added then says it.
      } else if (to.not_null) {
        AlterColumn("SET NOT NULL", {Hazard::kFullScan}, "fails when a row has no value there");
      } else {
        AlterColumn("DROP NOT NULL");
      }
    }
    if (to.identity) ChangeIdentity(from, to);
    if (from.storage != to.storage) {
      AlterColumn("SET STORAGE " + (to.storage.empty() ? DefaultStorage(to.type) : to.storage));
    }
    if (from.compression != to.compression) {
      AlterColumn("SET COMPRESSION " + (to.compression.empty() ? "default" : to.compression));
    }
    if (from.statistics != to.statistics) {
      Say("ALTER " + std::string(KindName(id_.kind)) + " ONLY " + SqlName(id_) + " ALTER COLUMN " +
              name_ + " SET STATISTICS " + (to.statistics.empty() ? "-1" : to.statistics),
          Locks(id_, LockMode::kShareUpdateExclusive));
    }
    for (const std::string& change : StorageOptionChanges(from.options, to.options)) {
      AlterColumn(change);
    }
    const std::string foreign = ForeignOptionChange(from.fdw_options, to.fdw_options);
    if (!foreign.empty()) AlterColumn(foreign);
  }

  // Whether rows that are there may have no value all the same.
  bool HasUncheckedNotNull(const Column& column) const {
    const Constraint* constraint = FindNotNull(std::get<Table>(fate_.to->definition), column.name);
    return constraint && IsUnchecked(*constraint);
  }

  void ChangeGeneration(const Column& from, const Column& to) {
    if (from.generated == Generated::kNever) return;
    if (to.generated == Generated::kNever) {
      AlterColumn("DROP EXPRESSION");
    } else if (from.expression != to.expression) {
      AlterColumn("SET EXPRESSION AS (" + to.expression + ')', {Hazard::kRewrite});
    }
  }

  void ChangeType(Column& from, const Column& to) {
    const bool swapped = fate_.retypes.contains(to.name) && from.type == to.type &&
                         from.collation == to.collation && IsSwapped(to.name);
    if (!swapped && from.type == to.type && from.collation == to.collation) return;
    const std::string base = BaseOf(migration_.to, to.type);
    Retyping retyping = RetypeColumn(name_, BaseOf(migration_.from, from.type), base);
    if (swapped) {
      retyping.rewrite = true;
      retyping.fit = Fit::kAll;
      retyping.conversion = name_ + "::text::" + to.type;
    }
    std::string sql = "TYPE " + to.type;
    if (!to.collation.empty()) sql += " COLLATE " + to.collation;
    const bool foreign = id_.kind == Kind::kForeignTable;  // Its values are elsewhere.
    if (!retyping.conversion.empty() && !foreign) sql += " USING " + retyping.conversion;
    Hazards hazards;
    std::string note;
    const bool same_type = from.type == to.type;
    if (retyping.rewrite && !foreign && !(same_type && !swapped)) hazards.Add(Hazard::kRewrite);
    if (retyping.fit != Fit::kAll && !foreign && !same_type) {
      if (retyping.fit == Fit::kCuts) hazards.Add({Hazard::kDataLoss, Hazard::kIrreversible});
      note = NoteOf(retyping.fit, to.type, base);
    } else if (retyping.by_zone && !foreign) {
      note = "times without a zone are read as those of the session's time zone";
    }
    if (!same_type) hazards.Add(Hazard::kBreakingChange);
    AlterColumn(sql, hazards, std::move(note));
    from.storage.clear();
    from.compression.clear();
    if (from.identity) from.identity->options = AfterTypeChange(from.identity->options, to.type);
  }

  // Of strings with a length, spaces are what the server cuts without a word.
  std::string NoteOf(Fit fit, const std::string& type, const std::string& base) const {
    const std::string column = Describe(id_, element_);
    if (fit == Fit::kCuts) {
      return "values of " + column + " that do not fit " + type +
             " are rounded or cut, or make it fail";
    }
    std::string note = "fails when a value of " + column + " does not fit " + type;
    if (base.starts_with("character")) note += "; spaces beyond its length are cut";
    return note;
  }

  // The type that a domain is made of; any other type itself.
  static std::string BaseOf(const Schema& schema, const std::string& type) {
    for (const auto& [id, object] : schema.objects) {
      if (id.kind == Kind::kDomain && SqlName(id) == type) {
        return BaseOf(schema, std::get<Domain>(object.definition).base_type);
      }
    }
    return type;
  }

  // Whether the column's type is put aside and made again under its name.
  bool IsSwapped(const std::string& column) const {
    return std::ranges::any_of(fate_.from->attributes.needs, [&](const Dependency& need) {
      const Fate* fate = migration_.FateOf(need.on);
      return need.element == Element{ElementKind::kColumn, column} && fate &&
             fate->way == Fate::Way::kSwap;
    });
  }

  void ChangeIdentity(const Column& from, const Column& to) {
    const Identity& fresh = *to.identity;
    if (!from.identity) {
      return AlterColumn(
          "ADD " + RenderIdentity(id_, fresh), {},
          "starts at " + std::to_string(fresh.options.start) + ", whatever the rows hold");
    }
    const Identity& old = *from.identity;
    if (old.always != fresh.always) {
      AlterColumn(std::string("SET GENERATED ") + (fresh.always ? "ALWAYS" : "BY DEFAULT"));
    }
    const auto sequence = [&](const std::string& name) { return QuoteQualified(id_.schema, name); };
    if (old.sequence != fresh.sequence) {
      Say("ALTER SEQUENCE " + sequence(old.sequence) + " RENAME TO " +
              QuoteIdentifier(fresh.sequence),
          {});
    }
    if (old.persistence != fresh.persistence) {
      const bool unlogged = fresh.persistence == "UNLOGGED" ||
                            (fresh.persistence.empty() &&
                             std::get<Table>(fate_.to->definition).persistence == "UNLOGGED");
      Say("ALTER SEQUENCE " + sequence(fresh.sequence) +
              (unlogged ? " SET UNLOGGED" : " SET LOGGED"),
          {});
    }
    const std::string options = SequenceOptionChange(old.options, fresh.options, "SET ");
    if (!options.empty()) AlterColumn(options);
  }

  const Migration& migration_;
  const Fate& fate_;
  const ObjectId& id_;
  std::string table_;
  Element element_;
  std::string name_;
  Actions actions_;
};

}  // namespace

Actions AlterColumns(const Migration& migration, const Fate& fate) {
  return ColumnAlterer(migration, fate).Run();
}

}  // namespace pggit
