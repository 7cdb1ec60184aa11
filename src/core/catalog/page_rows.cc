#include "core/catalog/page_rows.h"

#include <algorithm>
#include <iterator>

#include "core/base/error.h"

namespace pggit {
namespace {

void AppendNumber(std::string& bytes, std::int64_t difference) {
  auto rest = static_cast<std::uint64_t>(difference) << 1U;
  if (difference < 0) rest = ~rest;
  for (; rest >= 0x80U; rest >>= 7U) bytes += static_cast<char>(0x80U | (rest & 0x7FU));
  bytes += static_cast<char>(rest);
}

std::int64_t TakeNumber(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; !bytes.empty() && shift < 63; shift += 7) {
    const auto byte = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80U) {
      const auto half = static_cast<std::int64_t>(number >> 1U);
      return (number & 1U) != 0 ? ~half : half;
    }
  }
  throw Error(ErrorCode::kIntegrity, "malformed rows of a catalog page");
}

template <class Number>
Number TakeSum(std::string_view& bytes, Number before) {
  return static_cast<Number>(static_cast<std::int64_t>(before) + TakeNumber(bytes));
}

}  // namespace

std::string EncodePageRows(const std::vector<PageRow>& rows) {
  std::string bytes;
  PageRow before{0, 0, {Catalog{}, 0, 0}};
  const auto append = [&bytes](auto number, auto last) {
    AppendNumber(bytes, static_cast<std::int64_t>(number) - static_cast<std::int64_t>(last));
  };
  for (const PageRow& row : rows) {
    append(row.place, before.place);
    append(row.writer, before.writer);
    append(row.about.catalog, before.about.catalog);
    append(row.about.oid, before.about.oid);
    before = row;
  }
  return bytes;
}

std::vector<PageRow> DecodePageRows(std::string_view bytes) {
  std::vector<PageRow> rows;
  PageRow row{0, 0, {Catalog{}, 0, 0}};
  while (!bytes.empty()) {
    row.place = TakeSum(bytes, row.place);
    row.writer = TakeSum(bytes, row.writer);
    row.about.catalog = static_cast<Catalog>(TakeSum(bytes, static_cast<Oid32>(row.about.catalog)));
    row.about.oid = TakeSum(bytes, row.about.oid);
    rows.push_back(row);
  }
  return rows;
}

void AddTouched(const std::vector<PageRow>& before, const std::vector<PageRow>& after,
                std::set<CatalogAddress>& touched) {
  std::vector<PageRow> different;
  std::ranges::set_symmetric_difference(before, after, std::back_inserter(different));
  for (const PageRow& row : different) touched.insert(row.about);
}

}  // namespace pggit
