#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/sha.h"

namespace pggit {

/// The place of a commit in a graph.
using CommitIndex = std::uint32_t;

/// How a commit lies in the history.
struct PackedCommit {
  CommitIndex parents[2] = {};  ///< Those that there are; or kMany, and where they are listed.
  std::uint32_t count = 0;      ///< Of parents.
  std::uint32_t generation = 0;
  std::int64_t committed = 0;
};

/// Up to 4096 commits of the packed graph, as far as they were read.
struct PackedChunk {
  std::uint32_t layer = 0;    ///< The number of the first chunk of its layer.
  std::string stamp;          ///< Another one whenever the chunk is written anew.
  std::uint32_t commits = 0;  ///< How many it has.
  std::uint32_t first_generation = 0;
  Sha first_id;

  std::vector<PackedCommit> links;
  std::vector<CommitIndex> more;  ///< Parents of commits that have more than two.
  std::vector<Sha> ids;
};

/// Commits as small numbers, in chunks that are read when they are needed first.
///
/// The commits of a layer stand in the order of generation and id, and layers follow each other, so
/// that a parent's number is lower than its children's. docs/formats/store.md specifies the bytes.
class PackedGraph {
 public:
  static constexpr unsigned kChunkBits = 12;
  static constexpr CommitIndex kChunkSize = 1U << kChunkBits;

  /// `chunks` must outlive the graph.
  explicit PackedGraph(std::vector<PackedChunk>& chunks) : chunks_(chunks) {}
  virtual ~PackedGraph() = default;

  /// One more than the greatest number; not every lower one is a commit's.
  CommitIndex size() const { return static_cast<CommitIndex>(chunks_.size()) << kChunkBits; }

  const std::vector<PackedChunk>& chunks() const { return chunks_; }

  const PackedCommit& At(CommitIndex index) {
    PackedChunk& chunk = chunks_[index >> kChunkBits];
    if (chunk.links.empty()) LoadLinks(index >> kChunkBits);
    return chunk.links[index & (kChunkSize - 1)];
  }
  std::span<const CommitIndex> Parents(CommitIndex index) {
    const PackedCommit& commit = At(index);
    if (commit.count <= 2) return {&commit.parents[0], commit.count};
    return {&chunks_[index >> kChunkBits].more[commit.parents[1]], commit.count};
  }
  const Sha& Id(CommitIndex index) {
    PackedChunk& chunk = chunks_[index >> kChunkBits];
    if (chunk.ids.empty()) LoadIds(index >> kChunkBits);
    return chunk.ids[index & (kChunkSize - 1)];
  }

  /// The number of a commit; nothing when it is not packed.
  std::optional<CommitIndex> Find(const Sha& id, std::uint32_t generation);

 protected:
  /// The bytes of a chunk, as EncodeChunks() gave them.
  virtual std::string ReadLinks(std::uint32_t chunk) = 0;
  virtual std::string ReadIds(std::uint32_t chunk) = 0;

 private:
  void LoadLinks(std::uint32_t number);
  void LoadIds(std::uint32_t number);

  std::vector<PackedChunk>& chunks_;
};

/// A commit on its way into the packed graph.
struct CommitToPack {
  CommitIndex index = 0;  ///< Some number of its own ...
  Sha id;
  std::uint32_t generation = 0;
  std::int64_t committed = 0;
  std::vector<CommitIndex> parents;  ///< ... or that of a commit packed before, below the layer.
};

/// A chunk as it is stored.
struct EncodedChunk {
  std::uint32_t commits = 0;
  std::uint32_t first_generation = 0;
  Sha first_id;
  std::string links;
  std::string ids;
};

/// The chunks of a new layer whose first one has the number `first_chunk`. Numbers below it are
/// those of commits packed before; those of `commits` must not be among them, and are replaced.
std::vector<EncodedChunk> EncodeLayer(std::vector<CommitToPack> commits, std::uint32_t first_chunk);

}  // namespace pggit
