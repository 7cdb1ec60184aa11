#include "core/model/schema.h"

#include <utility>

namespace pggit {

template <class K>
requires kIsKind<K> Definition::Definition(K value) : AnyDefinition(std::move(value)) {}

template Definition::Definition(AccessMethod);
template Definition::Definition(Aggregate);
template Definition::Definition(BaseType);
template Definition::Definition(Cast);
template Definition::Definition(Collation);
template Definition::Definition(CompositeType);
template Definition::Definition(Conversion);
template Definition::Definition(Domain);
template Definition::Definition(EnumType);
template Definition::Definition(Function);
template Definition::Definition(Language);
template Definition::Definition(Namespace);
template Definition::Definition(Operator);
template Definition::Definition(OperatorClass);
template Definition::Definition(OperatorFamily);
template Definition::Definition(Extension);
template Definition::Definition(Sequence);
template Definition::Definition(ForeignDataWrapper);
template Definition::Definition(ForeignServer);
template Definition::Definition(UserMapping);
template Definition::Definition(RangeType);
template Definition::Definition(ShellType);
template Definition::Definition(Table);
template Definition::Definition(TextSearchConfiguration);
template Definition::Definition(TextSearchDictionary);
template Definition::Definition(TextSearchParser);
template Definition::Definition(TextSearchTemplate);
template Definition::Definition(Transform);
template Definition::Definition(View);
template Definition::Definition(MaterializedView);
template Definition::Definition(Statistics);
template Definition::Definition(Publication);
template Definition::Definition(Subscription);
template Definition::Definition(EventTrigger);
template Definition::Definition(DefaultPrivileges);
template Definition::Definition(SystemPrivileges);

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
