#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// What a contact of a live feed does to raise an alert.
enum class AlertWhen : std::uint8_t { Enters, Leaves, Crosses, FirstHeard, Silent };
[[nodiscard]] std::string_view to_string(AlertWhen) noexcept;

/// [[alert]]: what the program tells the user about contacts of live feeds.
struct AlertRule {
    std::string id;
    AlertWhen when = AlertWhen::Enters;
    std::string zone;             ///< id; only for Enters, Leaves and Crosses
    std::vector<std::string> who; ///< ids of assets, or numbers (MMSI, ICAO, uid) of contacts; empty: all contacts
    double minutes = 0;           ///< only for Silent: how long
    int line = 0;
    std::uint16_t file = 0; ///< index into Scenario::files
    [[nodiscard]] friend bool operator==(const AlertRule&, const AlertRule&) = default;
};
/// Whether alerts of this kind need a zone.
[[nodiscard]] constexpr bool needs_zone(AlertWhen when) noexcept {
    return when == AlertWhen::Enters || when == AlertWhen::Leaves || when == AlertWhen::Crosses;
}

} // namespace assets
