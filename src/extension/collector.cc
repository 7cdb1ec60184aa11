#include "extension/collector.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/catalog/cells.h"
#include "extension/array_datum.h"
#include "extension/graph_packer.h"
#include "extension/setting_scope.h"
#include "extension/store_lock.h"

extern "C" {
#include "access/xact.h"
}

namespace pggit {
namespace {

constexpr std::size_t kRowsAtOnce = 1000;

// Keeps the triggers of the store, which refuse every change, from firing.
constexpr PlanSetting kNoTriggers[] = {{"session_replication_role", "replica"}};

// What is older than this moment has had the time that a setting gives.
std::string Expiry(Spi& spi, const char* setting) {
  return *spi.Query(
                 "SELECT CASE s WHEN 'never' THEN '-infinity'::pg_catalog.timestamptz "
                 "WHEN 'now' THEN 'infinity'::pg_catalog.timestamptz "
                 "ELSE pg_catalog.now() - s::pg_catalog.interval END "
                 "FROM pg_catalog.current_setting($1) AS s",
                 {setting})
              .at(0)[0];
}

// `visit` gets ids, a thousand at a time, as an array of them.
template <class Visit>
void ForArrays(const std::vector<Garbage>& garbage, Visit visit) {
  for (std::size_t at = 0; at < garbage.size(); at += kRowsAtOnce) {
    std::vector<std::string> ids;
    for (std::size_t i = at; i < std::min(garbage.size(), at + kRowsAtOnce); ++i) {
      ids.push_back(Hex(garbage[i].sha));
    }
    PollInterrupts();
    visit(ArrayText(ids));
  }
}

/// Whether the commits that a ref has include some.
class History {
 public:
  explicit History(Repository& repository) : repository_(repository), graph_(repository) {}

  bool Has(const std::optional<Sha>& tip, const std::optional<std::string>& hex) {
    if (!hex) return true;
    const Sha sha = ParseSha(*hex).value();
    if (!tip) return false;
    if (sha == *tip) return true;
    const bool are_commits = repository_.Links(*tip) && repository_.Links(sha);
    return are_commits && IsAncestor(graph_, sha, *tip);
  }

 private:
  Repository& repository_;
  CommitGraph graph_;
};

}  // namespace

Collector::Collector(Spi& spi, bool to_remove)
    : spi_(spi), to_remove_(to_remove), repository_(spi) {
  repository_.RequireInitialised();
  if (!to_remove) return;
  if (IsolationUsesXactSnapshot()) {
    throw Error(ErrorCode::kNotSupported,
                "a transaction that does not see what others commit cannot collect garbage", {},
                "Run it with BEGIN ISOLATION LEVEL READ COMMITTED.");
  }
  KeepWritersAway();
}

void Collector::Write(const char* sql, const std::vector<std::string>& arguments) {
  const SettingScope allowed(kNoTriggers, PGC_SUSET);
  (void)repository_.Write(sql, arguments);
  allowed.PutBack();
}

std::size_t Collector::ExpireReflog() {
  {
    const LatestSnapshot now;
    History history(repository_);
    for (const TextRow& row :
         spi_.Query("SELECT ref_name, movement, old_sha, new_sha, "
                    "moved_at < $1::pg_catalog.timestamptz FROM pggit_v0.reflog "
                    "WHERE moved_at < $1::pg_catalog.timestamptz "
                    "OR moved_at < $2::pg_catalog.timestamptz ORDER BY ref_name, movement",
                    {Expiry(spi_, "pggit.gc_reflog_expire"),
                     Expiry(spi_, "pggit.gc_reflog_expire_unreachable")})) {
      PollInterrupts();
      const auto tip = repository_.Ref(*row[0]);
      if (row[4] == "t" || !history.Has(tip, row[2]) || !history.Has(tip, row[3])) {
        expired_.emplace(*row[0], *row[1]);
      }
    }
  }
  if (to_remove_ && !expired_.empty()) {
    std::vector<std::string> names;
    std::vector<std::string> movements;
    for (const auto& [name, movement] : expired_) {
      names.push_back(name);
      movements.push_back(movement);
    }
    Write(
        "DELETE FROM pggit_v0.reflog AS l USING ROWS FROM (pg_catalog.unnest($1::text[]), "
        "pg_catalog.unnest($2::pg_catalog.int4[])) AS e (name, movement) "
        "WHERE l.ref_name = e.name AND l.movement = e.movement",
        {ArrayText(names), ArrayText(movements)});
  }
  return expired_.size();
}

void Collector::ReachNamed() {
  const auto reach = [&](const std::optional<std::string>& hex) {
    PollInterrupts();
    if (hex) reachable_.Add(ParseSha(*hex).value());
  };
  for (const TextRow& row :
       spi_.Query("SELECT ref_name, movement, old_sha, new_sha FROM pggit_v0.reflog "
                  "ORDER BY ref_name, movement")) {
    if (expired_.contains({*row[0], *row[1]})) continue;
    reach(row[2]);
    reach(row[3]);
  }
  for (const TextRow& column : spi_.Query(
           "SELECT n.nspname, c.relname, a.attname, a.atttypid OPERATOR(pg_catalog.<>) "
           "'pggit_v0.sha'::pg_catalog.regtype FROM pg_catalog.pg_attribute AS a "
           "JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid "
           "JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace "
           "WHERE n.nspname IN ('pggit', 'pggit_v0', 'pggit_audit') AND c.relkind = 'r' "
           "AND a.atttypid IN ('pggit_v0.sha'::pg_catalog.regtype, "
           "'pggit_v0.sha[]'::pg_catalog.regtype) AND NOT (n.nspname = 'pggit_v0' AND c.relname "
           "IN ('stored_objects', 'stored_trees', 'commit_graph', 'path_changes', "
           "'packed_graph', 'reflog')) "
           "ORDER BY n.nspname, c.relname, a.attname")) {
    const std::string name = QuoteIdentifier(*column[2]);
    const std::string value = column[3] == "t" ? "pg_catalog.unnest(" + name + ')' : name;
    const std::string sql = "SELECT DISTINCT " + value + "::pg_catalog.text FROM " +
                            QuoteQualified(*column[0], *column[1]);
    const RunAs owner(repository_.Owner());
    for (const TextRow& row : spi_.Query(sql.c_str())) reach(row[0]);
  }
}

std::vector<Garbage> Collector::Unreached(std::vector<Garbage>& young) {
  std::vector<Garbage> old;
  const std::string expiry = Expiry(spi_, "pggit.gc_prune_expire");
  for (const char* const sql :
       {"SELECT sha, size, created_at >= $1::pg_catalog.timestamptz, type "
        "FROM pggit_v0.stored_objects WHERE sha OPERATOR(pg_catalog.>) $2::pggit_v0.sha "
        "ORDER BY sha USING OPERATOR(pg_catalog.<) LIMIT 1000",
        "SELECT sha, size, created_at >= $1::pg_catalog.timestamptz, 0 "
        "FROM pggit_v0.stored_trees WHERE sha OPERATOR(pg_catalog.>) $2::pggit_v0.sha "
        "ORDER BY sha USING OPERATOR(pg_catalog.<) LIMIT 1000"}) {
    std::string last = Hex(Sha{});
    while (true) {
      PollInterrupts();
      const auto rows = spi_.Query(sql, {expiry, last});
      for (const TextRow& row : rows) {
        const Sha sha = ParseSha(*row[0]).value();
        if (reachable_.Contains(sha)) continue;
        (row[2] == "t" ? young : old)
            .push_back({sha, SpiObjectStore::TypeOfNumber(std::stoi(*row[3])),
                        static_cast<std::size_t>(std::stoul(*row[1]))});
      }
      if (rows.size() < kRowsAtOnce) break;
      last = *rows.back()[0];
    }
  }
  return old;
}

std::vector<Garbage> Collector::Find() {
  const LatestSnapshot now;
  ReachNamed();
  std::vector<Garbage> young;
  std::vector<Garbage> garbage = Unreached(young);
  for (const Garbage& object : young) {
    PollInterrupts();
    reachable_.Add(object.sha, object.type);
  }
  std::erase_if(garbage, [&](const Garbage& object) { return reachable_.Contains(object.sha); });
  std::ranges::sort(garbage, {}, &Garbage::sha);
  return garbage;
}

void Collector::StoreWhole(const std::vector<Garbage>& going) {
  std::set<std::string> trees;
  for (const Garbage& object : going) {
    if (object.type == ObjectType::kTree) trees.insert(Hex(object.sha));
  }
  if (trees.empty()) return;
  std::vector<std::string> changed;
  for (const TextRow& row :
       spi_.Query("SELECT sha, base FROM pggit_v0.stored_trees WHERE base IS NOT NULL")) {
    if (!trees.contains(*row[1]) || trees.contains(*row[0])) continue;
    PollInterrupts();
    const std::string content = Objects().Read(ParseSha(*row[0]).value(), ObjectType::kTree);
    Write(
        "UPDATE pggit_v0.stored_trees SET base = NULL, depth = 0, body = $2::pg_catalog.bytea "
        "WHERE sha OPERATOR(pg_catalog.=) $1::pggit_v0.sha",
        {*row[0], ByteaText(content)});
    changed.push_back(*row[0]);
  }
  if (changed.empty()) return;
  Write(
      "WITH RECURSIVE d (sha, depth) AS (SELECT s::pggit_v0.sha, 0 "
      "FROM pg_catalog.unnest($1::text[]) AS s UNION ALL SELECT t.sha, d.depth + 1 "
      "FROM d JOIN pggit_v0.stored_trees AS t ON t.base OPERATOR(pg_catalog.=) d.sha) "
      "UPDATE pggit_v0.stored_trees AS t SET depth = d.depth FROM d "
      "WHERE t.sha OPERATOR(pg_catalog.=) d.sha AND t.depth <> d.depth",
      {ArrayText(changed)});
}

void Collector::Remove(const std::vector<Garbage>& garbage) {
  {
    const LatestSnapshot now;
    StoreWhole(garbage);
  }
  std::vector<Garbage> commits;
  std::ranges::copy_if(garbage, std::back_inserter(commits),
                       [](const Garbage& object) { return object.type == ObjectType::kCommit; });
  ForArrays(commits, [&](const std::string& ids) {
    Write(
        "DELETE FROM pggit_v0.path_changes "
        "WHERE commit_sha OPERATOR(pg_catalog.=) ANY ($1::pggit_v0.sha[])",
        {ids});
    Write(
        "DELETE FROM pggit_v0.commit_graph "
        "WHERE commit_sha OPERATOR(pg_catalog.=) ANY ($1::pggit_v0.sha[])",
        {ids});
  });
  if (!commits.empty()) PackWholeGraph(spi_, repository_.Owner());
  ForArrays(garbage, [&](const std::string& ids) {
    Write(
        "DELETE FROM pggit_v0.stored_objects "
        "WHERE sha OPERATOR(pg_catalog.=) ANY ($1::pggit_v0.sha[])",
        {ids});
    Write(
        "DELETE FROM pggit_v0.stored_trees "
        "WHERE sha OPERATOR(pg_catalog.=) ANY ($1::pggit_v0.sha[])",
        {ids});
  });
}

}  // namespace pggit
