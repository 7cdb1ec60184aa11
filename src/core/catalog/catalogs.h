#pragma once

#include <cstdint>

namespace pggit {

using Oid32 = std::uint32_t;

/// What the server came with has lower OIDs, given by initdb.
inline constexpr Oid32 kFirstOwn = 16384;

/// The catalogs that others refer to by number (classid of pg_depend, classoid of pg_description).
/// The values are these catalogs' own OIDs, fixed in every PostgreSQL.
enum class Catalog : Oid32 {
  kAccessMethod = 2601,
  kAmOp = 2602,
  kAmProc = 2603,
  kAttrDef = 2604,
  kAuthId = 1260,
  kCast = 2605,
  kClass = 1259,
  kCollation = 3456,
  kConstraint = 2606,
  kConversion = 2607,
  kDefaultAcl = 826,
  kEnum = 3501,
  kEventTrigger = 3466,
  kExtension = 3079,
  kForeignDataWrapper = 2328,
  kForeignServer = 1417,
  kInherits = 2611,
  kLanguage = 2612,
  kNamespace = 2615,
  kOperator = 2617,
  kOperatorClass = 2616,
  kOperatorFamily = 2753,
  kPolicy = 3256,
  kProcedure = 1255,
  kPublication = 6104,
  kPublicationNamespace = 6237,
  kPublicationRelation = 6106,
  kRange = 3541,
  kRewrite = 2618,
  kStatistics = 3381,
  kSubscription = 6100,
  kTransform = 3576,
  kTrigger = 2620,
  kTsConfig = 3602,
  kTsDictionary = 3600,
  kTsParser = 3601,
  kTsTemplate = 3764,
  kType = 1247,
  kUserMapping = 1418,
};

}  // namespace pggit
