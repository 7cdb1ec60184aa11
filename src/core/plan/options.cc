#include "core/plan/options.h"

#include <algorithm>

#include "core/base/identifier.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

const Option* Find(const std::vector<Option>& options, const std::string& name) {
  const auto found = std::ranges::find(options, name, &Option::name);
  return found == options.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string> StorageOptionChanges(const std::vector<Option>& from,
                                              const std::vector<Option>& to) {
  std::vector<Option> set;
  std::vector<Option> reset;
  for (const Option& option : to) {
    const Option* old = Find(from, option.name);
    if (!old || old->value != option.value) set.push_back(option);
  }
  for (const Option& option : from) {
    if (!Find(to, option.name)) reset.push_back(option);
  }
  std::vector<std::string> changes;
  if (!set.empty()) changes.push_back("SET " + RenderStorageOptions(set));
  if (!reset.empty()) {
    std::vector<std::string> names;
    for (const Option& option : reset) {
      const std::size_t dot = option.name.find('.');
      names.push_back(dot == std::string::npos ? QuoteIdentifier(option.name)
                                               : QuoteQualified(option.name.substr(0, dot),
                                                                option.name.substr(dot + 1)));
    }
    changes.push_back("RESET (" + Join(names, ", ") + ')');
  }
  return changes;
}

std::string ForeignOptionChange(const std::vector<Option>& from, const std::vector<Option>& to) {
  std::vector<std::string> changes;
  for (const Option& option : to) {
    const Option* old = Find(from, option.name);
    if (old && old->value == option.value) continue;
    changes.push_back((old ? "SET " : "ADD ") + QuoteIdentifier(option.name) + ' ' +
                      QuoteLiteral(option.value));
  }
  for (const Option& option : from) {
    if (!Find(to, option.name)) changes.push_back("DROP " + QuoteIdentifier(option.name));
  }
  return changes.empty() ? std::string() : "OPTIONS (" + Join(changes, ", ") + ')';
}

}  // namespace pggit
