#pragma once

#include <string_view>

namespace pggit {

/// A member of a value type of the model, under the name that people read.
///
/// `FieldsOf(const T*)` lists the members of T in fields.h: what compares or merges values goes
/// through these lists instead of spelling every member out again.
template <class T, class M>
struct Field {
  std::string_view name;
  M T::*member;
};

template <class T, class M>
Field(const char*, M T::*) -> Field<T, M>;

}  // namespace pggit
