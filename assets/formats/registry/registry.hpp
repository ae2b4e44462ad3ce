#pragma once

#include "assets/formats/reading/load_result.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// What is known of a file before it is read: where it is and how it begins.
struct Candidate {
    std::filesystem::path path;
    bool is_folder = false;
    std::string beginning; ///< its first bytes, at most `most_sniffed`; empty for folders and for what is no plain file
    bool is_all = false;   ///< the file has no more bytes than these
};
inline constexpr std::size_t most_sniffed = 8'192;

/// Reads the beginning. Throws UnreadableError when there is no such file or folder, or it cannot be opened.
[[nodiscard]] Candidate look_at(const std::filesystem::path&);

/// How a format knows a candidate: by nothing, by its name only, or by what is in it.
enum class Likeness : std::uint8_t { None, Name, Content };

/// One kind of file or folder that can be opened as a scenario.
struct Format {
    std::string_view id;
    std::string_view description;             ///< for people: "a positions file"
    std::vector<std::string_view> extensions; ///< usual ones, with their dot, in lower case
    std::vector<std::string_view> companions; ///< files beside it, or in the folder, that are read with it
    Likeness (*sniff)(const Candidate&);
    LoadResult (*read)(const std::filesystem::path&, const ReadOptions&);
};

/// `.csv` for "Map.CSV".
[[nodiscard]] std::string extension_of(const std::filesystem::path&);

/// The formats that can be opened. The command line, the open dialog, drops and error messages all ask this list.
class FormatRegistry {
public:
    /// The formats of the program: scenario, positions, ais, cot, sbs.
    [[nodiscard]] static const FormatRegistry& standard();

    void add(Format);
    [[nodiscard]] std::span<const Format> formats() const noexcept { return m_formats; }

    /// The format that knows the candidate best: content counts more than the name; of equals the first in the list.
    /// Null when none knows it.
    [[nodiscard]] const Format* recognise(const Candidate&) const;
    /// The format of a file or folder. Throws UnreadableError when it cannot be opened, or when no format knows it; the
    /// message then lists what can be opened.
    [[nodiscard]] const Format& format_of(const std::filesystem::path&) const;
    /// Reads what format_of() finds. Throws as format_of() and the format's reader do.
    [[nodiscard]] LoadResult read(const std::filesystem::path&, const ReadOptions&) const;

    /// The file's extension is one of a format's: a dialog lists it.
    [[nodiscard]] bool lists(const std::filesystem::path& file) const;
    /// The folder itself is a scenario: a dialog opens it rather than looking into it.
    [[nodiscard]] bool opens_folder(const std::filesystem::path& folder) const;
    /// The names of files that are read with this file or folder, going by its name alone. Empty for a lone file.
    [[nodiscard]] std::span<const std::string_view> companions(const std::filesystem::path&) const;

    /// Every extension once, in the order of the formats.
    [[nodiscard]] std::vector<std::string_view> extensions() const;
    /// "a scenario folder or its scenario.toml (.toml); a positions file (.csv .tsv .txt); ..."
    [[nodiscard]] std::string description() const;

private:
    std::vector<Format> m_formats;
};

} // namespace assets
