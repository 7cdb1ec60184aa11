#pragma once

#include <string>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

// The parts of a definition that several kinds have; nullptr for a kind that has none.

std::vector<Index>* IndexesOf(Definition& definition);
const std::vector<Index>* IndexesOf(const Definition& definition);
std::vector<Rule>* RulesOf(Definition& definition);
const std::vector<Rule>* RulesOf(const Definition& definition);
std::vector<Trigger>* TriggersOf(Definition& definition);
const std::vector<Trigger>* TriggersOf(const Definition& definition);
std::string* ReplicaIdentityOf(Definition& definition);
const std::string* ReplicaIdentityOf(const Definition& definition);

}  // namespace pggit
