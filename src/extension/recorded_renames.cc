#include "extension/recorded_renames.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "core/audit/renames_in_log.h"
#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/ddl/definition.h"
#include "core/history/align_trees.h"
#include "core/history/rename_trailers.h"
#include "core/history/rev_list.h"
#include "core/merge/net_renames.h"
#include "extension/attribution.h"

namespace pggit {
namespace {

// What the commits tell that `side` has and `bases` lack, the oldest first.
std::vector<std::string> Recorded(Repository& repository, CommitGraph& graph,
                                  const std::vector<Sha>& bases, const Sha& side) {
  RevListQuery query;
  query.include = {side};
  query.exclude = bases;
  query.order = RevOrder::kLines;
  std::vector<std::string> commits;
  for (const Sha& sha : RevList(graph, query)) commits.push_back(Hex(sha));
  if (commits.empty()) return {};
  std::vector<std::string> renames;
  for (const TextRow& row : repository.spi().Query(
           "SELECT g.message FROM pg_catalog.unnest($1::pggit_v0.sha[]) WITH ORDINALITY AS c (sha, "
           "at) JOIN pggit_v0.commit_graph AS g ON g.commit_sha OPERATOR(pg_catalog.=) c.sha "
           "WHERE pg_catalog.strpos(g.message, E'\\nRenamed: ') OPERATOR(pg_catalog.>) 0 "
           "ORDER BY c.at DESC",
           {ArrayText(commits)})) {
    std::ranges::move(RenamesOfMessage(*row[0]), std::back_inserter(renames));
  }
  return renames;
}

}  // namespace

std::vector<std::string> LiveRenames(Spi& spi, const std::string& ref,
                                     const std::optional<Sha>& head) {
  if (!head) return {};
  return RenamesIn(CommandsSince(spi, ref, head));
}

std::vector<std::string> RenamesBornOut(Repository& repository,
                                        const std::vector<FileChange>& changes,
                                        const std::vector<std::string>& told) {
  if (told.empty()) return {};
  Schema before;
  Schema after;
  for (const FileChange& change : changes) {
    if (!TypeAtPath(change.path)) continue;
    PollInterrupts();
    if (change.before) {
      AddDefinition(before, repository.Objects().Read(*change.before, ObjectType::kBlob));
    }
    if (change.after) AddDefinition(after, *change.after);
  }
  return NetRenames(before, after, told).Told(before);
}

std::vector<std::string> RenamesFromTo(Repository& repository, CommitGraph& graph, const Sha& from,
                                       const Sha& to) {
  const std::vector<Sha> bases = MergeBases(graph, from, to);
  if (bases.empty()) return {};
  SpiObjectStore& store = repository.Objects();
  const auto tree = [&](const Sha& commit) { return store.ReadCommit(commit).tree; };
  std::vector<std::string> renames = RenamesBackBetweenTrees(
      store, tree(bases.front()), tree(from), Recorded(repository, graph, bases, from));
  std::ranges::move(Recorded(repository, graph, bases, to), std::back_inserter(renames));
  return renames;
}

MergeRenames RenamesOfMerge(Repository& repository, CommitGraph& graph, const Sha& ours,
                            const Sha& theirs) {
  const std::vector<Sha> bases = MergeBases(graph, ours, theirs);
  if (bases.empty()) return {};
  return {Recorded(repository, graph, bases, ours), Recorded(repository, graph, bases, theirs),
          kBuiltForMajor};
}

void AddTold(ObjectStore& store, MergeRenames& renames, const std::optional<Sha>& base,
             const Sha& ours, const Sha& theirs, const std::vector<std::string>& told, bool again) {
  const auto add = [&](const std::vector<std::string>& texts) {
    MergeRenames more = RenamesOfTrees(store, base, ours, theirs, texts);
    std::ranges::move(more.ours, std::back_inserter(renames.ours));
    std::ranges::move(more.theirs, std::back_inserter(renames.theirs));
  };
  renames.server_major = kBuiltForMajor;
  try {
    add(told);
  } catch (const Error&) {
    if (!again) throw;
    for (std::size_t left = told.size(); left-- > 0;) {
      try {
        add({told.begin(), told.begin() + static_cast<std::ptrdiff_t>(left)});
        return;
      } catch (const Error&) {
        continue;
      }
    }
  }
}

std::vector<std::string> RenamesToRecord(const std::vector<std::string>& told,
                                         const MergeRenames& renames,
                                         const std::vector<std::string>& made) {
  std::vector<std::string> record = told;
  for (const std::string& rename : made) {
    if (std::ranges::find(renames.theirs, rename) == renames.theirs.end()) {
      record.push_back(rename);
    }
  }
  return record;
}

}  // namespace pggit
