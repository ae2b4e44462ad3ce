#pragma once

#include "assets/formats/sheets/cells/archive.hpp"
#include "assets/formats/sheets/cells/sheet_writer.hpp"

namespace assets {

/// Reads the sheets of an .xlsx file. Throws SheetError.
void read_xlsx(Archive&, SheetWriter&);

} // namespace assets
