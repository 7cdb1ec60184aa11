#include "core/model/object_id.h"

#include "core/base/identifier.h"

namespace pggit {

std::string SqlName(const ObjectId& id) {
  if (id.name.empty()) return id.signature;
  // An operator's name is made of symbols and is never quoted.
  if (id.kind == Kind::kOperator) {
    return QuoteIdentifier(id.schema) + '.' + id.name + ' ' + id.signature;
  }
  return QuoteQualified(id.schema, id.name) + id.signature;
}

std::string Describe(const ObjectId& id) {
  return std::string(KindName(id.kind)) + ' ' + SqlName(id);
}

}  // namespace pggit
