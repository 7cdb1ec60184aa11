#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/sequence_options.h"

namespace pggit {

void Render(const ObjectId& id, const Sequence& sequence, Form /*form*/,
            std::vector<Piece>& pieces) {
  const std::string name = SqlName(id);
  std::string create = "CREATE ";
  if (!sequence.persistence.empty()) create += sequence.persistence + ' ';
  create += "SEQUENCE " + name;
  create += RenderSequenceOptions(sequence.options, "\n    ", /*with_type=*/true);
  pieces.push_back({{}, std::move(create)});
  if (!sequence.owned_table.empty()) {
    // A part of its own: the table is made after the sequence that its default calls.
    pieces.push_back({{ElementKind::kMember, "owned by"},
                      "ALTER SEQUENCE " + name + " OWNED BY " + sequence.owned_table + '.' +
                          QuoteIdentifier(sequence.owned_column)});
  }
}

Sequence ParseSequence(Cursor& cursor) {
  Sequence sequence;
  cursor.Expect("CREATE");
  if (cursor.Accept("UNLOGGED")) sequence.persistence = "UNLOGGED";
  cursor.Expect("SEQUENCE");
  cursor.QualifiedText();
  sequence.options = ParseSequenceOptions(cursor, "bigint");
  cursor.ExpectSymbol(";");
  const std::size_t statement = cursor.position();
  if (cursor.Accept("ALTER SEQUENCE")) {
    cursor.QualifiedText();
    if (!cursor.Accept("OWNED BY")) {  // The owner's statement comes next.
      cursor.Rewind(statement);
      return sequence;
    }
    sequence.owned_table = cursor.QualifiedText();
    cursor.ExpectSymbol(".");
    sequence.owned_column = cursor.Name();
    cursor.ExpectSymbol(";");
  }
  return sequence;
}

}  // namespace pggit
