// Branches: refs, and the workspaces that hold what they have.

#include "core/base/error.h"
#include "core/history/ref_name.h"
#include "core/history/revision.h"
#include "core/history/walk.h"
#include "extension/ignore_file.h"
#include "extension/live_change.h"
#include "extension/merge_record.h"
#include "extension/protection.h"
#include "extension/revision_args.h"
#include "extension/workspace_build.h"

extern "C" {
#include "utils/guc.h"
}

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

void RefuseMain(const std::string& branch, const char* what) {
  if (branch != kMainBranch) return;
  throw Error(ErrorCode::kInvalidArgument, std::string("branch \"main\" cannot be ") + what,
              "It stands for the schemas of the database.", "Name another branch.");
}

void RequireNothingOpen(Spi& spi, Repository& repository, const std::string& branch,
                        const Sha& head) {
  const std::string ref = BranchRef(branch);
  if (!HasWorkingState(repository, ref)) return;
  const Sha tree = repository.Objects().ReadCommit(head).tree;
  const auto changes = UncommittedChanges(spi, repository, ref, tree);
  if (changes.empty()) return;
  throw Error(ErrorCode::kUncommittedChanges,
              "branch \"" + branch + "\" has changes that are not committed",
              "The first is to " + changes.front().path + '.',
              "Delete it all the same with pggit.delete_branch(name, force => true).");
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
                "Go to another one with pggit.switch_branch(name).");
  }
  RefuseMain(branch, "deleted");
  RefuseDuringMerge(spi, ref);
  CommitGraph graph(repository);
  const auto current = repository.Ref("HEAD");
  if (!PG_GETARG_BOOL(1) && (!current || !IsAncestor(graph, head, *current))) {
    throw Error(ErrorCode::kNotFastForward, "branch \"" + branch + "\" is not merged",
                "The current branch does not have its last commit.",
                "Delete it all the same with pggit.delete_branch(name, force => true).");
  }
  if (!PG_GETARG_BOOL(1)) {
    RequireNothingOpen(spi, repository, branch, head);
    RequireUnused(spi, branch);
  }
  repository.MoveRef(ref, head, std::nullopt, "branch: deleted");
  (void)DropWorkspace(spi, repository, branch);
  MoveWorkingIgnoreFile(repository, ref, std::nullopt);
}

void RequireNoOpenRequests(Spi& spi, const std::string& branch) {
  if (spi.Query("SELECT 1 FROM pggit_v0.stored_merge_requests WHERE state = 'open' "
                "AND $1 IN (source_branch, target_branch)",
                {branch})
          .empty()) {
    return;
  }
  throw Error(ErrorCode::kInvalidArgument, "branch \"" + branch + "\" has open merge requests", {},
              "Merge or close them first; list them with pggit_v0.list_merge_requests().");
}

std::string RenameBranch(const std::string& branch, const std::string& name) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const Sha head = repository.BranchHead(branch);
  const std::string ref = BranchRef(branch);
  const std::string new_ref = BranchRef(name);
  RefuseMain(branch, "renamed");
  if (repository.Ref(new_ref)) {
    throw Error(ErrorCode::kInvalidArgument, "branch \"" + name + "\" already exists", {},
                "Choose another name.");
  }
  RequireUnprotected(spi, ref);
  RefuseDuringMerge(spi, ref);
  RequireNoOpenRequests(spi, branch);
  const bool is_current = ref == repository.HeadRef();
  repository.MoveRef(ref, head, std::nullopt, "branch: renamed to " + name);
  repository.MoveRef(new_ref, std::nullopt, head, "branch: renamed from " + branch);
  GiveWorkspaceTo(repository, branch, name);
  MoveWorkingIgnoreFile(repository, ref, new_ref);
  if (is_current) {
    const char* const text = name.c_str();
    Server([text] { SetConfigOption("pggit.current_branch", text, PGC_USERSET, PGC_S_SESSION); });
  }
  return name;
}

std::string RebuildBranch(const std::string& branch) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const Sha head = repository.BranchHead(branch);
  RefuseMain(branch, "rebuilt");
  TellOfEmptyTables(RebuildWorkspace(spi, repository, branch));
  return Hex(head);
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

PGGIT_FUNCTION(pggit_rename_branch) {
  const std::string name =
      pggit::RenameBranch(pggit::TextArg(fcinfo, 0), pggit::TextArg(fcinfo, 1));
  return pggit::TextDatum(name);
}

PGGIT_FUNCTION(pggit_rebuild_branch) {
  const std::string sha = pggit::RebuildBranch(pggit::TextArg(fcinfo, 0));
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_delete_branch) {
  pggit::DeleteBranch(fcinfo);
  return BoolGetDatum(true);
}
