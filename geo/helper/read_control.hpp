#pragma once

#include <atomic>

namespace geo {

/// Shared by a thread that reads a file and the thread that shows it: how far the reading is, and whether to stop it.
struct ReadControl {
    std::atomic<bool> stop{false};
    std::atomic<int> percent{-1}; ///< -1: not known
};

} // namespace geo
