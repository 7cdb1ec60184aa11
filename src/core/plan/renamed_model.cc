#include "core/plan/renamed_model.h"

#include <cstddef>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/diff/fields.h"
#include "core/diff/parts.h"

namespace pggit {
namespace {

template <class T>
inline constexpr bool kHasSql =
    !std::is_same_v<T, Option> && !std::is_same_v<T, Grant> && !std::is_same_v<T, Privileges> &&
    !std::is_same_v<T, SecurityLabel> && !std::is_same_v<T, FunctionSetting> &&
    !std::is_same_v<T, SequenceOptions> && !std::is_same_v<T, Identity> &&
    !std::is_same_v<T, Collation> && !std::is_same_v<T, Subscription> &&
    !std::is_same_v<T, EnumType>;

// Whether the member of this name is such text, of a T.
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

class SqlWalk {
 public:
  explicit SqlWalk(const SqlVisitor& visit) : visit_(visit) {}

  template <class T>
  void Members(const Element& element, T& value, const T* other) {
    if constexpr (kHasSql<T>) {
      EachField(&value, [&](const char* name, auto member) {
        Member<T>(element, name, value.*member, other ? &(other->*member) : nullptr);
      });
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
    if constexpr (kHasFields<M>) Members(element, value, other);
  }

  const SqlVisitor& visit_;
};

}  // namespace

void WalkSql(Definition& definition, const Definition* other, const SqlVisitor& visit) {
  SqlWalk walk(visit);
  std::visit(
      [&](auto& value) {
        using T = std::decay_t<decltype(value)>;
        walk.Members(Element{}, value, other ? std::get_if<T>(other) : nullptr);
      },
      definition);
}

}  // namespace pggit
