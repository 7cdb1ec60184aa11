#include "core/plan/same_view.h"

#include <algorithm>
#include <vector>

#include "core/plan/renamed_query.h"

namespace pggit {
namespace {

bool HaveSameNames(const View& a, const View& b) {
  return std::ranges::equal(a.columns, b.columns, {}, &ViewColumn::name, &ViewColumn::name);
}

// What the view as a whole and its triggers need; an output needs its type.
std::vector<Dependency> NeedsButOutputs(const Object& view) {
  std::vector<Dependency> needs = view.attributes.needs;
  std::erase_if(needs,
                [](const Dependency& need) { return need.element.kind == ElementKind::kColumn; });
  return needs;
}

}  // namespace

bool IsSameView(const Object& foretold, const Object& printed) {
  const View* const view = std::get_if<View>(&foretold.definition);
  const View* const other = std::get_if<View>(&printed.definition);
  if (view == nullptr || other == nullptr || !HaveSameNames(*view, *other) ||
      !SameButForAliases(view->query, other->query) ||
      NeedsButOutputs(foretold) != NeedsButOutputs(printed)) {
    return false;
  }
  Object same = foretold;
  View& adapted = std::get<View>(same.definition);
  adapted.query = other->query;
  adapted.columns = other->columns;
  same.attributes.needs = printed.attributes.needs;
  return same == printed;
}

}  // namespace pggit
