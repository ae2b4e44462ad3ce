#pragma once

#include "assets/formats/reading/load_result.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// A file or folder that may be opened: its path and its first bytes.
struct Candidate {
    std::filesystem::path path;
    bool is_folder = false;
    std::string beginning; ///< the first `most_sniffed` bytes; empty unless it is a regular file
    bool is_all = false;   ///< whether `beginning` is the whole file
};
inline constexpr std::size_t most_sniffed = 8'192;

/// Reads the beginning. Throws UnreadableError if the file or folder does not exist or cannot be opened.
[[nodiscard]] Candidate look_at(const std::filesystem::path&);

/// How a format recognises a candidate: not at all, by its name only, or by its content.
enum class Likeness : std::uint8_t { None, Name, Content };

/// One kind of file or folder that can be opened as a scenario.
struct Format {
    std::string_view id;
    std::string_view description;             ///< for people: "a positions file"
    std::vector<std::string_view> extensions; ///< the common ones, with a dot, in lower case
    std::vector<std::string_view> companions; ///< names of the files in the same folder that are read together with it
    Likeness (*sniff)(const Candidate&);
    LoadResult (*read)(const std::filesystem::path&, const ReadOptions&);
};

/// The extension in lower case: `.csv` for "Map.CSV".
[[nodiscard]] std::string extension_of(const std::filesystem::path&);

/// The list of formats that can be opened, for the command line, the open dialog, drag and drop, and error messages.
class FormatRegistry {
public:
    /// The formats of the program: scenario, positions, spreadsheet, ais, cot, sbs.
    [[nodiscard]] static const FormatRegistry& standard();

    void add(Format);
    [[nodiscard]] std::span<const Format> formats() const noexcept { return m_formats; }

    /// The format that recognises the candidate, or null. Content counts more than the name; among equals the first
    /// format in the list is chosen.
    [[nodiscard]] const Format* recognise(const Candidate&) const;
    /// The format of a file or folder. Throws UnreadableError if it cannot be opened, or if no format recognises it:
    /// then the message lists the formats that can be opened.
    [[nodiscard]] const Format& format_of(const std::filesystem::path&) const;
    /// Reads the file or folder with its format. Throws as format_of() and the format's reader do.
    [[nodiscard]] LoadResult read(const std::filesystem::path&, const ReadOptions&) const;

    /// Whether a format has the file's extension; the open dialog then lists the file.
    [[nodiscard]] bool lists(const std::filesystem::path& file) const;
    /// Whether the folder is itself a scenario; the open dialog then opens it instead of showing its files.
    [[nodiscard]] bool opens_folder(const std::filesystem::path& folder) const;
    /// The names of the files that are read together with this file or folder, judged by its extension. Empty if the
    /// file is read alone.
    [[nodiscard]] std::span<const std::string_view> companions(const std::filesystem::path&) const;

    /// All extensions without duplicates, in the order of the formats.
    [[nodiscard]] std::vector<std::string_view> extensions() const;
    /// "a scenario folder or its scenario.toml (.toml); a positions file (.csv .tsv .txt); ..."
    [[nodiscard]] std::string description() const;

private:
    std::vector<Format> m_formats;
};

} // namespace assets
