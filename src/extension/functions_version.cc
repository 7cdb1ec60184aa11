#include "extension/datum.h"

PGGIT_FUNCTION(pggit_version) {
  return pggit::TextDatum(PGGIT_VERSION);
}
