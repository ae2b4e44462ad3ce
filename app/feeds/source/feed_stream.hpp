#pragma once

#include "app/feeds/source/feed_core.hpp"
#include "assets/feeds/decoder.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Processes the bytes of a feed on its thread: records and decodes them, filters the messages and hands them over.
class FeedStream {
public:
    explicit FeedStream(FeedCore& core) : m_core{core}, m_filter{core.options.filter} {}

    /// Must be called once, before all else. `utc_offset_h` is as in make_sbs_decoder().
    void begin(FeedKind, std::optional<double> utc_offset_h);
    [[nodiscard]] FeedKind kind() const noexcept { return m_kind; }
    /// `clock` says where `received` was read.
    void deliver(std::string_view bytes, assets::Instant received, assets::TimeFrom clock = assets::TimeFrom::Clock);
    /// Ends the stream; see FeedDecoder::end().
    void end(assets::Instant received, assets::TimeFrom clock = assets::TimeFrom::Clock);
    /// Must be called regularly, also when nothing arrives: gives up overdue parts and publishes the counts.
    void tick(assets::Instant received);

private:
    void update_recorder(); ///< takes over a recorder that the owner has set since
    void record(std::string_view bytes, assets::Instant received);
    void hand_over(assets::TimeFrom clock);
    void publish();

    FeedCore& m_core;
    FeedFilter m_filter;
    FeedKind m_kind = FeedKind::Ais;
    std::unique_ptr<assets::FeedDecoder> m_decoder;
    std::shared_ptr<Recorder> m_recorder; ///< null: nothing is recorded
    std::optional<RecordFramer> m_framer; ///< only with a recorder
    bool m_in_line = false;               ///< the last byte received did not end a line
    bool m_skipping = false;              ///< recording began in the middle of a line, which is left out
    std::string m_records;
    std::vector<assets::FeedMessage> m_messages;
    std::uint64_t m_unwanted = 0;
    SteadyTime m_published{};
};

[[nodiscard]] assets::Instant now_utc(); ///< whole seconds

} // namespace app
