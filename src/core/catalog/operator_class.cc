#include <algorithm>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/catalog/names.h"

namespace pggit {
namespace {

void ReadFamilies(Reader& reader) {
  reader.ForEach(
      "SELECT f.oid, n.nspname, f.opfname, am.amname, f.opfowner"
      " FROM pg_catalog.pg_opfamily f"
      " JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_am am ON am.oid = f.opfmethod",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kOperatorFamily, cells.Oid()};
        if (reader.IsMember(address)) return;
        ObjectId id{Kind::kOperatorFamily, cells.Text(), cells.Text(), ""};
        id.signature = " USING " + QuoteIdentifier(cells.View());
        Object& object = reader.Add(address, id, OperatorFamily{});
        reader.SetOwnerAndPrivileges(object, 'o', cells.Oid(), /*has_acl=*/false, {});
      });
}

void ReadClasses(Reader& reader) {
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.opcname, am.amname, c.opcowner, c.opcdefault,"
      " pg_catalog.format_type(c.opcintype, NULL),"
      " CASE WHEN c.opckeytype <> 0 THEN pg_catalog.format_type(c.opckeytype, NULL) END,"
      " fn.nspname, f.opfname"
      " FROM pg_catalog.pg_opclass c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_am am ON am.oid = c.opcmethod"
      " JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily"
      " JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kOperatorClass, cells.Oid()};
        if (reader.IsMember(address)) return;
        ObjectId id{Kind::kOperatorClass, cells.Text(), cells.Text(), ""};
        id.signature = " USING " + QuoteIdentifier(cells.View());
        Object& object = reader.Add(address, id, OperatorClass{});
        reader.SetOwnerAndPrivileges(object, 'o', cells.Oid(), /*has_acl=*/false, {});
        OperatorClass& opclass = std::get<OperatorClass>(object.definition);
        opclass.is_default = cells.Bool();
        opclass.type = cells.Text();
        opclass.storage = cells.TextOrEmpty();
        const std::string family_schema = cells.Text();
        const std::string family = cells.Text();
        if (family_schema != id.schema || family != id.name) {
          opclass.family = QuoteQualified(family_schema, family);
        }
      });
}

// The members of the class or family at `owner`, where the member at `member` belongs, after noting
// that it is found there; nullptr when neither is versioned by itself.
FamilyMembers* MembersAt(Reader& reader, CatalogAddress owner, CatalogAddress member) {
  Object* object = reader.FindObject(owner);
  if (!object) return nullptr;
  if (auto* opclass = std::get_if<OperatorClass>(&object->definition)) {
    reader.Alias(member, *object, {});
    return &opclass->members;
  }
  if (auto* family = std::get_if<OperatorFamily>(&object->definition)) {
    reader.Alias(member, *object, {ElementKind::kMember, "loose"});
    return &family->loose;
  }
  return nullptr;
}

// pg_depend tells whether a member came with a class or was added to the family.
void ReadMembers(Reader& reader) {
  reader.ForEach(
      "SELECT d.refclassid, d.refobjid, o.oid, o.amopstrategy,"
      " o.amopopr::pg_catalog.regoperator, sn.nspname, s.opfname"
      " FROM pg_catalog.pg_depend d"
      " JOIN pg_catalog.pg_amop o ON o.oid = d.objid"
      " LEFT JOIN pg_catalog.pg_opfamily s ON s.oid = o.amopsortfamily"
      " LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = s.opfnamespace"
      " WHERE d.classid = 2602 AND d.refclassid IN (2616, 2753) AND d.deptype IN ('a', 'i')",
      [&](Cells& cells) {
        const CatalogAddress owner{static_cast<Catalog>(cells.Oid()), cells.Oid()};
        FamilyMembers* members = MembersAt(reader, owner, {Catalog::kAmOp, cells.Oid()});
        if (!members) return;
        FamilyOperator member;
        member.strategy = static_cast<int>(cells.Integer());
        member.name = cells.Text();
        if (!cells.IsNull()) {
          const std::string schema = cells.Text();
          member.sort_family = QuoteQualified(schema, cells.View());
        }
        members->operators.push_back(std::move(member));
      });
  reader.ForEach(
      "SELECT d.refclassid, d.refobjid, p.oid, p.amprocnum,"
      " pg_catalog.format_type(p.amproclefttype, NULL),"
      " pg_catalog.format_type(p.amprocrighttype, NULL), p.amproc::pg_catalog.regprocedure"
      " FROM pg_catalog.pg_depend d"
      " JOIN pg_catalog.pg_amproc p ON p.oid = d.objid"
      " WHERE d.classid = 2603 AND d.refclassid IN (2616, 2753) AND d.deptype IN ('a', 'i')",
      [&](Cells& cells) {
        const CatalogAddress owner{static_cast<Catalog>(cells.Oid()), cells.Oid()};
        FamilyMembers* members = MembersAt(reader, owner, {Catalog::kAmProc, cells.Oid()});
        if (!members) return;
        FamilyFunction member;
        member.number = static_cast<int>(cells.Integer());
        member.left_type = cells.Text();
        member.right_type = cells.Text();
        member.name = cells.Text();
        members->functions.push_back(std::move(member));
      });
}

void Sort(FamilyMembers& members) {
  std::sort(members.operators.begin(), members.operators.end());
  std::sort(members.functions.begin(), members.functions.end());
}

}  // namespace

void ReadOperatorClasses(Reader& reader) {
  ReadFamilies(reader);
  ReadClasses(reader);
  ReadMembers(reader);
  for (auto& [id, object] : reader.schema().objects) {
    if (auto* opclass = std::get_if<OperatorClass>(&object.definition)) Sort(opclass->members);
    if (auto* family = std::get_if<OperatorFamily>(&object.definition)) Sort(family->loose);
  }
}

}  // namespace pggit
