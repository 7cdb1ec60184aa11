#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/diff/fields.h"
#include "core/diff/parts.h"
#include "core/model/schema.h"

namespace pggit {

// Which members of the model are SQL that the server prints: these follow a rename. Others are
// names of one thing, data, or text that is nobody's business but its own.

template <class T>
inline constexpr bool kHasSql =
    !std::is_same_v<T, Option> && !std::is_same_v<T, Grant> && !std::is_same_v<T, Privileges> &&
    !std::is_same_v<T, SecurityLabel> && !std::is_same_v<T, FunctionSetting> &&
    !std::is_same_v<T, SequenceOptions> && !std::is_same_v<T, Identity> &&
    !std::is_same_v<T, Collation> && !std::is_same_v<T, Subscription> &&
    !std::is_same_v<T, EnumType>;

/// Whether the member of this name is such text, of a T.
template <class T>
bool IsSql(std::string_view name) {
  if (name == "storage" || name == "compression" || name == "persistence" || name == "tablespace" ||
      name == "access method" || name == "statistics" || name == "command") {
    return false;
  }
  if constexpr (std::is_same_v<T, Function>) return name != "source" && name != "library";
  if constexpr (std::is_same_v<T, Sequence>) return name == "owned by table";
  if constexpr (std::is_same_v<T, Policy>) return name == "using" || name == "check";
  if constexpr (std::is_same_v<T, PublishedTable>) return name == "filter";
  if constexpr (std::is_same_v<T, Publication>) return name == "tables";
  if constexpr (std::is_same_v<T, Extension>) return name == "privileges";
  if constexpr (std::is_same_v<T, MemberPrivileges>) return name == "member";
  if constexpr (std::is_same_v<T, TextSearchDictionary>) return name == "template";
  if constexpr (std::is_same_v<T, Table>) return name != "server" && name != "replica identity";
  if constexpr (std::is_same_v<T, MaterializedView>) return name != "replica identity";
  if constexpr (std::is_same_v<T, BaseType>) return name != "default";
  return true;
}

/// Whether the member of this name is text in which columns are spoken of.
inline bool SpeaksOfColumns(std::string_view name) {
  return name == "expression" || name == "definition" || name == "using" || name == "check" ||
         name == "partition by" || name == "filter" || name == "query" || name == "columns" ||
         name == "body";
}

/// Walks over the SQL of a definition, part by part, beside that of `other`, which may be null.
/// `visit(element, member, text, other_text)`: the last is null where `other` has no such text.
template <class Visit>
class SqlWalk {
 public:
  explicit SqlWalk(Visit visit) : visit_(std::move(visit)) {}

  template <class T>
  void Members(const Element& element, T& value, const T* other) {
    if constexpr (kHasSql<T>) {
      std::apply(
          [&](const auto&... field) {
            (Member<T>(element, field.name, value.*field.member,
                       other ? &(other->*field.member) : nullptr),
             ...);
          },
          FieldsOf(&value));
    }
  }

 private:
  template <class T, class M>
  void Member(const Element& element, std::string_view name, M& value, const M* other) {
    if (IsSql<T>(name)) Value(element, name, value, other);
  }

  void Value(const Element& element, std::string_view name, std::string& value,
             const std::string* other) {
    visit_(element, name, value, other);
  }

  template <class P>
  void Value(const Element& element, std::string_view name, std::vector<P>& values,
             const std::vector<P>* others) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if constexpr (kIsPartList<std::vector<P>>) {
        const P* other = others ? FindPart(*others, PartName(values[i])) : nullptr;
        Members(PartElement(values[i]), values[i], other);
      } else {
        Value(element, name, values[i], others && i < others->size() ? &(*others)[i] : nullptr);
      }
    }
  }

  template <class M>
  void Value(const Element& element, std::string_view, M& value, const M* other) {
    if constexpr (requires { FieldsOf(&value); }) Members(element, value, other);
  }

  Visit visit_;
};

template <class Visit>
void WalkSql(Definition& definition, const Definition* other, Visit visit) {
  SqlWalk<Visit> walk(std::move(visit));
  std::visit(
      [&](auto& value) {
        using T = std::decay_t<decltype(value)>;
        walk.Members(Element{}, value, other ? std::get_if<T>(other) : nullptr);
      },
      definition);
}

}  // namespace pggit
