#include "core/history/lost_columns.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/ddl/mention.h"
#include "core/ddl/parts.h"

namespace pggit {
namespace {

std::set<std::string> ColumnsOf(const Object& object) {
  std::set<std::string> names;
  if (const Table* const table = std::get_if<Table>(&object.definition)) {
    for (const Column& column : table->columns) names.insert(column.name);
  }
  return names;
}

// Whether `side` has that part just so: then it needs nothing that the side lacks.
bool HasSame(const Object& side, const Part& part) {
  return PartText(side, part.element) == part.text;
}

void AddLost(const Object& merged, const Object& dropper, const Object& other, bool ours_dropped,
             std::vector<Conflict>& conflicts) {
  const std::set<std::string> left = ColumnsOf(merged);
  const std::set<std::string> of_dropper = ColumnsOf(dropper);
  std::set<std::string> lost;
  for (const std::string& name : ColumnsOf(other)) {
    if (!left.contains(name) && !of_dropper.contains(name)) lost.insert(name);
  }
  if (lost.empty()) return;
  for (const Part& part : PartsOf(merged)) {
    if (part.element.kind == ElementKind::kSelf || HasSame(dropper, part)) continue;
    for (const std::string& name : lost) {
      if (!Mentions(part.text, name)) continue;
      const std::string need = "column " + name;
      conflicts.push_back({merged.id,
                           part.element,
                           ConflictType::kDependency,
                           {{"needs", "", ours_dropped ? "" : need, ours_dropped ? need : ""}}});
    }
  }
}

}  // namespace

std::vector<Conflict> LostColumns(const Object& merged, const Object& ours, const Object& theirs) {
  std::vector<Conflict> conflicts;
  AddLost(merged, ours, theirs, /*ours_dropped=*/true, conflicts);
  AddLost(merged, theirs, ours, /*ours_dropped=*/false, conflicts);
  return conflicts;
}

}  // namespace pggit
