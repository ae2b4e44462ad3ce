#pragma once

#include "assets/feeds/ais/message.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace assets::ais {

/// Remembers each MMSI's name and place, to doubt what one wrong message would change: one corrupted sentence in 256
/// passes the checksum. Bounded: of the numbers heard of, the longest silent ones are forgotten.
class Vessels {
public:
    static constexpr std::size_t max_vessels = 131'072; ///< about 14 MB
    static constexpr double max_knots = 100;
    static constexpr double max_aircraft_knots = 600;

    /// A vessel's first name is taken as it is; another one when it has been heard twice in a row. Until then it is
    /// taken out of the report, which says so among its doubts. A place that takes more than 100 kn (search aircraft:
    /// 600) to reach is doubted, until the next report agrees with it. `report.time` must be set.
    void check(const Sender& sender, FeedMessage& report);

    [[nodiscard]] std::size_t size() const noexcept { return m_young.size() + m_old.size(); }

private:
    struct Place {
        float lon = 0, lat = 0; ///< to about a metre
        Instant time{};
        std::int8_t second = -1;
        bool set = false, coarse = false;
    };
    struct Vessel {
        std::uint64_t name = 0, other_name = 0; ///< hashes; 0: none
        Place place, other_place;
    };
    [[nodiscard]] static bool reachable(const Place& from, const Place& to, double knots);
    static void check_name(Vessel& vessel, FeedMessage& report);
    static void check_place(Vessel& vessel, const Sender& sender, FeedMessage& report);
    [[nodiscard]] Vessel& find(std::uint32_t mmsi);

    // Two generations: when the young one is full it becomes the old one, and what nobody spoke of since is gone.
    std::unordered_map<std::uint32_t, Vessel> m_young, m_old;
};

} // namespace assets::ais
