#pragma once

#include <map>
#include <string>
#include <variant>

#include "core/model/attributes.h"
#include "core/model/namespace.h"
#include "core/model/object_id.h"
#include "core/model/sequence.h"
#include "core/model/table.h"
#include "core/model/view.h"

namespace pggit {

/// What an object is, one value type per kind.
using Definition = std::variant<  //
    Namespace,                    //
    Sequence,                     //
    Table,                        //
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
