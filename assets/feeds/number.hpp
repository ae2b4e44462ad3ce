#pragma once

#include "assets/feeds/doubt_reasons.hpp"
#include "geo/earth/lonlat.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace assets {

[[nodiscard]] constexpr std::string_view without_blanks(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The finite decimal number that makes up the whole text, except for blanks around it. Empty for "12abc", "nan", "0x1"
/// and "1,5".
[[nodiscard]] inline std::optional<double> finite_number(std::string_view text) noexcept {
    text = without_blanks(text);
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// The position at `lon`, `lat` (degrees). A position out of range, or at 0, 0 (which senders use for "unknown"), gives
/// an empty result, and `reason` then says why.
[[nodiscard]] inline std::optional<geo::LonLat> valid_position(double lon, double lat, std::string_view& reason) {
    if (std::abs(lon) > 180 || std::abs(lat) > 90)
        reason = doubt_reason::position_out_of_range;
    else if (lon == 0 && lat == 0)
        reason = doubt_reason::position_0_0;
    else
        return geo::LonLat::from_degrees(lon, lat);
    return std::nullopt;
}

} // namespace assets
