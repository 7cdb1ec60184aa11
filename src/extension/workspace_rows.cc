#include "extension/workspace_rows.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "extension/setting_scope.h"
#include "extension/single_statement.h"

extern "C" {
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/snapmgr.h"
}

namespace pggit {
namespace {

// The schemas of a workspace as the rows of a relation m (logical, physical).
std::string Values(const Workspace& workspace) {
  std::string values;
  for (const auto& [schema, physical] : workspace.names()) {
    values += (values.empty() ? "(VALUES (" : ", (") + QuoteLiteral(schema) +
              "::pg_catalog.name, " + QuoteLiteral(physical) + "::pg_catalog.name)";
  }
  return values + ')';
}

std::string NameIn(const Workspace& workspace, const ObjectId& id) {
  const auto found = workspace.names().find(id.schema);
  return QuoteQualified(found == workspace.names().end() ? id.schema : found->second, id.name);
}

/// Acts as a role that nothing run meanwhile can leave.
class Restricted {
 public:
  explicit Restricted(Oid role) {
    GetUserIdAndSecContext(&caller_, &security_context_);
    SetUserIdAndSecContext(
        role, security_context_ | SECURITY_LOCAL_USERID_CHANGE | SECURITY_RESTRICTED_OPERATION);
  }
  Restricted(const Restricted&) = delete;
  Restricted& operator=(const Restricted&) = delete;
  ~Restricted() { SetUserIdAndSecContext(caller_, security_context_); }

 private:
  Oid caller_ = InvalidOid;
  int security_context_ = 0;
};

bool HidesRowsFromOwner(const Object& object) {
  const Table& table = std::get<Table>(object.definition);
  return table.row_security && table.force_row_security;
}

// Whether no expression of the table's is computed for a row that comes. What it inherits is not
// looked at.
bool RunsNothing(const Object& object) {
  const Table& table = std::get<Table>(object.definition);
  const auto is_check = [](const Constraint& constraint) {
    return constraint.kind == ConstraintKind::kCheck;
  };
  const auto is_generated = [](const Column& column) {
    return column.generated != Generated::kNever;
  };
  return table.inherits.empty() && table.partition_of.empty() && table.of_type.empty() &&
         std::ranges::none_of(table.constraints, is_check) &&
         std::ranges::none_of(table.columns, is_generated);
}

}  // namespace

std::string WorkspaceRows::Source(const ObjectId& id) const {
  return NameIn(from_, id);
}

std::string WorkspaceRows::Target(const ObjectId& id) const {
  return NameIn(to_, id);
}

void WorkspaceRows::HoldSources(const std::vector<ObjectId>& tables) {
  for (const ObjectId& table : tables) {
    PollInterrupts();
    if (!spi_.Query("SELECT pg_catalog.to_regclass($1)", {Source(table)}).at(0)[0]) continue;
    ExecuteSingle("LOCK TABLE ONLY " + Source(table) + " IN ACCESS SHARE MODE");
  }
  then_ = Server([] { return RegisterSnapshot(GetTransactionSnapshot()); });
}

// All tables that there are by now.
void WorkspaceRows::ReadTables() {
  made_.clear();
  const std::string names = Values(to_);
  const std::string query =
      "SELECT m.logical, c.relname, a.attname, "
      "CASE WHEN x.nspname IS NOT NULL OR y.nspname IS NOT NULL "
      "THEN pg_catalog.format_type(a.atttypid, a.atttypmod) END, c.relowner "
      "FROM " +
      names +
      " AS m (logical, physical) "
      "JOIN pg_catalog.pg_namespace AS n ON n.nspname = m.physical "
      "JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relkind = 'r' "
      "LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 "
      "AND NOT a.attisdropped AND a.attgenerated = '' "
      "LEFT JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid "
      "LEFT JOIN pg_catalog.pg_namespace AS x ON x.oid = t.typnamespace "
      "AND x.nspname IN (SELECT physical FROM " +
      names +
      " AS m (logical, physical)) "
      "LEFT JOIN pg_catalog.pg_type AS e ON e.oid = t.typelem "
      "LEFT JOIN pg_catalog.pg_namespace AS y ON y.oid = e.typnamespace "
      "AND y.nspname IN (SELECT physical FROM " +
      names +
      " AS m (logical, physical)) "
      "ORDER BY 1, 2, a.attnum";
  for (const TextRow& row : spi_.Query(query.c_str())) {
    Made& made = made_[{*row[0], *row[1]}];
    made.owner = static_cast<Oid>(std::stoul(*row[4]));
    if (row[2]) made.columns.push_back({*row[2], row[3].value_or("")});
  }
}

// Names are looked up as whoever asks.
uint64 WorkspaceRows::RunAsOfThen(const std::string& sql, Oid role) {
  const char* const text = sql.c_str();
  const ::Snapshot then = then_;
  const SPIPlanPtr plan = Server([text] { return SPI_prepare(text, 0, nullptr); });
  if (plan == nullptr) throw InternalError(SPI_result_code_string(SPI_result));
  int status = 0;
  {
    const SettingScope settings({});
    const Restricted as(role);
    status = Server([plan, then] {
      return SPI_execute_snapshot(plan, nullptr, nullptr, then, InvalidSnapshot, false, true, 0);
    });
    settings.PutBack();
  }
  Server([plan] { SPI_freeplan(plan); });
  if (status < 0) throw InternalError(SPI_result_code_string(status));
  return SPI_processed;
}

void WorkspaceRows::Fill(const Object& object) {
  const ObjectId& table = object.id;
  if (without_.contains(table)) return;
  if (!made_.contains({table.schema, table.name})) ReadTables();
  const Made& made = made_.at({table.schema, table.name});
  // Whoever may not write there, or see all rows, need not where there are none.
  if (RunAsOfThen("SELECT FROM ONLY " + Source(table) + " LIMIT 1", GetUserId()) == 0) return;
  std::string names;
  std::string values;
  for (const Column& column : made.columns) {
    const std::string name = QuoteIdentifier(column.name);
    names += (names.empty() ? "" : ", ") + name;
    values += (values.empty() ? "" : ", ") + ("s." + name);
    // A type of the workspace's own reads what its twin writes.
    if (!column.cast.empty()) values += "::pg_catalog.text::" + column.cast;
  }
  if (!names.empty()) names = " (" + names + ')';
  const bool is_plain =
      std::ranges::all_of(made.columns, [](const Column& column) { return column.cast.empty(); });
  // Its owner may not see all rows of such a table.
  const bool as_asked = is_plain && HidesRowsFromOwner(object) && RunsNothing(object);
  PollInterrupts();
  (void)RunAsOfThen("INSERT INTO " + Target(table) + names + " OVERRIDING SYSTEM VALUE SELECT " +
                        values + " FROM ONLY " + Source(table) + " AS s",
                    as_asked ? GetUserId() : made.owner);
  filled_.push_back(table);
}

void WorkspaceRows::CarrySequences() {
  std::set<Table> left_out;
  for (const ObjectId& id : without_) left_out.emplace(id.schema, id.name);
  // Those behind identity columns are parts of their tables.
  const std::string query =
      "SELECT m.logical, c.relname, o.relname FROM " + Values(to_) +
      " AS m (logical, physical) "
      "JOIN pg_catalog.pg_namespace AS n ON n.nspname = m.physical "
      "JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relkind = 'S' "
      "LEFT JOIN pg_catalog.pg_depend AS d ON d.classid = c.tableoid AND d.objid = c.oid "
      "AND d.deptype = 'i' LEFT JOIN pg_catalog.pg_class AS o ON o.oid = d.refobjid";
  for (const TextRow& row : spi_.Query(query.c_str())) {
    if (left_out.contains({*row[0], row[2].value_or(*row[1])})) continue;
    const ObjectId id{Kind::kSequence, *row[0], *row[1], ""};
    const std::string source = Source(id);
    if (!spi_.Query("SELECT pg_catalog.to_regclass($1)", {source}).at(0)[0]) continue;
    PollInterrupts();
    ExecuteSingle("SELECT pg_catalog.setval(" + QuoteLiteral(Target(id)) +
                  "::pg_catalog.regclass, last_value, is_called) FROM " + source);
  }
}

void WorkspaceRows::Refresh(const ObjectId& view) {
  const auto rows = spi_.Query(
      "SELECT relispopulated FROM pg_catalog.pg_class WHERE oid = pg_catalog.to_regclass($1)",
      {Source(view)});
  if (!rows.empty() && rows[0][0] != "t") return;
  PollInterrupts();
  ExecuteSingle("REFRESH MATERIALIZED VIEW " + Target(view));
  filled_.push_back(view);
}

void WorkspaceRows::Analyze() {
  for (const ObjectId& table : filled_) {
    PollInterrupts();
    ExecuteSingle("ANALYZE " + Target(table));
  }
  const ::Snapshot then = then_;
  if (then != nullptr) Server([then] { UnregisterSnapshot(then); });
  then_ = nullptr;
}

}  // namespace pggit
