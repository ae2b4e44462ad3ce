#pragma once

#include "assets/formats/registry/registry.hpp"

/// Private to this folder.
namespace assets {

/// The entries of FormatRegistry::standard(). Their order matters: of two formats that recognise a file equally well
/// the earlier one reads it, so a table with a note that begins with '<' is read as a table.
[[nodiscard]] std::vector<Format> standard_formats();

} // namespace assets
