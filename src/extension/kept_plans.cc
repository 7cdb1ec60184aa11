#include "extension/kept_plans.h"

#include <string>
#include <unordered_map>

#include "extension/boundary.h"

extern "C" {
#include "catalog/namespace.h"
}

namespace pggit {
namespace {

constexpr std::size_t kMostPlans = 1000;

SPIPlanPtr Prepare(const char* sql, const Oid* types, int count) {
  // SPI does not change them.
  auto* const parameter_types = const_cast<Oid*>(types);
  const SPIPlanPtr plan = SPI_prepare_cursor(sql, count, parameter_types, CURSOR_OPT_GENERIC_PLAN);
  if (plan == nullptr) elog(ERROR, "cannot prepare: %s", SPI_result_code_string(SPI_result));
  return plan;
}

}  // namespace

SPIPlanPtr KeptPlan(std::string_view sql, const Oid* types, int count) {
  // What the session's own plans are to it; the server sees to it that they stay right.
  static std::unordered_map<std::string, SPIPlanPtr> plans;
  // Under another search path the server would make a plan anew each time it changes.
  std::string key = namespace_search_path;
  key += '\0';
  key += sql;
  const auto found = plans.find(key);
  const SPIPlanPtr known = found == plans.end() ? nullptr : found->second;
  const std::string text(sql);
  const char* const query = text.c_str();
  const bool is_kept = known == nullptr && plans.size() < kMostPlans;
  // A known one crosses the boundary too: tests/boundary wants the same crossings each time.
  const SPIPlanPtr plan = Server([=] {
    if (known != nullptr) return known;
    const SPIPlanPtr made = Prepare(query, types, count);
    if (is_kept) SPI_keepplan(made);
    return made;
  });
  if (is_kept) plans.emplace(std::move(key), plan);
  return plan;
}

}  // namespace pggit
