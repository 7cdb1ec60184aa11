// What developers ask of the history: objects and definitions at a commit, and their past.

#include "core/base/error.h"
#include "core/ddl/definition.h"
#include "core/history/ref_name.h"
#include "core/history/rev_list.h"
#include "core/history/walk.h"
#include "core/model/path.h"
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

/// An object of a tree.
struct TreeObject {
  std::string path;
  std::string type;
  Sha blob;
};

template <class Visit>
void ForObjects(SpiObjectStore& objects, const Sha& tree, Visit visit) {
  for (const auto& [path, entry] : ReadPaths(objects, tree)) {
    PollInterrupts();
    if (auto type = TypeAtPath(path)) visit(TreeObject{path, *std::move(type), entry.sha});
  }
}

std::optional<std::string> SchemaText(const ObjectId& id) {
  return id.schema.empty() ? std::nullopt : std::optional(id.schema);
}

// The objects of a revision with their definitions.
void AddSchema(Repository& repository, const std::string& revision, ResultSet& result) {
  constexpr std::size_t kAtOnce = 500;
  SpiObjectStore& objects = repository.Objects();
  std::vector<TreeObject> waiting;
  const auto add_waiting = [&] {
    std::vector<Sha> ids;
    for (const TreeObject& object : waiting) ids.push_back(object.blob);
    const auto definitions = objects.ReadBlobs(ids);
    for (const TreeObject& object : waiting) {
      const std::string& definition = definitions.at(object.blob);
      const auto named = FromPath(object.path);
      const ObjectId id = named ? *named : ParseDefinition(definition).id;
      result.Add({object.path, object.type, SchemaText(id), id.name + id.signature, definition});
    }
    waiting.clear();
  };
  ForObjects(objects, ParseRevision(repository, revision, Wanted::kTree),
             [&](const TreeObject& object) {
               waiting.push_back(object);
               if (waiting.size() == kAtOnce) add_waiting();
             });
  add_waiting();
}

// For each path the first commit behind `commit` that added it: of the lowest generation, then the
// earliest.
std::map<std::string, Sha> FirstAdditions(Spi& spi, Repository& repository, const Sha& commit) {
  CommitGraph graph(repository);
  GenerationWalk walk(graph);
  walk.Paint(graph.Find(commit), 1);
  while (const auto next = walk.Next()) walk.PaintParents(*next, 1);
  using Age = std::pair<std::uint32_t, std::int64_t>;
  std::map<std::string, std::pair<Age, Sha>> first;
  std::map<std::string, CommitIndex> known;
  for (TextRow& row :
       spi.Query("SELECT path, commit_sha FROM pggit_v0.path_changes WHERE old_sha IS NULL")) {
    auto at = known.find(*row[1]);
    if (at == known.end()) {
      at = known.emplace(*row[1], graph.Find(ParseSha(*row[1]).value())).first;
    }
    if (walk.ColoursOf(at->second) == 0) continue;
    const Age age{graph.Generation(at->second), graph.Committed(at->second)};
    const auto [found, is_new] = first.try_emplace(*std::move(row[0]), age, graph.Id(at->second));
    if (!is_new && age < found->second.first) found->second = {age, graph.Id(at->second)};
  }
  std::map<std::string, Sha> additions;
  for (auto& [path, addition] : first) additions.emplace(path, addition.second);
  return additions;
}

void ListObjects(Spi& spi, Repository& repository, const std::string& revision, ResultSet& result) {
  SpiObjectStore& objects = repository.Objects();
  const Sha commit = ParseRevision(repository, revision);
  const auto additions = FirstAdditions(spi, repository, commit);
  std::map<Sha, Commit> commits;
  const Sha tree = objects.ReadCommit(commit).tree;
  ForObjects(objects, tree, [&](const TreeObject& object) {
    const ObjectId id = ObjectAt(objects, object.path, object.blob);
    TextRow row = {SchemaText(id), id.name + id.signature, object.type, std::nullopt, std::nullopt};
    if (const auto found = additions.find(object.path); found != additions.end()) {
      auto at = commits.find(found->second);
      if (at == commits.end()) {
        at = commits.emplace(found->second, objects.ReadCommit(found->second)).first;
      }
      row[3] = UtcText(at->second.committer.seconds);
      row[4] = PersonText(at->second.author);
    }
    result.Add(row);
  });
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

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_tree_objects) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  pggit::SpiObjectStore& objects = repository.Objects();
  const pggit::Sha tree =
      pggit::ParseRevision(repository, pggit::RevisionArg(fcinfo, 0), pggit::Wanted::kTree);
  pggit::ForObjects(objects, tree, [&](const pggit::TreeObject& object) {
    const pggit::ObjectId id = pggit::ObjectAt(objects, object.path, object.blob);
    result.Add({object.path, object.type, pggit::SchemaText(id), id.name + id.signature,
                pggit::Hex(object.blob)});
  });
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_schema_of) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  pggit::AddSchema(repository, pggit::TextArg(fcinfo, 0), result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_get_current_schema) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  pggit::AddSchema(repository, "HEAD", result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_list_objects) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  pggit::ListObjects(spi, repository, pggit::RevisionArg(fcinfo, 0), result);
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
