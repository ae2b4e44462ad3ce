#pragma once

#include "assets/formats/registry/registry.hpp"

/// Private to this folder.
namespace assets {

/// The entries of FormatRegistry::standard(). Where two know a file equally well the earlier one reads it: a table
/// whose note begins with '<' stays a table.
[[nodiscard]] std::vector<Format> standard_formats();

} // namespace assets
