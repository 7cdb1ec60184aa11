// pggit.commit(), pggit.status(), pggit.diff(): the working state against the history.

#include <set>

#include "core/base/text_diff.h"
#include "core/history/rename_trailers.h"
#include "extension/array_datum.h"
#include "extension/attribution.h"
#include "extension/live_schema.h"
#include "extension/pending_commands.h"
#include "extension/protection.h"
#include "extension/recorded_renames.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

std::optional<Sha> TreeOf(Repository& repository, const std::optional<Sha>& commit) {
  if (!commit) return std::nullopt;
  return repository.Objects().ReadCommit(*commit).tree;
}

std::vector<FileChange> Choose(const std::vector<FileChange>& changes,
                               const std::vector<std::string>& names) {
  std::vector<std::string> paths;
  for (const FileChange& change : changes) paths.push_back(change.path);
  std::set<std::string> wanted;
  for (const std::string& name : names) wanted.insert(PathOfName(paths, name));
  std::vector<FileChange> chosen;
  for (const FileChange& change : changes) {
    if (wanted.contains(change.path)) chosen.push_back(change);
  }
  return chosen;
}

std::string CommitWorkingState(const std::string& text, FunctionCallInfo fcinfo) {
  const std::string message = RequiredMessage(text);
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  RequireWorkingState(repository);
  const std::string ref = repository.HeadRef();
  const std::optional<Sha> head = repository.Ref(ref);
  const bool is_partial = !PG_ARGISNULL(1);
  LiveSchema live(spi, repository, ref, /*is_to_last=*/!is_partial);
  std::vector<FileChange> changes = live.ChangesFrom(TreeOf(repository, head));
  if (is_partial) changes = Choose(changes, TextArrayArg(fcinfo, 1));
  const bool allow_empty = !PG_ARGISNULL(2) && PG_GETARG_BOOL(2);
  if (changes.empty() && !allow_empty) {
    throw Error(ErrorCode::kInvalidArgument, "there is nothing to commit",
                "The live schema is that of the last commit.",
                "Record a commit without changes with allow_empty => true.");
  }
  const auto renames = RenamesBornOut(repository, changes, LiveRenames(spi, ref, head));
  const NewCommit commit =
      CommitChanges(repository, ref, head, changes, WithRenames(message, renames),
                    head ? "commit" : "commit (initial)");
  if (!is_partial) live.Remember(commit.tree);
  return Hex(commit.sha);
}

std::string ContentOf(Repository& repository, const Sha& blob) {
  return repository.Objects().Read(blob, ObjectType::kBlob);
}

void AddDifference(ResultSet& result, const std::string& path,
                   const std::optional<std::string>& before,
                   const std::optional<std::string>& after) {
  const char* const change = ChangeKind(before.has_value(), after.has_value());
  result.Add({path, change, UnifiedDiff(path, before, after)});
}

void Diff(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const Sha from = ParseRevision(repository, RevisionArg(fcinfo, 0), Wanted::kTree);
  const auto content = [&](const std::optional<Sha>& blob) {
    return blob ? std::optional(ContentOf(repository, *blob)) : std::nullopt;
  };
  if (PG_ARGISNULL(1)) {
    RequireWorkingState(repository);
    LiveSchema live(spi, repository, repository.HeadRef(), /*is_to_last=*/false);
    for (const FileChange& change : live.ChangesFrom(from)) {
      AddDifference(result, change.path, content(change.before), change.after);
    }
    return;
  }
  const Sha to = ParseRevision(repository, TextArg(fcinfo, 1), Wanted::kTree);
  const auto sha = [](const std::optional<PathEntry>& entry) {
    return entry ? std::optional(entry->sha) : std::nullopt;
  };
  for (const auto& [path, before, after] : DiffTrees(repository.Objects(), from, to)) {
    AddDifference(result, path, content(sha(before)), content(sha(after)));
  }
}

// Who made a change, and by what; nothing when it bypassed the event triggers.
std::optional<Attribution::Answer> Explain(const Attribution& attribution,
                                           const FileChange& change) {
  return attribution.Of(change.path, [&] {
    const bool object = change.after && TypeAtPath(change.path);
    return object ? PathsNeededBy(*change.after) : std::vector<std::string>();
  });
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_commit) {
  if (PG_ARGISNULL(0)) {
    throw pggit::Error(pggit::ErrorCode::kInvalidArgument, "message must not be null");
  }
  const std::string sha = pggit::CommitWorkingState(pggit::TextArg(fcinfo, 0), fcinfo);
  const bool whole = PG_ARGISNULL(1);
  if (whole) pggit::PendingCommands::Get().MarkCommitted(pggit::ParseSha(sha).value());
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_status) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  repository.RequireInitialised();
  pggit::RequireWorkingState(repository);
  const std::string ref = repository.HeadRef();
  const auto head = repository.Ref(ref);
  const auto attribution = pggit::AttributionSince(spi, ref, head);
  const bool is_protected = pggit::IsProtected(spi, ref);
  const auto approval = is_protected ? std::optional<std::string>("unapproved") : std::nullopt;
  pggit::LiveSchema live(spi, repository, ref, /*is_to_last=*/false);
  for (const auto& change : live.ChangesFrom(pggit::TreeOf(repository, head))) {
    const auto by = pggit::Explain(attribution, change);
    result.Add({change.path, pggit::TypeAtPath(change.path), change.Kind(),
                by ? by->who : "unattributed", by ? std::optional(by->statement) : std::nullopt,
                approval});
  }
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_diff) {
  pggit::ResultSet result(fcinfo);
  pggit::Diff(fcinfo, result);
  return pggit::VoidDatum();
}
