#include "core/ddl/kinds.h"

namespace pggit {

// All there is to say are privileges, which every object has: see attributes.cc.

void Render(const ObjectId& /*id*/, const SystemPrivileges& /*system*/, Form /*form*/,
            std::vector<Piece>& /*pieces*/) {}

SystemPrivileges ParseSystemPrivileges(Cursor& cursor) {
  if (!cursor.Sees("REVOKE") && !cursor.Sees("GRANT") && !cursor.Sees("SET")) {
    cursor.Fail("GRANT or REVOKE");
  }
  return {};
}

}  // namespace pggit
