#pragma once

#include <span>

#include "core/plan/settings.h"
#include "extension/boundary.h"

extern "C" {
#include "utils/guc.h"
}

namespace pggit {

/// Settings that hold until PutBack(). An abort puts them back too.
class SettingScope {
 public:
  /// `as`: what the session may set; PGC_SUSET for what takes a superuser.
  explicit SettingScope(std::span<const PlanSetting> settings, GucContext as = PGC_USERSET);
  SettingScope(const SettingScope&) = delete;
  SettingScope& operator=(const SettingScope&) = delete;

  void PutBack() const;

 private:
  const int level_;
};

}  // namespace pggit
