#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/paths.h"
#include "extension/repository.h"

namespace pggit {

/// Main has a working state, and a branch that has a workspace.
bool HasWorkingState(Repository& repository, const std::string& ref);

/// Throws Error(kNotSupported) when the current branch has none.
void RequireWorkingState(Repository& repository);

/// The files of a commit of the live schema: content by path.
using Files = std::map<std::string, std::string>;

/// A file in which the working state and a commit differ.
struct FileChange {
  std::string path;
  std::optional<Sha> before;
  std::optional<std::string> after;

  /// added, removed or modified.
  const char* Kind() const;
};

/// What working state has and the tree `head` has not, and the other way round.
std::vector<FileChange> CompareWith(Repository& repository, const std::optional<Sha>& head_tree,
                                    const Files& files);

/// The type of the object whose definition lies at `path`, "TABLE"; nothing for other files.
std::optional<std::string> TypeAtPath(std::string_view path);

/// The one of `paths` that a person means by `name`: a path, `users`, `public.users`,
/// `f(integer)`. Throws Error(kUnknownRevision) when it is none of them, or several.
std::string PathOfName(const std::vector<std::string>& paths, const std::string& name);

/// The path in a commit of what a person means by `name`: as PathOfName(), but what has a slash in
/// it is taken for a path, whether something lies there or not.
std::string PathIn(Repository& repository, const Sha& commit, const std::string& name);

/// What the changes make of a tree; what they write is in the store.
PathChanges StoreFiles(ObjectStore& store, const std::vector<FileChange>& changes);

/// The message as it is kept. Throws Error(kInvalidArgument) when it says nothing.
std::string RequiredMessage(const std::string& text);

/// A commit that was just made, and its tree.
struct NewCommit {
  Sha sha;
  Sha tree;
};

/// Commits the changes onto the branch `ref`, whose head is `parent`.
NewCommit CommitChanges(Repository& repository, const std::string& ref,
                        const std::optional<Sha>& parent, const std::vector<FileChange>& changes,
                        const std::string& message, const std::string& reason);

}  // namespace pggit
