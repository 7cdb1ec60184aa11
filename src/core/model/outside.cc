#include "core/model/outside.h"

#include <algorithm>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace pggit {
namespace {

/// What others can name of a table, in an order that they may depend on.
using Words = std::vector<std::vector<std::string>>;

Words WordsOf(const Table& table) {
  Words words;
  for (const Column& column : table.columns) {
    words.push_back({"column", column.name, column.type, column.collation,
                     column.identity ? column.identity->sequence : std::string()});
  }
  for (const Constraint& constraint : table.constraints) {
    words.push_back({"constraint", constraint.name, constraint.definition});
  }
  for (const Index& index : table.indexes) {
    words.push_back({"index", index.name, index.definition, index.unique ? "unique" : ""});
  }
  return words;
}

// Whether the definition lists every column.
bool ListsAll(const Table& table) {
  return table.inherits.empty() && table.partition_of.empty() && table.of_type.empty();
}

bool IsWithin(const Words& some, const Words& more) {
  auto at = more.begin();
  for (const std::vector<std::string>& word : some) {
    at = std::find(at, more.end(), word);
    if (at == more.end()) return false;
    ++at;
  }
  return true;
}

Outside CompareTables(const Table& before, const Table& after) {
  if (!ListsAll(before) || !ListsAll(after)) return Outside::kChanged;
  const Words old_words = WordsOf(before);
  const Words new_words = WordsOf(after);
  if (old_words == new_words) return Outside::kSame;
  return IsWithin(old_words, new_words) ? Outside::kExtended : Outside::kChanged;
}

// Others know nothing of these but what they are called and take.
template <class T>
inline constexpr bool kHasNothingToName =
    std::is_same_v<T, Function> || std::is_same_v<T, Aggregate> || std::is_same_v<T, Sequence> ||
    std::is_same_v<T, Namespace>;

}  // namespace

Outside CompareOutside(const Object& before, const Object& after) {
  if (before.id != after.id) return Outside::kChanged;
  return std::visit(
      [&](const auto& was) {
        using T = std::decay_t<decltype(was)>;
        const T* const is = std::get_if<T>(&after.definition);
        if (!is) return Outside::kChanged;
        if constexpr (std::is_same_v<T, Table>) return CompareTables(was, *is);
        if constexpr (kHasNothingToName<T>) return Outside::kSame;
        return was == *is ? Outside::kSame : Outside::kChanged;
      },
      before.definition);
}

}  // namespace pggit
