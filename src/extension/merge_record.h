#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extension/conflict_text.h"
#include "extension/repository.h"

namespace pggit {

/// A merge as the record has it, or another operation that stopped.
struct MergeRecord {
  std::string operation = "merge";  ///< rebase, cherry_pick, revert
  std::string source;               ///< As it was named.
  std::string target;               ///< The ref of the branch.
  Sha ours;                         ///< What the branch was at,
  Sha theirs;                       ///< what came to it,
  std::optional<Sha> base;          ///< and where both came from; nothing for a fast-forward.
  std::string strategy;
  std::vector<std::string> renames = {};  ///< What was told to have another name.
  // Of another operation than a merge:
  std::optional<Sha> onto = {};  ///< what it goes on top of,
  std::optional<Sha> done = {};  ///< the last commit that was made of it,
  std::vector<Sha> todo = {};    ///< and what is left to do, the first being what it stopped at.
};

/// A merge, or something like it, that stopped at conflicts and waits to be continued.
struct OpenMerge {
  std::string id;
  std::string operation;
  std::string source;
  Sha theirs;
  std::string strategy;
  std::vector<std::string> renames;
};

/// The merge into the branch `ref` that waits; nothing when none does.
std::optional<OpenMerge> FindOpenMerge(Spi& spi, const std::string& ref);

/// The same. Throws Error(kInvalidArgument) when none waits, or none of this operation; `replay`
/// stands for all but merges, and nothing for any.
OpenMerge RequireOpenMerge(Spi& spi, const std::string& ref, const std::string& operation = {});

/// Throws Error(kConflict) when one waits.
void RefuseDuringMerge(Spi& spi, const std::string& ref);

/// Records a merge that came to its end at once: as "merged" or "fast_forward".
void RecordMerge(Repository& repository, const MergeRecord& record, const std::string& status,
                 const Sha& result);

/// Records a merge that stopped. A ref keeps what it merges from being collected.
void StopMerge(Repository& repository, const MergeRecord& record,
               const std::vector<ConflictText>& conflicts);

/// Records that one which waited goes on to wait at something else.
void StopAgain(Repository& repository, const OpenMerge& merge, const MergeRecord& record,
               const std::vector<ConflictText>& conflicts);

/// What was decided about the conflicts of a merge, by path with element: source, target,
/// manual_ddl or live; empty where nothing was.
std::map<std::string, std::string> ReadResolutions(Spi& spi, const OpenMerge& merge);

/// Notes what was decided about one conflict.
void Resolve(Repository& repository, const OpenMerge& merge, const std::string& path,
             const std::string& resolution);

/// Notes that these are the conflicts that are left, and undecided; what was decided about others
/// is kept.
void KeepConflicts(Repository& repository, const OpenMerge& merge,
                   const std::vector<ConflictText>& conflicts);

/// Ends a merge as "merged", with the commit that came of it, or as "aborted".
void EndMerge(Repository& repository, const std::string& ref, const OpenMerge& merge,
              const std::string& status, const std::optional<Sha>& result);

}  // namespace pggit
