#pragma once

#include "assets/feeds/feed_message.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace app {

/// Reports on their way to the owner of a feed, in the order of their arrival. Bounded in number and bytes: when it is
/// full, what goes is first the oldest report that a newer one of the same vessel supersedes, then the oldest without
/// a position, then the oldest. So every vessel's newest position stays as long as no more vessels than `most_reports`
/// are waiting. Not for several threads.
class NewestQueue {
public:
    static constexpr std::size_t default_reports = 65'536;
    static constexpr std::size_t default_bytes = 48u << 20;

    explicit NewestQueue(std::size_t most_reports = default_reports, std::size_t most_bytes = default_bytes);

    void push(assets::FeedMessage);
    /// Moves the oldest `most` reports to the end of `out`; returns how many.
    std::size_t take(std::vector<assets::FeedMessage>& out, std::size_t most);

    [[nodiscard]] bool empty() const noexcept { return m_reports.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return m_reports.size(); }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; } ///< about what the reports take
    /// Whether this many reports more can come without one being dropped.
    [[nodiscard]] bool has_room_for(std::size_t reports) const noexcept;
    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_dropped; }

private:
    using Number = std::uint64_t; ///< of arrival
    struct Newest {
        std::optional<Number> position, statement;
    };
    using Place = std::map<Number, assets::FeedMessage>::iterator;
    void forget(Place);
    void drop_one();

    std::size_t m_most_reports, m_most_bytes, m_bytes = 0;
    Number m_next = 0;
    std::uint64_t m_dropped = 0;
    std::map<Number, assets::FeedMessage> m_reports;
    std::unordered_map<std::string, Newest> m_newest; ///< by key; only looked up, never walked
    std::set<Number> m_superseded, m_statements;      ///< a statement: a report without a position
};

} // namespace app
