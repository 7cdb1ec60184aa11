// pggit_v0.fsck(): everything stored, read again.

#include <algorithm>

#include "core/base/error.h"
#include "core/store/tag.h"
#include "extension/repository.h"

namespace pggit {
namespace {

/// Reads objects one by one and says what is wrong with each.
class Fsck {
 public:
  Fsck(Spi& spi, ResultSet& result) : spi_(spi), repository_(spi), result_(result) {}

  void Run() {
    for (const TextRow& row :
         spi_.Query("SELECT sha FROM pggit_v0.stored_objects UNION ALL SELECT sha FROM "
                    "pggit_v0.stored_trees")) {
      PollInterrupts();
      Attempt(*row[0], [&] { CheckOne(ParseSha(*row[0]).value()); });
    }
    for (const TextRow& row : spi_.Query("SELECT name, target_sha FROM pggit_v0.refs")) {
      Attempt(*row[0], [&] { Require(ParseSha(*row[1]).value()); });
    }
    for (const TextRow& row :
         spi_.Query("SELECT ref_name || '@' || movement, sha FROM pggit_v0.reflog, "
                    "LATERAL (VALUES (old_sha), (new_sha)) AS v (sha) WHERE sha IS NOT NULL")) {
      Attempt(*row[0], [&] { Require(ParseSha(*row[1]).value()); });
    }
    for (const TextRow& row : spi_.Query(
             "SELECT commit_sha FROM pggit_v0.commit_graph AS g WHERE NOT EXISTS (SELECT FROM "
             "pggit_v0.stored_objects AS o WHERE o.sha OPERATOR(pg_catalog.=) g.commit_sha)")) {
      result_.Add({*row[0], "is in the commit graph and not stored"});
    }
    Attempt("packed_graph", [&] { CheckPacked(); });
  }

 private:
  template <typename Check>
  void Attempt(const std::string& what, Check check) {
    try {
      check();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kIntegrity) throw;
      result_.Add({what, error.what()});
    }
  }

  void Require(const Sha& sha) {
    if (!repository_.Objects().Find(sha)) {
      throw Error(ErrorCode::kIntegrity, "object \"" + Hex(sha) + "\" is missing");
    }
  }

  void CheckOne(const Sha& sha) {
    const StoredObject object = repository_.Objects().Find(sha).value();
    if (HashObject(object.type, object.content) != sha) {
      throw Error(ErrorCode::kIntegrity,
                  "its content has the id " + Hex(HashObject(object.type, object.content)));
    }
    CheckObject(object.type, object.content);
    switch (object.type) {
      case ObjectType::kBlob: return;
      case ObjectType::kTree:
        for (const TreeEntry& entry : DecodeTree(object.content)) {
          if (entry.mode != Mode::kSubmodule) Require(entry.sha);
        }
        return;
      case ObjectType::kTag: Require(DecodeTag(object.content).object); return;
      case ObjectType::kCommit: CheckCommit(sha, DecodeCommit(object.content)); return;
    }
  }

  void CheckCommit(const Sha& sha, const Commit& commit) {
    Require(commit.tree);
    const auto links = repository_.StoredLinks(sha);
    if (!links) throw Error(ErrorCode::kIntegrity, "commit is missing in the commit graph");
    std::uint32_t generation = 1;
    for (const Sha& parent : commit.parents) {
      const auto above = repository_.StoredLinks(parent);
      if (!above) throw Error(ErrorCode::kIntegrity, "parent \"" + Hex(parent) + "\" is missing");
      generation = std::max(generation, above->generation + 1);
    }
    if (links->parents != commit.parents || links->generation != generation ||
        links->committed != commit.committer.seconds) {
      throw Error(ErrorCode::kIntegrity, "its row in the commit graph says something else");
    }
    const auto hex = [](const std::optional<PathEntry>& entry) -> std::optional<std::string> {
      if (!entry) return std::nullopt;
      return Hex(entry->sha);
    };
    std::vector<TextRow> changes;
    for (const auto& [path, before, after] :
         DiffTrees(repository_.Objects(), repository_.ParentTree(commit), commit.tree)) {
      changes.push_back({path, hex(before), hex(after)});
    }
    std::ranges::sort(changes);
    if (spi_.Query("SELECT path, old_sha, new_sha FROM pggit_v0.path_changes "
                   "WHERE commit_sha OPERATOR(pg_catalog.=) $1::pggit_v0.sha ORDER BY path",
                   {Hex(sha)}) != changes) {
      throw Error(ErrorCode::kIntegrity, "its rows in path_changes say something else");
    }
  }

  void CheckPacked() {
    PackedGraph& graph = *repository_.Packed();
    for (std::size_t chunk = 0; chunk < graph.chunks().size(); ++chunk) {
      for (CommitIndex i = 0; i < graph.chunks()[chunk].commits; ++i) {
        PollInterrupts();
        const CommitIndex index = (static_cast<CommitIndex>(chunk) << PackedGraph::kChunkBits) + i;
        CommitLinks packed{{}, graph.At(index).generation, graph.At(index).committed};
        for (const CommitIndex parent : graph.Parents(index)) {
          packed.parents.push_back(graph.Id(parent));
        }
        const Sha sha = graph.Id(index);
        if (repository_.StoredLinks(sha) == packed && graph.Find(sha, packed.generation) == index) {
          continue;
        }
        throw Error(ErrorCode::kIntegrity, "it says something else of commit \"" + Hex(sha) + '"');
      }
    }
  }

  Spi& spi_;
  Repository repository_;
  ResultSet& result_;
};

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_fsck) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Fsck(spi, result).Run();
  return pggit::VoidDatum();
}
