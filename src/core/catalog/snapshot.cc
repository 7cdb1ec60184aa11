#include "core/catalog/snapshot.h"

#include <algorithm>

#include "core/catalog/kinds.h"

namespace pggit {
namespace {

// Members of extensions first, then objects, then parts of objects, then what hangs on either.
constexpr void (*kReaders[])(Reader&) = {
    ReadNamespaces,      //
    ReadSequences,       //
    ReadTables,          //
    ReadViews,           //
    ReadConstraints,     //
    ReadIndexes,         //
    ReadTriggers,        //
    ReadRules,           //
    ReadPolicies,        //
    ReadComments,        //
    ReadSecurityLabels,  //
    ReadDependencies,
};

}  // namespace

Snapshot ReadSnapshot(RowSource& source, const SnapshotOptions& options) {
  Reader reader(source, options);
  for (const auto read : kReaders) read(reader);
  Snapshot snapshot{std::move(reader.schema()), reader.ignored(), reader.unsupported()};
  std::sort(snapshot.ignored.begin(), snapshot.ignored.end());
  std::sort(snapshot.unsupported.begin(), snapshot.unsupported.end());
  return snapshot;
}

}  // namespace pggit
