#pragma once

#include <optional>
#include <string>

#include "core/model/relation_parts.h"

namespace pggit {

/// The index that a key can be made of.
struct KeyIndex {
  std::string definition;  ///< Of the index, from USING on, as the server prints it.
  std::string constraint;  ///< What stands before USING INDEX: `PRIMARY KEY` or `UNIQUE`.
  std::string ending;      ///< What stands after the index's name: ` DEFERRABLE` ..., or nothing.
};

/// The index behind a primary key or unique constraint; nothing for what only ADD CONSTRAINT can
/// make.
std::optional<KeyIndex> IndexOfKey(const Constraint& key);

/// An index's definition with the tablespace where CREATE INDEX takes it.
std::string WithTablespace(const std::string& definition, const std::string& tablespace);

}  // namespace pggit
