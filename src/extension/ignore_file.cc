#include "extension/ignore_file.h"

#include "extension/routing/workspace_map.h"
#include "extension/workspaces.h"

namespace pggit {
namespace {

std::string WorkingPath(const std::string& ref) {
  return ref == kMainRef ? kIgnorePath : ref + '/' + kIgnorePath;
}

}  // namespace

std::optional<std::string> IgnoreFileOf(Repository& repository, const std::optional<Sha>& tree) {
  if (!tree) return std::nullopt;
  const auto entry = FindPath(repository.Objects(), *tree, kIgnorePath);
  if (!entry) return std::nullopt;
  return repository.Objects().Read(entry->sha, ObjectType::kBlob);
}

std::optional<std::string> WorkingIgnoreFile(Spi& spi, Repository& repository,
                                             const std::string& ref) {
  const auto rows =
      spi.Query("SELECT content FROM pggit_v0.working_files WHERE path = $1", {WorkingPath(ref)});
  if (!rows.empty()) return rows[0][0]->empty() ? std::nullopt : rows[0][0];
  const auto head = repository.Ref(ref);
  if (!head) return std::nullopt;
  return IgnoreFileOf(repository, repository.Objects().ReadCommit(*head).tree);
}

void SetWorkingIgnoreFile(Spi& spi, Repository& repository, const std::string& ref,
                          const std::optional<std::string>& content) {
  if (WorkingIgnoreFile(spi, repository, ref) == content) return;
  (void)repository.Write(
      "INSERT INTO pggit_v0.working_files (path, content) VALUES ($1, $2) "
      "ON CONFLICT (path) DO UPDATE SET content = EXCLUDED.content",
      {WorkingPath(ref), content.value_or("")});
  // Sessions on a branch see main's schemas that nobody versions.
  PublishWorkspaces();
}

void MoveWorkingIgnoreFile(Repository& repository, const std::string& ref,
                           const std::optional<std::string>& to) {
  if (to) {
    repository.Write("UPDATE pggit_v0.working_files SET path = $2 WHERE path = $1",
                     {WorkingPath(ref), WorkingPath(*to)});
  } else {
    repository.Write("DELETE FROM pggit_v0.working_files WHERE path = $1", {WorkingPath(ref)});
  }
}

Paths Ignored::In(Repository& repository, const Sha& tree) const {
  struct Known {
    Sha tree;
    std::string rules;
    Paths paths;
  };
  static Known known;  // of the tree that was asked for last
  if (rules_.empty()) return {};
  if (known.tree != tree || known.rules != text_) {
    Paths found;
    for (const auto& [path, entry] : ReadPaths(repository.Objects(), tree)) {
      if (!path.starts_with(kOwnFiles) && rules_.Matches(path)) found.emplace(path, entry);
    }
    known = {tree, text_, std::move(found)};
  }
  Paths paths = known.paths;
  std::erase_if(paths, [&](const auto& file) { return kept_.contains(file.first); });
  return paths;
}

void Ignored::Keep(Repository& repository, const Sha& tree) {
  for (const auto& [path, entry] : In(repository, tree)) kept_.insert(path);
}

}  // namespace pggit
