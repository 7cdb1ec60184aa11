// The event triggers: what DDL does is noted in memory as it runs, and written when the transaction
// commits. Nothing here may make the DDL fail, or ask for a right.

#include "extension/event_triggers.h"

#include "extension/auto_commit.h"
#include "extension/branch_of_command.h"
#include "extension/ddl_log.h"
#include "extension/pending_commands.h"
#include "extension/repository.h"
#include "extension/statement_text.h"
#include "extension/subtransaction.h"
#include "extension/touched_objects.h"

extern "C" {
#include "access/xact.h"
#include "catalog/pg_authid_d.h"
#include "commands/extension.h"
#include "utils/timestamp.h"
}

namespace pggit {
namespace {

// How many CaptureOff there are.
int captures_off = 0;

std::string RoleName(Oid role) {
  const char* const name = Server([role] { return GetUserNameFromId(role, /*noerr=*/true); });
  return name != nullptr ? name : std::to_string(role);
}

bool IsDrop(const EventTriggerData& event) {
  return std::string_view(event.event) == "sql_drop";
}

// Reading a view's rows anew changes no definition.
bool ChangesNoDefinition(CommandTag tag) {
  return tag == CMDTAG_REFRESH_MATERIALIZED_VIEW || tag == CMDTAG_REINDEX;
}

void Note(const EventTriggerData& event) {
  DdlCommand command;
  AddTouched(event, IsDrop(event) ? ReadDroppedRows() : ReadCommandRows(), command);
  PendingCommands& pending = PendingCommands::Get();
  if (command.touched.empty()) {
    pending.Close(event.parsetree);
    return;
  }
  command.tag = GetCommandTagName(event.tag);
  command.statement = StatementText(event);
  NoteBranch(command);
  command.executed_by = RoleName(GetSessionUserId());
  command.acting_as =
      GetUserId() == GetSessionUserId() ? command.executed_by : RoleName(GetUserId());
  command.executed_at = GetCurrentTimestamp();
  pending.Add(event.parsetree, std::move(command), /*more=*/IsDrop(event));
}

void Capture(const EventTriggerData& event) {
  // What a script of an extension does is part of CREATE EXTENSION, which is noted itself.
  if (captures_off > 0 || creating_extension || ChangesNoDefinition(event.tag)) return;
  Sheltered("a DDL command will not be in pggit.history", [&] { Note(event); });
}

void BeforeEnd(bool prepared) {
  const PendingCommands& pending = PendingCommands::Get();
  if (pending.commands().empty()) return;
  if (prepared) {
    AutoCommitPrepared();
  } else {
    AutoCommit(pending.commands());
  }
  Sheltered("the DDL of this transaction will not be in pggit.history",
            [&] { WriteDdlLog(pending.commands()); });
}

void OnTransaction(XactEvent event, void* /*unused*/) {
  switch (event) {
    case XACT_EVENT_PRE_COMMIT: Enter([] { BeforeEnd(/*prepared=*/false); }); return;
    case XACT_EVENT_PRE_PREPARE: Enter([] { BeforeEnd(/*prepared=*/true); }); return;
    case XACT_EVENT_COMMIT:
    case XACT_EVENT_ABORT:
    case XACT_EVENT_PREPARE: PendingCommands::Get().Clear(); return;
    // Nobody runs DDL in a parallel worker.
    case XACT_EVENT_PARALLEL_PRE_COMMIT:
    case XACT_EVENT_PARALLEL_COMMIT:
    case XACT_EVENT_PARALLEL_ABORT: return;
  }
}

void OnSubtransaction(SubXactEvent event, SubTransactionId level, SubTransactionId parent,
                      void* /*unused*/) {
  switch (event) {
    case SUBXACT_EVENT_COMMIT_SUB: PendingCommands::Get().LevelCommitted(level, parent); return;
    case SUBXACT_EVENT_ABORT_SUB: PendingCommands::Get().LevelAborted(level); return;
    case SUBXACT_EVENT_START_SUB:
    case SUBXACT_EVENT_PRE_COMMIT_SUB: return;
  }
}

struct Trigger {
  const char* name;
  const char* create;
  const char* enable;
  const char* comment;
  const char* drop;
};

constexpr Trigger kTriggers[] = {
    {"pggit_ddl_command_end",
     "CREATE EVENT TRIGGER pggit_ddl_command_end ON ddl_command_end "
     "EXECUTE FUNCTION pggit_v0.capture_ddl()",
     "ALTER EVENT TRIGGER pggit_ddl_command_end ENABLE ALWAYS",
     "COMMENT ON EVENT TRIGGER pggit_ddl_command_end IS 'pggit: what DDL makes and changes'",
     "DROP EVENT TRIGGER pggit_ddl_command_end"},
    {"pggit_sql_drop",
     "CREATE EVENT TRIGGER pggit_sql_drop ON sql_drop EXECUTE FUNCTION pggit_v0.capture_ddl()",
     "ALTER EVENT TRIGGER pggit_sql_drop ENABLE ALWAYS",
     "COMMENT ON EVENT TRIGGER pggit_sql_drop IS 'pggit: what DDL drops'",
     "DROP EVENT TRIGGER pggit_sql_drop"},
};

// Asked of the newest catalog, not of the statement's: another session may just have made it.
bool Exists(const Trigger& trigger) {
  const char* const name = trigger.name;
  return OidIsValid(Server([name] { return get_event_trigger_oid(name, /*missing_ok=*/true); }));
}

// Only a superuser may own an event trigger; whoever may initialise need not be one.
Oid TriggerOwner(Spi& spi) {
  const Oid owner = StoreOwner(spi);
  return Server([owner] { return superuser_arg(owner); }) ? owner : BOOTSTRAP_SUPERUSERID;
}

}  // namespace

CaptureOff::CaptureOff() noexcept {
  ++captures_off;
}

CaptureOff::~CaptureOff() {
  --captures_off;
}

void CreateEventTriggers(Spi& spi) {
  const RunAs owner(TriggerOwner(spi));
  for (const Trigger& trigger : kTriggers) {
    if (Exists(trigger)) continue;
    spi.Execute(trigger.create);
    spi.Execute(trigger.enable);
    spi.Execute(trigger.comment);
  }
}

void DropEventTriggers(Spi& spi) {
  const RunAs owner(TriggerOwner(spi));
  for (const Trigger& trigger : kTriggers) {
    if (Exists(trigger)) spi.Execute(trigger.drop);
  }
}

void RegisterCapture() {
  Server([] {
    RegisterXactCallback(OnTransaction, nullptr);
    RegisterSubXactCallback(OnSubtransaction, nullptr);
  });
}

}  // namespace pggit

PGGIT_FUNCTION(pggit_capture_ddl) {
  if (!CALLED_AS_EVENT_TRIGGER(fcinfo)) {
    throw pggit::Error(pggit::ErrorCode::kInvalidArgument,
                       "capture_ddl() can only be called as an event trigger");
  }
  pggit::Capture(*reinterpret_cast<EventTriggerData*>(fcinfo->context));
  return pggit::VoidDatum();
}
