#pragma once

#include <map>
#include <string>
#include <variant>

#include "core/model/access_method.h"
#include "core/model/aggregate.h"
#include "core/model/attributes.h"
#include "core/model/function.h"
#include "core/model/language.h"
#include "core/model/namespace.h"
#include "core/model/object_id.h"
#include "core/model/operator.h"
#include "core/model/operator_class.h"
#include "core/model/sequence.h"
#include "core/model/table.h"
#include "core/model/transform.h"
#include "core/model/view.h"

namespace pggit {

/// What an object is, one value type per kind.
using Definition = std::variant<  //
    AccessMethod,                 //
    Aggregate,                    //
    Function,                     //
    Language,                     //
    Namespace,                    //
    Operator,                     //
    OperatorClass,                //
    OperatorFamily,               //
    Sequence,                     //
    Table,                        //
    Transform,                    //
    View>;

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
