#include "core/plan/sequence_change.h"

#include <cstdint>

namespace pggit {
namespace {

std::int64_t Highest(const std::string& type) {
  if (type == "smallint") return INT16_MAX;
  return type == "integer" ? INT32_MAX : INT64_MAX;
}

}  // namespace

SequenceOptions AfterTypeChange(SequenceOptions options, const std::string& type) {
  const std::int64_t old = Highest(options.type);
  if (options.max_value == old) options.max_value = Highest(type);
  if (options.min_value == -old - 1) options.min_value = -Highest(type) - 1;
  options.type = type;
  return options;
}

std::string SequenceOptionChange(const SequenceOptions& from, const SequenceOptions& to,
                                 std::string_view word) {
  std::string text;
  const auto add = [&](std::string_view setting, std::int64_t value) {
    if (!text.empty()) text += ' ';
    text += word;
    text += setting;
    text += ' ' + std::to_string(value);
  };
  SequenceOptions old = from;
  if (old.type != to.type) {
    if (word.empty()) text = "AS " + to.type;
    old = AfterTypeChange(old, to.type);
  }
  if (old.increment != to.increment) add("INCREMENT BY", to.increment);
  if (old.min_value != to.min_value) add("MINVALUE", to.min_value);
  if (old.max_value != to.max_value) add("MAXVALUE", to.max_value);
  if (old.start != to.start) add("START WITH", to.start);
  if (old.cache != to.cache) add("CACHE", to.cache);
  if (old.cycle != to.cycle) {
    if (!text.empty()) text += ' ';
    text += word;
    text += to.cycle ? "CYCLE" : "NO CYCLE";
  }
  // A sequence that has not counted yet stands where it starts.
  if (from.start < to.min_value || from.start > to.max_value) add("RESTART WITH", to.start);
  return text;
}

}  // namespace pggit
