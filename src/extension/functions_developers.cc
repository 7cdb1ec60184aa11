// What developers ask of the history: objects and definitions at a commit, and their past.

#include "core/base/error.h"
#include "core/ddl/definition.h"
#include "core/history/ref_name.h"
#include "core/history/rev_list.h"
#include "core/model/path.h"
#include "extension/merge_record.h"
#include "extension/revision_args.h"
#include "extension/working_state.h"

namespace pggit {
namespace {

// The object whose definition is the file: by its path, or, when a name was too long for one, as
// the definition says.
ObjectId ObjectAt(SpiObjectStore& objects, const std::string& path, const Sha& blob) {
  if (const auto id = FromPath(path)) return *id;
  return ParseDefinition(objects.Read(blob, ObjectType::kBlob)).id;
}

/// An object of a commit that was asked for by schema and name.
struct Found {
  Sha commit;
  std::string path;
  std::string type;
  Sha blob;
};

// The arguments are schema, name, commit, type; the last two may be null.
Found Find(FunctionCallInfo fcinfo, Repository& repository) {
  const std::string schema = TextArg(fcinfo, 0);
  const std::string name = TextArg(fcinfo, 1);
  const Sha commit = ParseRevision(repository, RevisionArg(fcinfo, 2));
  const Paths files = ReadPaths(repository.Objects(), repository.Objects().ReadCommit(commit).tree);
  std::vector<std::string> paths;
  for (const auto& [path, entry] : files) {
    if (!PG_ARGISNULL(3) && TypeAtPath(path) != TextArg(fcinfo, 3)) continue;
    const auto id = FromPath(path);
    if (id && id->schema == schema) paths.push_back(path);
  }
  const std::string path = PathOfName(paths, schema.empty() ? name : schema + '.' + name);
  return {commit, path, TypeAtPath(path).value_or(""), files.at(path).sha};
}

/// A commit that changed what lies at a path, against its first parent.
struct Change {
  Sha sha;
  Commit commit;
  const char* kind;
};

std::vector<Change> HistoryOf(Repository& repository, const Sha& from, const std::string& path,
                              std::size_t limit) {
  const std::map<Sha, const char*> kinds = repository.ChangesOf(path);
  std::vector<Change> changes;
  CommitGraph graph(repository);
  for (const Sha& sha : RevList(graph, {.include = {from}})) {
    PollInterrupts();
    if (changes.size() == limit) break;
    const auto kind = kinds.find(sha);
    if (kind == kinds.end()) continue;
    changes.push_back({sha, repository.Objects().ReadCommit(sha), kind->second});
  }
  return changes;
}

std::string DeleteBranch(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  std::string branch = TextArg(fcinfo, 0);
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
  return branch;
}

std::string CreateBranch(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const std::string branch = TextArg(fcinfo, 0);
  const std::string ref = BranchRef(branch);
  if (repository.Ref(ref)) {
    throw Error(ErrorCode::kInvalidArgument, "branch \"" + branch + "\" already exists", {},
                "Choose another name.");
  }
  const std::string from = RevisionArg(fcinfo, 1);
  const Sha head = ParseRevision(repository, from);
  repository.MoveRef(ref, std::nullopt, head, "branch: created from " + from);
  return Hex(head);
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_tree_objects) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  pggit::SpiObjectStore& objects = repository.Objects();
  const pggit::Sha tree =
      pggit::ParseRevision(repository, pggit::RevisionArg(fcinfo, 0), pggit::Wanted::kTree);
  for (const auto& [path, entry] : pggit::ReadPaths(objects, tree)) {
    pggit::PollInterrupts();
    const auto type = pggit::TypeAtPath(path);
    if (!type) continue;
    const pggit::ObjectId id = pggit::ObjectAt(objects, path, entry.sha);
    result.Add({path, type, id.schema.empty() ? std::nullopt : std::optional(id.schema),
                id.name + id.signature, pggit::Hex(entry.sha)});
  }
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_get_object_definition) {
  if (PG_ARGISNULL(0) || PG_ARGISNULL(1)) {
    fcinfo->isnull = true;
    return Datum{0};
  }
  std::string definition;
  {
    pggit::Spi spi;
    pggit::Repository repository(spi);
    const pggit::Found found = pggit::Find(fcinfo, repository);
    definition = repository.Objects().Read(found.blob, pggit::ObjectType::kBlob);
  }
  return pggit::TextDatum(definition);
}

PGGIT_FUNCTION(pggit_get_object_metadata) {
  pggit::ResultSet result(fcinfo);
  if (PG_ARGISNULL(0) || PG_ARGISNULL(1)) return pggit::VoidDatum();
  pggit::Spi spi;
  pggit::Repository repository(spi);
  const pggit::Found found = pggit::Find(fcinfo, repository);
  const std::string definition = repository.Objects().Read(found.blob, pggit::ObjectType::kBlob);
  const auto last = pggit::HistoryOf(repository, found.commit, found.path, 1).at(0).commit;
  result.Add({found.type, std::to_string(definition.size()), pggit::UtcText(last.committer.seconds),
              pggit::PersonText(last.author)});
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_get_object_history) {
  pggit::ResultSet result(fcinfo);
  if (PG_ARGISNULL(0) || PG_ARGISNULL(1)) return pggit::VoidDatum();
  const std::size_t limit = PG_ARGISNULL(4) ? PG_INT32_MAX : pggit::CountArg(fcinfo, 4);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  const pggit::Found found = pggit::Find(fcinfo, repository);
  for (const auto& [sha, commit, kind] :
       pggit::HistoryOf(repository, found.commit, found.path, limit)) {
    result.Add({pggit::Hex(sha), kind, pggit::PersonText(commit.author),
                pggit::UtcText(commit.committer.seconds), commit.message});
  }
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_create_branch) {
  if (PG_ARGISNULL(0)) {
    throw pggit::Error(pggit::ErrorCode::kInvalidArgument, "the name must not be null");
  }
  const std::string sha = pggit::CreateBranch(fcinfo);
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_delete_branch) {
  (void)pggit::DeleteBranch(fcinfo);
  return BoolGetDatum(true);
}
