#include "core/catalog/address_book.h"

#include <utility>

namespace pggit {
namespace {

const std::string kNoName;

// 13 bits of the catalog, 32 of the row, 16 of the column: none is ever 0 as a whole.
std::uint64_t KeyOf(CatalogAddress address) {
  return (static_cast<std::uint64_t>(address.catalog) << 48U) |
         (static_cast<std::uint64_t>(address.oid) << 16U) |
         static_cast<std::uint16_t>(address.column);
}

}  // namespace

AddressBook::AddressBook() : slots_(1024) {}

void AddressBook::Put(CatalogAddress address, Object* object, Element element, bool itself) {
  const std::string* name = &kNoName;
  if (!element.name.empty()) name = &names_.emplace_back(std::move(element.name));
  Put(address, {object, element.kind, name, itself});
}

void AddressBook::Put(CatalogAddress address, const Located& located) {
  if (2 * used_ >= slots_.size()) Grow();
  const std::uint64_t key = KeyOf(address);
  Slot& slot = slots_[SlotOf(key)];
  if (slot.key == 0) ++used_;
  slot = {key, located};
}

std::optional<Located> AddressBook::Find(CatalogAddress address) const {
  const Slot& slot = slots_[SlotOf(KeyOf(address))];
  if (slot.key == 0) return std::nullopt;
  return slot.located;
}

std::size_t AddressBook::SlotOf(std::uint64_t key) const {
  std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 32U;
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = static_cast<std::size_t>(hash) & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

void AddressBook::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.key != 0) slots_[SlotOf(slot.key)] = slot;
  }
}

}  // namespace pggit
