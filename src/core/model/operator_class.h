#pragma once

#include <compare>
#include <string>
#include <vector>

namespace pggit {

/// An operator that an index access method may use.
struct FamilyOperator {
  int strategy = 0;
  std::string name;         ///< With its argument types: public.<(integer,text).
  std::string sort_family;  ///< Of FOR ORDER BY: the family, qualified and quoted, or empty.

  auto operator<=>(const FamilyOperator&) const = default;
};

/// A support function of an index access method.
struct FamilyFunction {
  int number = 0;
  std::string left_type;
  std::string right_type;
  std::string name;  ///< With its argument types: public.cmp(integer,text).

  auto operator<=>(const FamilyFunction&) const = default;
};

/// The members of a family that belong to no class in particular, or those of one class. Sorted.
struct FamilyMembers {
  std::vector<FamilyOperator> operators;
  std::vector<FamilyFunction> functions;

  bool empty() const { return operators.empty() && functions.empty(); }
  auto operator<=>(const FamilyMembers&) const = default;
};

/// An operator family. Its access method is in its signature.
struct OperatorFamily {
  FamilyMembers loose;  ///< Members that were added to the family itself.

  bool operator==(const OperatorFamily&) const = default;
};

/// An operator class. Its access method is in its signature.
struct OperatorClass {
  bool is_default = false;  ///< For its type and access method.
  std::string type;
  std::string family;   ///< Qualified and quoted; empty when it has the class's schema and name.
  std::string storage;  ///< The type kept in the index; empty when it is `type`.
  FamilyMembers members;

  bool operator==(const OperatorClass&) const = default;
};

}  // namespace pggit
