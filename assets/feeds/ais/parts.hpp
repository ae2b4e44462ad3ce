#pragma once

#include "assets/feeds/ais/payload.hpp"
#include "assets/feeds/ais/sentence.hpp"
#include "assets/feeds/feed_message.hpp"
#include "assets/model/values/instant.hpp"

#include <array>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>

namespace assets::ais {

/// The time that came with a message, and where it was read.
struct MessageTime {
    Instant at;
    TimeFrom from;
};

/// Assembles messages of several sentences. Sentences belong together when their source, formatter, channel, sequence
/// id and total are equal. Sequence ids repeat after ten messages, and parts get lost, so a message that waited too
/// long could be completed with a part of another message. A message is therefore given up when
///   - no part of it arrived for more than 3 s,
///   - more than 8 single-sentence messages of its source arrived since its last part (for logs that are read at once),
///   - more than 3 messages of its source that began later were completed since its last part,
///   - its source has since begun two messages under one other sequence id, which shows that the ids have repeated, or
///   - its first part was not the first to arrive, and any other message of its source was completed since: datagrams
///     change places with their neighbours only.
/// Ten messages may still be interleaved, one per id.
class Parts {
public:
    static constexpr std::chrono::seconds max_age{3};
    static constexpr int max_singles = 8;
    static constexpr int max_overtaken = 3;
    static constexpr std::size_t max_pending_of_source = 64;
    static constexpr std::size_t max_pending = 1024; ///< of all sources, because source names can be made up

    struct Assembled {
        Payload payload;
        std::string raw;                 ///< the sentences in their order, joined by blanks
        std::optional<MessageTime> time; ///< of the first sentence that has one
        bool doubtful_tag = false;
    };
    /// What the line of a sentence says besides the sentence itself, and when the line arrived.
    struct Context {
        std::string_view source;
        std::string_view raw; ///< tag block and sentence
        std::optional<MessageTime> time;
        bool doubtful_tag = false;
        Instant received;
    };

    /// Adds a part; returns the message when this was its last missing part. `sentence.total` must be at least 2.
    [[nodiscard]] std::optional<Assembled> take(const Sentence& sentence, const Context& context);
    /// Counts a single-sentence message from `source`.
    void count_single(std::string_view source);
    /// Gives up the messages for which no part arrived within max_age.
    void expire(Instant now);
    /// Gives up everything.
    void clear();

    [[nodiscard]] bool empty() const noexcept { return m_pending.empty(); }
    [[nodiscard]] std::size_t pending() const noexcept { return m_pending.size(); }
    /// Sentences given up since the last call, by reason.
    struct Lost {
        std::uint64_t part_missing = 0, part_repeated = 0, malformed = 0;
    };
    [[nodiscard]] Lost take_lost() noexcept;

private:
    struct Part {
        std::string payload, raw;
        unsigned fill_bits = 0;
    };
    struct Pending {
        std::string source, formatter;
        char channel;
        int sequence, total;
        int have = 0;
        std::array<Part, static_cast<std::size_t>(max_parts)> parts;
        Instant last{};
        int singles = 0, overtaken = 0; ///< since the last part
        std::uint64_t begun_since = 0;  ///< one bit per channel and sequence id
        std::optional<MessageTime> time;
        bool doubtful_tag = false;
    };
    using Entry = std::list<Pending>::iterator;
    [[nodiscard]] Entry begin(const Sentence& sentence, std::string_view source);
    Entry give_up(Entry entry); ///< returns the next entry
    [[nodiscard]] std::optional<Assembled> finish(Entry entry);

    std::list<Pending> m_pending; ///< oldest first
    Lost m_lost;
};

} // namespace assets::ais
