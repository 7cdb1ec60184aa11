#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

std::string TableText(const PublishedTable& table) {
  std::string text = "TABLE ONLY " + table.table;
  if (!table.columns.empty()) text += " (" + JoinNames(table.columns) + ')';
  if (!table.filter.empty()) text += " WHERE (" + table.filter + ')';
  return text;
}

std::string SchemaText(const std::string& schema) {
  return "TABLES IN SCHEMA " + QuoteIdentifier(schema);
}

PublishedTable ParseTable(Cursor& cursor) {
  PublishedTable table;
  table.table = cursor.QualifiedText();
  if (cursor.AcceptSymbol("(")) {
    do {
      table.columns.push_back(cursor.Name());
    } while (cursor.AcceptSymbol(","));
    cursor.ExpectSymbol(")");
  }
  if (cursor.Accept("WHERE")) table.filter = cursor.Parenthesized();
  return table;
}

// `(publish='insert', ...)`: what follows WITH of publications and subscriptions.
std::string WithClause(const std::vector<Option>& options) {
  return options.empty() ? std::string() : "\n    WITH " + RenderStorageOptions(options);
}

}  // namespace

void Render(const ObjectId& id, const Publication& publication, Form form,
            std::vector<Piece>& pieces) {
  const std::string name = SqlName(id);
  std::string create = "CREATE PUBLICATION " + name;
  std::vector<std::string> parts;
  if (publication.all_tables) create += "\n    FOR ALL TABLES";
  // Each may have to wait for its table or schema.
  std::vector<Piece> additions;
  const auto add = [&](const std::string& member, const std::string& text) {
    parts.push_back(text);
    additions.push_back(
        {{ElementKind::kMember, member}, "ALTER PUBLICATION " + name + " ADD " + text});
  };
  for (const PublishedTable& table : publication.tables) add(table.table, TableText(table));
  for (const std::string& schema : publication.schemas) {
    add("schema " + schema, SchemaText(schema));
  }
  if (form == Form::kCanonical) {
    if (!parts.empty()) create += "\n    FOR " + Join(parts, ",\n        ");
    additions.clear();
  }
  create += WithClause(publication.options);
  pieces.push_back({{}, std::move(create)});
  pieces.insert(pieces.end(), additions.begin(), additions.end());
}

Publication ParsePublication(Cursor& cursor) {
  Publication publication;
  cursor.Expect("CREATE PUBLICATION");
  cursor.Name();
  if (cursor.Accept("FOR ALL TABLES")) {
    publication.all_tables = true;
  } else if (cursor.Accept("FOR")) {
    do {
      if (cursor.Accept("TABLES IN SCHEMA")) {
        publication.schemas.push_back(cursor.Name());
      } else {
        cursor.Expect("TABLE ONLY");
        publication.tables.push_back(ParseTable(cursor));
      }
    } while (cursor.AcceptSymbol(","));
  }
  if (cursor.Accept("WITH")) publication.options = cursor.Options();
  cursor.ExpectSymbol(";");
  return publication;
}

void Render(const ObjectId& id, const Subscription& subscription, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::vector<Option> options = {{"connect", "false"}};
  options.insert(options.end(), subscription.options.begin(), subscription.options.end());
  pieces.push_back({{},
                    "CREATE SUBSCRIPTION " + SqlName(id) + "\n    CONNECTION " +
                        QuoteLiteral(subscription.connection) + "\n    PUBLICATION " +
                        JoinNames(subscription.publications) + WithClause(options)});
}

Subscription ParseSubscription(Cursor& cursor) {
  Subscription subscription;
  cursor.Expect("CREATE SUBSCRIPTION");
  cursor.Name();
  cursor.Expect("CONNECTION");
  subscription.connection = cursor.String();
  cursor.Expect("PUBLICATION");
  do {
    subscription.publications.push_back(cursor.Name());
  } while (cursor.AcceptSymbol(","));
  cursor.Expect("WITH");
  subscription.options = cursor.Options();
  subscription.options.erase(subscription.options.begin());  // Always connect='false'.
  cursor.ExpectSymbol(";");
  return subscription;
}

}  // namespace pggit
