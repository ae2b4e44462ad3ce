#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

/// Files of tests: reading and writing whole ones, and places for those that a test makes.
namespace support {

/// The bytes of a file; "" when it is not there.
[[nodiscard]] std::string file_bytes(const std::filesystem::path&);
/// Makes the folder too. Throws std::runtime_error when the file cannot be written.
void write_file(const std::filesystem::path&, const std::string& bytes);

/// A folder of its own for one test: empty at first, removed at the end.
class Scratch {
public:
    Scratch();
    /// With a copy of what a folder holds.
    explicit Scratch(const std::filesystem::path& original);
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] std::string read(const std::string& name) const { return file_bytes(m_path / name); }
    void write(const std::string& name, const std::string& text) const { write_file(m_path / name, text); }
    [[nodiscard]] std::size_t files() const; ///< how many files and folders lie in it

private:
    std::filesystem::path m_path;
};

/// A file in a folder of its own, removed at the end of the test.
class ScratchFile {
public:
    ScratchFile() = default; ///< only a path: the file is not there
    explicit ScratchFile(const std::string& content, const std::string& name = "file") : m_path{m_folder / name} {
        write_file(m_path, content);
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    operator const std::filesystem::path&() const noexcept { return m_path; } // NOLINT: it stands for its path
    [[nodiscard]] std::string content() const { return file_bytes(m_path); }

private:
    Scratch m_folder;
    std::filesystem::path m_path = m_folder / "file";
};

} // namespace support
