#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace pggit {

/// Everything that can go wrong on purpose. The set is closed: docs/errors.md lists, for each code,
/// its SQLSTATE in the server and the exit status of the command.
enum class ErrorCode {
  kConflict,              ///< VC001: two sides changed the same thing differently.
  kNotFastForward,        ///< VC002: the ref moved on and would lose commits.
  kUncommittedChanges,    ///< VC003: the working state would be overwritten.
  kUnknownRevision,       ///< VC004: a name means nothing, or more than one thing.
  kProtectedBranch,       ///< VC005: the branch takes changes through an approved request only.
  kUnsupportedObject,     ///< VC006: the catalog holds something the model cannot carry.
  kIntegrity,             ///< VC007: stored bytes do not match their id.
  kNotInitialised,        ///< VC008: pggit.init() has not run in this database.
  kInvalidArgument,       ///< 22023: a value that no call of this kind accepts.
  kInvalidDefinition,     ///< 42601: text that is not a canonical definition.
  kSerializationFailure,  ///< 40001: lost a race; trying again may succeed.
  kDependencyCycle,       ///< 42P19: objects need each other and no order exists.
  kNotSupported,          ///< 0A000: understood, and not offered.
  kConnection,            ///< 08006: the server cannot be reached, or went away.
  kPermission,            ///< 42501: the role may not do this.
  kInternal,              ///< XX000: a broken invariant; always a bug in pggit.
};

/// The SQLSTATE that stands for `code`, five characters.
std::string_view SqlState(ErrorCode code);

/// The command's exit status for `code` (see docs/errors.md).
int ExitStatus(ErrorCode code);

/// A failure worth telling a person about.
///
/// The message follows PostgreSQL: lower case, no full stop, names in double quotes. The detail
/// holds facts, the hint one thing to do next; both may be empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string detail = {}, std::string hint = {})
      : std::runtime_error(message),
        code_(code),
        detail_(std::move(detail)),
        hint_(std::move(hint)) {}

  ErrorCode code() const { return code_; }
  const std::string& detail() const { return detail_; }
  const std::string& hint() const { return hint_; }

 private:
  ErrorCode code_;
  std::string detail_;
  std::string hint_;
};

/// A broken invariant: thrown where the code knows better than its input.
class InternalError : public Error {
 public:
  explicit InternalError(const std::string& message) : Error(ErrorCode::kInternal, message) {}
};

}  // namespace pggit
