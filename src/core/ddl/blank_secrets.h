#pragma once

#include <string>
#include <string_view>

namespace pggit {

/// A statement as it may be kept: values of options that IsSecretOption() and passwords read '***',
/// and what is secret in a connection string is taken out. The rest is byte for byte the same.
///
/// Looks into the bodies of DO and of functions too. Of a text that does not read as SQL nothing
/// from the first literal on is kept when it may hold a secret.
std::string BlankSecrets(std::string_view sql);

/// The statement with every string literal blanked: what a call that led to DDL may be kept as,
/// since nobody knows what its arguments mean.
std::string BlankLiterals(std::string_view sql);

}  // namespace pggit
