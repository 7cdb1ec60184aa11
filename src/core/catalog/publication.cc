#include <algorithm>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

void ReadPublicationRows(Reader& reader) {
  const std::string generated = reader.Since(18) ? "p.pubgencols" : "'n'";
  reader.ForEach(
      "SELECT p.oid, p.pubname, p.pubowner, p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete,"
      " p.pubtruncate, p.pubviaroot, " +
          generated + " FROM pg_catalog.pg_publication p",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kPublication, cells.Oid()};
        const ObjectId id{Kind::kPublication, "", cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, Publication{});
        reader.SetOwnerAndPrivileges(object, '\0', cells.Oid(), /*has_acl=*/false, {});
        Publication& publication = std::get<Publication>(object.definition);
        publication.all_tables = cells.Bool();
        std::string publish;
        bool all = true;
        for (const char* operation : {"insert", "update", "delete", "truncate"}) {
          if (!cells.Bool()) {
            all = false;
          } else {
            publish += (publish.empty() ? "" : ", ") + std::string(operation);
          }
        }
        if (!all) publication.options.push_back({"publish", publish});
        const bool via_root = cells.Bool();
        if (cells.Letter() == 's') {
          publication.options.push_back({"publish_generated_columns", "stored"});
        }
        if (via_root) publication.options.push_back({"publish_via_partition_root", "true"});
      });
}

void ReadPublishedTables(Reader& reader) {
  // Lists of columns and filters came with 15.
  const std::string parts = reader.Since(15)
                                ? " (SELECT pg_catalog.array_agg(a.attname)"
                                  "  FROM pg_catalog.unnest(r.prattrs::pg_catalog.int2[]) number"
                                  "  JOIN pg_catalog.pg_attribute a ON a.attrelid = r.prrelid"
                                  "   AND a.attnum = number),"
                                  " pg_catalog.pg_get_expr(r.prqual, r.prrelid)"
                                : " NULL, NULL";
  reader.ForEach("SELECT r.oid, r.prpubid, n.nspname, c.relname," + parts +
                     " FROM pg_catalog.pg_publication_rel r"
                     " JOIN pg_catalog.pg_class c ON c.oid = r.prrelid"
                     " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}",
                 [&](Cells& cells) {
                   const CatalogAddress address{Catalog::kPublicationRelation, cells.Oid()};
                   Object* object = reader.FindObject({Catalog::kPublication, cells.Oid()});
                   auto* publication =
                       object ? std::get_if<Publication>(&object->definition) : nullptr;
                   if (!publication) return;
                   PublishedTable table;
                   const std::string schema = cells.Text();
                   table.table = QuoteQualified(schema, cells.Text());
                   table.columns = cells.Array();
                   std::sort(table.columns.begin(), table.columns.end());
                   table.filter = cells.TextOrEmpty();
                   reader.Alias(address, *object, {ElementKind::kMember, table.table});
                   publication->tables.push_back(std::move(table));
                 });
}

void ReadPublishedSchemas(Reader& reader) {
  if (!reader.Since(15)) return;
  reader.ForEach(
      "SELECT p.oid, p.pnpubid, n.nspname"
      " FROM pg_catalog.pg_publication_namespace p"
      " JOIN pg_catalog.pg_namespace n ON n.oid = p.pnnspid AND {user_schema}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kPublicationNamespace, cells.Oid()};
        Object* object = reader.FindObject({Catalog::kPublication, cells.Oid()});
        auto* publication = object ? std::get_if<Publication>(&object->definition) : nullptr;
        if (!publication) return;
        std::string schema = cells.Text();
        reader.Alias(address, *object, {ElementKind::kMember, "schema " + schema});
        publication->schemas.push_back(std::move(schema));
      });
}

}  // namespace

void ReadPublications(Reader& reader) {
  ReadPublicationRows(reader);
  ReadPublishedTables(reader);
  ReadPublishedSchemas(reader);
  for (auto& [id, object] : reader.schema().objects) {
    if (Publication* publication = std::get_if<Publication>(&object.definition)) {
      std::sort(publication->tables.begin(), publication->tables.end());
      std::sort(publication->schemas.begin(), publication->schemas.end());
    }
  }
}

}  // namespace pggit
