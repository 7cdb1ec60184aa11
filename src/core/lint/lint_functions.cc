#include <algorithm>

#include "core/lint/findings.h"

namespace pggit {
void LintFunctions(LintRun& run) {
  for (const auto& [id, object] : run.to.objects) {
    const Function* function = std::get_if<Function>(&object.definition);
    if (!function || !function->security_definer) continue;
    const Object* old = LintRun::Find(run.from, id);
    if (old && *old == object) continue;
    const bool set = std::ranges::count(function->settings, "search_path", &FunctionSetting::name);
    if (set) continue;
    run.Add("definer-without-search-path", id, {},
            Describe(id) + " runs as its owner with the caller's search path");
  }
}

}  // namespace pggit
