#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/reader.h"

namespace pggit {

// What is secret is never part of a snapshot: an option whose name, in any case,
//   - is passfile, pass or pwd,
//   - ends with key (sslkey, api_key ...), or
//   - holds password, passwd, passphrase, secret, token or credential,
// unless it ends with _required (password_required only says that one is needed). Wrappers,
// servers, user mappings and the connection strings of subscriptions go by this; other options are
// kept.

bool IsSecretOption(std::string_view name);

/// `options` without the secret ones; says of each that it was left out of `what`.
std::vector<Option> WithoutSecrets(Reader& reader, const std::string& what,
                                   const std::vector<Option>& options);

/// A connection string of libpq, of either form, without what is secret: byte for byte the same
/// when nothing is.
std::string ConnectionWithoutSecrets(std::string_view connection);

}  // namespace pggit
