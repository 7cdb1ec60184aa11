#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/history/commit_graph.h"
#include "core/store/object_store.h"

namespace pggit {

/// The repository as a revision sees it.
class RevisionSource : public CommitSource {
 public:
  /// What a ref points at, by its full name; "HEAD" is the current branch's head.
  virtual std::optional<Sha> Ref(std::string_view name) = 0;
  /// The full names of all refs, in order.
  virtual std::vector<std::string> RefNames() = 0;
  /// The ref that HEAD stands for.
  virtual std::string HeadRef() = 0;
  /// Where a ref was `steps` movements ago; 0 is now.
  virtual std::optional<Sha> RefBefore(std::string_view name, std::size_t steps) = 0;
  /// Where a ref was at a time.
  virtual std::optional<Sha> RefAt(std::string_view name, std::int64_t seconds) = 0;
  virtual std::int64_t Now() = 0;
  /// The time that a text means, in whatever way the caller's side writes times.
  virtual std::optional<std::int64_t> ParseTime(std::string_view text) = 0;
  virtual ObjectStore& Objects() = 0;
};

/// What the caller needs; decides which of several ids a prefix may mean, and what tags give.
enum class Wanted { kObject, kCommit, kTree };

/// The object that `text` names. The forms are git's (see gitrevisions(7)):
///
///   HEAD @ main v1.2 refs/heads/main origin/main    a ref
///   4f2a9c1                                         an id, or its beginning, 4 digits at least
///   REV~ REV~3 REV^ REV^2                           first parents, a parent
///   REV^{commit} ^{tree} ^{tag} ^{blob} ^{object} ^{}   the object behind
///   REV^{/text} :/text                              the latest commit whose message holds the text
///   REF@{2} REF@{2026-01-15 10:00} REF@{yesterday} @{3 days ago}   where a ref was
///   REV:path                                        what lies there; the root tree at no path
///
/// Throws Error(kUnknownRevision) when it names nothing, or more than one thing (a prefix of
/// several ids, a tag and a branch of one name), with the candidates in the detail.
Sha ParseRevision(RevisionSource& source, std::string_view text, Wanted wanted = Wanted::kCommit);

/// A set of commits: what can be reached from some and not from others.
struct RevisionRange {
  std::vector<Sha> include = {};
  std::vector<Sha> exclude = {};
  bool symmetric = false;  ///< From A...B: include is {A, B}, exclude their merge bases.

  bool operator==(const RevisionRange&) const = default;
};

/// `A..B`, `A...B` (an end left out is HEAD), `^A`, or a single revision: all that it reaches.
RevisionRange ParseRange(RevisionSource& source, std::string_view text);

/// The commit or other object behind a chain of tags.
Sha Peel(ObjectStore& store, Sha sha);

}  // namespace pggit
