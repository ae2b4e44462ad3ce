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

/// The messages that wait for the owner of a feed, in order of arrival. Their number and bytes are bounded. A full
/// queue drops first the oldest message that a newer one of the same contact supersedes, then the oldest without a
/// position, then the oldest. So every contact's newest position stays as long as at most `most_messages` contacts are
/// waiting. Not thread-safe.
class NewestQueue {
public:
    static constexpr std::size_t default_messages = 65'536;
    static constexpr std::size_t default_bytes = 48u << 20;

    explicit NewestQueue(std::size_t most_messages = default_messages, std::size_t most_bytes = default_bytes);

    void push(assets::FeedMessage);
    /// Moves up to `most` messages, the oldest first, to the end of `out`; returns how many.
    std::size_t take(std::vector<assets::FeedMessage>& out, std::size_t most);

    [[nodiscard]] bool empty() const noexcept { return m_messages.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return m_messages.size(); }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; } ///< estimated memory of the messages
    /// Whether push() of the message drops none. An empty queue has room for any message.
    [[nodiscard]] bool has_room_for(const assets::FeedMessage&) const noexcept;
    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_dropped; }

private:
    using Number = std::uint64_t; ///< counts arrivals
    struct Newest {
        std::optional<Number> position, statement;
    };
    using Entry = std::map<Number, assets::FeedMessage>::iterator;
    void forget(Entry);
    void drop_one();

    std::size_t m_most_messages, m_most_bytes, m_bytes = 0;
    Number m_next = 0;
    std::uint64_t m_dropped = 0;
    std::map<Number, assets::FeedMessage> m_messages;
    std::unordered_map<std::string, Newest> m_newest; ///< by key; for lookup only
    std::set<Number> m_superseded, m_statements;      ///< a statement is a message without a position
};

} // namespace app
