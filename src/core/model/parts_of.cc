#include "core/model/parts_of.h"

#include <variant>

namespace pggit {

std::vector<Index>* IndexesOf(Definition& definition) {
  return std::visit(
      [](auto& value) -> std::vector<Index>* {
        if constexpr (requires { value.indexes; }) return &value.indexes;
        return nullptr;
      },
      definition);
}

const std::vector<Index>* IndexesOf(const Definition& definition) {
  return IndexesOf(const_cast<Definition&>(definition));
}

std::vector<Rule>* RulesOf(Definition& definition) {
  return std::visit(
      [](auto& value) -> std::vector<Rule>* {
        if constexpr (requires { value.rules; }) return &value.rules;
        return nullptr;
      },
      definition);
}

const std::vector<Rule>* RulesOf(const Definition& definition) {
  return RulesOf(const_cast<Definition&>(definition));
}

std::vector<Trigger>* TriggersOf(Definition& definition) {
  return std::visit(
      [](auto& value) -> std::vector<Trigger>* {
        if constexpr (requires { value.triggers; }) return &value.triggers;
        return nullptr;
      },
      definition);
}

const std::vector<Trigger>* TriggersOf(const Definition& definition) {
  return TriggersOf(const_cast<Definition&>(definition));
}

std::string* ReplicaIdentityOf(Definition& definition) {
  return std::visit(
      [](auto& value) -> std::string* {
        if constexpr (requires { value.replica_identity; }) return &value.replica_identity;
        return nullptr;
      },
      definition);
}

const std::string* ReplicaIdentityOf(const Definition& definition) {
  return ReplicaIdentityOf(const_cast<Definition&>(definition));
}

}  // namespace pggit
