#include "extension/spi_packed_graph.h"

#include <utility>

#include "core/base/error.h"
#include "extension/kept_plans.h"

extern "C" {
#include "catalog/pg_type_d.h"
}

namespace pggit {
namespace {

std::vector<PackedChunk>& SessionChunks() {
  static std::vector<PackedChunk> chunks;
  return chunks;
}

// Makes the session's chunks those of the table, and keeps what was read of those that stay.
std::vector<PackedChunk>& CurrentChunks(Spi& spi) {
  std::vector<PackedChunk>& chunks = SessionChunks();
  // Whoever writes to the graph writes its last chunk.
  const auto last =
      spi.Query("SELECT chunk + 1, stamp FROM pggit_v0.packed_graph ORDER BY chunk DESC LIMIT 1");
  const std::size_t count = last.empty() ? 0 : std::stoul(*last[0][0]);
  if (count == chunks.size() && (count == 0 || chunks.back().stamp == *last[0][1])) return chunks;
  std::vector<PackedChunk> current;
  for (const TextRow& row :
       spi.Query("SELECT chunk, layer, stamp, commits, first_generation, first_sha "
                 "FROM pggit_v0.packed_graph ORDER BY chunk")) {
    const std::size_t number = current.size();
    if (std::stoul(*row[0]) != number) {
      throw Error(ErrorCode::kIntegrity,
                  "chunk " + std::to_string(number) + " of the packed commit graph is missing", {},
                  "Write it again with pggit_v0.write_commit_graph().");
    }
    if (number < chunks.size() && chunks[number].stamp == *row[2]) {
      current.push_back(std::move(chunks[number]));
      continue;
    }
    PackedChunk& chunk = current.emplace_back();
    chunk.layer = static_cast<std::uint32_t>(std::stoul(*row[1]));
    chunk.stamp = *row[2];
    chunk.commits = static_cast<std::uint32_t>(std::stoul(*row[3]));
    chunk.first_generation = static_cast<std::uint32_t>(std::stoul(*row[4]));
    chunk.first_id = ParseSha(*row[5]).value();
  }
  chunks = std::move(current);
  return chunks;
}

std::string ReadBytes(const char* sql, std::uint32_t chunk) {
  const Oid type = INT4OID;
  const SPIPlanPtr plan = KeptPlan(sql, &type, 1);
  struct Bytes {
    const char* at;
    std::size_t size;
  };
  const Bytes bytes = Server([plan, chunk] {
    Datum values[] = {Int32GetDatum(static_cast<int32>(chunk))};
    const int status = SpiRead(plan, values, 1);
    if (status != SPI_OK_SELECT) elog(ERROR, "%s", SPI_result_code_string(status));
    if (SPI_processed == 0) return Bytes{nullptr, 0};
    bool is_null = false;
    const auto* const value =
        DatumGetByteaPP(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &is_null));
    return Bytes{VARDATA_ANY(value), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(value))};
  });
  std::string copy(bytes.at == nullptr ? "" : bytes.at, bytes.size);
  Server([] { SPI_freetuptable(SPI_tuptable); });
  return copy;
}

}  // namespace

SpiPackedGraph::SpiPackedGraph(Spi& spi) : PackedGraph(CurrentChunks(spi)) {}

std::string SpiPackedGraph::ReadLinks(std::uint32_t chunk) {
  return ReadBytes("SELECT links FROM pggit_v0.packed_graph WHERE chunk = $1", chunk);
}

std::string SpiPackedGraph::ReadIds(std::uint32_t chunk) {
  return ReadBytes("SELECT ids FROM pggit_v0.packed_graph WHERE chunk = $1", chunk);
}

}  // namespace pggit
