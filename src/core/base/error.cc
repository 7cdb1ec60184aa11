#include "core/base/error.h"

namespace pggit {

std::string_view SqlState(ErrorCode code) {
  switch (code) {
    case ErrorCode::kConflict: return "VC001";
    case ErrorCode::kNotFastForward: return "VC002";
    case ErrorCode::kUncommittedChanges: return "VC003";
    case ErrorCode::kUnknownRevision: return "VC004";
    case ErrorCode::kProtectedBranch: return "VC005";
    case ErrorCode::kUnsupportedObject: return "VC006";
    case ErrorCode::kIntegrity: return "VC007";
    case ErrorCode::kNotInitialised: return "VC008";
    case ErrorCode::kInvalidArgument: return "22023";
    case ErrorCode::kInvalidDefinition: return "42601";
    case ErrorCode::kSerializationFailure: return "40001";
    case ErrorCode::kDependencyCycle: return "42P19";
    case ErrorCode::kNotSupported: return "0A000";
    case ErrorCode::kConnection: return "08006";
    case ErrorCode::kPermission: return "42501";
    case ErrorCode::kInternal: return "XX000";
  }
  return "XX000";
}

int ExitStatus(ErrorCode code) {
  switch (code) {
    case ErrorCode::kConflict: return 1;
    case ErrorCode::kConnection: return 3;
    case ErrorCode::kPermission: return 4;
    case ErrorCode::kIntegrity: return 5;
    case ErrorCode::kNotFastForward:
    case ErrorCode::kUncommittedChanges:
    case ErrorCode::kUnknownRevision:
    case ErrorCode::kProtectedBranch:
    case ErrorCode::kUnsupportedObject:
    case ErrorCode::kNotInitialised:
    case ErrorCode::kInvalidArgument:
    case ErrorCode::kInvalidDefinition:
    case ErrorCode::kSerializationFailure:
    case ErrorCode::kDependencyCycle:
    case ErrorCode::kNotSupported:
    case ErrorCode::kInternal: return 2;
  }
  return 2;
}

}  // namespace pggit
