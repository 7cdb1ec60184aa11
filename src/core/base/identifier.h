#pragma once

#include <string>
#include <string_view>

namespace pggit {

/// Writes `name` as SQL would read it back: plain when it is lower case and no keyword, else
/// quoted.
///
/// Quotes whatever quote_identifier() of any PostgreSQL from 14 to 18 would quote, so a text
/// rendered against one major loads in another and does not change with the server it came from.
std::string QuoteIdentifier(std::string_view name);

/// `schema.name`, each part quoted as needed; `name` alone when `schema` is empty.
std::string QuoteQualified(std::string_view schema, std::string_view name);

/// A string literal: quotes doubled, and the E'' form when the text has a backslash, as pg_dump
/// does.
std::string QuoteLiteral(std::string_view text);

}  // namespace pggit
