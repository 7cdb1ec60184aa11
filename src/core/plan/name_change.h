#pragma once

#include <optional>
#include <set>
#include <string>

#include "core/model/schema.h"
#include "core/plan/rename.h"
#include "core/plan/renamed_text.h"

namespace pggit {

/// What one rename does to the names of objects and of their parts.
///
/// Made from the schema as it is before; throws Error when the server would refuse the rename.
class NameChange {
 public:
  NameChange(const Schema& schema, const Rename& rename);

  const Rename& rename() const { return rename_; }
  /// How the name stands in SQL; nothing where it does not.
  const std::optional<RenamedName>& text() const { return text_; }
  /// The tables whose parts of that name change: with a table those that inherit the part.
  const std::set<ObjectId>& owners() const { return owners_; }

  ObjectId Map(const ObjectId& id) const;
  /// `owner` as it is called before.
  Element Map(const ObjectId& owner, const Element& element) const;
  Attributes Map(const ObjectId& owner, const Attributes& attributes) const;

 private:
  bool IsPart(ElementKind kind) const { return rename_.element.kind == kind; }
  void FindOwners(const Schema& schema);
  void RequireOwnColumn(const Schema& schema) const;
  void RequireOwnConstraint(const Schema& schema) const;
  std::optional<RenamedName> TextOf(const Schema& schema) const;

  Rename rename_;
  std::set<ObjectId> owners_;
  std::optional<RenamedName> text_;
};

}  // namespace pggit
