#pragma once

#include <optional>
#include <string>

#include "core/model/element.h"
#include "core/model/object_id.h"
#include "core/store/paths.h"
#include "extension/repository.h"

namespace pggit {

/// That the server does not run a statement of a change: what merged as definitions cannot be.
struct Refusal {
  ObjectId object;
  Element element;
  std::string reason;
};

/// Whether the trouble is the statement, or the rows that it met; not the session, its rights, or
/// the machine.
bool IsRefusal(int sqlstate);

/// What came of building a schema on trial.
struct Trial {
  std::optional<Refusal> refusal;  ///< By the names that the tree has.
  PathChanges printed;  ///< Definitions that the server prints otherwise, and mean the same.
};

/// Builds what of the tree `after` is otherwise than in `before`, with all that it needs and all
/// that needs it, in schemas of its own, reads it back and takes it away again. Nobody sees it, and
/// no table with rows is touched.
///
/// What lies in no schema, such as casts and servers, is there once in a database and is not tried,
/// nor is what needs it; without the right to make a schema nothing is, which a notice says.
Trial TryToBuild(Spi& spi, Repository& repository, const Sha& before, const Sha& after);

}  // namespace pggit
