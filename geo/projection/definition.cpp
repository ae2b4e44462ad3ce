#include "geo/projection/definition.hpp"

#include "geo/error.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace geo {

namespace {

constexpr std::array<std::string_view, 8> presets{"laea", "ortho", "aeqd", "lcc", "merc", "eqearth", "robin", "eqc"};

// Web and nautical Mercator maps usually end here; a Mercator map of the world is then about square.
constexpr double mercator_limit_deg = 85;
// A conic map reaches infinity at the pole of the other hemisphere.
constexpr double conic_far_limit_deg = 60;
constexpr double cut_margin_deg = 1e-8; // 1 mm inside the cut, so that PROJ does not wrap the edge to the other side

std::string lower(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The value of `+key=value`; an empty text for `+key`; nullopt without the key.
std::optional<std::string_view> parameter(std::string_view text, std::string_view key) {
    std::size_t at = 0;
    while (at < text.size()) {
        at = text.find_first_not_of(" +\t", at);
        if (at == std::string_view::npos) break;
        const std::string_view word = text.substr(at, text.find_first_of(" \t", at) - at);
        at += word.size();
        if (word == key) return std::string_view{};
        if (word.size() > key.size() && word.starts_with(key) && word[key.size()] == '=')
            return word.substr(key.size() + 1);
    }
    return std::nullopt;
}

double number(std::string_view text, std::string_view key, double fallback) {
    const auto value = parameter(text, key);
    if (!value) return fallback;
    double out = fallback;
    std::from_chars(value->data(), value->data() + value->size(), out);
    return out;
}

Domain strip(double lon_0, double half_width_deg, double south, double north) {
    const double half = std::min(half_width_deg, 180 - cut_margin_deg);
    return {Domain::Shape::Strip, {lon_0 - half, south, lon_0 + half, north}, lon_0, 0, 0};
}

Domain cap(double lon_0, double lat_0, double radius_deg) {
    return {Domain::Shape::Cap, {}, wrap_longitude(lon_0), lat_0, radius_deg};
}

template <std::size_t N>
bool one_of(std::string_view id, const std::array<std::string_view, N>& ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Throws if a PROJ string has a parameter whose value is the name of a file: a scenario must not make the program open
/// files of its choice. Splits the string where PROJ does.
void refuse_files(std::string_view text) {
    constexpr std::array<std::string_view, 8> names{"grids",   "nadgrids", "geoidgrids", "xy_grids",
                                                    "z_grids", "file",     "model",      "init"};
    constexpr std::string_view separators = " \t\r\n\v\f;+\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        const std::string key = lower(text.substr(at, end - at).substr(0, text.substr(at, end - at).find('=')));
        if (one_of(key, names))
            throw ProjectionError{
                fmt::format("the projection \"{}\" has the parameter {}, which names a file; no such parameter is read",
                            text, key)};
        at = end + 1;
    }
}

} // namespace

Definition read_definition(std::string_view text, LonLat centre) {
    const std::size_t first = text.find_first_not_of(" \t");
    const std::string_view given = first == std::string_view::npos ? std::string_view{} : text.substr(first);
    if (given.starts_with('+') || given.starts_with("proj=") || lower(given).starts_with("epsg:")) {
        refuse_files(given);
        return {std::string{text}, std::string{given}, false};
    }

    const std::string name = lower(given);
    if (!one_of(name, presets)) {
        throw ProjectionError{fmt::format(
            "unknown projection \"{}\"{} (known: {}; or a PROJ string beginning with \"+proj=\", or EPSG:n)", text,
            did_you_mean(name, presets), fmt::join(presets, ", "))};
    }
    const double lon = centre.lon();
    const double lat = centre.lat();
    if (name == "lcc") {
        if (std::abs(lat) < 15)
            throw ProjectionError{fmt::format("lcc cannot be centred at latitude {}: within 15 degrees of the equator "
                                              "its cone becomes a cylinder; use merc",
                                              lat)};
        // Without the limit the outer standard parallel would pass the pole.
        return {name,
                fmt::format("+proj=lcc +lon_0={} +lat_0={} +lat_1={} +lat_2={} +datum=WGS84", lon, lat,
                            std::max(lat - 10, -89.0), std::min(lat + 10, 89.0)),
                true};
    }
    if (name == "merc" && std::abs(lat) > mercator_limit_deg)
        throw ProjectionError{fmt::format(
            "merc cannot be centred at latitude {}: merc maps end at {} degrees; use laea", lat, mercator_limit_deg)};
    if (name == "laea" || name == "ortho" || name == "aeqd")
        return {name, fmt::format("+proj={} +lon_0={} +lat_0={} +datum=WGS84", name, lon, lat), true};
    return {name, fmt::format("+proj={} +lon_0={} +datum=WGS84", name, lon), true};
}

Domain domain_of(std::string_view text) {
    const std::string_view id = parameter(text, "proj").value_or("");
    const double lon_0 = number(text, "lon_0", 0);
    const double lat_0 = number(text, "lat_0", 0);
    if (id == "ortho") return cap(lon_0, lat_0, 90 - 1e-6);
    if (id == "laea") return cap(lon_0, lat_0, 179.9);
    // On the ellipsoid several geodesics meet near the antipode, along 0.6 degrees of a parallel: aeqd is torn there.
    if (id == "aeqd") return cap(lon_0, lat_0, 179);
    if (id == "stere" || id == "sterea" || id == "ups")
        return cap(lon_0, id == "ups" ? (parameter(text, "south") ? -90.0 : 90.0) : lat_0, 150);
    if (id == "gnom") return cap(lon_0, lat_0, 75);
    if (id == "nsper" || id == "tpers" || id == "geos") {
        const double earth = 6378137;
        const double height = number(text, "h", earth);
        const double horizon = std::acos(earth / (earth + height)) * 180 / 3.14159265358979323846;
        // On the ellipsoid the horizon is in places a little nearer than on this sphere.
        return cap(lon_0, id == "geos" ? 0 : lat_0, horizon - 0.3);
    }
    if (id == "merc" || id == "webmerc") return strip(lon_0, 180, -mercator_limit_deg, mercator_limit_deg);
    if (id == "lcc") {
        const double middle = (number(text, "lat_1", lat_0) + number(text, "lat_2", number(text, "lat_1", lat_0))) / 2;
        return middle >= 0 ? strip(lon_0, 180, -conic_far_limit_deg, 90) : strip(lon_0, 180, -90, conic_far_limit_deg);
    }
    if (id == "utm") return strip(number(text, "zone", 1) * 6 - 183, 75, -90, 90);
    if (id == "tmerc" || id == "etmerc") return strip(lon_0, 75, -90, 90);
    return strip(lon_0, 180, -90, 90);
}

} // namespace geo
