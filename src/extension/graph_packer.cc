#include "extension/graph_packer.h"

#include <unordered_map>
#include <utility>

#include "core/base/error.h"
#include "core/history/walk.h"
#include "extension/array_datum.h"
#include "extension/store_lock.h"

extern "C" {
#include "access/xact.h"
#include "catalog/namespace.h"
#include "storage/lmgr.h"
#include "utils/lsyscache.h"
}

namespace pggit {
namespace {

constexpr std::size_t kRowsAtOnce = 10000;

// Keeps other packers away until the transaction ends. False when there is one and `wait` is false.
bool LockPackedGraph(bool wait) {
  return Server([wait] {
    const Oid table = get_relname_relid("packed_graph", get_namespace_oid("pggit_v0", false));
    if (!wait) return ConditionalLockRelationOid(table, ShareRowExclusiveLock);
    LockRelationOid(table, ShareRowExclusiveLock);
    return true;
  });
}

// Replaces the chunks from `first` on by a layer of `commits`.
void WriteLayer(Spi& spi, Oid owner, std::vector<CommitToPack> commits, std::size_t first) {
  const std::string stamp = *spi.Query("SELECT pg_catalog.gen_random_uuid()").at(0)[0];
  const std::string layer = std::to_string(first);
  const RunAs writer(owner);
  (void)spi.Execute("DELETE FROM pggit_v0.packed_graph WHERE chunk >= $1::pg_catalog.int4",
                    {layer});
  std::size_t number = first;
  for (const EncodedChunk& chunk :
       EncodeLayer(std::move(commits), static_cast<std::uint32_t>(first))) {
    PollInterrupts();
    (void)spi.Execute(
        "INSERT INTO pggit_v0.packed_graph (chunk, layer, stamp, commits, first_generation, "
        "first_sha, links, ids) VALUES ($1::pg_catalog.int4, $2::pg_catalog.int4, "
        "$3::pg_catalog.uuid, $4::pg_catalog.int4, $5::pg_catalog.int4, $6::pggit_v0.sha, "
        "$7::pg_catalog.bytea, $8::pg_catalog.bytea)",
        {std::to_string(number++), layer, stamp, std::to_string(chunk.commits),
         std::to_string(chunk.first_generation), Hex(chunk.first_id), ByteaText(chunk.links),
         ByteaText(chunk.ids)});
  }
}

CommitToPack ToPack(CommitGraph& graph, CommitIndex index) {
  CommitToPack commit{index, graph.Id(index), graph.Generation(index), graph.Committed(index), {}};
  const auto parents = graph.Parents(index);
  commit.parents.assign(parents.begin(), parents.end());
  return commit;
}

}  // namespace

std::size_t PackWholeGraph(Spi& spi, Oid owner) {
  LockPackedGraph(/*wait=*/true);
  const LatestSnapshot now;
  std::vector<CommitToPack> commits;
  std::vector<std::vector<Sha>> parents;
  std::unordered_map<Sha, CommitIndex, ShaHash> numbers;
  std::string last = Hex(Sha{});
  while (true) {
    PollInterrupts();
    const auto rows = spi.Query(
        "SELECT commit_sha, parent_shas, generation, "
        "EXTRACT(epoch FROM committed_at)::pg_catalog.int8 FROM pggit_v0.commit_graph "
        "WHERE commit_sha OPERATOR(pg_catalog.>) $1::pggit_v0.sha "
        "ORDER BY commit_sha USING OPERATOR(pg_catalog.<) LIMIT 10000",
        {last});
    for (const TextRow& row : rows) {
      const auto number = static_cast<CommitIndex>(commits.size());
      const Sha sha = ParseSha(*row[0]).value();
      commits.push_back(
          {number, sha, static_cast<std::uint32_t>(std::stoul(*row[2])), std::stoll(*row[3]), {}});
      parents.push_back(ShasOfArray(*row[1]));
      numbers.emplace(sha, number);
    }
    if (rows.size() < kRowsAtOnce) break;
    last = *rows.back()[0];
  }
  for (std::size_t i = 0; i < commits.size(); ++i) {
    for (const Sha& parent : parents[i]) {
      const auto found = numbers.find(parent);
      if (found == numbers.end()) {
        throw Error(ErrorCode::kIntegrity, "commit \"" + Hex(parent) + "\" is missing");
      }
      commits[i].parents.push_back(found->second);
    }
  }
  const std::size_t count = commits.size();
  WriteLayer(spi, owner, std::move(commits), 0);
  return count;
}

void PackBehind(Spi& spi, Oid owner, const Sha& tip) {
  if (IsolationUsesXactSnapshot() || !LockPackedGraph(/*wait=*/false)) return;
  const LatestSnapshot now;
  Repository repository(spi);
  CommitGraph graph(repository);
  std::vector<CommitToPack> commits;
  GenerationWalk walk(graph);
  walk.Paint(graph.Find(tip), 1);
  while (const auto commit = walk.Next()) {
    if (*commit < graph.packed()) break;  // all that comes now is
    commits.push_back(ToPack(graph, *commit));
    walk.PaintParents(*commit, 1);
  }
  if (commits.empty()) return;
  const auto& chunks = repository.Packed()->chunks();
  std::size_t first = chunks.size();
  while (first > 0) {
    const std::size_t layer = chunks[first - 1].layer;
    std::size_t size = 0;
    for (std::size_t chunk = layer; chunk < first; ++chunk) size += chunks[chunk].commits;
    if (size > 2 * commits.size()) break;
    for (std::size_t chunk = layer; chunk < first; ++chunk) {
      const auto base = static_cast<CommitIndex>(chunk) << PackedGraph::kChunkBits;
      for (CommitIndex i = 0; i < chunks[chunk].commits; ++i) {
        commits.push_back(ToPack(graph, base + i));
      }
    }
    first = layer;
  }
  WriteLayer(spi, owner, std::move(commits), first);
}

}  // namespace pggit
