#pragma once

#include <span>

#include "core/plan/settings.h"

namespace pggit {

/// Settings that hold until PutBack(). An abort puts them back too.
class SettingScope {
 public:
  explicit SettingScope(std::span<const PlanSetting> settings);
  SettingScope(const SettingScope&) = delete;
  SettingScope& operator=(const SettingScope&) = delete;

  void PutBack() const;

 private:
  const int level_;
};

}  // namespace pggit
