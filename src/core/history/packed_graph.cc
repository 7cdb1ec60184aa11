#include "core/history/packed_graph.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/error.h"

namespace pggit {
namespace {

constexpr std::uint32_t kNone = 0x7fffffff;
constexpr std::uint32_t kMany = 0x80000000;  // with the place in the list behind the commits
constexpr std::size_t kBytes = 20;

void Put(std::string& bytes, std::uint64_t value, unsigned size) {
  for (unsigned shift = 8 * size; shift > 0; shift -= 8) {
    bytes += static_cast<char>(value >> (shift - 8) & 0xffU);
  }
}

std::uint32_t Take4(const char* at) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(at[i]);
  return value;
}

std::int64_t Take8(const char* at) {
  return static_cast<std::int64_t>(std::uint64_t{Take4(at)} << 32U | Take4(at + 4));
}

[[noreturn]] void Malformed(std::uint32_t chunk) {
  throw Error(ErrorCode::kIntegrity,
              "chunk " + std::to_string(chunk) + " of the packed commit graph is malformed", {},
              "Write it again with pggit_v0.write_commit_graph().");
}

EncodedChunk EncodeChunk(std::span<const CommitToPack> commits) {
  EncodedChunk chunk;
  chunk.commits = static_cast<std::uint32_t>(commits.size());
  chunk.first_generation = commits.front().generation;
  chunk.first_id = commits.front().id;
  std::string more;
  for (const CommitToPack& commit : commits) {
    const auto& parents = commit.parents;
    const auto parent = [&](std::size_t i) { return i < parents.size() ? parents[i] : kNone; };
    if (parents.size() <= 2) {
      Put(chunk.links, parent(0), 4);
      Put(chunk.links, parent(1), 4);
    } else {
      Put(chunk.links, kMany | static_cast<std::uint32_t>(parents.size()), 4);
      Put(chunk.links, more.size() / 4, 4);
      for (const CommitIndex index : parents) Put(more, index, 4);
    }
    Put(chunk.links, commit.generation, 4);
    Put(chunk.links, static_cast<std::uint64_t>(commit.committed), 8);
    chunk.ids += commit.id.Raw();
  }
  chunk.links += more;
  return chunk;
}

}  // namespace

std::optional<CommitIndex> PackedGraph::Find(const Sha& id, std::uint32_t generation) {
  const auto key = [](const PackedChunk& chunk) {
    return std::tie(chunk.first_generation, chunk.first_id);
  };
  const auto wanted = std::tie(generation, id);
  for (std::size_t layer = 0; layer < chunks_.size();) {
    std::size_t end = layer;
    std::optional<std::size_t> holder;
    for (; end < chunks_.size() && chunks_[end].layer == layer; ++end) {
      if (key(chunks_[end]) <= wanted) holder = end;
    }
    if (end == layer) Malformed(static_cast<std::uint32_t>(layer));
    layer = end;
    if (!holder) continue;
    const auto base = static_cast<CommitIndex>(*holder) << kChunkBits;
    // Neighbours of one generation stand in the order of ids.
    CommitIndex low = 0;
    CommitIndex high = chunks_[*holder].commits;
    while (low < high) {
      const CommitIndex middle = (low + high) / 2;
      const std::uint32_t there = At(base + middle).generation;
      if (std::tie(there, Id(base + middle)) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < chunks_[*holder].commits && Id(base + low) == id) return base + low;
  }
  return std::nullopt;
}

void PackedGraph::LoadLinks(std::uint32_t number) {
  PackedChunk& chunk = chunks_[number];
  const std::string bytes = ReadLinks(number);
  const std::size_t list = chunk.commits * kBytes;
  if (chunk.commits == 0 || bytes.size() < list || bytes.size() % 4 != 0) Malformed(number);
  std::vector<CommitIndex> more;
  for (std::size_t at = list; at < bytes.size(); at += 4) more.push_back(Take4(&bytes[at]));
  // A number without a commit is nobody's parent.
  std::vector<PackedCommit> links(kChunkSize);
  const CommitIndex base = number << kChunkBits;
  const auto check = [&](CommitIndex parent, CommitIndex child) {
    if (parent >= child) Malformed(number);
  };
  for (CommitIndex i = 0; i < chunk.commits; ++i) {
    const char* const at = &bytes[i * kBytes];
    PackedCommit& commit = links[i];
    const std::uint32_t first = Take4(at);
    const std::uint32_t second = Take4(at + 4);
    if ((first & kMany) != 0) {
      commit.count = first & ~kMany;
      commit.parents[1] = second;
      if (commit.count <= 2 || second > more.size() || commit.count > more.size() - second) {
        Malformed(number);
      }
      for (std::uint32_t p = 0; p < commit.count; ++p) check(more[second + p], base + i);
    } else {
      commit.parents[0] = first;
      commit.parents[1] = second;
      commit.count = (first != kNone ? 1U : 0U) + (second != kNone ? 1U : 0U);
      if (first == kNone && second != kNone) Malformed(number);
      for (std::uint32_t p = 0; p < commit.count; ++p) check(commit.parents[p], base + i);
    }
    commit.generation = Take4(at + 8);
    commit.committed = Take8(at + 12);
  }
  chunk.more = std::move(more);
  chunk.links = std::move(links);
}

void PackedGraph::LoadIds(std::uint32_t number) {
  PackedChunk& chunk = chunks_[number];
  const std::string bytes = ReadIds(number);
  if (chunk.commits == 0 || bytes.size() != chunk.commits * Sha::kBytes) Malformed(number);
  std::vector<Sha> ids(kChunkSize);
  for (CommitIndex i = 0; i < chunk.commits; ++i) {
    ids[i] = ShaFromRaw(std::string_view(bytes).substr(i * Sha::kBytes, Sha::kBytes));
  }
  chunk.ids = std::move(ids);
}

std::vector<EncodedChunk> EncodeLayer(std::vector<CommitToPack> commits,
                                      std::uint32_t first_chunk) {
  std::ranges::sort(commits, {}, [](const CommitToPack& commit) {
    return std::tie(commit.generation, commit.id);
  });
  const CommitIndex base = first_chunk << PackedGraph::kChunkBits;
  if (base + commits.size() >= kNone) throw InternalError("too many commits for the packed graph");
  std::unordered_map<CommitIndex, CommitIndex> places;
  places.reserve(commits.size());
  for (std::size_t i = 0; i < commits.size(); ++i) {
    places.emplace(commits[i].index, base + static_cast<CommitIndex>(i));
  }
  std::vector<EncodedChunk> chunks;
  for (CommitToPack& commit : commits) {
    for (CommitIndex& parent : commit.parents) {
      const auto place = places.find(parent);
      if (place != places.end()) parent = place->second;
    }
  }
  for (std::size_t at = 0; at < commits.size(); at += PackedGraph::kChunkSize) {
    const std::size_t count = std::min<std::size_t>(PackedGraph::kChunkSize, commits.size() - at);
    chunks.push_back(EncodeChunk(std::span(commits).subspan(at, count)));
  }
  return chunks;
}

}  // namespace pggit
