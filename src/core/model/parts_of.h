#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

// The parts of a definition that several kinds have; nullptr for a kind that has none.

template <class D>
auto* IndexesOf(D& definition) {
  using Result =
      std::conditional_t<std::is_const_v<D>, const std::vector<Index>, std::vector<Index>>;
  return std::visit(
      [](auto& value) -> Result* {
        if constexpr (requires { value.indexes; }) return &value.indexes;
        return nullptr;
      },
      definition);
}

template <class D>
auto* RulesOf(D& definition) {
  using Result = std::conditional_t<std::is_const_v<D>, const std::vector<Rule>, std::vector<Rule>>;
  return std::visit(
      [](auto& value) -> Result* {
        if constexpr (requires { value.rules; }) return &value.rules;
        return nullptr;
      },
      definition);
}

template <class D>
auto* TriggersOf(D& definition) {
  using Result =
      std::conditional_t<std::is_const_v<D>, const std::vector<Trigger>, std::vector<Trigger>>;
  return std::visit(
      [](auto& value) -> Result* {
        if constexpr (requires { value.triggers; }) return &value.triggers;
        return nullptr;
      },
      definition);
}

inline std::string* ReplicaIdentityOf(Definition& definition) {
  return std::visit(
      [](auto& value) -> std::string* {
        if constexpr (requires { value.replica_identity; }) return &value.replica_identity;
        return nullptr;
      },
      definition);
}

}  // namespace pggit
