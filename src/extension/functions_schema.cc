// pggit.schema(), pggit.omissions(): the live schema as definitions, and what they leave out.

#include "core/ddl/definition.h"
#include "core/history/ref_name.h"
#include "core/model/path.h"
#include "extension/branch_schema.h"
#include "extension/datum.h"
#include "extension/ignore_file.h"
#include "extension/spi_row_source.h"

namespace pggit {
namespace {

void AddOmissions(ResultSet& result, const char* status, const std::vector<Omission>& omissions) {
  for (const Omission& omission : omissions) result.Add({omission.what, status, omission.why});
}

/// The live schema that the session sees, and what the working .pggit/ignore of its branch leaves
/// out, where there is a repository.
struct Visible {
  Visible() {
    Spi spi;
    Repository repository(spi);
    const bool is_initialised = !spi.Query("SELECT 1 FROM pggit_v0.repository").empty();
    const std::string ref = is_initialised ? repository.HeadRef() : kMainRef;
    const Workspace workspace(spi, std::string(ShortRefName(ref)));
    if (workspace.empty()) {
      SpiRowSource source;
      snapshot = ReadSnapshot(source, {});
    } else {
      snapshot = ReadBranch(spi, repository, workspace);
    }
    if (is_initialised) ignored = Ignored(WorkingIgnoreFile(spi, repository, ref));
  }

  Snapshot snapshot;
  Ignored ignored{std::nullopt};
};

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_schema) {
  pggit::ResultSet result(fcinfo);
  const pggit::Visible visible;
  const pggit::Snapshot& snapshot = visible.snapshot;
  pggit::RequireSupported(snapshot, "List them with SELECT * FROM pggit.omissions().");
  for (const auto& [id, object] : snapshot.schema.objects) {
    pggit::PollInterrupts();
    if (visible.ignored.Has(pggit::PathOf(id))) continue;
    result.Add({pggit::PathOf(id), std::string(pggit::KindName(id.kind)),
                id.schema.empty() ? std::nullopt : std::optional(id.schema), id.name + id.signature,
                pggit::RenderDefinition(object)});
  }
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_omissions) {
  pggit::ResultSet result(fcinfo);
  const pggit::Visible visible;
  const pggit::Snapshot& snapshot = visible.snapshot;
  pggit::AddOmissions(result, "unsupported", snapshot.unsupported);
  pggit::AddOmissions(result, "ignored", snapshot.ignored);
  for (const auto& [id, object] : snapshot.schema.objects) {
    const std::string path = pggit::PathOf(id);
    if (visible.ignored.Has(path)) result.Add({path, "ignored", "it matches .pggit/ignore"});
  }
  return pggit::VoidDatum();
}
