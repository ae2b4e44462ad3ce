#include "geo/basemap/names/countries.hpp"

#include "geo/basemap/names/csv_line.hpp"
#include "geo/error.hpp"

#include <charconv>
#include <optional>

namespace geo {
namespace {

constexpr std::string_view header = "iso,name,short_name,lon,lat,rank,name_ko,name_ja,name_zh,name_fr";
enum Column { Iso, Name, ShortName, Lon, Lat, Rank, Korean, Japanese, Chinese, French, ColumnCount };

template <class Number>
std::optional<Number> number(const std::string& text) {
    Number value{};
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    return error == std::errc{} && end == last ? std::optional{value} : std::nullopt;
}

Country country_of(std::vector<std::string> fields, const std::string& where) {
    const auto fail = [&](const std::string& what) {
        throw ReadError{where + ": " + what};
    };
    if (fields.size() != ColumnCount) fail("a country must have 10 fields");
    if (fields[Iso].size() != 2) fail("iso: '" + fields[Iso] + "' is not two letters");
    if (fields[Name].empty()) fail("name: is missing");
    const auto lon = number<double>(fields[Lon]), lat = number<double>(fields[Lat]);
    const auto label = lon && lat ? LonLat::from_degrees(*lon, *lat) : std::nullopt;
    if (!label) fail("lon, lat: not a position in degrees");
    const auto rank = number<int>(fields[Rank]);
    if (!rank || *rank < 1 || *rank > 3) fail("rank: '" + fields[Rank] + "' is not 1 to 3");
    return {std::move(fields[Iso]),
            std::move(fields[Name]),
            std::move(fields[ShortName]),
            *label,
            *rank,
            LocalNames{.en = {},
                       .ko = std::move(fields[Korean]),
                       .ja = std::move(fields[Japanese]),
                       .zh = std::move(fields[Chinese]),
                       .fr = std::move(fields[French])}};
}

} // namespace

std::vector<Country> read_countries(const std::filesystem::path& csv) {
    std::vector<Country> countries;
    read_table(csv, header, [&](std::vector<std::string> fields, const std::string& where) {
        countries.push_back(country_of(std::move(fields), where));
    });
    return countries;
}

} // namespace geo
