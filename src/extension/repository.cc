#include "extension/repository.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/history/ref_name.h"
#include "core/store/tag.h"
#include "extension/graph_packer.h"
#include "extension/protection.h"
#include "extension/store_lock.h"
#include "extension/subtransaction.h"

namespace pggit {
namespace {

std::optional<Sha> OptionalSha(const std::vector<TextRow>& rows) {
  if (rows.empty() || !rows[0][0]) return std::nullopt;
  return ParseSha(*rows[0][0]);
}

std::string ArrayOfShas(const std::vector<Sha>& shas) {
  std::string array = "{";
  for (const Sha& sha : shas) {
    if (array.size() > 1) array += ',';
    array += Hex(sha);
  }
  return array + '}';
}

[[noreturn]] void MovedMeanwhile(const std::string& name, const std::string& detail) {
  throw Error(ErrorCode::kSerializationFailure, "\"" + name + "\" moved meanwhile", detail,
              "Look at it again with pggit.log(), then try again.");
}

}  // namespace

std::vector<Sha> ShasOfArray(std::string_view array) {
  std::vector<Sha> shas;
  for (std::size_t at = 1; at + Sha::kDigits < array.size(); at += Sha::kDigits + 1) {
    shas.push_back(ParseSha(array.substr(at, Sha::kDigits)).value());
  }
  return shas;
}

Oid StoreOwner(Spi& spi) {
  const auto rows = spi.Query(
      "SELECT relowner FROM pg_catalog.pg_class "
      "WHERE oid = 'pggit_v0.repository'::pg_catalog.regclass");
  if (rows.size() != 1) throw InternalError("table \"pggit_v0.repository\" has no owner");
  return static_cast<Oid>(std::stoul(*rows[0][0]));
}

std::optional<CommitLinks> Repository::Links(const Sha& commit) {
  // A commit's links never change. Few are not packed, as a rule, and looked up as fast.
  constexpr std::size_t kFew = 64;
  constexpr std::size_t kMost = 100000;
  static std::map<Sha, CommitLinks> known;
  if (++looked_up_ <= kFew) return StoredLinks(commit);
  const auto found = known.find(commit);
  if (found != known.end()) return found->second;
  auto links = StoredLinks(commit);
  if (known.size() >= kMost) known.clear();
  if (links) known.emplace(commit, *links);
  return links;
}

SpiPackedGraph* Repository::Packed() {
  if (!packed_) packed_.emplace(spi_);
  return &*packed_;
}

std::optional<CommitLinks> Repository::StoredLinks(const Sha& commit) {
  const auto rows = spi_.Query(
      "SELECT parent_shas, generation, EXTRACT(epoch FROM committed_at)::pg_catalog.int8 "
      "FROM pggit_v0.commit_graph WHERE commit_sha OPERATOR(pg_catalog.=) $1::pggit_v0.sha",
      {Hex(commit)});
  if (rows.empty()) return std::nullopt;
  return CommitLinks{ShasOfArray(*rows[0][0]), static_cast<std::uint32_t>(std::stoul(*rows[0][1])),
                     std::stoll(*rows[0][2])};
}

std::optional<Sha> Repository::Ref(std::string_view name) {
  if (name == kStash) return RefBefore(name, 0);
  const std::string full = name == "HEAD" ? HeadRef() : std::string(name);
  return OptionalSha(spi_.Query("SELECT target_sha FROM pggit_v0.refs WHERE name = $1", {full}));
}

std::vector<std::string> Repository::RefNames() {
  std::vector<std::string> names;
  for (auto& [name, target] : Refs()) names.push_back(std::move(name));
  return names;
}

std::vector<std::pair<std::string, Sha>> Repository::Refs() {
  std::vector<std::pair<std::string, Sha>> refs;
  for (const TextRow& row :
       spi_.Query("SELECT name, target_sha FROM pggit_v0.refs ORDER BY name")) {
    refs.emplace_back(*row[0], ParseSha(*row[1]).value());
  }
  return refs;
}

std::string Repository::HeadRef() {
  return *spi_.Query("SELECT ref_name FROM pggit_v0.head").at(0)[0];
}

std::vector<std::pair<std::string, Sha>> Repository::Stashes() {
  std::vector<std::pair<std::string, Sha>> stashes;
  for (const TextRow& row : spi_.Query("SELECT name, target_sha FROM pggit_v0.refs "
                                       "WHERE name OPERATOR(pg_catalog.~) '^refs/stash/[0-9]+$' "
                                       "ORDER BY pg_catalog.length(name) DESC, name DESC")) {
    stashes.emplace_back(*row[0], ParseSha(*row[1]).value());
  }
  return stashes;
}

std::optional<Sha> Repository::RefBefore(std::string_view name, std::size_t steps) {
  if (name == kStash) {
    const auto stashes = Stashes();
    return steps < stashes.size() ? std::optional(stashes[steps].second) : std::nullopt;
  }
  const auto rows = spi_.Query(
      "SELECT new_sha FROM pggit_v0.reflog WHERE ref_name = $1 ORDER BY movement DESC "
      "LIMIT 1 OFFSET $2::pg_catalog.int8",
      {std::string(name), std::to_string(std::min<std::size_t>(steps, 1000000000))});
  return OptionalSha(rows);
}

std::optional<Sha> Repository::RefAt(std::string_view name, std::int64_t seconds) {
  return OptionalSha(
      spi_.Query("SELECT new_sha FROM pggit_v0.reflog WHERE ref_name = $1 "
                 "AND moved_at < pg_catalog.to_timestamp($2::pg_catalog.float8 + 1) "
                 "ORDER BY movement DESC LIMIT 1",
                 {std::string(name), std::to_string(seconds)}));
}

std::int64_t Repository::Now() {
  return std::stoll(*spi_.Query("SELECT pg_catalog.floor(EXTRACT(epoch FROM "
                                "pg_catalog.clock_timestamp()))::pg_catalog.int8")
                         .at(0)[0]);
}

std::optional<std::int64_t> Repository::ParseTime(std::string_view when) {
  // The server raises on what is no time; a text without a digit can be told before.
  if (when.find_first_of("0123456789") == std::string_view::npos && when != "today") {
    return std::nullopt;
  }
  try {
    Subtransaction attempt;
    const auto rows =
        spi_.Query("SELECT EXTRACT(epoch FROM $1::pg_catalog.timestamptz)::pg_catalog.int8",
                   {std::string(when)});
    attempt.Commit();
    return std::stoll(*rows.at(0)[0]);
  } catch (const ServerError& error) {
    // Digits do not make a time.
    if (ERRCODE_TO_CATEGORY(error.data().sqlerrcode) != ERRCODE_DATA_EXCEPTION) throw;
    return std::nullopt;
  }
}

void Repository::RequireInitialised() {
  if (!spi_.Query("SELECT 1 FROM pggit_v0.repository").empty()) return;
  throw Error(ErrorCode::kNotInitialised, "this database is not initialised", {},
              "Run pggit.init() to start keeping its history.");
}

Oid Repository::Owner() {
  if (!OidIsValid(owner_)) owner_ = StoreOwner(spi_);
  return owner_;
}

uint64 Repository::Write(const char* sql, const std::vector<std::string>& arguments) {
  const RunAs owner(Owner());
  return spi_.Execute(sql, arguments);
}

void Repository::RequireStored(ObjectType type, std::string_view content) {
  switch (type) {
    case ObjectType::kBlob: return;
    case ObjectType::kTree:
      for (const TreeEntry& entry : DecodeTree(content)) {
        if (entry.mode == Mode::kSubmodule) continue;
        (void)objects_.Read(entry.sha,
                            entry.mode == Mode::kDirectory ? ObjectType::kTree : ObjectType::kBlob);
      }
      return;
    case ObjectType::kCommit: {
      const Commit commit = DecodeCommit(content);
      (void)objects_.Read(commit.tree, ObjectType::kTree);
      for (const Sha& parent : commit.parents) (void)objects_.Read(parent, ObjectType::kCommit);
      return;
    }
    case ObjectType::kTag: {
      const Tag tag = DecodeTag(content);
      (void)objects_.Read(tag.object, tag.type);
      return;
    }
  }
}

Sha Repository::StoreAlone(ObjectType type, std::string_view content) {
  KeepCollectorAway();
  {
    const LatestSnapshot now;
    RequireStored(type, content);
  }
  const Sha sha = objects_.Write(type, content);
  const RunAs owner(Owner());
  objects_.Flush();
  return sha;
}

Sha Repository::Store(ObjectType type, std::string_view content) {
  const Sha sha = StoreAlone(type, content);
  if (type == ObjectType::kCommit) {
    const Commit commit = DecodeCommit(content);
    AddToGraph(sha, commit, DiffTrees(objects_, ParentTree(commit), commit.tree));
  }
  return sha;
}

Sha Repository::StoreCommit(const Commit& commit, const std::vector<PathDifference>& differences) {
  const Sha sha = StoreAlone(ObjectType::kCommit, EncodeCommit(commit));
  AddToGraph(sha, commit, differences);
  return sha;
}

Sha Repository::BranchHead(const std::string& branch) {
  const auto head = Ref(BranchRef(branch));
  if (head) return *head;
  throw Error(ErrorCode::kUnknownRevision, "branch \"" + branch + "\" does not exist", {},
              "List branches with pggit_v0.list_branches().");
}

std::optional<Sha> Repository::ParentTree(const Commit& commit) {
  if (commit.parents.empty()) return std::nullopt;
  return objects_.ReadCommit(commit.parents.front()).tree;
}

std::map<Sha, const char*> Repository::ChangesOf(const std::string& path) {
  std::map<Sha, const char*> changes;
  for (const TextRow& row :
       spi_.Query("SELECT commit_sha, old_sha IS NOT NULL, new_sha IS NOT NULL "
                  "FROM pggit_v0.path_changes WHERE path = $1",
                  {path})) {
    changes.emplace(ParseSha(*row[0]).value(), ChangeKind(row[1] == "t", row[2] == "t"));
  }
  return changes;
}

void Repository::AddToGraph(const Sha& sha, const Commit& commit,
                            const std::vector<PathDifference>& differences) {
  const uint64 added = Write(
      "INSERT INTO pggit_v0.commit_graph (commit_sha, parent_shas, tree_sha, generation, author, "
      "authored_at, committer, committed_at, message) SELECT $1::pggit_v0.sha, $2::pggit_v0.sha[], "
      "$3::pggit_v0.sha, 1 + coalesce(pg_catalog.max(p.generation), 0), $4, "
      "pg_catalog.to_timestamp($5::pg_catalog.float8), $6, "
      "pg_catalog.to_timestamp($7::pg_catalog.float8), $8 FROM pggit_v0.commit_graph AS p "
      "WHERE p.commit_sha OPERATOR(pg_catalog.=) ANY ($2::pggit_v0.sha[]) ON CONFLICT DO NOTHING",
      {Hex(sha), ArrayOfShas(commit.parents), Hex(commit.tree), PersonText(commit.author),
       std::to_string(commit.author.seconds), PersonText(commit.committer),
       std::to_string(commit.committer.seconds), commit.message});
  if (added == 0) return;
  // One commit in a thousand packs those before it.
  if (sha.bytes[0] == 0 && sha.bytes[1] < 64) PackBehind(spi_, Owner(), sha);
  if (differences.empty()) return;
  std::vector<std::string> paths;
  std::vector<std::string> before;
  std::vector<std::string> after;
  const auto hex = [](const std::optional<PathEntry>& entry) {
    return entry ? Hex(entry->sha) : std::string();
  };
  for (const PathDifference& difference : differences) {
    paths.push_back(difference.path);
    before.push_back(hex(difference.before));
    after.push_back(hex(difference.after));
  }
  Write(
      "INSERT INTO pggit_v0.path_changes (path, commit_sha, old_sha, new_sha) "
      "SELECT d.path, $1::pggit_v0.sha, NULLIF(d.before, '')::pggit_v0.sha, "
      "NULLIF(d.after, '')::pggit_v0.sha FROM ROWS FROM (pg_catalog.unnest($2::text[]), "
      "pg_catalog.unnest($3::text[]), pg_catalog.unnest($4::text[])) AS d (path, before, after)",
      {Hex(sha), ArrayText(paths), ArrayText(before), ArrayText(after)});
}

Signature Repository::Author() {
  const auto row = spi_.Query(
                           "SELECT pg_catalog.current_setting('pggit.author_name', true), "
                           "pg_catalog.current_setting('pggit.author_email', true), session_user, "
                           "pg_catalog.to_char(pg_catalog.clock_timestamp(), 'TZHTZM')")
                       .at(0);
  Signature author{CleanName(row[0].value_or("")), CleanName(row[1].value_or("")), Now(),
                   row[3].value_or("")};
  if (author.name.empty()) author.name = CleanName(*row[2]);
  if (author.name.empty()) author.name = "unknown";
  // Zones of before 1900 have seconds, which git's have not.
  if (author.zone.size() != 5) author.zone = "+0000";
  return author;
}

void Repository::RequireStill(const std::optional<Sha>& sha) {
  const LatestSnapshot now;
  if (!sha || objects_.Find(*sha)) return;
  throw Error(ErrorCode::kSerializationFailure, "object \"" + Hex(*sha) + "\" is gone",
              "Nothing named it any more, and it was collected meanwhile.",
              "Look at the history again with pggit.log(), then try again.");
}

void Repository::Hold(const std::string& ref) {
  Write("SELECT FROM pggit_v0.refs WHERE name = $1 FOR UPDATE", {ref});
}

void Repository::MoveRef(const std::string& name, const std::optional<Sha>& from,
                         const std::optional<Sha>& to, const std::string& reason) {
  if (!IsRefName(name) || !name.starts_with("refs/")) {
    throw Error(ErrorCode::kInvalidArgument, "\"" + name + "\" is not a valid name of a ref",
                "Names follow git check-ref-format, begin with refs/ and have at most 255 bytes.");
  }
  KeepCollectorAway();
  RequireStill(to);
  const std::string old_hex = from ? Hex(*from) : std::string();
  const std::string new_hex = to ? Hex(*to) : std::string();
  uint64 moved = 0;
  if (!from) {
    const auto taken = spi_.Query(
        "SELECT name FROM pggit_v0.refs WHERE name LIKE pg_catalog.replace(pg_catalog.replace($1, "
        "'_', '\\_'), '%', '\\%') || '/%' OR $1 LIKE pg_catalog.replace(pg_catalog.replace(name, "
        "'_', '\\_'), '%', '\\%') || '/%'",
        {name});
    if (!taken.empty()) {
      throw Error(ErrorCode::kInvalidArgument,
                  "\"" + name + "\" cannot exist beside \"" + *taken[0][0] + "\"",
                  "A name and a name below it would be a file and a directory in git.");
    }
    moved = Write(
        "INSERT INTO pggit_v0.refs (name, target_sha, type, created_by, created_at, updated_by, "
        "updated_at) SELECT $1, $2::pggit_v0.sha, CASE WHEN $1 LIKE 'refs/heads/%' THEN 'branch' "
        "WHEN $1 LIKE 'refs/tags/%' THEN 'tag' WHEN $1 LIKE 'refs/remotes/%' THEN 'remote' "
        "ELSE 'other' END, session_user, t, session_user, t "
        "FROM pg_catalog.clock_timestamp() AS t ON CONFLICT DO NOTHING",
        {name, new_hex});
  } else if (to) {
    moved = Write(
        "UPDATE pggit_v0.refs SET target_sha = $2::pggit_v0.sha, updated_by = session_user, "
        "updated_at = pg_catalog.clock_timestamp() "
        "WHERE name = $1 AND target_sha OPERATOR(pg_catalog.=) $3::pggit_v0.sha",
        {name, new_hex, old_hex});
  } else {
    moved = Write(
        "DELETE FROM pggit_v0.refs "
        "WHERE name = $1 AND target_sha OPERATOR(pg_catalog.=) $2::pggit_v0.sha",
        {name, old_hex});
  }
  if (moved == 0) {
    MovedMeanwhile(name, from ? "It is not at " + old_hex + " any more." : "It exists.");
  }
  // Asked when the ref is held: who protects it meanwhile waits for this, or this for them.
  if (name != approved_ref_) RequireUnprotected(spi_, name);
  const uint64 logged = Write(
      "INSERT INTO pggit_v0.reflog (ref_name, movement, old_sha, new_sha, moved_by, acting_as, "
      "moved_at, reason) SELECT $1, 1 + coalesce((SELECT pg_catalog.max(movement) FROM "
      "pggit_v0.reflog WHERE ref_name = $1), 0), NULLIF($2, '')::pggit_v0.sha, "
      "NULLIF($3, '')::pggit_v0.sha, session_user, $5, pg_catalog.clock_timestamp(), $4 "
      "ON CONFLICT DO NOTHING",
      {name, old_hex, new_hex, reason, *spi_.Query("SELECT current_user").at(0)[0]});
  if (logged == 0) MovedMeanwhile(name, "Another transaction moved it first.");
}

}  // namespace pggit
