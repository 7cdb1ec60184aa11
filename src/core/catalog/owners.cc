#include "core/catalog/owners.h"

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/cells.h"

namespace pggit {
namespace {

/// The rows of these tell whose part something is: its OID, its owner's catalog and OID.
struct OwnerQuery {
  Catalog catalog;
  const char* sql;
};

constexpr OwnerQuery kOwnerQueries[] = {
    {Catalog::kClass,
     "SELECT indexrelid, 1259, indrelid FROM pg_catalog.pg_index WHERE indexrelid = ANY ($1)"},
    {Catalog::kConstraint,
     "SELECT oid, CASE WHEN conrelid <> 0 THEN 1259 ELSE 1247 END,"
     " CASE WHEN conrelid <> 0 THEN conrelid ELSE contypid END"
     " FROM pg_catalog.pg_constraint WHERE oid = ANY ($1)"},
    {Catalog::kTrigger,
     "SELECT oid, 1259, tgrelid FROM pg_catalog.pg_trigger WHERE oid = ANY ($1)"},
    {Catalog::kRewrite,
     "SELECT oid, 1259, ev_class FROM pg_catalog.pg_rewrite WHERE oid = ANY ($1)"},
    {Catalog::kPolicy, "SELECT oid, 1259, polrelid FROM pg_catalog.pg_policy WHERE oid = ANY ($1)"},
    {Catalog::kAttrDef,
     "SELECT oid, 1259, adrelid FROM pg_catalog.pg_attrdef WHERE oid = ANY ($1)"},
};

// What exists only because of something else: row and array types, toast tables, the sequences of
// identity columns, a range's functions, a composite type's relation.
constexpr char kInternalOwners[] =
    "SELECT objid, refclassid, refobjid, classid FROM pg_catalog.pg_depend"
    " WHERE classid IN (1259, 1247, 1255) AND objid = ANY ($1) AND objsubid = 0 AND deptype = 'i'";

CatalogAddress TakeAddress(Cells& cells) {
  const auto catalog = static_cast<Catalog>(cells.Oid());
  return {catalog, cells.Oid()};
}

std::vector<Oid32> OidsIn(const std::set<CatalogAddress>& things, Catalog catalog) {
  std::vector<Oid32> oids;
  for (const CatalogAddress& thing : things) {
    if (thing.catalog == catalog) oids.push_back(thing.oid);
  }
  return oids;
}

// Asks `query` with catalogs and OIDs of `things` as $1 and $2, for addresses.
std::set<CatalogAddress> Ask(RowSource& source, std::string_view query,
                             const std::set<CatalogAddress>& things) {
  std::vector<std::vector<Oid32>> lists(2);
  for (const CatalogAddress& thing : things) {
    lists[0].push_back(static_cast<Oid32>(thing.catalog));
    lists[1].push_back(thing.oid);
  }
  std::set<CatalogAddress> found;
  source.ForEachRowWith(query, lists, [&](Row row) {
    Cells cells(row);
    found.insert(TakeAddress(cells));
  });
  return found;
}

}  // namespace

std::set<CatalogAddress> Owners::Of(const std::set<CatalogAddress>& things,
                                    std::set<CatalogAddress>* passed) {
  std::set<CatalogAddress> objects;
  std::set<CatalogAddress> at = things;
  while (!at.empty()) {
    Look(at);
    std::set<CatalogAddress> next;
    for (const CatalogAddress& thing : at) {
      if (passed) passed->insert(thing);
      const auto owner = owners_.find(thing);
      (owner == owners_.end() ? objects : next)
          .insert(owner == owners_.end() ? thing : owner->second);
    }
    at = std::move(next);
  }
  return objects;
}

void Owners::Look(const std::set<CatalogAddress>& things) {
  std::set<CatalogAddress> unknown;
  for (const CatalogAddress& thing : things) {
    if (known_.insert(thing).second) unknown.insert(thing);
  }
  std::vector<Oid32> internal;
  for (const Catalog catalog : {Catalog::kClass, Catalog::kType, Catalog::kProcedure}) {
    const std::vector<Oid32> oids = OidsIn(unknown, catalog);
    internal.insert(internal.end(), oids.begin(), oids.end());
  }
  if (!internal.empty()) {
    source_.ForEachRowWith(kInternalOwners, {internal}, [&](Row row) {
      Cells cells(row);
      const Oid32 oid = cells.Oid();
      const CatalogAddress owner = TakeAddress(cells);
      const CatalogAddress thing{static_cast<Catalog>(cells.Oid()), oid};
      if (unknown.contains(thing)) owners_[thing] = owner;
    });
  }
  for (const OwnerQuery& query : kOwnerQueries) {
    const std::vector<Oid32> oids = OidsIn(unknown, query.catalog);
    if (oids.empty()) continue;
    source_.ForEachRowWith(query.sql, {oids}, [&](Row row) {
      Cells cells(row);
      const CatalogAddress thing{query.catalog, cells.Oid()};
      owners_[thing] = TakeAddress(cells);
    });
  }
}

bool HoldsParts(Catalog catalog) {
  if (catalog == Catalog::kClass) return false;
  for (const OwnerQuery& query : kOwnerQueries) {
    if (query.catalog == catalog) return true;
  }
  return false;
}

std::set<CatalogAddress> PartsOf(RowSource& source, const std::set<CatalogAddress>& objects) {
  return Ask(
      source,
      "WITH RECURSIVE part (classid, objid) AS ("
      "SELECT w.classid, w.objid FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2))"
      "  AS w (classid, objid)"
      " UNION "
      "SELECT d.classid, d.objid FROM part p"
      " JOIN pg_catalog.pg_depend d ON d.refclassid = p.classid AND d.refobjid = p.objid"
      " LEFT JOIN pg_catalog.pg_class c ON d.classid = 1259 AND c.oid = d.objid"
      " WHERE d.deptype = 'i' OR (d.deptype IN ('a', 'P', 'S')"
      "  AND (d.classid IN (2604, 2606, 2618, 2620, 3256) OR c.relkind IN ('i', 'I')))"
      ") SELECT classid, objid FROM part",
      objects);
}

std::set<CatalogAddress> ReferredTo(RowSource& source, const std::set<CatalogAddress>& things) {
  return Ask(source,
             "SELECT d.refclassid, d.refobjid"
             " FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) AS w (classid, objid)"
             " JOIN pg_catalog.pg_depend d ON d.classid = w.classid AND d.objid = w.objid"
             " WHERE d.refclassid <> 2615 AND d.deptype <> 'e'",
             things);
}

std::set<CatalogAddress> Referring(RowSource& source, const std::set<CatalogAddress>& things) {
  return Ask(source,
             "SELECT d.classid, d.objid"
             " FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) AS w (classid, objid)"
             " JOIN pg_catalog.pg_depend d ON d.refclassid = w.classid AND d.refobjid = w.objid",
             things);
}

}  // namespace pggit
