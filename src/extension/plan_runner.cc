#include "extension/plan_runner.h"

#include "core/base/identifier.h"
#include "extension/single_statement.h"

namespace pggit {
namespace {

// The schemas of one side that the other has not.
std::vector<std::string> SchemasWithout(const Schema& side, const Schema& other) {
  std::vector<std::string> names;
  for (const auto& [id, object] : side.objects) {
    if (id.kind == Kind::kSchema && !other.objects.contains(id)) names.push_back(id.name);
  }
  return names;
}

}  // namespace

void PlanRunner::Begin(const Schema& from, const Schema& to) {
  if (workspace_.empty()) return;
  for (const std::string& schema : SchemasWithout(to, from)) {
    if (!workspace_.names().contains(schema)) (void)workspace_.Add(repository_, schema);
  }
  from_ = &from;
  to_ = &to;
  Prepare();
}

void PlanRunner::Prepare() {
  move_ = workspace_.Move();
  MoveAllOf(*from_, move_);
  MoveAllOf(*to_, move_);
}

void PlanRunner::Run(const Step& step, const Renamed& renamed) {
  const bool is_schema = step.object.kind == Kind::kSchema && step.element == Element{};
  if (!workspace_.empty() && is_schema && step.renames) {
    // The schema that holds it stays where it is.
    workspace_.Rename(repository_, step.object.name, renamed.names.at(step.object).name);
    Prepare();
    return;
  }
  if (workspace_.empty()) {
    (void)ExecuteSingle(step.sql);
    return;
  }
  (void)ExecuteSingle(MoveSchemas(step.sql, move_));
  // A database starts with this right in `public`.
  if (is_schema && step.object.name == "public" && step.sql.starts_with("CREATE SCHEMA")) {
    const std::string grant =
        "GRANT USAGE ON SCHEMA " + QuoteIdentifier(move_.names.at("public")) + " TO PUBLIC";
    (void)ExecuteSingle(grant);
  }
}

void PlanRunner::End(const Schema& from, const Schema& to) {
  if (workspace_.empty()) return;
  for (const std::string& schema : SchemasWithout(from, to)) {
    workspace_.Remove(repository_, schema);
  }
}

}  // namespace pggit
