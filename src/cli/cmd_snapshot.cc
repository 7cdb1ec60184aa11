#include <unistd.h>

#include <filesystem>

#include "cli/context.h"
#include "cli/groups.h"
#include "cli/pq_row_source.h"
#include "cli/schema_source.h"
#include "cli/term/progress.h"
#include "core/base/error.h"
#include "core/catalog/snapshot.h"
#include "core/ddl/definition.h"
#include "core/ddl/document.h"
#include "core/model/format.h"
#include "core/model/path.h"

namespace pggit::cli {
namespace {

Snapshot Read(Context& context, Connection& server) {
  Output& output = context.output();
  SnapshotOptions options;
  options.owners = context.arguments().Has("owners");
  options.tablespaces = context.arguments().Has("tablespaces");
  Progress progress(output.may_draw(), "Reading the catalog", output.talk_width(),
                    output.talk_style());
  PqRowSource source(server);
  return ReadSnapshot(source, options, [&](int done, int total) { progress.Show(done, total); });
}

Json OmissionsJson(const std::vector<Omission>& omissions) {
  Json::Array list;
  for (const Omission& omission : omissions) {
    list.push_back(Json::Object{{"object", omission.what}, {"reason", omission.why}});
  }
  return list;
}

void TellOmissions(Output& output, std::string_view heading,
                   const std::vector<Omission>& omissions) {
  if (omissions.empty()) return;
  std::string text = std::string(heading) + '\n';
  for (const Omission& omission : omissions) {
    text += "  " + omission.what + ": " + omission.why + '\n';
  }
  output.Talk(text);
}

Json DefinitionsJson(const Schema& schema) {
  Json::Array definitions;
  for (const auto& [id, object] : schema.objects) {
    definitions.push_back(Json::Object{{"path", PathOf(id)},
                                       {"type", std::string(KindName(id.kind))},
                                       {"schema", TextOrNull(id.schema)},
                                       {"name", id.name + id.signature},
                                       {"definition", RenderDefinition(object)}});
  }
  return definitions;
}

bool NamesDirectory(const std::string& target) {
  return target.ends_with('/') || std::filesystem::is_directory(target) ||
         (!std::filesystem::exists(target) && !target.ends_with(".sql"));
}

// Writes the schema where -o says; what goes to standard output is the answer.
void Write(Context& context, const Snapshot& snapshot, const Format& format,
           const std::string& target) {
  if (target == "-") {
    if (!context.json()) context.output().PagedAnswer(RenderDocument(snapshot.schema));
  } else if (NamesDirectory(target)) {
    SaveTree(snapshot.schema, RenderFormat(format), target);
  } else {
    SaveDocument(snapshot.schema, target);
  }
}

int Run(Context& context) {
  ConnectionSettings from = context.connection_settings();
  if (const auto text = context.arguments().Value("from")) from.dbname = *text;
  Connection server = Connection::Open(from);
  const Snapshot snapshot = Read(context, server);
  if (!context.arguments().Has("allow-unsupported")) {
    RequireSupported(snapshot,
                     "Leave them out with --allow-unsupported; what is written then is not the "
                     "whole schema.");
  }
  const Format format{.server_major = server.server_major(),
                      .owners = context.arguments().Has("owners"),
                      .tablespaces = context.arguments().Has("tablespaces")};
  const std::string target = context.arguments().Value("output").value_or("-");
  Write(context, snapshot, format, target);

  Output& output = context.output();
  const auto count = static_cast<std::int64_t>(snapshot.schema.objects.size());
  if (context.json()) {
    Json::Object members = {{"database", server.database()},
                            {"objects", count},
                            {"unsupported", OmissionsJson(snapshot.unsupported)},
                            {"ignored", OmissionsJson(snapshot.ignored)}};
    if (target == "-") {
      members.emplace_back("definitions", DefinitionsJson(snapshot.schema));
    } else {
      members.emplace_back("output", target);
    }
    output.AnswerJson("snapshot", std::move(members));
    return 0;
  }
  TellOmissions(output, "Not supported, and left out:", snapshot.unsupported);
  if (output.settings().verbose) {
    TellOmissions(output, "Ignored on purpose:", snapshot.ignored);
  }
  if (target != "-") {
    output.Talk("Wrote " + std::to_string(count) + (count == 1 ? " definition" : " definitions") +
                " of database \"" + server.database() + "\" to " + target + ".\n");
  }
  return 0;
}

}  // namespace

Command SnapshotCommand() {
  return {
      .name = "snapshot",
      .group = kGroupSchema,
      .summary = "write the schema of a database as definitions",
      .description =
          {"Reads the catalog of a database and writes one canonical definition for each object: "
           "SQL as a person would write it, the same bytes for the same schema whatever server, "
           "settings or order it came from.",
           "Needs no extension there, only the right to read the catalog, and changes nothing. "
           "When other sessions change the schema meanwhile it is read again.",
           "Extensions stand as CREATE EXTENSION, without what they brought. Temporary objects, "
           "system schemas and pggit's own are left out. An object of a kind that pggit cannot "
           "represent is an error that lists it."},
      .options = {{.name = "from",
                   .value = "CONNECTION",
                   .help = "database to read: a name, URI or connection string"},
                  {.name = "output",
                   .letter = 'o',
                   .value = "DIR|FILE|-",
                   .help =
                       "a directory for one file a definition, a .sql file for all of them, or - "
                       "for standard output (the default)"},
                  {.name = "owners", .help = "keep who owns what"},
                  {.name = "tablespaces", .help = "keep where tables and indexes are stored"},
                  {.name = "allow-unsupported",
                   .help = "leave out what cannot be represented, and say so"}},
      .examples = {{"pggit snapshot -d shop -o schema/", "Write the tree of definitions of shop."},
                   {"pggit snapshot --from postgresql://db.example.com/shop | less",
                    "Look at the schema of another machine."},
                   {"pggit snapshot -d shop --json | jq -r '.definitions[].path'",
                    "List what there is."}},
      .exits = {{2, "wrong usage, failure, or objects that cannot be represented"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
