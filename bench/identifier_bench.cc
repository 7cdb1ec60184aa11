// Quoting: every name of every definition goes through it.

#include "core/base/identifier.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace pggit {
namespace {

/// `count` names as schemas have them: three plain ones, then one that needs quotes.
std::vector<std::string> Names(int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) {
    names.push_back((i % 4 == 3 ? "Column " : "column_") + std::to_string(i));
  }
  return names;
}

void BM_QuoteIdentifier(benchmark::State& state) {
  const auto names = Names(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    for (const std::string& name : names) benchmark::DoNotOptimize(QuoteIdentifier(name));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_QuoteIdentifier)->Arg(100)->Arg(1000)->Arg(10000);

void BM_QuoteLiteral(benchmark::State& state) {
  const std::string text(static_cast<size_t>(state.range(0)), 'a');
  const std::string quoted = text + "'" + text;
  for (auto _ : state) benchmark::DoNotOptimize(QuoteLiteral(quoted));
  state.SetBytesProcessed(state.iterations() * state.range(0) * 2);
}
BENCHMARK(BM_QuoteLiteral)->Arg(100)->Arg(10000);

}  // namespace
}  // namespace pggit
