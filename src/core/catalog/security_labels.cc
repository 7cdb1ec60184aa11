#include <algorithm>

#include "core/catalog/kinds.h"

namespace pggit {

void ReadSecurityLabels(Reader& reader) {
  reader.ForEach(
      "SELECT classoid, objoid, objsubid, provider, label FROM pg_catalog.pg_seclabel"
      " WHERE {any classoid objoid}",
      [&](Cells& cells) {
        const CatalogAddress address{static_cast<Catalog>(cells.Oid()), cells.Oid(),
                                     static_cast<int>(cells.Integer())};
        const auto located = reader.Find(address);
        if (!located) return;
        // Members of extensions, and their columns, are found as the extension.
        if (located->is_extension() && !located->itself) return;
        // An array type's label is not that of the type it stands for.
        if (located->kind == ElementKind::kSelf && !located->itself) return;
        std::vector<SecurityLabel>& labels = located->object->attributes.labels[located->element()];
        labels.push_back({cells.Text(), cells.Text()});
        std::sort(labels.begin(), labels.end());
      });
}

}  // namespace pggit
