#pragma once

#include <string>

namespace pggit {

enum class CastMethod { kFunction, kInOut, kBinary };

/// Where the server casts without being told to.
enum class CastContext { kExplicit, kAssignment, kImplicit };

/// A cast; the types stand in its signature.
struct Cast {
  CastMethod method = CastMethod::kFunction;
  std::string function;  ///< With its argument types; empty for other methods.
  CastContext context = CastContext::kExplicit;

  bool operator==(const Cast&) const = default;
};

}  // namespace pggit
