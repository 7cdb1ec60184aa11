#include "extension/setting_scope.h"

namespace pggit {

SettingScope::SettingScope(std::span<const PlanSetting> settings, GucContext as)
    : level_(Server([settings, as] {
        const int level = NewGUCNestLevel();
        for (const PlanSetting& setting : settings) {
          (void)set_config_option(setting.name.data(), setting.value.data(), as, PGC_S_SESSION,
                                  GUC_ACTION_SAVE, true, 0, false);
        }
        return level;
      })) {}

void SettingScope::PutBack() const {
  Server([level = level_] { AtEOXact_GUC(true, level); });
}

}  // namespace pggit
