#include "extension/working_state.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/history/ref_name.h"
#include "core/model/path.h"
#include "extension/workspaces.h"

namespace pggit {
namespace {

constexpr std::string_view kSchemaFile = "/schema.sql";

// Whether `name` is how a person may write the object.
bool Means(const ObjectId& id, const std::string& name) {
  const std::vector<std::string> names = {id.name, id.name + id.signature, QuoteIdentifier(id.name),
                                          QuoteIdentifier(id.name) + id.signature};
  return std::ranges::any_of(names, [&](const std::string& own) {
    return name == own || (!id.schema.empty() && (name == id.schema + '.' + own ||
                                                  name == QuoteIdentifier(id.schema) + '.' + own));
  });
}

}  // namespace

bool HasWorkingState(Repository& repository, const std::string& ref) {
  return ref == kMainRef || !Workspace(repository.spi(), std::string(ShortRefName(ref))).empty();
}

void RequireWorkingState(Repository& repository) {
  const std::string ref = repository.HeadRef();
  if (HasWorkingState(repository, ref)) return;
  throw Error(ErrorCode::kNotSupported,
              "branch \"" + std::string(ShortRefName(ref)) + "\" has no working state",
              "It has no workspace.",
              "Make it with SELECT pggit.switch_branch(" +
                  QuoteLiteral(std::string(ShortRefName(ref))) + ").");
}

const char* FileChange::Kind() const {
  return ChangeKind(before.has_value(), after.has_value());
}

std::vector<FileChange> CompareWith(Repository& repository, const std::optional<Sha>& head_tree,
                                    const Files& files) {
  Paths head;
  if (head_tree) head = ReadPaths(repository.Objects(), *head_tree);
  std::vector<FileChange> changes;
  auto old = head.begin();
  const auto remove_until = [&](const std::string* next) {
    for (; old != head.end() && (next == nullptr || old->first < *next); ++old) {
      changes.push_back({old->first, old->second.sha, std::nullopt});
    }
  };
  for (const auto& [path, content] : files) {
    remove_until(&path);
    std::optional<Sha> before;
    if (old != head.end() && old->first == path) before = (old++)->second.sha;
    if (before != HashObject(ObjectType::kBlob, content)) {
      changes.push_back({path, before, content});
    }
  }
  remove_until(nullptr);
  return changes;
}

std::optional<std::string> TypeAtPath(std::string_view path) {
  const std::size_t first = path.find('/');
  if (first == std::string_view::npos || !path.ends_with(".sql")) return std::nullopt;
  if (path.substr(first) == kSchemaFile) return std::string(KindName(Kind::kSchema));
  const std::string_view rest = path.substr(first + 1);
  const auto kind = KindFromDirectory(rest.substr(0, rest.find('/')));
  if (!kind) return std::nullopt;
  return std::string(KindName(*kind));
}

std::string PathOfName(const std::vector<std::string>& paths, const std::string& name) {
  if (std::ranges::find(paths, name) != paths.end()) return name;
  std::vector<std::string> found;
  for (const std::string& path : paths) {
    const auto id = FromPath(path);
    if (id && Means(*id, name)) found.push_back(path);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    throw Error(ErrorCode::kUnknownRevision, "object \"" + name + "\" is not among them",
                std::to_string(paths.size()) + (paths.size() == 1 ? " object" : " objects") +
                    " were looked at.",
                "Write it as schema.name, or as its path: public/tables/users.sql");
  }
  std::string list;
  for (const std::string& path : found) list += (list.empty() ? "" : ", ") + path;
  throw Error(ErrorCode::kUnknownRevision, "object \"" + name + "\" is ambiguous",
              "It may mean " + list + '.', "Write its path.");
}

std::string PathIn(Repository& repository, const Sha& commit, const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  std::vector<std::string> paths;
  const Sha tree = repository.Objects().ReadCommit(commit).tree;
  for (const auto& [path, entry] : ReadPaths(repository.Objects(), tree)) paths.push_back(path);
  return PathOfName(paths, name);
}

PathChanges StoreFiles(ObjectStore& store, const std::vector<FileChange>& changes) {
  PathChanges paths;
  for (const FileChange& change : changes) {
    std::optional<PathEntry>& entry = paths[change.path];
    if (change.after) {
      entry = PathEntry{Mode::kFile, store.Write(ObjectType::kBlob, *change.after)};
    }
  }
  return paths;
}

std::string RequiredMessage(const std::string& text) {
  std::string message = CleanMessage(text);
  if (!message.empty()) return message;
  throw Error(ErrorCode::kInvalidArgument, "the message of a commit must not be empty", {},
              "Say in a line what changed, and why below it.");
}

NewCommit CommitChanges(Repository& repository, const std::string& ref,
                        const std::optional<Sha>& parent, const std::vector<FileChange>& changes,
                        const std::string& message, const std::string& reason) {
  SpiObjectStore& objects = repository.Objects();
  const PathChanges paths = StoreFiles(objects, changes);
  std::vector<PathDifference> differences;
  for (const FileChange& change : changes) {
    std::optional<PathEntry> before;
    if (change.before) before = PathEntry{Mode::kFile, *change.before};
    differences.push_back({change.path, before, paths.at(change.path)});
  }
  Commit commit;
  std::optional<Sha> root;
  if (parent) {
    commit.parents.push_back(*parent);
    root = objects.ReadCommit(*parent).tree;
  }
  commit.tree = UpdateTrees(objects, root, paths);
  commit.author = commit.committer = repository.Author();
  commit.message = message;
  const Sha sha = repository.StoreCommit(commit, differences);
  repository.MoveRef(ref, parent, sha, reason + ": " + std::string(Subject(message)));
  return {sha, commit.tree};
}

}  // namespace pggit
