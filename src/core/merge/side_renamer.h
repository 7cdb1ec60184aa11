#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/plan/name_change.h"
#include "core/plan/rename.h"

namespace pggit {

/// A thing of a schema: an object, or a part of one.
using Thing = std::pair<ObjectId, Element>;

/// The name of the part, or of the object as a whole.
const std::string& NameOf(const Thing& thing);

/// What a thing is called after a rename.
Thing AfterRename(const NameChange& change, const Thing& thing);

/// Renames things of one schema, in whatever order that takes; two that trade names go over a
/// third.
class SideRenamer {
 public:
  SideRenamer(Schema schema, int server_major)
      : schema_(std::move(schema)), options_{.server_major = server_major, .column_texts = false} {}

  /// Wants `thing` to have the name; `of` is what the base calls it.
  void Want(Thing thing, std::string name, Thing of);

  /// Gives what cannot have its name, as the base calls it; nothing when all have theirs.
  std::optional<Thing> Run();

  Schema& schema() { return schema_; }
  const std::vector<NameChange>& made() const { return made_; }
  /// The renames that were made, as ParseRename() reads them, each after those before it.
  std::vector<std::string>& told() { return told_; }

 private:
  struct Wanted {
    Thing thing;
    std::string name;
    Thing of;
    bool aside = false;  // It has a name for the time being.
  };

  bool Any();
  bool StepAside();
  bool Make(const Rename& rename);

  Schema schema_;
  RenameOptions options_;
  std::vector<Wanted> wanted_;
  std::vector<NameChange> made_;
  std::vector<std::string> told_;
};

}  // namespace pggit
