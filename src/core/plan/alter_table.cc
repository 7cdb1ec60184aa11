#include <algorithm>
#include <iterator>

#include "core/base/identifier.h"
#include "core/ddl/relation_parts.h"
#include "core/ddl/text.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/alter.h"
#include "core/plan/elements.h"
#include "core/plan/options.h"

namespace pggit {
namespace {

class TableAlterer {
 public:
  TableAlterer(const Migration& migration, const Fate& fate)
      : migration_(migration),
        fate_(fate),
        id_(fate.to->id),
        from_(std::get<Table>(fate.from->definition)),
        to_(std::get<Table>(fate.to->definition)),
        table_("ALTER " + std::string(KindName(id_.kind)) + ' ' + SqlName(id_) + ' ') {}

  Actions Run() {
    ChangeStorage();
    ChangeFlags();
    Actions columns = AlterColumns(migration_, fate_);
    std::move(columns.begin(), columns.end(), std::back_inserter(actions_));
    Bind();
    ChangeReplicaIdentity();
    return std::move(actions_);
  }

 private:
  void Say(const std::string& action, Hazards hazards = {}, Element element = {},
           LockMode lock = LockMode::kAccessExclusive) {
    actions_.push_back({{std::move(element), table_ + action}, Locks(id_, lock, hazards)});
  }

  void ChangeStorage() {
    if (from_.persistence != to_.persistence) {
      Say(to_.persistence.empty() ? "SET LOGGED" : "SET UNLOGGED", {Hazard::kRewrite});
    }
    // What is set for the table of long values is lost while no column needs one.
    const Element options{ElementKind::kMember, "options"};
    for (const std::string& change : StorageOptionChanges(OptionsAfterRewrite(), to_.options)) {
      Say(change, {}, options, LockMode::kShareUpdateExclusive);
    }
    const std::string foreign = ForeignOptionChange(from_.fdw_options, to_.fdw_options);
    if (!foreign.empty()) Say(foreign);
    if (from_.access_method != to_.access_method) {
      Say("SET ACCESS METHOD " +
              (to_.access_method.empty() ? "heap" : QuoteIdentifier(to_.access_method)),
          {Hazard::kRewrite});
    }
    if (from_.tablespace != to_.tablespace) {
      Say("SET TABLESPACE " +
              (to_.tablespace.empty() ? "pg_default" : QuoteIdentifier(to_.tablespace)),
          {Hazard::kRewrite});
    }
  }

  // The options that are left when columns are gone or have other types.
  std::vector<Option> OptionsAfterRewrite() const {
    std::vector<Option> options = from_.options;
    const bool touched =
        !fate_.retypes.empty() || std::ranges::any_of(fate_.drops, [](const Element& element) {
          return element.kind == ElementKind::kColumn;
        });
    if (!touched || KeepsLongColumn()) return options;
    std::erase_if(options, [&](const Option& option) {
      return option.name.starts_with("toast.") &&
             std::ranges::count(to_.options, option.name, &Option::name) != 0;
    });
    return options;
  }

  // Whether some column that is not touched has a table of long values for sure.
  bool KeepsLongColumn() const {
    static constexpr std::string_view kLong[] = {
        "text", "character varying", "bytea", "json", "jsonb", "xml", "tsvector"};
    return std::ranges::any_of(from_.columns, [&](const Column& column) {
      const Column* to = FindPart(to_.columns, column.name);
      return to && to->storage.empty() && column.storage.empty() && to->type == column.type &&
             !fate_.retypes.contains(column.name) &&
             !fate_.drops.contains({ElementKind::kColumn, column.name}) &&
             std::ranges::find(kLong, column.type) != std::end(kLong);
    });
  }

  void ChangeFlags() {
    if (from_.row_security != to_.row_security) {
      Say(to_.row_security ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY",
          {Hazard::kBreakingChange});
    }
    if (from_.force_row_security != to_.force_row_security) {
      Say(to_.force_row_security ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY");
    }
  }

  void Bind() {
    for (const std::string& parent : to_.inherits) {
      if (fate_.creates.contains(Bond(parent))) Say("INHERIT " + parent, {}, Bond(parent));
    }
    if (fate_.creates.contains(kOfType)) Say("OF " + to_.of_type, {}, kOfType);
  }

  // What is set is a piece of the definition; the default is not.
  void ChangeReplicaIdentity() {
    if (fate_.creates.contains(kReplicaIdentity) && to_.replica_identity.empty()) {
      Say("REPLICA IDENTITY DEFAULT", {}, kReplicaIdentity);
    }
  }

  const Migration& migration_;
  const Fate& fate_;
  const ObjectId& id_;
  const Table& from_;
  const Table& to_;
  std::string table_;
  Actions actions_;
};

// What stays of the parts that several kinds have.
class PartAlterer {
 public:
  explicit PartAlterer(const Fate& fate) : fate_(fate), id_(fate.to->id) {}

  Actions Run() {
    States<Trigger>(TriggersOf(fate_.from->definition), TriggersOf(fate_.to->definition),
                    " TRIGGER ");
    States<Rule>(RulesOf(fate_.from->definition), RulesOf(fate_.to->definition), " RULE ");
    Indexes();
    if (const Table* from = std::get_if<Table>(&fate_.from->definition)) {
      const Table& to = std::get<Table>(fate_.to->definition);
      Constraints(from->constraints, to.constraints);
      Policies(*from, to);
    }
    if (const Domain* from = std::get_if<Domain>(&fate_.from->definition)) {
      Constraints(from->constraints, std::get<Domain>(fate_.to->definition).constraints);
    }
    Uncluster();
    return std::move(actions_);
  }

 private:
  void Say(const Element& element, std::string sql, LockMode lock = LockMode::kAccessExclusive,
           Hazards hazards = {}) {
    actions_.push_back({{element, std::move(sql)}, Locks(id_, lock, hazards)});
  }

  std::string AlterName() const {
    return "ALTER " + std::string(KindName(id_.kind)) + ' ' + SqlName(id_);
  }

  template <class P>
  bool Stays(const P& part) const {
    return !fate_.creates.contains(PartElement(part));
  }

  template <class P>
  void States(const std::vector<P>* from, const std::vector<P>* to, std::string_view word) {
    if (!from || !to) return;
    const std::string alter =
        (id_.kind == Kind::kForeignTable ? "ALTER FOREIGN TABLE " : "ALTER TABLE ") + SqlName(id_);
    for (const P& part : *to) {
      const P* old = FindPart(*from, part.name);
      if (!old || old->enabled == part.enabled || !Stays(part)) continue;
      Say(PartElement(part),
          alter + ' ' + EnabledWords(part.enabled) + std::string(word) + QuoteIdentifier(part.name),
          LockMode::kShareRowExclusive);
    }
  }

  void Indexes() {
    const std::vector<Index>* from = IndexesOf(fate_.from->definition);
    const std::vector<Index>* to = IndexesOf(fate_.to->definition);
    if (!from || !to) return;
    for (const Index& index : *to) {
      const Index* old = FindPart(*from, index.name);
      if (!old || !Stays(index)) continue;
      Storage(PartElement(index), index.name, old->tablespace, index.tablespace, old->attached_to,
              index.attached_to, !old->clustered && index.clustered);
      for (const Option& target : index.statistics) {
        const bool same = std::ranges::find(old->statistics, target) != old->statistics.end();
        if (!same || RetypedUnder(index)) Statistics(index, target);
      }
      for (const Option& target : old->statistics) {
        if (!std::ranges::count(index.statistics, target.name, &Option::name)) {
          Statistics(index, {target.name, "-1"});
        }
      }
    }
  }

  // The server makes the index of a retyped column anew and forgets what was set on it.
  bool RetypedUnder(const Index&) const { return !fate_.retypes.empty(); }

  void Statistics(const Index& index, const Option& target) {
    Say(PartElement(index),
        "ALTER INDEX " + QuoteQualified(id_.schema, index.name) + " ALTER COLUMN " + target.name +
            " SET STATISTICS " + target.value,
        LockMode::kShareUpdateExclusive);
  }

  void Storage(const Element& element, const std::string& name, const std::string& old_space,
               const std::string& space, const std::string& old_parent, const std::string& parent,
               bool clusters) {
    const std::string index = QuoteQualified(id_.schema, name);
    if (old_space != space) {
      Say(element, "ALTER INDEX " + index + " SET TABLESPACE " +
                       (space.empty() ? "pg_default" : QuoteIdentifier(space)));
    }
    if (old_parent != parent && !parent.empty()) {
      actions_.push_back({{element, "ALTER INDEX " + parent + " ATTACH PARTITION " + index},
                          LocksIndex(id_, name)});
    }
    if (clusters) {
      Say(element, AlterName() + " CLUSTER ON " + QuoteIdentifier(name),
          LockMode::kShareUpdateExclusive);
    }
  }

  void Constraints(const std::vector<Constraint>& from, const std::vector<Constraint>& to) {
    for (const Constraint& constraint : to) {
      const Constraint* old = FindPart(from, constraint.name);
      if (!old || !Stays(constraint)) continue;
      const Element element = PartElement(constraint);
      if (old->definition != constraint.definition) {
        Say(element, AlterName() + " VALIDATE CONSTRAINT " + QuoteIdentifier(constraint.name),
            LockMode::kShareUpdateExclusive, {Hazard::kFullScan});
      }
      Storage(element, constraint.name, old->tablespace, constraint.tablespace, old->attached_to,
              constraint.attached_to, !old->clustered && constraint.clustered);
    }
  }

  void Policies(const Table& from, const Table& to) {
    for (const Policy& policy : to.policies) {
      const Policy* old = FindPart(from.policies, policy.name);
      if (!old || *old == policy || !Stays(policy)) continue;
      std::string sql = "ALTER POLICY " + QuoteIdentifier(policy.name) + " ON " + SqlName(id_);
      if (old->roles != policy.roles) {
        sql += " TO " + (policy.roles.empty() ? "PUBLIC" : JoinNames(policy.roles));
      }
      if (old->using_expression != policy.using_expression) {
        sql += " USING (" + policy.using_expression + ')';
      }
      if (old->check_expression != policy.check_expression) {
        sql += " WITH CHECK (" + policy.check_expression + ')';
      }
      Say(PartElement(policy), sql, LockMode::kAccessExclusive, {Hazard::kBreakingChange});
    }
  }

  // The mark goes with its index; it has to be taken only from one that stays.
  void Uncluster() {
    const auto clustered = [&](const Definition& definition, bool staying) {
      const auto is = [&](const auto& part) {
        return part.clustered && (!staying || !fate_.drops.contains(PartElement(part)));
      };
      const std::vector<Index>* indexes = IndexesOf(definition);
      const Table* table = std::get_if<Table>(&definition);
      return (indexes && std::ranges::any_of(*indexes, is)) ||
             (table && std::ranges::any_of(table->constraints, is));
    };
    if (clustered(fate_.from->definition, true) && !clustered(fate_.to->definition, false)) {
      Say({}, AlterName() + " SET WITHOUT CLUSTER", LockMode::kShareUpdateExclusive);
    }
  }

  const Fate& fate_;
  const ObjectId& id_;
  Actions actions_;
};

}  // namespace

Actions AlterTable(const Migration& migration, const Fate& fate) {
  return TableAlterer(migration, fate).Run();
}

Actions AlterParts(const Fate& fate) {
  return PartAlterer(fate).Run();
}

}  // namespace pggit
