#pragma once

#include "assets/formats/reading/record.hpp"

/// The readers of a scenario's files. Private to this folder.
namespace assets {

class Section;

/// The files to read, from [read] or the defaults beside scenario.toml.
struct FileLists {
    std::vector<InputFile> assets, deployments, positions, events, members, sources, places, zones;
};

// One reader a file. Order matters: an id must be known before it is used.
[[nodiscard]] FileLists read_settings(Reading&, const std::filesystem::path& toml_file); ///< and [[asset]]
[[nodiscard]] FileLists default_files(const std::filesystem::path& folder);
void read_sources(Reading&, const InputFile&);
void read_places(Reading&, const InputFile&);
void read_zones(Reading&, const InputFile&);
void read_assets(Reading&, const InputFile&);
void read_members(Reading&, const InputFile&);
void read_deployments(Reading&, const InputFile&);
void read_positions(Reading&, const InputFile&);
void read_events(Reading&, const InputFile&);

/// One asset from a row of assets.csv or an [[asset]] table.
void add_asset(Reading&, const Record&);
extern const std::span<const std::string_view> asset_columns;
/// One [[feed]] table of scenario.toml.
void read_feed(Reading&, Section&, const std::filesystem::path& folder);

} // namespace assets
