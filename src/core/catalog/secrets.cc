#include "core/catalog/secrets.h"

#include "core/base/identifier.h"
#include "core/base/secrets.h"

namespace pggit {

std::vector<Option> WithoutSecrets(Reader& reader, const std::string& what,
                                   const std::vector<Option>& options) {
  std::vector<Option> kept;
  for (const Option& option : options) {
    if (IsSecretOption(option.name)) {
      reader.Ignore("option " + QuoteIdentifier(option.name) + " of " + what, "it is secret");
    } else {
      kept.push_back(option);
    }
  }
  return kept;
}

}  // namespace pggit
