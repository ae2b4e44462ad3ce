#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

/// Reads and writes whole files, and makes temporary folders for tests.
namespace support {

/// The bytes of a file; "" when it does not exist.
[[nodiscard]] std::string file_bytes(const std::filesystem::path&);
/// Creates the folder too, when it is missing. Throws std::runtime_error when the file cannot be written.
void write_file(const std::filesystem::path&, const std::string& bytes);

/// A temporary folder for one test: empty at first, removed by the destructor.
class Scratch {
public:
    Scratch();
    /// A temporary folder that starts as a copy of `original`.
    explicit Scratch(const std::filesystem::path& original);
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] std::string read(const std::string& name) const { return file_bytes(m_path / name); }
    void write(const std::string& name, const std::string& text) const { write_file(m_path / name, text); }
    [[nodiscard]] std::size_t files() const; ///< number of files and folders directly in it

private:
    std::filesystem::path m_path;
};

/// A file in a temporary folder; the destructor removes both.
class ScratchFile {
public:
    ScratchFile() = default; ///< only a path: the file does not exist yet
    explicit ScratchFile(const std::string& content, const std::string& name = "file") : m_path{m_folder / name} {
        write_file(m_path, content);
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    operator const std::filesystem::path&() const noexcept { return m_path; } // NOLINT: it is used as a path
    [[nodiscard]] std::string content() const { return file_bytes(m_path); }

private:
    Scratch m_folder;
    std::filesystem::path m_path = m_folder / "file";
};

} // namespace support
