#pragma once

#include "assets/formats/sheets/cells/archive.hpp"
#include "assets/formats/sheets/cells/sheet_writer.hpp"

namespace assets {

/// Reads the sheets of an .ods file. Throws SheetError.
void read_ods(Archive&, SheetWriter&);

} // namespace assets
