#include "extension/spi_object_store.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/store/tree_delta.h"
#include "extension/kept_plans.h"
#include "extension/tree_cache.h"

extern "C" {
#include "catalog/pg_type_d.h"
#include "executor/spi.h"
#include "utils/array.h"
}

namespace pggit {
namespace {

// Differences between a tree and the whole one it comes of; each costs a lookup when it is read.
constexpr int kLongestChain = 64;
constexpr std::size_t kRowsAtOnce = 1000;

// git's numbers of types, as in its pack files.
constexpr int kCommitNumber = 1;
constexpr int kBlobNumber = 3;
constexpr int kTagNumber = 4;
constexpr int kInTreeTable = 0;

int NumberOfType(ObjectType type) {
  switch (type) {
    case ObjectType::kCommit: return kCommitNumber;
    case ObjectType::kBlob: return kBlobNumber;
    case ObjectType::kTag: return kTagNumber;
    case ObjectType::kTree: break;
  }
  throw InternalError("trees are stored elsewhere");
}

// A stored row, its parts in memory of SPI.
struct Row {
  bool found;
  int type;  // 0 for a tree
  int depth;
  bool has_base;
  Sha base;
  const char* body;
  std::size_t size;
};

Row Look(const char* sql, const Sha& sha) {
  const Oid type = BYTEAOID;
  const SPIPlanPtr plan = KeptPlan(sql, &type, 1);
  return Server([plan, &sha] {
    auto* const key = static_cast<bytea*>(palloc(VARHDRSZ + Sha::kBytes));
    SET_VARSIZE(key, VARHDRSZ + Sha::kBytes);
    std::memcpy(VARDATA(key), sha.bytes.data(), Sha::kBytes);
    Datum values[] = {PointerGetDatum(key)};
    const int status = SpiRead(plan, values, 1);
    if (status != SPI_OK_SELECT) elog(ERROR, "%s", SPI_result_code_string(status));
    Row row{};
    if (SPI_processed == 0) return row;
    row.found = true;
    const HeapTuple tuple = SPI_tuptable->vals[0];
    const TupleDesc columns = SPI_tuptable->tupdesc;
    bool is_null = false;
    row.type = DatumGetInt16(SPI_getbinval(tuple, columns, 1, &is_null));
    row.depth = DatumGetInt16(SPI_getbinval(tuple, columns, 2, &is_null));
    const Datum base = SPI_getbinval(tuple, columns, 3, &is_null);
    row.has_base = !is_null;
    if (!is_null) std::memcpy(row.base.bytes.data(), DatumGetPointer(base), Sha::kBytes);
    const auto* const body = DatumGetByteaPP(SPI_getbinval(tuple, columns, 4, &is_null));
    row.body = VARDATA_ANY(body);
    row.size = static_cast<std::size_t>(VARSIZE_ANY_EXHDR(body));
    return row;
  });
}

constexpr char kFindTree[] =
    "SELECT 0::pg_catalog.int2, depth, base, body FROM pggit_v0.stored_trees "
    "WHERE sha OPERATOR(pg_catalog.=) $1::pggit_v0.sha";
constexpr char kFindAny[] =
    "SELECT type, 0::pg_catalog.int2, NULL::pggit_v0.sha, body FROM pggit_v0.stored_objects "
    "WHERE sha OPERATOR(pg_catalog.=) $1::pggit_v0.sha UNION ALL "
    "SELECT 0::pg_catalog.int2, depth, base, body FROM pggit_v0.stored_trees "
    "WHERE sha OPERATOR(pg_catalog.=) $1::pggit_v0.sha";

constexpr char kFindCommits[] =
    "SELECT sha, body FROM pggit_v0.stored_objects "
    "WHERE sha OPERATOR(pg_catalog.=) ANY ($1::pggit_v0.sha[]) AND type = 1";
constexpr char kFindBlobs[] =
    "SELECT sha, body FROM pggit_v0.stored_objects "
    "WHERE sha OPERATOR(pg_catalog.=) ANY ($1::pggit_v0.sha[]) AND type = 3";

Datum Bytes(std::string_view content) {
  auto* const value = static_cast<bytea*>(palloc(VARHDRSZ + content.size()));
  SET_VARSIZE(value, VARHDRSZ + content.size());
  std::memcpy(VARDATA(value), content.data(), content.size());
  return PointerGetDatum(value);
}

// A row that was asked for with others.
struct FoundRow {
  Sha sha;
  const char* body;
  std::size_t size;
};

// The rows with these ids, in memory of SPI; `found` is how many there are.
const FoundRow* LookForAll(const char* sql, std::span<const Sha> ids, std::size_t& found) {
  const Oid type = BYTEAARRAYOID;
  const SPIPlanPtr plan = KeptPlan(sql, &type, 1);
  const Sha* const first = ids.data();
  const std::size_t count = ids.size();
  std::size_t* const answers = &found;
  return Server([=] {
    auto* const keys = static_cast<Datum*>(palloc(sizeof(Datum) * count));
    for (std::size_t i = 0; i < count; ++i) keys[i] = Bytes(first[i].Raw());
    Datum values[] = {PointerGetDatum(
        construct_array(keys, static_cast<int>(count), BYTEAOID, -1, false, TYPALIGN_INT))};
    const int status = SpiRead(plan, values, 0);
    if (status != SPI_OK_SELECT) elog(ERROR, "%s", SPI_result_code_string(status));
    *answers = static_cast<std::size_t>(SPI_processed);
    auto* const rows = static_cast<FoundRow*>(palloc(sizeof(FoundRow) * (*answers + 1)));
    for (std::size_t i = 0; i < *answers; ++i) {
      bool is_null = false;
      const HeapTuple tuple = SPI_tuptable->vals[i];
      const TupleDesc columns = SPI_tuptable->tupdesc;
      const Datum sha = SPI_getbinval(tuple, columns, 1, &is_null);
      std::memcpy(rows[i].sha.bytes.data(), DatumGetPointer(sha), Sha::kBytes);
      const auto* const body = DatumGetByteaPP(SPI_getbinval(tuple, columns, 2, &is_null));
      rows[i].body = VARDATA_ANY(body);
      rows[i].size = static_cast<std::size_t>(VARSIZE_ANY_EXHDR(body));
    }
    return const_cast<const FoundRow*>(rows);
  });
}

// One row to insert; `bytes` columns first, then `numbers`.
struct NewRow {
  std::string_view bytes[3];
  int numbers[2];
};

// Runs `sql` with the rows as arrays: $1.. of bytea, then of integers. Whatever was palloc'ed goes
// with a context of its own.
void InsertRows(const char* sql, const std::vector<NewRow>& rows, int byte_columns,
                int number_columns) {
  const NewRow* const first = rows.data();
  const std::size_t count = rows.size();
  std::vector<Oid> types(static_cast<std::size_t>(byte_columns), BYTEAARRAYOID);
  types.resize(static_cast<std::size_t>(byte_columns + number_columns), INT4ARRAYOID);
  const SPIPlanPtr plan = KeptPlan(sql, types.data(), static_cast<int>(types.size()));
  Server([=] {
    const MemoryContext context =
        AllocSetContextCreate(CurrentMemoryContext, "pggit rows", ALLOCSET_DEFAULT_SIZES);
    const MemoryContext caller = MemoryContextSwitchTo(context);
    Datum values[5];
    auto* const column = static_cast<Datum*>(palloc(sizeof(Datum) * count));
    int parameters = 0;
    for (int c = 0; c < byte_columns; ++c) {
      for (std::size_t r = 0; r < count; ++r) column[r] = Bytes(first[r].bytes[c]);
      values[parameters++] = PointerGetDatum(
          construct_array(column, static_cast<int>(count), BYTEAOID, -1, false, TYPALIGN_INT));
    }
    for (int c = 0; c < number_columns; ++c) {
      for (std::size_t r = 0; r < count; ++r) column[r] = Int32GetDatum(first[r].numbers[c]);
      values[parameters++] = PointerGetDatum(
          construct_array(column, static_cast<int>(count), INT4OID, 4, true, TYPALIGN_INT));
    }
    const int status = SPI_execute_plan(plan, values, nullptr, false, 0);
    if (status != SPI_OK_INSERT) elog(ERROR, "%s", SPI_result_code_string(status));
    MemoryContextSwitchTo(caller);
    MemoryContextDelete(context);
  });
}

constexpr char kInsertObjects[] =
    "INSERT INTO pggit_v0.stored_objects (sha, body, type, size) "
    "SELECT s::pggit_v0.sha, b, t, z FROM ROWS FROM (pg_catalog.unnest($1), "
    "pg_catalog.unnest($2), pg_catalog.unnest($3), pg_catalog.unnest($4)) AS n (s, b, t, z) "
    "ON CONFLICT DO NOTHING";
constexpr char kInsertTrees[] =
    "INSERT INTO pggit_v0.stored_trees (sha, body, base, depth, size) "
    "SELECT s::pggit_v0.sha, b, NULLIF(f, '')::pggit_v0.sha, d, z "
    "FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2), pg_catalog.unnest($3), "
    "pg_catalog.unnest($4), pg_catalog.unnest($5)) AS n (s, b, f, d, z) ON CONFLICT DO NOTHING";

}  // namespace

ObjectType SpiObjectStore::TypeOfNumber(int number) {
  switch (number) {
    case kInTreeTable: return ObjectType::kTree;
    case kCommitNumber: return ObjectType::kCommit;
    case kBlobNumber: return ObjectType::kBlob;
    case kTagNumber: return ObjectType::kTag;
    default: throw InternalError("stored object has type " + std::to_string(number));
  }
}

template <class Take>
void SpiObjectStore::ReadAll(const char* sql, std::span<const Sha> ids, Take take) {
  if (ids.empty()) return;
  std::size_t found = 0;
  const FoundRow* const rows = LookForAll(sql, ids, found);
  for (std::size_t i = 0; i < found; ++i) {
    take(rows[i].sha, std::string_view(rows[i].body, rows[i].size));
  }
  Server([] { SPI_freetuptable(SPI_tuptable); });
}

std::map<Sha, Commit> SpiObjectStore::ReadCommits(std::span<const Sha> ids) {
  std::map<Sha, Commit> commits;
  ReadAll(kFindCommits, ids,
          [&](const Sha& sha, std::string_view body) { commits.emplace(sha, DecodeCommit(body)); });
  for (const Sha& id : ids) {
    if (!commits.contains(id)) commits.emplace(id, ReadCommit(id));  // or say that it is missing
  }
  return commits;
}

std::map<Sha, std::string> SpiObjectStore::ReadBlobs(std::span<const Sha> ids) {
  std::map<Sha, std::string> blobs;
  ReadAll(kFindBlobs, ids,
          [&](const Sha& sha, std::string_view body) { blobs.emplace(sha, body); });
  for (const Sha& id : ids) {
    if (!blobs.contains(id)) blobs.emplace(id, Read(id, ObjectType::kBlob));
  }
  return blobs;
}

StoredTree SpiObjectStore::Form(const Sha& tree) {
  const Row row = Look(kFindTree, tree);
  if (!row.found) throw Error(ErrorCode::kIntegrity, "tree \"" + Hex(tree) + "\" is missing");
  return {row.has_base ? std::optional(row.base) : std::nullopt, std::string(row.body, row.size)};
}

std::optional<StoredObject> SpiObjectStore::Find(const Sha& sha) {
  const auto waiting = waiting_.find(sha);
  if (waiting != waiting_.end()) return waiting->second.object;
  Row row = Look(kFindAny, sha);
  if (!row.found) return std::nullopt;
  if (row.type != kInTreeTable)
    return StoredObject{TypeOfNumber(row.type), std::string(row.body, row.size)};
  if (const std::string* const known = FindCachedTree(sha)) {
    return StoredObject{ObjectType::kTree, *known};
  }
  std::vector<std::string> deltas;
  while (row.has_base) {
    deltas.emplace_back(row.body, row.size);
    const Sha base = row.base;
    row = Look(kFindTree, base);
    if (!row.found || deltas.size() > 1000) {
      throw Error(ErrorCode::kIntegrity, "tree \"" + Hex(base) + "\", which tree \"" + Hex(sha) +
                                             "\" is stored by, is missing");
    }
  }
  std::string content(row.body, row.size);
  if (!deltas.empty()) {
    std::ranges::reverse(deltas);
    content = ApplyTreeDeltas(content, deltas);
  }
  CacheTree(sha, content);
  return StoredObject{ObjectType::kTree, std::move(content)};
}

std::vector<Sha> SpiObjectStore::WithPrefix(std::string_view prefix, std::size_t limit) {
  std::vector<Sha> found;
  if (!RangeOfPrefix(prefix)) return found;
  const auto rows = spi_.Query(
      "SELECT sha FROM (SELECT sha FROM pggit_v0.stored_objects WHERE sha OPERATOR(pg_catalog.^@) "
      "$1 "
      "UNION ALL SELECT sha FROM pggit_v0.stored_trees WHERE sha OPERATOR(pg_catalog.^@) $1) AS s "
      "ORDER BY sha USING OPERATOR(pg_catalog.<) LIMIT $2::pg_catalog.int8",
      {std::string(prefix), std::to_string(limit)});
  for (const TextRow& row : rows) found.push_back(ParseSha(*row[0]).value());
  return found;
}

void SpiObjectStore::Put(const Sha& sha, ObjectType type, std::string_view content) {
  waiting_.try_emplace(sha, Waiting{{type, std::string(content)}, std::nullopt, 0, {}});
}

void SpiObjectStore::PutTree(const Sha& sha, std::string_view content, const Sha& base,
                             std::optional<std::string> delta) {
  if (waiting_.contains(base)) return Put(sha, ObjectType::kTree, content);
  const Row row = Look(kFindTree, base);
  if (!row.found || row.depth >= kLongestChain) return Put(sha, ObjectType::kTree, content);
  const int depth = row.depth + 1;
  if (!delta) delta = MakeTreeDelta(Read(base, ObjectType::kTree), content);
  if (delta->size() > content.size() / 2) return Put(sha, ObjectType::kTree, content);
  waiting_.try_emplace(
      sha, Waiting{{ObjectType::kTree, std::string(content)}, base, depth, *std::move(delta)});
}

void SpiObjectStore::Flush() {
  std::vector<NewRow> objects;
  std::vector<NewRow> trees;
  const auto flush_objects = [&] {
    if (!objects.empty()) InsertRows(kInsertObjects, objects, 2, 2);
    objects.clear();
  };
  const auto flush_trees = [&] {
    if (!trees.empty()) InsertRows(kInsertTrees, trees, 3, 2);
    trees.clear();
  };
  for (const auto& [sha, waiting] : waiting_) {
    const auto& [type, content] = waiting.object;
    const auto size = static_cast<int>(content.size());
    if (type == ObjectType::kTree) {
      const std::string_view base = waiting.base ? waiting.base->Raw() : std::string_view();
      const std::string_view body = waiting.base ? std::string_view(waiting.body) : content;
      trees.push_back({{sha.Raw(), body, base}, {waiting.depth, size}});
    } else {
      objects.push_back({{sha.Raw(), content, {}}, {NumberOfType(type), size}});
    }
    if (objects.size() == kRowsAtOnce) flush_objects();
    if (trees.size() == kRowsAtOnce) flush_trees();
  }
  flush_objects();
  flush_trees();
  for (auto& [sha, waiting] : waiting_) {
    if (waiting.object.type == ObjectType::kTree) CacheTree(sha, std::move(waiting.object.content));
  }
  waiting_.clear();
}

}  // namespace pggit
