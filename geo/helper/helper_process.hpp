#pragma once

#include "geo/helper/read_control.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace geo {

/// The program that is started as helper process; app hands it down. An empty path: there is none.
struct HelperProgram {
    std::filesystem::path path{};
};

/// The first argument of a helper process. The others are those of helper_arguments().
inline constexpr std::string_view helper_argument = "--in-helper";
/// The file descriptor of a helper process that it writes its frames to.
inline constexpr int helper_pipe = 3;

struct HelperLimits {
    std::size_t memory_bytes = std::size_t{2} << 30U; ///< address space; in sanitizer builds resident memory
    std::chrono::seconds cpu{20}, wall{60};
    std::size_t most_record_bytes = std::size_t{1} << 30U; ///< of all records together
};

/// A file to read, and the reader of app/helper that reads it.
struct HelperJob {
    std::string reader;
    std::filesystem::path file;
    HelperLimits limits{};
};

enum class HelperEnd : std::uint8_t {
    Done,
    Refused, ///< by the reader: the file is not what it seems, or too large
    Died,    ///< it crashed, or came to a limit
    Stopped  ///< by ReadControl::stop
};

struct HelperOutcome {
    HelperEnd end = HelperEnd::Done;
    std::string code{};     ///< of the finding that tells of it; empty unless it was refused or died
    std::string sentence{}; ///< completes "FILE: ..." unless the end is Done
};

/// Starts a helper process, hands its records to `record`, and ends it at a limit or when `control` says so. Returns
/// within 0.2 s of a stop. `control` may be null. Throws ReadError if the process cannot be started, and what `record`
/// throws. Thread-safe.
[[nodiscard]] HelperOutcome run_in_helper(const HelperProgram&, const HelperJob&,
                                          const std::function<void(std::string_view)>& record, ReadControl* control);

} // namespace geo
