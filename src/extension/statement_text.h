#pragma once

#include <string>

#include "extension/boundary.h"

extern "C" {
#include "commands/event_trigger.h"
}

namespace pggit {

/// The text of the command that an event trigger runs for, with secrets blanked: as the client
/// sent it, its neighbours in one message left out, or as a function or DO block ran it through
/// SPI. Where the server keeps neither (functions in SQL) it is the call that led to it, with its
/// literals blanked.
std::string StatementText(const EventTriggerData& event);

}  // namespace pggit
