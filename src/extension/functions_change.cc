// What turns the live schema into that of a commit: pggit.reset(), restore() and undo().

#include "core/base/error.h"
#include "core/history/merge_trees.h"
#include "core/history/ref_name.h"
#include "extension/changer.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

std::string Reset(const std::string& revision, bool hard) {
  Changer changer;
  const Sha commit = ParseRevision(changer.repository(), revision);
  changer.Move(commit, "reset: moving to " + revision, hard, DataLoss::kWarned);
  return Hex(commit);
}

std::string Undo() {
  Changer changer;
  const std::string ref = changer.repository().HeadRef();
  const Sha head = changer.Head();
  const auto before = changer.repository().RefBefore(ref, 1);
  if (!before) {
    throw Error(ErrorCode::kInvalidArgument,
                "branch \"" + std::string(ShortRefName(ref)) + "\" has not moved yet", {},
                "Look at where it was with SELECT * FROM pggit_v0.reflog.");
  }
  changer.RequireClean(ref, head);
  changer.Move(*before, "undo", /*and_schema=*/true, DataLoss::kRefused);
  return Hex(*before);
}

// One object of the live schema as a commit had it; it is no change of the history.
std::string Restore(const std::string& name, const std::string& revision) {
  Changer changer;
  Repository& repository = changer.repository();
  RequireWorkingState(repository);
  const std::string ref = repository.HeadRef();
  const Sha commit = ParseRevision(repository, revision);
  const Sha tree = changer.TreeOf(commit);
  const std::string path = PathIn(repository, commit, name);
  const auto entry = FindPath(changer.Objects(), tree, path);
  if (!entry || entry->mode != Mode::kFile) {
    throw Error(ErrorCode::kUnknownRevision, "there is nothing at \"" + path + '"', {},
                "List what is there with pggit_v0.ls_tree(revision, true).");
  }
  // The live schema with this one object as the commit has it.
  auto changes = LiveChangesFrom(changer.spi(), repository, ref, tree);
  std::erase_if(changes, [&](const FileChange& change) { return change.path == path; });
  const Sha target = UpdateTrees(changer.Objects(), tree, StoreFiles(changer.Objects(), changes));
  (void)TurnLiveSchemaInto(changer.spi(), repository, ref, target, DataLoss::kRefused);
  return path;
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_reset) {
  const std::string sha =
      pggit::Reset(pggit::RevisionArg(fcinfo, 0), !PG_ARGISNULL(1) && PG_GETARG_BOOL(1));
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_undo) {
  const std::string sha = pggit::Undo();
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_restore) {
  const std::string path =
      pggit::Restore(pggit::RequiredText(fcinfo, 0, "the object"), pggit::RevisionArg(fcinfo, 1));
  return pggit::TextDatum(path);
}
