#pragma once

#include "extension/spi.h"

namespace pggit {

/// Makes the event triggers that capture DDL, where they are missing. They are no members of the
/// extension: a member would already fire while a dump is being loaded.
void CreateEventTriggers(Spi& spi);

void DropEventTriggers(Spi& spi);

/// While one is there, DDL of this session is not captured: pggit keeps a branch's schemas, which
/// is no change that somebody makes.
class CaptureOff {
 public:
  CaptureOff() noexcept;
  CaptureOff(const CaptureOff&) = delete;
  CaptureOff& operator=(const CaptureOff&) = delete;
  ~CaptureOff();
};

/// Has the commands of each transaction written when it commits. Once, when the library is loaded.
void RegisterCapture();

}  // namespace pggit
