#include "core/catalog/steps.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "core/catalog/kinds.h"

namespace pggit {
namespace {

/// One part of a reading.
struct Step {
  void (*read)(Reader&);
  /// Objects in these catalogs, and their parts, are what it reads: it is left out when none of
  /// them is in the focus. Every focus concerns those with an empty list.
  std::vector<Catalog> about = {};
  /// It is also left out when none of these catalogs holds anything but what the server came with.
  std::vector<Catalog> of = {};
};

using enum Catalog;

// Members of extensions first, then objects, then parts of objects, then what hangs on either.
const Step kSteps[] = {
    {ReadDependRows},
    {ReadExtensions},
    {ReadNamespaces, {kNamespace}},
    {ReadCollations, {kCollation}},
    {ReadConversions, {kConversion}, {kConversion}},
    {ReadTypes, {kType}},
    {ReadDomains, {kType}},
    {ReadSequences, {kClass}},
    {ReadForeignDataWrappers, {kForeignDataWrapper}, {kForeignDataWrapper}},
    {ReadServers, {kForeignServer}, {kForeignServer}},
    {ReadUserMappings, {kUserMapping}, {kForeignServer}},
    {ReadTables, {kClass}},
    {ReadColumns, {kClass}},
    {ReadSequenceOwners, {kClass}},
    {ReadViews, {kClass}},
    {ReadLanguages, {kLanguage}},
    {ReadAccessMethods, {kAccessMethod}, {kAccessMethod}},
    {ReadFunctions, {kProcedure}},
    {ReadAggregates, {kProcedure}},
    {ReadOperators, {kOperator}, {kOperator}},
    {ReadOperatorClasses,
     {kOperatorClass, kOperatorFamily, kAmOp, kAmProc},
     {kOperatorClass, kOperatorFamily, kAmOp, kAmProc}},
    {ReadCasts, {kCast}, {kCast}},
    {ReadTransforms, {kTransform}, {kTransform}},
    {ReadTextSearch,
     {kTsConfig, kTsDictionary, kTsParser, kTsTemplate},
     {kTsConfig, kTsDictionary, kTsParser, kTsTemplate}},
    {ReadMaterializedViews, {kClass}},
    {ReadStatistics, {kStatistics}, {kStatistics}},
    {ReadPublications, {kPublication}, {kPublication}},
    {ReadSubscriptions, {kSubscription}, {kSubscription}},
    {ReadEventTriggers, {kEventTrigger}, {kEventTrigger}},
    {ReadDefaultPrivileges, {kDefaultAcl}, {kDefaultAcl}},
    {ReadFaces},
    {ReadKeysAndIndexes, {kClass}},
    {ReadTriggers, {kClass}, {kTrigger}},
    {ReadRules, {kClass}},
    {ReadPolicies, {kClass}, {kPolicy}},
    {ReadComments},
    {ReadSecurityLabels},
    {ReadFaceRemarks, {kType}},
    {ReadDependencies},
    {ReadLeftovers},
};

bool Concerns(const Step& step, const Reader& reader) {
  const auto may_hold = [&](Catalog catalog) { return reader.MayHoldOwn(catalog); };
  if (!step.of.empty() && std::ranges::none_of(step.of, may_hold)) return false;
  const Focus* const focus = reader.focus();
  if (!focus || step.about.empty()) return true;
  return std::ranges::any_of(step.about,
                             [&](Catalog catalog) { return focus->HasObjectsIn(catalog); });
}

}  // namespace

void ReadAll(Reader& reader, const ReadProgress& progress) {
  int done = 0;
  for (const Step& step : kSteps) {
    if (Concerns(step, reader)) step.read(reader);
    if (progress) progress(++done, static_cast<int>(std::size(kSteps)));
  }
}

}  // namespace pggit
