#include "assets/schema/columns/identifiers.hpp"

#include <algorithm>

namespace assets::columns {
namespace {

constexpr std::string_view decimal = "0123456789", hexadecimal = "0123456789ABCDEFabcdef";
constexpr std::size_t mmsi_digits = 9, icao_digits = 6, imo_length = 7;

bool is_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

} // namespace

bool is_mmsi(std::string_view text) noexcept {
    return text.size() == mmsi_digits && is_of(text, decimal);
}

bool is_icao(std::string_view text) noexcept {
    return text.size() == icao_digits && is_of(text, hexadecimal);
}

std::string_view imo_digits(std::string_view text) noexcept {
    for (const std::string_view prefix : {"IMO", "imo"})
        if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
    text.remove_prefix(std::min(text.find_first_not_of(" :"), text.size()));
    return text;
}

bool is_imo(std::string_view text) noexcept {
    const std::string_view digits = imo_digits(text);
    if (digits.size() != imo_length || !is_of(digits, decimal)) return false;
    std::size_t sum = 0; // each of the first six digits times its place from the right
    for (std::size_t i = 0; i + 1 < imo_length; ++i)
        sum += static_cast<std::size_t>(digits[i] - '0') * (imo_length - i);
    return sum % 10 == static_cast<std::size_t>(digits.back() - '0');
}

std::string identifier_hint(std::string_view column, std::string_view text) {
    const std::size_t wanted = column == "mmsi" ? mmsi_digits : column == "icao" ? icao_digits : imo_length;
    if (column == "mmsi" && is_imo(text)) return "; it looks like an IMO number: name its column imo";
    const bool is_digits = is_of(text, column == "icao" ? hexadecimal : decimal);
    if (is_digits && text.size() < wanted && column != "imo")
        return "; if a spreadsheet has dropped zeros in front, format the column as text and enter them again";
    if (column == "icao" && text.starts_with("~")) return "; '~' marks addresses that are not of ICAO: use column uid";
    if (column == "icao" && text.starts_with("0x")) return "; leave out 0x";
    if (column == "imo" && imo_digits(text).size() == wanted && is_of(imo_digits(text), decimal))
        return "; its last digit does not fit the others";
    return {};
}

} // namespace assets::columns
