#pragma once

#include "assets/formats/reading/findings.hpp"
#include "assets/formats/reading/place_lookup.hpp"
#include "assets/model/scenario.hpp"
#include "assets/model/values/codes.hpp"
#include "assets/model/values/missing_characters.hpp"
#include "assets/schema/schema.hpp"

#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The state that the readers of one scenario share. Private to assets/formats.
namespace assets {

/// What a text in a column `area` means: an area, or a finding.
struct AreaMeaning {
    std::optional<AreaRef> area{};
    std::string_view code{}; ///< of the finding
    std::string problem{};
};

class Record;
class Table;

/// A scenario while it is being read: the records so far, their ids, and the findings.
struct Reading {
    const Schema& schema;
    Scenario scenario;
    DetailsPool details; ///< details of the fixes read so far
    Findings findings{scenario.files};
    std::map<std::string, AssetIndex, std::less<>> asset_ids;
    std::map<std::string, ZoneIndex, std::less<>> zone_ids;
    std::map<std::string, SourceIndex, std::less<>> source_ids;
    bool makes_sources = false; ///< a lone table without declared sources: sources are made from the texts of its rows
    bool makes_assets = false;  ///< no asset is declared: assets are made from the rows of positions
    /// The assets that were made, by the text that identifies them.
    std::map<std::string, AssetIndex, std::less<>> made_assets;
    /// Whether a text of the column `type` is, or resembles, a word for a type.
    std::map<std::string, bool, std::less<>> type_words;
    PlaceLookup places;
    std::size_t records = 0, rejected = 0;
    MissingCharacters missing_characters{}; ///< empty: characters are not checked
    /// Built-in zones only: the folder of the files that a feature's member `geometry_of` names; else empty.
    std::filesystem::path geometry_folder{};
    int builtin_zones_line = 0;   ///< of [zones] builtin
    int unreadable_files = 0;     ///< files that could not be read completely
    std::set<TableId> incomplete; ///< tables with a reported file error, which explains unknown ids

    std::string settings_name = std::string{settings_file}; ///< the file whose [read] says how files are read
    std::string encoding{};                                 ///< [read] encoding; empty: not given

    /// Notes that are told once for a file and column, with the number of rows they concern.
    struct TallyKey {
        std::uint16_t file;
        std::string_view field, code; ///< of static strings
        std::string sentence;
        [[nodiscard]] auto operator<=>(const TallyKey&) const = default;
    };
    struct Tally {
        int first_line = 0, rows = 0;
    };
    std::map<TallyKey, Tally> tallies;
    /// Counts a row for the note `sentence` + `rest`. `field` and `code` must live as long as the reading.
    void tally(const Record&, std::string_view field, std::string_view code, std::string_view sentence,
               std::string_view rest);

    /// What texts for areas mean with this many zones. Looking one up takes long, and very many rows may have it.
    std::map<std::string, AreaMeaning, std::less<>> area_meanings;
    std::size_t zones_of_meanings = 0;

    explicit Reading(const Schema& columns) : schema{columns} {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    [[nodiscard]] std::uint16_t file_index(const std::string& name);
};

/// A file of a scenario.
struct InputFile {
    std::string name; ///< relative to the scenario's folder, as in findings
    std::filesystem::path path;
    std::shared_ptr<const Table> table{}; ///< the sheet, if it stands in a spreadsheet; `path` is then empty
};

/// How much read_whole() reads.
struct ReadLimits {
    std::size_t most_bytes;
    std::size_t most_line_bytes = std::numeric_limits<std::size_t>::max();
};

/// Reads a whole file. If that fails (missing, unreadable, too large, a line that is too long, NUL bytes outside
/// UTF-16) adds an error and returns nothing; it then stops at the first megabyte that is at fault.
[[nodiscard]] std::optional<std::string> read_whole(Reading&, const InputFile&, const ReadLimits&);

/// Whether a path, with its links followed, is inside a folder.
[[nodiscard]] bool is_inside(const std::filesystem::path& folder, const std::filesystem::path&);

[[nodiscard]] bool is_id(std::string_view) noexcept; ///< [a-z0-9][a-z0-9._-]*

/// An id made from a name: `HMCS Montréal` becomes hmcs-montreal. Characters of other scripts become their code points,
/// so that 辽宁舰 and 山东舰 have different ids. Empty if the name has neither letters nor digits.
[[nodiscard]] std::string id_from_name(std::string_view);

} // namespace assets
