#pragma once

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

[[nodiscard]] std::string read(const std::filesystem::path&);

/// A folder that is gone at the end of the test.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] std::size_t files() const;

private:
    std::filesystem::path m_path;
};

} // namespace cli
