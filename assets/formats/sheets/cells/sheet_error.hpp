#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace assets {

/// A spreadsheet that cannot be read. what() completes "FILE: ...".
struct SheetError : std::runtime_error {
    SheetError(std::string_view finding_code, const std::string& sentence)
        : std::runtime_error{sentence}, code{finding_code} {}
    std::string code; ///< of the finding
};

} // namespace assets
