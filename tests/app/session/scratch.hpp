#pragma once

#include "app/session/session.hpp"
#include "tests/support/files.hpp"

#include <filesystem>
#include <string>

namespace session_test {

/// A temporary folder, empty or with a copy of a fixture.
class Scratch : public support::Scratch {
public:
    Scratch() = default;
    explicit Scratch(const std::string& fixture);
};

[[nodiscard]] assets::Instant utc(const std::string&); ///< the first instant of a date or time
/// Opens a scenario; the test fails if the outcome is not Done.
void open(app::Session&, const std::filesystem::path&);
[[nodiscard]] app::Session session();
/// Checks that the command was carried out; otherwise the test prints the reason.
void done(const app::Outcome&);

} // namespace session_test
