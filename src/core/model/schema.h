#pragma once

#include <map>
#include <string>
#include <type_traits>
#include <variant>

#include "core/model/access_method.h"
#include "core/model/aggregate.h"
#include "core/model/attributes.h"
#include "core/model/cast.h"
#include "core/model/collation.h"
#include "core/model/conversion.h"
#include "core/model/default_privileges.h"
#include "core/model/domain.h"
#include "core/model/event_trigger.h"
#include "core/model/extension.h"
#include "core/model/foreign_data.h"
#include "core/model/function.h"
#include "core/model/language.h"
#include "core/model/materialized_view.h"
#include "core/model/namespace.h"
#include "core/model/object_id.h"
#include "core/model/operator.h"
#include "core/model/operator_class.h"
#include "core/model/publication.h"
#include "core/model/sequence.h"
#include "core/model/statistics.h"
#include "core/model/system_privileges.h"
#include "core/model/table.h"
#include "core/model/text_search.h"
#include "core/model/transform.h"
#include "core/model/type.h"
#include "core/model/view.h"

namespace pggit {

/// One value type per kind.
using AnyDefinition = std::variant<  //
    AccessMethod, Aggregate, BaseType, Cast, Collation, CompositeType, Conversion, Domain, EnumType,
    Function, Language, Namespace, Operator, OperatorClass, OperatorFamily, Extension, Sequence,
    ForeignDataWrapper, ForeignServer, UserMapping, RangeType, ShellType, Table,
    TextSearchConfiguration, TextSearchDictionary, TextSearchParser, TextSearchTemplate, Transform,
    View, MaterializedView, Statistics, Publication, Subscription, EventTrigger, DefaultPrivileges,
    SystemPrivileges>;

template <class K, class... Kinds>
constexpr bool IsOneOf(const std::variant<Kinds...>* /*any*/) {
  return (std::is_same_v<K, Kinds> || ...);
}

template <class K>
inline constexpr bool kIsKind = IsOneOf<K>(static_cast<const AnyDefinition*>(nullptr));

/// What an object is.
///
/// What a variant of all kinds costs to make, copy, move, destroy and compare is compiled once, in
/// schema.cc, and not in every file that has an object in its hands.
struct Definition : AnyDefinition {
  template <class K>
  requires kIsKind<K> Definition(K value);

  Definition();
  Definition(const Definition& other);
  Definition(Definition&& other) noexcept;
  Definition& operator=(const Definition& other);
  Definition& operator=(Definition&& other) noexcept;
  ~Definition();

  bool operator==(const Definition& other) const;
};

/// One versioned object, whole: equal objects have equal definitions, byte for byte.
struct Object {
  ObjectId id;
  Attributes attributes;
  Definition definition;

  bool operator==(const Object&) const = default;
};

/// All versioned objects of a database, or of one commit.
struct Schema {
  std::map<ObjectId, Object> objects;

  bool operator==(const Schema&) const = default;
};

}  // namespace pggit
