#include "core/model/schema.h"

namespace pggit {

Definition::Definition() = default;
Definition::Definition(const Definition& other) = default;
Definition::Definition(Definition&& other) noexcept = default;
Definition& Definition::operator=(const Definition& other) = default;
Definition& Definition::operator=(Definition&& other) noexcept = default;
Definition::~Definition() = default;

bool Definition::operator==(const Definition& other) const {
  return static_cast<const AnyDefinition&>(*this) == static_cast<const AnyDefinition&>(other);
}

}  // namespace pggit
