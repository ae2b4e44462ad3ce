#pragma once

#include "assets/formats/sheets/cells/sheet_error.hpp"
#include "assets/formats/sheets/cells/sheet_writer.hpp"
#include "geo/helper/frames.hpp"

#include <string>
#include <string_view>

namespace assets {

/// The name of this reader in the helper process.
inline constexpr std::string_view sheet_reader = "sheets";

/// Reads an .xlsx or .ods file. Throws SheetError, and std::bad_alloc.
void read_sheets(std::string_view bytes, const SheetSink&);
/// As above, to the pipe of the helper process.
void read_sheets(std::string_view bytes, geo::FrameWriter&);

} // namespace assets
