#include "core/ddl/sequence_options.h"

#include <charconv>

#include "core/base/error.h"

namespace pggit {
namespace {

// What a sequence of `type` and direction counts to when nothing is said.
SequenceOptions Defaults(const std::string& type, std::int64_t increment) {
  const std::int64_t highest = type == "smallint"  ? INT16_MAX
                               : type == "integer" ? INT32_MAX
                                                   : INT64_MAX;
  SequenceOptions options;
  options.type = type;
  options.increment = increment;
  options.min_value = increment > 0 ? 1 : -highest - 1;
  options.max_value = increment > 0 ? highest : -1;
  options.start = increment > 0 ? options.min_value : options.max_value;
  return options;
}

std::int64_t Integer(Cursor& cursor) {
  const std::string text = cursor.Number();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw Error(ErrorCode::kInvalidDefinition, "not a 64-bit integer: " + text);
  }
  return value;
}

}  // namespace

std::string RenderSequenceOptions(const SequenceOptions& options, std::string_view separator,
                                  bool with_type) {
  const SequenceOptions defaults = Defaults(options.type, options.increment);
  std::string text;
  const auto add = [&](std::string_view setting) {
    text += separator;
    text += setting;
  };
  if (with_type && options.type != "bigint") add("AS " + options.type);
  if (options.increment != 1) add("INCREMENT BY " + std::to_string(options.increment));
  if (options.min_value != defaults.min_value) {
    add("MINVALUE " + std::to_string(options.min_value));
  }
  if (options.max_value != defaults.max_value) {
    add("MAXVALUE " + std::to_string(options.max_value));
  }
  const std::int64_t start = options.increment > 0 ? options.min_value : options.max_value;
  if (options.start != start) add("START WITH " + std::to_string(options.start));
  if (options.cache != 1) add("CACHE " + std::to_string(options.cache));
  if (options.cycle) add("CYCLE");
  return text;
}

SequenceOptions ParseSequenceOptions(Cursor& cursor, const std::string& type) {
  const std::string as = cursor.Accept("AS") ? cursor.Name() : type;
  const std::int64_t increment = cursor.Accept("INCREMENT BY") ? Integer(cursor) : 1;
  SequenceOptions options = Defaults(as, increment);
  if (cursor.Accept("MINVALUE")) options.min_value = Integer(cursor);
  if (cursor.Accept("MAXVALUE")) options.max_value = Integer(cursor);
  options.start = increment > 0 ? options.min_value : options.max_value;
  if (cursor.Accept("START WITH")) options.start = Integer(cursor);
  if (cursor.Accept("CACHE")) options.cache = Integer(cursor);
  options.cycle = cursor.Accept("CYCLE");
  return options;
}

}  // namespace pggit
