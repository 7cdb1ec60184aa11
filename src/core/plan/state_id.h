#pragma once

#include <map>
#include <string>

#include "core/model/schema.h"

namespace pggit {

/// Works out the id of a schema for plans, and of those that it becomes, object by object.
///
/// The id is the SHA-256 of the SHA-256s of all definitions, 64 hexadecimal digits each, in the
/// order of the objects' ids. The columns of a table are sorted first: no plan moves them.
class StateDigest {
 public:
  explicit StateDigest(const Schema& schema);

  /// Tells of an object that has changed, or is new.
  void Update(const Object& object);

  std::string Id() const;

 private:
  std::map<ObjectId, std::string> objects_;
};

/// The id of a schema for plans: equal for schemas that are equal modulo the order of columns.
std::string StateId(const Schema& schema);

}  // namespace pggit
