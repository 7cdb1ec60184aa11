#include "cli/script_side.h"

#include "cli/scratch_database.h"
#include "cli/term/progress.h"
#include "core/base/error.h"
#include "core/ddl/sql_script.h"

namespace pggit::cli {
namespace {

constexpr std::string_view kUndefinedObject = "42704";
constexpr std::string_view kDuplicateSchema = "42P06";

// Whether a statement that failed changes nothing of what is compared.
bool IsOfNoMatter(ScriptUse use, std::string_view sqlstate, bool compares_owners) {
  switch (use) {
    case ScriptUse::kSetting: return sqlstate == kUndefinedObject;
    case ScriptUse::kOwner: return sqlstate == kUndefinedObject && !compares_owners;
    case ScriptUse::kPublic: return sqlstate == kDuplicateSchema;
    case ScriptUse::kBracket:
    case ScriptUse::kRun: break;
  }
  return false;
}

class ScriptRun {
 public:
  ScriptRun(Context& context, Connection& scratch, const std::string& name)
      : context_(context), scratch_(scratch), name_(name) {}

  void Run(const std::vector<ScriptStatement>& statements) {
    Output& output = context_.output();
    Progress progress(output.may_draw(), "Running " + name_, output.talk_width(),
                      output.talk_style());
    const int total = static_cast<int>(statements.size());
    int done = 0;
    scratch_.Query("BEGIN");
    for (const ScriptStatement& statement : statements) {
      RunOne(statement);
      progress.Show(++done, total);
    }
    // What a script set for itself is nothing to its reader.
    scratch_.Query("RESET SESSION AUTHORIZATION");
    scratch_.Query("RESET ROLE");
    scratch_.Query("SET client_encoding = 'UTF8'");
  }

 private:
  void RunOne(const ScriptStatement& statement) {
    if (statement.use == ScriptUse::kBracket) return;
    if (statement.use == ScriptUse::kRun) {
      Try(statement);
      return;
    }
    scratch_.Query("SAVEPOINT pggit_statement");
    try {
      Try(statement);
    } catch (const ServerError& error) {
      if (!IsOfNoMatter(statement.use, error.report().sqlstate,
                        context_.arguments().Has("owners"))) {
        throw;
      }
      scratch_.Query("ROLLBACK TO SAVEPOINT pggit_statement");
    }
    scratch_.Query("RELEASE SAVEPOINT pggit_statement");
  }

  void Try(const ScriptStatement& statement) {
    try {
      scratch_.Query(statement.sql);
    } catch (const ServerError& error) {
      ServerReport report = error.report();
      report.message = name_ + ':' + std::to_string(statement.line) + ": " + report.message;
      throw ServerError(report);
    }
  }

  Context& context_;
  Connection& scratch_;
  const std::string& name_;
};

}  // namespace

Side ReadScriptSide(Context& context, Connection server, const Script& script) {
  const std::string name = script.name == "-" ? "standard input" : script.name;
  std::vector<ScriptStatement> statements;
  try {
    statements = SplitScript(script.text);
  } catch (const Error& error) {
    throw Error(error.code(), name + ": " + error.what(), error.detail(), error.hint());
  }
  const ScratchDatabase database(server, "script");
  ScratchConnection scratch(database, context.connection_settings());
  // What the server remarks on while it runs is for those who run it for good.
  scratch.connection().OnNotice([](const ServerReport&) {});
  ScriptRun(context, scratch.connection(), name).Run(statements);
  return ReadDatabaseSide(context.output(), scratch.connection(),
                          KeptAttributes(context.arguments()));
}

}  // namespace pggit::cli
