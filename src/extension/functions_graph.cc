// pggit_v0.write_commit_graph(), rev_list_count(): the commit graph as a whole.

#include "core/history/rev_list.h"
#include "extension/graph_packer.h"
#include "extension/revision_args.h"

PGGIT_FUNCTION(pggit_write_commit_graph) {
  pggit::Spi spi;
  pggit::Repository repository(spi);
  repository.RequireInitialised();
  return Int64GetDatum(static_cast<int64>(pggit::PackWholeGraph(spi, repository.Owner())));
}

PGGIT_FUNCTION(pggit_rev_list_count) {
  pggit::Spi spi;
  pggit::Repository repository(spi);
  const pggit::RevisionRange range = pggit::ParseRange(repository, pggit::RevisionArg(fcinfo, 0));
  const bool first_parent = !PG_ARGISNULL(1) && PG_GETARG_BOOL(1);
  pggit::CommitGraph graph(repository);
  const std::size_t count = pggit::CountCommits(
      graph, {.include = range.include, .exclude = range.exclude, .first_parent = first_parent});
  return Int64GetDatum(static_cast<int64>(count));
}
