#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pggit {

/// How a name that has changed stands in SQL that the server prints.
struct RenamedName {
  enum class Scope {
    kSchema,    ///< schema.thing
    kRelation,  ///< schema.name, and name.column where it is not called otherwise
    kObject,    ///< schema.name: types, functions ...
    kColumn,    ///< name, table.name
    kPart,      ///< The name of a trigger or a rule in the statement that makes it.
    kValue,     ///< 'value'::type
  };

  Scope scope = Scope::kRelation;
  std::string schema;  ///< Of a relation, an object, or the type that has the value.
  std::string from;
  std::string to;
  std::string type = {};  ///< The type that has the value.
  /// Of a function beside others of the name: only where it follows is it known to be this one.
  std::string signature = {};

  bool operator==(const RenamedName&) const = default;
};

/// `text` with the new name wherever the old one stands for what was renamed.
///
/// Of a relation only qualified names are changed: unqualified ones may be aliases. Literals are
/// left alone, but those that are names to the server ('public.s'::regclass) and values of enums.
/// What cannot be read as SQL stays as it is.
std::string Respell(const std::string& text, const RenamedName& name);

/// Whether the server prints `before` as `after` once the names have changed: the texts are the
/// same but for these names, and for the AS that keeps, or need not keep any more, the name of an
/// output column. A needless no only costs work.
bool SameButForNames(const std::string& before, const std::string& after,
                     const std::vector<RenamedName>& names);

}  // namespace pggit
