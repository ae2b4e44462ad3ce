#pragma once

#include "tests/support/files.hpp"

#include <filesystem>
#include <string>

/// Runs the built program in a shell.
namespace cli {

struct Result {
    int code;
    std::string out, err;
};

/// Runs the program in `folder`. `arguments` is shell text after the program's name, `before` is shell text before it
/// (environment variables, ulimit).
[[nodiscard]] Result theatrum(const std::string& arguments, const std::filesystem::path& folder = ".",
                              const std::string& before = "");

using support::file_bytes, support::Scratch;

} // namespace cli
