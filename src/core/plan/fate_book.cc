#include "core/plan/fate_book.h"

#include <algorithm>
#include <utility>

#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"

namespace pggit {

FateBook::FateBook(const Schema& from, const Schema& to) : from_(from), to_(to) {
  for (const auto& [id, object] : from_.objects) {
    for (const Dependency& need : object.attributes.needs) {
      needed_by_[need.on].push_back({&object, &need});
    }
    for (const Object* parent : Parents(from_, object)) children_[parent->id].push_back(&object);
    if (const Sequence* sequence = std::get_if<Sequence>(&object.definition)) {
      if (const Object* table = FindTable(from_, sequence->owned_table)) {
        owned_[table->id].push_back(&object);
      }
    }
  }
}

const Object* FateBook::Find(const Schema& schema, const ObjectId& id) {
  const auto found = schema.objects.find(id);
  return found == schema.objects.end() ? nullptr : &found->second;
}

Fate& FateBook::FateOf(const ObjectId& id) {
  Fate& fate = fates_[id];
  fate.from = FindOld(id);
  fate.to = FindNew(id);
  return fate;
}

void FateBook::Replace(Fate& fate) {
  if (fate.goes()) return;
  const ObjectId& id = fate.from->id;
  fate.way = Fate::Way::kReplace;
  fate.drops.clear();
  fate.creates.clear();
  fate.retypes.clear();
  Disturb(id, {});
}

void FateBook::Remake(Fate& fate, const Element& element) {
  const bool fresh = fate.drops.insert(element).second;
  fate.creates.insert(element);
  if (fresh) Disturb(fate.from->id, element);
}

void FateBook::Retype(Fate& fate, const std::string& column) {
  if (fate.retypes.insert(column).second) Disturb(fate.from->id, {ElementKind::kColumn, column});
}

void FateBook::RemakeBonds(Fate& fate, std::size_t kept) {
  const Table& from = std::get<Table>(fate.from->definition);
  const Table& to = std::get<Table>(fate.to->definition);
  const auto end_of_kept = to.inherits.begin() + static_cast<std::ptrdiff_t>(kept);
  for (const std::string& parent : from.inherits) {
    if (std::find(to.inherits.begin(), end_of_kept, parent) == end_of_kept) {
      fate.drops.insert(Bond(parent));
    }
  }
  for (auto parent = end_of_kept; parent != to.inherits.end(); ++parent) {
    fate.creates.insert(Bond(*parent));
  }
}

bool FateBook::Take(Disturbance& next) {
  if (disturbed_.empty()) return false;
  next = std::move(disturbed_.front());
  disturbed_.pop_front();
  return true;
}

bool IsTable(const ObjectId& id) {
  return id.kind == Kind::kTable || id.kind == Kind::kForeignTable;
}

bool IsPart(const Object& object, const Element& element) {
  switch (element.kind) {
    case ElementKind::kSelf:
    case ElementKind::kSequence: return false;
    case ElementKind::kColumn: return IsTable(object.id);
    case ElementKind::kDefault:
    case ElementKind::kConstraint:
    case ElementKind::kIndex:
    case ElementKind::kPartition:
    case ElementKind::kRule:
    case ElementKind::kTrigger:
    case ElementKind::kPolicy: return true;
    case ElementKind::kMember:
      return object.id.kind == Kind::kPublication ||
             object.id.kind == Kind::kTextSearchConfiguration ||
             object.id.kind == Kind::kOperatorFamily;
  }
  return false;
}

bool HasPart(const Object& object, const Element& element) {
  const Table& table = std::get<Table>(object.definition);
  switch (element.kind) {
    case ElementKind::kTrigger: return FindPart(table.triggers, element.name) != nullptr;
    case ElementKind::kRule: return FindPart(table.rules, element.name) != nullptr;
    case ElementKind::kPolicy: return FindPart(table.policies, element.name) != nullptr;
    case ElementKind::kConstraint: return FindPart(table.constraints, element.name) != nullptr;
    case ElementKind::kIndex: return FindPart(table.indexes, element.name) != nullptr;
    case ElementKind::kColumn: return FindPart(table.columns, element.name) != nullptr;
    case ElementKind::kSelf:
    case ElementKind::kDefault:
    case ElementKind::kSequence:
    case ElementKind::kPartition:
    case ElementKind::kMember: return false;
  }
  return false;
}

}  // namespace pggit
