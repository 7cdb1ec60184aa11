#pragma once

#include "extension/boundary.h"

extern "C" {
#include "tcop/deparse_utility.h"
}

namespace pggit {

/// A row of pg_event_trigger_ddl_commands() or pg_event_trigger_dropped_objects(), palloc'ed.
struct EventRow {
  Oid class_id = InvalidOid;  ///< Invalid where the server names no object, as for GRANT.
  Oid object_id = InvalidOid;
  int32 sub_id = 0;
  const char* type = nullptr;
  const char* identity = nullptr;  ///< May be null.
  bool temporary = false;          ///< It is, or was, in the session's own schema.
  bool dropped = false;
  bool named = false;                         ///< By the command itself, of what was dropped.
  bool asked_for = true;                      ///< Not: dropped only because its owner was.
  const CollectedCommand* command = nullptr;  ///< Null for what was dropped.
};

struct EventRows {
  EventRow* rows = nullptr;
  int count = 0;

  const EventRow* begin() const { return rows; }
  const EventRow* end() const { return rows + count; }
};

/// What the command that a ddl_command_end trigger runs for did. Only within such a trigger.
EventRows ReadCommandRows();

/// What the command that a sql_drop trigger runs for dropped. Only within such a trigger.
EventRows ReadDroppedRows();

}  // namespace pggit
