#include "extension/verified_state.h"

#include <utility>

#include "core/base/error.h"
#include "core/base/hex.h"
#include "core/catalog/cells.h"
#include "extension/array_datum.h"

extern "C" {
#include "access/transam.h"
#include "access/xlog.h"
#include "utils/guc.h"
}

namespace pggit {
namespace {

/// Transactions whose numbers, without their high half, can be told apart for sure.
constexpr std::uint64_t kLongestAgo = 1U << 30U;

std::string ThisReader() {
  const std::uint64_t cluster = Server([] { return GetSystemIdentifier(); });
  const char* const server =
      Server([] { return GetConfigOption("server_version_num", false, false); });
  return std::string("pggit " PGGIT_VERSION ", server ") + server + ", cluster " +
         std::to_string(cluster) + ", database " + std::to_string(MyDatabaseId);
}

/// Columns of one table on their way into an INSERT: an array for each.
class Columns {
 public:
  explicit Columns(std::size_t count) : arrays_(count, "{") {}

  template <class... Values>
  void Add(const Values&... values) {
    std::size_t column = 0;
    const char* const separator = arrays_.front().size() > 1 ? "," : "";
    ((arrays_[column++] += separator + Text(values)), ...);
  }

  std::vector<std::string> Take() {
    for (std::string& array : arrays_) array += '}';
    return std::move(arrays_);
  }

 private:
  static std::string Text(const std::string& text) {
    const std::string array = ArrayText({text});
    return array.substr(1, array.size() - 2);
  }
  static std::string Text(Catalog catalog) { return std::to_string(static_cast<Oid32>(catalog)); }
  template <class Number>
  static std::string Text(Number number) {
    return std::to_string(number);
  }

  std::vector<std::string> arrays_;
};

std::vector<std::uint32_t> Numbers(const std::string& array) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& number : ParseArray(array)) {
    numbers.push_back(static_cast<std::uint32_t>(std::stoul(number)));
  }
  return numbers;
}

std::map<CatalogPage, std::vector<PageRow>> PagesOf(const std::vector<TextRow>& rows) {
  std::map<CatalogPage, std::vector<PageRow>> pages;
  for (const TextRow& row : rows) {
    const CatalogPage page{static_cast<Oid32>(std::stoul(*row[0])),
                           static_cast<std::uint32_t>(std::stoul(*row[1]))};
    pages[page] = DecodePageRows(BytesOfHex(std::string_view(*row[2]).substr(2)));
  }
  return pages;
}

}  // namespace

std::uint64_t NextTransactionNumber() {
  return Server([] { return U64FromFullTransactionId(ReadNextFullTransactionId()); });
}

std::optional<VerifiedState> VerifiedTables::Load() {
  const auto rows = spi_.Query(
      "SELECT tree_sha, position - '0/0'::pg_catalog.pg_lsn, next_transaction, catalogs, files, "
      "blocks, unsettled_catalogs, unsettled_blocks FROM pggit_v0.verified_state WHERE reader = $1",
      {ThisReader()});
  if (rows.empty()) return std::nullopt;
  const TextRow& row = rows.front();
  VerifiedState state;
  state.tree = ParseSha(*row[0]).value();
  state.position = std::stoull(*row[1]);
  state.next_transaction = std::stoull(*row[2]);
  if (NextTransactionNumber() - state.next_transaction > kLongestAgo) return std::nullopt;
  const auto catalogs = Numbers(*row[3]);
  const auto files = Numbers(*row[4]);
  const auto blocks = Numbers(*row[5]);
  for (std::size_t i = 0; i < catalogs.size(); ++i) {
    state.files.push_back({catalogs[i], files.at(i), blocks.at(i)});
  }
  const auto unsettled = Numbers(*row[6]);
  const auto unsettled_blocks = Numbers(*row[7]);
  for (std::size_t i = 0; i < unsettled.size(); ++i) {
    state.unsettled.push_back({unsettled[i], unsettled_blocks.at(i)});
  }
  return state;
}

std::map<CatalogPage, std::vector<PageRow>> VerifiedTables::RowsOn(
    const std::set<CatalogPage>& pages) {
  if (pages.empty()) return {};
  Columns wanted(2);
  for (const CatalogPage& page : pages) wanted.Add(page.catalog, page.block);
  return PagesOf(spi_.Query(
      "SELECT p.catalog, p.block, p.rows FROM ROWS FROM "
      "(pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int8[])) "
      "AS w (catalog, block) JOIN pggit_v0.verified_pages AS p USING (catalog, block)",
      wanted.Take()));
}

std::map<CatalogPage, std::vector<PageRow>> VerifiedTables::RowsFrom(const CatalogPage& first) {
  return PagesOf(
      spi_.Query("SELECT catalog, block, rows FROM pggit_v0.verified_pages "
                 "WHERE catalog = $1::pg_catalog.oid AND block >= $2::pg_catalog.int8",
                 {std::to_string(first.catalog), std::to_string(first.block)}));
}

std::map<CatalogAddress, std::string> VerifiedTables::NamesOf(
    const std::set<CatalogAddress>& addresses) {
  std::map<CatalogAddress, std::string> names;
  if (addresses.empty()) return names;
  Columns wanted(2);
  for (const CatalogAddress& address : addresses) wanted.Add(address.catalog, address.oid);
  for (const TextRow& row : spi_.Query(
           "SELECT n.catalog, n.object, n.name FROM ROWS FROM "
           "(pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.oid[])) "
           "AS w (catalog, object) JOIN pggit_v0.verified_names AS n USING (catalog, object)",
           wanted.Take())) {
    const auto catalog = static_cast<Catalog>(std::stoul(*row[0]));
    names[{catalog, static_cast<Oid32>(std::stoul(*row[1]))}] = *row[2];
  }
  return names;
}

void VerifiedTables::Save(const VerifiedState& state) {
  Columns files(3);
  for (const CatalogFile& file : state.files) files.Add(file.catalog, file.file, file.blocks);
  Columns unsettled(2);
  for (const CatalogPage& page : state.unsettled) unsettled.Add(page.catalog, page.block);
  std::vector<std::string> arguments = {Hex(state.tree), ThisReader(),
                                        std::to_string(state.position),
                                        std::to_string(state.next_transaction)};
  for (std::string& array : files.Take()) arguments.push_back(std::move(array));
  for (std::string& array : unsettled.Take()) arguments.push_back(std::move(array));
  spi_.Execute(
      "INSERT INTO pggit_v0.verified_state AS s (tree_sha, reader, position, next_transaction, "
      "catalogs, files, blocks, unsettled_catalogs, unsettled_blocks) VALUES ($1::pggit_v0.sha, "
      "$2, "
      "'0/0'::pg_catalog.pg_lsn + $3::pg_catalog.numeric, $4::pg_catalog.int8, "
      "$5::pg_catalog.oid[], $6::pg_catalog.oid[], $7::pg_catalog.int8[], $8::pg_catalog.oid[], "
      "$9::pg_catalog.int8[]) ON CONFLICT (singleton) DO UPDATE SET (tree_sha, reader, position, "
      "next_transaction, catalogs, files, blocks, unsettled_catalogs, unsettled_blocks) = "
      "(EXCLUDED.tree_sha, EXCLUDED.reader, EXCLUDED.position, EXCLUDED.next_transaction, "
      "EXCLUDED.catalogs, EXCLUDED.files, EXCLUDED.blocks, EXCLUDED.unsettled_catalogs, "
      "EXCLUDED.unsettled_blocks)",
      arguments);
}

void VerifiedTables::Clear() {
  spi_.Execute("DELETE FROM pggit_v0.verified_pages");
  spi_.Execute("DELETE FROM pggit_v0.verified_names");
}

void VerifiedTables::SetRows(const std::map<CatalogPage, std::vector<PageRow>>& pages) {
  if (pages.empty()) return;
  Columns columns(3);
  for (const auto& [page, rows] : pages) {
    columns.Add(page.catalog, page.block, ByteaText(EncodePageRows(rows)));
  }
  spi_.Execute(
      "INSERT INTO pggit_v0.verified_pages (catalog, block, rows) SELECT * FROM ROWS FROM "
      "(pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int8[]), "
      "pg_catalog.unnest($3::pg_catalog.bytea[])) AS n "
      "ON CONFLICT (catalog, block) DO UPDATE SET rows = EXCLUDED.rows",
      columns.Take());
}

void VerifiedTables::SetNames(const std::map<CatalogAddress, std::optional<std::string>>& names) {
  Columns gone(2);
  Columns named(3);
  bool has_gone = false;
  bool has_named = false;
  for (const auto& [address, name] : names) {
    if (name) {
      named.Add(address.catalog, address.oid, *name);
      has_named = true;
    } else {
      gone.Add(address.catalog, address.oid);
      has_gone = true;
    }
  }
  if (has_gone) {
    spi_.Execute(
        "DELETE FROM pggit_v0.verified_names AS n USING ROWS FROM "
        "(pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.oid[])) "
        "AS g (catalog, object) WHERE n.catalog = g.catalog AND n.object = g.object",
        gone.Take());
  }
  if (!has_named) return;
  spi_.Execute(
      "INSERT INTO pggit_v0.verified_names (catalog, object, name) SELECT * FROM ROWS FROM "
      "(pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.oid[]), "
      "pg_catalog.unnest($3::pg_catalog.text[])) AS n "
      "ON CONFLICT (catalog, object) DO UPDATE SET name = EXCLUDED.name",
      named.Take());
}

}  // namespace pggit
