#pragma once

// EachField(const T*, field) calls `field(name, member)` for every member of a value type of the
// model: the name is the one that people read, the member a pointer to it. What compares or merges
// values goes through these lists instead of spelling every member out again.

#include "core/diff/fields_code.h"
#include "core/diff/fields_relation.h"
#include "core/diff/fields_service.h"
#include "core/diff/fields_type.h"

namespace pggit {

struct NoField {
  template <class M>
  void operator()(const char* /*name*/, M /*member*/) const {}
};

/// Whether T is such a value type.
template <class T>
inline constexpr bool kHasFields = requires(const T* value) {
  EachField(value, NoField());
};

}  // namespace pggit
