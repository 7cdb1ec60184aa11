#include "extension/changer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/history/align_trees.h"
#include "extension/pending_commands.h"
#include "extension/recorded_renames.h"
#include "extension/subtransaction.h"

namespace pggit {
namespace {

/// What a trial ended with.
struct RefusedTrial {
  Refusal refusal;
};

}  // namespace

Sha Changer::Head() {
  const auto head = repository_.Ref("HEAD");
  if (head) return *head;
  throw Error(ErrorCode::kUnknownRevision, "the current branch has no commit", {},
              "Make one with pggit.commit(message).");
}

Sha Changer::TreeNow(const std::string& ref, const Sha& head) {
  const Sha tree = TreeOf(head);
  if (!HasWorkingState(repository_, ref)) return tree;
  const auto changes = LiveChangesFrom(spi_, repository_, ref, tree);
  return UpdateTrees(Objects(), tree, StoreFiles(Objects(), changes));
}

std::vector<std::string> Changer::RenamesBack(const std::string& ref, const Sha& head) {
  if (!HasWorkingState(repository_, ref)) return {};
  const std::vector<std::string> renames = LiveRenames(spi_, ref, head);
  if (renames.empty()) return {};
  return RenamesBackBetweenTrees(Objects(), TreeOf(head), TreeNow(ref, head), renames);
}

void Changer::RequireClean(const std::string& ref, const Sha& head) {
  if (HasWorkingState(repository_, ref)) RequireCommitted(spi_, repository_, ref, TreeOf(head));
}

void Changer::Move(const Sha& commit, const std::string& reason, bool and_schema,
                   DataLoss data_loss) {
  const std::string ref = repository_.HeadRef();
  const Sha head = Head();
  if (and_schema && HasWorkingState(repository_, ref)) {
    CommitGraph graph(repository_);
    std::vector<std::string> told = RenamesBack(ref, head);
    std::ranges::move(RenamesFromTo(repository_, graph, head, commit), std::back_inserter(told));
    (void)TurnLiveSchemaInto(spi_, repository_, ref, TreeOf(commit), data_loss, told);
    PendingCommands::Get().MarkCommitted(commit);
  }
  if (commit != head) repository_.MoveRef(ref, head, commit, reason);
}

void Changer::FastForward(const std::string& ref, const Sha& head, const Sha& commit,
                          const std::string& reason, const std::vector<std::string>& told) {
  if (HasWorkingState(repository_, ref)) {
    CommitGraph graph(repository_);
    std::vector<std::string> renames = RenamesFromTo(repository_, graph, head, commit);
    std::ranges::copy(told, std::back_inserter(renames));
    (void)Turn(ref, TreeOf(commit), renames);
    PendingCommands::Get().MarkCommitted(commit);
  }
  repository_.MoveRef(ref, head, commit, reason);
}

std::vector<FileChange> Changer::Turn(const std::string& ref, const Sha& tree,
                                      const std::vector<std::string>& told) {
  const auto note = [this](const Step& step) { running_ = {step.object, step.element, {}}; };
  auto moved = TurnLiveSchemaInto(spi_, repository_, ref, tree, DataLoss::kRefused, told, note);
  running_.reset();
  return moved;
}

Sha Changer::CommitTree(const std::string& ref, Commit commit, const std::string& reason,
                        const Sha& head, const std::vector<std::string>& told) {
  const bool is_live = HasWorkingState(repository_, ref);
  if (is_live) {
    const auto moved = Turn(ref, commit.tree, told);
    commit.tree = UpdateTrees(Objects(), commit.tree, StoreFiles(Objects(), moved));
  } else {
    Trial trial = TryToBuild(spi_, repository_, TreeOf(head), commit.tree);
    if (trial.refusal) throw RefusedTrial{std::move(*trial.refusal)};
    commit.tree = UpdateTrees(Objects(), commit.tree, trial.printed);
  }
  commit.committer = repository_.Author();
  if (commit.author.name.empty()) commit.author = commit.committer;
  const Sha sha = repository_.Store(ObjectType::kCommit, EncodeCommit(commit));
  repository_.MoveRef(ref, head, sha, reason);
  if (is_live) PendingCommands::Get().MarkCommitted(sha);
  return sha;
}

std::optional<Refusal> Changer::RefusalOf(const std::function<void()>& change) {
  running_.reset();
  try {
    Subtransaction attempt;
    change();
    attempt.Commit();
    return std::nullopt;
  } catch (RefusedTrial& trial) {
    return std::move(trial.refusal);
  } catch (const ServerError& error) {
    if (!running_ || !IsRefusal(error.data().sqlerrcode)) throw;
    running_->reason = error.what();
    return std::move(running_);
  }
}

Favour FavourOf(const std::string& strategy) {
  if (strategy == "recursive") return Favour::kNobody;
  if (strategy == "ours") return Favour::kOurs;
  if (strategy == "theirs") return Favour::kTheirs;
  throw Error(ErrorCode::kInvalidArgument, "merge strategy \"" + strategy + "\" does not exist",
              "There are recursive, ours and theirs.");
}

void AddOutcome(ResultSet& result, const MergeOutcome& outcome) {
  result.Add({outcome.commit ? std::optional(Hex(*outcome.commit)) : std::nullopt,
              outcome.conflicts.empty() ? "f" : "t", ArrayText(outcome.conflicts), outcome.status});
}

}  // namespace pggit
