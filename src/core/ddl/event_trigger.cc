#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/relation_parts.h"
#include "core/ddl/text.h"

namespace pggit {

void Render(const ObjectId& id, const EventTrigger& trigger, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::string create = "CREATE EVENT TRIGGER " + SqlName(id) + " ON " + trigger.event;
  if (!trigger.tags.empty()) {
    std::vector<std::string> tags;
    for (const std::string& tag : trigger.tags) tags.push_back(QuoteLiteral(tag));
    create += "\n    WHEN TAG IN (" + Join(tags, ", ") + ')';
  }
  create += "\n    EXECUTE FUNCTION " + trigger.function + "()";
  pieces.push_back({{}, std::move(create)});
  if (trigger.enabled != Enabled::kOrigin) {
    pieces.push_back(
        {{}, "ALTER EVENT TRIGGER " + SqlName(id) + ' ' + EnabledWords(trigger.enabled)});
  }
}

EventTrigger ParseEventTrigger(Cursor& cursor) {
  EventTrigger trigger;
  cursor.Expect("CREATE EVENT TRIGGER");
  cursor.Name();
  cursor.Expect("ON");
  trigger.event = cursor.Name();
  if (cursor.Accept("WHEN TAG IN")) {
    cursor.ExpectSymbol("(");
    do {
      trigger.tags.push_back(cursor.String());
    } while (cursor.AcceptSymbol(","));
    cursor.ExpectSymbol(")");
  }
  cursor.Expect("EXECUTE FUNCTION");
  trigger.function = cursor.QualifiedText();
  cursor.ExpectSymbol("(");
  cursor.ExpectSymbol(")");
  cursor.ExpectSymbol(";");
  const std::size_t statement = cursor.position();
  if (cursor.Accept("ALTER EVENT TRIGGER")) {
    cursor.Name();
    if (!cursor.Sees("ENABLE") && !cursor.Sees("DISABLE")) {  // The owner's statement comes next.
      cursor.Rewind(statement);
      return trigger;
    }
    trigger.enabled = ParseEnabled(cursor);
    cursor.ExpectSymbol(";");
  }
  return trigger;
}

}  // namespace pggit
