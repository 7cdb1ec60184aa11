#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"
#include "core/catalog/names.h"

namespace pggit {
namespace {

// How COMMENT ON AGGREGATE tells it from others: "(*)", "(integer)", "(double precision ORDER BY
// anyelement)". `direct` counts the arguments before ORDER BY, -1 when it is no ordered-set
// aggregate.
std::string Signature(std::vector<std::string> types, bool variadic, int direct) {
  if (types.empty()) return "(*)";
  if (variadic) types.back() = "VARIADIC " + types.back();
  if (direct < 0) return '(' + TypeList(types) + ')';
  const auto split = types.begin() + direct;
  const std::string before = TypeList({types.begin(), split});
  // When every argument is direct, the variadic last one stands for the aggregated ones too.
  const std::string after = split == types.end() ? types.back() : TypeList({split, types.end()});
  return '(' + before + (before.empty() ? "" : " ") + "ORDER BY " + after + ')';
}

// READ_ONLY and so on; empty for what aggregates of `kind` start with.
std::string ModifyName(char letter, char kind) {
  if (letter == (kind == 'n' ? 'r' : 'w')) return "";
  switch (letter) {
    case 'r': return "READ_ONLY";
    case 's': return "SHAREABLE";
    default: return "READ_WRITE";
  }
}

std::optional<std::string> OptionalText(Cells& cells) {
  if (!cells.IsNull()) return cells.Text();
  cells.Skip();
  return std::nullopt;
}

}  // namespace

void ReadAggregates(Reader& reader) {
  reader.ForEach(
      "SELECT p.oid, n.nspname, p.proname,"
      " (p.proargtypes::pg_catalog.oid[]::pg_catalog.regtype[])[0:], p.provariadic <> 0,"
      " CASE WHEN a.aggkind = 'n' THEN -1 ELSE a.aggnumdirectargs END, p.proowner,"
      " p.proacl IS NOT NULL, p.proacl,"
      " CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_catalog.pg_get_function_arguments(p.oid) END,"
      " a.aggkind, a.aggtransfn::pg_catalog.regprocedure,"
      " pg_catalog.format_type(a.aggtranstype, NULL), NULLIF(a.aggtransspace, 0),"
      " a.aggfinalfn::pg_catalog.regprocedure, a.aggfinalextra, a.aggfinalmodify,"
      " a.aggcombinefn::pg_catalog.regprocedure, a.aggserialfn::pg_catalog.regprocedure,"
      " a.aggdeserialfn::pg_catalog.regprocedure, a.agginitval,"
      " a.aggmtransfn::pg_catalog.regprocedure, a.aggminvtransfn::pg_catalog.regprocedure,"
      " CASE WHEN a.aggmtranstype <> 0 THEN pg_catalog.format_type(a.aggmtranstype, NULL) END,"
      " NULLIF(a.aggmtransspace, 0), a.aggmfinalfn::pg_catalog.regprocedure, a.aggmfinalextra,"
      " a.aggmfinalmodify, a.aggminitval, a.aggsortop::pg_catalog.regoperator, p.proparallel"
      " FROM pg_catalog.pg_aggregate a"
      " JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace AND {user_schema}"
      " WHERE {function a.aggfnoid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kProcedure, cells.Oid()};
        if (reader.IsMember(address)) return;
        ObjectId id{Kind::kAggregate, cells.Text(), cells.Text(), ""};
        std::vector<std::string> types = cells.Array();
        const bool variadic = cells.Bool();
        id.signature = Signature(std::move(types), variadic, static_cast<int>(cells.Integer()));
        Object& object = reader.Add(address, id, Aggregate{});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'f', owner, has_acl, cells.Array());
        Aggregate& aggregate = std::get<Aggregate>(object.definition);
        aggregate.arguments = cells.Text();
        const char kind = cells.Letter();
        aggregate.hypothetical = kind == 'h';
        aggregate.transition_function = FunctionName(cells.View());
        aggregate.state_type = cells.Text();
        aggregate.state_space = cells.TextOrEmpty();
        aggregate.final_function = FunctionName(cells.View());
        aggregate.final_extra = cells.Bool();
        aggregate.final_modify = ModifyName(cells.Letter(), kind);
        aggregate.combine_function = FunctionName(cells.View());
        aggregate.serial_function = FunctionName(cells.View());
        aggregate.deserial_function = FunctionName(cells.View());
        aggregate.initial_condition = OptionalText(cells);
        aggregate.moving_transition_function = FunctionName(cells.View());
        aggregate.moving_inverse_function = FunctionName(cells.View());
        aggregate.moving_state_type = cells.TextOrEmpty();
        aggregate.moving_state_space = cells.TextOrEmpty();
        aggregate.moving_final_function = FunctionName(cells.View());
        aggregate.moving_final_extra = cells.Bool();
        aggregate.moving_final_modify = ModifyName(cells.Letter(), kind);
        aggregate.moving_initial_condition = OptionalText(cells);
        aggregate.sort_operator = OperatorReference(cells.View());
        aggregate.parallel = ParallelFromLetter(cells.Letter());
      });
}

}  // namespace pggit
