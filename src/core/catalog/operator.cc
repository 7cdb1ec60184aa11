#include "core/catalog/kinds.h"
#include "core/catalog/names.h"

namespace pggit {

void ReadOperators(Reader& reader) {
  reader.ForEach(
      "SELECT o.oid, n.nspname, o.oprname, o.oprowner, o.oprcode::pg_catalog.regprocedure,"
      " CASE WHEN o.oprleft <> 0 THEN pg_catalog.format_type(o.oprleft, NULL) END,"
      " pg_catalog.format_type(o.oprright, NULL), o.oprcom::pg_catalog.regoperator,"
      " o.oprnegate::pg_catalog.regoperator, o.oprrest::pg_catalog.regprocedure,"
      " o.oprjoin::pg_catalog.regprocedure, o.oprcanhash, o.oprcanmerge"
      " FROM pg_catalog.pg_operator o"
      " JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace AND {user_schema}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kOperator, cells.Oid()};
        if (reader.IsMember(address)) return;
        ObjectId id{Kind::kOperator, cells.Text(), cells.Text(), ""};
        const Oid32 owner = cells.Oid();
        Operator op;
        op.function = FunctionName(cells.View());
        op.left_type = cells.TextOrEmpty();
        op.right_type = cells.Text();
        id.signature =
            '(' + (op.left_type.empty() ? "NONE" : op.left_type) + ',' + op.right_type + ')';
        if (op.function.empty()) {
          reader.Ignore(Describe(id), "only another operator names it; it was never defined");
          return;
        }
        op.commutator = OperatorReference(cells.View());
        op.negator = OperatorReference(cells.View());
        op.restriction = FunctionName(cells.View());
        op.join = FunctionName(cells.View());
        op.hashes = cells.Bool();
        op.merges = cells.Bool();
        Object& object = reader.Add(address, id, std::move(op));
        reader.SetOwnerAndPrivileges(object, 'o', owner, /*has_acl=*/false, {});
      });
}

}  // namespace pggit
