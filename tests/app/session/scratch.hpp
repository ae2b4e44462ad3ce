#pragma once

#include "app/session/session.hpp"

#include <filesystem>
#include <string>

namespace session_test {

/// A folder that is gone at the end of the test.
class Scratch {
public:
    Scratch();
    /// With a copy of a fixture in it.
    explicit Scratch(const std::string& fixture);
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch();
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] std::string read(const std::string& name) const;
    void write(const std::string& name, const std::string& text) const; ///< in place
    [[nodiscard]] std::size_t files() const;

private:
    std::filesystem::path m_path;
};

[[nodiscard]] assets::Instant utc(const std::string&); ///< the first second of it
/// Opens it; fails the test when that does not go without a word.
void open(app::Session&, const std::filesystem::path&);
[[nodiscard]] app::Session session();

} // namespace session_test
