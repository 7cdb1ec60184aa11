#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/parameters.h"

namespace pggit {
namespace {

// Both ways in one order, as for an aggregate.
template <class O, class List>
void Parameters(O& op, List& list) {
  list.Add("FUNCTION", op.function);
  list.Add("LEFTARG", op.left_type);
  list.Add("RIGHTARG", op.right_type);
  list.Add("COMMUTATOR", op.commutator);
  list.Add("NEGATOR", op.negator);
  list.Add("RESTRICT", op.restriction);
  list.Add("JOIN", op.join);
  list.Add("HASHES", op.hashes);
  list.Add("MERGES", op.merges);
}

}  // namespace

void Render(const ObjectId& id, const Operator& op, Form /*form*/, std::vector<Piece>& pieces) {
  ParameterWriter parameters;
  Parameters(op, parameters);
  pieces.push_back(
      {{},
       "CREATE OPERATOR " + QuoteIdentifier(id.schema) + '.' + id.name + ' ' + parameters.Text()});
}

Operator ParseOperator(Cursor& cursor) {
  Operator op;
  cursor.Expect("CREATE OPERATOR");
  cursor.Name();
  cursor.ExpectSymbol(".");
  cursor.Verbatim();
  ParameterReader parameters(cursor);
  Parameters(op, parameters);
  parameters.Finish();
  cursor.ExpectSymbol(";");
  return op;
}

}  // namespace pggit
