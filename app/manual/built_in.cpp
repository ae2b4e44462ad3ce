#include "app/manual/built_in.hpp"

#include "geo/basemap/gazetteer.hpp"
#include "geo/basemap/seas.hpp"
#include "geo/text/country_codes.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {
namespace {

using Kind = ManualBlock::Kind;

constexpr int smallest_listed = 5; ///< places of rank 6 are left out

bool is_base(geo::PlaceKind kind) {
    using geo::PlaceKind;
    return kind == PlaceKind::Port || kind == PlaceKind::NavalBase || kind == PlaceKind::AirBase ||
           kind == PlaceKind::Base || kind == PlaceKind::Airfield;
}

std::string joined(std::vector<std::string> names) {
    std::ranges::sort(names);
    return fmt::format("{}", fmt::join(names, ", "));
}

} // namespace

std::vector<ManualBlock> built_in_places(const std::filesystem::path& data) {
    struct Names {
        std::vector<std::string> bases, others;
    };
    const auto gazetteer = geo::Gazetteer::read(data / "gazetteer.csv");
    std::map<std::string, Names> countries;
    std::size_t left_out = 0;
    for (const geo::Place& place : gazetteer.places()) {
        if (place.rank > smallest_listed) {
            ++left_out;
            continue;
        }
        const std::string country{geo::country_code_name(place.country)};
        Names& names = countries[country.empty() ? "of no state, or disputed" : country];
        (is_base(place.kind) ? names.bases : names.others).push_back(place.name);
    }
    ManualTable table{{"country", "ports and bases", "others"}, {}};
    for (auto& [country, names] : countries) {
        table.rows.push_back({country, joined(names.bases), joined(names.others)});
    }
    return {{Kind::Text,
             fmt::format("{} places are built in: ports and bases first, if there are any, then cities, islands and "
                         "landmarks. The {} "
                         "smallest are not listed here. Each is also found by its other spellings.",
                         gazetteer.places().size(), left_out),
             {}},
            {Kind::Table, {}, std::move(table)}};
}

std::vector<ManualBlock> built_in_seas(const std::filesystem::path& data) {
    const auto seas = geo::Seas::read(data / "seas.geojson");
    ManualTable table{{"sea", "id", "also read", "in it"}, {}};
    for (const geo::Sea& sea : seas.seas()) {
        std::vector<std::string> parts;
        for (const std::string& id : sea.contains)
            parts.push_back(seas.by_id(id)->name);
        table.rows.push_back({sea.name, sea.id, joined(sea.aliases), joined(std::move(parts))});
    }
    std::ranges::sort(table.rows);
    return {
        {Kind::Text, fmt::format("{} seas, straits, gulfs and areas of the sea are built in.", table.rows.size()), {}},
        {Kind::Table, {}, std::move(table)}};
}

} // namespace app
