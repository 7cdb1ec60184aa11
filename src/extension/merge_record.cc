#include "extension/merge_record.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/history/ref_name.h"

namespace pggit {
namespace {

// What is merged into a branch, while that waits.
std::string RefOfSource(const std::string& ref) {
  return "refs/merge/" + std::string(ShortRefName(ref));
}

std::string HexOrEmpty(const std::optional<Sha>& sha) {
  return sha ? Hex(*sha) : std::string();
}

std::vector<std::string> HexOfAll(const std::vector<Sha>& shas) {
  std::vector<std::string> list;
  for (const Sha& sha : shas) list.push_back(Hex(sha));
  return list;
}

// "rebase", "cherry-pick": as it is spoken of.
std::string Spoken(std::string operation) {
  if (operation == "replay") return "rebase, cherry-pick or revert";
  std::ranges::replace(operation, '_', '-');
  return operation;
}

std::string WaysOut(const OpenMerge& merge) {
  return merge.operation == "merge"
             ? "End it with pggit.merge_continue() or pggit.merge_abort()."
             : "End it with pggit.replay_continue(), replay_skip() or replay_abort().";
}

void Insert(Repository& repository, const MergeRecord& record, const std::string& status,
            const std::optional<Sha>& result) {
  const uint64 added = repository.Write(
      "INSERT INTO pggit_v0.merges (source, source_sha, target, target_sha, base_sha, strategy, "
      "status, result_sha, renames, operation, onto_sha, done_sha, todo, merged_by, started_at, "
      "ended_at) SELECT $1, $2::pggit_v0.sha, $3, "
      "$4::pggit_v0.sha, NULLIF($5, '')::pggit_v0.sha, $6, $7, NULLIF($8, '')::pggit_v0.sha, "
      "$9::pg_catalog.text[], $10, NULLIF($11, '')::pggit_v0.sha, NULLIF($12, '')::pggit_v0.sha, "
      "$13::pggit_v0.sha[], session_user, t, CASE WHEN $7 OPERATOR(pg_catalog.<>) 'conflicts' "
      "THEN t END "
      "FROM pg_catalog.clock_timestamp() AS t ON CONFLICT DO NOTHING",
      {record.source, Hex(record.theirs), record.target, Hex(record.ours), HexOrEmpty(record.base),
       record.strategy, status, HexOrEmpty(result), ArrayText(record.renames), record.operation,
       HexOrEmpty(record.onto), HexOrEmpty(record.done), ArrayText(HexOfAll(record.todo))});
  if (added == 1) return;
  throw Error(
      ErrorCode::kSerializationFailure,
      "another session has begun a merge into \"" + std::string(ShortRefName(record.target)) + '"',
      {}, "Look at pggit.conflicts, then try again.");
}

void AddConflict(Repository& repository, const std::string& merge, const ConflictText& conflict) {
  repository.Write(
      "INSERT INTO pggit_v0.merge_conflicts (merge_id, path, element, type, base, ours, theirs, "
      "reason) VALUES ($1::pg_catalog.uuid, $2, $3, $4, NULLIF($5, ''), NULLIF($6, ''), "
      "NULLIF($7, ''), NULLIF($8, '')) ON CONFLICT (merge_id, path, element) "
      "DO UPDATE SET reason = EXCLUDED.reason",
      {merge, conflict.path, conflict.element.value_or(""), conflict.type,
       conflict.base.value_or(""), conflict.ours.value_or(""), conflict.theirs.value_or(""),
       conflict.reason.value_or("")});
}

}  // namespace

std::optional<OpenMerge> FindOpenMerge(Spi& spi, const std::string& ref) {
  const auto rows = spi.Query(
      "SELECT id, source, source_sha, strategy, renames, operation FROM pggit_v0.merges "
      "WHERE target OPERATOR(pg_catalog.=) $1 AND status OPERATOR(pg_catalog.=) 'conflicts'",
      {ref});
  if (rows.empty()) return std::nullopt;
  const TextRow& row = rows.front();
  return OpenMerge{row[0].value(), row[5].value(),
                   row[1].value(), ParseSha(row[2].value()).value(),
                   row[3].value(), ParseArray(row[4].value())};
}

OpenMerge RequireOpenMerge(Spi& spi, const std::string& ref, const std::string& operation) {
  auto merge = FindOpenMerge(spi, ref);
  const std::string branch(ShortRefName(ref));
  if (!merge && operation.empty()) {
    throw Error(ErrorCode::kInvalidArgument, "nothing on \"" + branch + "\" waits to be continued",
                {}, "Look at pggit.conflicts.");
  }
  const bool is_merge = operation == "merge";
  if (!merge) {
    throw Error(ErrorCode::kInvalidArgument,
                is_merge
                    ? "no merge into \"" + branch + "\" waits to be continued"
                    : "no " + Spoken(operation) + " of \"" + branch + "\" waits to be continued",
                {}, is_merge ? "Begin one with pggit.merge(source)." : "Look at pggit.conflicts.");
  }
  const bool fits = operation.empty() || merge->operation == operation ||
                    (operation == "replay" && merge->operation != "merge");
  if (fits) return std::move(*merge);
  throw Error(ErrorCode::kInvalidArgument,
              "what waits on \"" + branch + "\" is a " + Spoken(merge->operation), {},
              WaysOut(*merge));
}

void RefuseDuringMerge(Spi& spi, const std::string& ref) {
  const auto merge = FindOpenMerge(spi, ref);
  if (!merge) return;
  const std::string way = merge->operation == "merge"    ? "\" into \""
                          : merge->operation == "rebase" ? "\" under \""
                                                         : "\" onto \"";
  throw Error(ErrorCode::kConflict,
              "the " + Spoken(merge->operation) + " of \"" + merge->source + way +
                  std::string(ShortRefName(ref)) + "\" is not finished",
              {}, WaysOut(*merge));
}

void RecordMerge(Repository& repository, const MergeRecord& record, const std::string& status,
                 const Sha& result) {
  Insert(repository, record, status, result);
}

void StopMerge(Repository& repository, const MergeRecord& record,
               const std::vector<ConflictText>& conflicts) {
  Insert(repository, record, "conflicts", std::nullopt);
  repository.MoveRef(RefOfSource(record.target), std::nullopt, record.theirs,
                     Spoken(record.operation) + ": stopped at conflicts");
  const auto merge = FindOpenMerge(repository.spi(), record.target);
  for (const ConflictText& conflict : conflicts) AddConflict(repository, merge->id, conflict);
}

void StopAgain(Repository& repository, const OpenMerge& merge, const MergeRecord& record,
               const std::vector<ConflictText>& conflicts) {
  repository.Write(
      "UPDATE pggit_v0.merges SET source_sha = $2::pggit_v0.sha, done_sha = $3::pggit_v0.sha, "
      "todo = $4::pggit_v0.sha[] WHERE id OPERATOR(pg_catalog.=) $1::pg_catalog.uuid",
      {merge.id, Hex(record.theirs), HexOrEmpty(record.done), ArrayText(HexOfAll(record.todo))});
  repository.Write(
      "DELETE FROM pggit_v0.merge_conflicts "
      "WHERE merge_id OPERATOR(pg_catalog.=) $1::pg_catalog.uuid",
      {merge.id});
  if (record.theirs != merge.theirs) {
    repository.MoveRef(RefOfSource(record.target), merge.theirs, record.theirs,
                       Spoken(merge.operation) + ": stopped again");
  }
  for (const ConflictText& conflict : conflicts) AddConflict(repository, merge.id, conflict);
}

std::map<std::string, std::string> ReadResolutions(Spi& spi, const OpenMerge& merge) {
  std::map<std::string, std::string> resolutions;
  for (const TextRow& row :
       spi.Query("SELECT pg_catalog.concat_ws('#', path, NULLIF(element, '')), resolution "
                 "FROM pggit_v0.merge_conflicts WHERE merge_id OPERATOR(pg_catalog.=) "
                 "$1::pg_catalog.uuid",
                 {merge.id})) {
    resolutions.emplace(row[0].value(), row[1].value_or(""));
  }
  return resolutions;
}

void Resolve(Repository& repository, const OpenMerge& merge, const std::string& path,
             const std::string& resolution) {
  repository.Write(
      "UPDATE pggit_v0.merge_conflicts SET resolution = $3, resolved_by = session_user, "
      "resolved_at = pg_catalog.clock_timestamp() "
      "WHERE merge_id OPERATOR(pg_catalog.=) $1::pg_catalog.uuid "
      "AND pg_catalog.concat_ws('#', path, NULLIF(element, '')) OPERATOR(pg_catalog.=) $2",
      {merge.id, path, resolution});
}

void KeepConflicts(Repository& repository, const OpenMerge& merge,
                   const std::vector<ConflictText>& conflicts) {
  std::vector<std::string> paths;
  for (const ConflictText& conflict : conflicts) {
    paths.push_back(conflict.Path());
    AddConflict(repository, merge.id, conflict);
  }
  repository.Write(
      "UPDATE pggit_v0.merge_conflicts SET resolution = NULL, resolved_by = NULL, "
      "resolved_at = NULL WHERE merge_id OPERATOR(pg_catalog.=) $1::pg_catalog.uuid "
      "AND pg_catalog.concat_ws('#', path, NULLIF(element, '')) "
      "OPERATOR(pg_catalog.=) ANY ($2::pg_catalog.text[])",
      {merge.id, ArrayText(paths)});
  repository.Write(
      "DELETE FROM pggit_v0.merge_conflicts "
      "WHERE merge_id OPERATOR(pg_catalog.=) $1::pg_catalog.uuid AND resolution IS NULL "
      "AND NOT pg_catalog.concat_ws('#', path, NULLIF(element, '')) "
      "OPERATOR(pg_catalog.=) ANY ($2::pg_catalog.text[])",
      {merge.id, ArrayText(paths)});
}

void EndMerge(Repository& repository, const std::string& ref, const OpenMerge& merge,
              const std::string& status, const std::optional<Sha>& result) {
  repository.Write(
      "UPDATE pggit_v0.merges SET status = $2, result_sha = NULLIF($3, '')::pggit_v0.sha, "
      "ended_at = pg_catalog.clock_timestamp() "
      "WHERE id OPERATOR(pg_catalog.=) $1::pg_catalog.uuid",
      {merge.id, status, HexOrEmpty(result)});
  repository.MoveRef(RefOfSource(ref), merge.theirs, std::nullopt,
                     Spoken(merge.operation) + ": " + status);
}

}  // namespace pggit
