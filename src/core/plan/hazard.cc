#include "core/plan/hazard.h"

namespace pggit {

std::string_view HazardName(Hazard hazard) {
  switch (hazard) {
    case Hazard::kDataLoss: return "data loss";
    case Hazard::kBreakingChange: return "breaking change";
    case Hazard::kIrreversible: return "irreversible";
    case Hazard::kNotTransactional: return "not transactional";
    case Hazard::kRewrite: return "table rewrite";
    case Hazard::kFullScan: return "full scan";
    case Hazard::kIndexBuild: return "index build";
  }
  return "";
}

std::vector<Hazard> Hazards::List() const {
  std::vector<Hazard> hazards;
  for (int i = 0; i < kHazardCount; ++i) {
    const auto hazard = static_cast<Hazard>(i);
    if (Has(hazard)) hazards.push_back(hazard);
  }
  return hazards;
}

std::string_view LockModeName(LockMode mode) {
  switch (mode) {
    case LockMode::kNone: return "";
    case LockMode::kAccessShare: return "ACCESS SHARE";
    case LockMode::kShareUpdateExclusive: return "SHARE UPDATE EXCLUSIVE";
    case LockMode::kShare: return "SHARE";
    case LockMode::kShareRowExclusive: return "SHARE ROW EXCLUSIVE";
    case LockMode::kAccessExclusive: return "ACCESS EXCLUSIVE";
  }
  return "";
}

}  // namespace pggit
