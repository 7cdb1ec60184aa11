#include "extension/setting_scope.h"

#include "extension/boundary.h"

extern "C" {
#include "utils/guc.h"
}

namespace pggit {

SettingScope::SettingScope(std::span<const PlanSetting> settings)
    : level_(Server([settings] {
        const int level = NewGUCNestLevel();
        for (const PlanSetting& setting : settings) {
          (void)set_config_option(setting.name.data(), setting.value.data(), PGC_USERSET,
                                  PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
        }
        return level;
      })) {}

void SettingScope::PutBack() const {
  Server([level = level_] { AtEOXact_GUC(true, level); });
}

}  // namespace pggit
