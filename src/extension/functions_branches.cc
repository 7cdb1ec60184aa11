// Branches: refs, and the workspaces that hold what they have.

#include "core/base/error.h"
#include "core/history/ref_name.h"
#include "core/history/revision.h"
#include "core/history/walk.h"
#include "extension/merge_record.h"
#include "extension/revision_args.h"
#include "extension/workspace_build.h"

namespace pggit {
namespace {

Sha MakeBranch(Repository& repository, const std::string& branch, const std::string& from) {
  const std::string ref = BranchRef(branch);
  if (repository.Ref(ref)) {
    throw Error(ErrorCode::kInvalidArgument, "branch \"" + branch + "\" already exists", {},
                "Choose another name.");
  }
  const Sha head = ParseRevision(repository, from);
  const std::string origin = from == "HEAD" ? CurrentBranch(repository) : from;
  repository.MoveRef(ref, std::nullopt, head, "branch: created from " + origin);
  return head;
}

// The branch whose live schema is nearest to the revision: the one that it begins with, or main.
std::string LiveParent(Repository& repository, const std::string& revision) {
  std::string name = revision.substr(0, revision.find_first_of("~^@"));
  if (name == "HEAD") name = CurrentBranch(repository);
  return IsRefName(std::string(kHeads) + name) && repository.Ref(std::string(kHeads) + name)
             ? name
             : kMainBranch;
}

std::string CreateBranch(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  return Hex(MakeBranch(repository, TextArg(fcinfo, 0), RevisionArg(fcinfo, 1)));
}

std::string CreateBranchWithData(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const std::string branch = TextArg(fcinfo, 0);
  const std::string parent = TextArg(fcinfo, 1);
  const BranchData data = ParseBranchData(TextArg(fcinfo, 2));
  const Sha head = MakeBranch(repository, branch, parent);
  TellOfEmptyTables(MakeWorkspace(spi, repository, branch, LiveParent(repository, parent), data));
  return Hex(head);
}

void DeleteBranch(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const std::string branch = TextArg(fcinfo, 0);
  const Sha head = repository.BranchHead(branch);
  const std::string ref = BranchRef(branch);
  if (ref == repository.HeadRef()) {
    throw Error(ErrorCode::kInvalidArgument, "the current branch cannot be deleted", {},
                "Set pggit.current_branch to another one first.");
  }
  RefuseDuringMerge(spi, ref);
  CommitGraph graph(repository);
  const auto current = repository.Ref("HEAD");
  if (!PG_GETARG_BOOL(1) && (!current || !IsAncestor(graph, head, *current))) {
    throw Error(ErrorCode::kNotFastForward, "branch \"" + branch + "\" is not merged",
                "The current branch does not have its last commit.",
                "Delete it all the same with p_force => true.");
  }
  repository.MoveRef(ref, head, std::nullopt, "branch: deleted");
  (void)DropWorkspace(spi, repository, branch);
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_create_branch) {
  if (PG_ARGISNULL(0)) {
    throw pggit::Error(pggit::ErrorCode::kInvalidArgument, "the name must not be null");
  }
  const std::string sha = pggit::CreateBranch(fcinfo);
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_create_branch_with_data) {
  const std::string sha = pggit::CreateBranchWithData(fcinfo);
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_delete_branch) {
  pggit::DeleteBranch(fcinfo);
  return BoolGetDatum(true);
}
