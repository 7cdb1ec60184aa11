#include <algorithm>

#include "core/catalog/kinds.h"

namespace pggit {

void ReadDomains(Reader& reader) {
  reader.ForEach(
      "SELECT t.oid, n.nspname, t.typname, t.typowner, t.typacl IS NOT NULL, t.typacl,"
      " pg_catalog.format_type(t.typbasetype, t.typtypmod),"
      " CASE WHEN t.typcollation <> b.typcollation THEN pg_catalog.quote_ident(cn.nspname) || '.'"
      "  || pg_catalog.quote_ident(co.collname) END,"
      " t.typnotnull, pg_catalog.pg_get_expr(t.typdefaultbin, 0)"
      " FROM pg_catalog.pg_type t"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype"
      " LEFT JOIN pg_catalog.pg_collation co ON co.oid = t.typcollation"
      " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace"
      " WHERE t.typtype = 'd' AND {type t.oid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kType, cells.Oid()};
        const ObjectId id{Kind::kDomain, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, Domain{});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'T', owner, has_acl, cells.Array());
        Domain& domain = std::get<Domain>(object.definition);
        domain.base_type = cells.Text();
        domain.collation = cells.TextOrEmpty();
        domain.not_null = cells.Bool();
        domain.default_expression = cells.Expression();
      });
  reader.ForEach(
      "SELECT con.oid, con.contypid, con.conname, con.contype = 'n',"
      " pg_catalog.pg_get_constraintdef(con.oid)"
      " FROM pg_catalog.pg_constraint con"
      " JOIN pg_catalog.pg_type t ON t.oid = con.contypid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace AND {user_schema}"
      " WHERE {type con.contypid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kConstraint, cells.Oid()};
        Object* object = reader.FindObject({Catalog::kType, cells.Oid()});
        Domain* domain = object ? std::get_if<Domain>(&object->definition) : nullptr;
        if (!domain) return;
        Constraint constraint;
        constraint.name = cells.Text();
        if (cells.Bool()) constraint.kind = ConstraintKind::kNotNull;
        constraint.definition = cells.Text();
        reader.Alias(address, *object, {ElementKind::kConstraint, constraint.name});
        if (constraint.kind == ConstraintKind::kNotNull) {
          // Since 17 it has a row of its own; the name the server would choose says nothing.
          if (constraint.name == object->id.name + "_not_null") return;
          domain->not_null = false;
        }
        domain->constraints.push_back(std::move(constraint));
      });
  for (auto& [id, object] : reader.schema().objects) {
    if (Domain* domain = std::get_if<Domain>(&object.definition)) {
      std::sort(domain->constraints.begin(), domain->constraints.end());
    }
  }
}

}  // namespace pggit
