#pragma once

#include "app/session/session.hpp"
#include "tests/support/files.hpp"

#include <filesystem>
#include <string>

namespace session_test {

/// A folder of its own, also with a copy of a fixture in it.
class Scratch : public support::Scratch {
public:
    Scratch() = default;
    explicit Scratch(const std::string& fixture);
};

[[nodiscard]] assets::Instant utc(const std::string&); ///< the first second of it
/// Opens it; fails the test when that does not go without a word.
void open(app::Session&, const std::filesystem::path&);
[[nodiscard]] app::Session session();
/// Checks that the command was carried out; else the test says why it was not.
void done(const app::Outcome&);

} // namespace session_test
