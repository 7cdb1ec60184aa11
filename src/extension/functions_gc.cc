// pggit_v0.gc(), pggit.prune(): what nothing names any more goes.

#include <map>

#include "extension/collector.h"

namespace pggit {
namespace {

void Collect(bool dry_run, ResultSet& result) {
  Spi spi;
  Collector collector(spi, !dry_run);
  struct Sum {
    std::size_t count = 0;
    std::size_t size = 0;
  };
  std::map<ObjectType, Sum> sums;
  const std::size_t entries = collector.ExpireReflog();
  const std::vector<Garbage> garbage = collector.Find();
  for (const Garbage& object : garbage) {
    Sum& sum = sums[object.type];
    ++sum.count;
    sum.size += object.size;
  }
  if (!dry_run) collector.Remove(garbage);
  if (entries > 0) result.Add({"reflog entry", std::to_string(entries), std::nullopt});
  for (const auto& [type, sum] : sums) {
    result.Add(
        {std::string(ObjectTypeName(type)), std::to_string(sum.count), std::to_string(sum.size)});
  }
}

void Prune(bool dry_run, ResultSet& result) {
  Spi spi;
  Collector collector(spi, !dry_run);
  const std::vector<Garbage> garbage = collector.Find();
  if (!dry_run) collector.Remove(garbage);
  for (const Garbage& object : garbage) {
    result.Add(
        {Hex(object.sha), std::string(ObjectTypeName(object.type)), std::to_string(object.size)});
  }
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_gc) {
  pggit::ResultSet result(fcinfo);
  pggit::Collect(PG_GETARG_BOOL(0), result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_prune) {
  pggit::ResultSet result(fcinfo);
  pggit::Prune(PG_GETARG_BOOL(0), result);
  return pggit::VoidDatum();
}
