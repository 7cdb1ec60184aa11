#pragma once

#include "core/audit/ddl_command.h"
#include "extension/event_rows.h"

extern "C" {
#include "commands/event_trigger.h"
}

namespace pggit {

/// Puts what the rows of one trigger name into `command`, with the paths of the definitions that
/// they stand in. What is temporary is left out.
void AddTouched(const EventTriggerData& event, const EventRows& rows, DdlCommand& command);

}  // namespace pggit
