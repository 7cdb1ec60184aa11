#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace pggit {

// The forms of a type, each a value type of its own. Types are named as SQL names them, functions,
// operator classes and collations as the server prints them under an empty search path.

/// A type of which only the name exists.
struct ShellType {
  bool operator==(const ShellType&) const = default;
};

struct TypeAttribute {
  std::string name;
  std::string type;
  std::string collation;  ///< Qualified and quoted; empty when it is the type's own.

  auto operator<=>(const TypeAttribute&) const = default;
};

struct CompositeType {
  std::vector<TypeAttribute> attributes;  ///< In their order; holes of dropped ones left out.

  bool operator==(const CompositeType&) const = default;
};

struct EnumType {
  std::vector<std::string> values;  ///< In their order.

  bool operator==(const EnumType&) const = default;
};

struct RangeType {
  std::string subtype;
  std::string operator_class;   ///< Qualified and quoted; empty for the subtype's default.
  std::string collation;        ///< Qualified and quoted; empty when it is the subtype's own.
  std::string canonical;        ///< Empty when there is none.
  std::string difference;       ///< Empty when there is none.
  std::string multirange_name;  ///< Qualified and quoted; empty when it is the server's choice.

  bool operator==(const RangeType&) const = default;
};

/// A type whose values only its own functions understand. What is empty has the server's default.
struct BaseType {
  std::string input;
  std::string output;
  std::string receive;
  std::string send;
  std::string typmod_in;
  std::string typmod_out;
  std::string analyze;
  std::string subscript;
  std::string internal_length;  ///< A number; empty for VARIABLE.
  bool passed_by_value = false;
  std::string alignment;  ///< char, int2 or double; empty for int4.
  std::string storage;    ///< external, extended or main; empty for plain.
  std::string category;   ///< One character; empty for U.
  bool preferred = false;
  std::optional<std::string> default_value;
  std::string element;
  std::string delimiter;  ///< One character; empty for the comma.
  bool collatable = false;

  bool operator==(const BaseType&) const = default;
};

/// The part of a type made in two steps that is the second of them: the shell, which the support
/// functions speak of, needs nothing; the definition needs these functions. A kMember.
inline constexpr char kTypeDefinition[] = "definition";

/// Whether the type is made in two steps.
inline bool StartsAsShell(const BaseType&) {
  return true;
}
inline bool StartsAsShell(const RangeType& type) {
  return !type.canonical.empty();
}

}  // namespace pggit
