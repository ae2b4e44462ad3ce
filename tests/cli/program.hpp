#pragma once

#include "tests/support/files.hpp"

#include <filesystem>
#include <string>

/// Runs the built program as a user would.
namespace cli {

struct Result {
    int code;
    std::string out, err;
};

/// `arguments` is a piece of shell, run in `folder`; `before` stands before the program's name (environment, ulimit).
[[nodiscard]] Result theatrum(const std::string& arguments, const std::filesystem::path& folder = ".",
                              const std::string& before = "");

using support::file_bytes, support::Scratch;

} // namespace cli
