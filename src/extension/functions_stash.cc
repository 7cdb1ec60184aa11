// pggit.stash() and what becomes of a stash: the changes of the live schema put aside, and back.

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/history/ref_name.h"
#include "core/history/rename_trailers.h"
#include "extension/array_datum.h"
#include "extension/changer.h"
#include "extension/merge_record.h"
#include "extension/pending_commands.h"
#include "extension/recorded_renames.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

// A changer of the live schema, which no merge waits for.
class Stasher : public Changer {
 public:
  Stasher() {
    RequireWorkingState(repository());
    ref_ = repository().HeadRef();
    RefuseDuringMerge(spi(), ref_);
  }

  const std::string& ref() const { return ref_; }

 private:
  std::string ref_;
};

std::string MessageOf(const Stasher& stasher, const Sha& head, const Commit& commit,
                      const std::optional<std::string>& message) {
  const std::string branch(ShortRefName(stasher.ref()));
  if (message) return "On " + branch + ": " + RequiredMessage(*message);
  return "WIP on " + branch + ": " + Hex(head).substr(0, kShownDigits) + ' ' +
         std::string(Subject(commit.message)) + '\n';
}

// Numbers go on from the latest stash that is there.
std::string NextRef(Repository& repository) {
  const auto stashes = repository.Stashes();
  std::uint64_t last = 0;
  if (!stashes.empty()) {
    const std::string digits = stashes.front().first.substr(kStash.size() + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), last);
  }
  return std::string(kStash) + '/' + std::to_string(last + 1);
}

// Takes what `names` mean out of `changes`.
std::vector<FileChange> TakeOut(std::vector<FileChange>& changes,
                                const std::vector<std::string>& names) {
  std::vector<std::string> paths;
  for (const FileChange& change : changes) paths.push_back(change.path);
  std::set<std::string> wanted;
  for (const std::string& name : names) wanted.insert(PathOfName(paths, name));
  const auto rest = std::ranges::stable_partition(
      changes, [&](const FileChange& change) { return !wanted.contains(change.path); });
  std::vector<FileChange> taken(std::make_move_iterator(rest.begin()),
                                std::make_move_iterator(rest.end()));
  changes.erase(rest.begin(), rest.end());
  return taken;
}

// Without names, everything.
std::optional<std::string> Push(const std::optional<std::string>& message,
                                const std::optional<std::vector<std::string>>& names) {
  Stasher stasher;
  Repository& repository = stasher.repository();
  const Sha head = stasher.Head();
  const Commit commit = stasher.Objects().ReadCommit(head);
  Commit stash;
  stash.message = MessageOf(stasher, head, commit, message);
  auto left = UncommittedChanges(stasher.spi(), repository, stasher.ref(), commit.tree);
  const auto changes = names ? TakeOut(left, *names) : std::exchange(left, {});
  if (changes.empty()) {
    Server([] { ereport(NOTICE, (errmsg("there are no changes to put aside"))); });
    return std::nullopt;
  }
  stash.message = WithRenames(
      stash.message,
      RenamesBornOut(repository, changes, LiveRenames(stasher.spi(), stasher.ref(), head)));
  stash.tree = UpdateTrees(stasher.Objects(), commit.tree, StoreFiles(stasher.Objects(), changes));
  stash.parents = {head};
  stash.author = stash.committer = repository.Author();
  const Sha sha = repository.Store(ObjectType::kCommit, EncodeCommit(stash));
  repository.MoveRef(NextRef(repository), std::nullopt, sha,
                     "stash: " + std::string(Subject(stash.message)));
  const Sha rest = UpdateTrees(stasher.Objects(), commit.tree, StoreFiles(stasher.Objects(), left));
  (void)TurnLiveSchemaInto(stasher.spi(), repository, stasher.ref(), rest, DataLoss::kRefused,
                           stasher.RenamesBack(stasher.ref(), head));
  if (left.empty()) PendingCommands::Get().MarkCommitted(head);
  return Hex(sha);
}

// The stash that a person means by `stash@{1}` or by its number alone.
std::pair<std::string, Sha> StashNamed(Repository& repository, const std::string& name) {
  const auto stashes = repository.Stashes();
  std::string_view digits = name;
  if (digits.starts_with("stash@{") && digits.ends_with('}')) {
    digits = digits.substr(7, digits.size() - 8);
  }
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = problem == std::errc() && end == digits.data() + digits.size();
  if (is_number && number < stashes.size()) return stashes[number];
  throw Error(ErrorCode::kUnknownRevision, "stash \"" + name + "\" does not exist",
              stashes.empty() ? "There is none."
                              : "The oldest is stash@{" + std::to_string(stashes.size() - 1) + "}.",
              "List what there is with SELECT * FROM pggit.stashes.");
}

// What the stash did to the commit it came of, done to the live schema as it is. A conflict leaves
// everything as it was, the stash too.
MergeOutcome Apply(const std::string& name, const std::string& strategy, bool and_drop) {
  const Favour favour = FavourOf(strategy);
  Stasher stasher;
  Repository& repository = stasher.repository();
  SpiObjectStore& store = stasher.Objects();
  const auto [ref, sha] = StashNamed(repository, name);
  const Commit stash = store.ReadCommit(sha);
  const Sha head = stasher.Head();
  const Sha ours = stasher.TreeNow(stasher.ref(), head);
  CommitGraph graph(repository);
  MergeRenames renames{RenamesFromTo(repository, graph, stash.parents.front(), head),
                       RenamesOfMessage(stash.message), kBuiltForMajor};
  std::ranges::move(LiveRenames(stasher.spi(), stasher.ref(), head),
                    std::back_inserter(renames.ours));
  const TreeMerge merge =
      MergeTrees(store, repository.ParentTree(stash), ours, stash.tree, favour, renames);
  if (!merge.conflicts.empty()) return {"conflicts", sha, ConflictPaths(merge)};
  // Of two sessions that pop it at once, one waits here and finds it gone.
  if (and_drop) repository.MoveRef(ref, sha, std::nullopt, "stash: popped");
  const Sha tree = UpdateTrees(store, ours, merge.Changes());
  if (tree == ours) return {"up_to_date", sha, {}};
  (void)TurnLiveSchemaInto(stasher.spi(), repository, stasher.ref(), tree, DataLoss::kRefused,
                           merge.told);
  return {"applied", sha, {}};
}

std::string Drop(const std::string& name) {
  Changer changer;
  const auto [ref, sha] = StashNamed(changer.repository(), name);
  changer.repository().MoveRef(ref, sha, std::nullopt, "stash: dropped");
  return Hex(sha);
}

int32 Clear() {
  Changer changer;
  const auto stashes = changer.repository().Stashes();
  for (const auto& [ref, sha] : stashes) {
    changer.repository().MoveRef(ref, sha, std::nullopt, "stash: cleared");
  }
  return static_cast<int32>(stashes.size());
}

std::string StashArg(FunctionCallInfo fcinfo) {
  return OptionalText(fcinfo, 0).value_or("stash@{0}");
}

Datum ApplyStash(FunctionCallInfo fcinfo, bool and_drop) {
  ResultSet result(fcinfo);
  AddOutcome(result,
             Apply(StashArg(fcinfo), OptionalText(fcinfo, 1).value_or("recursive"), and_drop));
  return VoidDatum();
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_stash) {
  const auto names = PG_ARGISNULL(1) ? std::nullopt : std::optional(pggit::TextArrayArg(fcinfo, 1));
  const auto sha = pggit::Push(pggit::OptionalText(fcinfo, 0), names);
  if (sha) return pggit::TextDatum(*sha);
  fcinfo->isnull = true;
  return Datum{0};
}

PGGIT_FUNCTION(pggit_stash_apply) {
  return pggit::ApplyStash(fcinfo, /*and_drop=*/false);
}

PGGIT_FUNCTION(pggit_stash_pop) {
  return pggit::ApplyStash(fcinfo, /*and_drop=*/true);
}

PGGIT_FUNCTION(pggit_stash_drop) {
  const std::string sha = pggit::Drop(pggit::StashArg(fcinfo));
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_stash_clear) {
  return Int32GetDatum(pggit::Clear());
}
