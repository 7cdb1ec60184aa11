// pggit.schema(), pggit.omissions(): the live schema as definitions, and what they leave out.

#include "core/catalog/snapshot.h"
#include "core/ddl/definition.h"
#include "core/model/path.h"
#include "extension/datum.h"
#include "extension/ignore_file.h"
#include "extension/spi_row_source.h"

namespace pggit {
namespace {

void AddOmissions(ResultSet& result, const char* status, const std::vector<Omission>& omissions) {
  for (const Omission& omission : omissions) result.Add({omission.what, status, omission.why});
}

// What the working .pggit/ignore leaves out, where there is a repository.
Ignored LeftOut() {
  Spi spi;
  Repository repository(spi);
  const bool is_initialised = !spi.Query("SELECT 1 FROM pggit_v0.repository").empty();
  return Ignored(is_initialised ? WorkingIgnoreFile(spi, repository) : std::nullopt);
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_schema) {
  pggit::ResultSet result(fcinfo);
  pggit::SpiRowSource source;
  const pggit::Snapshot snapshot = pggit::ReadSnapshot(source, {});
  pggit::RequireSupported(snapshot, "List them with SELECT * FROM pggit.omissions().");
  const pggit::Ignored ignored = pggit::LeftOut();
  for (const auto& [id, object] : snapshot.schema.objects) {
    pggit::PollInterrupts();
    if (ignored.Has(pggit::PathOf(id))) continue;
    result.Add({pggit::PathOf(id), std::string(pggit::KindName(id.kind)),
                id.schema.empty() ? std::nullopt : std::optional(id.schema), id.name + id.signature,
                pggit::RenderDefinition(object)});
  }
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_omissions) {
  pggit::ResultSet result(fcinfo);
  pggit::SpiRowSource source;
  const pggit::Snapshot snapshot = pggit::ReadSnapshot(source, {});
  pggit::AddOmissions(result, "unsupported", snapshot.unsupported);
  pggit::AddOmissions(result, "ignored", snapshot.ignored);
  const pggit::Ignored ignored = pggit::LeftOut();
  for (const auto& [id, object] : snapshot.schema.objects) {
    const std::string path = pggit::PathOf(id);
    if (ignored.Has(path)) result.Add({path, "ignored", "it matches .pggit/ignore"});
  }
  return pggit::VoidDatum();
}
