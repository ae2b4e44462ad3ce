#pragma once

#include "app/session/command.hpp"

#include <string>

namespace panels_test {

/// A command as text for golden files: its index among the commands, and the values of its usual members.
[[nodiscard]] std::string text_of(const app::Command&);

} // namespace panels_test
