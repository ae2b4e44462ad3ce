#pragma once

#include "assets/model/values/finding.hpp"

#include <array>
#include <string_view>

namespace assets {

/// A kind of finding. The list is closed: `[[accept]]` takes only these codes, and the manual's page of findings lists
/// them all.
struct CodeMeaning {
    std::string_view code;
    Severity severity;
    std::string_view meaning;
};

namespace code {

// Errors: the scenario cannot be used as it is written.
inline constexpr std::string_view missing_file = "missing_file", path_leaves_folder = "path_leaves_folder",
                                  too_large = "too_large", syntax = "syntax", version = "version",
                                  missing_column = "missing_column", missing_value = "missing_value",
                                  duplicate = "duplicate", bad_id = "bad_id", unknown_id = "unknown_id",
                                  bad_value = "bad_value", bad_time = "bad_time", ambiguous_date = "ambiguous_date",
                                  out_of_range = "out_of_range", unknown_place = "unknown_place",
                                  ambiguous_place = "ambiguous_place", no_position = "no_position",
                                  no_positions = "no_positions", bad_geometry = "bad_geometry",
                                  intervals_backwards = "intervals_backwards",
                                  deployments_overlap = "deployments_overlap", circular = "circular",
                                  conflicting_values = "conflicting_values", missing_glyph = "missing_glyph",
                                  unknown_encoding = "unknown_encoding", ambiguous_number = "ambiguous_number",
                                  cell_error = "cell_error";
// Warnings: readable, but probably not what was meant.
inline constexpr std::string_view unknown_key = "unknown_key", unknown_column = "unknown_column",
                                  swapped_coordinates = "swapped_coordinates", zero_coordinates = "zero_coordinates",
                                  too_fast = "too_fast", ship_on_land = "ship_on_land",
                                  reports_conflict = "reports_conflict", two_places = "two_places",
                                  duplicate_report = "duplicate_report", no_source = "no_source",
                                  unused_id = "unused_id", outside_time = "outside_time",
                                  outside_deployment = "outside_deployment", dated_by_file = "dated_by_file",
                                  no_data_to = "no_data_to", unused_accept = "unused_accept",
                                  ring_without_reason = "ring_without_reason", control_character = "control_character",
                                  bad_link = "bad_link", wide_edge = "wide_edge", merged_cells = "merged_cells",
                                  finer_than_radius = "finer_than_radius", after_data_to = "after_data_to",
                                  hull_conflict = "hull_conflict";
// Notes: what was assumed.
inline constexpr std::string_view encoding = "encoding", radius_assumed = "radius_assumed", asset_made = "asset_made",
                                  longitude_wrapped = "longitude_wrapped", no_reports = "no_reports",
                                  disputed = "disputed", other_word = "other_word", left_out = "left_out",
                                  own_zone = "own_zone", clock_without_zone = "clock_without_zone", read_as = "read_as",
                                  header_found = "header_found", known_table = "known_table",
                                  geometry_mended = "geometry_mended", other_crs = "other_crs",
                                  sheet_read_as = "sheet_read_as";

} // namespace code

inline constexpr std::array all_codes{
    CodeMeaning{code::missing_file, Severity::Error, "a file that the scenario names is missing or cannot be read"},
    CodeMeaning{code::path_leaves_folder, Severity::Error, "a path leads out of the scenario's folder"},
    CodeMeaning{code::too_large, Severity::Error, "a file, a line or a value is larger than allowed"},
    CodeMeaning{code::syntax, Severity::Error,
                "the file is not well-formed CSV, TOML or GeoJSON, or is no readable spreadsheet"},
    CodeMeaning{code::version, Severity::Error, "scenario.toml has a version that this program does not support"},
    CodeMeaning{code::missing_column, Severity::Error, "a required column is missing"},
    CodeMeaning{code::missing_value, Severity::Error, "a required value is missing"},
    CodeMeaning{code::duplicate, Severity::Error, "an id, a column or a key appears twice"},
    CodeMeaning{code::bad_id, Severity::Error, "an id does not have the form [a-z0-9][a-z0-9._-]*"},
    CodeMeaning{code::unknown_id, Severity::Error, "an id that does not exist"},
    CodeMeaning{code::bad_value, Severity::Error, "a value does not have the form that its column or key requires"},
    CodeMeaning{code::bad_time, Severity::Error, "a value is not a date or time"},
    CodeMeaning{code::ambiguous_date, Severity::Error,
                "a date such as 05/06/2024, while the order of day and month is not set"},
    CodeMeaning{code::out_of_range, Severity::Error, "a number is outside its range"},
    CodeMeaning{code::unknown_place, Severity::Error,
                "a place that is not in places.csv, in the gazetteer or among the seas"},
    CodeMeaning{code::ambiguous_place, Severity::Error, "a place name that places far from each other share"},
    CodeMeaning{code::no_position, Severity::Error,
                "a report gives no place, no area, no at_asset, and no lon and lat"},
    CodeMeaning{code::no_positions, Severity::Error, "no message of a recording gives a position"},
    CodeMeaning{code::bad_geometry, Severity::Error, "a zone's geometry is missing or invalid"},
    CodeMeaning{code::intervals_backwards, Severity::Error, "an interval ends before it begins"},
    CodeMeaning{code::deployments_overlap, Severity::Error, "two deployments of one asset overlap"},
    CodeMeaning{code::circular, Severity::Error,
                "an asset carries itself or is a member of itself, directly or through other assets"},
    CodeMeaning{code::conflicting_values, Severity::Error, "values that exclude each other are both given"},
    CodeMeaning{code::missing_glyph, Severity::Error,
                "a title, a name or another text of maps has a character that no font has"},
    CodeMeaning{code::unknown_encoding, Severity::Error,
                "the bytes of a text file are in an encoding that is not known"},
    CodeMeaning{code::ambiguous_number, Severity::Error,
                "a number such as 1.500 whose point or comma can stand before decimals or thousands"},
    CodeMeaning{code::cell_error, Severity::Error,
                "a cell of a spreadsheet holds an error such as #N/A, or no value that can be used"},
    CodeMeaning{code::unknown_key, Severity::Warning, "an unknown key, which is ignored"},
    CodeMeaning{code::unknown_column, Severity::Warning, "an unknown column, which is ignored"},
    CodeMeaning{code::swapped_coordinates, Severity::Warning,
                "longitude and latitude are probably swapped; an error where a latitude is beyond 90"},
    CodeMeaning{code::zero_coordinates, Severity::Warning, "0, 0 is probably a missing position"},
    CodeMeaning{code::too_fast, Severity::Warning,
                "the asset would have to exceed its speed limit between two reports, at the best instants that their "
                "dates allow"},
    CodeMeaning{code::ship_on_land, Severity::Warning, "the whole circle of a ship's report lies on land"},
    CodeMeaning{
        code::reports_conflict, Severity::Warning,
        "the asset cannot come from a wide report to a precise one within its time and return, or cannot have been "
        "in the areas of two wide reports of one time"},
    CodeMeaning{code::two_places, Severity::Warning, "two precise reports place an asset in two places at once"},
    CodeMeaning{code::duplicate_report, Severity::Warning,
                "a report says the same as an earlier one of its asset: the same dates, place and activity"},
    CodeMeaning{code::no_source, Severity::Warning, "a report, event or zone has no source"},
    CodeMeaning{code::unused_id, Severity::Warning, "an id that is never used"},
    CodeMeaning{code::outside_time, Severity::Warning, "a date outside the scenario's [time]"},
    CodeMeaning{code::outside_deployment, Severity::Warning, "a report outside its asset's deployments is never shown"},
    CodeMeaning{code::dated_by_file, Severity::Warning,
                "positions of a log without readable times, dated by the time at which the file was last written"},
    CodeMeaning{code::no_data_to, Severity::Warning, "[time] data_to, the day on which research stopped, is missing"},
    CodeMeaning{code::unused_accept, Severity::Warning, "an [[accept]] that matches no finding"},
    CodeMeaning{code::ring_without_reason, Severity::Warning,
                "a zone of kind range_ring has no note that says what reaches so far"},
    CodeMeaning{code::control_character, Severity::Warning, "a text has control characters, which are left out"},
    CodeMeaning{code::bad_link, Severity::Warning,
                "a source's address is neither http, https nor doi, so it is printed and not linked"},
    CodeMeaning{code::wide_edge, Severity::Warning,
                "an edge of a zone spans more than 180 degrees of longitude, so it can be meant in two ways"},
    CodeMeaning{code::merged_cells, Severity::Warning,
                "merged cells of a spreadsheet, whose value counts for the first row or column only"},
    CodeMeaning{code::finer_than_radius, Severity::Warning,
                "a position is written more finely than a two-thousandth of its radius"},
    CodeMeaning{code::after_data_to, Severity::Warning,
                "a report or event of a day after data_to, on which research stopped, that is no plan"},
    CodeMeaning{code::hull_conflict, Severity::Warning,
                "a hull number contradicts the name of its ship, or two ships of one country share it"},
    CodeMeaning{code::encoding, Severity::Note, "the file is not UTF-8, and the encoding in which it was read"},
    CodeMeaning{code::radius_assumed, Severity::Note, "a radius that was not given was assumed"},
    CodeMeaning{code::asset_made, Severity::Note, "an asset that is not declared was made from the rows that name it"},
    CodeMeaning{code::longitude_wrapped, Severity::Note, "a longitude outside -180..180 was wrapped"},
    CodeMeaning{code::no_reports, Severity::Note, "an asset without a report is never shown"},
    CodeMeaning{code::left_out, Severity::Note,
                "messages, rows of a table or features without a geometry that were left out, counted by reason"},
    CodeMeaning{code::other_word, Severity::Note, "an unknown word, read as the known word that was probably meant"},
    CodeMeaning{code::own_zone, Severity::Note, "a zone of the scenario that is used instead of a built-in one"},
    CodeMeaning{code::clock_without_zone, Severity::Note,
                "clock times without a zone, and the offset from UTC that was assumed"},
    CodeMeaning{code::read_as, Severity::Note, "a value in a form with more than one use, and how it was read"},
    CodeMeaning{code::header_found, Severity::Note, "lines above the header of a table, which were not read"},
    CodeMeaning{code::known_table, Severity::Note, "a table of a known publisher, and how its columns were read"},
    CodeMeaning{code::disputed, Severity::Note, "a disputed name or line on the map, and how the policy shows it"},
    CodeMeaning{code::geometry_mended, Severity::Note, "a zone's ring was not closed, or crosses itself"},
    CodeMeaning{code::other_crs, Severity::Note, "positions were transformed from another coordinate system"},
    CodeMeaning{code::sheet_read_as, Severity::Note,
                "a sheet of a spreadsheet without the name of a table, and whether it was read"},
};

} // namespace assets
