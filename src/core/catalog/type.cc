#include <string_view>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

std::string AlignmentName(char letter) {
  switch (letter) {
    case 'c': return "char";
    case 's': return "int2";
    case 'd': return "double";
    default: return "";
  }
}

std::string StorageName(char letter) {
  switch (letter) {
    case 'e': return "external";
    case 'm': return "main";
    case 'x': return "extended";
    default: return "";
  }
}

// Reads one type from what all its forms have in common; nullptr when it is not versioned.
Object* AddType(Reader& reader, Cells& cells, Definition definition) {
  const CatalogAddress address{Catalog::kType, cells.Oid()};
  const ObjectId id{Kind::kType, cells.Text(), cells.Text(), ""};
  if (reader.IsMember(address)) return nullptr;
  Object& object = reader.Add(address, id, std::move(definition));
  const Oid32 owner = cells.Oid();
  const bool has_acl = cells.Bool();
  reader.SetOwnerAndPrivileges(object, 'T', owner, has_acl, cells.Array());
  return &object;
}

// What all forms have in common, then `columns`, of the types that `rest` chooses by a join and
// `condition`.
std::string TypeQuery(std::string_view columns, std::string_view rest,
                      std::string_view condition = "") {
  std::string query =
      "SELECT t.oid, n.nspname, t.typname, t.typowner, t.typacl IS NOT NULL, t.typacl";
  query += columns;
  query +=
      " FROM pg_catalog.pg_type t"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace AND {user_schema}";
  query += rest;
  query += " WHERE {type t.oid}";
  query += condition;
  return query;
}

void ReadShells(Reader& reader) {
  reader.ForEach(TypeQuery("", "", " AND NOT t.typisdefined"),
                 [&](Cells& cells) { AddType(reader, cells, ShellType{}); });
}

void ReadComposites(Reader& reader) {
  reader.ForEach(
      TypeQuery(", c.oid", " JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'"),
      [&](Cells& cells) {
        Object* object = AddType(reader, cells, CompositeType{});
        if (object) reader.Alias({Catalog::kClass, cells.Oid()}, *object, {});
      });
  reader.ForEach(
      "SELECT a.attrelid, a.attnum, a.attname,"
      " pg_catalog.format_type(a.atttypid, a.atttypmod),"
      " CASE WHEN a.attcollation <> t.typcollation THEN pg_catalog.quote_ident(cn.nspname) || '.'"
      "  || pg_catalog.quote_ident(co.collname) END"
      " FROM pg_catalog.pg_attribute a"
      " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind = 'c'"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
      " LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation"
      "  AND a.attcollation <> t.typcollation"
      " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace"
      " WHERE a.attnum > 0 AND NOT a.attisdropped AND {relation a.attrelid}"
      " ORDER BY a.attrelid, a.attnum",
      [&](Cells& cells) {
        const Oid32 relation = cells.Oid();
        Object* object = reader.FindObject({Catalog::kClass, relation});
        CompositeType* type = object ? std::get_if<CompositeType>(&object->definition) : nullptr;
        if (!type) return;
        const CatalogAddress address{Catalog::kClass, relation, static_cast<int>(cells.Integer())};
        TypeAttribute attribute{cells.Text(), cells.Text(), cells.TextOrEmpty()};
        reader.Alias(address, *object, {ElementKind::kColumn, attribute.name});
        type->attributes.push_back(std::move(attribute));
      });
}

void ReadEnums(Reader& reader) {
  reader.ForEach(TypeQuery("", "", " AND t.typtype = 'e'"),
                 [&](Cells& cells) { AddType(reader, cells, EnumType{}); });
  if (!reader.MayHoldOwn(Catalog::kEnum)) return;
  reader.ForEach(
      "SELECT e.enumtypid, e.enumlabel FROM pg_catalog.pg_enum e"
      " WHERE e.enumtypid >= 16384 AND {type e.enumtypid} ORDER BY e.enumtypid, e.enumsortorder",
      [&](Cells& cells) {
        EnumType* type = reader.FindDefinition<EnumType>({Catalog::kType, cells.Oid()});
        if (type) type->values.push_back(cells.Text());
      });
}

// The name that the server gives the multirange type of `range` when none is said; empty when it
// would have to be cut.
std::string UsualMultirangeName(const ObjectId& range) {
  constexpr std::size_t kLongestName = 63;
  std::string name = range.name;
  if (const std::size_t at = name.find("range"); at != std::string::npos) {
    name.insert(at, "multi");
  } else {
    name += "_multirange";
  }
  return name.size() > kLongestName ? "" : QuoteQualified(range.schema, name);
}

void ReadRanges(Reader& reader) {
  reader.ForEach(
      TypeQuery(", pg_catalog.format_type(r.rngsubtype, NULL),"
                " CASE WHEN NOT o.opcdefault THEN pg_catalog.quote_ident(opn.nspname) || '.'"
                "  || pg_catalog.quote_ident(o.opcname) END,"
                " CASE WHEN r.rngcollation <> s.typcollation THEN "
                "pg_catalog.quote_ident(cn.nspname) || '.'"
                "  || pg_catalog.quote_ident(co.collname) END,"
                " CASE WHEN r.rngcanonical <> 0 THEN r.rngcanonical END,"
                " CASE WHEN r.rngsubdiff <> 0 THEN r.rngsubdiff END,"
                " mn.nspname, m.typname, m.oid",
                " JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid"
                " JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype"
                " JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc"
                " JOIN pg_catalog.pg_namespace opn ON opn.oid = o.opcnamespace"
                " JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid"
                " JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace"
                " LEFT JOIN pg_catalog.pg_collation co ON co.oid = r.rngcollation"
                " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace"),
      [&](Cells& cells) {
        Object* object = AddType(reader, cells, RangeType{});
        if (!object) return;
        RangeType& type = std::get<RangeType>(object->definition);
        type.subtype = cells.Text();
        type.operator_class = cells.TextOrEmpty();
        type.collation = cells.TextOrEmpty();
        type.canonical = cells.TextOrEmpty();
        type.difference = cells.TextOrEmpty();
        const std::string schema = cells.Text();
        const std::string multirange = QuoteQualified(schema, cells.Text());
        if (multirange != UsualMultirangeName(object->id)) type.multirange_name = multirange;
        reader.Alias({Catalog::kType, cells.Oid()}, *object, {});
      });
}

void ReadBaseTypes(Reader& reader) {
  reader.ForEach(
      TypeQuery(
          ", t.typinput, t.typoutput,"
          " CASE WHEN t.typreceive <> 0 THEN t.typreceive END,"
          " CASE WHEN t.typsend <> 0 THEN t.typsend END,"
          " CASE WHEN t.typmodin <> 0 THEN t.typmodin END,"
          " CASE WHEN t.typmodout <> 0 THEN t.typmodout END,"
          " CASE WHEN t.typanalyze <> 0 THEN t.typanalyze END,"
          " CASE WHEN t.typsubscript <> 0 THEN t.typsubscript END,"
          " CASE WHEN t.typlen <> -1 THEN t.typlen END, t.typbyval, t.typalign, t.typstorage,"
          " CASE WHEN t.typcategory <> 'U' THEN t.typcategory END, t.typispreferred, t.typdefault,"
          " CASE WHEN t.typelem <> 0 THEN pg_catalog.format_type(t.typelem, NULL) END,"
          " CASE WHEN t.typdelim <> ',' THEN t.typdelim END, t.typcollation <> 0",
          " LEFT JOIN pg_catalog.pg_type el ON el.oid = t.typelem AND el.typarray = t.oid",
          " AND t.typtype = 'b' AND t.typisdefined AND el.oid IS NULL"),
      [&](Cells& cells) {
        Object* object = AddType(reader, cells, BaseType{});
        if (!object) return;
        BaseType& type = std::get<BaseType>(object->definition);
        type.input = cells.Text();
        type.output = cells.Text();
        type.receive = cells.TextOrEmpty();
        type.send = cells.TextOrEmpty();
        type.typmod_in = cells.TextOrEmpty();
        type.typmod_out = cells.TextOrEmpty();
        type.analyze = cells.TextOrEmpty();
        type.subscript = cells.TextOrEmpty();
        type.internal_length = cells.TextOrEmpty();
        type.passed_by_value = cells.Bool();
        type.alignment = AlignmentName(cells.Letter());
        type.storage = StorageName(cells.Letter());
        type.category = cells.TextOrEmpty();
        type.preferred = cells.Bool();
        if (!cells.IsNull()) {
          type.default_value = cells.Text();
        } else {
          cells.Skip();
        }
        type.element = cells.TextOrEmpty();
        type.delimiter = cells.TextOrEmpty();
        type.collatable = cells.Bool();
      });
}

}  // namespace

void ReadTypes(Reader& reader) {
  ReadShells(reader);
  ReadComposites(reader);
  ReadEnums(reader);
  if (reader.MayHoldOwn(Catalog::kRange)) ReadRanges(reader);
  ReadBaseTypes(reader);
}

void ReadFaces(Reader& reader) {
  // The types that an extension's types bring with them are found as the extension too.
  reader.ForEach(
      "SELECT t.oid, t.typrelid, r.rngmultitypid FROM pg_catalog.pg_type t"
      " LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid"
      " WHERE t.oid >= 16384 AND {type t.oid} AND (t.typrelid <> 0 OR r.rngtypid IS NOT NULL)",
      [&](Cells& cells) {
        const CatalogAddress type{Catalog::kType, cells.Oid()};
        const CatalogAddress relation{Catalog::kClass, cells.Oid()};
        const CatalogAddress multirange{Catalog::kType, cells.Oid()};
        if (reader.IsMember(relation)) reader.AliasFace(type, relation);
        if (!reader.IsMember(type)) return;
        if (relation.oid != 0) reader.AliasFace(relation, type);
        if (multirange.oid != 0) reader.AliasFace(multirange, type);
      });
  reader.ForEach(
      "SELECT t.typarray, t.oid FROM pg_catalog.pg_type t"
      " WHERE t.typarray >= 16384 AND {type t.oid}",
      [&](Cells& cells) {
        const CatalogAddress array{Catalog::kType, cells.Oid()};
        reader.AliasFace(array, {Catalog::kType, cells.Oid()});
      });
}

}  // namespace pggit
