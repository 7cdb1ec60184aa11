#pragma once

#include <string>

#include "cli/schema_side.h"

namespace pggit::cli {

/// A script of SQL, as a person or pg_dump writes it.
struct Script {
  std::string name;  ///< Of its file.
  std::string text;
};

/// The schema that a script makes. It is run in a scratch database on the server of `server`, in
/// one transaction that is undone: nothing of it stays, nor reaches another database. Rows that it
/// copies from itself are left out. Throws ServerError and Error with the line.
Side ReadScriptSide(Context& context, Connection server, const Script& script);

}  // namespace pggit::cli
