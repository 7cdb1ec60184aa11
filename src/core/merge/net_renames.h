#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/merge/side_renamer.h"
#include "core/model/schema.h"

namespace pggit {

/// What one side of a merge calls otherwise than the base, all steps on the way taken together.
class NetRenames {
 public:
  /// `told` is read as by RenameAll(), from `base` on. What `base` does not have, what the server
  /// would refuse, and what leads to nothing that `side` has is left out: renames of a history are
  /// of other things, too.
  NetRenames(const Schema& base, const Schema& side, const std::vector<std::string>& told);

  /// The new names, by things of the base.
  const std::map<Thing, std::string>& names() const { return names_; }

  /// What a thing of the base is called on the side, whether it is there or not.
  Thing Map(const Thing& thing) const;

  /// What leads from `base`, the same as ever, to these names: without detours.
  std::vector<std::string> Told(const Schema& base) const;

 private:
  // False when one of them leads nowhere; it is taken out then.
  bool Read(Schema schema, const Schema& side);

  std::vector<std::string> told_;
  std::vector<NameChange> made_;
  std::map<Thing, std::string> names_;
};

}  // namespace pggit
