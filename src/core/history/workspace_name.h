#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace pggit {

/// What the names of schemas begin with that hold workspaces. They are pggit's: the schema of main
/// has none of them.
inline constexpr std::string_view kWorkspacePrefix = "pggit_branch_";

/// The name of the schema that holds `schema` as `branch` has it: `pggit_branch_feature` for
/// `public`, `pggit_branch_feature_sales` for another.
///
/// It needs no quotes and fits the server's 63 bytes, whatever the branch is called. Where the
/// plain form does not do, or `is_taken`, it ends in a part of a hash of both names.
std::string WorkspaceSchemaName(std::string_view branch, std::string_view schema,
                                const std::function<bool(const std::string&)>& is_taken);

}  // namespace pggit
