#include "assets/feeds/ais/identity.hpp"

#include <array>

namespace assets::ais {

Identity identity_of(std::uint32_t mmsi) noexcept {
    if (mmsi > 999'999'999) return {};
    const std::uint32_t first_three = mmsi / 1'000'000;
    const auto at = [mmsi](std::uint32_t divisor) {
        return country_of_mid(mmsi / divisor % 1000);
    };
    // A number without a valid MID is not assigned: 0, 1234, 000000001.
    const auto with_country = [](Station station, std::string_view country) {
        return country.empty() ? Identity{} : Identity{station, country};
    };
    if (first_three < 10) return with_country(Station::Coast, at(10'000));
    if (first_three < 100) return with_country(Station::ShipGroup, at(100'000));
    if (first_three == 111) return {Station::SearchAircraft, at(1'000)};
    if (first_three < 200) return {};
    if (first_three < 800) return {Station::Ship, at(1'000'000)};
    if (first_three < 900) return {Station::Handheld, at(100'000)};
    if (first_three == 970) return {Station::Sart, {}};
    if (first_three == 972) return {Station::ManOverboard, {}};
    if (first_three == 974) return {Station::Epirb, {}};
    if (first_three / 10 == 98) return {Station::Craft, at(10'000)};
    if (first_three / 10 == 99) return {Station::Aid, at(10'000)};
    return {};
}

std::optional<AssetType> search_aircraft_type(std::uint32_t mmsi) noexcept {
    return mmsi / 100 % 10 == 5 ? std::optional{AssetType::Helicopter} : std::nullopt;
}

ShipType ship_type(std::uint32_t code) noexcept {
    const auto is = [](AssetType type) {
        return ShipType{type};
    };
    switch (code) {
    case 30:
        return is(AssetType::Fishing);
    case 35: // military operations; the kind of ship is not stated
        return {AssetType::Other, false, true};
    case 36: // sailing vessel
    case 37: // pleasure craft
        return {AssetType::Other, true, false};
    case 51: // search and rescue
    case 55: // law enforcement
        return is(AssetType::CoastGuard);
    case 31: // towing, 31 and 32
    case 32:
    case 33: // dredging
    case 34: // diving
    case 50: // pilot
    case 52: // tug
    case 53: // port tender
    case 54: // anti-pollution
    case 58: // medical transport
    case 59: // of a state that is not party to a conflict
        return is(AssetType::Merchant);
    default:
        break;
    }
    // 4x high-speed, 6x passengers, 7x cargo, 8x tanker
    if ((code >= 40 && code <= 49) || (code >= 60 && code <= 89)) return is(AssetType::Merchant);
    // 2x wing in ground, 56 and 57 local, 9x other
    if ((code >= 20 && code <= 29) || code == 56 || code == 57 || (code >= 90 && code <= 99))
        return is(AssetType::Other);
    return {};
}

std::string ship_type_words(int code) {
    constexpr std::array<std::string_view, 10> by_tens{
        "",       "",          "wing-in-ground craft", "", "high-speed craft", "", "passenger ship", "cargo ship",
        "tanker", "other type"};
    constexpr std::array<std::string_view, 8> thirties{"fishing vessel",
                                                       "towing",
                                                       "towing, longer than 200 m or wider than 25 m",
                                                       "dredging or underwater operations",
                                                       "diving operations",
                                                       "military operations",
                                                       "sailing vessel",
                                                       "pleasure craft"};
    constexpr std::array<std::string_view, 10> fifties{"pilot vessel",
                                                       "search and rescue vessel",
                                                       "tug",
                                                       "port tender",
                                                       "anti-pollution vessel",
                                                       "law enforcement vessel",
                                                       "local vessel",
                                                       "local vessel",
                                                       "medical transport",
                                                       "ship of a state that is not party to a conflict"};
    if (code < 20 || code > 99) return {};
    const auto tens = static_cast<std::size_t>(code / 10), ones = static_cast<std::size_t>(code % 10);
    if (tens == 3) return std::string{ones < thirties.size() ? thirties.at(ones) : std::string_view{}};
    if (tens == 5) return std::string{fifties.at(ones)};
    std::string words{by_tens.at(tens)};
    if (ones >= 1 && ones <= 4) words += std::string{", hazardous category "} + static_cast<char>('A' + ones - 1);
    return words;
}

bool has_valid_check_digit(std::uint32_t imo) noexcept {
    if (imo < 1'000'000 || imo > 9'999'999) return false;
    std::uint32_t sum = 0;
    std::uint32_t rest = imo / 10;
    for (std::uint32_t weight = 2; weight <= 7; ++weight, rest /= 10)
        sum += rest % 10 * weight;
    return sum % 10 == imo % 10;
}

} // namespace assets::ais
