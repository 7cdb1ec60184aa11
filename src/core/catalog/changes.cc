#include "core/catalog/changes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/catalog/owners.h"
#include "core/catalog/steps.h"
#include "core/model/outside.h"

namespace pggit {
namespace {

using Addresses = std::set<CatalogAddress>;

/// Beyond that many objects, reading everything costs less.
constexpr std::size_t kMostObjects = 2000;

// Catalogs whose rows stand for objects that can be read by themselves.
bool IsReadable(Catalog catalog) {
  return catalog == Catalog::kClass || catalog == Catalog::kType ||
         catalog == Catalog::kProcedure || catalog == Catalog::kNamespace;
}

// Changes of the server's own things are kept as privileges that no address leads to.
bool IsSystems(const CatalogAddress& address) {
  constexpr Oid32 kPublic = 2200;  // The schema, whose OID is the same in every database.
  return address.oid < kFirstOwn && address != CatalogAddress{Catalog::kNamespace, kPublic};
}

class ChangeReader {
 public:
  ChangeReader(RowSource& source, const SnapshotOptions& options, KnownSchema& known)
      : source_(source), options_(options), known_(known), owners_(source) {}

  std::optional<SchemaChanges> Read(const Addresses& touched) {
    if (!TakeRoles(touched)) return std::nullopt;
    Addresses next;
    if (!Choose(owners_.Of(touched), next)) return std::nullopt;
    while (!next.empty()) {
      Addresses shown;
      if (!ReadObjects(std::exchange(next, {}), shown)) return std::nullopt;
      if (!Choose(owners_.Of(shown), next)) return std::nullopt;
    }
    Settle();
    return std::move(changes_);
  }

 private:
  // A role that has another name has it in the privileges of any object.
  bool TakeRoles(const Addresses& touched) {
    Addresses roles;
    std::vector<Oid32> oids;
    for (const CatalogAddress& address : touched) {
      if (address.catalog != Catalog::kAuthId) continue;
      roles.insert(address);
      oids.push_back(address.oid);
    }
    if (roles.empty()) return true;
    const auto before = known_.NamesOf(roles);
    for (const auto& [address, name] : before) changes_.names[address] = std::nullopt;
    bool renamed = false;
    source_.ForEachRowWith("SELECT oid, rolname FROM pg_catalog.pg_roles WHERE oid = ANY ($1)",
                           {oids}, [&](Row row) {
                             Cells cells(row);
                             const CatalogAddress address{Catalog::kAuthId, cells.Oid()};
                             const std::string name = cells.Text();
                             const auto was = before.find(address);
                             renamed = renamed || (was != before.end() && was->second != name);
                             changes_.names[address] = name;
                           });
    return !renamed;
  }

  // Adds those of `objects` that are still to be read to `next`; false when one cannot be.
  bool Choose(const Addresses& objects, Addresses& next) {
    for (const CatalogAddress& object : objects) {
      if (object.catalog == Catalog::kAuthId || HoldsParts(object.catalog)) continue;
      if (!IsReadable(object.catalog) || IsSystems(object)) return false;
      if (done_.insert(object).second) next.insert(object);
    }
    return done_.size() <= kMostObjects;
  }

  // Reads `objects`, and adds to `shown` what may look different because of them.
  bool ReadObjects(const Addresses& objects, Addresses& shown) {
    const Focus focus = FocusOn(objects);
    Reader reader(source_, options_, &focus);
    ReadAll(reader);
    if (!reader.unsupported().empty()) return false;
    for (const CatalogAddress& address : objects) {
      const auto located = reader.Find(address);
      // An extension keeps the privileges of its members.
      if (located && located->kind == ElementKind::kMember && located->object) return false;
    }
    std::map<CatalogAddress, const Object*> found(reader.added().begin(), reader.added().end());
    Compare(objects, found, shown);
    return true;
  }

  Focus FocusOn(const Addresses& objects) {
    const Addresses parts = PartsOf(source_, objects);
    Addresses passed = parts;
    Addresses read = objects;
    read.merge(owners_.Of(ReferredTo(source_, parts), &passed));
    return {read, passed};
  }

  void Compare(const Addresses& objects, const std::map<CatalogAddress, const Object*>& found,
               Addresses& shown) {
    Addresses by_name;   // Everything that refers to these may show them.
    Addresses by_query;  // What lists columns does.
    Addresses by_child;  // Tables that inherit from them.
    const auto names = known_.NamesOf(objects);
    for (const CatalogAddress& address : objects) {
      const auto name = names.find(address);
      const auto object = found.find(address);
      if (name != names.end()) gone_.insert(name->second);
      if (object == found.end()) {
        if (name != names.end()) changes_.names[address] = std::nullopt;
        continue;
      }
      const std::string new_name = known_.NameFor(*object->second);
      came_.insert_or_assign(new_name, *object->second);
      if (name == names.end() || name->second != new_name) {
        changes_.names[address] = new_name;
        by_name.insert(address);
        continue;
      }
      const Object before = known_.ObjectOf(new_name);
      switch (CompareOutside(before, *object->second)) {
        case Outside::kSame:
          if (before != *object->second) by_child.insert(address);
          break;
        case Outside::kExtended: by_query.insert(address); break;
        case Outside::kChanged: by_name.insert(address); break;
      }
    }
    if (!by_name.empty()) shown.merge(Referring(source_, PartsOf(source_, by_name)));
    AddReferring(by_child, {Catalog::kClass}, shown);
    AddReferring(by_query,
                 {Catalog::kClass, Catalog::kRewrite, Catalog::kProcedure, Catalog::kPolicy},
                 shown);
  }

  void AddReferring(const Addresses& things, const std::set<Catalog>& from, Addresses& shown) {
    if (things.empty()) return;
    for (const CatalogAddress& address : Referring(source_, things)) {
      if (from.contains(address.catalog)) shown.insert(address);
    }
  }

  // Only now is it known that nothing else took a name that something lost.
  void Settle() {
    for (const std::string& name : gone_) changes_.objects[name] = std::nullopt;
    for (auto& [name, object] : came_) changes_.objects[name] = std::move(object);
  }

  RowSource& source_;
  const SnapshotOptions& options_;
  KnownSchema& known_;
  Owners owners_;
  Addresses done_;
  std::set<std::string> gone_;
  std::map<std::string, Object> came_;
  SchemaChanges changes_;
};

}  // namespace

std::optional<SchemaChanges> ReadChanges(RowSource& source, const SnapshotOptions& options,
                                         const std::set<CatalogAddress>& touched,
                                         KnownSchema& known) {
  return ChangeReader(source, options, known).Read(touched);
}

}  // namespace pggit
