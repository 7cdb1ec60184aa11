#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/parameters.h"

namespace pggit {
namespace {

// Both ways in one order. `A` is const or not, and `list` writes or reads.
template <class A, class List>
void Parameters(A& aggregate, List& list) {
  list.Add("SFUNC", aggregate.transition_function);
  list.Add("STYPE", aggregate.state_type);
  list.Add("SSPACE", aggregate.state_space);
  list.Add("FINALFUNC", aggregate.final_function);
  list.Add("FINALFUNC_EXTRA", aggregate.final_extra);
  list.Add("FINALFUNC_MODIFY", aggregate.final_modify);
  list.Add("COMBINEFUNC", aggregate.combine_function);
  list.Add("SERIALFUNC", aggregate.serial_function);
  list.Add("DESERIALFUNC", aggregate.deserial_function);
  list.Add("INITCOND", aggregate.initial_condition);
  list.Add("MSFUNC", aggregate.moving_transition_function);
  list.Add("MINVFUNC", aggregate.moving_inverse_function);
  list.Add("MSTYPE", aggregate.moving_state_type);
  list.Add("MSSPACE", aggregate.moving_state_space);
  list.Add("MFINALFUNC", aggregate.moving_final_function);
  list.Add("MFINALFUNC_EXTRA", aggregate.moving_final_extra);
  list.Add("MFINALFUNC_MODIFY", aggregate.moving_final_modify);
  list.Add("MINITCOND", aggregate.moving_initial_condition);
  list.Add("SORTOP", aggregate.sort_operator);
  list.Add("PARALLEL", aggregate.parallel);
  list.Add("HYPOTHETICAL", aggregate.hypothetical);
}

}  // namespace

void Render(const ObjectId& id, const Aggregate& aggregate, Form /*form*/,
            std::vector<Piece>& pieces) {
  ParameterWriter parameters;
  Parameters(aggregate, parameters);
  pieces.push_back({{},
                    "CREATE AGGREGATE " + QuoteQualified(id.schema, id.name) + '(' +
                        aggregate.arguments + ") " + parameters.Text()});
}

Aggregate ParseAggregate(Cursor& cursor) {
  Aggregate aggregate;
  cursor.Expect("CREATE AGGREGATE");
  cursor.QualifiedText();
  aggregate.arguments = cursor.Parenthesized();
  ParameterReader parameters(cursor);
  Parameters(aggregate, parameters);
  parameters.Finish();
  cursor.ExpectSymbol(";");
  return aggregate;
}

}  // namespace pggit
