#include "extension/changer.h"

#include <utility>

#include "core/base/error.h"

namespace pggit {

Sha Changer::Head() {
  const auto head = repository_.Ref("HEAD");
  if (head) return *head;
  throw Error(ErrorCode::kUnknownRevision, "the current branch has no commit", {},
              "Make one with pggit.commit(message).");
}

void Changer::RequireClean(const std::string& ref, const Sha& head) {
  if (HasWorkingState(ref)) RequireCommitted(spi_, repository_, TreeOf(head));
}

void Changer::Move(const Sha& commit, const std::string& reason, bool and_schema,
                   DataLoss data_loss) {
  const std::string ref = repository_.HeadRef();
  const Sha head = Head();
  if (and_schema && HasWorkingState(ref)) {
    (void)TurnLiveSchemaInto(spi_, repository_, TreeOf(commit), data_loss);
  }
  if (commit != head) repository_.MoveRef(ref, head, commit, reason);
}

Sha Changer::CommitTree(const std::string& ref, Commit commit, const std::string& reason,
                        const Sha& head) {
  if (HasWorkingState(ref)) {
    const auto moved = TurnLiveSchemaInto(spi_, repository_, commit.tree, DataLoss::kRefused);
    commit.tree = UpdateTrees(Objects(), commit.tree, StoreFiles(Objects(), moved));
  }
  commit.committer = repository_.Author();
  if (commit.author.name.empty()) commit.author = commit.committer;
  const Sha sha = repository_.Store(ObjectType::kCommit, EncodeCommit(commit));
  repository_.MoveRef(ref, head, sha, reason);
  return sha;
}

std::string RequiredText(FunctionCallInfo fcinfo, int index, const char* name) {
  if (!PG_ARGISNULL(index)) return TextArg(fcinfo, index);
  throw Error(ErrorCode::kInvalidArgument, std::string(name) + " must not be null");
}

}  // namespace pggit
