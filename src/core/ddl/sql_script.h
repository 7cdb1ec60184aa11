#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pggit {

/// What a statement of a script is to somebody who wants the schema that the script makes, and runs
/// it in one transaction of a scratch database.
enum class ScriptUse {
  kRun,
  kBracket,  ///< Begins or commits a transaction.
  kSetting,  ///< SET: of another version's server it may name what is not there.
  kOwner,    ///< ALTER ... OWNER TO.
  kPublic,   ///< CREATE SCHEMA public, which is there already.
};

/// One statement, without its semicolon.
struct ScriptStatement {
  std::string sql;
  std::size_t line = 0;  ///< Where it begins, from 1.
  ScriptUse use = ScriptUse::kRun;
};

/// The statements of a script as psql would find them in it, without the rows that follow a COPY
/// FROM stdin, nor that COPY. CONCURRENTLY, which no transaction can have, is left out.
///
/// Throws Error on an unterminated string or comment, on a command of psql (but \restrict and
/// \unrestrict, which dumps have) and on a statement that ends a transaction without its work.
std::vector<ScriptStatement> SplitScript(std::string_view script);

}  // namespace pggit
