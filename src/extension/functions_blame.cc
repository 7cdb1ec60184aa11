// pggit.blame(): who last changed each part of an object.

#include "core/history/blame.h"

#include "core/base/error.h"
#include "extension/revision_args.h"
#include "extension/working_state.h"

namespace pggit {
namespace {

void BlameObject(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  std::string name = TextArg(fcinfo, 0);
  std::optional<std::string> wanted;
  if (const auto hash = name.find(".sql#"); hash != std::string::npos) {
    wanted = name.substr(hash + 5);
    name.resize(hash + 4);
  }
  const Sha head = ParseRevision(repository, RevisionArg(fcinfo, 1));
  const std::string path = PathIn(repository, head, name);
  const auto changes = repository.ChangesOf(path);
  const auto changed = [&](const Sha& commit) {
    PollInterrupts();
    return changes.contains(commit);
  };
  CommitGraph graph(repository);
  bool found = false;
  for (const auto& [part, sha] : Blame(graph, repository.Objects(), head, path, changed)) {
    const auto element = ElementText(part.element);
    if (wanted && element != wanted) continue;
    found = true;
    const Commit commit = repository.Objects().ReadCommit(sha);
    result.Add({element, part.line == 0 ? std::nullopt : std::optional(std::to_string(part.line)),
                Hex(sha), PersonText(commit.author), UtcText(commit.author.seconds), commit.message,
                part.text});
  }
  if (!found) {
    throw Error(ErrorCode::kUnknownRevision, "\"" + path + "\" has no element \"" + *wanted + '"',
                {}, "Leave it out to see them all.");
  }
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_blame) {
  pggit::ResultSet result(fcinfo);
  if (PG_ARGISNULL(0)) {
    throw pggit::Error(pggit::ErrorCode::kInvalidArgument, "object must not be null");
  }
  pggit::BlameObject(fcinfo, result);
  return pggit::VoidDatum();
}
