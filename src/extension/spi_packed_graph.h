#pragma once

#include "core/history/packed_graph.h"
#include "extension/spi.h"

namespace pggit {

/// The packed graph in pggit_v0.packed_graph, as the current statement sees it. The session keeps
/// the chunks that it has read, for as long as they are those of the table.
///
/// `spi` must outlive it; when another one is made, one made before may only be used if the graph
/// was not written anew in between.
class SpiPackedGraph : public PackedGraph {
 public:
  explicit SpiPackedGraph(Spi& spi);

 protected:
  std::string ReadLinks(std::uint32_t chunk) override;
  std::string ReadIds(std::uint32_t chunk) override;
};

}  // namespace pggit
