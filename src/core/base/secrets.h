#pragma once

#include <string>
#include <string_view>

namespace pggit {

/// Whether the value of an option of this name is secret and so is never kept: the name, in any
/// case,
///   - is passfile, pass or pwd,
///   - ends with key (sslkey, api_key ...), or
///   - holds password, passwd, passphrase, secret, token or credential,
/// unless it ends with _required (password_required only says that one is needed). Wrappers,
/// servers, user mappings, the connection strings of subscriptions and the statements in the log
/// go by this; other options are kept.
bool IsSecretOption(std::string_view name);

/// A connection string of libpq, of either form, without what is secret: byte for byte the same
/// when nothing is.
std::string ConnectionWithoutSecrets(std::string_view connection);

}  // namespace pggit
