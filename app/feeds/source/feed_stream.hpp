#pragma once

#include "app/feeds/source/feed_core.hpp"
#include "assets/feeds/decoder.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What a feed's thread does with bytes: record, decode, filter, hand over.
class FeedStream {
public:
    explicit FeedStream(FeedCore& core) : m_core{core}, m_filter{core.options.filter} {}

    /// Once, before all else. `utc_offset_h`: of the times in BaseStation lines; none for what is live.
    void begin(FeedKind, std::optional<double> utc_offset_h);
    [[nodiscard]] FeedKind kind() const noexcept { return m_kind; }
    void deliver(std::string_view bytes, assets::Instant received);
    /// What is left is no whole message, and never will be.
    void end(assets::Instant received);
    /// From time to time, also when nothing comes: tells the owner the counts.
    void tick(assets::Instant received);

private:
    void hand_over();
    void publish();

    FeedCore& m_core;
    FeedFilter m_filter;
    FeedKind m_kind = FeedKind::Ais;
    std::unique_ptr<assets::FeedDecoder> m_decoder;
    std::optional<RecordFramer> m_framer;
    std::string m_records;
    std::vector<assets::FeedMessage> m_reports;
    std::uint64_t m_unwanted = 0;
    SteadyTime m_published{};
};

[[nodiscard]] assets::Instant now_utc();

} // namespace app
