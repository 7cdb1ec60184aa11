#include "core/catalog/snapshot.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/catalog/kinds.h"
#include "core/catalog/stillness.h"

namespace pggit {
namespace {

/// One part of a reading. It is left out when none of the catalogs in `of` holds anything but what
/// the server came with.
struct Step {
  void (*read)(Reader&);
  std::vector<Catalog> of = {};
};

// Members of extensions first, then objects, then parts of objects, then what hangs on either.
const Step kSteps[] = {
    {ReadDependRows},
    {ReadExtensions},
    {ReadNamespaces},
    {ReadCollations},
    {ReadConversions, {Catalog::kConversion}},
    {ReadTypes},
    {ReadDomains},
    {ReadSequences},
    {ReadForeignDataWrappers, {Catalog::kForeignDataWrapper}},
    {ReadServers, {Catalog::kForeignServer}},
    {ReadUserMappings, {Catalog::kForeignServer}},
    {ReadTables},
    {ReadColumns},
    {ReadSequenceOwners},
    {ReadViews},
    {ReadLanguages},
    {ReadAccessMethods, {Catalog::kAccessMethod}},
    {ReadFunctions},
    {ReadAggregates},
    {ReadOperators, {Catalog::kOperator}},
    {ReadOperatorClasses,
     {Catalog::kOperatorClass, Catalog::kOperatorFamily, Catalog::kAmOp, Catalog::kAmProc}},
    {ReadCasts, {Catalog::kCast}},
    {ReadTransforms, {Catalog::kTransform}},
    {ReadTextSearch,
     {Catalog::kTsConfig, Catalog::kTsDictionary, Catalog::kTsParser, Catalog::kTsTemplate}},
    {ReadMaterializedViews},
    {ReadStatistics, {Catalog::kStatistics}},
    {ReadPublications, {Catalog::kPublication}},
    {ReadSubscriptions, {Catalog::kSubscription}},
    {ReadEventTriggers, {Catalog::kEventTrigger}},
    {ReadDefaultPrivileges, {Catalog::kDefaultAcl}},
    {ReadFaces},
    {ReadKeysAndIndexes},
    {ReadTriggers, {Catalog::kTrigger}},
    {ReadRules},
    {ReadPolicies, {Catalog::kPolicy}},
    {ReadComments},
    {ReadSecurityLabels},
    {ReadFaceRemarks},
    {ReadDependencies},
    {ReadLeftovers},
};

// One reading, true only if the catalog stood still.
Snapshot ReadOnce(RowSource& source, const SnapshotOptions& options, const ReadProgress& progress) {
  Reader reader(source, options);
  int done = 0;
  for (const Step& step : kSteps) {
    const auto may_hold = [&](Catalog catalog) { return reader.MayHoldOwn(catalog); };
    if (step.of.empty() || std::ranges::any_of(step.of, may_hold)) step.read(reader);
    if (progress) progress(++done, static_cast<int>(std::size(kSteps)));
  }
  Snapshot snapshot{std::move(reader.schema()), reader.ignored(), reader.unsupported()};
  std::sort(snapshot.ignored.begin(), snapshot.ignored.end());
  std::sort(snapshot.unsupported.begin(), snapshot.unsupported.end());
  return snapshot;
}

}  // namespace

Snapshot ReadSnapshot(RowSource& source, const SnapshotOptions& options,
                      const ReadProgress& progress) {
  std::optional<CatalogMark> mark;  // Of a moment not later than the reading's snapshot.
  for (int attempt = 0; attempt < kReadAttempts; ++attempt) {
    std::optional<Snapshot> snapshot;
    std::optional<std::uint32_t> quiet;
    std::exception_ptr failure;
    bool begun = false;
    bool still = false;
    try {
      source.WithSnapshot([&] {
        quiet = QuietFrom(source);
        begun = true;
        snapshot = ReadOnce(source, options, progress);
        still = IsStillQuiet(source, quiet);
        if (!still) mark = MarkCatalogs(source);
      });
    } catch (const CatalogMoved& moved) {
      failure = moved.cause();
    } catch (const InternalError&) {
      failure = std::current_exception();  // Rows that do not fit together, perhaps.
    }
    if (failure && !begun) std::rethrow_exception(failure);
    if (failure && quiet) source.WithSnapshot([&] { still = IsStillQuiet(source, quiet); });
    if (mark && !still) {
      source.WithSnapshot([&] { still = IsUnchanged(source, *mark); });
    }
    if (still) {
      if (failure) std::rethrow_exception(failure);
      return *std::move(snapshot);
    }
    // What failed while others wrote is only to be believed when it fails again with a mark from
    // before.
    if (failure) source.WithSnapshot([&] { mark = MarkCatalogs(source); });
  }
  throw Error(ErrorCode::kSerializationFailure, "the schema kept changing while it was read",
              "It was read " + std::to_string(kReadAttempts) + " times.",
              "Try again when no other session changes the schema.");
}

void RequireSupported(const Snapshot& snapshot, const std::string& hint) {
  if (snapshot.unsupported.empty()) return;
  constexpr std::size_t kListed = 20;
  std::string detail;
  for (std::size_t i = 0; i < std::min(snapshot.unsupported.size(), kListed); ++i) {
    const Omission& omission = snapshot.unsupported[i];
    detail += (i > 0 ? "\n" : "") + omission.what + ": " + omission.why;
  }
  if (snapshot.unsupported.size() > kListed) {
    detail += "\nand " + std::to_string(snapshot.unsupported.size() - kListed) + " more";
  }
  throw Error(ErrorCode::kUnsupportedObject,
              std::to_string(snapshot.unsupported.size()) +
                  (snapshot.unsupported.size() == 1 ? " object" : " objects") +
                  " cannot be represented in a definition",
              detail, hint);
}

}  // namespace pggit
