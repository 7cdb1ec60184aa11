#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/privileges.h"

namespace pggit {

void Render(const ObjectId& id, const Extension& extension, Form /*form*/,
            std::vector<Piece>& pieces) {
  pieces.push_back({{},
                    "CREATE EXTENSION " + QuoteIdentifier(id.name) + " WITH SCHEMA " +
                        QuoteIdentifier(extension.schema)});
  for (const MemberPrivileges& member : extension.privileges) {
    // The member's owner is whoever made the extension.
    RenderPrivileges({"", member.member, member.column, "", {ElementKind::kMember, member.member}},
                     member.privileges, pieces);
  }
}

Extension ParseExtension(Cursor& cursor) {
  Extension extension;
  cursor.Expect("CREATE EXTENSION");
  cursor.Name();
  cursor.Expect("WITH SCHEMA");
  extension.schema = cursor.Name();
  cursor.ExpectSymbol(";");
  std::vector<MemberPrivileges>& members = extension.privileges;
  std::string grantor;
  while (true) {
    if (const auto statement = ParsePrivilegeStatement(cursor, "")) {
      const bool of_last = !members.empty() && members.back().member == statement->target &&
                           members.back().column == statement->column;
      if (!of_last) members.push_back({statement->target, statement->column, {}});
      Apply(*statement, grantor, members.back().privileges);
    } else if (!ParseGrantor(cursor, grantor)) {
      return extension;
    }
    cursor.ExpectSymbol(";");
  }
}

}  // namespace pggit
