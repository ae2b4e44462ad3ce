#pragma once

#include "assets/feeds/ais/message.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace assets::ais {

/// Remembers the name and position of each MMSI, so that a single wrong message is doubted: one corrupted sentence in
/// 256 passes the checksum. Memory is bounded: the MMSIs that were silent longest are forgotten.
class Vessels {
public:
    static constexpr std::size_t max_vessels = 131'072; ///< about 14 MB
    static constexpr double max_knots = 100;
    static constexpr double max_aircraft_knots = 600;

    /// A vessel's first name is accepted at once, another name when it is received twice in a row. Until then the other
    /// name is removed from the message, which is doubted. A position that takes more than 100 kn (search
    /// aircraft: 600 kn) to reach is doubted until the next position agrees with it. `message.time` must be set.
    void check(const MessageFacts& facts, FeedMessage& message);

    [[nodiscard]] std::size_t size() const noexcept { return m_young.size() + m_old.size(); }

private:
    struct Place {
        float lon = 0, lat = 0; ///< degrees, to about a metre
        Instant time{};
        std::int8_t second = -1; ///< of the minute, by the sender; -1: not stated
        bool set = false, coarse = false;
    };
    struct Vessel {
        std::uint64_t name = 0, other_name = 0; ///< hashes; 0: none
        Place place, other_place;
    };
    [[nodiscard]] static bool reachable(const Place& from, const Place& to, double knots);
    static void check_name(Vessel& vessel, FeedMessage& message);
    static void check_place(Vessel& vessel, const MessageFacts& facts, FeedMessage& message);
    [[nodiscard]] Vessel& find(std::uint32_t mmsi);

    // Two generations: when the young one is full, it replaces the old one. Vessels in the old one that sent nothing
    // meanwhile are forgotten.
    std::unordered_map<std::uint32_t, Vessel> m_young, m_old;
};

} // namespace assets::ais
