#pragma once

#include <string>
#include <vector>

#include "cli/json.h"
#include "cli/term/style.h"

namespace pggit::cli {

/// One thing looked at. `ok` and `info` are fine, every other status is a finding.
struct Check {
  std::string name = {};
  std::string status = {};
  std::string details = {};
  std::string hint = {};
};

bool IsFinding(const Check& check);
int CountFindings(const std::vector<Check>& checks);

/// The checks as aligned lines, one a check, hints below, and a closing line that counts.
std::string DoctorText(const std::vector<Check>& checks, const Style& style, std::size_t width);

/// The members of the JSON document.
Json::Object DoctorJson(const std::vector<Check>& checks);

}  // namespace pggit::cli
