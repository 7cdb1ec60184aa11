#pragma once

#include <string>

#include "extension/spi.h"

namespace pggit {

/// Runs a statement that nobody will run again, with a connection to SPI open: unlike
/// Spi::Execute() it keeps no plan, which every change of a relation would be held against. Gives
/// the number of rows it touched.
uint64 ExecuteSingle(const std::string& sql);

}  // namespace pggit
