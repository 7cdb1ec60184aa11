#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalogs.h"
#include "core/model/schema.h"

namespace pggit {

/// Something that the catalogs name by numbers, as pg_depend does: a row of `catalog`, and one of
/// its columns when `column` is not 0.
struct CatalogAddress {
  Catalog catalog = Catalog::kClass;
  Oid32 oid = 0;
  int column = 0;

  auto operator<=>(const CatalogAddress&) const = default;
};

/// What a catalog address is in the model.
struct Located {
  Object* object = nullptr;  ///< Null for an extension that is not versioned.
  ElementKind kind = ElementKind::kSelf;
  const std::string* name = nullptr;  ///< Of the element.
  /// Whether the row is the object's own; false for its parts, and for what only stands for it (the
  /// row type of a table, the array type of a type).
  bool itself = false;

  Element element() const { return {kind, *name}; }
  bool is_extension() const { return !object || object->id.kind == Kind::kExtension; }
};

/// Where the objects of a schema and their parts are in the catalogs: a hash table made for the
/// hundreds of thousands of lookups of one reading. The objects must outlive it.
class AddressBook {
 public:
  AddressBook();

  /// Replaces what was at `address`.
  void Put(CatalogAddress address, Object* object, Element element, bool itself);
  void Put(CatalogAddress address, const Located& located);

  std::optional<Located> Find(CatalogAddress address) const;

 private:
  struct Slot {
    std::uint64_t key = 0;  ///< 0: free.
    Located located;
  };

  /// The slot of `key`, or the free one where it belongs.
  std::size_t SlotOf(std::uint64_t key) const;
  void Grow();

  std::vector<Slot> slots_;  ///< A power of two of them, at most half in use.
  std::size_t used_ = 0;
  std::deque<std::string> names_;
};

}  // namespace pggit
