#pragma once

#include "assets/feeds/ais/payload.hpp"
#include "assets/feeds/ais/sentence.hpp"
#include "assets/model/values/instant.hpp"

#include <array>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>

namespace assets::ais {

/// Puts the sentences of longer messages together. They belong together by source, formatter, channel, sequence id and
/// total. Sequence ids come round after ten messages, and parts get lost: a message that waits too long could be
/// finished with another one's end. So it is given up when
///   - no part of it came for more than 3 s,
///   - more than 8 messages of a single sentence came from its source since its last part (logs read at once),
///   - more than 3 messages of its source that began later were finished since its last part,
///   - its source has begun two messages under one other sequence id since: the ids have come round, or
///   - it began with another part than the first, and any other message of its source was finished since: datagrams
///     change places with their neighbours only.
/// Ten messages may still be interleaved, one under each id.
class Parts {
public:
    static constexpr std::chrono::seconds max_age{3};
    static constexpr int max_singles = 8;
    static constexpr int max_overtakings = 3;
    static constexpr std::size_t max_pending_of_source = 64;
    static constexpr std::size_t max_pending = 1024; ///< of all sources: they can be made up

    struct Whole {
        Payload payload;
        std::string raw;             ///< the sentences in their order, joined by blanks
        std::optional<Instant> time; ///< of the first tag block that has one
        bool doubtful_tag = false;
    };
    /// What stands around a sentence.
    struct Context {
        std::string_view source;
        std::string_view raw; ///< tag block and sentence
        std::optional<Instant> time;
        bool doubtful_tag = false;
        Instant received;
    };

    /// The message, when this is its last missing part. `sentence.total` >= 2.
    [[nodiscard]] std::optional<Whole> take(const Sentence& sentence, const Context& context);
    /// A message of one sentence came from `source`.
    void single(std::string_view source);
    /// Gives up what no part came for.
    void expire(Instant now);
    /// Gives up everything.
    void clear();

    [[nodiscard]] bool empty() const noexcept { return m_pending.empty(); }
    [[nodiscard]] std::size_t pending() const noexcept { return m_pending.size(); }
    /// Sentences given up since the last call, by reason.
    struct Lost {
        std::uint64_t part_missing = 0, heard_twice = 0, malformed = 0, payload_too_long = 0;
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
        int singles = 0, overtakings = 0; ///< since the last part
        std::uint64_t begun_since = 0;    ///< a bit a channel and sequence id
        std::optional<Instant> time;
        bool doubtful_tag = false;
    };
    using Place = std::list<Pending>::iterator;
    [[nodiscard]] Place begin(const Sentence& sentence, std::string_view source);
    Place give_up(Place place); ///< the next one
    [[nodiscard]] std::optional<Whole> finish(Place place);

    std::list<Pending> m_pending; ///< oldest first
    Lost m_lost;
};

} // namespace assets::ais
