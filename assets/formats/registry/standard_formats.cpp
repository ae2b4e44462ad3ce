#include "assets/formats/registry/standard_formats.hpp"

#include "assets/formats/recording/log_reader.hpp"
#include "assets/formats/recording/read_recording.hpp"
#include "assets/formats/registry/read_spreadsheet.hpp"
#include "assets/formats/scenario/read_scenario.hpp"
#include "assets/formats/table/header.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/formats/text/decode.hpp"
#include "assets/schema/schema.hpp"

#include <algorithm>
#include <array>

namespace assets {

namespace {

bool has_extension(const Candidate& candidate, std::span<const std::string_view> extensions) {
    return std::find(extensions.begin(), extensions.end(), extension_of(candidate.path)) != extensions.end();
}

std::string_view without_indent(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return line;
}

// --- a scenario: a folder, or the settings file in it ---

constexpr std::array<std::string_view, 1> settings_extensions{".toml"};

/// Whether a line sets the key `theatrum`, as every scenario.toml does.
bool states_version(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = without_indent(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        constexpr std::string_view key = "theatrum";
        if (line.starts_with(key) && without_indent(line.substr(key.size())).starts_with('=')) return true;
    }
    return false;
}

Likeness sniff_scenario(const Candidate& candidate) {
    if (candidate.is_folder) {
        std::error_code failed;
        const bool has_files = std::filesystem::exists(candidate.path / settings_file, failed) ||
                               std::filesystem::exists(candidate.path / file_of(TableId::Positions), failed);
        return has_files ? Likeness::Content : Likeness::Name; // the reader reports the missing files
    }
    if (states_version(candidate.beginning)) return Likeness::Content;
    return has_extension(candidate, settings_extensions) ? Likeness::Name : Likeness::None;
}

// --- a lone table of positions ---

constexpr std::array<std::string_view, 3> table_extensions{".csv", ".tsv", ".txt"};

/// Whether the beginning has the header of a table of positions.
bool begins_with_positions(const Candidate& candidate) {
    std::string_view beginning = candidate.beginning;
    if (!candidate.is_all) {
        const auto last_line = beginning.find_last_of("\r\n");
        if (last_line == std::string_view::npos) return false;
        beginning = beginning.substr(0, last_line);
    }
    const std::string text = decode_beginning(beginning);
    return has_positions_header(CsvText{text}, infos_of(schema().positions));
}

Likeness sniff_positions(const Candidate& candidate) {
    if (candidate.is_folder) return Likeness::None;
    if (begins_with_positions(candidate)) return Likeness::Content;
    return has_extension(candidate, table_extensions) ? Likeness::Name : Likeness::None;
}

// --- a spreadsheet ---

constexpr std::array<std::string_view, 2> sheet_extensions{".xlsx", ".ods"};

/// Both are zip archives. An .ods file begins with its type; the first members of an .xlsx file have names of its own.
Likeness sniff_spreadsheet(const Candidate& candidate) {
    if (candidate.is_folder) return Likeness::None;
    const std::string_view beginning = candidate.beginning;
    const auto has = [&](std::string_view text) {
        return beginning.find(text) != std::string_view::npos;
    };
    const bool is_named = has_extension(candidate, sheet_extensions);
    const bool is_zip = beginning.starts_with("PK\x03\x04"), is_old = beginning.starts_with("\xD0\xCF\x11\xE0");
    if (is_zip && (is_named || has("application/vnd.oasis.opendocument.spreadsheet") || has("xl/workbook")))
        return Likeness::Content;
    if (is_old && (is_named || extension_of(candidate.path) == ".xls")) return Likeness::Content; // to say why not
    return is_named ? Likeness::Name : Likeness::None;
}

// --- recordings of feeds ---

template <FeedKind Kind>
Likeness sniff_recording(const Candidate& candidate) {
    const auto format = detect_log_format(candidate.beginning, std::nullopt, Beginning::Complete);
    if (!format || format->kind != Kind) return Likeness::None;
    // A Cursor on Target feed may begin with any XML, but a file without an event is some other XML.
    if (Kind == FeedKind::Cot && !format->recorded && !begins_with_tak_message(candidate.beginning) &&
        candidate.beginning.find("<event") == std::string::npos)
        return Likeness::None;
    return Likeness::Content;
}

template <FeedKind Kind>
LoadResult read_as(const std::filesystem::path& path, const ReadOptions& options) {
    return read_recording(path, Kind, options);
}

template <FeedKind Kind>
Format recording(std::string_view description, std::vector<std::string_view> extensions) {
    return {.id = to_string(Kind),
            .description = description,
            .extensions = std::move(extensions),
            .companions = {},
            .sniff = sniff_recording<Kind>,
            .read = read_as<Kind>};
}

} // namespace

std::vector<Format> standard_formats() {
    return {{.id = "scenario",
             .description = "a scenario folder or its scenario.toml",
             .extensions = {settings_extensions.begin(), settings_extensions.end()},
             .companions = scenario_files(),
             .sniff = sniff_scenario,
             .read =
                 [](const std::filesystem::path& path, const ReadOptions& options) {
                     return read_scenario(path, options.atlas, schema(), options.missing_characters);
                 }},
            {.id = "positions",
             .description = "a positions file",
             .extensions = {table_extensions.begin(), table_extensions.end()},
             .companions = {},
             .sniff = sniff_positions,
             .read =
                 [](const std::filesystem::path& path, const ReadOptions& options) {
                     return read_positions_file(path, options.atlas, schema(), options.missing_characters);
                 }},
            {.id = "spreadsheet",
             .description = "a spreadsheet",
             .extensions = {sheet_extensions.begin(), sheet_extensions.end()},
             .companions = {},
             .sniff = sniff_spreadsheet,
             .read = read_spreadsheet},
            recording<FeedKind::Ais>("a recording of AIS", {".nmea", ".ais", ".log", ".json", ".jsonl"}),
            recording<FeedKind::Cot>("a recording of Cursor on Target", {".cot", ".xml", ".tak", ".log"}),
            recording<FeedKind::Sbs>("a recording of BaseStation lines", {".sbs", ".log"})};
}

} // namespace assets
